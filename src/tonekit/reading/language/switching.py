"""Where a message switches its language: sentences in another one than the rest (linguists call it code-switching).

A message is read in the language that most of it is in. A cry for help in the sender's mother tongue may stand in one
sentence of it. Such a sentence is looked through for what calls for a person where its language has a pack; where it
has none, or where words are spelt in single letters, not all of the message is read.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ...files.datafile import read_data_file
from ..zones.furniture import whole_words
from ..zones.lines import lowered
from .letters import LetterModel
from .script import language_of_script
from .words import WordVote

SWITCHING = Path(__file__).with_name("switching.yaml")
SPELT_OUT = "letters"
"""Stands for the language of words in single letters: nothing that looks for words can read them."""
_CLAUSE = re.compile(r"[^.!?;:,\n()\"\u2013\u2014\u2026]+")
_IN_LETTERS = re.compile(r"(?<!\w)(?:[^\W\d_][ .*\-]){3,30}[^\W\d_](?!\w)")
_MAY_BE_IN_LETTERS = re.compile(r"[ .*\-][^\W\d_][ .*\-][^\W\d_][ .*\-]")
"""The middle of every such word: it is looked for at blanks alone, the whole at each letter."""
_OWN_SHARE = 3
"""Where one word in three is a small word of the message's own language, a clause is not looked at any closer."""
_FEWEST_WORDS = 3
"""Words of a clause that the letters are asked about where it has no small words: less tells too little."""
_LETTERS_LEAD = 6.0
"""Log-odds of its letters for another language that such a clause needs."""
_UNREAD_VOTES = 1.5
"""What words must say for a language without a pack: names have one of them by chance ("La Paz")."""
_UNREAD_LETTERS = 2
"""Letters of another script that are words, and no sign of measure such as \u03bc or \u03a9."""


@dataclass(frozen=True, slots=True)
class Switch:
    """A part of a message in another language.

    Attributes:
        start, end: where it stands.
        code: its language, or `SPELT_OUT`.
    """

    start: int
    end: int
    code: str


class SwitchFinder:
    """Finds where a message switches its language. Safe to share between threads.

    Args:
        votes: what small words say.
        letters: what letters say of our own languages.

    Raises:
        DataFileError: `switching.yaml`, further words of languages without a pack, is not valid.
    """

    def __init__(self, votes: WordVote, letters: LetterModel) -> None:
        self._votes, self._letters = votes, letters
        file: Mapping[str, list[str]] = read_data_file(SWITCHING).data
        self._further = {word: code for code, words in file.items() for word in words}

    def find(self, text: str, own: Collection[str]) -> Iterator[Switch]:
        """Yield the parts that are in another language than the message, then words in single letters.

        Args:
            text: the sender's own words in it, all else blanked out.
            own: the languages that the message is read in.
        """
        small = self._votes.words_of(own)
        lower = lowered(text)
        for clause in _CLAUSE.finditer(lower):
            # Cut at blanks: a third of the time that an expression takes, and three clauses in four end here.
            words = clause[0].split()
            own_words = sum(map(small.__contains__, words))
            if _OWN_SHARE * own_words < len(words) and (code := self._code(clause[0], own)):
                yield Switch(*clause.span(), code)
        if _MAY_BE_IN_LETTERS.search(text):
            yield from (Switch(*match.span(), SPELT_OUT) for match in _IN_LETTERS.finditer(text))

    def _code(self, clause: str, own: Collection[str]) -> str | None:
        """Return the language of a clause, or None if it may well be the message's own."""
        if not clause.isascii() and (found := language_of_script(clause)):
            language, _, share = found
            return language if round(share * sum(map(str.isalpha, clause))) >= _UNREAD_LETTERS else None
        words = whole_words(clause)
        votes = self._votes.count(clause, words)
        for word in words:
            if code := self._further.get(word):
                votes[code] = votes.get(code, 0.0) + 1.0
        if not votes:
            return self._by_letters(clause, own) if len(words) >= _FEWEST_WORDS else None
        code = max(sorted(votes), key=votes.__getitem__)
        ahead = votes[code] > max(votes.get(each, 0.0) for each in own)
        return code if ahead and (code in self._letters.codes or votes[code] >= _UNREAD_VOTES) else None

    def _by_letters(self, clause: str, own: Collection[str]) -> str | None:
        logs = self._letters.read(clause).logs
        code = max(sorted(logs), key=logs.__getitem__)
        return code if logs[code] - max(logs.get(each, 0.0) for each in own) >= _LETTERS_LEAD else None
