"""The section of the report on what the helpdesk knows: customer types, handling time, follow-ups."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from ..report.page import Section, figure, heading, table
from ..report.plots import Bar, bars, stacked_bars
from .formatting import minutes, pain_headings, pains, percent
from .section_labels import ordered_labels
from .tally import Tally

_DRAWN = ("mood", "urgency", "formality", "knowledge", "request")


def customers_section(tally: Tally) -> Section | None:
    """Return what the columns of the helpdesk say; None if the pile has none of them."""
    if not (tally.overall.timed or tally.overall.followable or tally.by("customer_type")):
        return None
    return Section(
        "customers",
        "Customers and cost",
        f"From the columns of the file: handling time of {tally.overall.timed:,} mails, follow-up needed of "
        f"{tally.overall.followable:,}. A mean over few mails says little; the number of mails is beside it.",
        [*_types(tally), *_times(tally), *_follow_ups(tally)],
    )


def _types(tally: Tally) -> Iterator[Markup]:
    types = tally.by("customer_type")
    if not types:
        return
    rows = [[name, *pains(figures, tally.overall)] for (name,), figures in types.items()]
    yield heading("Types of customers")
    yield table(["customer type", *pain_headings(tally.overall)], rows)
    for dimension in _DRAWN:
        pairs = tally.by("customer_type", dimension)
        labels = ordered_labels(tally, dimension)
        drawn = {
            name: [(label, float(pairs[name, label].mails) if (name, label) in pairs else 0.0) for label in labels]
            for (name,) in types
        }
        yield figure(stacked_bars(drawn, title=f"{dimension} by customer type"), dimension)


def _times(tally: Tally) -> Iterator[Markup]:
    timed = {request: figures for (request,), figures in tally.by("request").items() if figures.timed}
    rows = [
        Bar(
            request, figures.mean_minutes or 0.0, f"{minutes(figures.mean_minutes)} ({figures.timed:,} mails)", colour=1
        )
        for request, figures in timed.items()
    ]
    if rows:
        yield figure(bars(rows, title="Mean handling time by request"), "Mean handling time by request")


def _follow_ups(tally: Tally) -> Iterator[Markup]:
    known = {request: figures for (request,), figures in tally.by("request").items() if figures.followable}
    rows = [
        Bar(request, each.follow_up_share or 0.0, f"{percent(each.follow_up_share)} of {each.followable:,}", colour=4)
        for request, each in known.items()
    ]
    if rows:
        yield figure(
            bars(rows, title="Follow-ups needed by request"), "Share of mails that needed a follow-up, by request"
        )
