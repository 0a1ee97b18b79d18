"""What heads count: something found in a message, how much of it, and where."""

from __future__ import annotations

from dataclasses import dataclass

from ..analysis import ZoneKind


@dataclass(frozen=True, slots=True)
class Feature:
    """Something found in the text that a head may count.

    Attributes:
        cue: cue id, semantic field, valence, or name of a measure.
        value: how much of it; 1 for a phrase.
        start, end: where it stands in the parsed text; None for the whole message.
        zone: the zone it stands in; None for the whole message.
    """

    cue: str
    value: float = 1.0
    start: int | None = None
    end: int | None = None
    zone: ZoneKind | None = None
