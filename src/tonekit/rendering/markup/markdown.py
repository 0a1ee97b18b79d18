"""Replies are written in Markdown: from it the plain text and the HTML of a mail."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ...loading.once import loaded
from .inert import SAFE_SCHEMES
from .plain_text import simple_text
from .provenance import CLOSE, unmarked

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MARKED = re.compile("([\ufdd3-\ufdd5][\ufde0-\ufdef]*)[^\ufdd3-\ufdd6]*\ufdd6")


class ReplyMarkdown:
    """Turns reply Markdown into text and HTML. Safe to share between threads.

    Raw HTML and images are shown as text, links lead to http, https and mailto only, line breaks stay.
    """

    @loaded
    def _markdown(self) -> MarkdownIt:
        # Most replies are simple texts, and not everybody asks for HTML: the parser is loaded when it is needed.
        from markdown_it import MarkdownIt

        parser = MarkdownIt("commonmark", {"html": False, "breaks": True})
        parser.disable(["html_block", "html_inline", "image", "autolink", "code", "reference"])
        normalized = parser.normalizeLink
        parser.validateLink = _is_safe  # type: ignore[method-assign]
        parser.normalizeLink = lambda url: _address(url, normalized)  # type: ignore[method-assign]
        return parser

    def text(self, markdown: str) -> str:
        """Return the plain text, marks of provenance included."""
        simple = simple_text(markdown)
        return plain_tokens(self._markdown.parse(markdown)) if simple is None else simple

    def html(self, markdown: str) -> str:
        """Return the HTML, without marks."""
        return unmarked(str(self._markdown.render(markdown))).strip()

    def render(self, markdown: str) -> tuple[str, str]:
        """Return plain text and HTML, without marks."""
        return unmarked(self.text(markdown)), self.html(markdown)


def _address(url: str, normalized: Callable[[str], str]) -> str:
    """Return an address as it is to be written; marks around all of it stay, for the text to tell its source."""
    written = normalized(unmarked(url))
    marked = _MARKED.fullmatch(url)
    return f"{marked[1]}{written}{CLOSE}" if marked else written


def _is_safe(url: str) -> bool:
    try:
        return urlsplit(unmarked(url)).scheme.lower() in SAFE_SCHEMES
    except ValueError:
        return False


def plain_tokens(tokens: Sequence[Token]) -> str:
    """Return the text of a reply as one writes it in a plain mail: numbered steps, dashes, addresses in brackets."""
    blocks: list[str] = []
    lists: list[int | None] = []
    marker = ""
    in_list = False
    for token in tokens:
        if token.type in ("ordered_list_open", "bullet_list_open"):
            in_list = bool(lists)
            lists.append(int(token.attrGet("start") or 1) if token.type.startswith("ordered") else None)
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            lists.pop()
        elif token.type == "list_item_open":
            number = lists[-1]
            marker = "- " if number is None else f"{number}. "
            lists[-1] = None if number is None else number + 1
        elif token.type in _WRITTEN:
            blocks.append("\n" if lists and in_list else "\n\n")
            in_list = bool(lists)
            blocks.append("  " * (len(lists) - 1) + (marker if lists else "") + _WRITTEN[token.type](token))
            marker = " " * len(marker)
    return "".join(blocks).strip("\n")


def _inline(children: Sequence[Token]) -> str:
    parts: list[str] = []
    links: list[tuple[str, int]] = []
    for token in children:
        if token.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif token.type == "link_open":
            links.append((str(token.attrGet("href") or ""), len(parts)))
        elif token.type == "link_close":
            address, start = links.pop()
            if unmarked("".join(parts[start:])) != unmarked(address):
                parts.append(f" ({address.replace('mailto:', '', 1) if _is_mail(address) else address})")
        else:
            parts.append(token.content)
    return "".join(parts)


def _is_mail(address: str) -> bool:
    return unmarked(address).startswith("mailto:")


_WRITTEN: Mapping[str, Callable[[Token], str]] = {
    "inline": lambda token: _inline(token.children or []),
    "fence": lambda token: token.content.rstrip(),
    "code_block": lambda token: token.content.rstrip(),
    "hr": lambda _: "--",
}
"""Tokens that write something, and what."""
