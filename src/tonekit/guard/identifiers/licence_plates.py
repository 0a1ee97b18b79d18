"""Licence plates of Sweden, Norway, Denmark, Germany, the United Kingdom and the United States.

A plate looks like many a part number and error code. It is taken only where the text speaks of a vehicle.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .page import NEAR, REACH, Found, Page

_JOINT = "[ -]"
# Of each form the first sign stands apart, before what may not precede it: a search goes from capital to capital.
_FORMS = (
    rf"(?<=[A-HJ-PR-UW-Z])[A-HJ-PR-UW-Z]{{2}}{_JOINT}?\d\d[0-9A-HJ-NPR-UW-Z]",  # Sweden: ABC 123, ABC 12D
    r"(?<=[A-Z])[A-Z] ?\d{2} ?\d{3}",  # Norway, Denmark: AB 12345, AB 12 345
    rf"[A-Z]{{0,2}}-[A-Z]{{1,2}}{_JOINT}?[1-9]\d{{0,3}}[EH]?",  # Germany: B-AB 1234
    rf"[A-Z]{{0,2}} [A-Z]{{1,2}}{_JOINT}?[1-9]\d{{1,3}}[EH]?",  # Germany without a dash; VW ID 3 is a car
    r"(?<=[A-Z])[A-Z]\d{2} ?[A-Z]{3}",  # United Kingdom since 2001: AB12 CDE
    r"(?<=[A-Z])(?:\d{1,3} ?[A-Z]{3}|[A-Z]{2} ?\d{1,3}[A-Z])",  # United Kingdom 1963 to 2001
)
_AMERICAN = (
    rf"(?:(?<=\d)|(?=[A-Z0-9]{{0,5}}\d))(?:(?<=[A-Z])|(?=[0-9]{{0,5}}[A-Z]))[A-Z0-9]{{0,3}}{_JOINT}[A-Z0-9]{{2,4}}",
    rf"(?<=\d)\d{{0,3}}{_JOINT}[A-Z]{{2,4}}|(?<=[A-Z])[A-Z]{{1,3}}{_JOINT}\d{{1,4}}",
    r"(?:(?<=\d)|(?=[A-Z]{0,6}\d))(?:(?<=[A-Z])|(?=[0-9]{0,6}[A-Z]))[A-Z0-9]{4,7}",
)
"""Every state has forms of its own; taken only right behind a word such as "license plate"."""


def _either(first: str, forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"{first}(?<![\w/#]{first})(?<!\w[-.]{first})(?:{'|'.join(forms)})(?!\w|[-/.]\w)")


_PLATE, _AMERICAN_PLATE = _either("[A-Z]", _FORMS), _either("[A-Z0-9]", _AMERICAN)
_SHAPE = re.compile(r"[A-Z][A-Z -]{0,7}\d|\d[ -]?[A-Z]")
"""A capital and a digit beside each other, give or take more capitals and blanks: every plate holds that."""


class LicencePlates:
    """Finds licence plates in capitals, within half a sentence of a word for a vehicle."""

    def find(self, page: Page, /) -> Iterator[Found]:
        """Yield the plates."""
        if not page.has_digits or not _SHAPE.search(page.plain):
            return
        for pattern, words, reach in ((_PLATE, "vehicle", REACH), (_AMERICAN_PLATE, "plate", NEAR)):
            for match in pattern.finditer(page.plain):
                if page.announced(words, *match.span(), reach=reach) and not page.belied(match.start()):
                    yield Found("licence_plate", *match.span())
