"""The forms of money of one language as patterns: what stands in front of a number and behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import lru_cache

from ...languages.money import CurrencyRow, MoneyTable, load_money
from ..zones.furniture import words_of

_DASH = "(?:[,.:][-–—]{1,2})?"
"""What stands for no cents in "10.000,- Kr"."""
_NO_FACE = r"-?+(?![\w)(\]\[|/\\<>}{*])"
"""Behind a dash that is itself a currency, as in "1 000:-": a bracket would make a face of it."""
_Forms = list[tuple[str, CurrencyRow]]


class MoneyForms:
    """How money is written in one language. Safe to share between threads.

    Args:
        table: what `money.yaml` says.
        language: the code of the language; None: the forms of all, as far as they mean money in all.
        small: whether hundredths, such as cents, are money too.
    """

    def __init__(self, table: MoneyTable, language: str | None, *, small: bool = False) -> None:
        rows = [(form, row) for form, row in table.currencies_of(language) if small or not row.small]
        front = [(form, row) for form, row in rows if row.side == "both"]
        many = table.multipliers_of(language)
        joined = [(form, row) for row in table.multipliers if row.place == "joined" for form in row.written]
        self._prefixes = table.prefixes
        self._times = {form.lower(): row.times for form, row in (*joined, *many)}
        self._currencies: dict[str, str] = {}
        for form, row in rows:
            self._currencies.setdefault(form.lower(), row.currency)
        self._front = re.compile(rf"(?<![\w.,]){_currencies(front, table)}\.?\s?\Z")
        self._ends = frozenset(end for form, _ in front for end in (form[-1].lower(), form[-1].upper(), "."))
        self._reach = max(len(form) for form, _ in front) + max(map(len, table.prefixes), default=0) + len(". ")
        anywhere = [form for form, row in many if row.place != "joined"]
        at_number = [form for form, row in many if row.place == "joined"]
        self._behind = _behind(rows, table, anywhere, at_number)
        followed = [form for form, row in many if row.place == "any"]
        self._many = _behind_both(followed, [form for form, _ in joined])
        self._words = frozenset(_words(rows, table))
        self._signs = tuple(dict.fromkeys(form for form, _ in rows if not any(map(str.isalpha, form))))

    def may_stand_in(self, text: str, words: AbstractSet[str]) -> bool:
        """Return whether a text with these words in lower case may name an amount: a quick look."""
        if not self._words.isdisjoint(words):
            return True
        for sign in self._signs:  # noqa: SIM110 - asked of every message, and a generator takes three times as long
            if sign in text:
                return True
        return False

    def is_currency(self, word: str) -> bool:
        """Return whether a word or sign beside a number makes an amount of it."""
        return self._behind.fullmatch(word) is not None

    def before(self, text: str, position: int) -> re.Match[str] | None:
        """Return the currency that ends where a number begins."""
        last = position - 2 if text[position - 1 : position].isspace() else position - 1
        if last < 0 or text[last] not in self._ends:
            return None
        return self._front.search(text, max(0, position - self._reach), position)

    def behind(self, text: str, position: int) -> re.Match[str] | None:
        """Return the currency that begins where a number ends, with what multiplies the number."""
        return self._behind.match(text, position)

    def many_behind(self, text: str, position: int) -> tuple[int, int]:
        """Return where the multiplying word ends that stands behind a number and its currency, and what it says."""
        match = self._many.match(text, position)
        return (match.end(), self._times[match[match.lastindex or 0].lower()]) if match else (position, 1)

    def meaning(self, match: re.Match[str]) -> tuple[str, int]:
        """Return the currency of a match, and by how much what stands between it and the number multiplies."""
        groups = match.groupdict()
        times = self._prefixes[groups["prefix"].lower()] if groups["prefix"] else 1
        if many := groups.get("many") or groups.get("joined"):
            times *= self._times[many.lower()]
        return self._currencies[(groups["joint"] or groups["plain"] or groups["dash"]).lower()], times


@lru_cache
def money_forms(language: str | None, *, small: bool = False) -> MoneyForms:
    """Return how money is written in a language, as `MoneyForms` does.

    Raises:
        DataFileError: `money.yaml` is not valid.
    """
    return MoneyForms(load_money(), language, small=small)


def _currencies(rows: _Forms, table: MoneyTable) -> str:
    """Return a pattern for currencies, with the letters that may be joined to some of them."""
    prefixed = [_cased(form, row) for form, row in rows if row.prefixed]
    plain = [_cased(form, row) for form, row in rows if not row.prefixed and not _is_dash(form)]
    letters = _any_of(map(_either_case, sorted(table.prefixes, key=len, reverse=True)))
    return f"(?:(?P<prefix>{letters})?(?P<joint>{_any_of(prefixed)})|(?P<plain>{_any_of(plain)}))"


def _behind(rows: _Forms, table: MoneyTable, anywhere: list[str], at_number: list[str]) -> re.Pattern[str]:
    dashes = _any_of(re.escape(form) for form, _ in rows if _is_dash(form))
    many = rf"(?:\s?(?P<many>{_words_of(anywhere)})(?!\w)\.?|(?P<joined>{_words_of(at_number)})(?!\w))?"
    return re.compile(rf"{_DASH}{many}\s?{_currencies(rows, table)}(?!\w)|(?P<dash>{dashes}){_NO_FACE}")


def _behind_both(words: list[str], joined: list[str]) -> re.Pattern[str]:
    """Return a pattern for multiplying words behind "€2": a letter has to touch the number there."""
    letters = [*joined, *(word for word in words if len(word) == 1)]
    return re.compile(
        rf"({_words_of(letters)})(?!\w)|\s?({_words_of([word for word in words if len(word) > 1])})(?!\w)"
    )


def _words(rows: _Forms, table: MoneyTable) -> Iterator[str]:
    """Yield the words in lower case of which a text with amounts has one, unless it has a sign."""
    for form, row in rows:
        if word := max(words_of(form.lower()), key=len, default=""):
            yield word
            if row.prefixed:
                yield from (prefix + word for prefix in table.prefixes)


def _is_dash(form: str) -> bool:
    return form[-1] == "-"


def _cased(form: str, row: CurrencyRow) -> str:
    return re.escape(form) if row.case == "exact" else _either_case(form)


def _either_case(form: str) -> str:
    # By letter: where a whole pattern ignores case, the long s and the sign for kelvin are letters of currencies.
    return "".join(f"[{sign.lower()}{sign.upper()}]" if sign.isalpha() else re.escape(sign) for sign in form)


def _words_of(words: Iterable[str]) -> str:
    return _any_of(map(_either_case, words))


def _any_of(patterns: Iterable[str]) -> str:
    """Return a pattern for any of several, the longest first; nothing matches if there are none."""
    return "|".join(sorted(set(patterns), key=lambda each: (-len(each), each))) or r"(?!)"
