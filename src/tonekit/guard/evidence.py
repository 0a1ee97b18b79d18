"""The words of a message that triggered a safeguard: only those behind parts of its condition that held."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..analysis import Analysis
from ..conditions.condition import Condition, Situation
from ..shown_evidence import MOST_WORDS, telling
from .observed import grounding_words


def words_behind(
    parts: Mapping[str, Any], seen: Situation, analysis: Analysis, found: Mapping[str, Sequence[str]]
) -> Iterator[str]:
    """Yield the words behind those parts of a condition that hold.

    Args:
        found: words by the name that a condition knows them under, for what is not in the analysis.
    """
    for name, wanted in parts.items():
        if _is_absence(wanted):
            continue
        if name != "any_of":
            yield from found.get(name, ()) or _words(name, _values(wanted), analysis)
            continue
        for choice in wanted:
            if Condition(choice).holds(seen):
                yield from words_behind(choice, seen, analysis, found)


def _is_absence(wanted: Any) -> bool:
    """Return whether a part holds because something was not said, so that no words can show it."""
    return wanted == "missing" or (isinstance(wanted, dict) and wanted.keys() == {"not"})


def _values(wanted: Any) -> tuple[str, ...] | None:
    """Return the values that a part asks for, or None if any value will do."""
    if isinstance(wanted, list):
        return tuple(map(str, wanted))
    return None if isinstance(wanted, dict) or wanted == "present" else (str(wanted),)


def _words(name: str, values: tuple[str, ...] | None, analysis: Analysis) -> list[str]:
    facts = analysis.facts
    if name in ("alerts", "threats"):
        every = facts.alerts if name == "alerts" else facts.threats
        return [each.text for each in every if values is None or each.kind in values]
    if name == "urgency_grounds":
        return list(grounding_words(analysis))
    spans = {
        "contact_count": facts.contact,
        "requested_person": facts.requested_person,
        "deadline": facts.deadline,
        "automatic": facts.automatic,
    }
    if name in spans:
        span = spans[name]
        return [span.text] if span else []
    verdict = dict(analysis.verdicts()).get(name)
    return [each.text for each in telling(verdict)][:MOST_WORDS] if verdict else []
