"""What limits the figures of an evaluation, in words that whoever relies on a number should read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .columns import ClassScores
from .evaluation import Evaluation
from .macro_f1_interval import LEAST

FEW_OF_A_LABEL = 5
"""Messages: with fewer of a label, one of them moves its F1 by a fifth and more, and macro-F1 counts it like any."""
SHOWN_IDS = 5
KNOWN_MESSAGES = "The weights know these messages: “better” says nothing about others."
"""What is said of a comparison whose later run was fitted on what it is asked."""


def reservations(evaluation: Evaluation) -> Iterator[str]:
    """Yield a line for each reservation, the gravest first; nothing if there is none."""
    if evaluation.fitted_on:
        yield (
            "These weights were fitted on these very messages: the figures say how well they were learnt, and not how "
            "well others will be read. Evaluate on messages that had no part in it."
        )
    if evaluation.two_classes:
        names = ", ".join(evaluation.two_classes)
        yield f"--two-classes: for {names} the likelier of two labels was taken; do not compare with runs without it."
    yield from _copies(evaluation)
    yield from map(same_labels, evaluation.copied)
    yield from _few(evaluation)
    yield from evaluation.never_labelled()


def same_labels(pair: tuple[str, str]) -> str:
    """Return what is said of two dimensions whose labels say the same throughout."""
    return f"{pair[0]} and {pair[1]} are labelled alike throughout: is one column a copy of the other?"


def _copies(evaluation: Evaluation) -> Iterator[str]:
    if evaluation.copies:
        yield (
            f"{evaluation.copies} of {evaluation.messages} messages say nearly the same as one before them (a form, a "
            "standard mail, one mail exported twice). Scores count each of them; intervals are as wide as if such "
            "messages were one."
        )
    if disputed := evaluation.disputed:
        more = f" and {len(disputed) - SHOWN_IDS} more" if len(disputed) > SHOWN_IDS else ""
        yield (
            f"The same text has different labels: {', '.join(disputed[:SHOWN_IDS])}{more}. "
            "No program can be right on both; settle which label holds."
        )


def _few(evaluation: Evaluation) -> Iterator[str]:
    few = {name: each.scores.n for name, each in evaluation.dimensions.items() if each.scores.n < LEAST}
    if few:
        yield f"Fewer than {LEAST} labels, too few for an interval of macro-F1: {_counted(few)}."
    rare = {
        name: counts
        for name, each in evaluation.dimensions.items()
        if name not in few and (counts := _rare(each.classes))
    }
    if rare:
        said = "; ".join(f"{name}: {_counted(counts)}" for name, counts in rare.items())
        yield f"Labels with fewer than {FEW_OF_A_LABEL} messages count in macro-F1 like all others: {said}."


def _rare(classes: Mapping[str, ClassScores]) -> dict[str, int]:
    return {label: each.n for label, each in classes.items() if 0 < each.n < FEW_OF_A_LABEL}


def _counted(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.items())
