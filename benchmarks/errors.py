"""Show messages that are read wrongly, with the words that decided: where the work on packs begins.

python benchmarks/errors.py mood --language de [--set messages|gold|fixtures] [--truth frustrated] [--most 40]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from labelled_sets import DATA, LabelledSet, fixtures, labelled_sets, own_messages

from tonekit import ToneKit, Verdict
from tonekit.analysis import DIMENSIONS
from tonekit.evaluation.labelled import LabelledMessage

LONGEST = 500
STRONGEST = 10


def main() -> int:
    """Print the errors of one dimension; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dimension", choices=DIMENSIONS)
    parser.add_argument("--language", default="", help="code of one language")
    parser.add_argument("--set", default="messages", help="messages, gold, fixtures, or the name of a public set")
    parser.add_argument("--truth", help="only messages with this label")
    parser.add_argument("--most", type=int, default=40, help="how many to show")
    parser.add_argument("--data", type=Path, default=DATA)
    options = parser.parse_args()
    toolkit = ToneKit()
    shown = total = 0
    for row in _rows(options.data, options.set, options.language):
        truth = row.labels.get(options.dimension)
        if truth is None or (options.truth and truth != options.truth):
            continue
        total += 1
        verdict: Verdict = getattr(toolkit.analyze(row.text), options.dimension)
        if verdict.label != truth:
            shown += 1
            if shown <= options.most:
                _show(row, truth, verdict)
    print(f"{shown} of {total} wrong")
    return 0


def _rows(folder: Path, name: str, language: str) -> Iterator[LabelledMessage]:
    sets: list[LabelledSet] = [*own_messages(), *fixtures(), *labelled_sets(folder)]
    for labelled in sets:
        kind, _, code = labelled.name.partition("/")
        if kind == name and (not language or not code or code == language):
            yield from labelled.rows


def _show(row: LabelledMessage, truth: str, verdict: Verdict) -> None:
    print(f"{row.id}  {truth}, read as {verdict.label} ({verdict.confidence:.2f})  {' '.join(row.tags)}")
    print(f"    {' / '.join(row.text.split(chr(10)))[:LONGEST]}")
    terms = [term for term in verdict.evidence if term.text and term.weight][:STRONGEST]
    print("    " + "; ".join(f"{term.weight:+.1f} {term.cue} “{' '.join(term.text.split())}”" for term in terms) + "\n")


if __name__ == "__main__":
    sys.exit(main())
