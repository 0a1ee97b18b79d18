"""Amounts and percentages in words: "one hundred euros", "hundra kronor", "fünfzig Prozent"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ..days.calendar import load_calendar
from ..wording.number_words import NumberWords, first_joined
from ..wording.words import Words
from .claim import Claim, Kind

_PER, _CENT = "per", "cent"
_WHOLE, _FEWEST_CENTS, _MOST_CENTS = 100, 5, 3
"""Cents of a unit, cents that are told without their name at least, and their words at most."""
_BETWEEN = " -\u00a0\n"


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
        value, read = numbers.before(behind, count)
        if read == count and _FEWEST_CENTS <= value < _WHOLE and _joined(text, words, last, last + count):
            return value, count
    return 0, 0


def _joined(text: str, words: Words, first: int, last: int) -> bool:
    """Return whether nothing but blanks and hyphens stands between words."""
    spans = words.spans
    return all(not text[spans[at][1] : spans[at + 1][0]].strip(_BETWEEN) for at in range(first, last))
