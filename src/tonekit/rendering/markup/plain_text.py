"""The plain text of a simple reply, line by line.

Nearly all replies consist of paragraphs, lists of one level, escaped signs and links. Their text can be written without
parsing Markdown, which takes many times as long as everything else. Whatever is not plainly one of these is left to the
parser; where both can do it, they write the same, which a test holds against any text.
"""

from __future__ import annotations

import re

from .provenance import unmarked

_PUNCTUATION = r"[!-/:-@\[-`{-~]"
_LABEL = rf"(?:[^\\`*_\[\]&\n]|\\{_PUNCTUATION})++"
_ADDRESS = rf"(?:[^\\`*_\[\]&()<>\s]|\\{_PUNCTUATION})++"
_LINK = re.compile(rf"\[({_LABEL})\]\(({_ADDRESS})\)")
_SIMPLE = re.compile(rf"(?:[^\\`*_\[\]&\t\r\x00\v\f]++|\\{_PUNCTUATION}|&(?![#A-Za-z])|\[{_LABEL}\]\({_ADDRESS}\))*+")
_CONTENT = r"(?=[^-+*#>=~`\s])(?!\d{1,9}[.)])"
_ITEM = re.compile(rf"- {_CONTENT}")
_NUMBERED = re.compile(rf"(\d{{1,9}})\. {_CONTENT}")
_NUMBER = re.compile(r"\d{1,9}[.)]")
_OTHER_BLOCK = frozenset("#>+=~`")
_DIGITS = frozenset("0123456789")
KEPT_ADDRESS = re.compile(r"https?://[a-z0-9.-]+(?::\d+)?(?:/[A-Za-z0-9/._~=-]*)?")
"""Addresses that Markdown writes as they are; others it may encode."""


def simple_text(markdown: str) -> str | None:
    """Return the plain text of Markdown, marks of provenance included, or None if it takes a parser."""
    if not _SIMPLE.fullmatch(markdown):
        return None
    if "](" in markdown:
        try:
            markdown = _LINK.sub(_link_text, markdown)
        except _NotSimpleError:
            return None
    try:
        text = _blocks(markdown.split("\n"))
    except _NotSimpleError:
        return None
    return text.replace("\\", "") if "\\\\" not in text else re.sub(r"\\(.)", lambda match: match[1], text)


class _NotSimpleError(Exception):
    """A link or a line needs the parser."""


def _link_text(match: re.Match[str]) -> str:
    label, address = match[1], match[2]
    bare = unmarked(address).replace("\\", "")
    if not KEPT_ADDRESS.fullmatch(bare):
        raise _NotSimpleError
    return label if unmarked(label).replace("\\", "") == bare else f"{label} ({address})"


def _blocks(lines: list[str]) -> str:
    """Return paragraphs and lists, with one empty line between them and none between the items of a list.

    What a line begins: p paragraph, - item with a dash, 1 numbered item, nothing if it goes on.
    """
    parts: list[str] = []
    kind, blank, number = "", True, 0
    for line in lines:
        if not line:
            blank = True
            continue
        first, match = line[0], None
        if first in _DIGITS:
            match = _number(line)
        elif first in _OTHER_BLOCK or first.isspace() or (first == "-" and not _ITEM.match(line)):
            raise _NotSimpleError
        new = "-" if first == "-" else "p" if blank else ""
        # Inside a paragraph only a list that begins at 1 can begin.
        if match and (blank or kind != "p" or match[1].lstrip("0") == "1"):
            number = number + 1 if kind == "1" else int(match[1]) or 1
            new, line = "1", f"{number}. {line[match.end() :]}"  # noqa: PLW2901 - the line as it is written
        parts.append(_GAP[kind, new])
        parts.append(_ended(line) if line[-1].isspace() else line)
        kind, blank = new or kind, False
    return "".join(parts)


def _number(line: str) -> re.Match[str] | None:
    """Return how a line begins that may be an item with a number."""
    match = _NUMBERED.match(line)
    if match is None and _NUMBER.match(line):
        raise _NotSimpleError
    return match


def _ended(line: str) -> str:
    """Return a line without blanks at its end."""
    bare = line.rstrip(" ")
    if bare[-1].isspace():
        raise _NotSimpleError
    return bare


_GAP = {
    **{("", new): "" for new in "p-1"},
    **{(old, ""): "\n" for old in "p-1"},
    **{(old, "p"): "\n\n" for old in "p-1"},
    **{("p", new): "\n\n" for new in "-1"},
    **{(old, new): "\n" if old == new else "\n\n" for old in "-1" for new in "-1"},
}
"""What stands between a line and the one before it."""
