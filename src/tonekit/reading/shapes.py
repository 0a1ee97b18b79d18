"""What is told by its form in every language alike: error codes, versions, measures, part numbers, emoji."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..datafile import DataFile, Place, read_data_file
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
_NEEDED: Mapping[str, re.Pattern[str]] = {
    "digit": re.compile(r"\d[\d.,:/-]*"),
    "digit_groups": re.compile(r"\d\.\d|[0-9a-f]:[0-9a-f]"),
    "capitals": re.compile("[A-Z][A-Z]+"),
    "inner_capital": re.compile("[a-z][A-Z]"),
    "slash": re.compile(r"[/\\]"),
    "dot_letter": re.compile(r"\.[a-z]"),
    "dashes": re.compile("--"),
    "backtick": re.compile("`"),
    "underscore": re.compile("_"),
    "call": re.compile(r"\(\)"),
    "quote": re.compile('["»]'),
}
"""Signs that forms need; each is quick to find."""
_SPACE = re.compile(r"\s")
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"]{1,2000}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")


ShapeHit = tuple[int, int, str]
"""Start and end of a stretch of text, in characters, and the cue that its form says it is."""


Places = Mapping[str, Sequence[tuple[int, int]]]
"""Need → where it stands in a text."""


@dataclass(frozen=True, slots=True)
class _Form:
    """The expressions of one cue, and where in a text they are worth a try."""

    needs: tuple[str, ...]
    before: int
    behind: int
    pattern: re.Pattern[str]

    def matches(self, text: str, places: Places) -> Iterator[re.Match[str]]:
        """Yield the matches around the places that the form needs, in order."""
        done = 0
        for first, last in self._windows(text, places):
            for match in self.pattern.finditer(text, max(first, done), last):
                done = match.end()
                yield match

    def _windows(self, text: str, places: Places) -> list[tuple[int, int]]:
        """Return the stretches to search, in order and apart from each other."""
        spans = [span for need in self.needs for span in places[need]]
        if not spans:
            return []
        windows: list[tuple[int, int]] = []
        for start, end in sorted(spans):
            first, last = max(0, start - self.before), end + self.behind
            if windows and first <= windows[-1][1]:
                windows[-1] = windows[-1][0], max(windows[-1][1], last)
            else:
                windows.append((first, last))
        # A stretch ends between two words, for what it cuts would look like the end of one.
        return [(first, _next_space(text, last)) for first, last in windows]


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
        self._forms = _forms(read_data_file(path))

    def find(self, text: str) -> list[ShapeHit]:
        """Return the hits in `text`, in order; links and addresses are passed over."""
        visible = without_links(text)
        return sorted({*self._shapes(visible), *self._emoji.find(visible)})

    def emoji(self, text: str) -> list[ShapeHit]:
        """Return the emoji in `text`, in order; links and addresses are passed over."""
        return list(self._emoji.find(without_links(text)))

    def valence(self, sign: str) -> float:
        """Return the valence of an emoji, 0 where it has none."""
        return self._emoji.valence(sign)

    def _shapes(self, text: str) -> Iterator[ShapeHit]:
        places = _places(text)
        shouted: list[tuple[int, int]] = []
        if len(places["capitals"]) > 1:
            shouted = [match.span() for match in _SHOUTED_WORDS.finditer(text)]
        taken: list[tuple[int, int]] = []
        for cue, forms in self._forms.items():
            for start, end in _apart(text, forms, places):
                # Shouted words are in order: the last ones that begin here or before are the only ones to ask.
                last = bisect_right(shouted, (start, len(text)))
                loud = shouted[max(0, last - 1) : last]
                if cue == _ACRONYM and (text[start:end] in _NOT_TECHNICAL or _covered(start, [*taken[-50:], *loud])):
                    continue
                # "EMOTSER" in a shouted text is a word as any other, "ENOENT" between small letters a code.
                if loud and text[start:end].isalpha() and _covered(start, loud):
                    continue
                taken.append((start, end))
                yield start, end, cue


def _apart(text: str, forms: Sequence[_Form], places: Places) -> Iterator[tuple[int, int]]:
    """Yield what the forms of one cue find, in order; of what overlaps the first."""
    done = 0
    for start, end in sorted([match.span() for form in forms for match in form.matches(text, places)], key=_start):
        if start >= done:
            done = end
            yield start, end


def _start(span: tuple[int, int]) -> int:
    return span[0]


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


def _next_space(text: str, position: int) -> int:
    match = _SPACE.search(text, position)
    return match.start() if match else len(text)


def _covered(start: int, taken: list[tuple[int, int]]) -> bool:
    return any(first <= start < last for first, last in taken)


def _places(text: str) -> dict[str, list[tuple[int, int]]]:
    """Return where in a text something stands that forms need."""
    return {name: [match.span() for match in pattern.finditer(text)] for name, pattern in _NEEDED.items()}


def _forms(file: DataFile) -> Mapping[str, tuple[_Form, ...]]:
    return {
        cue: tuple(_form(group, file, (cue, number)) for number, group in enumerate(groups))
        for cue, groups in file.data.items()
    }


def _form(group: Mapping[str, Any], file: DataFile, place: Place) -> _Form:
    for index, need in enumerate(group["needs"]):
        if need not in _NEEDED:
            raise file.error(f"'{need}' is none of {', '.join(_NEEDED)}", (*place, "needs", index))
    for index, expression in enumerate(group["forms"]):
        try:
            re.compile(expression)
        except re.error as error:
            problem = f"'{expression}' is not a regular expression: {error}"
            raise file.error(problem, (*place, "forms", index)) from error
    before, behind = map(int, group["reach"])
    pattern = re.compile("|".join(f"(?:{expression})" for expression in group["forms"]))
    return _Form(tuple(group["needs"]), before, behind, pattern)
