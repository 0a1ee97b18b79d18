"""Plain text that is put together from values is the text of the Markdown, whatever the values are."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tonekit.rendering.contracts.converting import converted
from tonekit.rendering.environment import inert_in_markdown
from tonekit.rendering.markup.markdown import ReplyMarkdown
from tonekit.rendering.markup.provenance import unmarked
from tonekit.rendering.plans.holes import Hole
from tonekit.rendering.plans.pieces import Piece
from tonekit.rendering.plans.plain_program import plain_program
from tonekit.rendering.plans.program import program

MARKDOWN = ReplyMarkdown()
TEXTS = st.one_of(
    st.text(min_size=1, max_size=12),
    st.sampled_from(
        ["1", "12.", "3) x", "- x", "a & b", "x\\", "*a*", "[x](y)", "٣.", "a\nb", " a ", "1. x", "\u00a0"]
    ),
)
PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            ["\n", "\n\n", "- ", "1. ", "2. ", "12", ".", ") ", "a", " ", "&", "\\", "\\.", "[", "](", "x: "]
        ),
        st.sampled_from([Hole("a"), Hole("b"), Hole("list", 0), Hole("list", 1), Hole("number", text=False)]),
        st.just("link"),
    ),
    max_size=12,
)
LINK = ("[", Hole("links", 0, "text"), "](", Hole("links", 0, "url"), ")")
URLS = ("https://a.example/b-c", "https://ä.example", "mailto:a@b.example", "https://a.example/?b=c&d")


def spread(pieces: list[Any]) -> list[Piece]:
    """Return pieces with links written out."""
    return [each for piece in pieces for each in (LINK if piece == "link" else (piece,))]


@settings(max_examples=1500)
@given(PIECES, st.lists(TEXTS, min_size=5, max_size=5), st.sampled_from(URLS), st.integers(0, 2000))
@example(["1", Hole("a"), " x"], [". b", "x", "x", "x", "x"], URLS[0], 1)
@example(["\n", Hole("a"), ". x"], ["12", "x", "x", "x", "x"], URLS[0], 1)
@example(["link"], ["x", "x", "x", "x", URLS[0]], URLS[0], 1)
def test_same_as_the_text_of_the_markdown(pieces: list[Any], texts: list[str], url: str, number: int) -> None:
    """Where the text can be put together at all, it is that of the Markdown with the same values made inert."""
    lines = [converted(text, "line", "customer", longest=None) or "word" for text in texts]
    values = {
        "a": converted(texts[0], "text", "agent", longest=None) or lines[0],
        "b": lines[1],
        "list": lines[2:4],
        "number": f"{number} €",
        "links": converted([{"url": url, "text": texts[4]}], "links", "agent", longest=None),
    }
    made = spread(pieces)
    plain = plain_program(made)
    text = None if plain is None else plain.written(values, ())

    if text is not None:
        markdown = program(made).written(values, (), inert_in_markdown)
        assert text == unmarked(MARKDOWN.text(markdown))


def test_ordinary_replies_need_no_markdown() -> None:
    """Paragraphs, lists and links are put together, and every sign of a value stands as it is."""
    plain = plain_program(["Hello ", Hole("a"), ",\n\n- ", Hole("list", 0), "\n- ", Hole("list", 1), "\n\n", *LINK])
    values = {
        "a": converted("A*", "line", "customer", longest=None),
        "list": converted(["b", "c 2."], "list", "agent", longest=None),
        "links": converted([{"url": "https://a.example/g", "text": "Guide"}], "links", "agent", longest=None),
    }

    assert plain is not None
    assert plain.written(values, ()) == "Hello A*,\n\n- b\n- c 2.\n\nGuide (https://a.example/g)"


@pytest.mark.parametrize("item", ["2. c", "a\nb"])
def test_values_that_may_change_a_line_are_left_to_markdown(item: str) -> None:
    """Digits where a line begins, and line breaks, are nothing to put in as they are."""
    plain = plain_program(["- ", Hole("a")])

    assert plain is not None
    assert plain.written({"a": converted(item, "text", "agent", longest=None)}, ()) is None


@pytest.mark.parametrize("author", ["**", "`", "# ", "> ", "&", "\\", "    ", "[x](", "1) "])
def test_what_markdown_may_read_otherwise_is_left_to_it(author: str) -> None:
    """Author's text beyond paragraphs, lists and links is not put together."""
    assert plain_program([author, Hole("a")]) is None
