"""The ends of comments, conditions and tags in HTML, written so that Python's parser finds them in one pass."""

from __future__ import annotations

import re
from typing import NamedTuple

_CONDITION = re.compile(r"<!\[[^<>-]{0,200}>")
_EMPTY_COMMENT = re.compile("<!---?>")
"""HTML Standard, 13.2.5.43: such a comment is at its end where it begins."""

_COMMENT_IN_TAG = re.compile(r"</?[a-z][^<>]*+(?:<!--[^<>]*+)+", re.IGNORECASE)
"""None begins inside a tag: there it is a part of a value, and what stands behind the tag is shown."""
SIGN_IN_VALUE = re.compile(r"</?[a-z][^<>]*=\s*(?:\"[^\"<>]*|'[^'<>]*)[<>]", re.IGNORECASE)
"""A tag with `<` or `>` in a value: where it ends, and whether it hides, only a parser can tell."""

_MOST_SIGNS = 50_000
"""Signs `<` that belong to no tag and are shown: as many as characters are taken out of a mail."""


class Ended(NamedTuple):
    """HTML in which everything has an end, and what was cut off though it may be shown, mostly nothing."""

    html: str
    cut: str


def with_plain_ends(html: str) -> Ended:
    """Return HTML without conditions of Outlook, with the plain end for each comment, and nothing left open at its end.

    Args:
        html: any text.
    """
    return _without_open_end(_told_comments(_CONDITION.sub("", html)).replace("<![", "&lt;!["))


def _told_comments(html: str) -> str:
    """Write the odd ends of comments as the plain one: mail programs show what stands behind them."""
    if "<!--" not in html:
        return html
    html = _COMMENT_IN_TAG.sub(lambda tag: tag[0].replace("<!--", "&lt;!--"), html)
    return _EMPTY_COMMENT.sub("<!---->", html).replace("--!>", "-->")


def _without_open_end(html: str) -> Ended:
    """Cut off unclosed tags and comments at the end: html.parser searches from each of them to the end."""
    cut = ""
    if "<!--" in html and "-->" not in html[html.rfind("<!--") :]:
        place = html.index("<!--", html.rfind("-->") + 1)
        # What stands behind a comment without an end is hidden, unless it is none but a value.
        cut = html[place:] if SIGN_IN_VALUE.search(html, 0, place) else ""
        html = html[:place]
    end = html.rfind(">") + 1
    return Ended(html[:end] + html[end:].replace("<", "&lt;", _MOST_SIGNS).replace("<", " "), cut)
