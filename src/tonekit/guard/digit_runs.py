"""Where the digits of a text stand: what stands beside them says which figures there can be at all."""

from __future__ import annotations

import re
from typing import NamedTuple

_RUN = re.compile(r"\d+")
_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_JOINTS = frozenset("-/")
_CARD_DIGITS = 13
_PHONE_DIGITS = 7
_PAIRS = 4
"""22 22 22 22 is a phone number in the North."""
_LONG = 5
"""A row of so many digits refers to something."""


class DigitRuns(NamedTuple):
    """The rows of digits of a text.

    Attributes:
        rows: the rows, in order.
        before, behind: every sign that stands right before, right behind one of them.
    """

    rows: list[str]
    before: frozenset[str]
    behind: frozenset[str]

    @property
    def count(self) -> int:
        """How many digits there are."""
        return sum(map(len, self.rows))

    def may_be_iban(self) -> bool:
        """Return whether digits follow a capital, as in an IBAN."""
        return not _CAPITALS.isdisjoint(self.before)

    def may_be_card(self) -> bool:
        """Return whether there are digits enough for a card number."""
        return self.count >= _CARD_DIGITS

    def may_be_phone(self) -> bool:
        """Return whether a phone number may be among them."""
        opened = "+" in self.before or any(row[0] == "0" for row in self.rows) or len(self.rows) >= _PAIRS
        return opened and self.count >= _PHONE_DIGITS

    def may_be_reference(self) -> bool:
        """Return whether an order, case or contract number may be among them."""
        joined = not _JOINTS.isdisjoint(self.before) or not _CAPITALS.isdisjoint(self.before)
        return joined or any(len(row) >= _LONG for row in self.rows)

    def beside_letters(self) -> bool:
        """Return whether a letter stands right beside a digit: 2pm, kl.14."""
        return "." in self.before or any(map(str.isalpha, self.before | self.behind))


def digit_runs(text: str) -> DigitRuns:
    """Return the rows of digits of a text."""
    spans = [match.span() for match in _RUN.finditer(text)]
    return DigitRuns(
        [text[start:end] for start, end in spans],
        frozenset([text[start - 1] for start, _ in spans if start]),
        frozenset([text[end : end + 1] for _, end in spans]),
    )
