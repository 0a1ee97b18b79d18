"""Steps that are counted in words where a sentence opens: "Step one: …", "Erstens: …", "För det andra, …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..days.calendar import load_calendar
from ..wording.claim_words import load_claim_words
from ..wording.figure_words import load_figure_words

_OPENING = re.compile(
    r"(?:^|(?<=[.!?]\s))[ \t*_]{0,3}(?:[^\W\d_]{1,12} ){0,2}(?P<word>[^\W\d_]{2,16})[*_]{0,3}[:,)–-]", re.MULTILINE
)
_ENDINGS = ("", "s", "ly")
"""What turns "first" into "firstly", "ersten" into "erstens"."""


_FIRST, _SECOND = 1, 2


def counts_steps(text: str) -> bool:
    """Return whether the openings of sentences count: the first, and behind it the second."""
    counted = [_number(match["word"].lower()) for match in _OPENING.finditer(text)]
    return _FIRST in counted and _SECOND in counted[counted.index(_FIRST) :]


def _number(word: str) -> int | None:
    """Return the number that a word is or puts in order."""
    return next(
        (number for ending in _ENDINGS if word.endswith(ending) for number in _numbers(word.removesuffix(ending))), None
    )


def _numbers(word: str) -> Iterator[int]:
    if (number := load_calendar().numbers.get(word) or load_figure_words().places.get(word)) is not None:
        yield number
    yield from (day for rest, day in load_claim_words().days.get(word, ()) if not rest)
