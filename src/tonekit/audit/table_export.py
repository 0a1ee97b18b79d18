"""All figures of an audit as one table for spreadsheets: a line for each group of mails."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TextIO

from ..analysis import ALL_DIMENSIONS
from ..evaluation.scores import wilson
from ..report.spreadsheet import write_rows
from .figures import Figures
from .formatting import COPIES
from .periods import Period, periods
from .tally import AXES, Tally

HEADINGS = (
    "table",
    "dimension",
    "value",
    "other_dimension",
    "other_value",
    "mails",
    "share",
    "share_low",
    "share_high",
    "frustrated_share",
    "urgent_share",
    "repeated_share",
    "handling_minutes",
    "follow_up_share",
    "unsure_share",
    "mean_confidence",
)
"""`share` is of all mails that could be read, 0 to 1; low and high are the ends of its 95 % interval (Wilson)."""
_COUNTED = 9
"""Headings up to and with the interval; the figures of a group follow."""
_SERIES = ("mood=frustrated", "urgency=elevated", "urgency=critical", "repeated")
Row = tuple[object, ...]


def write_tables(tally: Tally, file: TextIO) -> None:
    """Write the figures as CSV; the columns are `HEADINGS`."""
    write_rows(file, [HEADINGS])
    write_rows(file, _rows(tally))


def _rows(tally: Tally) -> Iterator[Row]:
    yield _row("overall", ("", "", "", ""), tally.overall, tally)
    for name in ALL_DIMENSIONS:
        sure = (tally.unsure[name] / (tally.overall.mails or 1), tally.confidence[name] / (tally.overall.mails or 1))
        yield ("certainty", name, *[""] * 3, tally.overall.mails, *[""] * 8, *map(_rounded, sure))
    for (name, value), figures in sorted(tally.labels.items(), key=lambda item: ALL_DIMENSIONS.index(item[0][0])):
        yield _row("labels", (name, value, "", ""), figures, tally)
    for (value,), figures in tally.by("customer_type").items():
        yield _row("labels", ("customer_type", value, "", ""), figures, tally)
    for name, figures in tally.topics.items():
        yield _row("topics", ("topic", name, "", ""), figures, tally)
    for one, other in combinations(AXES, 2):
        for values, figures in tally.by(one, other).items():
            yield _row("combinations", (one, values[0], other, values[1]), figures, tally)
    for period in periods(tally.days):
        yield from _period(period)
    yield from _zones(tally)
    yield from _unread(tally)


def _unread(tally: Tally) -> Iterator[Row]:
    counted: list[tuple[str, str, str, int]] = []
    counted += [("automatic", "kind", kind, count) for kind, count in tally.automatic.most_common()]
    counted += [("copies", "problem", COPIES, tally.copies)] if tally.copies else []
    counted += [("broken", "problem", problem, count) for problem, (count, _) in tally.broken.items()]
    for table, dimension, value, count in counted:
        yield (table, dimension, value, "", "", count, *[""] * (len(HEADINGS) - 6))


def _row(table: str, names: tuple[str, str, str, str], figures: Figures, tally: Tally) -> Row:
    minutes, follow_up = figures.mean_minutes, figures.follow_up_share
    return (
        table,
        *names,
        *_counted(figures.mails, tally.overall.mails),
        *(_rounded(figures.share(count)) for count in (figures.frustrated, figures.urgent, figures.repeated)),
        "" if minutes is None else round(minutes, 2),
        "" if follow_up is None else _rounded(follow_up),
        "",
        "",
    )


def _counted(count: int, total: int) -> Row:
    return count, *map(_rounded, (count / total if total else 0.0, *wilson(count, total)))


def _period(period: Period) -> Iterator[Row]:
    for series in ("mails", *_SERIES, *sorted(name for name in period.counts if name.startswith("request="))):
        counted = _counted(period.counts[series], period.counts["mails"])
        yield ("periods", "period", period.name, "series", series, *counted, *[""] * (len(HEADINGS) - _COUNTED))


def _zones(tally: Tally) -> Iterator[Row]:
    """Yield how much of the text each kind of zone takes: `share` of all characters, `mails` that have it."""
    for kind, size in tally.zones.most_common():
        share = _rounded(size / (tally.zones.total() or 1))
        yield ("zones", "zone", kind, "", "", tally.zone_mails[kind], share, *[""] * (len(HEADINGS) - 7))


def _rounded(share: float) -> float:
    return round(share, 4)
