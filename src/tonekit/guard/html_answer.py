"""A model's answer in HTML, as Markdown: the few tags that a mail needs, and the words of all others."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from ..rendering.markup.inert import markdown_text
from ..rendering.markup.inline_html import BREAKS, DROPPED, EMPHASIS

_DECLARATION = re.compile(r"<!--.*?-->|<[!?][^<>]{0,2000}>", re.DOTALL)
_BLANKS = re.compile(r"\s+")
_LINES = re.compile(r"[ \t]*\n[ \t]*")
_GAPS = re.compile(r"\n{3,}")


def html_as_markdown(html: str) -> str:
    """Return an answer in HTML as Markdown; what is not a tag of a mail leaves its words, a script nothing."""
    reader = _Reader()
    reader.feed(_closed(_DECLARATION.sub(" ", html).replace("<!", "&lt;!").replace("<?", "&lt;?")))
    reader.close()
    return _GAPS.sub("\n\n", _LINES.sub("\n", "".join(reader.parts))).strip()


def _closed(html: str) -> str:
    """Return HTML without an open tag at its end: html.parser searches from each `<` to the end of the text."""
    end = html.rfind(">") + 1
    return html[:end] + html[end:].replace("<", "&lt;")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._dropped: list[str] = []
        self._lists: list[int | None] = []
        self._links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open what a tag opens."""
        if tag in DROPPED:
            self._dropped.append(tag)
        if self._dropped:
            return
        if tag in ("ul", "ol"):
            self._lists.append(1 if tag == "ol" else None)
        if tag == "li":
            self.parts.append(f"\n{self._item()}")
        elif tag == "br":
            self.parts.append("\n")
        elif tag == "a":
            self._links.append(dict(attrs).get("href") or "")
            self.parts.append("[")
        elif tag in EMPHASIS:
            self.parts.append(EMPHASIS[tag])
        elif tag in BREAKS:
            self.parts.append("\n\n")

    def handle_endtag(self, tag: str) -> None:
        """Close what a tag closes."""
        if self._dropped:
            if tag == self._dropped[-1]:
                self._dropped.pop()
            return
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        if tag == "a" and self._links:
            self.parts.append(f"](<{_in_brackets(self._links.pop())}>)")
        elif tag in EMPHASIS:
            self.parts.append(EMPHASIS[tag])
        elif tag in BREAKS:
            self.parts.append("\n\n")

    def handle_data(self, data: str) -> None:
        """Write words, as words."""
        if not self._dropped:
            self.parts.append(markdown_text(_BLANKS.sub(" ", data)))

    def _item(self) -> str:
        number = self._lists[-1] if self._lists else None
        if number is None:
            return "- "
        self._lists[-1] = number + 1
        return f"{number}. "


def _in_brackets(address: str) -> str:
    """Return an address so that it cannot close the brackets around it."""
    return re.sub(r"[<>\\\s]", lambda sign: f"%{ord(sign[0]):02X}", address.strip())
