"""What words do to the valence of a sentence in one language, ready to be looked up."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from types import MappingProxyType

from ...languages.pack import LanguagePack
from .rules import ALL_CORRECTIONS, LanguageRules, ValenceRules, known_corrections, valence_rules

_PIECE = re.compile(r"[^\s-]+|-")


@dataclass(frozen=True, slots=True)
class Role:
    """What a word or phrase does to a sentence.

    Attributes:
        valence: −4 to 4, or None for a word that feels like nothing.
        booster: what it adds to the size of the next words' valence; below 0 it weakens them.
        negates: it turns the next three words.
        contrasts: what follows weighs more than what went before.
    """

    valence: float | None = None
    booster: float = 0.0
    negates: bool = False
    contrasts: bool = False


PLAIN = Role()
_NEGATING = Role(negates=True)
_PhraseTable = Mapping[str, tuple[tuple[tuple[str, ...], Role], ...]]


@dataclass(frozen=True, slots=True)
class ValenceLexicon:
    """The words of one language with their roles. Immutable; build it once a language and share it.

    Attributes:
        language: ISO 639-1 code of the pack.
        words: lower-case word → role.
        phrases: first word → phrases that begin with it, the longest first, each with its role.
        rules: numbers and words of `valence/rules.yaml`.
        language_rules: what this language needs beside its pack.
        trailing_boosters: phrases that VADER adds as they are, in what stands before a word; empty where phrases
            count as words.
        english: whether VADER's English rules (least, no, never so, idioms) hold.
        corrections: names from `CORRECTIONS` that are on.
        feeling: words that have a valence.
        opening: words that begin a phrase that has one.
    """

    language: str
    words: Mapping[str, Role]
    phrases: _PhraseTable
    rules: ValenceRules
    language_rules: LanguageRules
    trailing_boosters: Mapping[str, float]
    english: bool
    corrections: frozenset[str]
    feeling: frozenset[str]
    opening: frozenset[str]

    @classmethod
    def for_pack(cls, pack: LanguagePack, *, corrections: Collection[str] = ALL_CORRECTIONS) -> ValenceLexicon:
        """Return the lexicon of a language; English builds on VADER's.

        Args:
            pack: lexicon and `valence.yaml` are read.
            corrections: names from `CORRECTIONS`; without any, English words count as in vaderSentiment.

        Raises:
            UnknownNameError: there is no such correction.
        """
        active = known_corrections(corrections)
        rules = valence_rules()
        language_rules = rules.languages.get(pack.code, LanguageRules())
        roles = _Roles(_base_words(pack, rules, active), mixed="booster_or_feeling" in active)
        roles.add_modifiers(pack, rules, active)
        if "void_negations" in active:
            roles.add_each(language_rules.void_negations, PLAIN)
        if "phrases_as_words" in active:
            for valence, idioms in language_rules.idioms.items():
                roles.add_each(idioms, Role(valence=valence or None))
        phrases = roles.phrase_table()
        return cls(
            language=pack.code,
            words=roles.words,
            phrases=phrases,
            rules=rules,
            language_rules=language_rules,
            trailing_boosters=MappingProxyType(roles.trailing_boosters),
            english=pack.code == "en",
            corrections=active,
            # By way of a list: what grows one by one is made with room for four times as much.
            feeling=frozenset(dict.fromkeys([word for word, role in roles.words.items() if role.valence])),
            opening=frozenset(word for word, each in phrases.items() if any(role.valence for _, role in each)),
        )

    def feels_nothing(self, words: Sequence[str]) -> bool:
        """Return whether no word and no phrase of a sentence, in lower case, has a valence: it needs no rules then."""
        if not self.feeling.isdisjoint(words):
            return False
        # Phrases begin with everyday words ("in", "to"): few of those that may stand there do.
        return self.opening.isdisjoint(words) or not any(
            word in self.opening and self.match(words, at)[1].valence for at, word in enumerate(words)
        )

    def match(self, words: Sequence[str], at: int) -> tuple[int, Role]:
        """Return how many of `words` from `at` on make one word or phrase, and its role."""
        word = words[at]
        for phrase, role in self.phrases.get(word, ()):
            if tuple(words[at : at + len(phrase)]) == phrase:
                return len(phrase), role
        return 1, self.role(word)

    def role(self, word: str) -> Role:
        """Return the role of a word that is no phrase."""
        role = self.words.get(word)
        if role is None:
            return _NEGATING if self.english and self.rules.english.negating_part in word else PLAIN
        return role


class _Roles:
    """Collects roles while a lexicon is built."""

    def __init__(self, valences: Mapping[str, float], *, mixed: bool) -> None:
        felt = {valence: Role(valence=valence) for valence in set(valences.values())}
        self.words = {word: felt[valence] for word, valence in valences.items()}
        self._phrases: dict[tuple[str, ...], Role] = {}
        self._mixed = mixed
        self.trailing_boosters: dict[str, float] = {}

    def add_modifiers(self, pack: LanguagePack, rules: ValenceRules, active: frozenset[str]) -> None:
        """Add boosters, negations and contrast words: of VADER for English, else of the pack."""
        own = pack.code != "en" or "language_words" in active
        boosters = pack.valence.boosters if own else rules.english.boosters
        negations = pack.valence.negations if own else rules.english.negations
        whole = "phrases_as_words" in active
        step = rules.constants.booster_step
        for words, booster in ((boosters.up, step), (boosters.down, -step)):
            for word in words:
                self._add_booster(word, booster, whole=whole, negates=not set(word.split()).isdisjoint(negations))
        for word in negations:
            if whole or " " not in word:
                self._add(word, replace(self._known(word, keep_valence=False), negates=True))
        for word in pack.valence.contrast if "contrast_rule" in active else rules.english.contrast:
            self._add(word, replace(self._known(word, keep_valence=True), contrasts=True))

    def add_each(self, phrases: Iterable[str], role: Role) -> None:
        """Give all `phrases` one role."""
        for phrase in phrases:
            self._add(phrase, role)

    def phrase_table(self) -> _PhraseTable:
        """Return the phrases by their first word, the longest first."""
        table: dict[str, list[tuple[tuple[str, ...], Role]]] = {}
        for phrase in sorted(self._phrases, key=len, reverse=True):
            table.setdefault(phrase[0], []).append((phrase, self._phrases[phrase]))
        return {first: tuple(entries) for first, entries in table.items()}

    def _add_booster(self, word: str, booster: float, *, whole: bool, negates: bool) -> None:
        # "not very", a weakening phrase, has to turn what "not" alone would turn.
        if whole or " " not in word:
            role = self._known(word, keep_valence=self._mixed)
            self._add(word, replace(role, booster=booster, negates=negates))
        else:
            self.trailing_boosters[word] = booster

    def _add(self, phrase: str, role: Role) -> None:
        pieces = tuple(_PIECE.findall(phrase))
        if len(pieces) > 1:
            self._phrases[pieces] = role
        # A tokeniser may leave "uh-uh" whole or cut it at the hyphen.
        if " " not in phrase:
            self.words[phrase] = role

    def _known(self, word: str, *, keep_valence: bool) -> Role:
        role = self.words.get(word) or self._phrases.get(tuple(_PIECE.findall(word)), PLAIN)
        return role if keep_valence else replace(role, valence=None)


def _base_words(pack: LanguagePack, rules: ValenceRules, active: frozenset[str]) -> dict[str, float]:
    if pack.code != "en":
        return {word: valence for word, valence in pack.lexicon.items() if valence}
    words = dict(_vader_lexicon())
    silenced: list[str] = []
    if "courtesy_words" in active:
        silenced += rules.silenced.courtesy_words
    if "technical_words" in active:
        silenced += rules.silenced.technical_words + rules.silenced.matter_words
    for word in silenced:
        words.pop(word, None)
    if "support_words" in active:
        words |= pack.lexicon
    return {word: valence for word, valence in words.items() if valence}


@cache
def _vader_lexicon() -> Mapping[str, float]:
    """Return VADER's word → mean rating; its program is not imported, only its data file read."""
    text = resources.files("vaderSentiment").joinpath("vader_lexicon.txt").read_text(encoding="utf-8")
    lines = (line.strip().split("\t") for line in text.split("\n"))
    return MappingProxyType({fields[0]: float(fields[1]) for fields in lines if len(fields) > 1})
