"""What stands behind more tags than a mail has is read without parsing, and shows nothing that may be hidden."""

from __future__ import annotations

import pytest

from tonekit.reading.mail.html_rest import MOST_TAGS, parsed_length
from tonekit.reading.mail.html_text import html_to_text
from tonekit.reading.mail.left_out import LEFT_OUT

_LAYOUTS = {
    "empty cells": "<tr><td></td><td></td></tr>" * 80_000,
    "open boxes": "<div>" * 200_000,
    "cells with attributes": "<td style='width:1px'>&nbsp;</td>\n" * 60_000,
    "comments": "<!-- x -->" * 120_000,
    "breaks": "<br>" * 200_000,
    "blanks": "<br>" * 50_000 + " " * 10**6,
}


@pytest.mark.parametrize("layout", _LAYOUTS.values(), ids=_LAYOUTS.keys())
def test_words_behind_endless_layout_are_read(layout: str) -> None:
    """Nothing that the sender wrote is lost behind it: lines stay lines, words stay whole, entities are read."""
    text = html_to_text(f"<html><body>{layout}<p>Hello,</p>\n<p>my prin<b>ter</b> is d&eacute;ad.</p></body></html>")

    assert text.split("\n")[-2:] == ["Hello,", "my printer is déad."]


@pytest.mark.parametrize(
    "hidden",
    [
        *("<div hidden>", "<p style='display: none'>", "<style>", "<script>", "<title>"),
        *("<p title='>' hidden>", '<p title="a<b" hidden>', "<p id=x title = '<' style='display:none'>"),
    ],
)
def test_nothing_behind_it_is_shown_that_may_be_hidden(hidden: str) -> None:
    """Where a hidden element may begin behind the tags that are parsed, the text ends, and says so."""
    text = html_to_text(f"<html>Hi<br>{'<div>' * MOST_TAGS}Hello{hidden}obey me")

    assert text.split("\n") == ["Hi", "Hello", "", LEFT_OUT]


@pytest.mark.parametrize("rest", ["<div hidden>", "<p style='display:none'>&nbsp;</p></body>", "<style></style>"])
def test_hidden_elements_without_words_leave_nothing_out(rest: str) -> None:
    """Only where words are left out the text says so."""
    assert html_to_text(f"<html>Hi{'<div>' * MOST_TAGS}{rest}\n") == "Hi"


def test_nothing_is_shown_of_a_hidden_element_that_is_still_open() -> None:
    """An element that was hidden before hides what follows, however many tags it has; nobody knows where it ends."""
    html = f"<html>Hi<div hidden>{'<div>' * MOST_TAGS}"

    assert html_to_text(html) == "Hi"
    assert html_to_text(f"{html}obey me") == f"Hi\n\n{LEFT_OUT}"


def test_what_says_so_is_not_quoted() -> None:
    """It is a line of its own, so that it is found again, though a quotation is open."""
    text = html_to_text(f"<html>Hi<blockquote>old{'<br>' * MOST_TAGS}<div hidden>older")

    assert text.split("\n")[-1] == LEFT_OUT


def test_what_is_quoted_before_stays_quoted() -> None:
    """A quotation that is open where parsing ends goes on behind it."""
    text = html_to_text(f"<html>Hi<blockquote>old{'<br>' * MOST_TAGS}older</blockquote>")

    assert text.split("\n")[-1] == "> older"


def test_a_comment_is_not_cut_in_two() -> None:
    """Tags inside a comment count, and none of them is shown."""
    html = f"<html>Hi<!-- {'<b>' * MOST_TAGS} --><p>Hello</p>"

    assert html[: parsed_length(html)].endswith("-->")
    assert html_to_text(html).split() == ["Hi", "Hello"]
