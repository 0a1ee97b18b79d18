"""A quick look at a text, such as a draft or an earlier turn: zones and language at once, the rest on first access.

Drafts are read by the same reader as messages, but checking them needs little of a full analysis.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from ..analysis import Analysis, LanguageVerdict, Verdict, Zone
from ..languages.cue_list import cue_list
from ..loading.once import once
from ..stated_facts import Facts
from .address import address_form, find_address
from .collected_features import COUNTED_FACTS
from .heads.additive_heads import Head
from .heads.panel import Panel
from .language_reading import LanguageReading
from .measures import measure
from .scan import Scan, address_measures
from .shapes.shape_finder import ShapeFinder

AddressForms = Literal["formal", "informal", "mixed"] | None
FORM = "formality"
_ADDRESS, _VALENCE = "address.", "valence."


class Glance:
    """A quick look at one text. Made for one text, never shared.

    Args:
        text: the text.
        zones: its zones.
        language: its language.
        form: reads the formality, or returns None if only a full analysis can.
        emoji: finds the emoji.
        address: finds the form of address.
        whole: makes the full analysis.
    """

    def __init__(
        self,
        text: str,
        zones: tuple[Zone, ...],
        language: LanguageVerdict,
        *,
        form: Callable[[], Verdict | None],
        emoji: Callable[[], tuple[str, ...]],
        address: Callable[[], AddressForms],
        whole: Callable[[], Analysis],
    ) -> None:
        self.text = text
        self.zones = zones
        self.language = language
        self._form, self._emoji, self._address, self._whole = form, emoji, address, whole

    @once
    def formality(self) -> Verdict:
        """How formal it is."""
        return self._form() or self._analysis.formality

    @once
    def mood(self) -> Verdict:
        """The mood it is written in."""
        return self._analysis.mood

    @once
    def knowledge(self) -> Verdict:
        """How much its writer knows about the subject."""
        return self._analysis.knowledge

    @once
    def emoji(self) -> tuple[str, ...]:
        """Its emoji, in order."""
        return self._emoji()

    @once
    def address(self) -> AddressForms:
        """The form of address in it; None if it has none, or its language has only one."""
        return self._address()

    @once
    def _analysis(self) -> Analysis:
        return self._whole()


def address_in(text: str, reading: LanguageReading) -> AddressForms:
    """Return the form of address in a text; None if it has none, or its language has only one."""
    if not reading.address or not reading.address.telling:
        return None
    return address_form(find_address(reading.parser.parse(text), reading.address))


def form_panel(heads: Mapping[str, Head]) -> Panel | None:
    """Return a panel for formality alone, or None if its head counts something that `scan_form` does not find."""
    cues = cue_list()
    if heads[FORM].words:
        return None
    for cue in heads[FORM].file.weights:
        by_form = cue in cues and cues[cue].origin == "shape" and not cue.startswith(_ADDRESS)
        if by_form or cue in COUNTED_FACTS or cue.startswith(_VALENCE):
            return None
    return Panel({FORM: heads[FORM]})


def scan_form(
    text: str, with_code: str, zones: tuple[Zone, ...], reading: LanguageReading, finder: ShapeFinder
) -> Scan:
    """Return what `scan` finds, without facts, technical forms and valence.

    Args:
        text, with_code, zones, reading, finder: as for `scan`.
    """
    parsed = reading.parser.parse(text)
    address = find_address(parsed, reading.address) if reading.address else []
    signature = [zone for zone in zones if zone.kind == "signature"]
    return Scan(
        parsed=parsed,
        shapes=[*finder.emoji(with_code), *address],
        facts=Facts(),
        valence=[],
        measures=measure(parsed, text, signature) | address_measures(reading, address),
        address=address_form(address),
        words=None,
    )
