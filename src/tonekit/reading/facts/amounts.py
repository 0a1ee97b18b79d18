"""Amounts of money as people write them: €1,200.50, 1.200,50 EUR, 199 kr, kr 4 990,-, $1.2m, 2 tkr, 5 Mio. Euro."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from decimal import Decimal
from typing import NamedTuple

from ...models.deferred import unchecked
from ...stated_facts import Amount, Span
from .money_forms import MoneyForms, money_forms

_GROUPED = r"\d{0,2}(?P<by>[ .,'’\u00a0\u202f])\d{3}(?:(?P=by)\d{3}){0,4}(?:[.,]\d{1,2})?"
_NUMBER = re.compile(
    # It begins with a digit, and looks back from there: so the search skips to digits.
    rf"\d(?<!\d\d)(?<!\d[.,'’]\d)(?>{_GROUPED}(?![.,]?\d)|\d{{0,14}}(?:[.,]\d{{1,4}})?(?![.,]?\d))"
)
_JOINED = frozenset("_.,")
_GROUP = 3


class WrittenAmount(NamedTuple):
    """An amount of money where it stands in a text.

    Attributes:
        start, end: where it stands.
        number: the number as it is written.
        times: what the words and letters beside it multiply it by.
        currency: ISO 4217 code.
    """

    start: int
    end: int
    number: str
    times: int
    currency: str

    @property
    def value(self) -> float:
        """The amount; the last separator is a decimal point where fewer or more than three digits follow it."""
        return float(Decimal(_plain(self.number)) * self.times)


def find_amounts(
    text: str, locate: Callable[[int, int], Span], *, language: str, words: AbstractSet[str] | None = None
) -> tuple[Amount, ...]:
    """Return the amounts of money in `text`, in order.

    Args:
        text: any text.
        locate: turns offsets into a span of the text.
        language: decides what `kr` and `m` mean, and whether `sek` is money.
        words: its words in lower case, and perhaps others, where they are at hand.
    """
    forms = money_forms(language)
    if words is not None and not forms.may_stand_in(text, words):
        return ()
    return tuple(
        [
            unchecked(
                Amount,
                {**locate(found.start, found.end).__dict__, "value": found.value, "currency": found.currency},
            )
            for found in written_amounts(text, forms)
        ]
    )


def written_amounts(text: str, forms: MoneyForms) -> Iterator[WrittenAmount]:
    """Yield the amounts of money in a text, in order; none overlaps another.

    Args:
        text: any text.
        forms: how money is written in its language.
    """
    free = 0
    for number in _NUMBER.finditer(text):
        found = _with_currency_in_front(text, number, forms, free) or _with_currency_behind(text, number, forms)
        if found:
            free = found.end
            yield found


def _with_currency_in_front(text: str, number: re.Match[str], forms: MoneyForms, free: int) -> WrittenAmount | None:
    before = forms.before(text, number.start())
    if before is None or before.start() < free:
        return None
    end, many = forms.many_behind(text, number.end())
    if end == number.end() and text[end : end + 1].isalnum():
        return None
    currency, times = forms.meaning(before)
    return WrittenAmount(before.start(), end, number[0], times * many, currency)


def _with_currency_behind(text: str, number: re.Match[str], forms: MoneyForms) -> WrittenAmount | None:
    start, end = number.span()
    if start and (text[start - 1].isalnum() or text[start - 1] in _JOINED):
        return None
    behind = forms.behind(text, end)
    if behind is None:
        return None
    currency, times = forms.meaning(behind)
    return WrittenAmount(start, behind.end(), number[0], times, currency)


def _plain(written: str) -> str:
    """Return a written number with a point before its decimals and nothing else."""
    pointed = written.replace(",", ".")
    head, _, tail = pointed.rpartition(".")
    digits = "".join(filter(str.isdecimal, written))
    # "0,285 EUR" is no 285.
    if head and (len(tail) != _GROUP or head == "0"):
        return f"{digits[: -len(tail)]}.{tail}"
    return digits
