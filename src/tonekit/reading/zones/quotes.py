"""Find quoted and forwarded mail: lines with `>`, headers such as `On … wrote:`, header blocks, what follows them."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from ...analysis import ZoneKind
from .forwards import ForwardFinder
from .furniture import Furniture, LinePattern, PhraseWords
from .lines import LONGEST_FURNITURE_LINE, Line, is_separator, lowered

_QUOTE_SIGN = re.compile(r"\s{0,8}>(?=$|[\s>\w\"'(*<\[#$|/+-]|[^\x00-\x7f])")
_DIGIT = re.compile(r"\d")
_COMPARISON = re.compile(r"\s{0,8}>\s?\d")
_PYTHON_PROMPT = re.compile(r"\s{0,8}>>> (?:from [\w.]+ import|import \w|[\w.]+\s?[(=])")
_TIME_OR_ADDRESS = re.compile(r"\b\d{1,2}[:.]\d{2}\b|@")
_DASHES = re.compile(r"\s*[-_=*>]{2,100}\s*(?=[^\W\d_])")
_MARKER = re.compile(r"\s{0,3}#{2,3}\s?-.{3,120}-\s?#{2,3}\s{0,9}")
"""The line of a ticket system above which to answer, in whatever language: `##- … -##`."""
_ADDRESSED = re.compile(
    r"[^<>@]{0,200}<[^<>@\s]{1,100}@[^<>@\s]{1,200}>|\w[^<>@/:]{0,100}(?:/\w[\w .-]{0,60}){1,4}(?:@\w[\w.-]{0,60})?"
)
"""A sender as Lotus Notes writes one: with an address, or with the place in the directory of a firm."""
_HEADER_LINES = 3
"""Mail programs wrap `On … wrote:` over up to three lines."""
_BLOCK_LINES = 14
"""Lines within which a header block must be complete, long lists of recipients included."""
_FIELDS_NEEDED = 3
_PIECES_WITHOUT_COLON = 3
"""Fixed parts of a header that does not end in a colon; one or two ("in reply to *") open a sentence as well."""


class QuoteFinder:
    """Finds the lines of quoted mail. Safe to share between threads."""

    def __init__(self, furniture: Furniture) -> None:
        self._furniture = furniture
        self._forwards = ForwardFinder(furniture.header_fields)
        self._headers = PhraseWords(" ".join(pattern.pieces) for pattern in furniture.quote_headers)

    def may_quote(self, text: str, words: AbstractSet[str]) -> bool:
        """Return whether a text may hold quoted mail: whether it has a sign or word that every form of it has.

        Args:
            text: the message.
            words: its words, in lower case.
        """
        return (
            ">" in text
            or "##" in text
            or text.count(":") >= _FIELDS_NEEDED
            or ("/" in text and not words.isdisjoint(self._furniture.header_fields))
            or self._headers.may_stand_among(words)
            or self._furniture.original_message.words.may_stand_among(words)
        )

    def find(self, lines: list[Line], fenced: AbstractSet[int], *, passed_on: bool = False) -> dict[int, ZoneKind]:
        """Return the indexes of quoted and of forwarded lines; lines of code between fences are neither.

        After a header everything is quoted, unless the quoted lines bear `>`: then lines without it are an answer
        between them. Header fields at the very top are those of the message itself, and only they are left out; so
        are those of a forwarded mail that nothing stands above.

        Args:
            lines: the message.
            fenced: the indexes of lines of code between fences.
            passed_on: whether the subject says that the message passes another on.
        """
        quoted: dict[int, ZoneKind] = {}
        kind: ZoneKind | None = None
        index = 0
        while index < len(lines):
            end = index + 1
            if index in fenced:
                pass
            elif _is_marked(lines, index):
                above = self._attribution(lines, index, quoted.keys())
                kind = kind or ("quote" if above else self._forwards.of_marked(lines[index], passed_on=passed_on))
                quoted |= dict.fromkeys((*above, index), kind or "quote")
            elif (end := self._header_end(lines, index)) > index:
                kind = self._forwards.of_header(lines[index:end], passed_on=passed_on)
                quoted |= dict.fromkeys(range(_with_rule_above(lines, index), end), kind)
                of_message = index == 0 and (kind == "forwarded" or self._is_block(lines, 0))
                if not _marked_at(lines, end) and not of_message:
                    return quoted | dict.fromkeys(range(end, len(lines)), kind)
            index = max(end, index + 1)
        return quoted

    def _header_end(self, lines: list[Line], index: int) -> int:
        """Return the index behind the header of a quoted mail that begins at `index`, or `index`."""
        end = self._separator_end(lines, index)
        block = self._block_end(lines, end)
        if block > end or end > index:
            return block
        stacked = self._stacked_end(lines, index)
        if stacked > index:
            return stacked
        return self._wrote_end(lines, index, min(len(lines), index + _HEADER_LINES))

    def _separator_end(self, lines: list[Line], index: int) -> int:
        text = lines[index].text
        if _MARKER.fullmatch(text):
            return index + 1
        dashes = _DASHES.match(text) if len(text) <= LONGEST_FURNITURE_LINE else None
        start = dashes.end() if dashes else len(text) - len(text.lstrip())
        phrase = self._furniture.original_message.find(lowered(text[:LONGEST_FURNITURE_LINE]), start)
        if phrase is None:
            return index
        alone = not text[start + len(phrase) :].strip(" :")
        return index + 1 if dashes or (alone and self._is_block(lines, index + 1)) else index

    def _is_block(self, lines: list[Line], index: int) -> bool:
        return self._block_end(lines, index) > index

    def _block_end(self, lines: list[Line], index: int) -> int:
        """Return the index behind a block of header fields that begins at `index`, or `index`."""
        kinds: set[str] = set()
        address, end = False, index
        for position in range(index, min(len(lines), index + _BLOCK_LINES)):
            text = lines[position].text
            kind = self._forwards.field_kind(text)
            continues = bool(kinds) and not lines[position].opens and (text[0].isspace() or "@" in text or ";" in text)
            if kind is None and not continues:
                break
            kinds.update((kind,) if kind else ())
            address, end = address or "@" in text, position + 1
        complete = len(kinds) >= _FIELDS_NEEDED and "from" in kinds and ("subject" in kinds or address)
        return end if complete else index

    def _stacked_end(self, lines: list[Line], index: int) -> int:
        """Return the index behind a header as Lotus Notes writes it, or `index`.

        Name and address of the sender stand first, the time below, and the fields have their names in lines above them.
        """
        near = [line.text.strip() for line in lines[index : index + _BLOCK_LINES]]
        if len(near) < _FIELDS_NEEDED or not _ADDRESSED.fullmatch(near[0]) or not _DIGIT.match(near[1]):
            return index
        kinds = {self._forwards.field_kind(f"{text}:"): place for place, text in enumerate(near) if text.isalpha()}
        return index + kinds["subject"] + 2 if {"to", "subject"} <= kinds.keys() else index

    def _wrote_end(self, lines: list[Line], index: int, last: int) -> int:
        """Return the index behind a header such as `On … wrote:` that ends above `last`, or `index`."""
        joined = ""
        for end in range(index + 1, last + 1):
            if end > index + 1 and (lines[end - 1].opens or _is_marked(lines, end - 1)):
                break
            joined = f"{joined} {lines[end - 1].text.strip()}".strip()
            if len(joined) > LONGEST_FURNITURE_LINE:
                break
            if self._introduces(joined, followed=_marked_at(lines, end)):
                # A line of the answer may stand right above a header; then the header is what is left without it.
                above = end > index + 1 and self._wrote_end(lines, index + 1, end) == end
                return index if above and not self._is_wrapped(lines[index].text, lines[index + 1].text) else end
        return index

    def _is_wrapped(self, first: str, second: str) -> bool:
        """Return whether a header goes on in its second line, though "<a@b.example> wrote:" is one by itself."""
        return _DIGIT.search(first) is not None and self._opens(first) and not self._opens(second)

    def _opens(self, line: str) -> bool:
        """Return whether a line begins as a header of fixed words does ("On …")."""
        lower = lowered(line.lstrip())
        return any(
            pattern.pieces[0] and lower.startswith(pattern.pieces[0]) for pattern in self._furniture.headers_at(lower)
        )

    def _introduces(self, line: str, *, followed: bool) -> bool:
        """Return whether `line` introduces a quoted mail; `followed` tells that lines with `>` come next."""
        told = _TIME_OR_ADDRESS.search(line) is not None
        lower = lowered(line)
        for pattern in self._furniture.headers_at(lower):
            gaps = pattern.gaps(line, lower) if followed or told or not pattern.open else None
            if gaps is not None and (followed or not gaps or _names_sender(pattern, line, gaps)):
                return True
        return False

    def _attribution(self, lines: list[Line], index: int, quoted: AbstractSet[int]) -> tuple[int, ...]:
        """Return the line above quoted ones if it names who wrote when, in whatever language."""
        above = index - 1
        if above < 0 or above in quoted:
            return ()
        text = lines[above].text[-LONGEST_FURNITURE_LINE:]
        return (above,) if text.rstrip().endswith(":") and _TIME_OR_ADDRESS.search(text) else ()


def _is_marked(lines: list[Line], index: int) -> bool:
    text = lines[index].text
    if not _QUOTE_SIGN.match(text) or _PYTHON_PROMPT.match(text):
        return False
    # "> 90 %" is a comparison, unless its neighbours are quoted.
    near = lines[max(0, index - 1) : index] + lines[index + 1 : index + 2]
    return not _COMPARISON.match(text) or any(
        _QUOTE_SIGN.match(line.text) and not _COMPARISON.match(line.text) for line in near
    )


def _marked_at(lines: list[Line], index: int) -> bool:
    return index < len(lines) and _is_marked(lines, index)


def _with_rule_above(lines: list[Line], index: int) -> int:
    return index - 1 if index and is_separator(lines[index - 1]) else index


def _names_sender(pattern: LinePattern, line: str, gaps: list[str]) -> bool:
    """Return whether a header names another sender; `I wrote on Monday at 10:12:` is the customer's own sentence."""
    if not line.endswith(":") and len(pattern.pieces) < _PIECES_WITHOUT_COLON:
        return False
    words = (" ".join(gaps[-2:]) if not gaps[-1].strip() else gaps[-1]).split()
    if not words or len(words[-1]) == 1 or _is_plain_word(words[-1]):
        return False
    return not any(_is_plain_word(word) for gap in gaps[1:] for word in gap.split()[:1])


def _is_plain_word(word: str) -> bool:
    return word[:1].islower() and "@" not in word
