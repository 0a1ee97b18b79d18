"""What fit_drafts.py learns from: sentences that say what they are, and replies that are good as they stand.

Sentences of `draft_asides` name a day, a length, a sum or a number, and are asides, which promise nothing, or claims;
of nothing else do they say what they are. Of other sentences it is not known whether they are asides, except that in a
good reply one with a figure hardly ever is.

A sentence of `draft_sentences` names its manners. Good replies (those of `good_replies`, the good drafts of fixtures
by which the rules were mended, and the shipped replies) hold nothing that their style does not want: of a reply to an
expert no sentence is an explanation for beginners, while one to a happy customer may be cheerful.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from labelled_sets import ROOT

from tonekit.guard.wording.counter_signs import load_counter_signs, speaks_against
from tonekit.guard.wording.draft_words import ASIDE, FEWEST, MANNERS, entries_of, sentences_of
from tonekit.guard.wording.words import words_of
from tonekit.profile import Style
from tonekit.reading.words.word_table import ANY_NUMBER

SENTENCES = ROOT / "benchmarks" / "draft_sentences"
ASIDES = ROOT / "benchmarks" / "draft_asides"
GOOD = ROOT / "benchmarks" / "good_replies"
FIXTURES = ROOT / "tests" / "fixtures" / "guard"
GOLDEN = ROOT / "tests" / "golden"
MENDED_BY = {
    "drafts": "scenes",
    "unseen": "scenes",
    "fresh_drafts": "scenes",
    "everyday_drafts": "everyday_scenes",
    "kept_everyday_drafts": "kept_everyday_scenes",
    "usual_drafts": "usual_scenes",
    "varied_drafts": "varied_scenes",
}
"""Fixtures of which rules and lists have been learned already, and the messages that they answer."""
COUNTED = ("usual_drafts", "varied_drafts")
"""Fixtures on which wrong findings are counted, beside `good_replies`: no list was mended by their sentences."""
OF_SHIPPED = 8.0
"""A sentence of a shipped reply counts as so many: nothing in those may be found."""
SORRY = "acknowledgement"
"""What the sentences of shipped replies may be …"""
REJOICING = "cheer"
"""… and those to an enthusiastic customer besides."""
_ENDS = re.compile(r"(?<=[.!?])\s+|\n")


@dataclass(frozen=True)
class Sentence:
    """A sentence as it is learned from.

    Attributes:
        language: its language.
        entries: what it has in the table.
        manners: what it is.
        ruled_out: the manners against which something in it speaks: it is never found.
        may_be: what it may be besides without being counted as that, if it stands in a good reply.
        counts: as how many sentences it counts.
        reply: the good reply that it stands in, if wrong findings are counted on it: most fixtures and the shipped
            replies have seen them mended already, and would make them seem rarer than they are.
        author: the set of good replies, each by one hand: they are held out together.
    """

    language: str
    entries: frozenset[str]
    manners: frozenset[str] = frozenset()
    ruled_out: frozenset[str] = frozenset()
    may_be: frozenset[str] = frozenset()
    counts: float = 1.0
    reply: str | None = None
    author: str | None = None

    @property
    def is_shipped(self) -> bool:
        """Whether it stands in a shipped reply."""
        return self.counts > 1

    @property
    def is_labelled(self) -> bool:
        """Whether it says itself what it is."""
        return self.author is None and not self.is_shipped


def read_sentences() -> Iterator[Sentence]:
    """Yield all of them."""
    for path in sorted(SENTENCES.glob("*.jsonl")):
        for row in _rows(path):
            yield _sentence(path.stem, row["text"], manners=frozenset(row["tags"]), may_be=frozenset({ASIDE}))
    for path in sorted(ASIDES.glob("*.jsonl")):
        for row in _rows(path):
            manners = frozenset({ASIDE}.intersection(row["tags"]))
            yield _sentence(path.stem, row["text"], manners=manners, may_be=frozenset(MANNERS) - {ASIDE})
    yield from _of_good_replies()
    yield from _of_good_drafts()
    for path in sorted(GOLDEN.glob("*.txt")):
        yield from _of_shipped_replies(path)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


def _sentence(language: str, text: str, **more: Any) -> Sentence:
    signs = load_counter_signs(language)
    ruled_out = frozenset(manner for manner in MANNERS if speaks_against(signs, manner, text))
    return Sentence(language, _entries(text), ruled_out=ruled_out, **more)


def _entries(text: str) -> frozenset[str]:
    words = words_of(text)
    found: set[str] = set()
    for start, end in sentences_of(text, words):
        first, behind = words.spans[start][0], words.spans[end - 1][1]
        if end - start >= FEWEST or not found:
            found |= entries_of(words.forms[start:end], text[first:behind], text[behind : behind + 1])
    return frozenset(found)


def _of_good_replies() -> Iterator[Sentence]:
    for path in sorted(GOOD.glob("*.jsonl")):
        for number, row in enumerate(_rows(path)):
            name = f"{path.name}:{number}"
            yield from _of_reply(path.stem, row["text"], row["style"], author=GOOD.name, reply=name)


def _of_good_drafts() -> Iterator[Sentence]:
    for kind, scenes in MENDED_BY.items():
        for path in sorted(FIXTURES.glob(f"{kind}.*.jsonl")):
            language = path.suffixes[0][1:]
            styles = {row["scene"]: row["style"] for row in _rows(FIXTURES / f"{scenes}.{language}.jsonl")}
            for number, row in enumerate(_rows(path)):
                if row["defect"] is None:
                    reply = f"{path.name}:{number}" if kind in COUNTED else None
                    yield from _of_reply(language, row["draft"], styles[row["scene"]], author=kind, reply=reply)


def _of_reply(language: str, text: str, style: Mapping[str, Any], **of: str | None) -> Iterator[Sentence]:
    may_be = frozenset(MANNERS) - unwanted(Style.model_validate(style))
    words = words_of(text)
    for start, end in sentences_of(text, words):
        if end - start >= FEWEST:
            said = text[words.spans[start][0] : words.spans[end - 1][1] + 1]
            figures = ANY_NUMBER in _entries(said)
            yield _sentence(language, said, may_be=may_be - {ASIDE} if figures else may_be, **of)


def unwanted(style: Style) -> frozenset[str]:
    """Return the manners that are a defect in a reply of a style."""
    found = {"model_talk", "blame"}
    if style.tone in ("formal", "professional"):
        found.add("casual")
    elif style.tone in ("friendly", "warm"):
        found.add("stiff")
    if style.jargon == "technical":
        found.add("hand_holding")
    if style.empathy == "acknowledge":
        found.add(REJOICING)
    return frozenset(found)


def _of_shipped_replies(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of the shipped replies in a golden file; a line with `===` opens each reply."""
    language = path.suffixes[0][1:3]
    for reply in path.read_text(encoding="utf-8").split("=== ")[1:]:
        style, _, text = reply.partition("\n")
        may_be = frozenset({SORRY, ASIDE, *([REJOICING] if "enthusiastic" in style else [])})
        for sentence in _ENDS.split(text):
            if len(sentence.split()) >= FEWEST:
                yield _sentence(language, sentence, may_be=may_be, counts=OF_SHIPPED)
