"""What is told by its form in every language alike: error codes, versions, measures, part numbers, emoji."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..datafile import DataFile, read_data_file
from ..languages.emoji import EmojiTable

SHAPES = Path(__file__).with_name("shapes.yaml")

_ACRONYM = "tech.acronym"
_SHOUTED_LETTERS = 9
"""Fewer capitals are an abbreviation, not a raised voice."""
_MOSTLY = 0.6
# Where most letters are capitals, two of them follow each other.
_CAPITAL = r"[^\W\d_a-z\u00df-\u00f6\u00f8-\u00ff]"
_CAPITALS_IN_A_ROW = re.compile(rf"{_CAPITAL}[\W\d_]{{0,20}}{_CAPITAL}")
_NOT_TECHNICAL = frozenset(
    "OK AB AS GMBH AG KG LTD INC LLC EU UK US USA DK SE NO DE EUR USD SEK NOK DKK GBP CHF CEO CFO CTO COO HR PR"
    " TV AM PM PS FAQ FYI ASAP DHL UPS DB SJ PDF PC CD DVD ID IBAN BIC TBD FAO ATT CC BCC RE FW WG SV VS VG MVH"
    " MFG LG VG NB BTW OMG LOL WTF IMO THX PLS".split()
)
# Three words in capitals are a raised voice, not three acronyms.
_SHOUTED_WORDS = re.compile(
    r"(?:\b[A-ZÄÖÜÅÆØ]{2,30}\b[^\w\n]{1,4}){2,40}\b[A-ZÄÖÜÅÆØ]{2,30}\b|^[^a-zäöüåæøß\n]{9,400}$", re.MULTILINE
)
_NEEDED: Mapping[str, tuple[re.Pattern[str], ...]] = {
    "digit": (re.compile(r"\d"),),
    "capitals": (re.compile("[A-Z][A-Z]"),),
    "inner_capital": (re.compile("[a-z][A-Z]"),),
    # Apart, for each begins with one plain sign, which is found faster than one of several.
    "sign": tuple(map(re.compile, ('[/_"`»(\\\\]', "--", r"\.[a-z]", ":[0-9a-f]"))),
}
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"]{1,2000}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")


ShapeHit = tuple[int, int, str]
"""Start and end of a stretch of text, in characters, and the cue that its form says it is."""


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

    def find(self, text: str) -> list[ShapeHit]:
        """Return the hits in `text`, in order; links and addresses are passed over."""
        visible = without_links(text)
        return sorted({*self._shapes(visible), *self._emoji.find(visible)})

    def valence(self, sign: str) -> float:
        """Return the valence of an emoji, 0 where it has none."""
        return self._emoji.valence(sign)

    def _shapes(self, text: str) -> Iterator[ShapeHit]:
        present = _present_in(text)
        shouted = [match.span() for match in _SHOUTED_WORDS.finditer(text)] if "capitals" in present else []
        taken: list[tuple[int, int]] = []
        for cue, (needs, pattern) in self._patterns.items():
            if needs.isdisjoint(present):
                continue
            for match in pattern.finditer(text):
                start, end = match.span()
                # Shouted words are in order: the last ones that begin here or before are the only ones to ask.
                last = bisect_right(shouted, (start, len(text))) if cue == _ACRONYM else 0
                near = [*taken[-50:], *shouted[max(0, last - 1) : last]]
                if cue == _ACRONYM and (match[0] in _NOT_TECHNICAL or _covered(start, near)):
                    continue
                taken.append((start, end))
                yield start, end, cue


def without_links(text: str) -> str:
    """Return `text` with links and mail addresses blanked out, every other character in its place."""
    if "@" not in text and "://" not in text and "www." not in text:
        return text
    return _LINK.sub(lambda match: " " * len(match[0]), text)


def is_shouted(text: str) -> bool:
    """Return whether most letters are capitals: such a text has no acronyms, only capitals."""
    if not _CAPITALS_IN_A_ROW.search(text):
        return False
    letters = sum(map(str.isalpha, text))
    return letters >= _SHOUTED_LETTERS and sum(map(str.isupper, text)) > _MOSTLY * letters


def _covered(start: int, taken: list[tuple[int, int]]) -> bool:
    return any(first <= start < last for first, last in taken)


def _present_in(text: str) -> set[str]:
    return {name for name, patterns in _NEEDED.items() if any(pattern.search(text) for pattern in patterns)}


def _compiled(file: DataFile) -> Mapping[str, tuple[frozenset[str], re.Pattern[str]]]:
    patterns: dict[str, tuple[frozenset[str], re.Pattern[str]]] = {}
    for cue, entry in file.data.items():
        for index, need in enumerate(entry["needs"]):
            if need not in _NEEDED:
                raise file.error(f"'{need}' is none of {', '.join(_NEEDED)}", (cue, "needs", index))
        for index, expression in enumerate(entry["forms"]):
            try:
                re.compile(expression)
            except re.error as error:
                problem = f"'{expression}' is not a regular expression: {error}"
                raise file.error(problem, (cue, "forms", index)) from error
        joined = "|".join(f"(?:{expression})" for expression in entry["forms"])
        patterns[cue] = frozenset(entry["needs"]), re.compile(joined)
    return patterns
