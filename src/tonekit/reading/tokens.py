"""Cut a text into words and signs, each with its place.

One regular expression a language does it, in linear time. What is special about a language stands in its
`language.yaml`: whether hyphens part words, endings that are words of their own, abbreviations.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..analysis import Zone
from ..languages.pack import Words

_SMALL, _CAPITAL = "a-z\u00df-\u00f6\u00f8-\u00ff", "A-Z\u00c0-\u00d6\u00d8-\u00de"
# Most words stand between spaces: they are settled before anything else is tried.
_PLAIN = r"\w++(?![^\s!?])"
_LINK = r"https?://\S*[\w/]|www\.\S*[\w/]"
_FACE = r"[:;=]'?-?[)(\[\]DPpOo*|/\\3]+(?![\w/])|</?3+|\^_*\^"
_DATE = r"\d{1,2}\.\d{1,2}\.(?!\d)"
_ORDINAL = r"\d{1,2}\.(?=\s|$)"
_SIGN = r"\.{2,}|-{2,}|[^\w\s]"
_JOINTS = (
    r"@",
    # "z.B", "3.5", "mail.example" are one word, "line.Also" is two sentences of a hasty writer.
    rf"\.(?![{_CAPITAL}])|(?<![{_SMALL}])\.|(?<!\w\w)\.",
    r"(?<=\d)[,:/\u2013](?=\d)",
    # "A/S", "c/o"; "CLI:t", "30:e" as Swedes write it
    r"(?<!\w\w)/(?=\w\b)",
    rf"(?<=[{_CAPITAL}\d]):(?=[{_SMALL}]{{1,2}}\b)",
)
_WHOLE_HYPHEN = "-"
_BLANKED = " " * 16
_GAP = re.compile(r"\s*" + _BLANKED + r"\s*")
_PARTING_HYPHEN = r"(?<=\d)-(?=[^\W\d_])|(?<=[^\W\d_])-(?=\d)"


@dataclass(slots=True)
class Tokens:
    """The words and signs of a text, in order.

    Attributes:
        texts: as they stand there.
        lower: in lower case.
        spans: character offsets, end exclusive.
    """

    texts: list[str]
    lower: list[str]
    spans: list[tuple[int, int]]

    def __len__(self) -> int:
        return len(self.texts)

    def inside(self, zones: Iterable[Zone]) -> set[int]:
        """Return the numbers of the tokens that begin in one of the zones."""
        spans = self.spans
        return {
            number
            for zone in zones
            for number in range(bisect_left(spans, (zone.start,)), bisect_left(spans, (zone.end,)))
        }


class Tokeniser:
    """Cuts texts of one language into tokens. Safe to share between threads.

    Args:
        words: what is special about the words of the language.
    """

    def __init__(self, words: Words) -> None:
        self.abbreviations = frozenset(words.abbreviations)
        self._pattern = re.compile("|".join(_forms(words)))

    def cut(self, text: str) -> Tokens:
        """Return the tokens of `text`; white space is none."""
        stretches = _stretches(text) if _BLANKED in text else ((0, len(text)),)
        spans = [match.span() for each in stretches for match in self._pattern.finditer(text, *each)]
        texts = [text[start:end] for start, end in spans]
        return Tokens(texts, list(map(str.lower, texts)), spans)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield what stands between long runs of blanks, where every expression would be tried at each of them."""
    start = 0
    for gap in _GAP.finditer(text):
        if gap.start() > start:
            yield start, gap.start()
        start = gap.end()
    if start < len(text):
        yield start, len(text)


def _forms(words: Words) -> Iterator[str]:
    """Yield the expressions for tokens in the order in which they are tried."""
    yield from (_PLAIN, _LINK, _DATE)
    if words.ordinal_stop:
        yield _ORDINAL
    if words.clipped:
        yield rf"(?i:{'|'.join(map(re.escape, words.clipped))})(?!\w)"
    endings = "|".join(re.escape(ending.lstrip("'")) for ending in words.parted_endings)
    apostrophe = rf"'(?!(?:{endings})\b)" if endings else "'"
    joints = "|".join((apostrophe, _PARTING_HYPHEN if words.hyphens_part else _WHOLE_HYPHEN, *_JOINTS))
    # Nearly every word ends at a space: one look at the next sign settles that no joint follows.
    yield rf"@?\w++(?:(?=[^\s\w])(?:{joints})\w++)*+"
    if endings:
        yield rf"'(?:{endings})\b"
    yield from (_FACE, _SIGN)


def is_word(token: str) -> bool:
    """Return whether a token is a word rather than a sign or a figure: whether it has a letter."""
    return token.isalpha() or (len(token) > 1 and any(map(str.isalpha, token)))
