"""One pass over a text in one language: tokens, cues, shapes, facts, valence and measures."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from operator import attrgetter
from typing import Literal

from ..analysis import Zone
from ..stated_facts import Facts
from .address import ABSENT, address_form, find_address
from .alerts.alert_words import shipped_words
from .alerts.phrase_alerts import with_alerts, without_harmless_threats
from .facts.typed_facts import find_facts
from .language_reading import LanguageReading
from .measures import measure
from .parsing import Parsed
from .shapes.shape_finder import ShapeFinder, ShapeHit
from .valence.scoring import ValenceLexicon, valence_terms
from .words.said import Said, said_words

SARCASM = "sarcasm"
_EMOJI = "emoji."
_start = attrgetter("start")

ValenceHit = tuple[int, int, float]
"""Start and end of a word or emoji, and the valence it has in its sentence."""


@dataclass(slots=True)
class Scan:
    """What one pass found; all offsets are those of the scanned text.

    Attributes:
        parsed: tokens, sentences, cue phrases.
        shapes: shapes, forms of address and emoji.
        facts: typed facts.
        valence: words and emoji with a valence.
        measures: measure → value, without zeros.
        address: form of address; None if there is none, or the language has only one.
        words: the words in lower case, their stems, and the pairs of words that follow each other in a sentence, but
            those of closings and signatures; none where no pack was read.
        emoji_valence: the mean valence of its emoji, −4 to 4; 0 without emoji.
    """

    parsed: Parsed
    shapes: list[ShapeHit]
    facts: Facts
    valence: list[ValenceHit]
    measures: dict[str, float]
    address: Literal["formal", "informal", "mixed"] | None
    words: Said | None
    emoji_valence: float = 0.0

    @property
    def emoji(self) -> list[ShapeHit]:
        """The emoji among the shapes."""
        return [hit for hit in self.shapes if hit[2].startswith(_EMOJI)]


def scan(
    text: str,
    with_code: str,
    zones: tuple[Zone, ...],
    reading: LanguageReading,
    finder: ShapeFinder,
    *,
    code: str,
    words: AbstractSet[str],
) -> Scan:
    """Return what one pass finds in a text.

    Args:
        text: the message, with everything blanked out that is not read as words.
        with_code: the same with code and logs left in, for shapes.
        zones: the zones of the message; only words of the body have a valence, and a signature has no measures.
        reading: the tools of the language.
        finder: finds shapes and emoji.
        code: code of the language.
        words: the words of the message, in lower case.
    """
    parsed = reading.parser.parse(text)
    parsed.hits = without_harmless_threats(parsed)
    signatures = [zone for zone in zones if zone.kind == "signature"]
    shapes = finder.find(with_code, words)
    address = find_address(parsed, reading.address) if reading.address else []
    emoji = [(start, end, finder.valence(with_code[start:end])) for start, end, cue in shapes if cue.startswith(_EMOJI)]
    closings = [zone for zone in zones if zone.kind == "closing"]
    said = said_words(parsed, reading.forms, signatures=signatures, closings=closings) if reading.address else None
    facts = find_facts(parsed, shapes, text, words, language=code, with_code=with_code)
    return Scan(
        parsed=parsed,
        shapes=[*shapes, *address],
        facts=with_alerts(facts, shipped_words().find(parsed, said, text, known=facts.alerts)) if said else facts,
        valence=_valence(parsed, emoji, reading.valence, [zone for zone in zones if zone.kind == "body"]),
        measures=measure(parsed, text, signatures) | address_measures(reading, address),
        address=address_form(address),
        words=said.before_closing() if said else None,
        emoji_valence=sum([valence for *_, valence in emoji]) / len(emoji) if emoji else 0.0,
    )


def address_measures(reading: LanguageReading, address: list[ShapeHit]) -> dict[str, float]:
    """Return the measure that nobody is addressed, in a language with two forms of address."""
    forms = reading.address
    telling = forms is not None and forms.telling and bool(forms.informal)
    return {ABSENT: 1.0} if telling and not address else {}


def _valence(
    parsed: Parsed, emoji: list[ValenceHit], lexicon: ValenceLexicon | None, body: list[Zone]
) -> list[ValenceHit]:
    drawn = {start for start, _, _ in emoji}
    written = _word_valence(parsed, lexicon) if lexicon else ()
    # VADER's lexicon knows emoticons too; the emoji table is the one that counts.
    hits = [*emoji, *(hit for hit in written if hit[0] not in drawn)]
    return [hit for hit in hits if hit[2] and _inside(hit[0], body)]


def _word_valence(parsed: Parsed, lexicon: ValenceLexicon) -> Iterator[ValenceHit]:
    tokens = parsed.tokens
    mocking = [first for cue, first, _ in parsed.hits if cue == SARCASM]
    for first, last in parsed.sentences:
        if lexicon.feels_nothing(tokens.lower[first:last]):
            continue
        # Mock praise takes back every positive word of its sentence.
        vetoed = range(last - first) if any(first <= place < last for place in mocking) else ()
        for term in valence_terms(tokens.texts[first:last], lexicon, vetoed=vetoed):
            yield *tokens.spans[first + term.index], term.valence


def _inside(position: int, zones: Sequence[Zone]) -> bool:
    before = bisect_right(zones, position, key=_start)
    return before > 0 and position < zones[before - 1].end


def richest_facts(scans: Sequence[Scan]) -> Facts:
    """Return the facts of the scan that found most: of twin languages (da, nb), usually only one knows the words."""
    if len(scans) == 1:
        return scans[0].facts
    richest = max((scan.facts for scan in scans), key=lambda facts: len(facts.model_dump(exclude_defaults=True)))
    delicate = richest.delicate or next((scan.facts.delicate for scan in scans if scan.facts.delicate), ())
    alerts = [alert for scan in scans for alert in scan.facts.alerts]
    return with_alerts(richest.model_copy(update={"delicate": delicate}), alerts)
