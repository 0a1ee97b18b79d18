"""The command `selftest`: changes of messages that must not change what is read. It needs no labels."""

from __future__ import annotations

import csv
import json
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ...errors import MessageSourceError, UnknownNameError
from ..command_line import CommandLineError
from ..options import JsonOption
from .audit_command import LONGEST_CELL
from .pile_options import TextColumn, chosen_columns

if TYPE_CHECKING:
    from ...selftest.selftest import SelfTest
    from ...selftest.violation import Scores, Violation

Floors = list[tuple[str | None, float]]
_IN_JSON = ("message", "change", "dimension", "before", "after", "sure_before", "sure_after", "smallest", "causes")


def selftest(
    mails: Annotated[
        Path | None,
        typer.Argument(help="A file or folder of messages, as for audit; the messages of the demo by default."),
    ] = None,
    *,
    text_column: TextColumn = None,
    change: Annotated[list[str] | None, typer.Option(help="Try this change alone; may be given again.")] = None,
    every: Annotated[int, typer.Option(min=1, help="Take every n-th message of a large pile.")] = 1,
    show: Annotated[int, typer.Option(min=0, help="Violations to show of each change, the most striking.")] = 3,
    least: Annotated[
        list[str] | None,
        typer.Option("--min", help="Fail where less of the labels held: 0.97 for each change, typos=0.9 for this one."),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Change messages in ways that must not matter; show which labels flip. Exit code 1 below --min."""
    from ...default import analyze
    from ...selftest.changes import load_changes
    from ...selftest.selftest import SelfTest

    csv.field_size_limit(LONGEST_CELL)
    changes = load_changes()
    for name in change or ():
        if name not in changes:
            raise UnknownNameError("change", name, available=changes)
    chosen = {name: each for name, each in changes.items() if not change or name in change}
    floors = read_floors(least or [], chosen)
    test = SelfTest(analyze, chosen, kept=show)
    _run(test, mails, text_column, every)
    violations = list(test.violations())
    failed = list(_failures(test.scores, floors))
    if as_json:
        print(json.dumps(as_plain(test.scores, violations), indent=2, ensure_ascii=False))
    else:
        _show(test.scores, violations, failed)
    if failed:
        raise typer.Exit(1)


def read_floors(given: list[str], known: Collection[str]) -> Floors:
    """Return change, or None for each of them, and the least share that has to hold.

    Raises:
        CommandLineError: no number from 0 to 1.
        UnknownNameError: there is no such change.
    """
    floors: Floors = []
    for each in given:
        name, equals, number = each.rpartition("=")
        if equals and name not in known:
            raise UnknownNameError("change", name, available=known)
        if not number.replace(".", "", 1).isdecimal() or not 0 <= float(number) <= 1:
            problem = f"--min needs a share, such as 0.97 or typos=0.9, not '{each}'"
            raise CommandLineError(problem)
        floors.append((name if equals else None, float(number)))
    return floors


def _failures(scores: Scores, floors: Floors) -> Iterator[str]:
    """Yield what held too seldom; a floor for one change takes the place of the one for each."""
    own = {name: floor for name, floor in floors if name}
    general = [floor for name, floor in floors if not name]
    # All changes together would hide one that flips much behind those that nobody sees.
    for change in scores.changes():
        held, floor = scores.held(change=change), own.get(change, max(general, default=0.0))
        if held < floor:
            yield f"{change}: {held:.4f} of the labels held, below {floor:g}"


def _run(test: SelfTest, mails: Path | None, text_column: str | None, every: int) -> None:
    from ..progress import reading_bar

    pile: Any = None
    if mails is not None:
        from ...mails.pile import MailPile

        pile = MailPile(mails, columns=chosen_columns(text=text_column))
    messages = _demo() if pile is None else _texts(pile)
    taken = (each for number, each in enumerate(messages) if number % every == 0)
    with reading_bar("messages") as advance:
        for done in test.run(taken):
            advance(done, pile.share if pile else 0.0)
    if not test.scores.messages:
        raise MessageSourceError("it holds no message that can be read", source=str(mails))


def _demo() -> Iterator[tuple[str, str]]:
    from ..demo import load_scenes

    return ((scene.title, scene.message) for scene in load_scenes())


def _texts(pile: Any) -> Iterator[tuple[str, str]]:
    from ...mails.mail import Mail

    return ((each.id, each.text) for each in pile if isinstance(each, Mail))


def as_plain(scores: Scores, violations: list[Violation]) -> dict[str, Any]:
    """Return the result as what JSON can hold."""
    return {
        "messages": scores.messages,
        "checks": scores.checks.total(),
        "flips": scores.flips.total(),
        "held": scores.held(),
        "changes": {name: _plain_change(scores, name) for name in scores.changes()},
        "reasons": [
            {"change": change, "dimension": dimension, "cue": cue, "flips": count}
            for (change, dimension, cue), count in scores.reasons.most_common()
        ],
        "violations": [{name: getattr(each, name) for name in _IN_JSON} for each in violations],
    }


def _plain_change(scores: Scores, change: str) -> dict[str, Any]:
    counts = {dimension: checks for (one, dimension), checks in scores.checks.items() if one == change}
    return {
        "held": scores.held(change=change),
        "dimensions": {
            dimension: {"checks": checks, "flips": scores.flips[change, dimension]}
            for dimension, checks in counts.items()
        },
    }


def _show(scores: Scores, violations: list[Violation], failed: list[str]) -> None:
    from ..console import output_console
    from ..terminal_text import print_visibly
    from .selftest_view import reasons_view, scores_view, violation_view

    console: Any = output_console()
    console.print(scores_view(scores))
    if scores.reasons:
        console.print(reasons_view(scores))
    for each in violations:
        print_visibly(violation_view(each), console)
    counted = f"{scores.checks.total():,} labels looked at, {scores.flips.total():,} flipped"
    verdict = f"\n{scores.messages:,} messages, {counted}: {scores.held():.2%} held{_weakest(scores)}."
    console.print(verdict, style="red" if failed else "green")
    for line in failed:
        console.print(line, style="red")


def _weakest(scores: Scores) -> str:
    change = min(scores.changes(), key=lambda each: scores.held(change=each), default=None)
    return f", with {change} {scores.held(change=change):.2%}" if change and scores.flips else ""
