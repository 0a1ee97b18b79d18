"""Figures that a draft rounds: "just under £20" of 18.50, "knapp eine Stunde" of 50 minutes, "halv seks-tiden"."""

from __future__ import annotations

from collections.abc import Sequence

from ..claims.claim import Claim
from ..days.lengths import within
from ..facts.backing import Backing
from ..wording.claim_words import load_claim_words
from ..wording.words import words_of

_SHARE = {"amount": 0.1, "number": 0.1, "length": 0.2}
"""How far a rounded figure may be from the true one, as a share of it."""
_MINUTES = 10
"""How far a rounded time of day may be from the true one."""
_FARTHEST = 2
"""Words before a figure among which it is said to be rounded."""
_LOOK_BACK = 24
_ABOUT_THEN = ("-tiden", "tiden", "-tida", "tida", " ish", "-ish", "ish")
"""What stands behind a rounded time of day: "halv seks-tiden", or ends it: "totiden"."""


def is_distance(claim: Claim, text: str, backing: Backing) -> bool:
    """Return whether a length of time is that between two given dates: "two days before your birthday"."""
    before = _words_before(claim, text)
    behind = words_of(text[claim.end : claim.end + _LOOK_BACK]).forms[:_FARTHEST]
    if load_claim_words().apart.isdisjoint((*before[-_FARTHEST:], *behind)) or within(before):
        return False
    return backing.consequences.lies_between(claim.key, rounded=any(_range(before, "")))


def is_rounded(claim: Claim, text: str, backing: Backing) -> bool:
    """Return whether a claim is said to be rounded, and a given figure is near."""
    if claim.kind not in (*_SHARE, "time"):
        return False
    low, high = _range(_words_before(claim, text), _ending(claim, text))
    if not (low or high):
        return False
    ground, consequences = backing.ground, backing.consequences
    if claim.kind == "time":
        true = [*ground.keys.get("time", ()), *consequences.ends]
        return any(abs(each - minutes) <= _MINUTES for each in true for minutes in claim.key)
    if claim.kind == "length":
        values, given = [claim.key], {*ground.keys.get("length", ()), *ground.passing, *ground.spans}
    else:
        values = list(map(float, claim.key))
        given = set(map(float, ground.numbers | (consequences.derived if claim.kind == "amount" else frozenset())))
    share = _SHARE[claim.kind]
    return any(value * (1 - low * share) <= each <= value * (1 + high * share) for value in values for each in given)


def _words_before(claim: Claim, text: str) -> list[str]:
    # The claim may begin with the word itself: "around half past nine".
    return words_of(text[max(0, claim.start - _LOOK_BACK) : claim.start]).forms


def _ending(claim: Claim, text: str) -> str:
    """Return by what a figure ends that may say it is rounded, or else what stands behind it."""
    own = text[claim.start : claim.end].lower()
    behind = text[claim.end : claim.end + len(_ABOUT_THEN[0])]
    return next((each for each in _ABOUT_THEN if own.endswith(each)), behind)


def _range(before: Sequence[str], behind: str) -> tuple[int, int]:
    """Return whether the true figure may be lower, and whether it may be higher."""
    known, near = load_claim_words(), set(before[-_FARTHEST:])
    about = not near.isdisjoint(known.about) or behind.lower().startswith(_ABOUT_THEN)
    return int(about or not near.isdisjoint(known.nearly)), int(about or not near.isdisjoint(known.above))
