"""Agreement of two people is the textbook figure."""

from __future__ import annotations

import pytest

from tonekit.evaluation.agreement import agreements, cohens_kappa, kappa_interval
from tonekit.evaluation.labelled import LabelledMessage


def message(id_: str, mood: str | None, text: str = "") -> LabelledMessage:
    """Return a message that one person labelled."""
    return LabelledMessage(id_, text or f"text of {id_}", {"mood": mood} if mood else {})


@pytest.mark.parametrize(
    ("one", "other", "kappa"),
    [
        # Cohen's layout: 20 and 15 of 50 agree, margins 25/25 and 30/20.
        pytest.param("y" * 25 + "n" * 25, "y" * 20 + "n" * 5 + "y" * 10 + "n" * 15, 0.4, id="textbook"),
        pytest.param("abab", "abab", 1.0, id="full"),
        pytest.param("aabb", "abab", 0.0, id="as-by-chance"),
        pytest.param("ab", "ba", -1.0, id="against"),
        pytest.param("aaa", "aaa", None, id="one-label-throughout"),
    ],
)
def test_kappa(one: str, other: str, kappa: float | None) -> None:
    """Agreement beyond chance, and nothing where chance alone would agree."""
    assert cohens_kappa(list(one), list(other)) == (None if kappa is None else pytest.approx(kappa))


def test_copies_are_no_further_proof() -> None:
    """Forty mails of one form that both labelled alike say no more than one does, and that is told."""
    form = [message(f"f{number}", "neutral", f"Claim form, number {number}, please pay") for number in range(40)]
    others = [message(name, mood) for name, mood in (("fire", "neutral"), ("flood", "frustrated"))]
    found = agreements([*form, *others], [*form, *others])

    assert found.copies == 39
    assert found.dimensions["mood"].share == 1.0
    assert found.dimensions["mood"].share_interval[0] < 0.6


def test_files_are_paired_by_id_and_text() -> None:
    """Only what both labelled counts, in whatever order; another text under an id is named and left out."""
    one = [message("a", "neutral"), message("b", "frustrated"), message("c", "neutral"), message("d", None)]
    other = [message("d", "neutral"), message("b", "neutral"), message("a", "neutral"), message("c", "neutral", "else")]
    found = agreements(one, other)

    assert (found.shared, found.alone, found.different) == (3, (0, 0), ("c",))
    assert list(found.dimensions) == ["mood"]
    assert (found.dimensions["mood"].n, found.dimensions["mood"].share) == (2, 0.5)
    assert found.dimensions["mood"].disputes == (("b", "frustrated", "neutral"),)


def test_what_only_one_has_is_counted() -> None:
    """Messages of one file alone, and labels that one person alone gave, are not dropped in silence."""
    one = [message("a", "neutral"), message("b", "frustrated"), message("x", "neutral")]
    other = [message("a", "neutral"), message("b", None), message("y", "neutral"), message("z", "neutral")]
    found = agreements(one, other)

    assert (found.shared, found.alone, found.dimensions["mood"].alone) == (2, (1, 2), (1, 0))


@pytest.mark.parametrize(
    ("one", "other", "low", "high"),
    [
        # Wilson for 35 of 50 is 0.562 to 0.809, and chance agrees on half: twice the distance to it.
        pytest.param("y" * 25 + "n" * 25, "y" * 20 + "n" * 5 + "y" * 10 + "n" * 15, 0.125, 0.618, id="textbook"),
        pytest.param("abab", "abab", 0.020, 1.0, id="full-agreement-of-four"),
        pytest.param("ab", "ba", -1.0, 0.315, id="against"),
    ],
)
def test_kappa_of_few_messages_is_uncertain(one: str, other: str, low: float, high: float) -> None:
    """The interval is that of the share on which they agree, so that four agreements are no proof."""
    assert kappa_interval(list(one), list(other)) == pytest.approx((low, high), abs=0.001)


def test_one_label_throughout_has_no_interval() -> None:
    """Where chance alone would agree there is nothing to give an interval of."""
    assert kappa_interval(list("aaa"), list("aaa")) is None
