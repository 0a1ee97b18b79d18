"""Find chats and calls that were written down, turn by turn, and tell the customer's turns from the firm's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import combinations, groupby, pairwise
from typing import Literal

from ...foreign_text.letter_runs import LETTER_RUN
from ...loading.once import once
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
_MOST_WORDS = 6
"""Words of a name with title and firm."""
_FEWEST_TURNS = 3
"""Two lines with a colon are fields of a form."""
_SMALL = 4
"""Letters of "from", "from the", "och", "vom" in a name such as "Sara from Acme"; it may be the customer's firm."""
_SPOKEN = 4
"""Words of a turn on average, the name with them; a field of a form has less."""
_LONE = 3
"""Letters of "me", "ich", "jag", "sie": they name nobody beside other words, and whom they talk to can be anybody."""
_NUMBER = re.compile(r"[\W\d_]+")
_IN_BRACKETS = re.compile(r"\(([^()]+)\)")


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

    @once
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
        people = self._people(turns)
        turns = self._of_talk(people, lines)
        sides = self._sides(turns)
        if "customer" not in sides.values() or "firm" not in sides.values():
            return {}
        left_out = {turn.index for turn in people}.difference([turn.index for turn in turns])
        return dict(_lines_of(turns, sides, lines, left_out, self._patterns))

    def _people(self, turns: list[Turn]) -> list[Turn]:
        """Return the turns of people, without the fields and headings that look alike."""
        told = Counter(turn.name for turn in turns)
        return [turn for turn in turns if turn.timed or self._side(turn.name) or told[turn.name] > 1]

    def _of_talk(self, kept: list[Turn], lines: list[Line]) -> list[Turn]:
        """Return the turns of one talk, where people speak by turns; with times before some, those that have one."""
        if any(turn.timed for turn in kept):
            kept = [turn for turn in kept if turn.timed]
        elif not _is_spoken(kept, lines):
            return []
        elif any(self._side(turn.name) is None for turn in kept) and not _take_turns(kept):
            kept = [turn for turn in kept if self._side(turn.name)]
        again = len({turn.name for turn in kept}) < len(kept)
        return kept if again and len(kept) >= _FEWEST_TURNS else []

    def _sides(self, turns: Iterable[Turn]) -> dict[str, Side]:
        """Return on which side everybody is; who is called nothing is on the side that the other names leave.

        Where that is not sure, everybody who may be the customer is: the firm's words do less harm than lost ones.
        """
        told = {turn.name: self._side(turn.name) for turn in turns}
        if any(side == "customer" and len(name) > _LONE for name, side in told.items()):
            return {name: side or "firm" for name, side in told.items()}
        # "Me: …" and "Mum: …" is not a talk with a firm.
        return {name: side or "customer" for name, side in told.items()} if "firm" in told.values() else {}

    def _side(self, name: str) -> Side | None:
        if name in self._names:
            return self._names[name]
        # "Lisa (Support)", "Agent Lucy", "Acme Customer Service": words inside tell of a firm.
        words = LETTER_RUN.findall(name)
        ranges = combinations(range(len(words) + 1), 2)
        inside = {said for a, b in ranges if len(said := " ".join(words[a:b])) > _LONE}
        if any(self._names.get(said) == "firm" for said in inside):
            return "firm"
        # "Visitor 8441", "Eva (Kundin)", but not "Guest Relations".
        alone = [_NUMBER.sub(" ", name).strip(), *_IN_BRACKETS.findall(name)]
        return "customer" if any(self._names.get(said) and len(said) > _LONE for said in alone) else None


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
    words = LETTER_RUN.findall(name)
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
    turns: list[Turn], sides: Mapping[str, Side], lines: list[Line], left_out: AbstractSet[int], patterns: _Patterns
) -> Iterator[tuple[int, int | None]]:
    """Yield every line from the first turn to the end of the last, which ends with its paragraph."""
    below = {turn.index: range(turn.index + 1, end) for turn, end in _with_ends(turns, lines)}
    told = {index for each in below.values() for index in each if _is_told(lines[index], patterns)}
    of_firm = {turn.index for turn in turns if sides[turn.name] == "firm"}
    comments = _comments(turns, of_firm, lines, {turn: set(each) - told for turn, each in below.items()})
    # Whoever else speaks between the turns is nobody of the firm, for all we know.
    for each in below.values():
        if others := [index for index in each if index in left_out]:
            comments.update(range(others[0], each.stop))
    for turn in turns:
        own = turn.index not in of_firm
        yield turn.index, turn.offset if own and turn.offset < len(lines[turn.index].text) else None
        yield from (
            (index, 0 if index not in told and (own or index in comments) else None) for index in below[turn.index]
        )


def _with_ends(turns: list[Turn], lines: list[Line]) -> Iterator[tuple[Turn, int]]:
    """Yield every turn with the index behind its last line."""
    yield from ((turn, following.index) for turn, following in pairwise(turns))
    last = turns[-1]
    end = last.index + 1
    while end < len(lines) and not is_separator(lines[end]):
        if lines[end].opens and end > last.index + _said_below(last, lines):
            break
        end += 1
    yield last, end


def _is_told(line: Line, patterns: _Patterns) -> bool:
    return patterns.told.match(line.text) is not None or is_separator(line)


def _comments(
    turns: list[Turn], of_firm: AbstractSet[int], lines: list[Line], below: Mapping[int, AbstractSet[int]]
) -> set[int]:
    """Return the lines below the firm's turns that are the sender's, who tells of the talk between and below it.

    Where every other turn takes one line, what goes on below one is a comment; where turns follow each other without
    blank lines, so is a paragraph that nobody's name stands before.
    """
    further = {
        turn.index: {index for index in below[turn.index] if index > turn.index + _said_below(turn, lines)}
        for turn in turns
    }
    longer = [each for index, each in further.items() if index in of_firm]
    if sum(map(bool, further.values())) == 1:
        return set[int]().union(*longer)
    apart = sum(lines[turn.index].opens for turn in turns[1:])
    if 2 * apart >= len(turns) - 1:
        return set()
    openings = [min((i for i in each if lines[i].opens), default=len(lines)) for each in longer]
    return {i for first, each in zip(openings, longer, strict=True) for i in each if i >= first}


def _said_below(turn: Turn, lines: list[Line]) -> int:
    """Return how many lines belong to a turn whatever stands between: the one below a name alone."""
    return int(turn.offset >= len(lines[turn.index].text))
