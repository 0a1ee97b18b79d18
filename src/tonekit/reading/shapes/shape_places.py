"""Where in a text something stands that technical forms need: digits, capitals in a row, a slash."""

from __future__ import annotations

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from .outline import outline

NEEDS: Mapping[str, tuple[str, re.Pattern[str]]] = {
    name: (fixed, re.compile(re.escape(fixed) + more))
    for name, fixed, more in (
        ("digit", "0", "[0.,:/-]*"),
        ("parted_digits", "0", "[0,:]{0,60}+[./-][0.,:/-]*"),
        ("three_numbers", "0.0", r"{0,3}\.0"),
        ("three_digits", "000", "[ -]"),
        ("digit_stop_digit", "0.0", ""),
        ("digit_colon_digit", "0:0", ""),
        ("digit_joined", "0", "[-/][0A]"),
        ("digit_letter", "0a", ""),
        ("digit_capital", "0", r"\s?A"),
        ("capital_digits", "A", "-?00"),
        ("capital_dash_digit", "A-0", ""),
        ("capitals", "AA", "A*"),
        ("six_capitals", "AAAAAA", ""),
        ("inner_capital", "aA", ""),
        ("name_in_name", "aAaaaa", ""),
        ("name_in_capitals", "AAaaaa", ""),
        ("small_pairs", ":", "[0a]{2}:[0a]{2}"),
        ("slash", "/", ""),
        ("backslash", "\\", ""),
        ("dot_letter", ".a", ""),
        ("dashes", "--", ""),
        ("backtick", "`", ""),
        ("underscore", "_", ""),
        ("call", "()", ""),
        ("quote", '"', ""),
        ("guillemet", "»", ""),
    )
}
"""What forms need, as it stands in the outline of a text: signs that are looked for first, and what may follow them."""


class Places(dict[str, list[tuple[int, int]]]):
    """Need → where it stands in a text; looked for when it is first asked for.

    Attributes:
        possible: the needs whose fixed signs stand in the text, in most texts very few.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self._outline = drawn = outline(text)
        self.possible = {need for need, (fixed, _) in NEEDS.items() if fixed in drawn}

    def have_any(self, needs: AbstractSet[str]) -> bool:
        """Return whether one of some needs stands in the text."""
        return any(map(self.__getitem__, self.possible & needs))

    def __missing__(self, need: str) -> list[tuple[int, int]]:
        found = [match.span() for match in NEEDS[need][1].finditer(self._outline)] if need in self.possible else []
        self[need] = found
        return found
