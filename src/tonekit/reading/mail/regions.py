"""The parts of an HTML mail that are open at a place: preformatted text, hidden text, quoted mail."""

from __future__ import annotations

from collections.abc import Mapping

_CLOSED_BY_THEIR_LIKE = frozenset("p li td th tr dd dt option".split())
_QUOTE_CLASSES = frozenset("gmail_quote gmail_quote_container gmail_extra_quote yahoo_quoted moz-cite-prefix".split())
_REST_IS_QUOTE = frozenset({"divrplyfwdmsg", "appendonsend"})
"""Outlook on the web marks only where the quoted mail begins."""
_BLOCK = "blockquote"


class Region:
    """An element and what is inside it, told by counting its tags; void of meaning while closed."""

    def __init__(self) -> None:
        self._tag = ""
        self._depth = 0

    @property
    def open(self) -> bool:
        """Whether it is open."""
        return self._depth > 0

    def enter(self, tag: str) -> None:
        """Open it with an element, unless it is open."""
        if not self.open:
            self._tag, self._depth = tag, 1

    def saw_start(self, tag: str) -> None:
        """Take note of a start tag."""
        if self.open and tag == self._tag:
            self._depth = 0 if tag in _CLOSED_BY_THEIR_LIKE else self._depth + 1

    def saw_end(self, tag: str) -> bool:
        """Take note of an end tag; return whether it ends the region."""
        ends = self._depth == 1 and tag == self._tag
        if self.open and tag == self._tag:
            self._depth -= 1
        return ends


class QuotedRegion:
    """Quoted mail. Gmail wraps all of it in one element; what stands there behind a block of it is an answer."""

    def __init__(self) -> None:
        self._whole, self._block = Region(), Region()
        self._answered = self._to_the_end = False

    @property
    def open(self) -> bool:
        """Whether what comes next is quoted."""
        return self._to_the_end or self._block.open or (self._whole.open and not self._answered)

    def saw_start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take note of a start tag."""
        self._whole.saw_start(tag)
        self._block.saw_start(tag)
        self._to_the_end |= attributes.get("id", "").lower() in _REST_IS_QUOTE
        classes = attributes.get("class", "").lower().split()
        if tag == _BLOCK or attributes.get("type", "").lower() == "cite":
            self._block.enter(tag)
        elif _QUOTE_CLASSES.intersection(classes):
            if not self._whole.open:
                self._answered = False
            self._whole.enter(tag)

    def saw_end(self, tag: str) -> None:
        """Take note of an end tag."""
        self._answered |= self._block.saw_end(tag)
        self._whole.saw_end(tag)
