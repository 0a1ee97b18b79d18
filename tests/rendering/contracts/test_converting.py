"""What a caller gives becomes plain data of the declared type, or is an error that says what is needed."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from typing import Any, get_args

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.foreign_text.fencing import visible
from tonekit.rendering.contracts.converting import WrongTypeError, converted, converter
from tonekit.rendering.contracts.values import InputType, Text
from tonekit.rendering.currencies import Money

LINE_BREAKS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")


def made(value: Any, kind: InputType, longest: int | None = None) -> Any:
    """Convert what an agent gave."""
    return converted(value, kind, "agent", longest=longest)


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        pytest.param("Anna\nBcc: x", "line", "Anna Bcc: x", id="line-is-folded"),
        pytest.param("  ", "line", None, id="blank-is-missing"),
        pytest.param(None, "line", None, id="none-is-missing"),
        pytest.param("\u200b", "line", None, id="invisible-is-missing"),
        pytest.param(" a\r\nb ", "text", "a\nb", id="text-keeps-lines"),
        pytest.param("a\n\nb", "list", ["a", "b"], id="list-from-text"),
        pytest.param(["a", " "], "list", ["a"], id="blank-items-go"),
        pytest.param([" "], "list", None, id="nothing-but-blank-items"),
        pytest.param(3, "number", 3, id="number"),
        pytest.param(0, "number", 0, id="nought-is-there"),
        pytest.param(False, "flag", False, id="false-is-there"),
        pytest.param(np.True_, "flag", True, id="flag-of-a-data-frame"),
        pytest.param("2025-12-01", "date", date(2025, 12, 1), id="date"),
        pytest.param(" ", "date", None, id="blank-date-is-missing"),
        pytest.param("\n  a\n\tb\n", "code", "  a\n\tb", id="code-keeps-its-indent"),
        pytest.param(
            {"text": "CRM", "price": {"amount": 1, "currency": "EUR"}},
            "prices",
            [{"text": "CRM", "price": Money(Decimal(1), "EUR")}],
            id="one-item",
        ),
        pytest.param(
            [{"text": "CRM", "quantity": 25, "each": {"amount": 1, "currency": "EUR"}}],
            "prices",
            [{"text": "CRM", "quantity": 25, "each": Money(Decimal(1), "EUR")}],
            id="price-of-one-piece",
        ),
        pytest.param(
            "2025-12-01T14:30",
            "datetimes",
            [datetime(2025, 12, 1, 14, 30)],  # noqa: DTZ001 - written as it is given
            id="one-time",
        ),
    ],
)
def test_converted(value: Any, kind: InputType, expected: Any) -> None:
    """A value becomes what its type says; what is blank is not there."""
    assert made(value, kind) == expected


@pytest.mark.parametrize(
    ("value", "kind", "words"),
    [
        pytest.param("three", "number", "needs a number", id="number"),
        pytest.param("yes", "flag", "true or false", id="flag"),
        pytest.param(7, "text", "needs a text", id="text"),
        pytest.param(7, "list", "list", id="list"),
        pytest.param("javascript:alert(1)", "links", "not an address that begins with https:", id="script-link"),
        pytest.param("https://a.example/)[x](y", "links", "signs that end an address", id="link-that-breaks-out"),
        pytest.param(7, "code", "lines of code", id="code"),
        pytest.param("soon", "date", "needs a date", id="date"),
        pytest.param(["2025-12-01"], "datetimes", "its hour", id="times"),
        pytest.param([{"text": "CRM"}], "prices", "a text and a price", id="item-without-price"),
        pytest.param(["CRM"], "prices", "list of items", id="no-item"),
        pytest.param(
            [{"text": "CRM", "price": {"amount": 1, "currency": "euro"}}],
            "prices",
            "three capital letters",
            id="item-with-wrong-price",
        ),
        pytest.param([{"text": "a"}], "turns", "author and text", id="turn-without-author"),
        pytest.param(["a"], "examples", "cannot be given as a fact", id="examples"),
    ],
)
def test_wrong_type(value: Any, kind: InputType, words: str) -> None:
    """A value of another type is an error that says what is needed."""
    with pytest.raises(WrongTypeError, match=words):
        made(value, kind)


@given(st.text(), st.integers(min_value=1, max_value=20))
def test_line_is_one_short_line(text: str, longest: int) -> None:
    """Whatever the text, a line has no line break, is no longer than declared, and knows who wrote it."""
    line = made(text, "line", longest)

    assert line is None or (
        isinstance(line, Text) and line.trust == "agent" and len(line) <= longest and not LINE_BREAKS & set(line)
    )


@given(st.sampled_from(get_args(InputType)), st.text() | st.lists(st.text()) | st.dictionaries(st.text(), st.text()))
def test_no_value_breaks_a_conversion(kind: InputType, value: Any) -> None:
    """Whatever is given, it is converted or refused as of another type; no other error comes out."""
    with suppress(WrongTypeError):
        made(value, kind)


@given(
    st.text(st.characters() | st.sampled_from(" \n\r\t\u200b\ufdd0"), max_size=40),
    st.sampled_from(["line", "text"]),
    st.none() | st.integers(1, 30),
)
def test_texts_taken_as_they_stand_are_those_that_cleaning_leaves(
    text: str, kind: InputType, longest: int | None
) -> None:
    """The quick way gives the same text, with the same things known of it, as cleaning does."""
    quick = converter(kind, "agent", longest=longest)(text)
    # A text of a class of its own is never taken as it stands.
    cleaned = converted(Unready(text), kind, "agent", longest=longest)

    assert quick == cleaned
    if quick is not None:
        assert (quick.trust, quick.lines, quick.mark) == (cleaned.trust, cleaned.lines, cleaned.mark)
        assert quick.printable == cleaned.printable == quick.isprintable()
        assert not quick.clean or visible(quick) == quick


class Unready(str):
    """A text that is not looked at for the quick way."""

    __slots__ = ()
