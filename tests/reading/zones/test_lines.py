"""What a single line of a mail tells."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.reading.zones.lines import Line, is_contact

CONTACT = re.compile(r"@|://|\bwww\.|\d[\d ()/.-]{5,30}\d")


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        pytest.param("anna@firm.example", True, id="address"),
        pytest.param("https://firm.example", True, id="link"),
        pytest.param("www.firm.example", True, id="bare-link"),
        pytest.param("Tel. +47 22 33 44 55", True, id="telephone"),
        pytest.param("awww.", False, id="no-link"),
        pytest.param("Room 12, floor 3", False, id="figures"),
        pytest.param("Anna Berg", False, id="name"),
    ],
)
def test_contact(text: str, contact: bool) -> None:
    """Addresses, links and telephone numbers are contacts."""
    assert is_contact(Line(0, text, opens=True)) is contact


@given(st.text(alphabet="aw.@:/ 0123()-é", max_size=40))
def test_contact_of_any_line(text: str) -> None:
    """The parts are looked for one by one, and find what one expression for all of them finds."""
    assert is_contact(Line(0, text, opens=True)) is (CONTACT.search(text) is not None)
