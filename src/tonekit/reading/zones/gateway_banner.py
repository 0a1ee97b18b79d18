"""Find the warning of mail from outside that the mail server of whoever reads a mail writes above it."""

from __future__ import annotations

import re

from .furniture import Furniture
from .lines import Line, is_separator, lowered

_SIGNS = re.compile(r"[^\w\n]{0,12}")
_MOST_LINES = 5
_LONGEST_LINE = 300
"""Characters; a longer line may hold the customer's text too."""


class BannerFinder:
    """Finds the banner of a mail server. Safe to share between threads.

    Args:
        furniture: the mail furniture of every language.
    """

    def __init__(self, furniture: Furniture) -> None:
        self._openings = furniture.banner_openings
        self._phrases = furniture.banners

    def end(self, lines: list[Line]) -> int:
        """Return how many lines the banner at the top takes; it stands above a text, and is none by itself.

        It opens with a word of warning and says whence the mail came or what not to click; the customer who speaks of
        such mail does not do both in his first line.
        """
        if not lines or not self._opens(lines[0].text):
            return 0
        said = [index for index, line in enumerate(lines[:_MOST_LINES]) if self._says(line.text)]
        last = 0
        for index in said:
            if index > last + 1 or (index and lines[index].opens):
                break
            last = index
        if 0 not in said and last != 1:
            return 0
        end = last + 1
        end += end < len(lines) and is_separator(lines[end])
        return end if end < len(lines) else 0

    def _opens(self, text: str) -> bool:
        signs = _SIGNS.match(text)
        return self._openings.find(lowered(text[:_LONGEST_LINE]), signs.end() if signs else 0) is not None

    def _says(self, text: str) -> bool:
        return len(text) <= _LONGEST_LINE and next(self._phrases.all_in(lowered(text)), None) is not None
