"""Measure the classification on labelled messages: `make accuracy`.

The sets stand in a folder beside the checkout (`--data`, by default `../shared/data`); without it there is nothing to
measure and the script says so.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from labelled_sets import GOLD, LabelledSet, labelled_sets
from scores import accuracy, calibration_error, macro_f1, majority_macro_f1

from tonekit import Analysis, ToneKit

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data"
# A set of two classes has no neutral: it is scored by the likelier of its classes.
HARMFUL = (("mood", "frustrated", "enthusiastic"), ("knowledge", "expert", "beginner"), ("urgency", "critical", "none"))


def main() -> int:
    """Print the scores of every set and dimension; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help="folder with gold/ and public/")
    folder = parser.parse_args().data
    if not folder.is_dir():
        print(f"no labelled messages in {folder}; name their folder with ARGS='--data FOLDER'", file=sys.stderr)
        return 1
    toolkit = ToneKit()
    print("| set | dimension | n | majority | macro-F1 | accuracy | ECE | µs a message |")
    print("|---|---|---|---|---|---|---|---|")
    for labelled in _with_all_gold(list(labelled_sets(folder))):
        started = perf_counter()
        analyses = [toolkit.analyze(row.text) for row in labelled.rows]
        each = (perf_counter() - started) / len(analyses) * 1e6
        for line in _lines(labelled, analyses):
            print(f"{line} {each:.0f} |")
        for line in _harm(labelled, analyses):
            print(line, file=sys.stderr)
    return 0


def _with_all_gold(sets: list[LabelledSet]) -> Iterator[LabelledSet]:
    """Yield the sets, and behind the gold sets all of them as one: a language is only a question there."""
    gold = [each for each in sets if each.name.startswith(GOLD)]
    yield from gold
    if gold:
        yield LabelledSet(f"{GOLD}all", tuple(row for each in gold for row in each.rows), gold[0].dimensions)
    yield from (each for each in sets if each not in gold)


def _lines(labelled: LabelledSet, analyses: list[Analysis]) -> Iterator[str]:
    for dimension in labelled.dimensions:
        wanted = [row.labels[dimension] for row in labelled.rows]
        classes = frozenset(wanted)
        answers = [_answer(analysis, dimension, classes) for analysis in analyses]
        given = [label for label, _ in answers]
        right = [a == b for a, b in zip(wanted, given, strict=True)]
        sure = [confidence for _, confidence in answers]
        yield (
            f"| {labelled.name} | {dimension} | {len(wanted)} | {majority_macro_f1(wanted):.2f} | "
            f"{macro_f1(wanted, given):.3f} | {accuracy(wanted, given):.3f} | {calibration_error(right, sure):.2f} |"
        )


def _answer(analysis: Analysis, dimension: str, classes: frozenset[str]) -> tuple[str, float]:
    """Return label and confidence; of a two-class set the likelier of its classes."""
    if dimension == "language":
        return analysis.language.label, analysis.language.confidence
    verdict = getattr(analysis, dimension)
    if len(classes) > 2:  # noqa: PLR2004 - two classes
        return verdict.label, verdict.probabilities[verdict.label]
    shares = {label: verdict.probabilities[label] for label in sorted(classes)}
    best = max(shares, key=lambda label: shares[label])
    return best, shares[best] / sum(shares.values())


def _harm(labelled: LabelledSet, analyses: list[Analysis]) -> Iterator[str]:
    for dimension, truth, answer in HARMFUL:
        if labelled.name.startswith(GOLD):
            pairs = [
                (row.id, analysis)
                for row, analysis in zip(labelled.rows, analyses, strict=True)
                if row.labels[dimension] == truth
            ]
            wrong = [id_ for id_, analysis in pairs if analysis.label(dimension) == answer]
            yield f"{labelled.name}: {truth} read as {answer}: {len(wrong)} of {len(pairs)} {' '.join(wrong)}"


if __name__ == "__main__":
    sys.exit(main())
