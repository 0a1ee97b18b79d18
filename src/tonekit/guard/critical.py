"""The floor under all safeguards: what no setting can turn into `send`.

Safeguards are data, and data can be deleted, switched off or turned round by mistake. A reply to somebody who speaks of
ending their life, of a lawyer or of a fire goes out only after a person has seen it, whatever `tonekit.yaml` says.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..analysis import Analysis
from ..explanations.shown_evidence import telling
from ..result import Reason
from ..stated_facts import AlertKind
from .observed import Outgoing

CRITICAL_ALERTS: frozenset[AlertKind] = frozenset(
    {
        "legal",
        "regulator",
        "press",
        "access",
        "rectification",
        "erasure",
        "portability",
        "objection",
        "breach",
        "safety",
        "self_harm",
        "stopped",
        "injection",
    }
)
"""Alerts after which a person always sees the reply."""
RULE = "never_unseen"


def why_unseen_is_wrong(analysis: Analysis, outgoing: Outgoing, *, hold_delicate: bool) -> Reason | None:
    """Return why this reply must not go out unseen, or None if nothing speaks against it.

    Phrases find a critical message in words that their authors thought of, and about half of those in other words
    (docs/guard.md). With `hold_delicate`, single words that often stand in such messages hold a reply back too.
    """
    return next(_reasons(analysis, outgoing, hold_delicate=hold_delicate), None)


def _reasons(analysis: Analysis, outgoing: Outgoing, *, hold_delicate: bool) -> Iterator[Reason]:
    alerts = [alert.text for alert in analysis.facts.alerts if alert.kind in CRITICAL_ALERTS]
    urgent = "critical" in (analysis.urgency.label, analysis.urgency.leaning)
    if alerts or urgent:
        words = [term.text for term in telling(analysis.urgency)] if urgent else []
        yield _held("What is critical is never sent unseen.", *alerts, *words)
    if outgoing.pointless:
        yield _held(outgoing.pointless)
    if outgoing.orders:
        yield _held("What the prompt shows beside the message may contain orders to a model.", *outgoing.orders)
    if not outgoing.read:
        yield _held("The message could not be read for sure, or not as a whole, so what it says is not known.")
    if any(zone.kind == "forwarded" for zone in analysis.zones):
        yield _held("It forwards another mail; a person decides whose words are answered.")
    if outgoing.reply is None:
        yield _held("There is no reply that could be sent.")
    if automatic := analysis.facts.automatic:
        yield _held("A program wrote to you; answering it unseen may never end.", automatic.text)
    if outgoing.misfits:
        notes = " ".join(misfit.note for misfit in outgoing.misfits)
        yield _held(notes, *[word for misfit in outgoing.misfits for word in misfit.words])
    if hold_delicate and analysis.facts.delicate:
        words = [word.text for word in analysis.facts.delicate]
        yield _held("It has words that often occur in critical matters; a person looks first.", *words)


def _held(text: str, *words: str) -> Reason:
    return Reason(rule=RULE, action="approve", text=text, evidence=tuple(dict.fromkeys(words)))
