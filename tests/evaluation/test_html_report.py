"""The report is one file, complete, and inert whatever customers write."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import pytest

from tonekit.evaluation.answers import AnsweredMessage
from tonekit.evaluation.comparing import compare
from tonekit.evaluation.evaluation import evaluation_of
from tonekit.evaluation.html_report import html_report
from tonekit.evaluation.mistakes import Answer
from tonekit.evaluation.reservations import KNOWN_MESSAGES

from .conftest import ATTACK

FORBIDDEN = {"script", "img", "iframe", "object", "embed", "link", "form", "base", "audio", "video", "foreignobject"}


class Seen(HTMLParser):
    """What a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


@pytest.fixture
def seen(answered: list[AnsweredMessage]) -> Seen:
    """Return the report of messages that attack it, as a browser sees it."""
    evaluation = evaluation_of(answered, file=ATTACK, data="00ff")
    parser = Seen()
    parser.feed(html_report(evaluation, compare(evaluation, answered)))
    return parser


def test_customer_text_stays_text(seen: Seen) -> None:
    """Ids, tags, file names and messages that look like markup are shown and not run."""
    assert {tag for tag, _ in seen.tags} & FORBIDDEN == set()
    assert not [name for _, attributes in seen.tags for name in attributes if name.startswith("on")]
    assert any(f"{ATTACK} m2" in text for text in seen.texts)


def test_nothing_is_loaded(seen: Seen) -> None:
    """The page stands alone: it names no address but its own anchors, and forbids itself to load anything."""
    addresses = [attributes[name] for _, attributes in seen.tags for name in ("href", "src") if name in attributes]
    policies = [attributes["content"] for tag, attributes in seen.tags if tag == "meta" and "http-equiv" in attributes]

    assert [address for address in addresses if not (address or "").startswith("#")] == []
    assert len(policies) == 1
    assert "default-src 'none'" in (policies[0] or "")


def test_report_is_complete(seen: Seen) -> None:
    """Every dimension has its section; plots, comparison, tags and mistakes are there."""
    ids = [attributes["id"] for tag, attributes in seen.tags if tag == "section"]

    assert ids == ["overview", "compared", "tags", "mood", "urgency", "template"]
    assert sum(tag == "svg" for tag, _ in seen.tags) >= 5
    assert any("same answers" in text for text in seen.texts)
    assert "template: answered but never labelled: quote 1" in seen.texts


def test_the_language_lifts_no_mean(answered: list[AnsweredMessage]) -> None:
    """The language is nearly always right: the figures at the top leave it out, and name the worst dimension."""
    language = Answer("en", 1.0)
    with_language = [
        replace(each, wanted={**each.wanted, "language": "en"}, given={**each.given, "language": language})
        for each in answered
    ]
    pages = [html_report(evaluation_of(rows, file="x.jsonl", data="0")) for rows in (answered, with_language)]
    tops = [page.split("</ul>")[0].split('<ul class="cards">')[1].replace(", language left out", "") for page in pages]

    assert tops[0] == tops[1]
    assert "macro-F1 of the worst" in tops[0]


def test_nearly_all_is_not_all() -> None:
    """One mistake in three hundred answers is not rounded away."""
    rows = [
        AnsweredMessage(f"m{row}", str(row), "en", (), {"mood": "neutral"}, {"mood": Answer(given, 0.9)}, (), "rules")
        for row, given in enumerate(["neutral"] * 299 + ["frustrated"])
    ]

    assert "&gt;99% right (95 % interval 98% to &gt;99%)" in html_report(evaluation_of(rows, file="x", data="0"))


@pytest.mark.parametrize("fitted_on", [False, True], ids=["others", "the-same"])
def test_weights_that_know_the_messages_are_told(answered: list[AnsweredMessage], fitted_on: bool) -> None:
    """That weights were fitted on what they are asked stands beside the figures and beside the comparison."""
    evaluation = evaluation_of(answered, file="ours.jsonl", data="00ff", fitted_on=fitted_on)
    page = html_report(evaluation, compare(evaluation, answered))

    assert ("fitted on these very messages" in page) is fitted_on
    assert (KNOWN_MESSAGES in page) is fitted_on
