"""The quick way to plain text writes what the parser writes, or leaves it to the parser."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tonekit.rendering.markup.inert import markdown_text
from tonekit.rendering.markup.markdown import ReplyMarkdown, plain_tokens
from tonekit.rendering.markup.plain_text import simple_text
from tonekit.rendering.markup.provenance import CLOSE, INPUT, mark, unmarked

MARKDOWN = ReplyMarkdown()
PIECES = st.sampled_from(
    [
        *(
            "\n",
            "\n\n",
            "- ",
            "1. ",
            "2. ",
            "07. ",
            "0. ",
            "12) ",
            "* ",
            "+ ",
            "# ",
            "> ",
            "---",
            "===",
            "    ",
            "  ",
            "\t",
            "~~~",
        ),
        *(
            "word",
            "a b",
            "Ä.",
            "3",
            "-",
            ".",
            "_",
            "*",
            "`",
            "&",
            "&amp;",
            "& co",
            "<b>",
            "![",
            "[x](https://a.example/b)",
            "\\",
        ),
        *(
            "[https://a.example](https://a.example)",
            "[x](javascript:1)",
            "[x](mailto:a@b.example)",
            "[x](https://ä.example)",
        ),
        *(markdown_text("1. - *x* [y](z) \\ &"), mark(INPUT, 3) + "Kim" + CLOSE, mark(INPUT, 300) + r"4\. x" + CLOSE),
        *(
            "[" + mark(INPUT, 1) + "x" + CLOSE + "](" + mark(INPUT, 2) + "https://a\\.example" + CLOSE + ")",
            "\u00a0",
            "\x00",
        ),
    ]
)


def parsed(markdown: str) -> str:
    """Return the text that the parser's way writes."""
    return unmarked(plain_tokens(MARKDOWN._markdown.parse(markdown)))


@settings(max_examples=1500)
@given(st.lists(PIECES, max_size=14).map("".join))
@example("a\n2. b\n\n1. c\n- d\ne\n\n\nf \ng")
@example("- a\n\n2. b\n3. c\n\nd")
@example("12. a\n\n- b")
def test_same_as_the_parser(markdown: str) -> None:
    """For any Markdown the quick way gives the parser's text, or none."""
    quick = simple_text(markdown)

    assert quick is None or unmarked(quick) == parsed(markdown)


@given(st.lists(st.text(max_size=40).map(markdown_text), max_size=5))
def test_any_value_is_simple(values: list[str]) -> None:
    """Whatever customers write, escaped and in paragraphs of its own, it needs no parser and loses no sign."""
    lines = [" ".join(value.split()) for value in values]
    markdown = "\n\n".join(line for line in lines if line)
    quick = simple_text(markdown)

    assert quick is not None
    assert quick == parsed(markdown)


@pytest.mark.parametrize(
    "markdown",
    [
        pytest.param("Hello,\n\nOne.\nTwo.\n\n- a\n- b\n\n1. c\n2. d\n\nBye", id="reply"),
        pytest.param("See [the guide](https://a.example/g) & more", id="link"),
    ],
)
def test_ordinary_replies_are_simple(markdown: str) -> None:
    """Paragraphs, lists and links take the quick way."""
    assert simple_text(markdown) == parsed(markdown)


@pytest.mark.parametrize(
    "markdown", ["**a**", "# a", "> a", "- a\n  - b", "```\na\n```", "a\n===", "a\\\nb", "&amp;", "[a][b]", "1) a"]
)
def test_everything_else_takes_the_parser(markdown: str) -> None:
    """What the quick way does not know it does not touch."""
    assert simple_text(markdown) is None
