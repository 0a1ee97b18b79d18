"""Find the legal footer of a mail: confidentiality notices, register entries, unsubscribe and virus lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import accumulate

from .furniture import Furniture
from .lines import Line, is_separator, is_terse, lowered, paragraphs

_TAIL_LINES = 120
"""Lines of the sender's own at the end of a mail among which a footer is looked for."""
_LINES_ABOVE = 8
"""Lines that a notice above a mail takes at most."""
_CLEAR_WORDS = 5
"""Words in legal phrases that make a paragraph a footer by itself; a customer who writes about the registered
office, or asks to delete data under the GDPR, uses fewer."""
_OPENING_WORDS = 4
"""Words of a legal phrase that opens a line: "Please consider the environment"."""
_OPENING_WORDS_BELOW_CLOSING = 3
_WRAPPED = 45
"""Characters; a line this long that ends without a full stop goes on in the next one."""


@dataclass(frozen=True, slots=True)
class _Hit:
    """The legal phrases of a paragraph.

    Attributes:
        line: the line of the first one.
        words: how many words they take together.
        opening: how many words the first one takes, 0 where it does not open its line.
        asks: whether there is a question mark in the paragraph.
    """

    line: int
    words: int
    opening: int
    asks: bool


class FooterFinder:
    """Finds where the legal footer begins. Safe to share between threads."""

    def __init__(self, furniture: Furniture) -> None:
        self._furniture = furniture

    def find(self, lines: list[Line], words: AbstractSet[str], *, closes: Callable[[Line], bool]) -> int:
        """Return the index of the first line of the footer, `len(lines)` if there is none.

        Args:
            lines: the sender's own lines behind the greeting.
            words: the words of the message, in lower case.
            closes: whether a line is a closing; a footer stands below the last of them.
        """
        if not self._may_stand_in(lines, words):
            return len(lines)
        tail = max(0, len(lines) - _TAIL_LINES)
        hits = [
            (last, hit)
            for first, last in paragraphs(lines[tail:])
            if (hit := self._hit(lines, tail + first, tail + last))
        ]
        closings = [index for index in range(tail, len(lines)) if closes(lines[index])] if hits else []
        for last, hit in hits:
            # Closings inside the paragraph do not count: notices like to end with "Thank you."
            if not any(index >= tail + last for index in closings):
                above = [index for index in closings if index < hit.line]
                if _is_footer(lines, hit, closed=bool(above)):
                    return _beginning(lines, hit.line, above[-1] + 1 if above else 0)
        return len(lines)

    def above(self, lines: list[Line], words: AbstractSet[str]) -> int:
        """Return how many lines a notice takes that stands as a paragraph above the text; it is none by itself."""
        first, last = next(paragraphs(lines[: _LINES_ABOVE + 1]), (0, 0))
        # Below a notice the text opens a paragraph: most messages are one, or begin with a greeting.
        if last == len(lines) or not lines[last].opens or not self._may_stand_in(lines[:_LINES_ABOVE], words):
            return 0
        hit = self._hit(lines, first, last)
        clear = hit is not None and hit.line == 0 and not hit.asks and hit.words >= 2 * _CLEAR_WORDS
        return last if clear else 0

    def _may_stand_in(self, lines: list[Line], words: AbstractSet[str]) -> bool:
        """Return whether a legal phrase stands in the lines, be it as a part of longer words."""
        phrases = list(self._furniture.legal.words.among(words))
        if not phrases:
            return False
        text = _joined(line.text for line in lines)
        return any(phrase in text for phrase in phrases)

    def _hit(self, lines: list[Line], first: int, last: int) -> _Hit | None:
        """Return the legal phrases of a paragraph; they run across its line breaks."""
        texts = [line.text for line in lines[first:last]]
        ends = list(accumulate(len(text) + 1 for text in texts))
        phrases = list(self._furniture.legal.all_in(_joined(texts)))
        if not phrases:
            return None
        offset, phrase = phrases[0]
        line = next(number for number, end in enumerate(ends) if offset < end)
        opens = texts[line].lstrip(" *_").lower().startswith(phrase)
        return _Hit(
            line=first + line,
            words=sum(len(words.split()) for _, words in phrases),
            opening=len(phrase.split()) if opens else 0,
            asks=any("?" in text for text in texts),
        )


def _joined(texts: Iterable[str]) -> str:
    return lowered(" ".join(texts))


def _is_footer(lines: list[Line], hit: _Hit, *, closed: bool) -> bool:
    if hit.words >= 2 * _CLEAR_WORDS or (hit.words >= _CLEAR_WORDS and hit.line > 0 and (hit.opening or closed)):
        return True
    if hit.asks or hit.line == 0:
        return False
    separated = is_separator(lines[hit.line - 1])
    enough = _OPENING_WORDS_BELOW_CLOSING if closed else _OPENING_WORDS
    return separated or hit.opening >= enough or (closed and is_terse(lines[hit.line]))


def _beginning(lines: list[Line], index: int, earliest: int) -> int:
    """Go up from a line with a legal phrase to where its sentence begins, to a heading and to a rule above it."""
    while index > earliest and not lines[index].opens and _leads_on(lines[index - 1]):
        index -= 1
    while index > earliest and is_separator(lines[index - 1]):
        index -= 1
    return index


def _leads_on(above: Line) -> bool:
    text = above.text.strip()
    return text.isupper() or (len(text) >= _WRAPPED and not text.endswith((".", "!", "?", ":")))
