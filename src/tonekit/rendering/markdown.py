"""Replies are written in Markdown: from it the plain text and the HTML of a mail."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

_SAFE_SCHEMES = frozenset({"http", "https", "mailto"})


class ReplyMarkdown:
    """Turns reply Markdown into text and HTML. Safe to share between threads.

    Raw HTML and images are shown as text, links lead to http, https and mailto only, line breaks stay.
    """

    def __init__(self) -> None:
        self._markdown = MarkdownIt("commonmark", {"html": False, "breaks": True})
        self._markdown.disable(["html_block", "html_inline", "image", "autolink", "code", "reference"])
        self._markdown.validateLink = _is_safe  # type: ignore[method-assign]
        self._renderer = RendererHTML()

    def render(self, markdown: str) -> tuple[str, str]:
        """Return plain text and HTML."""
        tokens = self._markdown.parse(markdown)
        html = self._renderer.render(tokens, self._markdown.options, {})
        return _plain(tokens), html.strip()


def _is_safe(url: str) -> bool:
    return urlsplit(url).scheme.lower() in _SAFE_SCHEMES


def _plain(tokens: Sequence[Token]) -> str:
    """Return the text of a reply as one writes it in a plain mail: numbered steps, dashes, addresses in brackets."""
    blocks: list[str] = []
    lists: list[int | None] = []
    marker = ""
    for token in tokens:
        if token.type in ("ordered_list_open", "bullet_list_open"):
            lists.append(int(token.attrGet("start") or 1) if token.type.startswith("ordered") else None)
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            lists.pop()
        elif token.type == "list_item_open":
            number = lists[-1]
            marker = "- " if number is None else f"{number}. "
            lists[-1] = None if number is None else number + 1
        elif token.type == "inline":
            text = _inline(token.children or [])
            indent = "  " * (len(lists) - 1) if lists else ""
            _append(blocks, indent + marker + text, tight=bool(lists) and bool(marker) and token.level > 1)
            marker = " " * len(marker)
        elif token.type in ("fence", "code_block"):
            _append(blocks, token.content.rstrip(), tight=False)
        elif token.type == "hr":
            _append(blocks, "--", tight=False)
        if not lists:
            marker = ""
    return "".join(blocks).strip("\n")


def _append(blocks: list[str], text: str, *, tight: bool) -> None:
    in_list = tight and bool(blocks) and blocks[-1].lstrip("\n").lstrip().startswith(("-", *"123456789"))
    blocks.append(("\n" if in_list else "\n\n") + text)


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
            if "".join(parts[start:]) != address:
                parts.append(f" ({address.removeprefix('mailto:')})")
        else:
            parts.append(token.content)
    return "".join(parts)
