"""What safeguards look at beyond profile rules: the reply, unsure readings, grounds for urgency, and amounts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import inf

from ..analysis import DIMENSIONS, Analysis, Verdict
from ..conditions.condition import Observed, Situation
from ..conditions.situation import READ_NAMES
from ..explanations.shown_evidence import MOST_WORDS, telling
from ..reading.facts.amounts import written_amounts
from ..reading.facts.money_forms import money_forms
from ..result import Reply
from .fact_fit import Misfit

GROUNDS: Mapping[str, str] = {"outage": "stopped", "blocked": "stopped", "damage.running": "damage", "safety": "danger"}
"""Cues that give a reason why something is urgent; "immediately" alone gives none."""
WORDING_FROM = 0.8
"""Confidence of `critical` from which the wording as a whole is a ground: of gold and fixture messages read as critical
without another ground, 26 of the 32 above it are critical, 16 of the 34 below."""

_DIGIT = re.compile(r"\d")

GUARD_NAMES: Mapping[str, tuple[str, ...] | None] = {
    **READ_NAMES,
    "unsure": tuple(DIMENSIONS),
    "unsure_for_reply": tuple(DIMENSIONS),
    "urgency_grounds": ("deadline", "scope", "stopped", "damage", "danger", "money", "wording"),
    "amount_over_limit": ("true", "false"),
    "reply": ("written", "none"),
    "reply_template": None,
    "reply_in_other_language": ("true", "false"),
    "all_read": ("true", "false"),
}
"""What safeguards may look at, with the values of each."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What would go out, and how far the message behind it is understood.

    Attributes:
        reply: the reply, or None if there is none.
        answer_language: the language that the sender should be answered in.
        depends_on: names that the choice of the reply depends on.
        read: whether all of the message could be read.
        pointless: why nothing waits for an answer, in a sentence; None if something does.
        orders: words that the prompt shows besides the message and that may be orders to a model.
        misfits: facts in another language or form of address than the reply that prints them.
    """

    reply: Reply | None
    answer_language: str
    depends_on: tuple[str, ...] = ()
    read: bool = True
    pointless: str | None = None
    orders: tuple[str, ...] = ()
    misfits: tuple[Misfit, ...] = ()

    @property
    def in_other_language(self) -> bool:
        """Whether the reply is in a language other than the sender's."""
        return self.reply is not None and self.reply.language != self.answer_language


def observe(
    situation: Situation, analysis: Analysis, outgoing: Outgoing, *, amounts: tuple[str, ...]
) -> dict[str, Observed]:
    """Return the situation extended by what only safeguards look at."""
    unsure = tuple([name for name, verdict in analysis.verdicts() if verdict.unsure])
    return {
        **situation,
        "unsure": Observed(unsure),
        "unsure_for_reply": Observed(tuple(name for name in unsure if name in outgoing.depends_on)),
        "urgency_grounds": Observed(tuple(grounds(analysis))),
        "amount_over_limit": Observed(bool(amounts)),
        "reply": Observed("written" if outgoing.reply else "none"),
        "reply_template": Observed(outgoing.reply.name if outgoing.reply else None),
        "reply_in_other_language": Observed(outgoing.in_other_language),
        "all_read": Observed(outgoing.read),
    }


def grounds(analysis: Analysis) -> Iterator[str]:
    """Yield what makes urgency more than a claim: a deadline, the number of people affected, a standstill or a loss.

    Yields nothing unless urgency is critical or leans to it.
    """
    if "critical" not in (analysis.urgency.label, analysis.urgency.leaning):
        return
    facts = analysis.facts
    if facts.deadline:
        yield "deadline"
    if facts.scope:
        yield "scope"
    if facts.amounts:
        yield "money"
    yield from dict.fromkeys(GROUNDS[term.cue] for term in analysis.urgency.evidence if term.cue in GROUNDS)
    if _worded_critically(analysis.urgency):
        yield "wording"


def grounding_words(analysis: Analysis) -> Iterator[str]:
    """Yield the words behind the grounds."""
    if analysis.facts.deadline:
        yield analysis.facts.deadline.text
    yield from (term.text for term in analysis.urgency.evidence if term.cue in GROUNDS or term.cue == "scope.all")
    yield from (amount.text for amount in analysis.facts.amounts)
    if _worded_critically(analysis.urgency):
        yield from (term.text for term in telling(analysis.urgency)[:MOST_WORDS])


def _worded_critically(urgency: Verdict) -> bool:
    return urgency.label == "critical" and urgency.confidence >= WORDING_FROM


def amounts_over(limits: Mapping[str, float], analysis: Analysis, reply: Reply | None) -> tuple[str, ...]:
    """Return the amounts of money of message and reply that are over the limit of their currency, as written."""
    found = [(each.text, each.value, each.currency) for each in analysis.facts.amounts]
    if reply is not None and _DIGIT.search(reply.text):
        # A reply has few numbers: to look at each is quicker than to look for words of money first.
        found += [
            (reply.text[each.start : each.end], each.value, each.currency)
            for each in written_amounts(reply.text, money_forms(reply.language))
        ]
    most = limits.get("default", inf)
    over = [text for text, value, currency in found if value > limits.get(currency, most)]
    return tuple(dict.fromkeys(over))
