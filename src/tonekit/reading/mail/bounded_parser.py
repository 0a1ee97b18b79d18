"""Python's HTML parser, stopped where tags have more attributes than those of any mail."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import islice

MOST_ATTRIBUTES = 400_000
"""Places in tags where an attribute may begin, blanks and slashes inside values among them: ten to each of 40,000 tags.
As many attributes are read in a second."""
_MAY_BEGIN = re.compile(r"[\s\"'/][^\s\"'/>=]")


class BoundedParser(HTMLParser):
    """Parses HTML up to the tag with the attribute that is one too many."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._attributes = 0
        self._counts = False

    def parse(self, html: str) -> str:
        """Parse `html`, once; return what was left from the tag on that has too many attributes, mostly nothing."""
        # An attribute takes two characters: most mails are too short for as many, and to count costs a quarter.
        self._counts = len(html) > 2 * MOST_ATTRIBUTES
        try:
            self.feed(html)
            self.close()
        except _TooMany as ended:
            return self.rawdata[ended.place :]
        return ""

    def check_for_whole_start_tag(self, i: int) -> int:
        """Return where the tag that begins at `i` ends; Python's parser asks before it takes the attributes."""
        if not self._counts:
            return super().check_for_whole_start_tag(i)
        # No tag ends before its first `>`, and to find the true end of a huge one takes longer than to count.
        least = self.rawdata.find(">", i)
        self._spend(i, i, least)
        end = super().check_for_whole_start_tag(i)
        self._spend(i, least, end)
        return end

    def _spend(self, place: int, start: int, end: int) -> None:
        left = MOST_ATTRIBUTES - self._attributes
        found = len(list(islice(_MAY_BEGIN.finditer(self.rawdata, start, end), left + 1))) if end > start else 0
        if found > left:
            raise _TooMany(place)
        self._attributes += found


class _TooMany(Exception):  # noqa: N818 - no error: it ends the parsing, which has no other end
    def __init__(self, place: int) -> None:
        self.place = place
        super().__init__(place)
