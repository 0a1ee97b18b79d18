"""The section of the report on time: how the mails have changed."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from ..report.line_plot import line_plot
from ..report.page import Section, figure, paragraph, table
from ..report.plots import columns
from .formatting import percent
from .periods import FEWEST, Change, Period, changes, periods
from .section_labels import ordered_labels
from .tally import Tally

PAINS = {
    "frustrated": "mood=frustrated",
    "critical": "urgency=critical",
    "elevated urgency": "urgency=elevated",
    "repeated contact": "repeated",
}
"""What is drawn, and the series of the tally."""
_MOST_COLUMNS = 40


def series_of(tally: Tally) -> dict[str, str]:
    """Return name → series of everything that is followed in time."""
    requests = {f"request: {label}": f"request={label}" for label in ordered_labels(tally, "request")}
    languages = {f"language: {label}": f"language={label}" for label in ordered_labels(tally, "language")[:5]}
    return {**PAINS, **requests, **languages}


def time_section(tally: Tally) -> Section:
    """Return the mails over days, weeks or months."""
    row = periods(tally.days)
    dated = sum(counts["mails"] for counts in tally.days.values())
    blocks = (
        list(_plots(tally, row))
        if len(row) > 1
        else [paragraph("There are no dates, or only one period; so there is no trend to show.")]
    )
    return Section(
        "trends",
        "Trends",
        f"{dated:,} of {tally.overall.mails:,} mails have a date. Shares are of the mails of each period; below, the "
        "earlier half of the periods is compared with the later one. A change is called clear where it is more than "
        f"chance at 99 % (Newcombe's interval) and both halves have at least {FEWEST} mails.",
        blocks,
    )


def _plots(tally: Tally, row: list[Period]) -> Iterator[Markup]:
    names = [each.name for each in row]
    if len(row) <= _MOST_COLUMNS:
        short = {_short(name): float(each.counts["mails"]) for name, each in zip(names, row, strict=True)}
        yield figure(columns(short, title="Mails by period"), "Mails")
    pains = {name: [each.share(series) for each in row] for name, series in PAINS.items()}
    yield figure(
        line_plot(names, pains, title="Shares of painful mails by period"), "Mood, urgency and repeated contacts"
    )
    wants = {label: [each.share(f"request={label}") for each in row] for label in ordered_labels(tally, "request")}
    yield figure(line_plot(names, wants, title="Shares of requests by period"), "What is wanted")
    followed = series_of(tally)
    found = changes(row, list(followed.values()))
    rows = [[name, *_compared(each)] for name, each in zip(followed, found, strict=True)]
    yield table(["series", "earlier half", "later half", "change"], rows)


def _compared(change: Change) -> tuple[str, str, str]:
    before, after = (hits / total if total else None for hits, total in (change.before, change.after))
    verdict = "no clear change"
    if change.clear:
        verdict = "clearly more" if (after or 0) > (before or 0) else "clearly less"
    return percent(before), percent(after), verdict


def _short(name: str) -> str:
    """Return the name of a day or week without its year."""
    return name[5:] if name.count("-") > 1 else name
