"""Measure the classification on labelled messages: `make accuracy`.

    python benchmarks/accuracy.py [--data FOLDER] [--no-peers]

Measured on messages that no weight was fitted on: the fixtures of tests/fixtures/messages, and of each public set the
rows behind those that benchmarks/fit_weights.py takes. The gold rows are fitted on; their honest scores are the
held-out ones that `make fit` prints. The sets stand in a folder beside the checkout (`--data`); without it only
the fixtures are measured. Peers are asked on the same rows, in an environment of their own that is made for them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from answers import Answered, answered, both_classes, length_only
from labelled_sets import DATA, GOLD, PUBLIC, LabelledSet, borders, fixtures, inboxes, labelled_sets
from peers import peer_lines

from tonekit import ToneKit
from tonekit.evaluation.columns import scores
from tonekit.evaluation.scores import accuracy, confusion, macro_f1, recall

HARMFUL = (("mood", "frustrated", "enthusiastic"), ("knowledge", "expert", "beginner"), ("urgency", "critical", "none"))
"""Dimension, truth, and the answer that does harm."""
GROUPS = {
    "situational_frustration": "mood",
    "polite_anger": "mood",
    "sarcasm": "mood",
    "calm_fault": "mood",
    "technical_words": "mood",
    "courtesy_no_joy": "mood",
    "grounded_urgency": "urgency",
    "claimed_urgency": "urgency",
    "sloppy_expert": "knowledge",
    "formal_beginner": "knowledge",
}
"""Groups of hard messages among the fixtures, and the dimension that they are hard for."""


def main() -> int:
    """Print all tables; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA, help="folder with gold/ and public/")
    parser.add_argument("--no-peers", action="store_true", help="leave out the other libraries")
    options = parser.parse_args()
    if not options.data.is_dir():
        print(f"no labelled messages in {options.data}; only the fixtures are measured", file=sys.stderr)
    toolkit = ToneKit()
    measured = [answered(each, toolkit) for each in _sets(options.data)]
    _print("All sets", _score_table(measured))
    _print("Recall by class", _class_table(measured))
    _print("Confusions", _confusion_table(measured))
    _print("Harmful confusions", _harm_table(measured))
    _print("Groups of hard messages", _group_table(measured))
    if not options.no_peers:
        _print("Peers on the same rows", peer_lines(measured))
    return 0


def _sets(folder: Path) -> Iterator[LabelledSet]:
    """Yield what is measured: fixtures and gold by language and together, public rows that no fit has seen."""
    ours, theirs = list(fixtures()), list(labelled_sets(folder))
    yield from _with_all("fixtures/all", ours)
    yield from _with_all("borders/all", list(borders()))
    yield from _with_all("inboxes/all", list(inboxes()))
    yield from _with_all("gold/all", [each for each in theirs if each.group == GOLD])
    for each in theirs:
        if each.group == PUBLIC:
            yield LabelledSet(each.name, PUBLIC, each.unseen, each.dimensions)


def _with_all(name: str, sets: list[LabelledSet]) -> Iterator[LabelledSet]:
    yield from sets
    if sets:
        rows = tuple(row for each in sets for row in each.rows)
        yield LabelledSet(name, sets[0].group, rows, sets[0].dimensions)


def _score_table(measured: Iterable[Answered]) -> Iterator[str]:
    yield "| set | dimension | n | majority | length | macro-F1 | accuracy | ECE | coverage at 90 % | µs a message |"
    yield "|---|---|---|---|---|---|---|---|---|---|"
    for each in measured:
        for dimension in each.dimensions:
            column = each.whole_column(dimension)
            length = macro_f1(column.wanted, length_only(each.texts(dimension), column.wanted))
            found = scores(column)
            yield (
                f"| {each.name} | {dimension} | {found.n} | {found.majority:.2f} | {length:.2f} | "
                f"{found.macro_f1:.3f} | {found.accuracy.value:.3f} | {found.calibration_error:.2f} | "
                f"{found.coverage:.2f} | {each.microseconds:.0f} |"
            )


def _class_table(measured: Iterable[Answered]) -> Iterator[str]:
    yield "| set | dimension | recall of each class |"
    yield "|---|---|---|"
    for each in _whole(measured):
        for dimension in each.dimensions:
            wanted, given, _ = each.column(dimension)
            found = (f"{label} {recall(wanted, given, label):.2f}" for label in sorted(set(wanted)))
            yield f"| {each.name} | {dimension} | {', '.join(found)} |"


def _confusion_table(measured: Iterable[Answered]) -> Iterator[str]:
    yield "| set | dimension | commonest mistakes (truth → answer: how many) |"
    yield "|---|---|---|"
    for each in _whole(measured):
        for dimension in each.dimensions:
            wanted, given, _ = each.column(dimension)
            wrong = [(pair, count) for pair, count in confusion(wanted, given).most_common() if pair[0] != pair[1]]
            shown = (f"{truth} → {answer}: {count}" for (truth, answer), count in wrong[:6])
            yield f"| {each.name} | {dimension} | {', '.join(shown)} |"


def _harm_table(measured: Iterable[Answered]) -> Iterator[str]:
    yield "| set | confusion | of that class | share |"
    yield "|---|---|---|---|"
    for each in _whole(measured):
        for dimension, truth, answer in HARMFUL:
            if dimension in each.dimensions and not both_classes(each, dimension):
                wanted, given, _ = each.column(dimension)
                harmed, there = confusion(wanted, given)[truth, answer], wanted.count(truth)
                yield f"| {each.name} | {truth} read as {answer} | {harmed} of {there} | {harmed / max(1, there):.1%} |"


def _group_table(measured: Iterable[Answered]) -> Iterator[str]:
    sets = [each for each in measured if each.name.startswith("fixtures/")]
    yield f"| group | dimension | n | {' | '.join(each.name.removeprefix('fixtures/') for each in sets)} |"
    yield f"|---|---|---|{'---|' * len(sets)}"
    for group, dimension in GROUPS.items():
        columns_of = [each.tagged(group, dimension) for each in sets]
        shown = " | ".join(f"{accuracy(*columns):.2f}" if columns[0] else "–" for columns in columns_of)
        yield f"| {group} | {dimension} | {len(columns_of[-1][0]) if columns_of else 0} | {shown} |"


def _whole(measured: Iterable[Answered]) -> Iterator[Answered]:
    yield from (each for each in measured if each.name.endswith("/all") or "/" not in each.name)


def _print(title: str, lines: Iterable[str]) -> None:
    print(f"\n## {title}\n", flush=True)
    for line in lines:
        print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
