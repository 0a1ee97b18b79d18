"""Send, approve or escalate: the strictest safeguard that holds decides."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..analysis import DIMENSIONS, Analysis
from ..conditions import Condition, Observed, Situation, read_condition
from ..datafile import DataFile, Place
from ..errors import Problems
from ..result import Action, Decision, Reason, Reply
from ..settings import SafeguardFile, Settings
from ..situation import READ_NAMES

SEVERITY: dict[Action, int] = {"send": 0, "approve": 1, "escalate": 2}
GUARD_NAMES = {
    **READ_NAMES,
    "unsure": tuple(DIMENSIONS),
    "reply": ("written", "none"),
    "reply_in_other_language": ("true", "false"),
}
"""What safeguards may look at: as profile rules, and besides them the reply and the dimensions that were unsure."""
_NAMED = re.compile(r"\{([^{}]*)\}")
"""`{contact_count}` in a reason stands for what was seen under that name."""


@dataclass(frozen=True, slots=True)
class Safeguard:
    """One checked safeguard."""

    id: str
    when: Condition
    action: Action
    reason: str


def read_safeguards(settings: Settings, file: DataFile) -> tuple[Safeguard, ...]:
    """Return the safeguards of `tonekit.yaml`, with their conditions and reasons checked.

    Raises:
        DataFileError: a condition is not valid, a reason names what its condition does not, an id stands twice.
    """
    problems = Problems()
    safeguards: dict[str, Safeguard] = {}
    for index, each in enumerate(settings.safeguards):
        with problems.collecting():
            if each.id in safeguards:
                raise file.error(f"two safeguards are called '{each.id}'", ("safeguards", index, "id"))
            safeguards[each.id] = _safeguard(each, file, ("safeguards", index))
    problems.raise_first()
    return tuple(safeguards.values())


def _safeguard(each: SafeguardFile, file: DataFile, place: Place) -> Safeguard:
    when = read_condition(each.when, file, (*place, "when"), known=GUARD_NAMES)
    for name in _NAMED.findall(each.reason):
        if name not in when.names():
            names = ", ".join(f"{{{known}}}" for known in when.names()) or "nothing in braces"
            raise file.error(f"{{{name}}} is not in the condition; it allows {names}", (*place, "reason"))
    return Safeguard(each.id, when, each.action, each.reason)


def decide(
    safeguards: Sequence[Safeguard], situation: Situation, analysis: Analysis, reply: Reply | None, *, language: str
) -> Decision:
    """Return the decision on a reply; with no safeguard that holds, a person approves.

    Args:
        safeguards: in the order of the file.
        situation: what the conditions look at.
        analysis: for the words behind a reason.
        reply: the reply, or None where there is none.
        language: the language the sender should be answered in.
    """
    seen = {**situation, **_about_reply(analysis, reply, language)}
    held = [each for each in safeguards if each.when.holds(seen)]
    if not held:
        return Decision(action="approve", reasons=(Reason(rule="default", action="approve", text=_DEFAULT),))
    action = max((each.action for each in held), key=lambda each: SEVERITY[each])
    reasons = sorted(held, key=lambda each: -SEVERITY[each.action])
    return Decision(action=action, reasons=tuple(_reason(each, seen, analysis) for each in reasons))


_DEFAULT = "No safeguard speaks for sending unseen; a person approves."


def _about_reply(analysis: Analysis, reply: Reply | None, language: str) -> dict[str, Observed]:
    unsure = tuple(name for name, verdict in analysis.verdicts() if verdict.unsure)
    return {
        "unsure": Observed(unsure),
        "reply": Observed("written" if reply else "none"),
        "reply_in_other_language": Observed(reply is not None and reply.language != language),
    }


def _reason(safeguard: Safeguard, seen: Situation, analysis: Analysis) -> Reason:
    words: list[str] = []
    for name in safeguard.when.names():
        words += _words(name, analysis)
    text = _NAMED.sub(lambda match: _shown(seen, match[1]), safeguard.reason)
    return Reason(rule=safeguard.id, action=safeguard.action, text=text, evidence=tuple(dict.fromkeys(words)))


def _words(name: str, analysis: Analysis) -> list[str]:
    """Return the words of the message behind what a condition looks at."""
    if name == "threats":
        return [threat.text for threat in analysis.facts.threats]
    if name == "contact_count":
        return [analysis.facts.contact.text] if analysis.facts.contact else []
    if name == "requested_person":
        return [analysis.facts.requested_person.text] if analysis.facts.requested_person else []
    verdict = dict(analysis.verdicts()).get(name)
    return [each.text for each in verdict.evidence if each.text and each.weight > 0][:5] if verdict else []


def _shown(seen: Situation, name: str) -> str:
    value = seen[name].value if name in seen else None
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
