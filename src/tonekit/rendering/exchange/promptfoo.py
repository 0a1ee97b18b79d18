"""Hand the tests of prompts to promptfoo: for each a rendered prompt and a configuration that runs it."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from pathlib import Path

import yaml

from ...prompt import Prompt
from ..renderer import Renderer
from ..trial import render_trial

_WRITTEN_BY = "# Written by tonekit export from the tests of "
_HEAD = f"""{_WRITTEN_BY}{{contract}}; write it anew rather than edit it.
# The provider `echo` gives back the prompt itself, so the assertions look at what a model would read.
# For a model, name it under `providers`, and assert what its answer must hold.
"""


def export_promptfoo(renderer: Renderer) -> Iterator[tuple[str, str]]:
    """Yield name and text of each file: for every test of a prompt contract its messages and its configuration.

    Raises:
        ToneKitError: a test cannot be rendered.
    """
    for contract in renderer.library.contracts.values():
        if contract.file.kind != "prompt":
            continue
        for number, trial in enumerate(contract.file.tests, start=1):
            made = render_trial(renderer, contract, trial)
            assert isinstance(made, Prompt)  # noqa: S101 - a contract of a prompt renders to a prompt
            name = f"{contract.file.id}-{number}"
            yield f"{name}.prompt.json", _messages(made)
            expected = [{"type": "contains", "value": _as_echoed(each)} for each in trial.expect.contains]
            expected += [{"type": "not-contains", "value": _as_echoed(each)} for each in trial.expect.absent]
            config = {
                "description": f"{contract.folder}: {trial.name}",
                "prompts": [f"file://{name}.prompt.json"],
                "providers": ["echo"],
                "tests": [{"description": trial.name, "assert": _asserted(expected)}],
            }
            yield (
                f"{name}.yaml",
                _HEAD.format(contract=contract.folder)
                + yaml.safe_dump(config, allow_unicode=True, sort_keys=False, width=120),
            )


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


def _asserted(expected: list[dict[str, str]]) -> list[dict[str, str]]:
    """Return the assertions that hold for the messages as JSON; heads like `=== user` are only in our snapshots."""
    return [each for each in expected if not each["value"].startswith("===")]


def _messages(made: Prompt) -> str:
    messages = [{"role": each.role, "content": _literal(each.content)} for each in made.messages]
    return json.dumps(messages, ensure_ascii=False, indent=2) + "\n"


def _as_echoed(text: str) -> str:
    """Return text as it stands in what `echo` gives back: the messages as JSON, quotes and lines escaped."""
    return _literal(json.dumps(text, ensure_ascii=False)[1:-1])


def _literal(text: str) -> str:
    """Return text that promptfoo does not take for a template of its own: customers write braces, too."""
    return re.sub(r"\{([{%#])", r"{{ '{\1' }}", text)
