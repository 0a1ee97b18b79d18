"""A text with some of its zones blanked out, so that offsets stay what they are."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from ..analysis import Zone, ZoneKind


def only_zones(text: str, zones: Sequence[Zone], kinds: AbstractSet[ZoneKind]) -> str:
    """Return `text` with all zones but `kinds` blanked out, every character in its place."""
    if kinds >= {zone.kind for zone in zones}:
        return text
    return "".join(
        text[zone.start : zone.end] if zone.kind in kinds else _blank(text[zone.start : zone.end]) for zone in zones
    )


def _blank(text: str) -> str:
    # Two line breaks, so that no sentence and no phrase runs across what was taken out.
    return "\n\n"[: len(text)] + " " * (len(text) - 2)
