"""Topics that only a person answers: words listed in `tonekit.yaml`, found in what the sender wrote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from sys import intern

from ..analysis import Analysis
from ..errors import Problems
from ..files.datafile import DataFile, Place
from ..languages.phrases import GAP, LONGEST_GAP
from ..settings import Settings, TopicFile
from ..settings_file import shipped_file
from ..subject_line import own_lines
from .phrase_patterns import phrases_of

_WORD = re.compile(r"\w+")
_WORD_OR_GAP = re.compile(rf"\w+|{GAP}")
_BETWEEN = r"(?:[^\w.!?;]|(?<=\d)\.)++"
"""Characters between two words of a sentence; a full stop after a number ("am 3. Januar") does not end it."""
_GAP = rf"(?:{_BETWEEN}\w++){{0,{LONGEST_GAP}}}?{_BETWEEN}"
"""What `~` stands for: further words of the same sentence."""
_NOT_THE_SENDERS = ("quote", "footer")

_Words = tuple[str, ...]
"""The words that show a topic, in lower case; `~` is a gap."""
_Phrase = tuple[int, _Words]
"""Number of the line that it is one of, and its words."""


class TopicFinder:
    """Finds topics by their words. Safe to share between threads.

    Args:
        shipped: the `tonekit.yaml` that ships, for `use: "!tonekit.yaml"`.

    Attributes:
        names: of the topics.

    Raises:
        DataFileError: two topics share a name, one has no words, or a phrase is not a valid pattern or has no word.
    """

    def __init__(self, topics: Sequence[TopicFile], file: DataFile, *, shipped: Path | None = None) -> None:
        entries = {name: each for name, each in _entries(topics, file, shipped).items() if each.words}
        self.names = tuple(entries)
        # A line stands for hundreds of phrases: each is kept as its words alone, below its longest word and its line.
        self._by_word: dict[str, dict[int, list[_Words]]] = {}
        self._topics: list[str] = []
        problems = Problems()
        for name, entry in entries.items():
            for number, pattern in enumerate(entry.words):
                with problems.collecting():
                    for words in _phrases(pattern, entry.file, (*entry.place, "words", number)):
                        # A gap is shorter than any word.
                        lines = self._by_word.setdefault(max(words, key=len), {})
                        lines.setdefault(len(self._topics), []).append(words)
                self._topics.append(name)
        problems.raise_first()

    def find(self, analysis: Analysis) -> dict[str, list[str]]:
        """Return the topics of a message, each with the words that showed it.

        The subject line is read too, unless it is a `Re:`; quoted mail and footers are not.
        """
        subject = own_lines(analysis.subject) if analysis.subject else ""
        possible = self._possible(_lower(f"{subject}\n{analysis.text}" if subject else analysis.text))
        found: dict[str, list[str]] = {}
        for text in (subject, *_senders_own(analysis)) if possible else ():
            for line, words in _in(text, possible):
                found.setdefault(self._topics[line], []).append(words)
        return found

    def _possible(self, lower: str) -> list[_Phrase]:
        """Return the phrases all of whose words occur somewhere in a text."""
        # Few messages contain the longest word of a phrase, and phrases share words, so each is searched for once.
        there = _Standing(lower)
        longest = self._by_word.keys() & set(_WORD.findall(lower))
        return [
            (line, words)
            for word in longest
            for line, phrases in self._by_word[word].items()
            for words in phrases
            if all(map(there.__getitem__, words))
        ]


@dataclass(frozen=True, slots=True)
class _Entry:
    """The words of a topic, and where they are listed."""

    words: tuple[str, ...]
    file: DataFile
    place: Place


def _entries(topics: Sequence[TopicFile], file: DataFile, shipped: Path | None) -> dict[str, _Entry]:
    """Return the topics by name; one with the name of a shipped topic replaces it."""
    entries: dict[str, _Entry] = {}
    inherited: set[str] = set()
    for index, each in enumerate(topics):
        place: Place = ("topics", index)
        if each.use:
            source = shipped_file(file, (*place, "use"), shipped)
            entries |= _entries(source.into(Settings).topics, source, None)
            inherited |= entries.keys()
            continue
        if each.topic is None:
            raise file.error("a topic needs a name; write topic: name", place)
        if each.topic in entries.keys() - inherited:
            problem = f"two topics are called '{each.topic}'; put the words of both under one"
            raise file.error(problem, (*place, "topic"))
        if not each.words and each.topic not in inherited:
            raise file.error(f"the topic '{each.topic}' needs words; write them, or delete it", place)
        inherited.discard(each.topic)
        entries[each.topic] = _Entry(each.words, file, place)
    return entries


@lru_cache(maxsize=1024)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what matches the words one after the other, with any punctuation between them and gaps of any width."""
    first = re.escape(words[0])
    # The look-behind follows the first word, since a search for literal characters is the fastest.
    behind = "".join(
        (_GAP if before == GAP else r"\W+") + re.escape(word) for before, word in pairwise(words) if word != GAP
    )
    return re.compile(rf"{first}(?<!\w{first}){behind}(?!\w)")


class _Standing(dict[str, bool]):
    """Word → whether a text contains it, looked up when it is first asked for."""

    def __init__(self, text: str) -> None:
        super().__init__({GAP: True})
        self._text = text

    def __missing__(self, word: str) -> bool:
        found = self[word] = word in self._text
        return found


def _in(text: str, phrases: Iterable[_Phrase]) -> list[tuple[int, str]]:
    """Return the lines that speak of a text, each with its words there, in the order of the text."""
    lower = _lower(text)
    there = _Standing(lower)
    places = [
        (match.start(), line, match.end())
        for line, words in phrases
        if all(map(there.__getitem__, words))
        for match in _pattern(words).finditer(lower)
    ]
    return [(line, text[start:end]) for start, line, end in sorted(places)]


def _senders_own(analysis: Analysis) -> Iterator[str]:
    for zone in analysis.zones:
        if zone.kind not in _NOT_THE_SENDERS:
            yield analysis.text[zone.start : zone.end]


def _lower(text: str) -> str:
    """Return a text in lower case, every letter at the same offset."""
    lower = text.lower()
    return (
        lower
        if len(lower) == len(text)
        else "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
    )


def _phrases(pattern: str, file: DataFile, place: Place) -> Iterator[tuple[str, ...]]:
    for phrase in phrases_of(pattern, file, place):
        # Phrases share most of their words, with each other and with those of the reading: each is one string.
        words = tuple(map(intern, _WORD_OR_GAP.findall(phrase.lower())))
        if not words:
            raise file.error(
                f"'{pattern}' needs whole words; signs and emoji are not looked for, so write what customers say", place
            )
        yield words
