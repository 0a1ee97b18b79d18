"""The tables of accuracy.py, each as lines of Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from answers import Answered, both_classes, length_only
from labelled_sets import PUBLIC

from tonekit.analysis import DIMENSIONS
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


_LANGUAGES = ("da", "de", "en", "nb", "sv")


def summary_table(measured: Mapping[str, Answered], titles: Mapping[str, str]) -> Iterator[str]:
    """Yield macro-F1 by dimension of sets in five languages together, a column for each with its title."""
    yield f"| dimension | {' | '.join(titles.values())} |"
    yield f"|---|{'---|' * len(titles)}"
    for dimension in DIMENSIONS:
        found = (scores(measured[name].whole_column(dimension)).macro_f1 for name in titles)
        yield f"| {dimension} | {' | '.join(f'{each:.2f}' for each in found)} |"


def language_table(measured: Mapping[str, Answered], name: str) -> Iterator[str]:
    """Yield macro-F1 by dimension and language of a set that is there in five languages, beside what is simpler."""
    whole = measured[f"{name}/all"]
    yield f"| dimension | majority | length | all | {' | '.join(_LANGUAGES)} | ECE | coverage |"
    yield f"|---|---|---|---|{'---|' * len(_LANGUAGES)}---|---|"
    for dimension in whole.dimensions:
        found = scores(whole.whole_column(dimension))
        by_language = (_score(measured[f"{name}/{code}"], dimension) for code in _LANGUAGES)
        yield (
            f"| {dimension} | {found.majority:.2f} | {_length(whole, dimension):.2f} | **{found.macro_f1:.2f}** | "
            f"{' | '.join(f'{each:.2f}' for each in by_language)} | "
            f"{found.calibration_error:.2f} | {found.coverage:.2f} |"
        )


def public_table(measured: Iterable[Answered]) -> Iterator[str]:
    """Yield the scores of the public sets, one dimension each."""
    yield "| set | dimension | n | majority | length | macro-F1 | accuracy | ECE | coverage |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for each in measured:
        if each.asked.group == PUBLIC:
            dimension = each.dimensions[0]
            found = scores(each.whole_column(dimension))
            yield (
                f"| {each.name} | {dimension} | {found.n} | {found.majority:.2f} | {_length(each, dimension):.2f} | "
                f"{found.macro_f1:.3f} | {found.accuracy.value:.3f} | {found.calibration_error:.2f} | "
                f"{found.coverage:.2f} |"
            )


def _score(each: Answered, dimension: str) -> float:
    """Return macro-F1; of the language itself, which is one class in each language, the share of right answers."""
    found = scores(each.whole_column(dimension))
    return found.accuracy.value if dimension == "language" else found.macro_f1


def _length(each: Answered, dimension: str) -> float:
    column = each.whole_column(dimension)
    return macro_f1(column.wanted, length_only(each.texts(dimension), column.wanted))


def class_table(measured: Iterable[Answered]) -> Iterator[str]:
    """Yield recall of each class."""
    yield "| set | dimension | recall of each class |"
    yield "|---|---|---|"
    for each in _whole(measured):
        for dimension in each.dimensions:
            wanted, given, _ = each.column(dimension)
            found = (f"{label} {recall(wanted, given, label):.2f}" for label in sorted(set(wanted)))
            yield f"| {each.name} | {dimension} | {', '.join(found)} |"


def confusion_table(measured: Iterable[Answered]) -> Iterator[str]:
    """Yield the commonest mistakes."""
    yield "| set | dimension | commonest mistakes (truth → answer: how many) |"
    yield "|---|---|---|"
    for each in _whole(measured):
        for dimension in each.dimensions:
            wanted, given, _ = each.column(dimension)
            wrong = [(pair, count) for pair, count in confusion(wanted, given).most_common() if pair[0] != pair[1]]
            shown = (f"{truth} → {answer}: {count}" for (truth, answer), count in wrong[:6])
            yield f"| {each.name} | {dimension} | {', '.join(shown)} |"


def harm_table(measured: Iterable[Answered]) -> Iterator[str]:
    """Yield the mistakes that do harm, with their share."""
    yield "| set | confusion | of that class | share |"
    yield "|---|---|---|---|"
    for each in _whole(measured):
        for dimension, truth, answer in HARMFUL:
            if dimension in each.dimensions and not both_classes(each, dimension):
                wanted, given, _ = each.column(dimension)
                harmed, there = confusion(wanted, given)[truth, answer], wanted.count(truth)
                yield f"| {each.name} | {truth} read as {answer} | {harmed} of {there} | {harmed / max(1, there):.1%} |"


def group_table(measured: Iterable[Answered]) -> Iterator[str]:
    """Yield the share of right answers in each group of hard messages, by language."""
    sets = [each for each in measured if each.name.startswith("fixtures/")]
    yield f"| group | dimension | n | {' | '.join(each.name.removeprefix('fixtures/') for each in sets)} |"
    yield f"|---|---|---|{'---|' * len(sets)}"
    for group, dimension in GROUPS.items():
        columns_of = [each.tagged(group, dimension) for each in sets]
        shown = " | ".join(f"{accuracy(*columns):.2f}" if columns[0] else "–" for columns in columns_of)
        yield f"| {group} | {dimension} | {len(columns_of[-1][0]) if columns_of else 0} | {shown} |"


def _whole(measured: Iterable[Answered]) -> Iterator[Answered]:
    yield from (each for each in measured if each.name.endswith("/all") or "/" not in each.name)
