"""HTML as Markdown, as far as text modules need it: paragraphs, lines, emphasis, links, lists and table rows."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_EMPHASIS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "pre", "ul", "ol"})
_LINES = frozenset({"div", "tr", "li"})
_IGNORED = frozenset({"script", "style", "head", "title"})
_BULLET = re.compile(r" *(?:-|\d+\.) ")


def html_to_markdown(html: str) -> str:
    """Return the text of HTML as Markdown; whatever Markdown has no sign for keeps its words."""
    writer = _MarkdownWriter()
    writer.feed(html)
    writer.close()
    return re.sub(r"\n{3,}", "\n\n", "".join(writer.parts)).strip()


class _MarkdownWriter(HTMLParser):
    """Writes Markdown for the HTML it is fed.

    Attributes:
        parts: the Markdown so far; several empty lines in a row still have to be made one.
    """

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._link_targets: list[str] = []
        self._bullets: list[str] = []
        self._next_numbers: list[int] = []
        """For each open list the number of its next item, 0 for bullets."""
        self._emphasis_starts: dict[str, list[int]] = {tag: [] for tag in _EMPHASIS}
        self._ignored_depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Write the signs that open an element."""
        self._ignored_depth += tag in _IGNORED
        if tag in _PARAGRAPHS | _LINES:
            self._start_line("\n\n" if tag in _PARAGRAPHS and not self._next_numbers else "\n")
        if tag in ("ul", "ol"):
            self._next_numbers.append(1 if tag == "ol" else 0)
            self._bullets.append("")
        elif tag == "li":
            self._write_bullet()
        elif tag == "a":
            self._link_targets.append(dict(attrs).get("href") or "")
            self._write("[" if self._link_targets[-1] else "")
        elif tag == "br":
            self._write("\n")
        elif tag in _EMPHASIS:
            self._emphasis_starts[tag].append(len(self.parts))

    def handle_endtag(self, tag: str) -> None:
        """Write the signs that close an element."""
        self._ignored_depth -= tag in _IGNORED and self._ignored_depth > 0
        if tag in _EMPHASIS:
            self._emphasise(tag)
        elif tag == "a" and self._link_targets:
            target = self._link_targets.pop()
            self._write(f"]({target})" if target else "")
        elif tag in ("ul", "ol") and self._next_numbers:
            self._next_numbers.pop()
            self._bullets.pop()
            self._start_line("\n" if self._next_numbers else "\n\n")
        elif tag in _PARAGRAPHS and not self._next_numbers:
            self._write("\n\n")
        elif tag in _LINES:
            self._start_line("\n")
        elif tag in ("td", "th"):
            self._write(" ")

    def handle_data(self, data: str) -> None:
        """Write text; a line break in the source is a space."""
        if not self._ignored_depth:
            text = re.sub(r"(?<!\s)[^\S\n]*+\n\s*+", " ", data)
            # Spaces at the start of a line mean nothing in HTML, but indent in Markdown.
            self._write(text.lstrip(" \t") if not self.parts or self.parts[-1][-1].isspace() else text)

    def _write(self, text: str) -> None:
        if text:
            self.parts.append(text)

    def _start_line(self, breaks: str) -> None:
        """Start a new line or paragraph, unless one has just been started."""
        written = self.parts[-1] if self.parts else ""
        if written and not _BULLET.fullmatch(written) and not (breaks == "\n" and written.endswith("\n")):
            self.parts.append(breaks)

    def _write_bullet(self) -> None:
        """Write a bullet or number, indented to the text of the item that the list is part of."""
        number = self._next_numbers[-1] if self._next_numbers else 0
        bullet = f"{number}. " if number else "- "
        at_line_start = not self.parts or self.parts[-1].endswith("\n")
        indent = " " * sum(map(len, self._bullets[:-1])) if at_line_start else ""
        self._write(indent + bullet)
        if self._next_numbers:
            self._next_numbers[-1] += bool(number)
            self._bullets[-1] = bullet

    def _emphasise(self, tag: str) -> None:
        """Put emphasis around the text since a tag opened; spaces at its edges stay outside, as Markdown demands."""
        if not self._emphasis_starts[tag]:
            return
        start = self._emphasis_starts[tag].pop()
        # An element that opened since and is still open overlaps this one, which Markdown cannot express.
        for others in self._emphasis_starts.values():
            while others and others[-1] > start:
                others.pop()
        written = "".join(self.parts[start:])
        if text := written.strip():
            before, _, behind = written.partition(text)
            self.parts[start:] = filter(None, [before, _EMPHASIS[tag] + text + _EMPHASIS[tag], behind])
