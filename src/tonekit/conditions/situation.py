"""The situation that conditions look at: verdicts, facts, what is known of the customer, the style."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import get_args

from ..analysis import LABELS, Analysis
from ..message import NOBODY, AddressForm, Channel, Customer
from ..profile import Style, StyleProfile
from ..stated_facts import AlertKind, AutomaticKind, Courtesy, Span
from .condition import NOTHING, Observed, Situation

READ_NAMES: Mapping[str, tuple[str, ...] | None] = {
    **LABELS,
    "language": None,
    "address": ("formal", "informal", "mixed"),
    "channel": get_args(Channel),
    "emoji": ("true", "false"),
    "emoji_valence": None,
    "contact_count": None,
    "waited_days": None,
    "waited": None,
    "deadline": None,
    "pressed": None,
    "scope": ("all", "team"),
    "threats": ("churn", "legal", "regulator", "public", "payment"),
    "alerts": get_args(AlertKind),
    "topics": None,
    "tried_count": None,
    "requested_person": None,
    "automatic": get_args(AutomaticKind),
    "courtesy": get_args(Courtesy),
    "customer.name": None,
    "customer.title": None,
    "customer.tier": None,
    "customer.company": None,
    "customer.address": get_args(AddressForm),
}
"""Names that profile rules and safeguards may look at, each with its values if these are a closed list."""

STYLE_NAMES: Mapping[str, tuple[str, ...] | None] = {
    f"style.{name}": ("true", "false") if field.annotation is bool else get_args(field.annotation) or None
    for name, field in Style.model_fields.items()
    if name != "focus"
} | {"style.focus": None}
"""Names of the style profile, for templates and phrases."""


_STYLE_PATHS = tuple((name, f"style.{name}") for name in Style.model_fields)
_KNOWN_PATHS = tuple((name, f"customer.{name}") for name in ("name", "title", "tier", "company", "address"))
_OF_NOBODY = {path: NOTHING for _, path in _KNOWN_PATHS}

NEUTRAL_LABELS: Mapping[str, str] = {
    **dict.fromkeys(("formality", "mood", "sentiment"), "neutral"),
    **dict.fromkeys(("role", "detail_need", "decision"), "unknown"),
    "directness": "balanced",
    "knowledge": "advanced",
    "urgency": "none",
    "request": "other",
}
"""The label that each dimension gets if a message gives no ground for another."""


def situation_of(
    analysis: Analysis,
    customer: Customer | None,
    channel: Channel | None = None,
    *,
    contacts: int = 1,
    topics: tuple[str, ...] = (),
) -> dict[str, Observed]:
    """Return what conditions can look at before a style is chosen; what the helpdesk knows overrides what was read.

    Args:
        analysis: how the message was read.
        customer: what is known of the sender.
        channel: how the message came.
        contacts: how many times the thread shows that the sender has written without an answer, this time included.
        topics: the topics of `tonekit.yaml` that the message touches.
    """
    known = customer or NOBODY
    seen = {
        name: Observed(verdict.label, verdict.confidence, partial(getattr, verdict, "probabilities"))
        for name, verdict in analysis.verdicts()
    }
    if known.role in LABELS["role"]:
        seen["role"] = Observed(known.role)
    facts = analysis.facts
    seen |= {
        "language": Observed(analysis.language.label, analysis.language.confidence),
        "address": Observed(known.address or analysis.address),
        "channel": Observed(channel),
        "emoji": Observed(bool(analysis.emoji)),
        "emoji_valence": Observed(analysis.emoji_valence if analysis.emoji else None),
        "contact_count": Observed(max(facts.contact_count or 0, contacts) if contacts > 1 else facts.contact_count),
        "waited_days": Observed(facts.waited.days) if facts.waited else NOTHING,
        "waited": _words(facts.waited),
        "deadline": _words(facts.deadline),
        "pressed": _words(facts.pressed),
        "scope": Observed(facts.scope) if facts.scope else NOTHING,
        "threats": Observed(tuple(threat.kind for threat in facts.threats)),
        "alerts": Observed(tuple(alert.kind for alert in facts.alerts)),
        "topics": Observed(topics),
        "tried_count": Observed(len(facts.already_tried)),
        "requested_person": _words(facts.requested_person),
        "courtesy": Observed(facts.courtesy),
        "automatic": Observed(facts.automatic.kind) if facts.automatic else NOTHING,
    }
    return {**seen, **_known(customer)}


def _known(customer: Customer | None) -> Mapping[str, Observed]:
    if customer is None:
        return _OF_NOBODY
    return {path: Observed(getattr(customer, name)) for name, path in _KNOWN_PATHS}


def _words(span: Span | None) -> Observed:
    return Observed(span.text) if span else NOTHING


def with_style(situation: Situation, profile: StyleProfile) -> dict[str, Observed]:
    """Return the situation with the fields of the style profile added."""
    return {**situation, **{path: Observed(getattr(profile, name)) for name, path in _STYLE_PATHS}}
