"""The audit as one HTML file that loads nothing."""

from __future__ import annotations

from ..analysis import ALL_DIMENSIONS
from ..report.page import Section, cards, page
from .formatting import few_mails, minutes, percent
from .periods import days_kept
from .section_customers import customers_section
from .section_labels import combinations_section, labels_section
from .section_reading import certainty_section, furniture_section, unread_section
from .section_time import time_section
from .section_topics import topics_section
from .tally import Tally


def html_report(tally: Tally, *, name: str) -> str:
    """Return the page; `name` says what was audited.

    Texts of customers stand in it redacted and escaped, and only as examples.
    """
    sections: list[Section | None] = [
        topics_section(tally),
        labels_section(tally),
        combinations_section(tally),
        time_section(tally),
        customers_section(tally),
        furniture_section(tally),
        certainty_section(tally),
        unread_section(tally),
    ]
    lead = (
        "How customers write and where the pain is. "
        "Nobody has labelled these mails: every figure is what tonekit reads."
    )
    if few := few_mails(tally.overall.mails):
        lead += f" {few}"
    return page(f"Audit of {name}", lead, cards(key_figures(tally)), [each for each in sections if each])


def key_figures(tally: Tally) -> list[tuple[str, str]]:
    """Return the figures that stand above everything, each with what it counts."""
    whole = tally.overall
    verdicts = whole.mails * len(ALL_DIMENSIONS) or 1
    days = days_kept(tally.days)
    found = [
        (f"{whole.mails:,}", "mails read"),
        (f"{tally.broken_mails:,}", "could not be read"),
        (percent(whole.share(whole.frustrated)), "frustrated"),
        (percent(whole.share(whole.urgent)), "urgent"),
        (percent(whole.share(whole.repeated)), "repeated contacts"),
        (percent(tally.furniture_share), "of the text is furniture"),
        (percent(tally.unsure.total() / verdicts), "of all verdicts are unsure"),
    ]
    if tally.copies:
        found.append((f"{tally.copies:,}", "copies of others, not counted"))
    if tally.automatic:
        found.append((f"{tally.automatic.total():,}", "sent by programs, not read"))
    if days:
        # A week is called after its Monday, on which perhaps nothing was sent.
        found.append((f"{days[0]} – {days[-1]}" if len(days) > 1 else f"{days[0]}", "sent"))
    if whole.timed:
        found.append((minutes(whole.mean_minutes), "mean handling time"))
    if whole.followable:
        found.append((percent(whole.follow_up_share), "needed a follow-up"))
    return found
