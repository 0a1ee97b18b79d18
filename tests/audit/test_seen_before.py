"""One mail that was exported twice is counted once, and is no repeated contact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import pytest

from tonekit.audit.auditing import audit
from tonekit.audit.observation import Observation
from tonekit.audit.seen_before import Copies
from tonekit.audit.tally import Tally
from tonekit.mails.mail import Mail

from .conftest import Look

FIRST: dict[str, Any] = {"text": "Hello", "id": "7", "sent": date(2026, 11, 2), "sender": "kim@firma.example"}


@pytest.mark.parametrize(
    ("other", "copy"),
    [
        pytest.param({}, True, id="the-same-row"),
        pytest.param({"id": "8"}, True, id="sent-twice"),
        pytest.param({"sender": "bo@firma.example"}, True, id="one-ticket"),
        pytest.param({"id": "8", "sender": "bo@firma.example"}, False, id="two-people"),
        pytest.param({"id": "8", "sender": None}, False, id="nobody-knows-who"),
        pytest.param({"sent": date(2026, 11, 3)}, False, id="another-day"),
        pytest.param({"text": "Hello again"}, False, id="another-text"),
    ],
)
def test_what_a_copy_is(other: dict[str, Any], *, copy: bool) -> None:
    """Text and day are the same, and so is id or sender; the text alone tells nothing."""
    copies = Copies()

    assert not copies.seen(Mail(**FIRST))
    assert copies.seen(Mail(**FIRST | other)) == copy


def test_copies_are_bounded() -> None:
    """Beyond the bound no mail is remembered anew, and that is told."""
    copies = Copies(most=1)

    assert [copies.seen(Mail(text=text, id=text)) for text in "abab"] == [False, False, True, False]
    assert copies.full


def test_a_copy_is_counted_apart(look: Look, tally: Tally) -> None:
    """It is in no figure, brings nobody back, and stands with its id among what was not read."""

    def read(mails: Iterable[Mail]) -> Iterator[Observation]:
        return (look(mail={"sender": each.sender, "sent": each.sent}) for each in mails)

    assert len(list(audit([Mail(**FIRST), Mail(**FIRST)], read, tally))) == 1
    assert (tally.overall.mails, tally.overall.repeated) == (1, 0)
    assert (tally.copies, tally.copied) == (1, ("7",))
