"""What stands in HTML behind more tags than a mail has: its words alone, so that no mail takes seconds to be read."""

from __future__ import annotations

import re
from html import unescape
from itertools import islice
from typing import NamedTuple

from .html_ends import SIGN_IN_VALUE

MOST_TAGS = 40_000
"""Tags that are parsed one by one. The widest of tables has fewer in the 12,000 characters that are read."""
_WITHIN_LINES = re.compile(r"</?(?:a|abbr|b|em|font|i|img|o:p|s|small|span|strong|su[bp]|u)\b[^<>]*>", re.IGNORECASE)
_TAGS = re.compile(r"(?:<[^<>]*>\s*+)+")
_LAYOUT = re.compile(r"(?:</?[a-z0-9]++>){8,}+", re.IGNORECASE)
"""Empty cells and boxes one behind another: taken together they cost a tenth."""
_COMMENTS = re.compile("<!--.*?-->", re.DOTALL)
_HIDES = re.compile(
    r"<(?:script|style|head|title|template)\b|<[a-z][^<>]*?[\s\"';](?:hidden\b|display\s*:\s*none|visibility\s*:"
    r"|opacity\s*:|max-height\s*:|mso-hide\s*:|font-size\s*:\s*0)",
    re.IGNORECASE,
)
"""What begins a stretch that nobody sees. More than what hides in truth: where it ends, only a parser can tell."""
_SIGNS = "script style head title template hidden display visibility opacity max-height mso-hide font-size".split()
"""Without any of these words nothing is hidden, which is told at once."""


def parsed_length(html: str) -> int:
    """Return how much of `html` is parsed: all of it, or what stands up to the tag that is one too many."""
    last = next(islice(re.finditer("<", html), MOST_TAGS, None), None)
    if last is None:
        return len(html)
    end = html.index(">", last.start()) + 1
    # Every tag and comment has an end: `with_plain_ends` has seen to it.
    in_comment = html.rfind("<!--", 0, end) > html.rfind("-->", 0, end)
    return html.index("-->", end) + len("-->") if in_comment else end


class Rest(NamedTuple):
    """The words of HTML in lines, and whether they are all of its words."""

    lines: list[str]
    whole: bool


def words_of_rest(html: str, *, hidden: bool) -> Rest:
    """Return the words of HTML, up to the first stretch that may be hidden.

    Args:
        html: what is not parsed.
        hidden: whether it begins inside a hidden element.
    """
    # Inside a value `<!--` begins no comment: such a tag is looked for first.
    odd = SIGN_IN_VALUE.search(html)
    html, left = (html[: odd.start()], html[odd.start() :]) if odd else (html, "")
    html = _COMMENTS.sub("", html)
    end = 0 if hidden else _shown_length(html)
    lines = _TAGS.sub("\n", _WITHIN_LINES.sub("", _LAYOUT.sub("<br>", html[:end])))
    return Rest([line for line in unescape(lines).split("\n") if line.strip()], not has_words(html[end:] + left))


def has_words(html: str) -> bool:
    """Return whether HTML has anything beside tags and blanks, hidden or not."""
    return bool(_TAGS.sub(" ", html).replace("&nbsp;", " ").strip())


def _shown_length(html: str) -> int:
    """Return how much of HTML is not hidden for sure."""
    lowered = html.lower()
    hidden = _HIDES.search(html) if any(sign in lowered for sign in _SIGNS) else None
    return hidden.start() if hidden else len(html)
