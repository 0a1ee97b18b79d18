"""What an audit shows in the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from ...analysis import ALL_DIMENSIONS
from ...audit.examples import PAIRS
from ...audit.formatting import (
    COPIES,
    PROGRAMS,
    cost_headings,
    costs,
    few_mails,
    interval,
    pain_headings,
    pains,
    percent,
)
from ...audit.html_report import key_figures
from ...audit.periods import changes, periods
from ...audit.section_labels import ordered_labels
from ...audit.section_time import PAINS, series_of
from ...audit.section_topics import ranked_topics, stands_out
from ...audit.tally import Tally

_MOST_TOPICS, _MOST_LABELS, _MOST_PERIODS, _SHOWN_PAIRS = 12, 8, 12, 2
_ONE_BLANK = (0, 1, 0, 0)
"""Between the columns of a table, so that it fits into a terminal of 80 columns."""


def audit_view(tally: Tally) -> RenderableType:
    """Return the tables; the HTML report has more of them, with plots and examples."""
    key = Text("   ").join(Text.assemble((value, "bold"), f" {what}") for value, what in key_figures(tally))
    parts: list[RenderableType] = [key]
    if few := few_mails(tally.overall.mails):
        parts.append(Text(few, style="yellow"))
    if tally.overall.mails:
        parts += [_topics(tally), _labels(tally), *_pairs(tally), *_trends(tally), *_types(tally)]
        parts += [_zones(tally), _doubts(tally)]
    return Group(*parts, *_broken(tally))


def _table(title: str, headings: Sequence[str], rows: Iterable[Sequence[str]], *, long_names: bool = False) -> Table:
    table = Table(title=f"\n{title}", title_justify="left", title_style="bold cyan", box=None, padding=_ONE_BLANK)
    name, *figures = headings
    table.add_column(name, header_style="bold", no_wrap=not long_names)
    for heading in figures:
        table.add_column(heading, header_style="bold", justify="right", no_wrap=True)
    for row in rows:
        # A cell may hold what stands in the user's file: it is text, not markup.
        table.add_row(*(Text(cell) for cell in row))
    return table


def _of(shown: int, there: int, which: str) -> str:
    """Return which rows are shown where not all are."""
    return f", the {which} {shown} of {there} (all of them with --csv)" if shown < there else ""


def _topics(tally: Tally) -> Table:
    # A terminal has room for what a topic costs or for how its mails sound; the report has both.
    more = cost_headings(tally.overall) or ["frustrated", "urgent"]
    topics = ranked_topics(tally)
    rows = [
        [
            name,
            f"{each.mails:,}",
            f"{each.repeated:,}",
            percent(each.share(each.repeated)) + (" ▲" if stands_out(each, tally.overall) else ""),
            interval(each.repeated, each.mails),
            *(costs(each, tally.overall) or [percent(each.share(each.frustrated)), percent(each.share(each.urgent))]),
        ]
        for name, each in topics[:_MOST_TOPICS]
    ]
    headings = ["topic", "mails", "repeated", "share", "95 % interval", *more]
    title = "Topics that bring people back" + _of(len(rows), len(topics), "first")
    return _table(title, headings, rows, long_names=True)


def _labels(tally: Tally) -> Table:
    rows: list[list[str]] = []
    for name in ALL_DIMENSIONS:
        there = ordered_labels(tally, name)
        labels = there[:_MOST_LABELS]
        rows += [[name], *([f"  {label}", *pains(tally.labels[name, label], tally.overall)] for label in labels)]
        if left := there[_MOST_LABELS:]:
            rows.append([f"  and {len(left)} more (--csv)", *[""] * len(pain_headings(tally.overall))])
    return _table("How customers write", ["label", *pain_headings(tally.overall)], rows)


def _doubts(tally: Tally) -> Table:
    mails = tally.overall.mails
    rows = [
        [name, percent(tally.unsure[name] / mails), percent(tally.confidence[name] / mails)] for name in ALL_DIMENSIONS
    ]
    return _table("What tonekit is unsure of", ["dimension", "unsure", "mean confidence"], rows)


def _pairs(tally: Tally) -> Iterable[Table]:
    for one, other in PAIRS[:_SHOWN_PAIRS]:
        counts = tally.by(one, other)
        # The second has more labels: as rows they fit into any terminal.
        columns = ordered_labels(tally, one)
        rows = [
            [label, *(f"{counts[column, label].mails:,}" if (column, label) in counts else "·" for column in columns)]
            for label in ordered_labels(tally, other)
        ]
        yield _table(f"{one} and {other}", [other, *columns], rows)


def _trends(tally: Tally) -> Iterable[RenderableType]:
    row = periods(tally.days)
    if not row:
        return
    rows = [
        [each.name, f"{each.counts['mails']:,}", *(percent(each.share(series)) for series in PAINS.values())]
        for each in row[-_MOST_PERIODS:]
    ]
    yield _table("Trends" + _of(len(rows), len(row), "last"), ["period", "mails", *PAINS], rows)
    followed = series_of(tally)
    for name, change in zip(followed, changes(row, list(followed.values())), strict=False):
        if change.clear:
            before, after = (percent(hits / total) for hits, total in (change.before, change.after))
            yield Text(f"{name}: {before} in the earlier half, {after} in the later one", style="yellow")


def _types(tally: Tally) -> Iterable[Table]:
    types = tally.by("customer_type")
    if types:
        rows = [[name, *pains(figures, tally.overall)] for (name,), figures in types.items()]
        yield _table("Types of customers", ["customer type", *pain_headings(tally.overall)], rows)


def _zones(tally: Tally) -> Table:
    total = tally.zones.total() or 1
    rows = [[kind, percent(size / total), f"{tally.zone_mails[kind]:,}"] for kind, size in tally.zones.most_common()]
    return _table("What the text is", ["zone", "of all characters", "mails"], rows)


def _broken(tally: Tally) -> Iterable[Table]:
    rows = [[problem, f"{count:,}", f"e.g. {', '.join(places)}"] for problem, (count, places) in tally.broken.items()]
    if tally.copies:
        rows.append([COPIES, f"{tally.copies:,}", f"e.g. {', '.join(tally.copied)}"])
    rows += [[f"sent by programs: {PROGRAMS[kind]}", f"{count:,}", ""] for kind, count in tally.automatic.most_common()]
    rows += [[f"{column}: cells that cannot be read", f"{count:,}", ""] for column, count in tally.unreadable.items()]
    if rows:
        yield _table("What was not read", ["reason", "number", "where"], rows, long_names=True)
