"""Cut a message into zones: greeting, body, closing, signature, footer, quoted mail, forwarded mail, code.

Nothing but the form of the text and the mail furniture of all languages is used: which language the sender
writes can only be told once everything that is not the sender's own is out of the way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from ...analysis import Zone, ZoneKind
from ...languages.pack import MailFile
from ...models.deferred import unchecked
from ..normalising import NormalText
from .code_blocks import code_lines, fenced_lines, is_prose
from .furniture import Furniture, words_of
from .gateway_banner import BannerFinder
from .inline_answers import AnswerFinder
from .legal_footer import FooterFinder
from .lines import Line, chosen_lines, lowered, mail_lines
from .quotes import QuoteFinder
from .salutation import GreetingFinder
from .transcripts import TranscriptFinder
from .valediction import EndingFinder

_Mark = tuple[int, ZoneKind]
_LOOKED_AT = 50_000
"""Characters at the end of a text in which the beginning of a quoted mail is looked for."""


class ZoneSplitter:
    """Cuts messages into zones. Safe to share between threads.

    Args:
        mail: the mail furniture of every language that a message may hold.
    """

    def __init__(self, mail: Mapping[str, MailFile]) -> None:
        furniture = Furniture(mail)
        self._quotes = QuoteFinder(furniture)
        self._greetings = GreetingFinder(furniture)
        self._answers = AnswerFinder(furniture)
        self._talk = TranscriptFinder(furniture)
        self._banners = BannerFinder(furniture)
        self._footers = FooterFinder(furniture)
        self._endings = EndingFinder(furniture)

    def split(self, text: str, words: AbstractSet[str] | None = None, *, passed_on: bool = False) -> tuple[Zone, ...]:
        """Return the zones of `text`, in order, from 0 to its end without gaps; the empty text has none.

        White space belongs to the zone before it. Neighbouring zones differ in kind.

        Args:
            text: the message.
            words: its words in lower case, where they are at hand.
            passed_on: whether its subject says that it passes another mail on.
        """
        if not text:
            return ()
        if words is None:
            words = words_of(lowered(text))
        return _zones(sorted(self._marks(mail_lines(text), text, words, passed_on=passed_on)), len(text))

    def quoted_from(self, text: str, start: int) -> int:
        """Return where the quoted mail begins that ends a text, at `start` or behind it, or the end of the text.

        Only the end of a very long text is looked at.
        """
        begin = max(start, len(text) - _LOOKED_AT)
        end = text[begin:].replace("\r\n", " \n").replace("\r", "\n")
        if not self._quotes.may_quote(end, words_of(lowered(end))):
            return len(text)
        lines = mail_lines(end)
        quoted = self._quotes.find(lines, fenced_lines(lines))
        first = len(lines)
        while first - 1 in quoted:
            first -= 1
        return begin + lines[first].start if first < len(lines) else len(text)

    def leaves_answers(self, text: str, zones: Sequence[Zone]) -> bool:
        """Return whether a message says that answers stand in its quoted mail, and they could not be told there."""
        return self._answers.left_unread(text, zones)

    def _marks(self, lines: list[Line], text: str, words: AbstractSet[str], *, passed_on: bool) -> Iterator[_Mark]:
        """Yield where which kind begins; most messages hold no quoted mail and no code, and show it at a glance."""
        fenced = fenced_lines(lines)
        may_quote = self._quotes.may_quote(text, words)
        quoted = self._quotes.find(lines, fenced, passed_on=passed_on) if may_quote else {}
        if not quoted and not fenced and all(map(is_prose, lines)):
            yield from self._own_marks(lines, words)
            return
        if not quoted and not self._talk.find(lines):
            yield from self._marks_without_others(lines, fenced, words)
            return
        answers = self._answers.find(lines, quoted) if quoted else set()
        yield from ((lines[index].start, "body" if index in answers else kind) for index, kind in quoted.items())
        free = [index for index in range(len(lines)) if index not in quoted]
        talk = self._talk.find(chosen_lines(lines, free))
        offsets = {free[place]: offset for place, offset in talk.items()}
        yield from ((lines[index].start, "quote") for index, offset in offsets.items() if offset != 0)
        free = [index for index in free if offsets.get(index, 0) is not None]
        lines = _without_names(lines, offsets)
        still_fenced = {place for place, index in enumerate(free) if index in fenced}
        yield from self._marks_without_others(chosen_lines(lines, free), still_fenced, words)

    def _marks_without_others(self, lines: list[Line], fenced: set[int], words: AbstractSet[str]) -> Iterator[_Mark]:
        """Yield where which kind begins among lines that are nobody else's."""
        code = code_lines(lines, fenced)
        yield from ((lines[index].start, "code") for index in code)
        own = chosen_lines(lines, [index for index in range(len(lines)) if index not in code]) if code else lines
        yield from self._own_marks(own, words)

    def _own_marks(self, lines: list[Line], words: AbstractSet[str]) -> Iterator[_Mark]:
        if banner := self._banners.end(lines):
            yield lines[0].start, "footer"
            lines = lines[banner:]
        if notice := self._footers.above(lines, words):
            yield lines[0].start, "footer"
            lines = lines[notice:]
        greeting = self._greetings.find(lines)
        if greeting:
            index, end = greeting
            yield from ((line.start, "body") for line in lines[:index])
            yield lines[index].start, "greeting"
            lines = [*_rest_of(lines[index], end), *lines[index + 1 :]]
        footer = self._footers.find(lines, words, closes=self._endings.closes)
        for line, ending in zip(lines, self._endings.find(lines[:footer]), strict=False):
            if ending.offset:
                yield line.start, "body"
            yield line.start + ending.offset, ending.kind
        yield from ((line.start, "footer") for line in lines[footer:])


def _rest_of(line: Line, end: int) -> Iterator[Line]:
    """Yield what stands behind the greeting in its line, if anything does."""
    rest = line.text[end:].lstrip()
    if rest:
        yield Line(line.start + len(line.text) - len(rest), rest, opens=True)


def _without_names(lines: list[Line], offsets: Mapping[int, int | None]) -> list[Line]:
    """Return the lines, those of a customer's turns without the name before them, each a paragraph."""
    return [
        Line(line.start + offset, line.text[offset:], opens=True) if (offset := offsets.get(index)) else line
        for index, line in enumerate(lines)
    ]


def _zones(marks: list[_Mark], length: int) -> tuple[Zone, ...]:
    kept: list[_Mark] = []
    for start, kind in marks:
        if not kept or kept[-1][1] != kind:
            kept.append((start if kept else 0, kind))
    if not kept:
        kept.append((0, "body"))
    ends = [*(start for start, _ in kept[1:]), length]
    return tuple(
        unchecked(Zone, {"kind": kind, "start": start, "end": end})
        for (start, kind), end in zip(kept, ends, strict=True)
    )


def original_zones(zones: tuple[Zone, ...], normal: NormalText, length: int) -> tuple[Zone, ...]:
    """Return the zones of a normal text with offsets of the original one, of `length` characters, without gaps."""
    if not zones:
        return (Zone(kind="body", start=0, end=length),) if length else ()
    starts = [normal.original_span(zone.start, zone.end)[0] for zone in zones]
    ends = [*starts[1:], length]
    starts[0] = 0
    return tuple(Zone(kind=zone.kind, start=a, end=b) for zone, a, b in zip(zones, starts, ends, strict=True))
