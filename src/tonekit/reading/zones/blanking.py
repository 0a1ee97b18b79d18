"""A text with some of its zones blanked out, so that offsets stay what they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from ...analysis import Zone, ZoneKind

_SIGN_AND_BLANK = 2


def only_zones(text: str, zones: Sequence[Zone], kinds: AbstractSet[ZoneKind]) -> str:
    """Return `text` with all zones but `kinds` blanked out, every character in its place."""
    if kinds >= {zone.kind for zone in zones}:
        return text
    return "".join(
        text[zone.start : zone.end] if zone.kind in kinds else _blank(text[zone.start : zone.end]) for zone in zones
    )


def only_spans(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return `text` with all but `spans`, in order, blanked out, every character in its place.

    What stands between two of them is left where it is a sign and a blank, so that a sentence goes on across it.
    """
    pieces: list[str] = []
    free = 0
    for start, end in spans:
        near = free and start - free <= _SIGN_AND_BLANK
        pieces += [text[free:start] if near else _blank(text[free:start]), text[start:end]]
        free = end
    return "".join([*pieces, _blank(text[free:])])


def _blank(text: str) -> str:
    # Two line breaks, so that no sentence and no phrase runs across what was taken out.
    return "\n\n"[: len(text)] + " " * (len(text) - 2)
