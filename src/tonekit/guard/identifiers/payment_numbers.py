"""Numbers for payments: IBANs and cards."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .check_digits import luhn, mod_97
from .page import RIGHT, Found, Page, begins

_SEPARATED = r"(?:[.-]| {1,2}| ?\r?\n)"
"""What stands between groups, the end of a line too: the check digits say that they belong together."""
_IBAN = re.compile(r"[A-Za-z](?:(?<!\w[A-Za-z])|(?<=\b(?i:IBAN)[A-Za-z]))[A-Za-z]\d{2}")
"""Country and check digits; some write the word "IBAN" without a blank behind it."""
_ACCOUNT = re.compile(rf"(?:{_SEPARATED}?[A-Za-z0-9]){{11,29}}")
_IBAN_SIGN = re.compile(r"\d\d(?<=[A-Za-z]{2}\d\d)")
_NOT_IN_IBAN = re.compile(r"[^A-Za-z0-9]")
_COUNTRIES = {
    15: "NO",
    16: "BE",
    18: "DK FI FK FO GL NL SD",
    19: "MK SI",
    20: "AT BA EE KZ LT LU MN XK",
    21: "CH HR LI LV",
    22: "BG BH CR DE GB GE IE ME RS VA",
    23: "AE GI IL IQ OM SO TL",
    24: "AD CZ ES MD PK RO SA SE SK TN VG",
    25: "LY PT ST",
    26: "IS TR",
    27: "BI DJ FR GR IT MC MR SM",
    28: "AL AZ BY CY DO GT HU LB NI PL SV",
    29: "BR EG PS QA UA",
    30: "JO KW MU YE",
    31: "MT SC",
    32: "LC",
    33: "RU",
}
"""Characters of an IBAN → countries (SWIFT, IBAN Registry, ISO 13616)."""
_LENGTHS = {country: length for length, countries in _COUNTRIES.items() for country in countries.split()}

_GROUPED = rf"{_SEPARATED}\d{{6}}{_SEPARATED}\d{{4,5}}|(?:{_SEPARATED}\d{{4}}){{3}}(?:{_SEPARATED}\d{{3}})?"
_CARD = re.compile(begins(r"\d") + rf"(?=(?P<rest>\d{{3}}(?:{_GROUPED}|\d{{8,15}})){RIGHT})")
"""The first digit, and the rest ahead: four digits before a card, such as a year, may begin what is none."""
_BRANDS = re.compile(
    r"4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}"
    r"|3(?:0[0-5]|[68]\d)\d{11}|35(?:2[89]|[3-8]\d)\d{12}|6(?:011|5\d\d|4[4-9]\d)\d{12}|62\d{14,17}|5019\d{12}"
    r"|(?:50|5[678]|6[37])\d{10,17}"
)
"""Visa, Mastercard (two ranges), American Express, Diners, JCB, Discover, UnionPay, Dankort, Maestro: their first
digits and lengths, as the networks publish them."""


class Ibans:
    """Finds IBANs with or without blanks, by their check digits (mod 97)."""

    def find(self, page: Page, /) -> Iterator[Found]:
        """Yield the IBANs."""
        if not page.has_digits or not _IBAN_SIGN.search(page.plain):
            return
        for match in _IBAN.finditer(page.plain):
            account = _ACCOUNT.match(page.plain, match.end())
            if account and (end := _iban_end(match[0] + account[0])) is not None:
                yield Found("iban", match.start(), match.start() + end)


def _iban_end(text: str) -> int | None:
    """Return where the IBAN ends that a text begins with; words may follow it without any other sign between."""
    places = [place for place, sign in enumerate(text) if sign.isalnum()]
    bare = _NOT_IN_IBAN.sub("", text).upper()
    length = _LENGTHS.get(bare[:2], 0)
    if not 0 < length <= len(bare) or not mod_97(bare[:length]):
        return None
    end = places[length - 1] + 1
    return None if text[end : end + 1].isalnum() else end


class CardNumbers:
    """Finds card numbers: first digits and length of a card network, grouped as on cards or not at all, Luhn.

    Bare digits are none where a word says that they are something else and no word such as "Visa" stands near: a
    tracking number may look like one. Who pays an invoice writes both words.
    """

    def find(self, page: Page, /) -> Iterator[Found]:
        """Yield the numbers."""
        if not page.has_number:
            return
        for match in _CARD.finditer(page.plain):
            digits = re.sub(r"\D", "", match[0] + match["rest"])
            found = Found("card", match.start(), match.end("rest"))
            if _BRANDS.fullmatch(digits) and luhn(digits):
                grouped = not match["rest"].isdigit()
                if grouped or not page.belied(found.start) or page.announced("card", found.start, found.end):
                    yield found
