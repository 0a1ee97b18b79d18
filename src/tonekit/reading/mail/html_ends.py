"""The ends of comments, conditions and tags in HTML, written so that Python's parser finds them in one pass."""

from __future__ import annotations

import re

_CONDITION = re.compile(r"<!\[[^<>-]{0,200}>")
_EMPTY_COMMENT = re.compile("<!---?>")
"""HTML Standard, 13.2.5.43: such a comment is at its end where it begins."""

_MOST_SIGNS = 50_000
"""Signs `<` that belong to no tag and are shown: as many as characters are taken out of a mail."""


def with_plain_ends(html: str) -> str:
    """Return HTML without conditions of Outlook, with the plain end for each comment, and nothing left open at its end.

    Args:
        html: any text.
    """
    return _without_open_end(_told_comments(_CONDITION.sub("", html)).replace("<![", "&lt;!["))


def _told_comments(html: str) -> str:
    """Write the odd ends of comments as the plain one: mail programs show what stands behind them."""
    return _EMPTY_COMMENT.sub("<!---->", html).replace("--!>", "-->") if "<!--" in html else html


def _without_open_end(html: str) -> str:
    """Cut off unclosed tags and comments at the end: html.parser searches from each of them to the end."""
    if "<!--" in html and "-->" not in html[html.rfind("<!--") :]:
        html = html[: html.index("<!--", html.rfind("-->") + 1)]
    end = html.rfind(">") + 1
    return html[:end] + html[end:].replace("<", "&lt;", _MOST_SIGNS).replace("<", " ")
