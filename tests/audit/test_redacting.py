"""What identifies a person does not stand in examples."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.audit.redacting import redact_example


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("write to anna.berg+x@firma.example now", "write to [EMAIL_1] now"),
        ("call +46 (0)70-123 45 67 now", "call [PHONE_1] now"),
        ("call 0171 2345678.", "call [PHONE_1]."),
        ("pay to DE89 3704 0044 0532 0130 00 please", "pay to [IBAN_1] please"),
        ("case 4711, 12 pumps", "case [NUMBER], 12 pumps"),
        ("see https://x.example/a?b=c and www.y.example", "see [LINK] and [LINK]"),
        ("Anna and Berg's phone", "[NAME_1] and [NAME_2]'s phone"),
        ("annan banan", "annan banan"),
    ],
)
def test_redaction(text: str, expected: str) -> None:
    """Addresses, links, telephone and other long numbers, and known names are replaced by their kind."""
    assert redact_example(text, ["Anna Berg"]) == expected


def test_names_come_from_addresses_too() -> None:
    """The name before the @ of a sender is a name."""
    assert redact_example("Kim Svensson asks", ["kim.svensson@firma.example"]) == "[NAME] [NAME] asks"


@given(st.text(), st.lists(st.text()))
def test_any_text(text: str, names: list[str]) -> None:
    """Whatever text and names hold, no run of three digits is left."""
    found = redact_example(text, names)

    assert not any(found[place : place + 3].isdecimal() for place in range(len(found) - 2))
