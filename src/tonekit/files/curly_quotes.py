"""Quotes as word processors set them: YAML and templates take them for letters, and customers would read them."""

from __future__ import annotations

import re

_DOUBLE, _SINGLE = "“”„‟«»", "‘’‚‛‹›"
CURLY = _DOUBLE + _SINGLE
_BEGINS_A_VALUE = re.compile(rf"(?:^|[-:,\[{{])[ \t]*([{CURLY}])")
_WHOLE = re.compile(
    # One closing quote may be the straight one that somebody typed after an editor had set the first.
    rf"[{_DOUBLE}][^{_DOUBLE}\"]*[{_DOUBLE}\"]|[{_SINGLE}](?:[^{_SINGLE}]|(?<=\w)’(?=\w))*[{_SINGLE}']"
)
_OPEN = re.compile(rf"[{_DOUBLE}][^{_DOUBLE}\"]*")
REMEDY = "type a straight quote instead, \" or '"


def curly_value(lines: list[str], first: int, last: int) -> tuple[str, int, int] | None:
    """Return the first curly quote that begins a value of YAML between two lines, with its 1-based line and column.

    Args:
        lines: the lines of the file.
        first, last: 0-based numbers of lines.
    """
    for number, line in enumerate(lines[first : last + 1], start=first + 1):
        if found := _BEGINS_A_VALUE.search(line):
            return found[1], number, found.start(1) + 1
    return None


def stands_in_curly_quotes(text: str) -> bool:
    """Return whether a text stands wholly inside one pair of curly quotes; one with a quotation in it does not.

    So does one that lacks its end: where a comma or colon stood in it, YAML has taken the rest for something else.
    """
    return bool(_WHOLE.fullmatch(text.strip()) or _OPEN.fullmatch(text.strip()))
