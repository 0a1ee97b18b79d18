"""Figures are written with what they are worth."""

from __future__ import annotations

import pytest

from tonekit.audit.formatting import MANY, few_mails, percent


@pytest.mark.parametrize(
    ("share", "written"),
    [
        pytest.param(1.0, "100%", id="all"),
        pytest.param(0.9999, ">99%", id="nearly-all"),
        pytest.param(0.071, "7.1%", id="small"),
        pytest.param(0.0002, "<0.1%", id="hardly-any"),
        pytest.param(0.0, "0%", id="none"),
        pytest.param(None, "–", id="unknown"),
    ],
)
def test_percent(share: float | None, written: str) -> None:
    """Only all is 100 %, and only none is 0 %."""
    assert percent(share) == written


@pytest.mark.parametrize(
    ("mails", "words"),
    [
        pytest.param(0, None, id="none"),
        pytest.param(
            4, "4 mails are few: where half of them are so, of all mails like them it may be anything from 15%"
        ),
        pytest.param(MANY, None, id="many"),
    ],
)
def test_few_mails_are_told(mails: int, words: str | None) -> None:
    """Below a hundred mails it is said how far a share may be off; above, and of none, nothing is said."""
    said = few_mails(mails)

    assert said is None if words is None else said is not None and said.startswith(words)
