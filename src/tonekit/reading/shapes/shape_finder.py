"""What is told by its form in every language alike: error codes, versions, measures, part numbers, emoji."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...files.datafile import DataFile, Place, read_data_file
from ...languages.emoji import EmojiTable
from ...languages.money import load_money
from ..zones.furniture import words_of
from .outline import outline
from .shape_places import NEEDS, Places

SHAPES = Path(__file__).with_name("shapes.yaml")

_ACRONYM = "tech.acronym"
_SHOUTED_LETTERS = 9
"""Fewer capitals are an abbreviation, not a raised voice."""
_MOSTLY = 0.6
_NOT_TECHNICAL = frozenset(
    "OK AB AS GMBH AG KG LTD INC LLC EU UK US USA DK SE NO DE CEO CFO CTO COO HR PR"
    " TV AM PM PS FAQ FYI ASAP DHL UPS DB SJ PDF PC CD DVD ID IBAN BIC TBD FAO ATT CC BCC RE FW WG SV VS VG MVH"
    " MFG LG VG NB BTW OMG LOL WTF IMO THX PLS".split()
)
# Three words in capitals are a raised voice, not three acronyms.
_SHOUTED_WORDS = re.compile(
    r"(?:\b[A-ZÄÖÜÅÆØ]{2,30}\b[^\w\n]{1,4}){2,40}\b[A-ZÄÖÜÅÆØ]{2,30}\b|^[^a-zäöüåæøß\n]{9,400}$", re.MULTILINE
)
_SPACE = re.compile(r"\s")
_LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>\"]{1,2000}"
    # Whether an @ follows is settled by a set of signs that is quicker to ask.
    r"|(?=\S{1,64}@)[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"
)


ShapeHit = tuple[int, int, str]
"""Start and end of a stretch of text, in characters, and the cue that its form says it is."""


@dataclass(frozen=True, slots=True)
class _Form:
    """Expressions of one cue, and where in which texts they are worth a try."""

    needs: frozenset[str]
    hints: frozenset[str]
    words: frozenset[str]
    before: int
    behind: int
    pattern: re.Pattern[str]

    def is_hinted(self, places: Places, words: AbstractSet[str]) -> bool:
        """Return whether a text with such words and places may hold the form."""
        hinted = not (self.hints or self.words) or not self.words.isdisjoint(words) or places.have_any(self.hints)
        return hinted and places.have_any(self.needs)

    def spans(self, text: str, places: Places) -> Iterator[tuple[int, int]]:
        """Yield where the form stands around the places that it needs, in order."""
        done = 0
        for first, last in self._windows(text, places):
            for match in self.pattern.finditer(text, max(first, done), last):
                done = match.end()
                yield match.span()

    def _windows(self, text: str, places: Places) -> list[tuple[int, int]]:
        """Return the stretches to search, in order and apart from each other."""
        spans = [span for need in self.needs for span in places[need]]
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
        DataFileError: an expression is not valid, or it needs or hints at a place that there is not.
    """

    def __init__(self, emoji: EmojiTable, path: Path = SHAPES) -> None:
        self._emoji = emoji
        self._forms = _forms(read_data_file(path))
        self._needs = {
            cue: frozenset[str]().union(*[form.needs for form in forms]) for cue, forms in self._forms.items()
        }
        self._not_technical = _NOT_TECHNICAL | load_money().codes

    def find(self, text: str, words: AbstractSet[str] | None = None) -> list[ShapeHit]:
        """Return the hits in `text`, in order; links and addresses are passed over.

        Args:
            text: any text.
            words: its words in lower case, and perhaps others, where they are at hand.
        """
        visible = without_links(text)
        # A very long link leaves its end behind, which is a word then that nobody wrote.
        if words is None or visible is not text:
            words = words_of(visible.lower())
        return sorted({*self._shapes(visible, words), *self._emoji.find(visible)})

    def emoji(self, text: str) -> list[ShapeHit]:
        """Return the emoji in `text`, in order; links and addresses are passed over."""
        return list(self._emoji.find(without_links(text)))

    def valence(self, sign: str) -> float:
        """Return the valence of an emoji, 0 where it has none."""
        return self._emoji.valence(sign)

    def _shapes(self, text: str, words: AbstractSet[str]) -> Iterator[ShapeHit]:
        places = Places(text)
        shouted: list[tuple[int, int]] | None = None
        taken: list[tuple[int, int]] = []
        for cue, forms in self._forms.items():
            if self._needs[cue].isdisjoint(places.possible):
                continue
            hinted = [form for form in forms if form.is_hinted(places, words)]
            for start, end in _apart(text, hinted, places) if hinted else ():
                written = text[start:end]
                acronym = cue == _ACRONYM
                if acronym and (written in self._not_technical or _covered(start, taken[-50:])):
                    continue
                # "EMOTSER" in a shouted text is a word as any other, "ENOENT" between small letters a code.
                if acronym or written.isalpha():
                    shouted = _shouted(text, places) if shouted is None else shouted
                    if _is_shouted_at(start, shouted, text):
                        continue
                taken.append((start, end))
                yield start, end, cue


def _apart(text: str, forms: Sequence[_Form], places: Places) -> list[tuple[int, int]]:
    """Return what the forms of one cue find, in order; of what overlaps the first."""
    found = [span for form in forms for span in form.spans(text, places)]
    found.sort(key=_start)
    apart: list[tuple[int, int]] = []
    for start, end in found:
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart


def _shouted(text: str, places: Places) -> list[tuple[int, int]]:
    """Return the stretches of shouted words, in order."""
    return [match.span() for match in _SHOUTED_WORDS.finditer(text)] if len(places["capitals"]) > 1 else []


def _is_shouted_at(start: int, shouted: Sequence[tuple[int, int]], text: str) -> bool:
    # They are in order: the last one that begins here or before is the only one to ask.
    last = bisect_right(shouted, (start, len(text)))
    return _covered(start, shouted[max(0, last - 1) : last])


def _start(span: tuple[int, int]) -> int:
    return span[0]


def without_links(text: str) -> str:
    """Return `text` with links and mail addresses blanked out, every other character in its place."""
    if "@" not in text and "://" not in text and "www." not in text:
        return text
    return _LINK.sub(lambda match: " " * len(match[0]), text)


def is_shouted(text: str) -> bool:
    """Return whether most letters are capitals: such a text has no acronyms, only capitals."""
    drawn = outline(text)
    # Letters beyond A to Z are taken for capitals first: a text that is not shouted even so needs no closer look.
    capitals = drawn.count("A") + len(text.encode(errors="replace")) - len(text)
    if capitals <= _MOSTLY * (capitals + drawn.count("a")):
        return False
    letters = sum(map(str.isalpha, text))
    return letters >= _SHOUTED_LETTERS and sum(map(str.isupper, text)) > _MOSTLY * letters


def _next_space(text: str, position: int) -> int:
    match = _SPACE.search(text, position)
    return match.start() if match else len(text)


def _covered(start: int, taken: Sequence[tuple[int, int]]) -> bool:
    return any(first <= start < last for first, last in taken)


def _forms(file: DataFile) -> Mapping[str, tuple[_Form, ...]]:
    return {
        cue: tuple(_form(group, file, (cue, number)) for number, group in enumerate(groups))
        for cue, groups in file.data.items()
    }


def _form(group: Mapping[str, Any], file: DataFile, place: Place) -> _Form:
    hints = group.get("hints", ())
    _check_places(group["needs"], file, (*place, "needs"))
    # No word has such a sign in it: it is meant as a place.
    _check_places([hint for hint in hints if "_" in hint], file, (*place, "hints"))
    for index, expression in enumerate(group["forms"]):
        file.expression(expression, (*place, "forms", index))
    before, behind = map(int, group["reach"])
    pattern = re.compile("|".join(f"(?:{expression})" for expression in group["forms"]))
    return _Form(
        needs=frozenset(group["needs"]),
        hints=frozenset(hint for hint in hints if hint in NEEDS),
        words=frozenset(hint for hint in hints if hint not in NEEDS),
        before=before,
        behind=behind,
        pattern=pattern,
    )


def _check_places(names: Iterable[str], file: DataFile, place: Place) -> None:
    for name in names:
        if name not in NEEDS:
            raise file.error(f"'{name}' is none of {', '.join(NEEDS)}", place)
