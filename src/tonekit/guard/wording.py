"""Words of drafts that do not fit, by language: read from `wording/`, and found in one pass over a draft."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from ..datafile import read_data_file
from ..languages.phrases import GAP, LONGEST_GAP
from .wording_file import Address, WordingFile
from .words import Words, words_of

FOLDER = Path(__file__).parent / "wording"
FALLBACK = "en"
"""Wording for a language that has none of its own: a draft in it is often half English."""

_ENDS = re.compile(r"[.!?…]\s|\n\s*\n")


class Hit(NamedTuple):
    """A phrase that was found: what it is listed under, and where it stands.

    Attributes:
        tag: what it is listed under.
        start, end: where it stands.
        words: its first word and the one behind it, gaps included.
        named: the words that the phrase itself names; what stands in a gap belongs to the text.
    """

    tag: str
    start: int
    end: int
    words: tuple[int, int]
    named: tuple[int, ...]


TAGS = ("model_talk", "blame", "cheer", "acknowledgement", "hand_holding", "casual", "stiff", "jargon")
"""What is looked for in every draft; `titles` and `colleagues` besides, where names follow …"""
IN_ORDER = ("first_step", "next_step")
"""… words that tell steps in their order …"""
DENIED = "denied"
"""… and the phrases of blame that hold a negation themselves: "you did not read"."""


class PhraseIndex:
    """Finds many phrases in one pass: the time grows with the text, hardly with the list.

    Args:
        phrases: tag → phrases, in which `~` stands for a few words.
    """

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        self._root = _Node()
        for tag, texts in phrases.items():
            for text in texts:
                node = self._root
                for piece in _pieces(text):
                    node = node.next.setdefault(piece, _Node())
                node.tags.add(tag)

    def find(self, text: str, words: Words) -> Iterator[Hit]:
        """Yield what is found, from left to right; of phrases of one tag that begin alike the longest."""
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
    """What phrases have in common that begin alike: the words that may follow, and the tags of those that end here."""

    __slots__ = ("next", "tags")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.tags: set[str] = set()


def _follow(node: _Node, forms: Sequence[str], named: tuple[int, ...], longest: dict[str, tuple[int, ...]]) -> None:
    """Note for each tag the words of its longest phrase that goes on from `node`, where the words `named` led."""
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
        # The word behind a gap is the nearest that fits.
        for ahead in range(index + 1, min(index + LONGEST_GAP + 2, len(forms))):
            if forms[ahead] in behind:
                _follow(behind[forms[ahead]], forms, (*named, ahead), longest)


def _pieces(phrase: str) -> list[str]:
    """Return the words of a phrase as a text would have them, gaps among them."""
    pieces: list[str] = []
    for word in phrase.lower().split():
        pieces += [GAP] if word == GAP else words_of(word).forms
    return pieces or [phrase]


@dataclass(frozen=True, slots=True)
class Wording:
    """The wording of one language, ready to look for.

    Attributes:
        phrases: finds what is listed under `TAGS`, `titles` and `colleagues`.
        naming: words that may stand between a colleague and the name.
        not_names: words with a capital in greetings that are no names.
        address: words of address.
        negations: single words that deny.
        clearing: finds what clears somebody of what follows or surrounds it, the negations among them.
    """

    phrases: PhraseIndex
    naming: frozenset[str]
    not_names: frozenset[str]
    address: Address
    negations: frozenset[str]
    clearing: PhraseIndex


@lru_cache
def load_wording(language: str) -> Wording:
    """Return the wording of a language; that of `FALLBACK` where it has none.

    Raises:
        DataFileError: the file is not valid.
    """
    codes = wording_codes()
    file = read_wording(language if language in codes else FALLBACK)
    negations = frozenset(file.negations)
    listed = {tag: getattr(file, tag) for tag in (*TAGS, "titles", "colleagues", *IN_ORDER)}
    # A model falls out of its role in any language, English above all.
    listed["model_talk"] = [phrase for code in codes for phrase in read_wording(code).model_talk]
    listed[DENIED] = [phrase for phrase in file.blame if not negations.isdisjoint(words_of(phrase).forms)]
    return Wording(
        PhraseIndex(listed),
        naming=frozenset(file.naming),
        not_names=frozenset(file.not_names),
        address=file.address,
        negations=negations,
        clearing=PhraseIndex({"clearing": (*file.negations, *file.clearing)}),
    )


def wording_codes() -> list[str]:
    """Return the languages that have a wording of their own."""
    return sorted(path.stem for path in FOLDER.glob("??.yaml"))


def read_wording(code: str) -> WordingFile:
    """Return what the file of a language says.

    Raises:
        DataFileError: the file is not valid.
    """
    return read_data_file(FOLDER / f"{code}.yaml").into(WordingFile)
