"""Amounts and percentages in words: "hundra kronor", "219 kronor och 50 öre", "Månadsavgiften stryks"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from ..days.calendar import load_calendar
from ..wording.claim_words import load_claim_words
from ..wording.number_words import NumberWords, first_joined
from ..wording.wording import Hit
from ..wording.words import Words, words_of
from .claim import Claim, Kind

_PER, _CENT = "per", "cent"
_WHOLE, _FEWEST_CENTS, _MOST_CENTS = 100, 5, 3
"""Cents of a unit, cents that are told without their name at least, and their words at most."""
_ONE = "one"
_BETWEEN = " -\u00a0\n"
_AND = re.compile(r"[\s,]{0,3}(?:(?:and|und|och|og)\s)?")
"""What stands between an amount and its small money."""
NOTHING = str(("amount", frozenset({Decimal(0)})))
"""What a fee that is taken back is found under: an amount of nothing."""
_APART = 5
"""Words between a fee and the word that takes it back, at most."""


def spelled_figures(text: str, words: Words) -> Iterator[Claim]:
    """Yield the amounts and percentages of a text whose numbers are words.

    "A euro" and "one crown" are figures of speech; what they cost stands in digits.
    """
    spelled = load_calendar().spelled
    if spelled.keys().isdisjoint(words.among):
        return
    for index, form in enumerate(words.forms):
        for kind, numbers in spelled.get(form, ()):
            if (claim := _claim(text, words, index, kind, numbers)) is not None:
                yield claim


def _claim(text: str, words: Words, index: int, kind: Kind, numbers: NumberWords) -> Claim | None:
    forms, last = words.forms, index
    if index and forms[index - 1] == _PER and forms[index] == _CENT:
        kind, index = "percentage", index - 1
    elif forms[index] == _CENT and kind == "percentage":
        return None
    begin = first_joined(text, words, index)
    value, count = numbers.before(forms[begin:index], index - begin)
    first = index - count
    # "A euro" is a manner of speaking, one per cent is a share.
    if not count or value < 1 or (value == 1 and kind == "amount") or not _joined(text, words, first, last):
        return None
    cents, more = _cents(text, words, last, numbers) if kind == "amount" else (0, 0)
    figure = (Decimal(value) + Decimal(cents) / _WHOLE).normalize()
    return Claim(kind, frozenset({figure}), words.spans[first][0], words.spans[last + more][1])


def _cents(text: str, words: Words, last: int, numbers: NumberWords) -> tuple[int, int]:
    """Return the number that follows the name of a currency, and of how many words it is: "neun Euro fünfzig"."""
    for count in range(min(_MOST_CENTS, len(words.forms) - 1 - last), 0, -1):
        behind = words.forms[last + 1 : last + 1 + count]
        # "Three pounds twenty a packet": what stands behind the number is an article.
        if count > 1 and behind[-1] != _ONE and load_calendar().numbers.get(behind[-1]) == 1:
            continue
        value, read = numbers.before(behind, count)
        if read == count and _FEWEST_CENTS <= value < _WHOLE and _joined(text, words, last, last + count):
            return value, count
    return 0, 0


def _joined(text: str, words: Words, first: int, last: int) -> bool:
    """Return whether nothing but blanks and hyphens stands between words."""
    spans = words.spans
    return all(not text[spans[at][1] : spans[at + 1][0]].strip(_BETWEEN) for at in range(first, last))


def joined_amounts(claims: Sequence[Claim], text: str) -> Iterator[Claim]:
    """Yield claims in their order, with an amount and the small money behind it as one: "219 kronor och 50 öre"."""
    before: Claim | None = None
    for claim in claims:
        if before is not None and _goes_on(before, claim, text):
            both = product(before.key, claim.key)
            key = frozenset(whole + small / _WHOLE for whole, small in both if small < _WHOLE)
            yield Claim("amount", key, before.start, claim.end, before.stance)
            before = None
            continue
        if before is not None:
            yield _as_part(before, text)
        before = claim
    if before is not None:
        yield _as_part(before, text)


def _as_part(claim: Claim, text: str) -> Claim:
    """Return a claim, one of small money alone with what it is of the whole too: 38 pence are £0.38."""
    if claim.kind != "amount" or not _is_small(claim, text):
        return claim
    return claim._replace(key=claim.key | {(each / _WHOLE).normalize() for each in claim.key})


def _is_small(claim: Claim, text: str) -> bool:
    """Return whether an amount is told in small money alone."""
    money = words_of(text[claim.start : claim.end]).letters
    return not money.isdisjoint(load_claim_words().small_money)


def _goes_on(before: Claim, claim: Claim, text: str) -> bool:
    if before.kind != "amount" or claim.kind != "amount" or not _AND.fullmatch(text, before.end, claim.start):
        return False
    return _is_small(claim, text) and not _is_small(before, text) and all(each < Decimal(_WHOLE) for each in claim.key)


def waived_fees(text: str, words: Words) -> Iterator[Hit]:
    """Yield the places where a fee is taken back, whatever it is called: "oppmøtegebyret slettes"."""
    calendar = load_calendar()
    if calendar.waived.isdisjoint(words.among):
        return
    forms = words.forms
    for at in [at for at, form in enumerate(forms) if form in calendar.waived]:
        near = range(max(0, at - _APART), min(len(forms), at + _APART + 1))
        fee = min(
            (each for each in near if forms[each].endswith(calendar.fees)), key=lambda each: abs(each - at), default=-1
        )
        first, last = min(fee, at), max(fee, at)
        if fee >= 0 and not any(sign in text[words.spans[first][1] : words.spans[last][0]] for sign in ".!?\n"):
            yield Hit(NOTHING, words.spans[first][0], words.spans[last][1], (first, last + 1), (first, last))
