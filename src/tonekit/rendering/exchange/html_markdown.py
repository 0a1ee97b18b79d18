"""HTML of text modules as Markdown: paragraphs, lines, headings, emphasis, links, lists and rows of tables."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "pre", "ul", "ol"})
_LINES = frozenset({"div", "tr", "li"})
_UNREAD = frozenset({"script", "style", "head", "title"})
_BULLET = re.compile(r" *(?:-|\d+\.) ")


class ModuleHtml(HTMLParser):
    """Turns what it is fed into Markdown.

    Attributes:
        parts: the Markdown so far; more than one empty line in a row counts as one.
    """

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._links: list[str] = []
        self._bullets: list[str] = []
        self._numbers: list[int] = []
        self._marked: dict[str, list[int]] = {tag: [] for tag in _MARKS}
        self._unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Write what opens."""
        self._unread += tag in _UNREAD
        if tag in _PARAGRAPHS | _LINES:
            self._begin("\n\n" if tag in _PARAGRAPHS and not self._numbers else "\n")
        if tag in ("ul", "ol"):
            self._numbers.append(1 if tag == "ol" else 0)
            self._bullets.append("")
        elif tag == "li":
            self._item()
        elif tag == "a":
            self._links.append(dict(attrs).get("href") or "")
            self._write("[" if self._links[-1] else "")
        elif tag == "br":
            self._write("\n")
        elif tag in _MARKS:
            self._marked[tag].append(len(self.parts))

    def handle_endtag(self, tag: str) -> None:
        """Write what closes."""
        self._unread -= tag in _UNREAD and self._unread > 0
        if tag in _MARKS:
            self._mark(tag)
        elif tag == "a" and self._links:
            target = self._links.pop()
            self._write(f"]({target})" if target else "")
        elif tag in ("ul", "ol") and self._numbers:
            self._numbers.pop()
            self._bullets.pop()
            self._begin("\n" if self._numbers else "\n\n")
        elif tag in _PARAGRAPHS and not self._numbers:
            self._write("\n\n")
        elif tag in _LINES:
            self._begin("\n")
        elif tag in ("td", "th"):
            self._write(" ")

    def handle_data(self, data: str) -> None:
        """Write text; line breaks of HTML source are blanks."""
        if not self._unread:
            text = re.sub(r"(?<!\s)[^\S\n]*+\n\s*+", " ", data)
            # At the beginning of a line blanks say nothing in HTML, and much in Markdown.
            self._write(text.lstrip(" \t") if not self.parts or self.parts[-1][-1].isspace() else text)

    def _write(self, text: str) -> None:
        if text:
            self.parts.append(text)

    def _begin(self, breaks: str) -> None:
        """Begin a line, where text or an item does not begin one already."""
        written = self.parts[-1] if self.parts else ""
        if written and not _BULLET.fullmatch(written) and not (breaks == "\n" and written.endswith("\n")):
            self.parts.append(breaks)

    def _item(self) -> None:
        """Write a bullet or number, below the text of the item that the list stands in."""
        number = self._numbers[-1] if self._numbers else 0
        bullet = f"{number}. " if number else "- "
        at_line_start = not self.parts or self.parts[-1].endswith("\n")
        self._write((" " * sum(map(len, self._bullets[:-1])) if at_line_start else "") + bullet)
        if self._numbers:
            self._numbers[-1] += bool(number)
            self._bullets[-1] = bullet

    def _mark(self, tag: str) -> None:
        """Put marks around the text since a tag opened: blanks at its edges stay outside, empty text gets none."""
        if not self._marked[tag]:
            return
        start = self._marked[tag].pop()
        # What opened since and has not closed crosses the end of this one, and is no emphasis.
        for others in self._marked.values():
            while others and others[-1] > start:
                others.pop()
        written = "".join(self.parts[start:])
        if text := written.strip():
            before, _, behind = written.partition(text)
            self.parts[start:] = filter(None, [before, _MARKS[tag] + text + _MARKS[tag], behind])
