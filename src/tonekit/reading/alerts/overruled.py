"""Alerts that others overrule in the same words: what is deleted on request stops no work, a named article decides.

Who goes to an authority or to court does not leave for a competitor.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from ...stated_facts import Alert, AlertKind

_ARTICLES: Final[dict[str, AlertKind]] = {
    "15": "access",
    "16": "rectification",
    "17": "erasure",
    "20": "portability",
    "21": "objection",
}
"""The articles of the GDPR that a request may name, in every language by the same number."""
_RIGHTS = frozenset(_ARTICLES.values())
_OVERRULED = _RIGHTS | {"stopped", "leaving"}
_NAMED = re.compile(r"\bart(?:\.|icle|ikk?el)?\s?(\d\d)\b", re.IGNORECASE)

_GOES_TO = re.compile(r"\bgår (?:jag|jeg|eg|vi) till?$", re.IGNORECASE)
_NEXT = 1
"""Signs between "to" and whom one goes to."""


def without_overruled(alerts: Iterable[Alert]) -> tuple[Alert, ...]:
    """Return the alerts, in their order, without those that others overrule.

    Args:
        alerts: of one message; `start` and `end` are compared within the same place.
    """
    every = tuple(alerts)
    kinds = {alert.kind for alert in every}
    if kinds.isdisjoint(_OVERRULED):
        return every
    erasures = [alert for alert in every if alert.kind == "erasure"]
    called = [alert for alert in every if alert.kind in {"regulator", "legal"}]
    return tuple(
        alert
        for alert in every
        if not (_erased(alert, erasures) or _of_another_article(alert, every) or _goes_to(alert, called))
    )


def _erased(alert: Alert, erasures: Iterable[Alert]) -> bool:
    """Return whether the words that speak of standing work only say what is to be deleted."""
    return alert.kind == "stopped" and any(
        each.place == alert.place and each.start <= alert.start and alert.end <= each.end for each in erasures
    )


def _of_another_article(alert: Alert, every: Iterable[Alert]) -> bool:
    """Return whether a right is another one than its own words name, or those that enclose it, and that was found.

    "My data" and "GDPR" stand in every request about data.
    """
    rights = [each for each in every if each.kind in _RIGHTS and each.place == alert.place]
    around = [each for each in rights if each.start <= alert.start and alert.end <= each.end]
    if alert not in around:
        return False
    named = {_ARTICLES.get(number) for each in around for number in _NAMED.findall(each.text)} - {None}
    return bool(named) and alert.kind not in named and any(each.kind in named for each in rights)


def _goes_to(alert: Alert, called: Iterable[Alert]) -> bool:
    """Return whether words of leaving name the authority or the court that the sender goes to, or end before it."""
    if alert.kind != "leaving":
        return False
    ends_before = _NEXT if _GOES_TO.search(alert.text) else -1
    return any(
        each.place == alert.place and alert.start < each.end and each.start <= alert.end + ends_before
        for each in called
    )
