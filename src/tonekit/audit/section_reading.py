"""The sections of the report on the reading itself: furniture, certainty, what was not read."""

from __future__ import annotations

from ..analysis import ALL_DIMENSIONS
from ..report.page import Section, figure, paragraph, table
from ..report.plots import Bar, bars, columns, stacked_bars
from .formatting import COPIES, PROGRAMS, percent
from .observation import DOUBTFUL_BELOW
from .tally import BINS, FURNITURE, Tally


def furniture_section(tally: Tally) -> Section:
    """Return how much of the text its senders have not written for it."""
    total = tally.zones.total() or 1
    parts = [(kind, float(size)) for kind, size in tally.zones.most_common()]
    bins = {_tenth(number): float(tally.furniture_bins[number]) for number in range(BINS + 1)}
    rows = [
        [
            kind,
            percent(size / total),
            f"{tally.zone_mails[kind]:,}",
            percent(tally.overall.share(tally.zone_mails[kind])),
        ]
        for kind, size in tally.zones.most_common()
    ]
    return Section(
        "furniture",
        "How much is furniture",
        f"{percent(tally.furniture_share)} of all characters are {', '.join(FURNITURE[:-1])} or {FURNITURE[-1]}: "
        "tonekit leaves them out before it reads. Below, the mails by how much of each is furniture.",
        [
            figure(stacked_bars({"all text": parts}, title="Characters by zone"), "Characters by zone"),
            table(["zone", "of all characters", "mails", "of all mails"], rows),
            figure(columns(bins, title="Mails by share of furniture"), "Mails by their share of furniture"),
        ],
    )


def _tenth(number: int) -> str:
    return f"{number * 100 // BINS} %" if number == BINS else f"{number * 100 // BINS}–{(number + 1) * 100 // BINS} %"


def certainty_section(tally: Tally) -> Section:
    """Return how much of its own reading tonekit is unsure of."""
    rows = []
    for name in ALL_DIMENSIONS:
        share = tally.overall.share(tally.unsure[name])
        sure = tally.confidence[name] / (tally.overall.mails or 1)
        rows.append((name, share, sure))
    return Section(
        "certainty",
        "What tonekit is unsure of",
        "The share of mails where tonekit says that it is unsure, or is less than "
        f"{DOUBTFUL_BELOW:.0%} sure of its label. Confidence is calibrated: its mean is the share of labels to expect "
        "to be right. On mails unlike those it was calibrated on that can be too hopeful; label some of your own and "
        "run tonekit evaluate.",
        [
            figure(
                bars(
                    [Bar(name, share, percent(share), colour=1) for name, share, _ in rows], title="Unsure by dimension"
                )
            ),
            table(
                ["dimension", "unsure", "mean confidence"],
                [(name, percent(share), percent(sure)) for name, share, sure in rows],
            ),
        ],
    )


def unread_section(tally: Tally) -> Section:
    """Return what was not read: what programs sent, and what is broken, and where."""
    broken = [[problem, f"e.g. {', '.join(places)}", f"{count:,}"] for problem, (count, places) in tally.broken.items()]
    if tally.copies:
        broken.append([COPIES, f"e.g. {', '.join(tally.copied)}", f"{tally.copies:,}"])
    cells = [[column, f"{count:,}"] for column, count in tally.unreadable.most_common()]
    programs = [[PROGRAMS[kind], f"{count:,}"] for kind, count in tally.automatic.most_common()]
    blocks = [table(["problem", "where", "mails"], broken, texts=2)] if broken else []
    blocks += [table(["sent by programs", "mails"], programs)] if programs else []
    blocks += [table(["column", "cells that are filled but cannot be read"], cells)] if cells else []
    if tally.known.full:
        blocks.append(paragraph("There are more mails than are remembered, so some that occur twice count twice."))
    if tally.senders.full:
        blocks.append(
            paragraph(
                "There are more senders than are remembered, so some repeated contacts of the same sender are missing."
            )
        )
    lead = (
        "Mails and cells that are damaged or empty, mails that occur twice, and what programs sent, are counted here "
        "and nowhere else."
        if blocks
        else "Everything was read."
    )
    return Section("unread", "What was not read", lead, blocks)
