"""Where the clauses of a text end: what one of them denies, the next may promise.

A comma or a word such as "and" parts two clauses only where both sides have what makes a clause, a finite verb or a
pronoun that can be nothing but a subject: in "no free shipping and full refund" it parts nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from .wording import PhraseIndex, read_wording, wording_codes
from .words import Words

_SENTENCE_ENDS = re.compile(r"[.!?…;](?=\s)|\n\s*(?=\n|[-*•–]\s|\d{1,2}[.)]\s)")
_PAUSES = re.compile(r"[,:()](?=\s)|\s[–—-](?=\s)")
_HOLDS, _MAY_BEGIN, _BEGINS = "holds", "may_begin", "begins"


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What stands between two places where a clause may end.

    Attributes:
        end: where it ends.
        apart: whether a clause ends there whatever stands on both sides.
        holds: whether something in it makes a clause.
        denies: whether something in it denies.
    """

    end: int
    apart: bool
    holds: bool
    denies: bool


@lru_cache
def _joints() -> PhraseIndex:
    """Return what finds the words by which clauses are told, of all languages at once.

    Raises:
        DataFileError: a file is not valid.
    """
    files = [read_wording(code).clauses for code in wording_codes()]
    return PhraseIndex(
        {
            _HOLDS: [phrase for each in files for phrase in each.holds],
            _MAY_BEGIN: [phrase for each in files for phrase in each.may_begin],
            _BEGINS: [phrase for each in files for phrase in each.begins],
        }
    )


def clause_ends(text: str, words: Words, denying: Collection[int]) -> list[int]:
    """Return where the clauses of a text end, in order; the last one ends with the text.

    Args:
        text: the text.
        words: its words.
        denying: where words begin that deny, in order.
    """
    ends: list[int] = []
    held = False
    stretches = _stretches(text, words, denying)
    for index, each in enumerate(stretches):
        held = held or each.holds or each.denies
        behind = stretches[index + 1] if index + 1 < len(stretches) else None
        if behind is None or each.apart or (held and behind.holds):
            ends.append(each.end)
            held = False
    return ends


def _stretches(text: str, words: Words, denying: Collection[int]) -> list[_Stretch]:
    found = list(_joints().find(text, words))
    apart = {match.end() for match in _SENTENCE_ENDS.finditer(text)}
    apart.update(hit.start for hit in found if hit.tag == _BEGINS)
    pauses = {match.end() for match in _PAUSES.finditer(text)}
    pauses.update(hit.start for hit in found if hit.tag == _MAY_BEGIN)
    holding = sorted(hit.start for hit in found if hit.tag == _HOLDS)
    denied = sorted(denying)
    ends = sorted((apart | pauses | {len(text)}) - {0})
    return [
        _Stretch(end, end in apart, _any_between(holding, start, end), _any_between(denied, start, end))
        for start, end in zip([0, *ends], ends, strict=False)
    ]


def _any_between(places: list[int], start: int, end: int) -> bool:
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end
