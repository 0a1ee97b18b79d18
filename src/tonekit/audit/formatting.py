"""Figures of an audit, formatted for people, the same in the terminal and on the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..evaluation.scores import wilson
from ..stated_facts import AutomaticKind
from .figures import Figures

_TENTHS_BELOW = 0.1
_NEARLY_ALL, _HARDLY_ANY = 0.995, 0.0005
"""What would be rounded to all and to none."""
COPIES = "the same mail again: its text and day, and its id or sender"
"""What is counted once, in words."""
MANY = 100
"""Mails; of fewer, a share may be off by more than ten points by chance alone."""
PROGRAMS: Mapping[AutomaticKind, str] = {
    "reply": "absence notices and receipts",
    "bounce": "reports of mail servers",
    "bulk": "newsletters, mailing lists and notifications",
}
"""What programs send, by its kind."""


def percent(share: float | None) -> str:
    """Return a share of 0 to 1 as percent, small ones with a tenth; an en dash where it is not known.

    What is not all is not rounded up to all, and what is not none not down to none.
    """
    if share is None:
        return "–"
    if _NEARLY_ALL <= share < 1:
        return ">99%"
    if 0 < share < _HARDLY_ANY:
        return "<0.1%"
    return f"{share:.1%}" if 0 < share < _TENTHS_BELOW else f"{share:.0%}"


def interval(hits: int, total: int) -> str:
    """Return the 95 % interval of a share."""
    low, high = wilson(hits, total)
    return f"{low:.0%} to {high:.0%}" if total else "–"


def few_mails(mails: int) -> str | None:
    """Return what shares of so few mails are worth; None if they are many."""
    if not 0 < mails < MANY:
        return None
    low, high = wilson(mails // 2, mails)
    return (
        f"{mails} mails are few: where half of them are so, of all mails like them it may be anything from {low:.0%} "
        f"to {high:.0%} (95 % interval), besides the mistakes of the reading itself."
    )


def minutes(time: float | None) -> str:
    """Return a time in minutes; an en dash where it is not known."""
    return "–" if time is None else f"{time:.1f} min"


def cost_headings(overall: Figures) -> list[str]:
    """Return the headings of `costs`: those of which the pile tells anything."""
    return [*(["handling"] if overall.timed else []), *(["follow-up"] if overall.followable else [])]


def costs(figures: Figures, overall: Figures) -> list[str]:
    """Return handling time and follow-ups of a group, where the pile tells anything of them."""
    time, needed = minutes(figures.mean_minutes), percent(figures.follow_up_share)
    return [*([time] if overall.timed else []), *([needed] if overall.followable else [])]


def pain_headings(overall: Figures) -> list[str]:
    """Return the headings of `pains`."""
    return ["mails", "share", "frustrated", "urgent", "repeated", *cost_headings(overall)]


def pains(figures: Figures, overall: Figures) -> list[str]:
    """Return what matters of a group: how many mails, and how many of them hurt."""
    counts: Sequence[int] = (figures.frustrated, figures.urgent, figures.repeated)
    return [
        f"{figures.mails:,}",
        percent(overall.share(figures.mails)),
        *(percent(figures.share(count)) for count in counts),
        *costs(figures, overall),
    ]
