"""Send, approve or escalate: the strictest safeguard that holds decides, and nothing critical is sent unseen.

A reason shows the words of the message that triggered its safeguard: those behind parts of the condition that held.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..analysis import Analysis
from ..conditions.condition import Condition, Situation
from ..explanations.shown_evidence import MOST_WORDS, telling
from ..models.deferred import unchecked
from ..result import Action, Decision, Reason
from .critical import why_unseen_is_wrong
from .observed import Outgoing, amounts_over, grounding_words, observe
from .safeguards import NAMED, Safeguard, Safeguards

SEVERITY: dict[Action, int] = {"send": 0, "approve": 1, "escalate": 2}
_BY_DEFAULT = Reason(rule="default", action="approve", text="No safeguard allows sending unseen; a person approves.")


def decide(
    safeguards: Safeguards,
    situation: Situation,
    analysis: Analysis,
    outgoing: Outgoing,
    *,
    topics: Mapping[str, Sequence[str]],
) -> Decision:
    """Return the decision on a reply; if no safeguard holds, a person approves.

    Whatever the safeguards say, critical messages are never answered unseen: see `critical.py`.

    Args:
        safeguards: the safeguards of `tonekit.yaml`.
        situation: what profile rules look at.
        analysis: gives the words behind a reason.
        outgoing: what would go out.
        topics: topic → the words of the message that belong to it.
    """
    amounts = amounts_over(safeguards.amounts, analysis, outgoing.reply)
    seen = observe(situation, analysis, outgoing, amounts=amounts)
    found = {"amount_over_limit": amounts, "topics": [word for words in topics.values() for word in words]}
    held = sorted(safeguards.holding(seen), key=lambda each: -SEVERITY[each.action])
    reasons = [_reason(each, seen, analysis, found) for each in held]
    if not reasons:
        reasons = [_BY_DEFAULT]
    if reasons[0].action == "send" and (
        unseen := why_unseen_is_wrong(analysis, outgoing, hold_delicate=safeguards.hold_delicate)
    ):
        reasons.insert(0, unseen)
    hand_to = next((each.hand_to for each in reasons if each.hand_to), None)
    return unchecked(Decision, {"action": reasons[0].action, "reasons": tuple(reasons), "hand_to": hand_to})


def _reason(safeguard: Safeguard, seen: Situation, analysis: Analysis, found: Mapping[str, Sequence[str]]) -> Reason:
    def words() -> tuple[str, ...]:
        # Computed late: they may need the evidence of a whole verdict.
        return tuple(dict.fromkeys(_words_behind(safeguard.when.parts, seen, analysis, found)))

    fields = {
        "rule": safeguard.id,
        "action": safeguard.action,
        "text": NAMED.sub(lambda match: _shown(seen, match[1]), safeguard.reason),
        "hand_to": safeguard.hand_to,
    }
    return Reason.made({"evidence": words}, fields)


def _shown(seen: Situation, name: str) -> str:
    value = seen[name].value if name in seen else None
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _words_behind(
    parts: Mapping[str, Any], seen: Situation, analysis: Analysis, found: Mapping[str, Sequence[str]]
) -> Iterator[str]:
    """Yield the words behind the parts of a condition that hold; `found` has words that are not in the analysis."""
    for name, wanted in parts.items():
        if _is_absence(wanted):
            continue
        if name != "any_of":
            yield from found.get(name, ()) or _words(name, _values(wanted), analysis)
            continue
        for choice in wanted:
            if Condition(choice).holds(seen):
                yield from _words_behind(choice, seen, analysis, found)


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
        "pressed": facts.pressed,
        "automatic": facts.automatic,
    }
    if name in spans:
        span = spans[name]
        return [span.text] if span else []
    verdict = dict(analysis.verdicts()).get(name)
    return [each.text for each in telling(verdict)][:MOST_WORDS] if verdict else []
