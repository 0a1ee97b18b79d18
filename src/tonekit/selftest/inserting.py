"""Changes that put something before, after or below a message."""

from __future__ import annotations

from ..analysis import Analysis
from ..files.fingerprint import digest
from .changes import ANY, Change
from .variation import Variation, by_lines


def inserted(change: Change, analysis: Analysis) -> Variation | None:
    """Return the variation of a message; None if there is no text for its language, or it has the zone already."""
    texts = change.texts.get(analysis.language.label, change.texts.get(ANY))
    if texts is None or any(zone.kind == change.unless for zone in analysis.zones):
        return None
    place = _end_of_body(analysis) if change.where == "body_end" else len(analysis.text)
    text = texts[int(digest([analysis.text]), 16) % len(texts)]
    return by_lines(analysis.text, place, text.splitlines(), at_start=change.where == "start")


def _end_of_body(analysis: Analysis) -> int:
    """Return where the sender's last own sentence ends."""
    end = max((zone.end for zone in analysis.zones if zone.kind == "body"), default=len(analysis.text))
    return len(analysis.text[:end].rstrip())
