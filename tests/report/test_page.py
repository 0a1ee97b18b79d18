"""A page is one file that loads and runs nothing, whatever stands in it."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from tonekit.report.page import CSS, Section, beside, cards, figure, folded, heading, page, paragraph, quotations, table

HOSTILE = '</style></title><script>alert(1)</script><img src=x onerror="y">'


class Tags(HTMLParser):
    """Collects the tags and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.attributes: list[str] = []
        self.values: list[str | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        self.attributes += [name for name, _ in attrs]
        self.values += [value for _, value in attrs]


def tags(html: str) -> Tags:
    """Return what a page is made of."""
    reader = Tags()
    reader.feed(html)
    return reader


def everything(text: str) -> str:
    """Return a page that has a text in every place where one can stand."""
    blocks = [
        heading(text),
        paragraph(text),
        figure(Markup("<svg></svg>"), text),
        table([text, text], [[text, text]]),
        folded(text, [quotations([text], summary=text)]),
        beside([[paragraph(text)]]),
    ]
    return page(text, text, cards([(text, text)]), [Section("id", text, text, blocks)])


def test_texts_are_escaped() -> None:
    """A text can become no tag and no attribute, wherever it stands."""
    found, plain = tags(everything(HOSTILE)), tags(everything("x"))

    assert found.seen == plain.seen
    assert found.attributes == plain.attributes


def test_page_loads_nothing() -> None:
    """There is no script, link or image, and the page forbids them to itself."""
    html = everything("x")

    assert not {"script", "link", "img", "iframe"} & set(tags(html).seen)
    assert "default-src 'none'; style-src 'unsafe-inline'" in tags(html).values
    assert "http" not in html.replace("http-equiv", "")


def test_what_is_printed_is_whole() -> None:
    """On paper nobody scrolls and opens nothing: tables are as wide as the page, and what is folded is open."""
    printed = CSS.read_text(encoding="utf-8").split("@media print", 1)[1]

    assert ".scroll, figure { overflow: visible; }" in printed
    assert "td.n, th.n { white-space: normal;" in printed
    assert "details::details-content { content-visibility: visible;" in printed


def test_folds_without_content_vanish() -> None:
    """Where there is nothing to open, there is no line that opens it."""
    assert quotations([], summary="Examples") == ""
    assert folded("x", [Markup("")]) == ""


def test_numbers_stand_right() -> None:
    """Columns behind the texts are numbers."""
    assert table(["name", "mails"], [["a", "1"]]).count('class="n"') == 2
    assert table(["name", "quote", "mails"], [["a", "b", "1"]], texts=2).count('class="n"') == 2


@pytest.mark.parametrize("name", ["c", "t", "l"])
def test_every_colour_is_defined(name: str) -> None:
    """The style sheet has a rule for each colour that plots use."""
    html = everything("x")

    assert all(f"svg .{name}{number} " in html for number in range(8))


@given(st.text(min_size=1))
def test_any_text_makes_the_same_page(text: str) -> None:
    """Whatever the texts, the structure of the page is the same."""
    assert tags(everything(text)).seen == tags(everything("x")).seen
