"""Send, approve or escalate: the strictest safeguard that holds decides, and nothing critical is sent unseen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..analysis import Analysis
from ..conditions.condition import Situation
from ..deferred import unchecked
from ..result import Action, Decision, Reason
from .critical import why_unseen_is_wrong
from .evidence import words_behind
from .observed import Outgoing, amounts_over, observe
from .safeguards import NAMED, Safeguard, Safeguards

SEVERITY: dict[Action, int] = {"send": 0, "approve": 1, "escalate": 2}
_BY_DEFAULT = Reason(
    rule="default", action="approve", text="No safeguard speaks for sending unseen; a person approves."
)


def decide(
    safeguards: Safeguards,
    situation: Situation,
    analysis: Analysis,
    outgoing: Outgoing,
    *,
    topics: Mapping[str, Sequence[str]],
) -> Decision:
    """Return the decision on a reply; with no safeguard that holds, a person approves.

    Whatever the safeguards say, what is critical is never sent unseen: see `critical.py`.

    Args:
        safeguards: in the order of the file.
        situation: what profile rules look at.
        analysis: for the words behind a reason.
        outgoing: what would go out.
        topics: the topics of the situation, with the words that gave them away.
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
        # The evidence of a whole verdict may stand behind them: it is made when somebody asks.
        return tuple(dict.fromkeys(words_behind(safeguard.when.parts, seen, analysis, found)))

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
