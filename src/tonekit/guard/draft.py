"""A draft beside the result that it is to fit: what all checks look at, each thing worked out once."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from datetime import date
from typing import get_args

from ..analysis import Analysis
from ..foreign_text.surrogates import without_surrogates
from ..loading.once import once
from ..material import Material
from ..profile import StyleProfile
from ..reading.glance import Glance
from ..result import Result
from .claims.claim import Claim, Kind
from .claims.claims import find_claims
from .days.days_from_today import is_the_day
from .days.refused_days import RefusedDays
from .facts.backing import Backing
from .facts.ground import Ground, said_in
from .facts.literal_words import stands_in
from .identifiers.identifier_forms import bare
from .identifiers.identity_numbers import IdentityNumbers
from .identifiers.licence_plates import LicencePlates
from .identifiers.page import Found, Page, Recogniser
from .identifiers.payment_numbers import CardNumbers, Ibans
from .wording.counter_signs import RELIEF, load_counter_signs
from .wording.counter_signs import stands_in as stands_in_sentence
from .wording.draft_words import sentences_of, shipped_draft_words
from .wording.negations import cleared_among
from .wording.word_forms import Telling
from .wording.wording import DENIED, Hit, Wording, load_wording
from .wording.words import Words, words_of

LONGEST = 100_000
"""Characters of a draft that are checked; a reply is never longer."""
_DIGITS = re.compile(r"\d\d")
_WITH_CENTURY = 12
"""Digits of a Swedish identity number with its century."""
_RECOGNISERS: tuple[Recogniser, ...] = (Ibans(), CardNumbers(), IdentityNumbers(), LicencePlates())
_CLEARED = "cleared"
"""The tag of words of blame from which the customer is cleared."""
_SURE = 0.75
"""Confidence from which a sender is frustrated whatever the profile says; who only grumbles may get a cheerful line."""
_DAYS, _KINDS = frozenset({"date", "weekday", "day", "holiday"}), frozenset(get_args(Kind))
_FEW = 50
"""Claims that are looked for word for word first; of more of them most are made up."""

Place = tuple[int, int]
"""Start and end of what is found in a draft."""
DraftReading = Analysis | Glance
"""How a draft reads: text and zones, language, formality, mood, knowledge and emoji are looked at."""


class Draft:
    """What is known of one draft. Made for one check, never shared.

    Attributes:
        text: what is checked of the draft; offsets are those of the draft.
        profile: the style that it is to have.
    """

    def __init__(
        self, text: str, result: Result, *, read: DraftReading, backing: Backing, today: date | None = None
    ) -> None:
        self.text = without_surrogates(text[:LONGEST])
        self.result = result
        self.backing = backing
        self.read = read
        self.today = today
        self.profile: StyleProfile = result.profile

    @property
    def material(self) -> Material:
        """What it may lean on; of a result read back from JSON the message alone."""
        return self.backing.material

    @once
    def wording(self) -> Wording:
        """The words that do not fit, in the language of the reply."""
        return load_wording(self.profile.language)

    @once
    def words(self) -> Words:
        """Its words."""
        return words_of(self.text)

    @once
    def hits(self) -> dict[str, list[Hit]]:
        """What of the wording occurs in it, by tag."""
        hits: dict[str, list[Hit]] = defaultdict(list)
        for hit in self.wording.phrases.find(self.text, self.words):
            hits[hit.tag].append(hit)
        if hits["cheer"]:
            hits["cheer"] = [hit for hit in hits["cheer"] if not self._consoles(hit)]
        if cleared := cleared_among(hits["blame"], hits[DENIED], self.wording, self.text, self.words):
            hits["blame"] = [hit for hit in hits["blame"] if hit not in cleared]
            hits[_CLEARED] = sorted(cleared)
        return hits

    def _consoles(self, hit: Hit) -> bool:
        """Return whether cheerful words stand in a sentence of relief: "I'm glad that nobody was hurt"."""
        spans, at = self.words.spans, hit.words[0]
        start, end = next(each for each in sentences_of(self.text, self.words) if each[1] > at)
        sentence = self.text[spans[start][0] : spans[end - 1][1]]
        return stands_in_sentence(load_counter_signs(self.profile.language), RELIEF, sentence)

    @once
    def manners(self) -> dict[str, list[Place]]:
        """Sentences that are of a manner by all their words, where no phrase gives it away, by tag."""
        found: dict[str, list[Place]] = defaultdict(list)
        find, signs = shipped_draft_words().find, load_counter_signs(self.profile.language)
        # Below the signature a model asks what it may do.
        for matter in (self.body, *self.postscripts):
            for manner, (start, end) in find(self.text, self.words, body=matter, signs=signs):
                known = self.hits[manner] + (self.hits[_CLEARED] if manner == "blame" else [])
                if not any(start < hit.end and hit.start < end for hit in known):
                    found[manner].append((start, end))
        return found

    @once
    def claims(self) -> list[Claim]:
        """What it claims."""
        return find_claims(self.text, self.words)

    def knows(self, form: str) -> bool:
        """Return whether a word, in lower case, stands somewhere in what it may lean on."""
        return stands_in(form, self.backing.written)

    @once
    def said(self) -> Ground:
        """What it says, in the form in which claims are compared."""
        return said_in(self.text, self.claims)

    @once
    def refused_days(self) -> RefusedDays:
        """Which of its days a clause refuses."""
        return RefusedDays(self.text, self.words, self.profile.language)

    @once
    def telling(self) -> Telling:
        """Its words, in the forms in which the words of a fact may come back."""
        return Telling(self.text, self.words)

    @once
    def shown(self) -> Ground | None:
        """What the reply of the house says, or None if there is none."""
        reply = self.result.reply
        return self.backing.said_by(reply.text) if reply else None

    @once
    def unsupported(self) -> list[Claim]:
        """What it claims and may not; "a full refund" that stands in the message was only asked for."""
        copied = {"percentage"} if len(self.claims) <= _FEW else _KINDS
        return [
            claim
            for claim in self.claims
            if (claim.kind in copied or not stands_in(self.text[claim.start : claim.end].lower(), self.backing.written))
            and not self.backing.supports(claim, self.text[claim.start : claim.end])
            and not (self.today and is_the_day(claim, self.backing.ground.days, self.backing.weekdays, self.today))
        ]

    @once
    def given_days(self) -> list[Claim]:
        """The days that it names and may, in the order of the text."""
        wrong = {each.start for each in self.unsupported}
        return [each for each in self.claims if each.kind in _DAYS and each.start not in wrong]

    @once
    def given_dates(self) -> list[Claim]:
        """Those of them that are dates."""
        return [each for each in self.given_days if each.kind == "date"]

    @once
    def identifiers(self) -> list[Found]:
        """The identity numbers, licence plates, accounts and cards that it names, in the order of the recognisers."""
        if not self._has_loose_digits():
            return []
        page = Page(self.text, language=self.profile.language)
        return [found for recogniser in _RECOGNISERS for found in recogniser.find(page)]

    def _has_loose_digits(self) -> bool:
        """Return whether digits stand together that are not part of a claim which is supported."""
        doubtful = {claim.start for claim in self.unsupported}
        start = 0
        for claim in self.claims:
            if claim.start not in doubtful:
                if _DIGITS.search(self.text, start, claim.start):
                    return True
                start = claim.end
        return _DIGITS.search(self.text, start) is not None

    def gives(self, identifier: str) -> bool:
        """Return whether an identifier stands in what it may lean on, however its signs are grouped."""
        signs = bare(identifier)
        # A Swedish number may stand with the century and without.
        short = signs[2:] if len(signs) == _WITH_CENTURY and signs.isdigit() else signs
        return short in self.backing.signs

    @once
    def in_language(self) -> bool:
        """Whether it may be in the language that it should be in."""
        found = self.read.language
        return found.label in ("und", self.profile.language) or self.profile.language in found.alternatives

    @once
    def body(self) -> tuple[int, int]:
        """Where the matter stands: what comes behind the greeting and before closing and signature."""
        if self.read.text != self.text:
            return 0, len(self.text)
        zones = self.read.zones
        end = next((zone.start for zone in zones if zone.kind in ("closing", "signature", "footer")), len(self.text))
        start = next((zone.end for zone in zones if zone.kind == "greeting" and zone.start < end), 0)
        return (start, end) if start < end else (0, len(self.text))

    @once
    def postscripts(self) -> list[Place]:
        """Where matter stands below the closing."""
        zones = self.read.zones if self.read.text == self.text else ()
        below = self.body[1]
        return [(zone.start, zone.end) for zone in zones if zone.kind == "body" and zone.start >= below]

    @once
    def body_length(self) -> int:
        """How many words the matter has."""
        start, end = self.body
        spans = self.words.spans
        return bisect_left(spans, (end,)) - bisect_left(spans, (start,))

    @once
    def suffers(self) -> bool:
        """Whether the sender is frustrated, bereaved or tells of something bad; who only worries is not hurt by cheer.

        Measured on 2,285 drafts of twelve authors: all 100 that are cheerful on purpose and all 88 that lack an
        acknowledgement and were found answer such a sender, 17 of 20 and 12 of 13 wrong findings answer no such one.
        """
        analysis = self.result.analysis
        hurt = analysis.mood.label == "frustrated" or analysis.sentiment.label == "negative"
        return hurt or self.profile.empathy == "condole"

    @once
    def upset(self) -> bool:
        """Whether the sender is surely frustrated, or to be answered like somebody who is, or is bereaved."""
        mood = self.result.analysis.mood
        return self.profile.empathy in ("acknowledge", "condole") or (
            mood.label == "frustrated" and mood.confidence >= _SURE
        )
