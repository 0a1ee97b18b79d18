"""What was found in a text, before any head decides, and where each of it was written."""

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
        plain: the text as it was written, HTML as text.
        normal: the same as it is read; offsets of what was found are those of the normal text.
        words: its words in lower case.
        zones: its parts.
        language: its language.
        scans: what one pass found in each language that it was read in.
        switches: its parts in other languages.
        answers_left: whether it says that answers stand in its quoted mail, and they could not be told there.
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
        """Whether it passes on another mail."""
        return any(zone.kind == "forwarded" for zone in self.zones)

    def written(self, start: int, end: int) -> Words:
        """Return what was written from `start` to `end` of the normal text, and where."""
        first, last = self.normal.original_span(start, end)
        return self.plain[first:last], first, last

    def span(self, start: int, end: int) -> Span:
        """Return the same as a span."""
        text, first, last = self.written(start, end)
        return Span(text=text, start=first or 0, end=last or 0)

    def facts(self) -> Facts:
        """Return the typed facts, where they were written."""
        facts = richest_facts(self.scans)
        return facts if self.normal.text == self.plain else relocate(facts, self.span)

    def written_zones(self) -> tuple[Zone, ...]:
        """Return the zones of what was written."""
        return (
            self.zones if self.normal.text == self.plain else original_zones(self.zones, self.normal, len(self.plain))
        )

    def emoji(self, found: Iterable[ShapeHit]) -> tuple[str, ...]:
        """Return emoji as they were written."""
        return tuple(self.written(start, end)[0] for start, end, _ in found)
