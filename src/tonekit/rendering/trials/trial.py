"""Run the tests of contracts: render, compare with what is expected, keep snapshots."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import Literal

from ...errors import ToneKitError
from ...files.whole_file import writing
from ...prompt import Prompt
from ...result import Reply
from ..contracts.contract import Contract
from ..folders.sources import TemplateFolders
from ..occasion import Occasion
from ..renderer import Renderer
from .rehearsal import rehearse
from .trial_file import ExpectFile, TrialFile

Snapshot = Literal["none", "same", "written", "missing", "different"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one test went.

    Attributes:
        contract: folder of the template.
        name: the test.
        language: language of the text.
        problems: what was not as expected, each in a few lines; empty where all is well.
        snapshot: what happened to the snapshot.
    """

    contract: str
    name: str
    language: str
    problems: tuple[str, ...]
    snapshot: Snapshot


def written(made: Reply | Prompt) -> str:
    """Return the whole text of a reply, with its subject, or of a prompt, with its roles."""
    if isinstance(made, Reply):
        return f"Subject: {made.subject}\n\n{made.text}\n"
    return "\n".join(f"=== {message.role}\n{message.content}\n" for message in made.messages)


def render_trial(renderer: Renderer, contract: Contract, trial: TrialFile) -> Reply | Prompt:
    """Return what a template writes for a test.

    Raises:
        ToneKitError: it cannot be filled.
    """
    occasion = rehearse(
        contract,
        language=trial.language,
        profile=trial.profile,
        labels=trial.labels,
        facts=trial.facts,
        key=f"{contract.folder} {trial.name}",
    )
    return filled(renderer, contract, occasion)


def filled(renderer: Renderer, contract: Contract, occasion: Occasion) -> Reply | Prompt:
    """Return what a template writes on an occasion, in the language of its style.

    Raises:
        ToneKitError: it cannot be filled.
    """
    if contract.file.kind == "prompt":
        return renderer.prompt(contract.file.id, occasion)
    return renderer.reply(contract.file.id, occasion, language=occasion.profile.language)


def run_trials(renderer: Renderer, folders: TemplateFolders, *, update: bool = False) -> Iterator[Outcome]:
    """Yield the outcome of every test of every contract.

    Args:
        renderer: renders the templates.
        folders: where snapshots are read; they are written into the first of them. Of a test that ships they count
            only where the user's folder has the contract or the snapshot.
        update: whether snapshots are written anew.
    """
    for contract in renderer.library.contracts.values():
        for trial in contract.file.tests:
            yield _run(renderer, folders, contract, trial, update=update)


def unused_snapshots(contracts: Iterable[Contract], names: Iterable[str]) -> Iterator[str]:
    """Yield those of the files `names` that would be the snapshot of a test and that no test has."""
    known = {each.folder: {_snapshot(each, test.expect.snapshot) for test in each.file.tests} for each in contracts}
    for name in names:
        folder, tests, _ = name.partition("/tests/")
        if tests and folder in known and name not in known[folder]:
            yield name


def _snapshot(contract: Contract, name: str | None) -> str:
    return f"{contract.folder}/tests/{name}.txt"


def _run(
    renderer: Renderer, folders: TemplateFolders, contract: Contract, trial: TrialFile, *, update: bool
) -> Outcome:
    try:
        made = render_trial(renderer, contract, trial)
    except ToneKitError as error:
        return Outcome(contract.folder, trial.name, trial.language, (str(error),), "none")
    text = written(made)
    problems = list(_differences(made, text, trial.expect))
    snapshot: Snapshot = "none"
    if trial.expect.snapshot and _counts(folders, contract, trial.expect.snapshot):
        name = _snapshot(contract, trial.expect.snapshot)
        snapshot, shown = _compare(folders, name, text, update=update)
        problems += shown
    return Outcome(contract.folder, trial.name, trial.language, tuple(problems), snapshot)


def _counts(folders: TemplateFolders, contract: Contract, snapshot: str) -> bool:
    """Return whether a snapshot says something of these folders: those that ship hold the name and words that ship."""
    mine = (f"{contract.folder}/template.yaml", _snapshot(contract, snapshot))
    return folders.own is None or any(map(folders.is_own, mine))


def _differences(made: Reply | Prompt, text: str, expect: ExpectFile) -> Iterator[str]:
    if isinstance(made, Reply) and expect.variant and made.variant != expect.variant:
        yield f"the body '{made.variant}' was taken, not '{expect.variant}'"
    if isinstance(made, Reply) and expect.subject and made.subject != expect.subject:
        yield f"the subject is “{made.subject}”, not “{expect.subject}”"
    if isinstance(made, Reply):
        yield from made.notes
    body = made.text if isinstance(made, Reply) else text
    yield from (f"“{words}” is missing" for words in expect.contains if words not in body)
    yield from (f"“{words}” must not stand there" for words in expect.absent if words in body)


def _compare(folders: TemplateFolders, name: str, text: str, *, update: bool) -> tuple[Snapshot, list[str]]:
    path = folders.find(name)
    kept = folders.read(name)[0] if path else None
    if kept == text:
        return "same", []
    if update:
        _write(folders.folders[0] / name, text)
        return "written", []
    if kept is None:
        return "missing", [f"there is no snapshot {name} yet; tonekit test --update writes it"]
    lines = unified_diff(kept.splitlines(), text.splitlines(), "snapshot", "now", lineterm="", n=1)
    return "different", [f"differs from {name}:\n" + "\n".join(lines)]


def _write(path: Path, text: str) -> None:
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
