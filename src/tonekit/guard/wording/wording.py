"""Unwanted words of drafts, by language: read from `wording/` and found in one pass over a draft."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from ...errors import UnknownNameError
from ...files.datafile import read_data_file
from ...languages.loading import load_language_file
from ...languages.phrases import GAP, LONGEST_GAP
from ...loading.once import once
from .wording_file import WordingFile
from .words import Words, words_of

FOLDER = Path(__file__).parent
FALLBACK = "en"
"""Wording for a language without its own, since a draft in it is often half English."""

_ENDS = re.compile(r"[.!?…]\s|\n\s*\n")


class Hit(NamedTuple):
    """A phrase found in a text.

    Attributes:
        tag: what the phrase is listed under.
        start, end: character offsets, end exclusive.
        words: index of its first word and of the word after it, gaps included.
        named: indices of the words that the phrase itself names, without those in its gaps.
    """

    tag: str
    start: int
    end: int
    words: tuple[int, int]
    named: tuple[int, ...]


TAGS = ("model_talk", "blame", "cheer", "acknowledgement", "hand_holding", "casual", "stiff", "jargon")
"""What is searched for in every draft, besides `titles` and `colleagues`, which names follow."""
IN_ORDER = ("first_step", "next_step")
"""Words that put steps into an order, searched for as well."""
DENIED = "denied"
"""Tag of the phrases of blame that contain a negation themselves: "you did not read"."""


class PhraseIndex:
    """Finds many phrases in one pass: the time grows with the text, hardly with the list.

    Args:
        phrases: tag → phrases, in which `~` stands for a few words. They are made ready for the first text: of the
            languages of a list, most processes check drafts in few, and many in none.
    """

    def __init__(self, phrases: Mapping[str, Collection[str]]) -> None:
        self._phrases = phrases

    @once
    def _root(self) -> _Node:
        root = _Node()
        for tag, texts in self._phrases.items():
            for text in texts:
                node = root
                for piece in _pieces(text):
                    node = node.next.setdefault(piece, _Node())
                node.tags[tag] = None
        return root

    def find(self, text: str, words: Words) -> Iterator[Hit]:
        """Yield the phrases found, from left to right; of those with one tag and the same start only the longest."""
        first, forms = self._root.next, words.forms
        if first.keys().isdisjoint(words.among):
            return
        for index in [index for index, form in enumerate(forms) if form in first]:
            node = first[forms[index]]
            # Most phrases begin with an everyday word, and the next word shows that none of them stands here.
            if not (node.tags or GAP in node.next or not node.next.keys().isdisjoint(forms[index + 1 : index + 2])):
                continue
            longest: dict[str, tuple[int, ...]] = {}
            _follow(node, forms, (index,), longest)
            for tag, named in longest.items():
                last = named[-1]
                start, end = words.spans[index][0], words.spans[last][1]
                if last == index or not _ENDS.search(text, start, end):
                    yield Hit(tag, start, end, (index, last + 1), named)


class _Node:
    """The common start of several phrases: the words that may follow, and the tags of phrases that end here."""

    __slots__ = ("next", "tags")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        # In the order of the lists: a phrase that stands in two of them is found under the first one first.
        self.tags: dict[str, None] = {}


def _follow(node: _Node, forms: Sequence[str], named: tuple[int, ...], longest: dict[str, tuple[int, ...]]) -> None:
    """Record for each tag the words of its longest phrase that continues from `node`, which `named` led to."""
    index = named[-1]
    for tag in node.tags:
        if tag not in longest or index > longest[tag][-1]:
            longest[tag] = named
    following = node.next
    if not following:
        return
    if index + 1 < len(forms) and forms[index + 1] in following:
        _follow(following[forms[index + 1]], forms, (*named, index + 1), longest)
    if GAP in following:
        behind = following[GAP].next
        # The gap ends at the nearest word that fits.
        for ahead in range(index + 1, min(index + LONGEST_GAP + 2, len(forms))):
            if forms[ahead] in behind:
                _follow(behind[forms[ahead]], forms, (*named, ahead), longest)


def _pieces(phrase: str) -> list[str]:
    """Return the words of a phrase as they would be read in a text, gaps included."""
    pieces: list[str] = []
    for word in phrase.lower().split():
        pieces += [GAP] if word == GAP else words_of(word).forms
    return pieces or [phrase]


class Wording:
    """The wording of one language, ready to be searched for.

    Attributes:
        phrases: finds what is listed under `TAGS`, `titles` and `colleagues`.
        naming: words that may stand between a colleague and the name.
        not_names: capitalised words in greetings that are not names.
        address: words of address.
        clearing: finds the words that clear somebody of the blame after or around them, including negations.
    """

    def __init__(self, file: WordingFile, *, model_talk: Sequence[str]) -> None:
        listed = {tag: getattr(file, tag) for tag in (*TAGS, "titles", "colleagues", *IN_ORDER)}
        denied = [phrase for phrase in file.blame if not words_of(phrase).among.isdisjoint(file.negations)]
        self.phrases = PhraseIndex({**listed, "model_talk": model_talk, DENIED: denied})
        self.naming = frozenset(file.naming)
        self.not_names = frozenset(file.not_names)
        self.address = file.address
        self.clearing = PhraseIndex({"clearing": (*file.negations, *file.clearing)})


@lru_cache
def load_wording(language: str) -> Wording:
    """Return the wording of a language, or that of `FALLBACK` if it has none."""
    return Wording(read_wording(language if language in wording_codes() else FALLBACK), model_talk=_model_talk())


@lru_cache(maxsize=1)
def _model_talk() -> tuple[str, ...]:
    """Return the phrases of all languages: a model may fall out of its role in any of them, above all English."""
    return tuple(phrase for code in wording_codes() for phrase in read_wording(code).model_talk)


def wording_codes() -> list[str]:
    """Return the languages that have a wording of their own."""
    return sorted(path.stem for path in FOLDER.glob("??.yaml"))


def read_wording(code: str) -> WordingFile:
    """Return what the file of a language says."""
    return read_data_file(FOLDER / f"{code}.yaml").into(WordingFile)


@lru_cache
def common_words(language: str) -> frozenset[str]:
    """Return the function words of a language; none where it has no pack."""
    try:
        return frozenset(load_language_file(language).function_words)
    except UnknownNameError:
        return frozenset()
