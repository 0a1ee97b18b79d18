"""Measure the classification on labelled messages: `make accuracy`.

    python benchmarks/accuracy.py [--data FOLDER] [--no-peers] [--write]

Measured on messages that no weight was fitted on: the fixtures of tests/fixtures/messages, borders and inboxes, and of
each public set the rows behind those that benchmarks/fit_weights.py takes. The gold rows are fitted on; their honest
scores are the held-out ones that `make fit` prints. The sets stand in a folder beside the checkout (`--data`); without
it only what was written for tonekit is measured. Peers are asked on the same rows, in an environment of their own that
is made for them. `--write` puts the tables into docs/accuracy.md.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from accuracy_tables import (
    class_table,
    confusion_table,
    group_table,
    harm_table,
    language_table,
    public_table,
    summary_table,
)
from answers import Answered, answered
from labelled_sets import DATA, GOLD, PUBLIC, ROOT, LabelledSet, borders, fixtures, inboxes, labelled_sets
from measured_page import write_between
from peers import peer_lines

from tonekit import ToneKit

PAGE = ROOT / "docs" / "accuracy.md"
SUMMARY = {
    "fixtures/all": "[fixtures](#fixtures), hard on purpose",
    "inboxes/all": "[ordinary inboxes](#ordinary-inboxes)",
    "borders/all": "[between two labels](#between-two-labels)",
}
"""Sets that the first table of the page compares, with the titles of their columns."""
Table = Callable[[], Iterable[str]]


def main() -> int:
    """Print all tables; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA, help="folder with gold/ and public/")
    parser.add_argument("--no-peers", action="store_true", help="leave out the other libraries")
    parser.add_argument("--write", action="store_true", help=f"write the tables into {PAGE.relative_to(ROOT)}")
    given = parser.parse_args()
    complete = given.data.is_dir()
    if not complete:
        print(f"no labelled messages in {given.data}; only tonekit's own are measured", file=sys.stderr)
    toolkit = ToneKit()
    measured = [answered(each, toolkit) for each in _sets(given.data)]
    for title, table in _tables(measured, complete=complete, peers=not given.no_peers).items():
        lines = list(table())
        print("", f"## {title}", "", *lines, sep="\n", flush=True)
        if given.write:
            write_between(PAGE, lines, opening=f"<!-- measured: {title} -->", closing=f"<!-- end of: {title} -->")
    return 0


def _tables(measured: Sequence[Answered], *, complete: bool, peers: bool) -> dict[str, Table]:
    """Return what makes each table, by its title."""
    named = {each.name: each for each in measured}
    tables: dict[str, Table] = {
        "summary": lambda: summary_table(named, SUMMARY),
        "harmful mistakes": lambda: harm_table(measured),
        "fixtures": lambda: language_table(named, "fixtures"),
        "groups of hard messages": lambda: group_table(measured),
        "borders": lambda: language_table(named, "borders"),
        "inboxes": lambda: language_table(named, "inboxes"),
        "recall": lambda: class_table(measured),
        "mistakes": lambda: confusion_table(measured),
    }
    if complete:
        tables["public sets"] = lambda: public_table(measured)
    return tables | ({"peers": lambda: peer_lines(measured)} if peers else {})


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


if __name__ == "__main__":
    sys.exit(main())
