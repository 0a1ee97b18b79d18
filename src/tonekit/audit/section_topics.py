"""The section of the report on topics: which of them make people write again."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from ..evaluation.scores import wilson
from ..report.page import Section, figure, folded, paragraph, quotations, table
from ..report.plots import Bar, bars
from .figures import Figures
from .formatting import cost_headings, costs, interval, percent
from .tally import Tally

SHOWN = 15
_ABOVE = "▲"
FEWEST_MARKED = 5
"""Repeated contacts that a topic needs to be marked: one or two are an accident, however few mails there are."""


def ranked_topics(tally: Tally) -> list[tuple[str, Figures]]:
    """Return the topics, those that bring most repeated contacts first."""
    return sorted(tally.topics.items(), key=lambda item: (-item[1].repeated, -item[1].mails, item[0]))


def stands_out(figures: Figures, overall: Figures) -> bool:
    """Return whether a topic brings repeated contacts clearly more often than all mails do, at 95 %."""
    return figures.repeated >= FEWEST_MARKED and wilson(figures.repeated, figures.mails)[0] > overall.share(
        overall.repeated
    )


def topics_section(tally: Tally) -> Section:
    """Return what people write about, and what they write about again."""
    there = ranked_topics(tally)
    ranked = there[:SHOWN]
    returning = [(name, figures) for name, figures in ranked if figures.repeated]
    rows = [
        Bar(
            name, each.repeated, f"{each.repeated:,} of {each.mails:,} ({percent(each.share(each.repeated))})", colour=3
        )
        for name, each in returning
    ]
    plot = (
        figure(bars(rows, title="Repeated contacts by topic"))
        if rows
        else paragraph("No mail tells of an earlier contact.")
    )
    headings = ["topic", "mails", "repeated", "share repeated", "95 % interval", "frustrated", "urgent"]
    return Section(
        "topics",
        "Which topics bring people back",
        "A topic is what a mail wants and the matter that most of its words belong to. A contact is repeated where "
        "the sender says so (“the third time I write”), or has written on the same topic before in this pile. The "
        f"topics are sorted by how many repeated contacts they bring; {_ABOVE} marks those whose share is clearly "
        "above that of all mails.",
        [
            plot,
            table([*headings, *cost_headings(tally.overall)], _rows(ranked, tally)),
            *([paragraph(f"The first {SHOWN} of {len(there)} topics; --csv has all.")] if len(there) > SHOWN else []),
            folded("Examples by topic", _examples(ranked, tally)),
        ],
    )


def _rows(ranked: list[tuple[str, Figures]], tally: Tally) -> Iterator[list[str]]:
    for name, figures in ranked:
        mark = f" {_ABOVE}" if stands_out(figures, tally.overall) else ""
        yield [
            name,
            f"{figures.mails:,}",
            f"{figures.repeated:,}",
            percent(figures.share(figures.repeated)) + mark,
            interval(figures.repeated, figures.mails),
            percent(figures.share(figures.frustrated)),
            percent(figures.share(figures.urgent)),
            *costs(figures, tally.overall),
        ]


def _examples(ranked: list[tuple[str, Figures]], tally: Tally) -> Iterator[Markup]:
    for name, _ in ranked:
        yield quotations(tally.examples.of((("topic", name),)), summary=name)
