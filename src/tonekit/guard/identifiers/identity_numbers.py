"""Personal identity numbers of Sweden, Norway, Denmark, Germany and the United Kingdom, with their check digits."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .check_digits import icao_731, luhn, mod_11, mod_11_10
from .page import LEFT, RIGHT, Found, Page
from .page import number as alone

KIND = "identity_number"
_HOURS, _MINUTES = 24, 60
_BORN_SINCE = 40
"""Year of birth in the 20th century from which a sender may well be; years of moments in logs are smaller."""
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class Scheme:
    """One kind of number.

    Attributes:
        pattern: how it is written.
        holds: whether a number of that form, without blanks and dashes, in capitals, can be one.
        words: the list of words that announce it.
        sure: whether a number that holds is taken whatever stands around it.
        announced: whether it is taken only where one of the words announces it.
        sign: what every such number holds; nothing is to be searched in a text without it.
    """

    pattern: re.Pattern[str]
    holds: Callable[[str], bool]
    words: str = "identity"
    sure: bool = False
    announced: bool = False
    sign: re.Pattern[str] | None = None


class IdentityNumbers:
    """Finds personal identity numbers."""

    def find(self, page: Page, /) -> Iterator[Found]:
        """Yield the numbers; one that several schemes take comes several times."""
        if not page.has_digits:
            return
        there = {sign for sign in _SIGNS if sign.search(page.plain)}
        for scheme in _SCHEMES:
            if scheme.sign not in there if scheme.sign else not page.has_number:
                continue
            for match in scheme.pattern.finditer(page.plain):
                if scheme.holds(_bare(match[0])) and _is_meant(scheme, page, match):
                    yield Found(KIND, *match.span())


def _bare(written: str) -> str:
    """Return a number without blanks and dashes, in capitals, with plain letters and digits for those of any script."""
    if not written.isascii():
        signs = unicodedata.normalize("NFKD", written.upper())
        written = "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in signs)
    return _NOT_IN_NUMBER.sub("", written).upper()


def _is_meant(scheme: Scheme, page: Page, match: re.Match[str]) -> bool:
    if scheme.sure:
        return True
    if scheme.announced:
        return page.announced(scheme.words, *match.span())
    return not page.belied(match.start()) or page.announced(scheme.words, *match.span())


def _is_date(day: str, month: str) -> bool:
    return 1 <= int(month) <= len(_DAYS) and 1 <= int(day) <= _DAYS[int(month) - 1]


def _day(written: str, *, more: int) -> str:
    """Return a day of which some numbers write that many more."""
    day = int(written)
    return str(day - more if day > more else day)


def is_swedish(number: str) -> bool:
    """Return whether ten or twelve digits are a personnummer, or a samordningsnummer, whose day counts 60 more.

    Luhn over the last ten digits (Skatteverket, SKV 704 and SKV 707).
    """
    day = _day(number[-6:-4], more=60)
    return _is_date(day, number[-8:-6]) and luhn(number[-10:])


def is_norwegian(number: str) -> bool:
    """Return whether eleven digits are a fødselsnummer, or a D-number, whose day counts 40 more.

    Two check digits, modulus 11 (Skatteetaten). Months that count 40 or 80 more are those of test registers.
    """
    day, month = _day(number[:2], more=40), str(int(number[2:4]) % 40)
    checks = mod_11(number[:10], 3, 7, 6, 1, 8, 9, 4, 5, 2, 1) and mod_11(number, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
    return _is_date(day, month) and checks


def is_danish(number: str) -> bool:
    """Return whether ten digits begin with a date, as a CPR number does.

    Since 2007 numbers are given out that fail the check digit (CPR-kontoret), so that it cannot be asked for.
    """
    return _is_date(number[:2], number[2:4])


def is_danish_with_check(number: str) -> bool:
    """Return whether ten digits are a CPR number with the check digit that all had before 2007 (modulus 11)."""
    return is_danish(number) and mod_11(number, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)


def is_danish_and_no_time(number: str) -> bool:
    """Return whether ten digits are a CPR number with its check digit that nobody writes as day and time.

    "12-11-24-1530" is 15:30 on a day of 2024. As a CPR number it would be that of somebody born in 1924: a seventh
    digit from 0 to 3 stands for the 20th century (CPR-kontoret).
    """
    hour, minute = int(number[6:8]), int(number[8:])
    is_time = hour < _HOURS and minute < _MINUTES and int(number[4:6]) < _BORN_SINCE
    return is_danish_with_check(number) and not is_time


def is_german_tax_id(number: str) -> bool:
    """Return whether eleven digits are a Steuer-ID.

    Of the first ten digits exactly one stands there twice or three times; ISO/IEC 7064 MOD 11,10 (BZSt).
    """
    counts = sorted(number[:10].count(digit) for digit in set(number[:10]))
    return counts[-1] in (2, 3) and counts[-2] == 1 and mod_11_10(number)


def is_german_pension_number(number: str) -> bool:
    """Return whether two digits, a date of birth, a letter and three digits are a Rentenversicherungsnummer.

    The letter counts as two digits; of the products their own digits are added (VKVV § 4).
    """
    letter = ord(number[8]) - ord("A") + 1
    digits = f"{number[:8]}{letter:02d}{number[9:11]}"
    products = (int(digit) * weight for digit, weight in zip(digits, (2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1), strict=True))
    # A day or month that is not known is written as 00.
    dated = int(number[2:4]) <= max(_DAYS) and int(number[4:6]) <= len(_DAYS)
    return dated and sum(sum(divmod(product, 10)) for product in products) % 10 == int(number[11])


def is_german_document(number: str) -> bool:
    """Return whether nine signs, or ten with their check digit, are the number of an identity card or passport."""
    if not any(map(str.isdigit, number)):
        return False
    signs, check = number[:9], number[9:]
    return not check or icao_731(signs) == int(check, 36)


def is_british_insurance_number(number: str) -> bool:
    """Return whether two letters, six digits and a letter are a National Insurance number (HMRC, NIM39110)."""
    return number[:2] not in ("BG", "GB", "KN", "NK", "NT", "TN", "ZZ")


def is_british_health_number(number: str) -> bool:
    """Return whether ten digits are an NHS number (modulus 11, NHS Data Dictionary)."""
    return mod_11(number, *range(10, 0, -1))


_NOT_IN_NUMBER = re.compile(r"[^A-Za-z0-9]")
_JOINT = "(?: ?[-] ?| )?"
_SIGN = "[CFGHJKLMNPRTVWXYZ0-9]"
_ANY_JOINT = r"(?: ?[./_] ?|\s{1,3}|-\s?)"
"""What joins the parts of a number that a word announces and a check digit confirms: it may end a line."""
_JOINT_IN_LINE = _ANY_JOINT.replace(r"\s", r"[^\S\r\n]")
"""If there is no check digit: a number at the end of a line has nothing to do with the one below it."""
_DATE = r"\d\d(?P<sign>[-. /])\d\d(?P=sign)\d\d"
_SIX = re.compile(r"\d{6}")
_PIECES = re.compile(r"\d\d([-. /])\d\d\1\d\d")
_DIGIT_AMONG_SIGNS = re.compile(rf"\d(?:{_SIGN}{{4}}|(?<={_SIGN}{{4}}\d))", re.IGNORECASE)
"""Of nine signs with a digit, four at least stand before it or behind it."""


def _digits(first: str, rest: str) -> re.Pattern[str]:
    return re.compile(alone(first, rest))


def _written(form: str, *, letters: bool = False) -> re.Pattern[str]:
    return re.compile(LEFT + form + RIGHT, re.IGNORECASE if letters else 0)


_SCHEMES = (
    Scheme(_written(r"(?:19|20)\d{6}" + _JOINT.replace("[-", "[+-") + r"\d{4}"), is_swedish, sure=True, sign=_SIX),
    Scheme(_written(r"\d{6} ?(?:-|\+) ?\d{4}"), is_swedish, sure=True, sign=_SIX),
    Scheme(_written(r"\d{6} ?\d{4}"), is_swedish, sign=_SIX),
    Scheme(_written(rf"\d{{6}}{_JOINT}\d{{5}}"), is_norwegian, sure=True, sign=_SIX),
    Scheme(_written(r"\d{6} ?- ?\d{4}"), is_danish, sign=_SIX),
    Scheme(_written(r"\d{6} ?\d{4}"), is_danish_with_check, sign=_SIX),
    Scheme(_written(r"\d{6} ?\d{4}"), is_danish, announced=True, sign=_SIX),
    # The date in three pieces, as dates are written; the same sign stands between all of them.
    Scheme(_written(rf"(?:19|20)?{_DATE}(?:(?P=sign)|[-+])\d{{4}}"), is_swedish, sign=_PIECES),
    Scheme(_written(rf"{_DATE}(?:(?P=sign)|[- ])\d{{5}}"), is_norwegian, sure=True, sign=_PIECES),
    # Day and hour are written so as well; one in eleven of them would pass the check digit.
    Scheme(_written(r"\d\d-\d\d-\d\d-\d{4}"), is_danish_and_no_time, sign=_PIECES),
    Scheme(_written(rf"{_DATE}(?:(?P=sign)|[- ])\d{{4}}"), is_danish, announced=True, sign=_PIECES),
    Scheme(_written(rf"\d{{6}}{_JOINT_IN_LINE}\d{{4}}"), is_danish, announced=True, sign=_SIX),
    Scheme(_written(rf"\d{{6}}{_ANY_JOINT}\d{{4}}"), is_danish_with_check, announced=True, sign=_SIX),
    Scheme(_written(rf"(?:19|20)?\d{{6}}{_ANY_JOINT}\d{{4}}"), is_swedish, announced=True, sign=_SIX),
    Scheme(_written(rf"\d{{6}}{_ANY_JOINT}\d{{5}}"), is_norwegian, announced=True, sign=_SIX),
    Scheme(_digits("[1-9]", r"\d(?:[ .-]?\d{3}){3}"), is_german_tax_id),
    Scheme(_written(r"\d{2} ?\d{6} ?[A-Z] ?\d{2} ?\d", letters=True), is_german_pension_number, sign=_SIX),
    Scheme(
        _written(rf"[CFGHJ-NPRTV-Z]{_SIGN}{{8}}\d?", letters=True),
        is_german_document,
        "document",
        announced=True,
        sign=_DIGIT_AMONG_SIGNS,
    ),
    Scheme(
        _written(r"[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ .-]?\d\d[ .-]?\d\d[ .-]?\d\d[ .-]?[A-D]", letters=True),
        is_british_insurance_number,
    ),
    Scheme(_digits(r"\d", r"\d\d(?: |-)\d{3}(?: |-)\d{4}"), is_british_health_number, "health"),
    Scheme(_digits(r"\d", r"\d{9}"), is_british_health_number, "health", announced=True),
)
_SIGNS = (_SIX, _PIECES, _DIGIT_AMONG_SIGNS)
