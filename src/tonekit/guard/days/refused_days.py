"""Days that a clause refuses: "we cannot come tomorrow", "morgen ist leider alles voll"."""

from __future__ import annotations

import re
from bisect import bisect_left

from ..claims.claim import Claim
from ..wording.claim_words import load_claim_words
from ..wording.negations import load_negations
from ..wording.words import Words
from .calendar import load_calendar

_ENDS = re.compile(r"[.!?…;:\n]|\s[–-]\s")
_INSERTED = 4
"""Words of what is put in between two commas, before the day."""
_FARTHEST = 12
"""Words between a day and what refuses it, at most."""


class RefusedDays:
    """Tells of the days in a text whether their clause refuses them.

    A negation of another clause takes nothing back: in "you have not heard from us, we will call tomorrow" the call is
    promised. So it has to stand in the same clause, with no word between that promises.
    """

    def __init__(self, text: str, words: Words, language: str) -> None:
        calendar = load_calendar()
        self._promising = calendar.promised.get(language, calendar.promising)
        self._text, self._words, self._known = text, words, load_claim_words()
        refusing = load_negations().words | self._known.booked | self._known.wishes
        self._refusing = {at for at, form in enumerate(words.forms) if form in refusing}

    def refuses(self, claim: Claim) -> bool:
        """Return whether the clause of a claim refuses it."""
        if not self._refusing:
            return False
        first, behind = (bisect_left(self._words.spans, (place,)) for place in (claim.start, claim.end))
        return first < behind and (self._before(first) or self._behind(first, behind))

    def _before(self, first: int) -> bool:
        """Return whether a refusal stands before a word, and nothing between takes it back."""
        promised = False
        for at in range(first - 1, max(-1, first - 1 - _FARTHEST), -1):
            form, behind = self._words.forms[at], self._words.forms[at + 1]
            if self._parted(at, unless=behind):
                return False
            if at in self._refusing:
                return not promised
            if form in self._known.contrast:
                return False
            promised = (promised or form in self._promising) and form not in self._known.subordinate
        return False

    def _behind(self, first: int, behind: int) -> bool:
        """Return whether a refusal stands behind some words, before their clause ends."""
        stops = self._known.contrast | self._known.conditions
        inserted = self._is_inserted(first)
        forms = self._words.forms
        for at in range(behind, min(len(forms), behind + _FARTHEST)):
            # Another clause is joined: "and you do not have to …".
            joins = forms[at] in self._known.joining and not self._known.subjects.isdisjoint(forms[at + 1 : at + 2])
            if joins or forms[at] in stops or self._parted(at - 1, over=inserted):
                return False
            if at in self._refusing:
                return True
        return False

    def _is_inserted(self, first: int) -> bool:
        """Return whether a comma opens what is put in: "an earlier day, today or tomorrow, is not possible"."""
        start = self._words.spans[first][0]
        opening = self._text.rfind(",", 0, start)
        between = self._text[opening:start]
        return opening >= 0 and len(between.split()) <= _INSERTED and not _ENDS.search(between)

    def _parted(self, at: int, *, unless: str = "", over: bool = False) -> bool:
        """Return whether a clause ends behind a word; a comma is none before a word that goes on with it."""
        gap = self._text[self._words.spans[at][1] : self._words.spans[at + 1][0]]
        return bool(_ENDS.search(gap)) or ("," in gap and not over and unless not in self._known.subordinate)
