"""Agreement of two people is the textbook figure."""

from __future__ import annotations

import pytest

from tonekit.evaluation.agreement import agreements, cohens_kappa
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


def test_files_are_paired_by_id_and_text() -> None:
    """Only what both labelled counts, in whatever order; another text under an id is named and left out."""
    one = [message("a", "neutral"), message("b", "frustrated"), message("c", "neutral"), message("d", None)]
    other = [message("d", "neutral"), message("b", "neutral"), message("a", "neutral"), message("c", "neutral", "else")]
    found = agreements(one, other)

    assert (found.shared, found.different) == (3, ("c",))
    assert list(found.dimensions) == ["mood"]
    assert (found.dimensions["mood"].n, found.dimensions["mood"].share) == (2, 0.5)
    assert found.dimensions["mood"].disputes == (("b", "frustrated", "neutral"),)
