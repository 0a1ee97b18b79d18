"""Families of words that call for a person together: `(delete|erase) & (my data|about me)`.

What silences a group (`&! (all of it)`) is found as one more family of it, which none of the others needs.

One word stands in many families. The finder knows it once, by the number of its set of families; a text is asked with
a few bit operations which groups have a word of every family in it. Of most texts that is none.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_

from ...languages.pack import Group
from .finder import FAMILY_SIGN, PhraseHit


@dataclass(frozen=True, slots=True, eq=False)
class Meeting:
    """A group of families, without their words.

    Attributes:
        cue: the cue that it is a hit of.
        families: how many of them have to meet; a word of the family of this number says that they mean nothing.
        neighbours: whether they may meet in two neighbouring sentences.
    """

    cue: str
    families: int
    neighbours: bool


class _Bits(dict[str, int]):
    """Key of a set of families → its bits, which are set when a text first has one of its words.

    Args:
        sets: key → the bits that are set, by their number. Of most words no text is ever asked, and their bits are
            hundreds of bytes of zeros.
    """

    def __init__(self, sets: dict[str, bytes]) -> None:
        super().__init__()
        self._sets = sets

    def __missing__(self, key: str) -> int:
        bits = self[key] = sum(1 << seat for seat in memoryview(self._sets[key]).cast("I"))
        return bits


FamilyHit = tuple[Meeting, int, int, int]
"""The group, which of its families, first token, last token + 1."""
_Seat = tuple[int, int]
"""Number of a group, and which of its families."""


class Families:
    """The families of one language.

    Args:
        together: cue id → groups of families.
    """

    def __init__(self, together: Mapping[str, Iterable[Group]]) -> None:
        groups = [(cue, group) for cue, every in together.items() for group in every]
        self._meetings = [Meeting(cue, len(group.families), group.neighbours) for cue, group in groups]
        packed: dict[str, bytes] = {}
        for number, (_, group) in enumerate(groups):
            for place, phrases in enumerate((*group.families, group.unless)):
                seat = array("I", [self._seat(number, place)]).tobytes()
                for phrase in dict.fromkeys(phrases):
                    packed[phrase] = packed.get(phrase, b"") + seat
        sets = {each: f"{FAMILY_SIGN}{number}" for number, each in enumerate(dict.fromkeys(packed.values()))}
        self._bits = _Bits({key: each for each, key in sets.items()})
        self._most = max((meeting.families for meeting in self._meetings), default=0)
        # A group of two has no third family that could be missing.
        self._always = sum(
            1 << self._seat(number, place)
            for number, meeting in enumerate(self._meetings)
            for place in range(meeting.families, self._most)
        )
        self._key_of = {phrase: sets[each] for phrase, each in packed.items()}

    def pieces(self) -> Iterator[tuple[str, str]]:
        """Yield key and phrase of every word of a family, for the finder; once, for they are not kept."""
        pieces, self._key_of = self._key_of, {}
        yield from ((key, phrase) for phrase, key in pieces.items())

    def meeting(self, hits: Collection[PhraseHit]) -> list[FamilyHit]:
        """Return the hits of the groups that have a word of every family in the text, however far apart."""
        bits = reduce(or_, map(self._bits.__getitem__, {hit[0] for hit in hits}), self._always)
        width, met = len(self._meetings), (1 << len(self._meetings)) - 1
        for place in range(self._most):
            met &= bits >> place * width
        if not met:
            return []
        whole = sum(met << place * width for place in range(self._most + 1))
        return [
            (self._meetings[number], place, first, last)
            for key, first, last in hits
            for number, place in self._seats(self._bits[key] & whole)
        ]

    def _seat(self, number: int, place: int) -> int:
        """Return which bit is that of a family: those of all first families come first, then those of all second ones.

        The bit of what silences a group stands where one is set for it anyhow, or behind all that are looked at.
        """
        return place * len(self._meetings) + number

    def _seats(self, bits: int) -> list[_Seat]:
        """Return the families that bits stand for, in their order."""
        seats: list[_Seat] = []
        while bits:
            highest = bits.bit_length() - 1
            place, number = divmod(highest, len(self._meetings))
            seats.append((number, place))
            bits ^= 1 << highest
        return sorted(seats)
