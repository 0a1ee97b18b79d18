"""From what was found to what the heads count: cues, shapes, facts, valence and measures as features."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from math import sqrt
from types import MappingProxyType

from ..analysis import Zone, ZoneKind
from ..stated_facts import Facts, Span
from .feature import Features, Located
from .phrases.finder import PhraseHit
from .scan import Scan

NORMALISING = 15
"""VADER's alpha: turns an open sum of valences into 0 to 1 (Hutto & Gilbert 2014)."""
MOST_VALENCES = 200
"""Words of one side that count: their sum is as good as full by then, and a wall of emoji must not fill a result."""
CODE_BLOCK = "tech.code_block"
_WAITED, _DEADLINE, _CONTACT = "wait.long", "deadline.stated", "contact.repeated"
_AMOUNT, _ORDER = "amount.stated", "order.number"
_GREETING = "greeting."
_FEW_BEFORE = 3
"""Words or signs that may stand before the greeting of a message: whom it is for ("@shop hello"), a subject."""
_TOLD_BY: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "field.bookish": frozenset({"register.nominal", "polite.formula", "closing.formal"}),
        "field.colloquial": frozenset({"slang", "chat.abbreviation", "chat.particle", "dialect"}),
    }
)
"""Field of register → the cues of register that say the same."""
_TELLING = frozenset[str]().union(*_TOLD_BY.values())
COUNTED_FACTS = frozenset({_WAITED, _DEADLINE, _CONTACT, _AMOUNT, _ORDER})
"""Cues that typed facts spell out."""
_SPAN_OF_TIME, _NUMBER, _UNIT = "time.span", "=number:", "=unit:"


def collect_features(scans: Sequence[Scan], zones: Sequence[Zone]) -> Features:
    """Return the features of one message, in the order of the text; scans of twin languages are united."""
    if len(scans) == 1:
        richest = scans[0]
        found = sorted(_found(richest))
    else:
        richest = max(scans, key=lambda scan: len(scan.parsed.hits))
        found = sorted({each for scan in scans for each in _found(scan)})
    valence = _valence(richest)
    blocks = [zone for zone in zones if zone.kind == "code"]
    return Features(
        found=[*found, *((block.start, block.end, CODE_BLOCK, 1.0) for block in blocks)],
        found_in=[*_zones_of(found, zones), *(block.kind for block in blocks)],
        valence=valence,
        valence_in=_zones_of(valence, zones),
        measures=richest.measures,
        words=richest.words or {},
    )


def _found(scan: Scan) -> list[Located]:
    spans = scan.parsed.tokens.spans
    begun = {first for first, _ in scan.parsed.sentences}
    # "Lieber das andere" is a wish, and "das bästa" no salutation: a greeting begins a sentence, or the message.
    kept = [
        hit for hit in scan.parsed.hits if not hit[0].startswith(_GREETING) or hit[1] in begun or hit[1] <= _FEW_BEFORE
    ]
    hits = [(spans[first][0], spans[last - 1][1], cue, 1.0) for cue, first, last in kept]
    telling = [hit for hit in kept if hit[0] in _TELLING]
    fields = [hit for hit in scan.parsed.fields if not (telling and _said_already(hit, telling))]
    found = [(spans[first][0], spans[last - 1][1], cue, 1.0) for cue, first, last in fields]
    found += hits
    found += _spans_of_time(scan)
    found += [(start, end, cue, 1.0) for start, end, cue in scan.shapes]
    # "third time" is a cue and a fact; it counts once.
    found += [
        (start, end, cue, 1.0)
        for start, end, cue in _facts(scan.facts)
        if not any(cue == said and first < end and start < last for first, last, said, _ in hits)
    ]
    return found


def _said_already(field: PhraseHit, hits: Sequence[PhraseHit]) -> bool:
    """Return whether a cue of register tells by the same words what the field would: one mark is not two."""
    name, first, last = field
    cues = _TOLD_BY.get(name, frozenset())
    return bool(cues) and any(cue in cues and start < last and first < end for cue, start, end in hits)


def _facts(facts: Facts) -> Iterator[tuple[int, int, str]]:
    """Yield the facts that speak for a label, as hits of the cue that they spell out."""
    counted: tuple[tuple[str, Span | None], ...] = (
        (_WAITED, facts.waited),
        (_DEADLINE, facts.deadline),
        (_CONTACT, facts.contact),
        *((_AMOUNT, amount) for amount in facts.amounts),
        *((_ORDER, number) for number in facts.order_numbers),
    )
    yield from ((span.start, span.end, cue) for cue, span in counted if span)


def _spans_of_time(scan: Scan) -> Iterator[Located]:
    """Yield "two weeks", "40 minutes": a number right before a unit of time."""
    texts, spans = scan.parsed.tokens.texts, scan.parsed.tokens.spans
    numbers = {last: first for cue, first, last in scan.parsed.words if cue.startswith(_NUMBER)}
    for cue, start, last in scan.parsed.words:
        if cue.startswith(_UNIT):
            before = start - 1
            first = numbers.get(start, before if before >= 0 and texts[before][0].isdigit() else None)
            if first is not None:
                yield spans[first][0], spans[last - 1][1], _SPAN_OF_TIME, 1.0


def _zones_of(found: Sequence[Located], zones: Sequence[Zone]) -> list[ZoneKind]:
    """Return the kind of the zone that each feature stands in."""
    if len(zones) == 1:
        return [zones[0].kind] * len(found)
    starts = [zone.start for zone in zones]
    return [zones[bisect_right(starts, start) - 1].kind for start, *_ in found]


def _valence(scan: Scan) -> list[Located]:
    """Return words with a valence so that their values sum to the text's valence, 0 to 1 on each side."""
    features: list[Located] = []
    for name, sign in (("valence.positive", 1), ("valence.negative", -1)):
        hits = [hit for hit in scan.valence if hit[2] * sign > 0][:MOST_VALENCES]
        total = sum([abs(valence) for _, _, valence in hits])
        scale = sqrt(total * total + NORMALISING)
        features += [(start, end, name, abs(valence) / scale) for start, end, valence in hits]
    return features
