"""Find the end of a mail: closing words, signature, and the legal footer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from ...analysis import ZoneKind
from .furniture import Furniture
from .lines import LONGEST_FURNITURE_LINE, Line, is_contact, is_separator, is_terse, lowered

_SIGNS = " \t,.!:;/|&+*_~)(-\u2013\u2014\u2026"
_SENTENCE_GAP = re.compile(r"[.!?\u2026)]\s+|[^\x00-\u02ff]\s+")
_POSTSCRIPT = re.compile(r"\W{0,3}(?:ps|p\.\s?s)(?=[\s:.,;!-])", re.IGNORECASE)
_SIGNED = re.compile(r"\s*(?:/{1,2}|[-\u2013\u2014~]{1,2})\s?(?=[^\W\d_])")
_PIECE = re.compile(r"\s[|\u2022\u00b7]\s")
"""Between the pieces of a signature in one line: `Jane Moss | Facilities | +44 1632 960 222`."""
_BEHIND_NAME = re.compile(r",|\s[|\u2022\u00b7]\s")
_VOWELS = frozenset("aeiouy\u00e4\u00f6\u00fc\u00e5\u00e6\u00f8")
_LONGEST_NAME = 6
_SHORT_NAME = 3
_LONGEST_PARTICLE = 4
"""Letters of small words in a closing: from, fra, aus, von."""
_LONGEST_TAIL = 16
"""Lines that a signature may take; longer ones are sections of the mail."""
_INLINE_REACH = 160
"""Characters before the end of a line within which a closing may begin after a sentence."""


class _Part(Enum):
    BODY = 0
    CLOSED = 1
    CONTACTS = 2


@dataclass(slots=True)
class Ending:
    """What a line is, and where in the line that begins.

    Attributes:
        kind: body, closing, signature, or footer for the line of a mail program.
        offset: 0, or where a closing begins inside its line.
    """

    kind: ZoneKind
    offset: int = 0


class EndingFinder:
    """Tells body, closing and signature apart, line by line. Safe to share between threads."""

    def __init__(self, furniture: Furniture) -> None:
        self._furniture = furniture

    def find(self, lines: list[Line]) -> list[Ending]:
        """Return what every line is; `lines` are the sender's own, without greeting and legal footer."""
        tail = self._tail(lines)
        lower_case = not any(map(str.isupper, "".join(line.text[:LONGEST_FURNITURE_LINE] for line in lines)))
        endings: list[Ending] = []
        part = _Part.BODY
        for index in range(len(lines)):
            ending, part = self._next(lines, index, part, near_end=index >= tail - 1, lower_case=lower_case)
            endings.append(ending)
        return self._with_bare_name(lines, endings, tail)

    def closes(self, line: Line) -> bool:
        """Return whether a line is a closing or ends in one."""
        alone = self._closing_on_its_own(line, lower_case=False)
        return alone or self._inline(line, signed=False, lower_case=False) > 0

    def _closing_on_its_own(self, line: Line, *, lower_case: bool) -> bool:
        """Return whether a line is a closing and at most a name."""
        text = line.text
        start = len(text) - len(text.lstrip(_SIGNS))
        if len(text) >= LONGEST_FURNITURE_LINE or not self._furniture.closings.may_begin(text, start):
            return False
        return self._closes(text, lowered(text), start, lower_case=lower_case)

    def _next(
        self, lines: list[Line], index: int, part: _Part, *, near_end: bool, lower_case: bool
    ) -> tuple[Ending, _Part]:
        line = lines[index]
        if part is _Part.BODY:
            return self._after_body(lines, index, near_end=near_end, lower_case=lower_case)
        if _POSTSCRIPT.match(line.text):
            return Ending("body"), _Part.BODY
        if self._closing_on_its_own(line, lower_case=lower_case) and part is _Part.CLOSED:
            return Ending("closing"), part
        if part is _Part.CONTACTS or _may_sign(line):
            return Ending("signature"), _Part.CONTACTS if is_contact(line) else part
        return self._after_body(lines, index, near_end=near_end, lower_case=lower_case)

    def _after_body(self, lines: list[Line], index: int, *, near_end: bool, lower_case: bool) -> tuple[Ending, _Part]:
        line = lines[index]
        if self._is_delimiter(lines, index, near_end=near_end):
            return Ending("signature"), _Part.CONTACTS
        if near_end and self._is_device_signature(line):
            # No words of the sender: what a program adds says nothing about who writes.
            return Ending("footer"), _Part.BODY
        # What nothing stands above is not a closing: "Thanks!" can be the whole message.
        if index and self._closing_on_its_own(line, lower_case=lower_case) and self._lets_follow(lines, index):
            return Ending("closing"), _Part.CLOSED
        signed = index + 1 < len(lines) and _may_sign(lines[index + 1])
        offset = self._inline(line, signed=signed, lower_case=lower_case) if near_end else 0
        return (Ending("closing", offset), _Part.CLOSED) if offset else (Ending("body"), _Part.BODY)

    def _tail(self, lines: list[Line]) -> int:
        """Return the index from which on every line may belong to a signature."""
        index = len(lines)
        while index > max(0, len(lines) - _LONGEST_TAIL) and is_terse(lines[index - 1]):
            index -= 1
        return index

    def _is_delimiter(self, lines: list[Line], index: int, *, near_end: bool) -> bool:
        if index == 0 or not is_separator(lines[index]):
            return False
        standard = lines[index].text.rstrip() == "--" and len(lines) - index <= _LONGEST_TAIL
        return standard or near_end

    def _is_device_signature(self, line: Line) -> bool:
        text = line.text.strip()
        if len(text) > LONGEST_FURNITURE_LINE or "?" in text:
            return False
        return any(map(self._furniture.is_device_signature, {text, text.strip("*_ .<>")}))

    def _lets_follow(self, lines: list[Line], index: int) -> bool:
        """Return whether what stands right below may follow a closing."""
        below = lines[index + 1 : index + 2]
        return all(line.opens or is_terse(line) or _POSTSCRIPT.match(line.text) is not None for line in below)

    def _closes(self, text: str, lower: str, start: int, *, lower_case: bool) -> bool:
        phrase = self._furniture.closings.find(lower, start)
        if phrase is None:
            return False
        rest = text[start + len(phrase) :]
        name = rest.strip(_SIGNS)
        if not any(map(str.isalnum, name)):
            return "?" not in rest
        behind = start + len(phrase) + rest.index(name)
        return self._closes(text, lower, behind, lower_case=lower_case) or _signs_off(
            phrase, rest, name, lower_case=lower_case
        )

    def _inline(self, line: Line, *, signed: bool, lower_case: bool) -> int:
        """Return where after a sentence of this line a closing begins that only a name follows, or 0.

        "Thanks!" and "Thank you, Professor." behind a sentence belong to it.

        Args:
            line: the line.
            signed: whether a name may stand in the next line instead.
            lower_case: whether the sender writes no capitals at all.
        """
        text = line.text[-_INLINE_REACH:]
        lower = lowered(text)
        for gap in _SENTENCE_GAP.finditer(text):
            start = gap.end()
            if self._closes(text, lower, start, lower_case=lower_case):
                phrase = self._furniture.closings.find(lower, start) or ""
                named = any(map(str.isalnum, text[start + len(phrase) :])) and not text.rstrip().endswith((".", "!"))
                if named or signed or _VOWELS.isdisjoint(phrase):
                    return len(line.text) - len(text) + start
        return 0

    def _with_bare_name(self, lines: list[Line], endings: list[Ending], tail: int) -> list[Ending]:
        """Mark what is signed without a closing: `/Anna`, a name below "Thanks,", a name with contacts."""
        last = len(lines)
        while last and endings[last - 1].kind == "signature":
            last -= 1
        for index in range(max(1, tail), last):
            block = lines[index:last]
            if endings[index].kind == "body" and _is_signed_block(lines[index - 1], block):
                return [*endings[:index], *[Ending("signature")] * len(block), *endings[last:]]
        return endings


def _may_sign(line: Line) -> bool:
    """Return whether a line below a closing belongs to the signature."""
    if not is_terse(line):
        return False
    words = line.words
    names = sum(map(_is_name_word, words))
    return not line.opens or len(words) <= _SHORT_NAME or is_contact(line) or names * 2 > len(words)


def _signs_off(phrase: str, rest: str, name: str, *, lower_case: bool) -> bool:
    """Return whether a name, and nothing else, follows a closing phrase."""
    head = re.split(r"[,(/|]", name, maxsplit=1)[0].split()
    if "?" in rest or not head or len(name.split()) > _LONGEST_NAME:
        return False
    small = [word for word in head if not _is_name_word(word)]
    if not small:
        return True
    if len(small) < len(head) and _is_name_word(head[-1]):
        return len(small) == 1 and len(small[0]) <= _LONGEST_PARTICLE and not rest.rstrip().endswith("!")
    # "mvh anna" and "med vennlig hilsen per", but not "love it" and "cheers for the help".
    sure = " " in phrase or _VOWELS.isdisjoint(phrase) or lower_case
    return sure and len(head) < _SHORT_NAME <= len(head[0]) and not rest.rstrip().endswith("!")


def _is_signed_block(above: Line, block: list[Line]) -> bool:
    first = block[0]
    marked = _SIGNED.match(first.text)
    listed = above.text.rstrip().endswith(":") or _SIGNED.match(above.text) is not None
    if marked and ("/" in marked[0] or not listed):
        return _starts_with_name(first.text[marked.end() :]) and len(block) <= _SHORT_NAME
    if listed or not _starts_with_name(first.text):
        return False
    if first.opens and len(block) == 1 and is_contact(first) and len(_PIECE.findall(first.text)) > 1:
        return True
    thanked = above.text.rstrip().endswith(",") and len(above.words) <= _LONGEST_NAME
    return (thanked and len(block) == 1) or (
        first.opens and not is_contact(first) and any(map(is_contact, block[1:])) and len(block) <= _LONGEST_TAIL
    )


def _starts_with_name(text: str) -> bool:
    words = _BEHIND_NAME.split(text, maxsplit=1)[0].split()
    return 0 < len(words) <= _LONGEST_NAME and all(map(_is_name_word, words)) and not text.rstrip().endswith(("?", ":"))


def _is_name_word(word: str) -> bool:
    return word[0].isupper() or not word[0].isalpha()
