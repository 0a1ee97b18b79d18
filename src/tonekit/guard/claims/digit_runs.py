"""Where the digits of a text are, and which kinds of figures they can be, going by what is next to them."""

from __future__ import annotations

import re

from ...loading.once import once

_RUN = re.compile(r"\d+")
_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_JOINTS = frozenset("-/")
_CARD_DIGITS = 13
_PHONE_DIGITS = 7
_GROUPS = 3
"""22 22 22 22 and 934 12 776 are phone numbers in the North."""
_LONG = 5
"""A run of this many digits is a reference number."""


class DigitRuns:
    """The rows of digits of a text.

    Args:
        spans: where the rows stand, if that is known.

    Attributes:
        spans: where each row stands.
        before, behind: every sign that stands right before, right behind one of them; "" where the text begins or ends.
    """

    def __init__(self, text: str, spans: list[tuple[int, int]] | None = None) -> None:
        self.text = text
        self.spans = [match.span() for match in _RUN.finditer(text)] if spans is None else spans
        self.before = {text[start - 1 : start] for start, _ in self.spans}
        self.behind = {text[end : end + 1] for _, end in self.spans}

    def left_in(self, text: str) -> DigitRuns:
        """Return the rows that are left in a text in which some have been blanked out."""
        return DigitRuns(text, [span for span in self.spans if text[span[0]].isdigit()])

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
        """The number of digits."""
        return sum([end - start for start, end in self.spans])

    def may_be_iban(self) -> bool:
        """Return whether digits follow a capital, as in an IBAN."""
        return not _CAPITALS.isdisjoint(self.before)

    def may_be_card(self) -> bool:
        """Return whether there are enough digits for a card number."""
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
        """Return whether a letter is right next to a digit: 2pm, kl.14."""
        return "." in self.before or any(map(str.isalpha, self.before)) or any(map(str.isalpha, self.behind))
