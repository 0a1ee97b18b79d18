"""Capitals of names, for whatever stands in the field."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.names.capitals import with_capitals


@given(st.text(max_size=60))
def test_letters_stay_where_they_are(name: str) -> None:
    """No sign is added, lost or moved, and a second look changes nothing."""
    said = with_capitals(name)

    assert said.replace("İ", "i").casefold() == name.replace("İ", "i").casefold()
    assert with_capitals(said) == said


@pytest.mark.parametrize("name", ["", " ", "李明", "123", "-", "'"])
def test_what_has_no_capitals(name: str) -> None:
    """A script without capitals, and what is no name, stays as it is."""
    assert with_capitals(name) == name
