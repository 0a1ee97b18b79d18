"""Telephone numbers: international forms of any country, national forms of SE, NO, DK, DE, GB and US."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .page import LEFT, RIGHT, Found, Page, number

KIND = "phone"
_BETWEEN = "[ ./-]"
_APART = rf"(?:{_BETWEEN}{{0,2}}| [/-] )"
_DIGIT = rf"{_APART}(?:\(0\){_BETWEEN}?)?\(?\d\)?"
"""A digit with what may stand before it; brackets stand around an area code."""
_NO_DATE = r"(?!\d?[./-]\d{1,2}[./-](?:\d{4}|\d{2})(?!\d))"
_NO_HOURS = r"(?!\d?[.:]\d{2} ?- ?\d{1,2}[.:]\d{2}(?!\d))"
"""What may not follow the first digit: it would be a date, or hours of opening."""
_START = r"(?<![\w#+])(?<!\d[.,:])(?<!\w[-/])"

_AFTER_PLUS = (
    rf"(?:46(?:{_DIGIT}){{7,10}}|4[57](?:{_DIGIT}){{8}}|49(?:{_DIGIT}){{6,12}}|44(?:{_DIGIT}){{9,10}}"
    rf"|1(?:{_DIGIT}){{10}}|[2-9](?:{_DIGIT}){{7,13}})"
)
_INTERNATIONAL = re.compile(rf"{_START}\(?\+{_BETWEEN}?\(?{_AFTER_PLUS}{RIGHT}")
_WITH_00 = re.compile(
    rf"{LEFT}\(?00{_BETWEEN}?"
    rf"(?:46(?:{_DIGIT}){{7,10}}|4[57](?:{_DIGIT}){{8}}|49(?:{_DIGIT}){{6,12}}|44(?:{_DIGIT}){{9,10}}|1(?:{_DIGIT}){{10}})"
    rf"{RIGHT}"
)
_TRUNK = re.compile(number("[(0]", rf"{_NO_DATE}{_NO_HOURS}(?:(?<=\()0|(?<=0))[1-9]\)?(?:{_DIGIT}){{7,11}}"))
"""Sweden, Germany and the United Kingdom: a zero before the area code, nine to thirteen digits in all."""
_PAIRS = re.compile(number("[2-9]", r"(?:\d(?: \d\d){3}|\d\d \d\d \d\d\d)"))
"""Norway and Denmark: eight digits in pairs; Norwegian mobile numbers as 3 2 3."""
_AMERICAN = re.compile(
    number(
        "[(1-9]",
        rf"(?:(?<=1){_BETWEEN}\(?[2-9]|(?<=\()[2-9]|(?<=[2-9]))\d\d(?:\)?{_BETWEEN}|\)| - )"
        rf"[2-9]\d\d(?: - |[. -])\d{{4}}",
    )
)
_ANY = re.compile(number(r"[(\d]", rf"{_NO_DATE}{_NO_HOURS}(?:(?<=\()\d)?(?:{_APART}\(?\d\)?){{5,12}}"))
"""Any digits, where a word says that they are a telephone number."""
_FEW = r"(?:\(?\d{1,5}\)?(?:[ -]\d{1,3})?)?"
_WRAPPED = re.compile(
    rf"(?<![\w.,:/-])(?:\+\d{{1,3}}(?:[ /-]{{1,3}}(?:\(0\) ?)?{_FEW})?|\(?0\d{{1,4}}\)?[ /-]{{1,3}}{_FEW})"
    r" ?-?\r?\n(?=\d)(?!\d{4,5} [^\W\d_])"
)
"""The beginning of a number at the end of a line, too short to be one by itself; a postal code goes on with a town."""


class PhoneNumbers:
    """Finds telephone numbers.

    With a plus sign they are taken as they are; in a national form where no word says that they are something else;
    bare digits only where a word such as "phone" or "mobil" announces them.
    """

    def find(self, page: Page, /) -> Iterator[Found]:
        """Yield the numbers; the same digits may come several times."""
        if not page.has_number:
            return
        text = _unwrapped(page.plain)
        if "+" in text:
            yield from (Found(KIND, *match.span()) for match in _INTERNATIONAL.finditer(text))
        for pattern in (*((_WITH_00,) if "00" in text else ()), _TRUNK, _PAIRS, _AMERICAN):
            for match in pattern.finditer(text):
                if not page.belied(match.start()):
                    yield Found(KIND, *match.span())
        for match in _ANY.finditer(text):
            if page.announced("phone", *match.span()) and not page.belied(match.start()):
                yield Found(KIND, *match.span())


def _unwrapped(text: str) -> str:
    """Return a text of the same length in which no line ends within a telephone number."""
    if "\n" not in text:
        return text
    return _WRAPPED.sub(lambda match: match[0].replace("\r", " ").replace("\n", " "), text)
