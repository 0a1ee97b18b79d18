"""Figures are written with what they are worth."""

from __future__ import annotations

import pytest

from tonekit.audit.written import MANY, few_mails


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
