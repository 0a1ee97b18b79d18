"""Pasted data is told from words."""

from __future__ import annotations

from base64 import b64encode
from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.foreign_text.pasted_data import first_data, without_data

_BASE64 = b64encode(bytes(range(256)) * 8).decode()
_DATA = {
    "one run": _BASE64,
    "lines of mail": fill(_BASE64, 76),
    "lines of a key": f"{fill(_BASE64, 64)}",
    "lines of Windows": fill(_BASE64, 76).replace("\n", "\r\n"),
    "quoted lines": fill(_BASE64, 76, initial_indent="> ", subsequent_indent="> "),
    "address": f"data:image/png;base64,{_BASE64}",
    "address of a drawing": f"data:image/svg+xml,{'%3Csvg%20' * 100}",
    "hexadecimal": (bytes(range(256)) * 2).hex(),
    "for addresses": _BASE64.replace("+", "-").replace("/", "_"),
}


@pytest.mark.parametrize("data", _DATA.values(), ids=_DATA.keys())
def test_data_is_found(data: str) -> None:
    """Each form is found whole, and the words around it stay."""
    text = f"See my picture:\n{data}\nIt prints nothing."

    assert without_data(text).split() == ["See", "my", "picture:", "[…]", "It", "prints", "nothing."]


_NO_DATA = {
    "words": "My printer prints nothing. " * 500,
    "words without spaces": "Donaudampfschifffahrtsgesellschaftskapitaensmuetze " * 50,
    "a link": f"https://example.com/track?{'&'.join(f'part{each}=a1b2c3d4e5f6' for each in range(60))}",
    "a short key": f"My key is {'a1B2' * 40}, does it work?",
    "two lines": f"{fill('a1B2' * 38, 76)}\nIs that the key?",
    "lines of words": "\n".join(["Mein Drucker druckt nicht mehr, was kann ich denn da nur machen?"] * 50),
    "an address of data in words": "What is data:image/png;base64, and how do I write it?",
    "rules": "\n".join(["-" * 70, "My printer", "=" * 70] * 20),
}


@pytest.mark.parametrize("text", _NO_DATA.values(), ids=_NO_DATA.keys())
def test_words_are_no_data(text: str) -> None:
    """Words, links, keys and rules are left as they are."""
    assert first_data(text, 0, len(text)) is None
    assert without_data(text) == text


@pytest.mark.parametrize("data", _DATA.values(), ids=_DATA.keys())
def test_data_is_found_whole_wherever_the_search_ends(data: str) -> None:
    """Data that begins before the end of a search is told to its own end, and data behind it is none of its."""
    text = f"See my picture:\n{data * 3}\nIt prints nothing."
    start = text.index(data)
    found = first_data(text, 0, start + 1)

    assert found is not None
    assert found == first_data(text, 0, len(text))
    assert found[0] <= start
    assert first_data(text, 0, found[0]) is None


@given(st.text(alphabet="aZ09+/= \n>:;,data", max_size=2_000), st.integers(0, 2_000), st.integers(0, 2_000))
def test_any_text_is_searched(text: str, position: int, before: int) -> None:
    """What is found begins between the two places, and lies in the text."""
    if found := first_data(text, position, before):
        assert position <= found[0] < before
        assert found[0] < found[1] <= len(text)
