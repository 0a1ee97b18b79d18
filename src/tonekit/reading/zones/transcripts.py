"""Find chats and calls that were written down, turn by turn, and tell the customer's turns from the firm's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Literal

from .furniture import Furniture
from .lines import LONGEST_FURNITURE_LINE, Line, is_separator, lowered

Side = Literal["customer", "firm"]

_TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?)?"
_DAY = (
    r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}\.? [^\W\d_]{3,9}\.?(?: \d{4})?|[^\W\d_]{3,9}\.? \d{1,2}(?:, \d{4})?)"
)
_STAMP = rf"[\[(]?(?:{_DAY},?\s{{1,2}}(?:[^\W\d_]{{2}}\.? )?)?{_TIME}[\])]?(?![\w%€$£])"
_NAME = r"[^\W_][^:\n\[\]<>|?!]{0,48}?"
_TURN = (
    r"\s{0,4}(?:[*_]{1,3}|[-\u2022] )?"
    rf"(?:(?P<early>{_STAMP})\s?[-\u2013|,]?\s?)?(?P<name>{_NAME})\s?(?P<late>{_STAMP})?"
    r"\s?:(?=[\s*_]|$)[*_]{0,3}"
)
_HEAD = rf"\s{{0,4}}(?:{_STAMP}\s?[-\u2013|,]?\s?(?P<first>{_NAME})|(?P<last>{_NAME})[,|]?\s{{1,4}}{_STAMP})\s*$"
"""A line of its own with name and time above what was said, as messengers copy it."""
_TOLD = rf"\s{{0,4}}(?:{_STAMP}\s?[-\u2013|,]?\s?)?\*{{2,3}}|\s{{0,4}}{_STAMP}\s"
"""What the program tells: who came, who left, what was sent along."""
_WORD = re.compile(r"[^\W\d_]+")
_MOST_WORDS = 6
"""Words of a name with title and firm."""
_FEWEST_TURNS = 3
"""Two lines with a colon are fields of a form."""
_SMALL = 4
"""Letters of "from", "from the", "och", "vom" in a name such as "Sara from Acme"."""
_OF_FIRM = re.compile(r"\w (?:from|von|vom|från|fra) \w")
_SPOKEN = 4
"""Words of a turn on average, the name with them; a field of a form has less."""
_LONE = 3
"""Letters of "me", "ich", "jag", "sie": they name nobody beside other words."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A line that begins a turn.

    Attributes:
        index: of the line.
        name: who speaks, in lower case.
        offset: where in the line the words begin.
        timed: whether the time stands there.
    """

    index: int
    name: str
    offset: int
    timed: bool


class _Patterns:
    """The expressions, compiled for the first message whose lines may be turns: most have none, and start sooner."""

    def __init__(self) -> None:
        self.turn, self.head, self.told = (re.compile(each, re.IGNORECASE) for each in (_TURN, _HEAD, _TOLD))


class TranscriptFinder:
    """Finds written-down talk. Safe to share between threads.

    Args:
        furniture: what both sides are called, in every language.
    """

    def __init__(self, furniture: Furniture) -> None:
        self._names: Mapping[str, Side] = furniture.speakers

    @cached_property
    def _patterns(self) -> _Patterns:
        return _Patterns()

    def find(self, lines: list[Line]) -> dict[int, int | None]:
        """Return the lines of a talk: where in a line the customer's words begin, None for what is not the customer's.

        A talk has three turns or more of two sides, one of whom speaks again. Fields of a form ("Customer: …",
        "Agent: …") stand there once. Where it does not tell who is the customer, nothing is found.
        """
        if sum(":" in line.text for line in lines) < _FEWEST_TURNS:
            return {}
        turns = [turn for index, line in enumerate(lines) if (turn := _turn(index, line, self._patterns))]
        if len(turns) < _FEWEST_TURNS:
            return {}
        turns = self._of_talk(turns, lines)
        sides = self._sides(turns)
        return (
            dict(_lines_of(turns, sides, lines, self._patterns))
            if "customer" in sides.values() and "firm" in sides.values()
            else {}
        )

    def _of_talk(self, turns: list[Turn], lines: list[Line]) -> list[Turn]:
        """Return the turns of people, without the fields and headings that look alike."""
        told = Counter(turn.name for turn in turns)
        kept = [turn for turn in turns if turn.timed or self._side(turn.name) or told[turn.name] > 1]
        if any(turn.timed for turn in kept):
            kept = [turn for turn in kept if turn.timed]
        elif not _is_spoken(kept, lines):
            return []
        elif any(self._side(turn.name) is None for turn in kept) and not _take_turns(kept):
            kept = [turn for turn in kept if self._side(turn.name)]
        again = len({turn.name for turn in kept}) < len(kept)
        return kept if again and len(kept) >= _FEWEST_TURNS else []

    def _sides(self, turns: Iterable[Turn]) -> dict[str, Side]:
        """Return on which side everybody is; who is called nothing is on the side that the other names leave."""
        told = {turn.name: self._side(turn.name) for turn in turns}
        others: Side = "firm" if "customer" in told.values() else "customer"
        if not any(told.values()):
            return {}
        return {name: side or others for name, side in told.items()}

    def _side(self, name: str) -> Side | None:
        if name in self._names:
            return self._names[name]
        # "Lisa (Support)", "Agent Lucy", "Visitor 8441": one word tells; "you" and "I" do so alone.
        sides = {self._names[word] for word in _WORD.findall(name) if word in self._names and len(word) > _LONE}
        return "firm" if "firm" in sides or _OF_FIRM.search(name) else next(iter(sides), None)


def _turn(index: int, line: Line, patterns: _Patterns) -> Turn | None:
    text = line.text[:LONGEST_FURNITURE_LINE]
    head = patterns.head.match(text)
    if head and _may_name(name := head["first"] or head["last"]):
        return Turn(index, lowered(name).strip(), len(line.text), timed=True)
    match = patterns.turn.match(text) if ":" in text else None
    if match is None or not _may_name(match["name"]):
        return None
    behind = text[match.end() :]
    offset = match.end() + len(behind) - len(behind.lstrip())
    return Turn(index, lowered(match["name"]).strip(" -"), offset, timed=bool(match["early"] or match["late"]))


def _may_name(name: str) -> bool:
    """Return whether somebody may be called so: at most the small words of names and firms are in lower case."""
    words = _WORD.findall(name)
    small = [word for word in words if word.islower() and len(word) > _SMALL]
    return 0 < len(words) <= _MOST_WORDS and (not small or len(words) == 1) and not name.endswith((".", ","))


def _is_spoken(turns: list[Turn], lines: list[Line]) -> bool:
    """Return whether people speak in sentences; the value of a field ("Customer: 4711") is shorter."""
    talk = lines[turns[0].index : turns[-1].index + 1] if turns else []
    said = sum(len(line.words) for line in talk) >= _SPOKEN * len(turns)
    return said and any(line.text.rstrip().endswith((".", "?", "!")) for line in talk)


def _take_turns(turns: list[Turn]) -> bool:
    """Return whether two speak, one after the other."""
    parted = all(len(list(run)) == 1 for _, run in groupby(turn.name for turn in turns))
    return parted and len({turn.name for turn in turns}) == 2  # noqa: PLR2004 - both sides


def _lines_of(
    turns: list[Turn], sides: Mapping[str, Side], lines: list[Line], patterns: _Patterns
) -> Iterator[tuple[int, int | None]]:
    """Yield every line from the first turn to the end of the last, which ends with its paragraph."""
    starts = {turn.index: turn for turn in turns}
    last = turns[-1].index
    speaker = turns[0]
    for index in range(turns[0].index, len(lines)):
        line = lines[index]
        if index > last and (is_separator(line) or (line.opens and index > last + _below(speaker, lines))):
            return
        speaker = starts.get(index, speaker)
        if index in starts:
            own = sides[speaker.name] == "customer" and speaker.offset < len(line.text)
            yield index, speaker.offset if own else None
        else:
            told = patterns.told.match(line.text) or is_separator(line) or sides[speaker.name] == "firm"
            yield index, None if told else 0


def _below(turn: Turn, lines: list[Line]) -> int:
    """Return how many lines belong to a turn whatever stands between: the one below a name alone."""
    return int(turn.offset >= len(lines[turn.index].text))
