"""Normalise a text before it is read, keeping the way back to the original offsets."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..foreign_text.mojibake import MOST_ROUNDS, garbled_signs, is_garbled
from .lettering import PLAIN_FORMS, without_look_alikes

_APOSTROPHES = "\u2018\u2019\u201a\u201b\u02bc\u02b9\u2032\u2039\u203a\uff07"
_QUOTES = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02"
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\x00"
_HYPHENS = "\u2010\u2011"
_LINE_BREAKS = "\r\x0b\x0c\x85\u2028\u2029"

_ONE_FOR_ONE = (
    PLAIN_FORMS
    | {
        ord(character): plain
        for characters, plain in (
            (_APOSTROPHES, "'"),
            (_QUOTES, '"'),
            (_SPACES, " "),
            (_HYPHENS, "-"),
            (_LINE_BREAKS, "\n"),
            ("\u1fef", "`"),
            ("\u1ffd", "\u00b4"),
        )
        for character in characters
    }
    | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
)

_LAST_OF_PLANE = 0xFFFF
_FIRST_OF_FONTS = min(code for code in PLAIN_FORMS if code > _LAST_OF_PLANE)
_TRANSLATED = re.compile(
    f"[{''.join(re.escape(chr(code)) for code in sorted(_ONE_FOR_ONE) if code <= _LAST_OF_PLANE)}]"
)
_OF_FONTS = re.compile(f"[{chr(_FIRST_OF_FONTS)}-{chr(max(PLAIN_FORMS))}]")
"""A set with signs beyond the first plane is looked through one by one for every letter: a range takes their place."""
_ATTACHED = "\u0305\u0332-\u0338\ufe00-\ufe0f\U000e0100-\U000e01ef\U0001f3fb-\U0001f3ff"
"""Lines over, under and through a letter, variation selectors and skin tones: they belong to the sign before them."""
_HIDDEN = "\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
"""Zero-width characters, bidi controls and tag characters: they can hide a text inside another."""
_CONTROLS = "\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad"

_PLAIN = re.compile(r"[\t\n -_a-~\u00c0-\u017f]*")
"""Characters that are read as they are; nearly every message has no others."""
_DROPPED = re.compile(f"\r\n|[{_ATTACHED}{_HIDDEN}{_CONTROLS}]")
_BEGINS_DROPPED = re.compile(f"[\r{_ATTACHED}{_HIDDEN}{_CONTROLS}]")
"""One set of signs is found in a tenth of the time that two choices take."""
_ATTACHED_SIGN = re.compile(f"[{_ATTACHED}]")
_HIDDEN_SIGN = re.compile(f"[{_HIDDEN}]")
_ACCENT_FOR_APOSTROPHE = re.compile(r"(?<=[^\W\d_])[`\u00b4](?=[^\W\d_])")

_ZERO_WIDTH_JOINER = "\u200d"
_BYTE_ORDER_MARK = "\ufeff"
_BLACK_FLAG = "\U0001f3f4"
_LONGEST_CLUSTER = 32
"""Marks on one letter are normalised in groups of this size: Unicode's stream-safe text allows 30, and
sorting an endless row of marks takes quadratic time."""


@dataclass(slots=True)
class NormalText:
    """A normalised text.

    Attributes:
        text: the normalised text.
        original: what was written.
        invisible: how many zero-width characters, bidi controls and tag characters were removed; those that
            build an emoji and a leading byte order mark do not count.
        garbled: how many signs were decoded with the wrong character set, and are read as what they were.
        data: whether data that was pasted in was left out.
        cut: whether the middle of a long text was left out.
    """

    text: str
    original: str
    invisible: int = 0
    garbled: int = 0
    _starts: array[int] | None = field(default=None, repr=False, compare=False)
    _ends: array[int] | None = field(default=None, repr=False, compare=False)
    data: bool = False
    cut: bool = False

    @property
    def in_place(self) -> bool:
        """Whether every character stands where it stood: nothing hidden was removed, nothing composed."""
        return self._starts is None

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in `original` of what stands from `start` to `end` (exclusive) in `text`.

        Removed characters inside the span, and selectors and skin tones behind its last sign, are part of it. The
        result for an empty span is an empty span.
        """
        if self._starts is None or self._ends is None:
            return start, end
        if start >= len(self._starts):
            return len(self.original), len(self.original)
        first = self._starts[start]
        return (first, self._ends[end - 1]) if end > start else (first, first)


def normalise(text: str) -> NormalText:
    """Return `text` in the form in which it is read; any text at all is legal.

    Unicode NFC; straight apostrophes and quotes; plain spaces and line feeds; plain letters for those of fonts and,
    inside a word, for those of other scripts that look like them; without variation selectors, skin tones, lines
    through letters, zero-width characters, soft hyphens, bidi controls, tag and control characters; lone surrogates
    become U+FFFD. `fÃ¼r`, decoded with the wrong character set, is read as für.
    """
    return _ungarbled(text, rounds=MOST_ROUNDS) if is_garbled(text) else _normalised(text)


def _normalised(text: str) -> NormalText:
    if _PLAIN.fullmatch(text):
        return NormalText(text, text)
    dropped = _BEGINS_DROPPED.search(text) and _DROPPED.search(text)
    if not dropped and _is_composed(same := without_look_alikes(_one_for_one(text))):
        return NormalText(_straight_accents(same), text)
    kept, starts, ends = _without_dropped(text)
    kept = without_look_alikes(kept)
    if not _is_composed(kept):
        kept, starts, ends = _composed(kept, starts, ends)
    return NormalText(_straight_accents(kept), text, _count_invisible(text), 0, starts, ends)


def _ungarbled(text: str, *, rounds: int) -> NormalText:
    """Return the normal form of what a garbled text was; what it becomes may be garbled again, and gets shorter."""
    pieces: list[str] = []
    starts, ends = array("q"), array("q")
    position = count = 0
    for start, end, sign in garbled_signs(text):
        pieces += [text[position:start], sign]
        starts.extend((*range(position, start), start))
        ends.extend((*range(position + 1, start + 1), end))
        position, count = end, count + 1
    pieces.append(text[position:])
    starts.extend(range(position, len(text)))
    ends.extend(range(position + 1, len(text) + 1))
    plain = "".join(pieces)
    meant = _ungarbled(plain, rounds=rounds - 1) if rounds > 1 and is_garbled(plain) else _normalised(plain)
    spans = [meant.original_span(place, place + 1) for place in range(len(meant.text))]
    return NormalText(
        meant.text,
        text,
        meant.invisible,
        count + meant.garbled,
        array("q", (starts[start] for start, _ in spans)),
        array("q", (ends[end - 1] for _, end in spans)),
    )


def _one_for_one(text: str) -> str:
    return text.translate(_ONE_FOR_ONE) if _TRANSLATED.search(text) or _OF_FONTS.search(text) else text


def _is_composed(text: str) -> bool:
    return text.isascii() or unicodedata.is_normalized("NFC", text)


def _straight_accents(text: str) -> str:
    if "`" not in text and "\u00b4" not in text:
        return text
    return _ACCENT_FOR_APOSTROPHE.sub("'", text)


def _without_dropped(text: str) -> tuple[str, array[int], array[int]]:
    """Drop what is not read; return the rest with the start and end of every character in `text`."""
    pieces: list[str] = []
    starts, ends = array("q"), array("q")
    position = 0
    for match in _DROPPED.finditer(text):
        pieces.append(_one_for_one(text[position : match.start()]))
        starts.extend(range(position, match.start()))
        ends.extend(range(position + 1, match.start() + 1))
        position = match.end()
        if match[0] == "\r\n":
            pieces.append("\n")
            starts.append(match.start())
            ends.append(match.end())
        elif ends and _ATTACHED_SIGN.match(match[0]):
            ends[-1] = match.end()
    pieces.append(_one_for_one(text[position:]))
    starts.extend(range(position, len(text)))
    ends.extend(range(position + 1, len(text) + 1))
    return "".join(pieces), starts, ends


def _composed(text: str, starts: array[int], ends: array[int]) -> tuple[str, array[int], array[int]]:
    """Compose letters and their marks; every character of a cluster that changes stands for the whole cluster."""
    pieces: list[str] = []
    new_starts, new_ends = array("q"), array("q")
    for first, last in _clusters(text):
        cluster = text[first:last]
        composed = unicodedata.normalize("NFC", cluster)
        pieces.append(composed)
        if composed == cluster:
            new_starts.extend(starts[first:last])
            new_ends.extend(ends[first:last])
        else:
            new_starts.extend([starts[first]] * len(composed))
            new_ends.extend([ends[last - 1]] * len(composed))
    return "".join(pieces), new_starts, new_ends


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of letters with their marks; between the spans nothing can compose."""
    first = 0
    for position in range(1, len(text)):
        if position - first >= _LONGEST_CLUSTER or not _joins(text[position]):
            yield first, position
            first = position
    if text:
        yield first, len(text)


def _joins(character: str) -> bool:
    if character < "\u0300":
        return False
    # Hangul vowels and final consonants are letters, but compose with what stands before them.
    return "\u1160" <= character <= "\u11ff" or unicodedata.category(character).startswith("M")


def _count_invisible(text: str) -> int:
    return sum(not _is_ordinary(text, match.start()) for match in _HIDDEN_SIGN.finditer(text))


def _is_ordinary(text: str, position: int) -> bool:
    """Return whether the hidden character at `position` has an everyday reason to be there."""
    character = text[position]
    if character == _BYTE_ORDER_MARK:
        return position == 0
    if character == _ZERO_WIDTH_JOINER:
        return _is_picture(text[position - 1 : position]) and _is_picture(text[position + 1 : position + 2])
    # The flags of England, Scotland and Wales are a black flag and up to seven tags.
    return character >= "\U000e0000" and _BLACK_FLAG in text[max(0, position - 7) : position]


def _is_picture(sign: str) -> bool:
    return bool(sign) and (unicodedata.category(sign) in {"So", "Sk"} or _ATTACHED_SIGN.match(sign) is not None)
