"""How a draft reads, as far as its checks have to know it: an analysis, or as much of one."""

from __future__ import annotations

from typing import Protocol

from ...analysis import LanguageVerdict, Verdict, Zone


class DraftReading(Protocol):
    """What has to be known of how a draft reads: an analysis, or as much of one."""

    @property
    def text(self) -> str:
        """The text that the zones point into."""

    @property
    def zones(self) -> tuple[Zone, ...]:
        """The parts of the text."""

    @property
    def language(self) -> LanguageVerdict:
        """The language."""

    @property
    def formality(self) -> Verdict:
        """How formal it is."""

    @property
    def mood(self) -> Verdict:
        """In what mood it is."""

    @property
    def knowledge(self) -> Verdict:
        """How much its writer knows of the matter."""

    @property
    def emoji(self) -> tuple[str, ...]:
        """The emoji, in order."""
