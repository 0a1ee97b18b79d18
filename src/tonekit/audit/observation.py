"""What an audit takes from one mail: labels, numbers, and the words of its body to cut an example from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ..analysis import ALL_DIMENSIONS, Analysis, ZoneKind
from ..mails.mail import Mail
from .topics import topic

DOUBTFUL_BELOW = 0.5
"""A verdict less sure than this is more likely wrong than right: confidence is calibrated (docs/accuracy.md)."""
MOST_BODY = 4000
"""Characters of a body that are kept: enough for an example, whatever is taken out of it."""


@dataclass(frozen=True, slots=True)
class Observation:
    """One mail, read.

    Attributes:
        mail: what the helpdesk knows about it.
        labels: dimension → label, `language` among them.
        confidence: dimension → how probably its label is right, 0 to 1.
        unsure: the dimensions of which tonekit says so, or whose confidence is below `DOUBTFUL_BELOW`.
        topic: request and matter.
        repeated: whether the sender says that they have been in touch before.
        zones: kind of zone → its characters, white space left out.
        body: the beginning of the body; greeting and signature, which hold names, are not part of it.
    """

    mail: Mail
    labels: Mapping[str, str]
    confidence: Mapping[str, float]
    unsure: frozenset[str]
    topic: str
    repeated: bool
    zones: Mapping[ZoneKind, int]
    body: str


def observe(mail: Mail, analysis: Analysis) -> Observation:
    """Return what an audit keeps of a mail."""
    confidence = {name: getattr(analysis, name).confidence for name in ALL_DIMENSIONS}
    careful = {name for name, verdict in analysis.verdicts() if verdict.unsure}
    return Observation(
        mail=mail,
        labels={name: analysis.label(name) for name in ALL_DIMENSIONS},
        confidence=confidence,
        unsure=frozenset(careful | {name for name, sure in confidence.items() if sure < DOUBTFUL_BELOW}),
        topic=topic(analysis),
        repeated=(analysis.facts.contact_count or 0) > 1,
        zones=_zone_sizes(analysis),
        body=_body(analysis),
    )


def _zone_sizes(analysis: Analysis) -> Mapping[ZoneKind, int]:
    sizes: Counter[ZoneKind] = Counter()
    for zone in analysis.zones:
        sizes[zone.kind] += sum(map(len, analysis.text[zone.start : zone.end].split()))
    return sizes


def _body(analysis: Analysis) -> str:
    bodies = (analysis.text[zone.start : zone.end] for zone in analysis.zones if zone.kind == "body")
    return "\n".join(bodies)[:MOST_BODY]
