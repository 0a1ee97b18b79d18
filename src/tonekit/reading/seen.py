"""What was found in a text before any head decides, and where in the original each part was written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..analysis import LanguageVerdict, Zone
from ..stated_facts import Facts, Span
from .facts.typed_facts import relocate
from .heads.additive_heads import Words
from .language.switching import Switch
from .normalising import NormalText
from .scan import Scan, richest_facts
from .shapes.shape_finder import ShapeHit
from .zones.splitting import original_zones


@dataclass(slots=True)
class Seen:
    """What was found in a text.

    Attributes:
        plain: the text as it was written, HTML converted to text.
        normal: the normalised text; offsets of findings refer to it.
        words: its words in lower case.
        zones: its zones.
        language: its language.
        scans: what one pass found, for each language that it was read in.
        switches: its parts in other languages.
        answers_left: whether it announces answers inside its quoted mail that could not be found there.
    """

    plain: str
    normal: NormalText
    words: frozenset[str]
    zones: tuple[Zone, ...]
    language: LanguageVerdict
    scans: list[Scan]
    switches: list[Switch] = field(default_factory=list)
    answers_left: bool = False

    @property
    def forwards(self) -> bool:
        """Whether it forwards another mail."""
        return any(zone.kind == "forwarded" for zone in self.zones)

    def written(self, start: int, end: int) -> Words:
        """Return what was written from `start` to `end` of the normal text, and where."""
        first, last = self.normal.original_span(start, end)
        return self.plain[first:last], first, last

    def span(self, start: int, end: int) -> Span:
        """Return what was written there as a `Span`."""
        text, first, last = self.written(start, end)
        return Span(text=text, start=first or 0, end=last or 0)

    def facts(self) -> Facts:
        """Return the typed facts, with offsets in the original text."""
        facts = richest_facts(self.scans)
        return facts if self.normal.text == self.plain else relocate(facts, self.span)

    def written_zones(self) -> tuple[Zone, ...]:
        """Return the zones, with offsets in the original text."""
        return (
            self.zones if self.normal.text == self.plain else original_zones(self.zones, self.normal, len(self.plain))
        )

    def emoji(self, found: Iterable[ShapeHit]) -> tuple[str, ...]:
        """Return emoji as they were written."""
        return tuple(self.written(start, end)[0] for start, end, _ in found)
