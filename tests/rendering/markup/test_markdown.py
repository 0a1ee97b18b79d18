"""Reply Markdown becomes a readable plain mail and clean HTML."""

from __future__ import annotations

import pytest

from tonekit.rendering.markup.markdown import ReplyMarkdown

MARKDOWN = ReplyMarkdown()


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        pytest.param("Hello,\n\nOne.\nTwo.", "Hello,\n\nOne.\nTwo.", id="paragraphs-and-lines"),
        pytest.param("Do:\n\n1. a\n2. b\n\nBye", "Do:\n\n1. a\n2. b\n\nBye", id="steps"),
        pytest.param("3. c\n4. d", "3. c\n4. d", id="list-that-goes-on"),
        pytest.param("- a\n- b", "- a\n- b", id="bullets"),
        pytest.param("- a\n\n- b", "- a\n- b", id="loose-bullets"),
        pytest.param("- a\n  - b\n- c", "- a\n  - b\n- c", id="nested"),
        pytest.param("**Now** or *never*", "Now or never", id="emphasis"),
        pytest.param("[Guide](https://a.example/g)", "Guide (https://a.example/g)", id="link"),
        pytest.param("[https://a.example](https://a.example)", "https://a.example", id="bare-link"),
        pytest.param("[Mail us](mailto:a@b.example)", "Mail us (a@b.example)", id="mail"),
        pytest.param("```\nmake test\n```", "make test", id="code"),
        pytest.param("a\n\n\n\n\nb", "a\n\nb", id="gaps-close"),
        pytest.param("", "", id="empty"),
    ],
)
def test_plain_text(markdown: str, text: str) -> None:
    """The text part reads as a person would write it."""
    assert MARKDOWN.render(markdown)[0] == text


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        pytest.param("a\nb", "<p>a<br />\nb</p>", id="line-break"),
        pytest.param("[x](https://a.example)", '<p><a href="https://a.example">x</a></p>', id="link"),
        pytest.param("[x](ftp://a.example)", "<p>[x](ftp://a.example)</p>", id="other-scheme"),
        pytest.param("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>", id="javascript"),
        pytest.param("[x](data:text/html,x)", "<p>[x](data:text/html,x)</p>", id="data"),
        pytest.param("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>", id="html"),
        pytest.param("![x](https://a.example/p.png)", '<p>!<a href="https://a.example/p.png">x</a></p>', id="no-image"),
    ],
)
def test_html(markdown: str, html: str) -> None:
    """The HTML part has no script, no image and no raw HTML, also where an author writes them."""
    assert MARKDOWN.render(markdown)[1] == html
