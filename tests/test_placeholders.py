"""Placeholders: written in one way, read in several."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.placeholders import placeholder, placeholders_in, restored, unknown_in

VALUES = {"[EMAIL_1]": "a@b.se", "[ORDER_NUMBER_12]": "NL-1"}


def test_written() -> None:
    """A placeholder names kind and number."""
    assert placeholder("order_number", 12) == "[ORDER_NUMBER_12]"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("[ORDER_NUMBER_12]", "NL-1", id="as-written"),
        pytest.param(r"\[ORDER\_NUMBER\_12\]", "NL-1", id="escaped"),
        pytest.param("[order_number 12]", "NL-1", id="small-letters"),
        pytest.param("**[EMAIL_1]**", "**a@b.se**", id="in-bold"),
        pytest.param("[EMAIL_01]", "a@b.se", id="leading-zero"),
        pytest.param("[EMAIL_1][EMAIL_1]", "a@b.sea@b.se", id="twice"),
        pytest.param("Write to EMAIL_1.", "Write to a@b.se.", id="without-brackets"),
        pytest.param("(EMAIL_1)", "(a@b.se)", id="in-round-brackets"),
        pytest.param("{EMAIL_1} <EMAIL_1>", "a@b.se a@b.se", id="in-other-brackets"),
        pytest.param("［EMAIL_1］", "a@b.se", id="in-wide-brackets"),
        pytest.param("{{EMAIL_1}} {{ EMAIL_1 }}", "a@b.se a@b.se", id="in-double-braces"),
        pytest.param("set `EMAIL_1` to EMAIL_1", "set `EMAIL_1` to a@b.se", id="in-code"),
        pytest.param("```\nSELECT EMAIL_1\n```\nEMAIL_1", "```\nSELECT EMAIL_1\n```\na@b.se", id="in-fenced-code"),
        pytest.param("https://x.y/?a=EMAIL_1 EMAIL_1", "https://x.y/?a=EMAIL_1 a@b.se", id="in-a-link"),
        pytest.param("`[EMAIL_1]` https://x.y/?a=[EMAIL_1]", "`a@b.se` https://x.y/?a=a@b.se", id="as-written-in-code"),
        pytest.param("an open ` and EMAIL_1", "an open ` and a@b.se", id="single-backtick"),
        pytest.param("[EMAIL1] [EMAIL_ 1] [Email #1]", "a@b.se a@b.se a@b.se", id="other-joints"),
        pytest.param("[EMAIL_1]'s", "a@b.se's", id="genitive"),
        pytest.param("email_1 MY_EMAIL_1 EMAIL_1.csv x@EMAIL_1", "email_1 MY_EMAIL_1 EMAIL_1.csv x@EMAIL_1", id="code"),
        pytest.param("[EMAIL_11]", "[EMAIL_11]", id="other-number"),
        pytest.param("[EMAIL_]", "[EMAIL_]", id="no-number"),
        pytest.param("[see 1]", "[see 1]", id="other-word"),
    ],
)
def test_restored(text: str, expected: str) -> None:
    """What stands for something is put back, and nothing else changes."""
    assert restored(text, VALUES) == expected


def test_values_can_be_escaped() -> None:
    """What is put back can be made fit for where it goes."""
    assert restored("[EMAIL_1]", VALUES, shown=str.upper) == "A@B.SE"


def test_unknown() -> None:
    """Made-up placeholders are named once; what is not written as one is none."""
    assert unknown_in("[EMAIL_1] [EMAIL_2] [EMAIL_2] [Option 1]", VALUES) == ("[EMAIL_2]",)
    assert unknown_in("[Email 3] EMAIL_4 OPTION_1", VALUES) == ("[Email 3]", "EMAIL_4")


def test_what_was_left_in_code_is_named() -> None:
    """Nobody is sent the name of a placeholder unseen, but a customer the word that was the customer's own."""
    answer = restored("set `EMAIL_1`", VALUES)

    assert unknown_in(answer, VALUES) == ("EMAIL_1",)
    assert unknown_in(answer, {**VALUES, "[LITERAL_1]": "{EMAIL_1}"}) == ()


@given(st.text(max_size=100))
def test_text_without_values_is_untouched(text: str) -> None:
    """Where nothing was replaced nothing is put back."""
    assert restored(text, {}) == text


def test_places_of_placeholders() -> None:
    """The exact form counts for every kind, the loose one for known kinds."""
    text = "[FOO_1] [foo 1] [email 1]"

    assert [text[start:end] for start, end in placeholders_in(text, {"email"})] == ["[FOO_1]", "[email 1]"]
    assert placeholders_in("EMAIL_1 FOO_1", {"email"}) == [(0, 7)]
