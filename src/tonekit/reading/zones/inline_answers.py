"""Find answers that were typed into a quoted mail without a mark: below its questions, in red or behind a label."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from ...analysis import Zone
from .furniture import Furniture, words_of
from .lines import Line, lowered, mail_lines

_LABEL = re.compile(r"\s*(?:\[[^\[\]\n]{1,30}\]\s|[-=]{1,2}>|>{1,3}\s?(?=\w)|\*{2,3}\s?(?=\w)|#{2,3}\s?(?=\w))")
"""Signs that people put before what they type into a mail: `[Anna]`, `>>>`, `-->`, `***`."""
_ANSWER = re.compile(r"\s*(?:[aA]\d{1,2}[:.)]\s|([^\W\d_]+)(?:\s?\d{1,2})?\s?:)")
_AT_END = re.compile(r"[^\W\d_]+(?=\W{0,9}$|\s?[.,:;!)\u2013-])")
"""Words at the end of what is said: "svar under" are answers below, "svar under dagen" one by tonight."""
_NUMBERED = re.compile(r"\s*\(?\d{1,2}[.)]\s")
_LONGEST_ANNOUNCEMENT = 18
"""Words of a line that says where the answers stand; a longer one tells a story."""
_NEXT_TO_NOTHING = 6
"""Words above a quoted mail, up to which whoever wrote them has said the rest elsewhere."""


class AnswerFinder:
    """Finds unmarked answers in a quoted mail. Safe to share between threads.

    Args:
        furniture: the words that announce such answers, in every language.
    """

    def __init__(self, furniture: Furniture) -> None:
        self._furniture = furniture
        self._said = frozenset().union(*[each.said for each in furniture.answers_inside])
        self._asks = frozenset().union(*[each.asks for each in furniture.answers_inside])

    def find(self, lines: Sequence[Line], quoted: Collection[int]) -> set[int]:
        """Return the indexes of the lines in a quoted mail that are the sender's.

        Where the text above says that answers stand below, those are what bears a sign or label, and what follows a
        question in its paragraph, or as a paragraph between two questions. Where next to nothing stands above,
        only a line that calls itself an answer, below a question, is one. Nothing else is told from the firm's words.

        Args:
            lines: the message.
            quoted: the indexes of its quoted lines. Where most bear `>`, what does not is the sender's already.
        """
        marked = sum(lines[index].text.lstrip().startswith(">") for index in quoted)
        if 2 * marked > len(quoted):
            return set()
        above = [line for index, line in enumerate(lines) if index not in quoted]
        first = min(quoted, default=len(lines))
        if self.announced(above):
            return set(self._announced_answers(lines, first))
        if marked or sum(len(line.words) for line in above) > _NEXT_TO_NOTHING:
            return set()
        asked = [index for index in range(first, len(lines) - 1) if _is_question(lines[index])]
        return {index + 1 for index in asked if self._is_called_answer(lines[index + 1])}

    def announced(self, lines: Iterable[Line]) -> bool:
        """Return whether a line says that answers stand in the quoted mail: "see my answers in red"."""
        return any(map(self._announces, lines))

    def left_unread(self, text: str, zones: Sequence[Zone]) -> bool:
        """Return whether a message announces answers in its quoted mail and none was told from the firm's words."""
        kinds = [zone.kind for zone in zones]
        if "quote" not in kinds or "body" in kinds[kinds.index("quote") :]:
            return False
        own = "\n".join(text[zone.start : zone.end] for zone in zones if zone.kind in ("body", "greeting"))
        return self.announced(mail_lines(own))

    def _announces(self, line: Line) -> bool:
        if len(line.words) > _LONGEST_ANNOUNCEMENT:
            return False
        lower = lowered(line.text)
        words, places = words_of(lower), set(_AT_END.findall(lower))
        return any(
            not words.isdisjoint(each.said) and not places.isdisjoint(each.where)
            for each in self._furniture.answers_inside
        )

    def _announced_answers(self, lines: Sequence[Line], first: int) -> Iterator[int]:
        index = first
        while index < len(lines):
            if _LABEL.match(lines[index].text) or self._is_called_answer(lines[index]):
                yield index
            elif index > first and _is_question(lines[index - 1]) and (end := self._answer_end(lines, index)) > index:
                yield from range(index, end)
                index = end
                continue
            index += 1

    def _answer_end(self, lines: Sequence[Line], index: int) -> int:
        """Return the index behind an answer that begins below a question, or `index` where the firm goes on there."""
        asked = lines[index - 1]
        end = index
        while end < len(lines) and not _is_question(lines[end]) and (end == index or not lines[end].opens):
            if _NUMBERED.match(lines[end].text) or not self._may_answer(lines[end]):
                break
            end += 1
        if end > index and lines[index].opens and not self._ends_there(lines, end, asked):
            return index
        return end

    def _ends_there(self, lines: Sequence[Line], end: int, asked: Line) -> bool:
        """Return whether a paragraph below a question is all that stands before the next question or the end."""
        return end == len(lines) or _is_question(lines[end]) or not self._may_answer(lines[end]) or not asked.opens

    def _may_answer(self, line: Line) -> bool:
        lower = lowered(line.text).lstrip()
        if self._furniture.closings.find(lower) or self._furniture.greetings.find(lower):
            return False
        return self._asks.isdisjoint(words_of(lower))

    def _is_called_answer(self, line: Line) -> bool:
        match = _ANSWER.match(line.text)
        return match is not None and (match[1] is None or match[1].lower() in self._said)


def _is_question(line: Line) -> bool:
    return line.text.rstrip(" *_").endswith("?")
