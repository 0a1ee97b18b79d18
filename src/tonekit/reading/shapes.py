"""What is told by its form in every language alike: error codes, versions, measures, part numbers, emoji."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..datafile import DataFile, read_data_file
from ..languages.emoji import EmojiTable

SHAPES = Path(__file__).with_name("shapes.yaml")

_ACRONYM = "tech.acronym"
_SHOUTED_LETTERS = 9
"""Fewer capitals are an abbreviation, not a raised voice."""
_NOT_TECHNICAL = frozenset(
    "OK AB AS GMBH AG KG LTD INC LLC EU UK US USA DK SE NO DE EUR USD SEK NOK DKK GBP CHF CEO CFO CTO COO HR PR"
    " TV AM PM PS FAQ FYI ASAP DHL UPS DB SJ PDF PC CD DVD ID IBAN BIC TBD FAO ATT CC BCC RE FW WG SV VS VG MVH"
    " MFG LG VG NB BTW OMG LOL WTF IMO THX PLS".split()
)
# Three words in capitals are a raised voice, not three acronyms.
_SHOUTED_WORDS = re.compile(
    r"(?:\b[A-ZÄÖÜÅÆØ]{2,30}\b[^\w\n]{1,4}){2,40}\b[A-ZÄÖÜÅÆØ]{2,30}\b|^[^a-zäöüåæøß\n]{9,400}$", re.MULTILINE
)
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"]{1,2000}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")


@dataclass(frozen=True, slots=True)
class ShapeHit:
    """A stretch of text whose form says what it is, by character offsets."""

    cue: str
    start: int
    end: int


class ShapeFinder:
    """Finds shapes and emoji. Safe to share between threads.

    Args:
        emoji: the emoji table.
        path: the file of regular expressions.

    Raises:
        DataFileError: an expression is not valid.
    """

    def __init__(self, emoji: EmojiTable, path: Path = SHAPES) -> None:
        self._emoji = emoji
        self._patterns = _compiled(read_data_file(path))

    def find(self, text: str) -> tuple[ShapeHit, ...]:
        """Return the hits in `text`, in order; links and addresses are passed over."""
        visible = without_links(text)
        return tuple(sorted({*self._shapes(visible), *self._emoji_hits(visible)}, key=_place))

    def valence(self, sign: str) -> float:
        """Return the valence of an emoji, 0 where it has none."""
        return self._emoji.valence(sign)

    def _shapes(self, text: str) -> Iterator[ShapeHit]:
        shouted = [match.span() for match in _SHOUTED_WORDS.finditer(text)]
        taken: list[tuple[int, int]] = []
        for cue, pattern in self._patterns.items():
            for match in pattern.finditer(text):
                start, end = match.span()
                # Shouted words are in order: the last ones that begin here or before are the only ones to ask.
                last = bisect_right(shouted, (start, len(text))) if cue == _ACRONYM else 0
                near = [*taken[-50:], *shouted[max(0, last - 1) : last]]
                if cue == _ACRONYM and (match[0] in _NOT_TECHNICAL or _covered(start, near)):
                    continue
                taken.append((start, end))
                yield ShapeHit(cue, start, end)

    def _emoji_hits(self, text: str) -> Iterator[ShapeHit]:
        for start, end, cue in self._emoji.find(text):
            yield ShapeHit(cue, start, end)


def without_links(text: str) -> str:
    """Return `text` with links and mail addresses blanked out, every other character in its place."""
    if "@" not in text and "://" not in text and "www." not in text:
        return text
    return _LINK.sub(lambda match: " " * len(match[0]), text)


def is_shouted(text: str) -> bool:
    """Return whether most letters are capitals: such a text has no acronyms, only capitals."""
    letters = [character for character in text if character.isalpha()]
    return len(letters) >= _SHOUTED_LETTERS and sum(map(str.isupper, letters)) > 0.6 * len(letters)


def _covered(start: int, taken: list[tuple[int, int]]) -> bool:
    return any(first <= start < last for first, last in taken)


def _place(hit: ShapeHit) -> tuple[int, int, str]:
    return hit.start, hit.end, hit.cue


def _compiled(file: DataFile) -> Mapping[str, re.Pattern[str]]:
    patterns: dict[str, re.Pattern[str]] = {}
    for cue, expressions in file.data.items():
        for index, expression in enumerate(expressions):
            try:
                re.compile(expression)
            except re.error as error:
                raise file.error(f"'{expression}' is not a regular expression: {error}", (cue, index)) from error
        patterns[cue] = re.compile("|".join(f"(?:{expression})" for expression in expressions))
    return patterns
