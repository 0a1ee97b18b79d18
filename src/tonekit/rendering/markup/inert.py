"""Make values inert: what a customer wrote stays text, never a role, a header, a link or markup."""

from __future__ import annotations

import re
import unicodedata
from email.errors import HeaderParseError
from email.header import decode_header, make_header

from ...foreign_text.fencing import one_line, visible

SAFE_SCHEMES = frozenset({"http", "https", "mailto"})
"""Schemes of addresses that a link may lead to: asked when an address is given, and again when a link is written."""
# Unicode noncharacters mark roles in what a template writes; no text may bring its own.
ROLE_OPEN, ROLE_NAMED, ROLE_CLOSE = "\ufdd0", "\ufdd1", "\ufdd2"
_BEFORE_MARKDOWN = re.compile(r"(?=[\\`*_{}\[\]()<>#+\-=.!|~&])")
_BACKTICKS = re.compile("`+")


def markdown_text(text: str) -> str:
    """Return `text` so that Markdown shows it as it is: no link, image, list, heading or HTML comes of it."""
    return escaped(visible(text))


def escaped(text: str) -> str:
    """Return a text that is visible as a whole, as `markdown_text` does."""
    return "\\".join(_BEFORE_MARKDOWN.split(text))


def code_block(text: str, *, before: str = "", after: str = "") -> str:
    """Return `text` as a code block in Markdown; its fence is longer than any row of backticks inside.

    Args:
        text: the code.
        before, after: marks of its source.
    """
    inner = visible(text).strip("\n")
    longest = max((len(row) for row in _BACKTICKS.findall(inner)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{before}{inner}{after}\n{fence}"


def header_text(text: str, *, longest: int) -> str:
    """Return `text` as the value of one mail header: encoded words are decoded first, then every line break goes."""
    decoded = text
    try:
        if "=?" in text:
            decoded = str(make_header(decode_header(text)))
    except (HeaderParseError, UnicodeError, LookupError, ValueError):
        # What cannot be decoded is not an encoded word to a mail program either; it stays as it is.
        decoded = text
    # What decodes to another encoded word would be decoded again by the mail program.
    line = one_line(decoded).replace("=?", "= ?")
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def is_blank(text: str) -> bool:
    """Return whether nothing of `text` can be seen."""
    if text and text[0].isprintable() and text[0] != " ":
        return False
    return all(unicodedata.category(character)[0] in "ZC" for character in text)
