"""Topics that a person answers: words of `tonekit.yaml`, found in what the sender wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..analysis import Analysis
from ..datafile import DataFile, Place
from ..languages.phrases import GAP, PatternError, expand
from ..settings import TopicFile

_WORD = re.compile(r"\w+")
_NOT_THE_SENDERS = ("quote", "footer")


class TopicFinder:
    """Finds topics by their words. Safe to share between threads.

    Args:
        topics: what the file says.
        file: the file, for errors.

    Attributes:
        names: the topics.

    Raises:
        DataFileError: two topics of one name, or a phrase that is no pattern, has a gap or holds no word.
    """

    def __init__(self, topics: Sequence[TopicFile], file: DataFile) -> None:
        self.names = tuple(topic.topic for topic in topics)
        self._by_first: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        self._longest: set[str] = set()
        for index, topic in enumerate(topics):
            if topic.topic in self.names[:index]:
                raise file.error(f"two topics are called '{topic.topic}'", ("topics", index, "topic"))
            for number, pattern in enumerate(topic.words):
                for words in _phrases(pattern, file, ("topics", index, "words", number)):
                    self._by_first.setdefault(words[0], []).append((topic.topic, words))
                    self._longest.add(max(words, key=len))

    def find(self, analysis: Analysis) -> dict[str, list[str]]:
        """Return the topics of a message with the words that gave them away; quoted mail and footers are not read."""
        found: dict[str, list[str]] = {}
        if self._by_first:
            for zone in analysis.zones:
                if zone.kind not in _NOT_THE_SENDERS:
                    for topic, words in self._in(analysis.text[zone.start : zone.end]):
                        found.setdefault(topic, []).append(words)
        return found

    def _in(self, text: str) -> Iterator[tuple[str, str]]:
        # Few messages hold the longest word of a phrase; where the phrase stands is asked only of those that do.
        if self._longest.isdisjoint(_WORD.findall(text.lower())):
            return
        matches = list(_WORD.finditer(text))
        words = [match[0].lower() for match in matches]
        for index, word in enumerate(words):
            for topic, phrase in self._by_first.get(word, ()):
                last = index + len(phrase)
                if tuple(words[index:last]) == phrase:
                    yield topic, text[matches[index].start() : matches[last - 1].end()]


def _phrases(pattern: str, file: DataFile, place: Place) -> Iterator[tuple[str, ...]]:
    try:
        phrases = expand(pattern)
    except PatternError as error:
        raise file.error(str(error), place) from error
    for phrase in phrases:
        words = tuple(_WORD.findall(phrase.lower()))
        if GAP in phrase or not words:
            raise file.error(f"'{pattern}' needs whole words, without the gap '{GAP}'", place)
        yield words
