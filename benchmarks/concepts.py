"""Words of five languages that mean the same, so that what is learned in one of them serves the others.

`concepts.tsv` has a line for each meaning: its name, then the words of English, German, Swedish, Norwegian and Danish,
parted by `|`; `*` at the end of one is every ending. Only the fit looks at it (fit_words.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from tonekit.reading.words.word_table import ANY_ENDING, NEXT

LANGUAGES = ("en", "de", "sv", "nb", "da")
CONCEPTS = Path(__file__).with_name("concepts.tsv")
SHORTEST = 4
"""Letters of the shortest beginning before `*`."""
Meanings = Mapping[str, frozenset[str]]


class Concepts:
    """Word → the meanings that it may have in a language.

    Args:
        path: the table.

    Raises:
        ValueError: a line has too few or too many cells, or a name stands twice; the message says which line.
    """

    def __init__(self, path: Path = CONCEPTS) -> None:
        words: dict[str, dict[str, set[str]]] = {language: defaultdict(set) for language in LANGUAGES}
        names = set[str]()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line.startswith("#"):
                continue
            name, *cells = line.split("\t")
            if len(cells) != len(LANGUAGES) or name in names:
                raise ValueError(f"{path.name}:{number}: '{name}' stands twice, or has not a cell for each language")
            names.add(name)
            for language, cell in zip(LANGUAGES, cells, strict=True):
                for word in filter(None, cell.split("|")):
                    words[language][word].add(name)
        self._words: Mapping[str, Meanings] = {
            language: {word: frozenset(meanings) for word, meanings in known.items()}
            for language, known in words.items()
        }
        self._found: dict[tuple[str, str], frozenset[str]] = {}

    def of(self, language: str, word: str) -> frozenset[str]:
        """Return the meanings of a word: those of the word itself, else of the longest beginning that the table has."""
        if (language, word) not in self._found:
            self._found[language, word] = self._look_up(language, word)
        return self._found[language, word]

    def _look_up(self, language: str, word: str) -> frozenset[str]:
        known = self._words.get(language, {})
        beginnings = (word[:size] + ANY_ENDING for size in range(len(word), SHORTEST - 1, -1))
        return next((known[each] for each in (word, *beginnings) if each in known), frozenset())

    def among(self, language: str, entries: Iterable[str]) -> frozenset[str]:
        """Return the meanings of the words among the entries of a message; stems and pairs have none."""
        return frozenset().union(*(self.of(language, each) for each in entries if is_word(each)))


def is_word(entry: str) -> bool:
    """Return whether an entry of a table of words is a whole word."""
    return entry[0].isalpha() and NEXT not in entry and not entry.endswith(ANY_ENDING)


@cache
def concepts() -> Concepts:
    """Return the table that ships."""
    return Concepts()
