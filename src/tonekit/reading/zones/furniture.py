"""The words around the body of a mail, of all languages together: the language is not yet known here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain, pairwise
from pathlib import Path
from sys import intern
from typing import Literal, NamedTuple

from ...files.datafile import read_data_file
from ...foreign_text.letter_runs import LETTER_RUN
from ...languages.pack import AnswersInside, MailFile, Register
from .lines import lowered

DEVICE_LINES = Path(__file__).with_name("device_lines.yaml")
_LONGEST_DEVICE_LINE = 9
"""Words of a line that a mail program adds, the address of its maker included."""
_WHOLE_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_LATIN = "latin-1"
_BLANKED = bytes(code if LETTER_RUN.match(chr(code)) or chr(code) == "'" else ord(" ") for code in range(256))
"""Blanks for all but letters and apostrophes: what is left is cut at blanks in a third of the time that an expression
takes."""


class PhraseWords:
    """The words of many phrases, for a quick no: a text that lacks one word of each of them holds none."""

    def __init__(self, phrases: Iterable[str]) -> None:
        by_longest: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase in phrases:
            words = tuple(map(intern, LETTER_RUN.findall(phrase)))
            by_longest.setdefault(max(words, key=len, default=""), []).append((words, phrase))
        self._by_longest = {longest: tuple(each) for longest, each in by_longest.items()}

    def may_stand_among(self, words: AbstractSet[str]) -> bool:
        """Return whether all words of some phrase are among `words`."""
        if self._by_longest.keys().isdisjoint(words):
            return False
        return any(True for _ in self.among(words))

    def among(self, words: AbstractSet[str]) -> Iterator[str]:
        """Yield the phrases all of whose words are among `words`."""
        for longest in self._by_longest.keys() & words:
            yield from (phrase for every, phrase in self._by_longest[longest] if all(map(words.__contains__, every)))


class PhraseStarts:
    """Finds which of many phrases stands at one place of a text."""

    def __init__(self, phrases: Iterable[str]) -> None:
        grouped: dict[str, list[str]] = {}
        for phrase in sorted(set(phrases), key=len, reverse=True):
            grouped.setdefault(_first_word(phrase, 0), []).append(phrase)
        self._grouped = {word: tuple(group) for word, group in grouped.items()}
        self.words = PhraseWords(phrase for group in grouped.values() for phrase in group)

    def may_begin(self, text: str, position: int) -> bool:
        """Return whether the word at `position` of a text in any case begins a phrase: cheaper than finding which."""
        return _first_word(text, position).lower() in self._grouped

    def find(self, lower: str, position: int = 0) -> str | None:
        """Return the longest phrase at `position` of the lower-case text `lower`, as whole words."""
        return self.find_from(_first_word(lower, position), lower, position)

    def find_from(self, word: str, lower: str, position: int) -> str | None:
        """Return the longest phrase at `position`, where `word` is known to stand."""
        for phrase in self._grouped.get(word, ()):
            if lower.startswith(phrase, position) and _ends_word(lower, position + len(phrase)):
                return phrase
        return None

    def all_in(self, lower: str) -> Iterator[tuple[int, str]]:
        """Yield offset and words of the phrases in a lower-case text, in order; those inside others are left out."""
        free = 0
        for match in LETTER_RUN.finditer(lower):
            word, start = match[0], match.start()
            if word in self._grouped and start >= free and (phrase := self.find_from(word, lower, start)):
                free = start + len(phrase)
                yield start, phrase


@dataclass(frozen=True, slots=True)
class LinePattern:
    """A line in which `*` stands for anything.

    Attributes:
        pieces: the text between the wildcards.
    """

    pieces: tuple[str, ...]

    @property
    def open(self) -> bool:
        """Whether it has a wildcard."""
        return len(self.pieces) > 1

    def gaps(self, line: str, lower: str) -> list[str] | None:
        """Return what stands for each `*` in `line` (`lower` in lower case), or None if the line does not match."""
        position = len(self.pieces[0])
        if not lower.startswith(self.pieces[0]) or not lower.endswith(self.pieces[-1]):
            return None
        if not self.open:
            return [] if len(line) == position else None
        gaps: list[str] = []
        for piece in self.pieces[1:-1]:
            found = lower.find(piece, position)
            if found < 0:
                return None
            gaps.append(line[position:found])
            position = found + len(piece)
        end = len(line) - len(self.pieces[-1])
        return [*gaps, line[position:end]] if end >= position else None


class Announcing(NamedTuple):
    """Words of one language; see `AnswersInside`."""

    said: frozenset[str]
    where: frozenset[str]
    asks: frozenset[str]
    awaits: frozenset[str]

    def is_awaited(self, lower: str) -> bool:
        """Return whether a lower-case line is of somebody who waits for an answer, or asks for one."""
        words = LETTER_RUN.findall(lower)
        asked = any(first in self.asks and second in self.said for first, second in pairwise(words))
        return asked or not self.awaits.isdisjoint(words)


class Furniture:
    """The mail furniture of all language packs.

    Attributes:
        greetings, closings: phrases of all registers.
        formal_greetings: the greetings that never stand without a name or a comma.
        original_message: what stands between dashes above a quoted mail.
        quote_headers, device_signatures: whole lines.
        header_fields: name of a header field in any language → its kind.
        legal: phrases of legal footers.
        speakers: what customer and firm are called in a chat that was written down, and who that is.
        answers_inside: the words by which somebody says that answers stand in the quoted mail, for each language.
        banner_openings, banners: how a mail server's warning of mail from outside begins, and what it says.
    """

    def __init__(self, mail: Mapping[str, MailFile]) -> None:
        packs = tuple(mail.values())
        self.greetings = PhraseStarts(_of_registers(pack.greetings for pack in packs))
        self.closings = PhraseStarts(_of_registers(pack.closings for pack in packs))
        self.formal_greetings = frozenset(chain.from_iterable(pack.greetings.get("formal", ()) for pack in packs))
        self.original_message = PhraseStarts(chain.from_iterable(pack.original_message for pack in packs))
        self.quote_headers = _patterns(pack.quote_headers for pack in packs)
        signs = {pattern.pieces[0][:1] for pattern in self.quote_headers}
        self._headers_by_sign = {sign: _beginning_with(sign, self.quote_headers) for sign in signs}
        self._headers_of_any_sign = _beginning_with("", self.quote_headers)
        self.device_signatures = _patterns(pack.device_signatures for pack in packs)
        self._device_beginnings = tuple({pattern.pieces[0] for pattern in self.device_signatures})
        elsewhere: Mapping[str, list[str]] = read_data_file(DEVICE_LINES).data
        self._devices, self._sent = tuple(elsewhere["devices"]), frozenset(elsewhere["sent"])
        self.header_fields: Mapping[str, str] = {
            name: kind for pack in packs for kind, names in pack.header_fields.items() for name in names
        }
        self.speakers: Mapping[str, Literal["customer", "firm"]] = {
            **dict.fromkeys(chain.from_iterable(pack.chat_firms for pack in packs), "firm"),
            **dict.fromkeys(chain.from_iterable(pack.chat_customers for pack in packs), "customer"),
        }
        self.answers_inside = tuple(_announcing(pack.answers_inside) for pack in packs if pack.answers_inside)
        self.legal = PhraseStarts(chain.from_iterable(pack.legal_footers for pack in packs))
        self.banner_openings = PhraseStarts(chain.from_iterable(pack.banner_openings for pack in packs))
        self.banners = PhraseStarts(chain.from_iterable(pack.banners for pack in packs))

    def is_device_signature(self, line: str) -> bool:
        """Return whether a line is a mail program's own ("Sent from my phone"), in one of our languages or another."""
        lower = lowered(line)
        # A device anywhere: to cut the last line of every mail into words takes five times as long.
        if any(map(lower.__contains__, self._devices)):
            words = LETTER_RUN.findall(lower)
            short = len(words) <= _LONGEST_DEVICE_LINE and not self._sent.isdisjoint(words)
            if short and any(word.startswith(self._devices) for word in words):
                return True
        return lower.startswith(self._device_beginnings) and any(
            pattern.gaps(line, lower) is not None for pattern in self.device_signatures
        )

    def headers_at(self, lower: str) -> Iterable[LinePattern]:
        """Return the quote headers that may stand in a lower-case line, judged by its first sign."""
        return self._headers_by_sign.get(lower[:1], self._headers_of_any_sign)


def _announcing(words: AnswersInside) -> Announcing:
    return Announcing(frozenset(words.said), frozenset(words.where), frozenset(words.asks), frozenset(words.awaits))


def whole_words(lower: str) -> list[str]:
    """Return the words of a lower-case text in order, those with apostrophes whole."""
    try:
        letters = lower.encode(_LATIN).translate(_BLANKED).decode(_LATIN)
    except UnicodeEncodeError:
        return _WHOLE_WORD.findall(lower)
    if "'" not in letters:
        return letters.split()
    return [word for each in letters.replace("''", " ").split() if (word := each.strip("'"))]


def parts_of(words: Iterable[str]) -> frozenset[str]:
    """Return what `words_of` finds in the text that `whole_words` come from."""
    return frozenset(" ".join(words).replace("'", " ").split())


def words_of(lower: str) -> frozenset[str]:
    """Return the words of a lower-case text."""
    return frozenset(LETTER_RUN.findall(lower))


def _of_registers(packs: Iterable[Mapping[Register, tuple[str, ...]]]) -> Iterator[str]:
    for registers in packs:
        yield from chain.from_iterable(registers.values())


def _patterns(packs: Iterable[tuple[str, ...]]) -> tuple[LinePattern, ...]:
    lines = dict.fromkeys(line.strip().lower() for lines in packs for line in lines)
    return tuple(LinePattern(tuple(re.split(r"\*+", line))) for line in lines)


def _beginning_with(sign: str, patterns: Iterable[LinePattern]) -> tuple[LinePattern, ...]:
    return tuple(pattern for pattern in patterns if pattern.pieces[0][:1] in ("", sign))


def _first_word(text: str, position: int) -> str:
    match = LETTER_RUN.match(text, position)
    return match[0] if match else ""


def _ends_word(text: str, position: int) -> bool:
    """Return whether a word ends before `position`; `hi-fi` does not begin with the word `hi`."""
    after = text[position : position + 2]
    if not after or not text[position - 1].isalnum():
        return True
    return not (after[0].isalnum() or after[0] == "_" or (after[0] in "-'" and after[1:].isalnum()))
