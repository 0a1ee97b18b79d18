"""Changes of the text itself: case, quotes, emoji, typos, line breaks, invisible signs, HTML.

Each function returns the edits that it makes, in order; a text that gives no occasion has none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from hashlib import blake2b
from html import escape

from ..analysis import Analysis, ZoneKind
from ..foreign_text.letter_runs import LETTER_RUN
from .changes import Making
from .variation import Edit, Variation, as_a_whole, by_edits

_LONG_WORD = re.compile(r"[^\W\d_]{5,}")
_VERY_LONG_WORD = re.compile(r"[^\W\d_]{8,}")
_LINK = re.compile(r"\S*(?:@|://|www\.)\S*")
_QUOTE = re.compile("[\"'\u2018\u2019\u201c\u201d]")
_STRAIGHT = {"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"'}
_HANDS = "\u261d\u270a-\u270d\U0001f44a-\U0001f44f\U0001f64b-\U0001f64f\U0001f937\U0001f926"
_TONED = re.compile(f"([{_HANDS}])[\U0001f3fb-\U0001f3ff]?")
_TONE = "\U0001f3fd"
_PICTURE = re.compile(
    "([\u2600-\u27bf\U0001f300-\U0001f3fa\U0001f400-\U0001f64f])(\ufe0f?)(?![\ufe0e\U0001f3fb-\U0001f3ff\u200d])"
)
_SELECTOR, _SOFT_HYPHEN = "\ufe0f", "\u00ad"
_ONE_IN = 12
_LINE = 72


def upper_case(text: str) -> Iterator[Edit]:
    """Yield every word in capitals."""
    return _words(text, str.upper)


def lower_case(text: str) -> Iterator[Edit]:
    """Yield every word in small letters."""
    return _words(text, str.lower)


def _words(text: str, change: Callable[[str], str]) -> Iterator[Edit]:
    links = [match.span() for match in _LINK.finditer(text)]
    for match in LETTER_RUN.finditer(text):
        changed = change(match[0])
        if changed != match[0] and not any(start <= match.start() < end for start, end in links):
            yield Edit(match.start(), match.end(), changed)


def curly_quotes(text: str) -> Iterator[Edit]:
    """Yield a curly sign for every straight one, and a straight one for every curly one."""
    for match in _QUOTE.finditer(text):
        before = text[match.start() - 1 : match.start()]
        opens = not before or before.isspace() or before in "(["
        curly = ("\u201c" if opens else "\u201d") if match[0] == '"' else ("\u2018" if opens else "\u2019")
        yield Edit(match.start(), match.end(), _STRAIGHT.get(match[0], curly))


def emoji_tone(text: str) -> Iterator[Edit]:
    """Yield another skin tone for every hand and face that has one."""
    return (Edit(match.start(), match.end(), match[1] + _TONE) for match in _TONED.finditer(text))


def emoji_selector(text: str) -> Iterator[Edit]:
    """Yield every emoji with the variation selector that it lacks, or without the one that it has."""
    for match in _PICTURE.finditer(text):
        yield Edit(match.start(), match.end(), match[1] + ("" if match[2] else _SELECTOR))


def typos(text: str) -> Iterator[Edit]:
    """Yield about every twelfth longer word, one at least, with two neighbouring letters swapped; always the same."""
    chances = [(_chance(match), match) for match in _LONG_WORD.finditer(text) if _swapped(match[0], _chance(match))]
    if not chances:
        return
    least = min(chance for chance, _ in chances)
    for chance, match in chances:
        if chance % _ONE_IN == 0 or chance == least:
            yield Edit(match.start(), match.end(), _swapped(match[0], chance))


def _chance(match: re.Match[str]) -> int:
    """Return a number that looks drawn by lot and hangs on the word and its place alone."""
    named = f"{match.start()}\0{match[0]}".encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(named, digest_size=4).digest())


def _swapped(word: str, chance: int) -> str:
    """Return a word with two inner letters swapped, empty where all of them are alike."""
    places = [place for place in range(1, len(word) - 1) if word[place] != word[place + 1]]
    if not places:
        return ""
    place = places[chance // _ONE_IN % len(places)]
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def hidden_signs(text: str) -> Iterator[Edit]:
    """Yield a soft hyphen in the middle of every very long word."""
    for match in _VERY_LONG_WORD.finditer(text):
        middle = (match.start() + match.end()) // 2
        yield Edit(middle, middle, _SOFT_HYPHEN)


def decomposed(text: str) -> Iterator[Edit]:
    """Yield every letter with a mark as letter and mark."""
    for place, sign in enumerate(text):
        changed = unicodedata.normalize("NFD", sign)
        if changed != sign:
            yield Edit(place, place + 1, changed)


def line_width(text: str) -> Iterator[Edit]:
    """Yield a line break for the last space before every 72nd sign of a line."""
    start = 0
    for line in text.splitlines(keepends=True):
        place = start
        while (start + len(line.rstrip())) - place > _LINE:
            space = text.rfind(" ", place, place + _LINE)
            if space <= place:
                break
            yield Edit(space, space + 1, "\n")
            place = space + 1
        start += len(line)


def line_ends(text: str) -> Iterator[Edit]:
    """Yield a carriage return before every line feed that has none."""
    return (Edit(match.start(), match.end(), "\r\n") for match in re.finditer(r"(?<!\r)\n", text))


def html(text: str) -> Variation:
    """Return the text as an HTML mail: a paragraph for each block of lines."""
    blocks = re.split(r"\n\s*\n", text.strip("\n"))
    inside = "".join(f"<p>{'<br>'.join(escape(block, quote=False).splitlines())}</p>" for block in blocks)
    return as_a_whole(text, f"<html><body><div>{inside}</div></body></html>", "the whole message")


_EDITS: Mapping[Making, Callable[[str], Iterator[Edit]]] = {
    "upper_case": upper_case,
    "lower_case": lower_case,
    "curly_quotes": curly_quotes,
    "emoji_tone": emoji_tone,
    "emoji_selector": emoji_selector,
    "typos": typos,
    "hidden_signs": hidden_signs,
    "decomposed": decomposed,
    "line_width": line_width,
    "line_ends": line_ends,
}

_OF_THE_SENDER: frozenset[Making] = frozenset({"typos", "line_width"})
"""Changes that happen to what somebody types: quoted mails and code have lines of their own."""


def rewritten(make: Making, analysis: Analysis) -> Variation | None:
    """Return the variation of a message, None if it gives no occasion."""
    text = analysis.text
    if make == "html":
        # What looks like markup already would be read as such before the change.
        return None if "<" in text else html(text)
    edits = list(_EDITS[make](text))
    if make in _OF_THE_SENDER:
        edits = [edit for edit in edits if _kind_at(edit.start, analysis) not in {"quote", "forwarded", "code"}]
    return by_edits(text, edits) if edits else None


def _kind_at(place: int, analysis: Analysis) -> ZoneKind | None:
    return next((zone.kind for zone in analysis.zones if zone.start <= place < zone.end), None)
