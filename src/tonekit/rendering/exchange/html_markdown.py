"""HTML of text modules as Markdown: paragraphs, lines, headings, emphasis, links, lists and rows of tables."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "pre", "ul", "ol"})
_LINES = frozenset({"div", "tr", "li"})
_UNREAD = frozenset({"script", "style", "head", "title"})
_AT_ITEM_START = re.compile(r"(?:\A|- |\d\. )\Z")


class ModuleHtml(HTMLParser):
    """Turns what it is fed into Markdown.

    Attributes:
        parts: the Markdown so far; more than one empty line in a row counts as one.
    """

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._links: list[str] = []
        self._lists: list[int] = []
        self._unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Write what opens."""
        self._unread += tag in _UNREAD
        if tag in _PARAGRAPHS | _LINES:
            self._begin("\n\n" if tag in _PARAGRAPHS and not self._lists else "\n")
        if tag in ("ul", "ol"):
            self._lists.append(1 if tag == "ol" else 0)
        elif tag == "li":
            self.parts.append(self._bullet())
        elif tag == "a":
            self._links.append(dict(attrs).get("href") or "")
            self.parts.append("[" if self._links[-1] else "")
        elif tag == "br":
            self.parts.append("\n")
        self.parts.append(_MARKS.get(tag, ""))

    def handle_endtag(self, tag: str) -> None:
        """Write what closes."""
        self._unread -= tag in _UNREAD and self._unread > 0
        self.parts.append(_MARKS.get(tag, ""))
        if tag == "a" and self._links:
            target = self._links.pop()
            self.parts.append(f"]({target})" if target else "")
        elif tag in ("ul", "ol") and self._lists:
            self._lists.pop()
            self.parts.append("\n\n")
        elif tag in _PARAGRAPHS and not self._lists:
            self.parts.append("\n\n")
        elif tag in _LINES:
            self._begin("\n")
        elif tag in ("td", "th"):
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        """Write text; line breaks of HTML source are blanks."""
        if not self._unread:
            self.parts.append(re.sub(r"\s*\n\s*", " ", data) if data.strip() else data.replace("\n", ""))

    def _begin(self, breaks: str) -> None:
        """Begin a line, where text or an item does not begin one already."""
        written = next((part for part in reversed(self.parts) if part), "")
        if not _AT_ITEM_START.search(written) and not (breaks == "\n" and written.endswith("\n")):
            self.parts.append(breaks)

    def _bullet(self) -> str:
        if not self._lists or not self._lists[-1]:
            return "- "
        self._lists[-1] += 1
        return f"{self._lists[-1] - 1}. "
