"""The tests of prompts as files for promptfoo: for each a rendered prompt and a configuration that runs it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from pathlib import Path

import yaml

from ...prompt import Prompt
from ..contracts.contract import Contract
from ..renderer import Renderer
from ..trials.trial import render_trial
from ..trials.trial_file import TrialFile
from .template_spelling import literal_text

_WRITTEN_BY = "# Written by tonekit export from the tests of "
_HEAD = f"""{_WRITTEN_BY}{{contract}}; export it again rather than edit it.
# The provider `echo` gives back the prompt itself, so the assertions look at what a model would read.
# To test a model, name it under `providers`, and assert what its answer must contain.
"""


def export_promptfoo(renderer: Renderer) -> Iterator[tuple[str, str]]:
    """Yield name and text of each file: for every test of a prompt contract its messages and its configuration.

    Raises:
        ToneKitError: a test cannot be rendered.
    """
    for contract in renderer.library.contracts.values():
        if contract.file.kind == "prompt":
            for number, trial in enumerate(contract.file.tests, start=1):
                prompt = render_trial(renderer, contract, trial)
                assert isinstance(prompt, Prompt)  # noqa: S101 - a contract of a prompt renders to a prompt
                name = f"{contract.file.id}-{number}"
                yield _prompt_of(name), _messages(prompt)
                yield f"{name}.yaml", _HEAD.format(contract=contract.folder) + _configuration(name, contract, trial)


def left_over(folder: Path, written: Collection[str]) -> list[Path]:
    """Return the files of earlier exports in a folder that are not among those just written.

    Only what an export wrote itself counts: a file, no link, that begins as our configurations do and names the prompt
    beside it. A copy under another name, with a model to test, is somebody's own, as is whatever else lies there.
    """
    found: list[Path] = []
    for config in sorted(folder.glob("*.yaml")):
        if config.name not in written and _is_ours(config):
            prompt = config.with_name(_prompt_of(config.stem))
            found += [config, *([prompt] if prompt.is_file() and not prompt.is_symlink() else [])]
    return found


def _is_ours(config: Path) -> bool:
    if config.is_symlink() or not config.is_file():
        return False
    try:
        text = config.read_text(encoding="utf-8", errors="replace")
    except OSError:
        # What nobody may read was not written by us, or is no longer ours to delete.
        return False
    return text.startswith(_WRITTEN_BY) and f"- file://{_prompt_of(config.stem)}\n" in text


def _prompt_of(name: str) -> str:
    """Return the name of the file with the messages of a test."""
    return f"{name}.prompt.json"


def _configuration(name: str, contract: Contract, trial: TrialFile) -> str:
    """Return the YAML with which promptfoo runs the test called `name`."""
    expected = [{"type": "contains", "value": _as_echoed(text)} for text in trial.expect.contains]
    expected += [{"type": "not-contains", "value": _as_echoed(text)} for text in trial.expect.absent]
    content = {
        "description": f"{contract.folder}: {trial.name}",
        "prompts": [f"file://{_prompt_of(name)}"],
        "providers": ["echo"],
        "tests": [{"description": trial.name, "assert": _without_role_heads(expected)}],
    }
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=120)


def _without_role_heads(expected: list[dict[str, str]]) -> list[dict[str, str]]:
    """Return the assertions that can hold for JSON messages; heads such as `=== user` are only in our snapshots."""
    return [each for each in expected if not each["value"].startswith("===")]


def _messages(prompt: Prompt) -> str:
    messages = [{"role": each.role, "content": literal_text(each.content)} for each in prompt.messages]
    return json.dumps(messages, ensure_ascii=False, indent=2) + "\n"


def _as_echoed(text: str) -> str:
    """Return text as it appears in the output of `echo`: inside JSON, with quotes and line breaks escaped."""
    return literal_text(json.dumps(text, ensure_ascii=False)[1:-1])
