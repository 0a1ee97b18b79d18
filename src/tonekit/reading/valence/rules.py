"""The rules of the valence engine: their numbers, their English words, and the list of corrections."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pydantic import Field

from ...errors import UnknownNameError
from ...files.datafile import read_data_file
from ...languages.pack import Boosters, Phrases
from ...models.frozen_model import FrozenModel

VALENCE_RULES = Path(__file__).with_name("rules.yaml")

CORRECTIONS: Mapping[str, str] = MappingProxyType(
    {
        "support_words": "VADER has no 'crashes', 'outage', 'works', and rates words as in tweets: the pack's lexicon"
        " goes over VADER's.",
        "courtesy_words": "Politeness is not joy: 'please', 'thanks', 'dear' and 'hope' alone make a mail +0.95.",
        "technical_words": "'Kill a process that is dead' is no anger, 'share my alert settings securely' no joy; nor"
        " are words that name the matter (problem, complaint, legal).",
        "language_words": "VADER's boosters and negations are English, and of tweets: the pack's take their place.",
        "phrases_as_words": "VADER knows 'kind of' only behind three other words, and there it makes a bad word worse;"
        " phrases (boosters, negations, idioms) count as one word wherever they stand.",
        "booster_or_feeling": "'Terribly', 'wahnsinnig': a booster before a word with a valence, a feeling elsewhere;"
        " VADER cannot hold a word in both lists.",
        "clause_bounds": "'It does not work, terrible' is no praise: boosters and negations do not act beyond a comma,"
        " a bracket or a contrast word.",
        "void_negations": "'Not only good', 'nicht nur gut', 'inte minst' turn nothing.",
        "never_so": "VADER strengthens every word two places behind 'so' or 'this', by a missing bracket, even"
        " without 'never'.",
        "postposed_negation": "'Das gefällt mir nicht', 'jag gillar det inte': in German and the Scandinavian"
        " languages the negation stands behind the verb. It turns good words only: 'leider nicht' stays bad.",
        "contrast_rule": "VADER finds words by value (`list.index`), so equal values take each other's place, and knows"
        " the first 'but' alone: here by place, every contrast word of the language, the last one decides.",
        "whole_caps": "A sentence all in capitals has no emphasis in any one word. A figure, an emoticon or a single"
        " letter does not make it a mixed one, as it does in VADER.",
        "sarcasm_veto": "'Great, another update that breaks everything' is +0.62 in VADER: where the caller found"
        " sarcasm, good words do not count.",
    }
)
"""Name → reason of everything in which tonekit departs from VADER on purpose. Each can be switched off.

Not listed, for they are settled before tokens get here: curly apostrophes, glued punctuation ("terrible,awful") and
emoji, which VADER reads by their official descriptions and tonekit by its own table.
"""

ALL_CORRECTIONS: tuple[str, ...] = tuple(CORRECTIONS)


class Constants(FrozenModel):
    """VADER's numbers (Hutto & Gilbert 2014); the comments in the file say what each does."""

    booster_step: float
    capitals_step: float
    negation_factor: float
    distance_weights: tuple[float, ...]
    never_so_factor: float
    before_contrast: float
    after_contrast: float
    exclamation_step: float
    exclamation_most: int
    question_step: float
    question_steps_most: int
    question_most: float
    alpha: float


class WordPair(FrozenModel):
    """A word that changes its role next to others: those right `before` it may stand, or those it may not follow."""

    word: str
    before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()


class EnglishRules(FrozenModel):
    """What VADER has as program text for English."""

    boosters: Boosters
    negations: tuple[str, ...]
    negating_part: str
    contrast: tuple[str, ...]
    denial: str
    denial_links: tuple[str, ...]
    least: WordPair
    never_so: WordPair
    without_doubt: WordPair
    idioms: dict[str, float]


class Silenced(FrozenModel):
    """Entries of VADER's lexicon that feel like nothing in a message to a company."""

    courtesy_words: tuple[str, ...]
    technical_words: tuple[str, ...]
    matter_words: tuple[str, ...]


class LanguageRules(FrozenModel):
    """What one language needs beside its pack: valence → idioms, negations that turn nothing, word order."""

    idioms: dict[float, Phrases] = Field(default={})
    void_negations: Phrases = ()
    postposed_negation: bool = False


class ValenceRules(FrozenModel):
    """The file `valence/rules.yaml`."""

    constants: Constants
    english: EnglishRules
    clause_bounds: frozenset[str]
    silenced: Silenced
    languages: dict[str, LanguageRules]


@cache
def valence_rules() -> ValenceRules:
    """Return the rules. The file ships with tonekit, so it is read once.

    Raises:
        DataFileError: `valence/rules.yaml` is not valid.
    """
    return read_data_file(VALENCE_RULES).into(ValenceRules)


def known_corrections(names: Collection[str]) -> frozenset[str]:
    """Return `names` as a set.

    Raises:
        UnknownNameError: there is no such correction.
    """
    for name in names:
        if name not in CORRECTIONS:
            raise UnknownNameError("valence correction", name, available=ALL_CORRECTIONS)
    return frozenset(names)
