"""Where the digits of a text stand: what stands beside them says which figures there can be at all."""

from __future__ import annotations

import re

from ..once import once

_RUN = re.compile(r"\d+")
_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_JOINTS = frozenset("-/")
_CARD_DIGITS = 13
_PHONE_DIGITS = 7
_GROUPS = 3
"""22 22 22 22 and 934 12 776 are phone numbers in the North."""
_LONG = 5
"""A row of so many digits refers to something."""


class DigitRuns:
    """The rows of digits of a text.

    Args:
        text: any text.

    Attributes:
        spans: where each row stands.
        before, behind: every sign that stands right before, right behind one of them.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = [match.span() for match in _RUN.finditer(text)]
        self.before = {text[start - 1] for start, _ in self.spans if start}
        self.behind = {text[end : end + 1] for _, end in self.spans}

    def starts(self, *, most: int, behind: str = "") -> list[int]:
        """Return where rows of at most so many digits start, with a certain sign behind them if one is given."""
        return [
            start
            for start, end in self.spans
            if end - start <= most and (not behind or self.text[end : end + 1] == behind)
        ]

    @once
    def all_starts(self) -> list[int]:
        """Where each row starts."""
        return [start for start, _ in self.spans]

    @once
    def count(self) -> int:
        """How many digits there are."""
        return sum([end - start for start, end in self.spans])

    def may_be_iban(self) -> bool:
        """Return whether digits follow a capital, as in an IBAN."""
        return not _CAPITALS.isdisjoint(self.before)

    def may_be_card(self) -> bool:
        """Return whether there are digits enough for a card number."""
        return self.count >= _CARD_DIGITS

    def may_be_phone(self) -> bool:
        """Return whether a phone number may be among them."""
        if self.count < _PHONE_DIGITS:
            return False
        return (
            "+" in self.before or len(self.spans) >= _GROUPS or any(self.text[start] == "0" for start, _ in self.spans)
        )

    def may_be_reference(self) -> bool:
        """Return whether an order, case or contract number may be among them."""
        joined = not _JOINTS.isdisjoint(self.before) or not _CAPITALS.isdisjoint(self.before)
        return joined or any(end - start >= _LONG for start, end in self.spans)

    def beside_letters(self) -> bool:
        """Return whether a letter stands right beside a digit: 2pm, kl.14."""
        return "." in self.before or any(map(str.isalpha, self.before)) or any(map(str.isalpha, self.behind))
