"""Alerts that others overrule in the same words: what is deleted on request stops no work, a named article decides."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from ..stated_facts import Alert, AlertKind

_ARTICLES: Final[dict[str, AlertKind]] = {
    "15": "access",
    "16": "rectification",
    "17": "erasure",
    "20": "portability",
    "21": "objection",
}
"""The articles of the GDPR that a request may name, in every language by the same number."""
_OVERRULED = frozenset({"stopped", "access"})
_NAMED = re.compile(r"\bart(?:\.|icle|ikk?el)?\s?(\d\d)\b", re.IGNORECASE)


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
    return tuple(alert for alert in every if not (_erased(alert, erasures) or _of_another_article(alert, kinds)))


def _erased(alert: Alert, erasures: Iterable[Alert]) -> bool:
    """Return whether the words that speak of standing work only say what is to be deleted."""
    return alert.kind == "stopped" and any(
        each.place == alert.place and each.start <= alert.start and alert.end <= each.end for each in erasures
    )


def _of_another_article(alert: Alert, kinds: Iterable[AlertKind]) -> bool:
    """Return whether a wish for access is one for what its own words name, and that was found.

    "My data" and "GDPR" stand in every request about data.
    """
    if alert.kind != "access":
        return False
    named = {_ARTICLES.get(number) for number in _NAMED.findall(alert.text)} - {None}
    return bool(named) and "access" not in named and not named.isdisjoint(kinds)
