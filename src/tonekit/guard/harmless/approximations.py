"""Figures that a draft rounds: "just under £20" of 18.50, "knapp eine Stunde" of 50 minutes, "halv seks-tiden"."""

from __future__ import annotations

from collections.abc import Iterable

from ..claims.claim import Claim
from ..days.lengths import within
from ..facts.backing import Backing
from ..wording.claim_words import ClaimWords, load_claim_words
from ..wording.words import Words, words_of

_SHARE = {"amount": 0.1, "number": 0.1, "length": 0.2}
"""How far a rounded figure may be from the true one, as a share of it."""
_MINUTES = 10
"""How far a rounded time of day may be from the true one."""
_FARTHEST = 2
"""Words before a figure among which it is said to be rounded."""
_LOOK_BACK = 24
_ABOUT_THEN = ("-tiden", "tiden", " ish", "-ish", "ish")
"""What stands behind a rounded time of day: "halv seks-tiden"."""


def is_distance(claim: Claim, text: str, backing: Backing) -> bool:
    """Return whether a length of time is that between two given dates: "two days before your birthday"."""
    behind = words_of(text[claim.end : claim.end + _LOOK_BACK]).forms[:_FARTHEST]
    near = {*_words_before(claim, text).forms[-_FARTHEST:], *behind}
    if near.isdisjoint(load_claim_words().apart) or within(_words_before(claim, text).forms):
        return False
    return backing.consequences.lies_between(claim.key, rounded=any(_range(_words_before(claim, text), "")))


def is_rounded(claim: Claim, text: str, backing: Backing) -> bool:
    """Return whether a claim is said to be rounded, and a given figure is near."""
    if claim.kind not in (*_SHARE, "time"):
        return False
    low, high = _range(_words_before(claim, text), text[claim.end : claim.end + len(_ABOUT_THEN[0])])
    if not (low or high):
        return False
    if claim.kind == "time":
        true = [*backing.ground.keys.get("time", ()), *backing.consequences.ends]
        return any(abs(each - minutes) <= _MINUTES for each in true for minutes in claim.key)
    share = _SHARE[claim.kind]
    return any(
        value * (1 - low * share) <= each <= value * (1 + high * share)
        for value in ([claim.key] if claim.kind == "length" else map(float, claim.key))
        for each in _given(claim, backing)
    )


def _words_before(claim: Claim, text: str) -> Words:
    start = max(0, claim.start - _LOOK_BACK)
    # The claim may begin with the word itself: "around half past nine".
    return words_of(text[start : claim.start])


def _range(words: Words, behind: str) -> tuple[int, int]:
    """Return whether the true figure may be lower, and whether it may be higher."""
    known: ClaimWords = load_claim_words()
    near = set(words.forms[-_FARTHEST:])
    about = not near.isdisjoint(known.about) or behind.lower().startswith(_ABOUT_THEN)
    return int(about or not near.isdisjoint(known.nearly)), int(about or not near.isdisjoint(known.above))


def _given(claim: Claim, backing: Backing) -> Iterable[float]:
    ground = backing.ground
    if claim.kind == "length":
        return {*ground.keys.get("length", ()), *ground.passing}
    return map(float, ground.numbers | backing.consequences.derived if claim.kind == "amount" else ground.numbers)
