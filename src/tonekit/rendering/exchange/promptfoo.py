"""The tests of prompts as files for promptfoo: for each a rendered prompt and a configuration that runs it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from pathlib import Path

import yaml

from ...prompt import Prompt
from ..contract import Contract
from ..renderer import Renderer
from ..trial import render_trial
from ..trial_file import TrialFile
from .literal_text import literal_text

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
                yield f"{name}.prompt.json", _messages(prompt)
                yield f"{name}.yaml", _HEAD.format(contract=contract.folder) + _configuration(name, contract, trial)


def left_over(folder: Path, written: Collection[str]) -> list[Path]:
    """Return the files of earlier exports in a folder that are not among those just written.

    Only what an export wrote itself counts, by the first line of its configuration; whatever else lies there is no
    business of ours.
    """
    found: list[Path] = []
    for config in sorted(folder.glob("*.yaml")):
        with config.open(encoding="utf-8", errors="replace") as lines:
            ours = lines.readline().startswith(_WRITTEN_BY)
        if ours and config.name not in written:
            prompt = config.with_suffix(".prompt.json")
            found += [config, *([prompt] if prompt.is_file() else [])]
    return found


def _configuration(name: str, contract: Contract, trial: TrialFile) -> str:
    """Return the YAML with which promptfoo runs the test called `name`."""
    expected = [{"type": "contains", "value": _as_echoed(text)} for text in trial.expect.contains]
    expected += [{"type": "not-contains", "value": _as_echoed(text)} for text in trial.expect.absent]
    content = {
        "description": f"{contract.folder}: {trial.name}",
        "prompts": [f"file://{name}.prompt.json"],
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
