"""Recognise the language of a text: by script, then words, then letters, then what was known before."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

from ...analysis import LanguageVerdict
from ...files.datafile import read_data_file
from ...language_names import language_code
from ...languages.pack import LanguageFile
from ...models.deferred import unchecked
from ...models.frozen_model import FrozenModel
from ..heads.additive_heads import softmax
from .foreign import ForeignRules, ForeignText
from .letters import LetterModel, LetterReading
from .script import language_of_script
from .switching import Switch, SwitchFinder
from .words import WordVote

LANGUAGE_RULES = Path(__file__).with_name("language.yaml")
OTHER_LANGUAGES = Path(__file__).parents[2] / "languages" / "others.yaml"
UNDETERMINED = "und"
_GAP = re.compile(r"\n\s*\n")


class LanguageRules(FrozenModel):
    """`language.yaml`: how votes become a language and a confidence."""

    word_weight: float
    letter_weight: float
    decisive_votes: float
    decisive_lead: float
    foreign_lead: float
    hint_weight: float
    before_weight: float
    twins: tuple[tuple[str, str], ...]
    twin_margin: float
    unsure_below: float
    open_below: float
    strange_below: float
    version_words: int
    version_from: float
    version_share: float
    foreign: ForeignRules


class LanguageReader:
    """Tells the language of a text. Safe to share between threads.

    Args:
        languages: code → `language.yaml` of the pack.
    """

    def __init__(self, languages: Mapping[str, LanguageFile]) -> None:
        self._rules = read_data_file(LANGUAGE_RULES).into(LanguageRules)
        others: dict[str, list[str]] = read_data_file(OTHER_LANGUAGES).data
        self._words = WordVote(languages, others)
        self._letters = LetterModel()
        self._strangers = ForeignText(self._rules.foreign, self._letters.codes)
        self._switches = SwitchFinder(self._words, self._letters)

    def twins(self, code: str) -> tuple[str, ...]:
        """Return the languages that a text in `code` is easily taken for."""
        return tuple(other for pair in self._rules.twins if code in pair for other in pair if other != code)

    def read(
        self,
        text: str,
        *,
        locale: str | None = None,
        before: Callable[[], str | None] | None = None,
        said: Sequence[str] | None = None,
    ) -> LanguageVerdict:
        """Return the language of a text.

        Args:
            text: any text.
            locale: a language that the sender is known to use; it counts where the text leaves the language open.
            before: tells the language that the conversation was held in so far, which counts more than `locale`; it is
                asked only where the text leaves its language open.
            said: its words in lower case, those with apostrophes whole, where they are at hand.
        """
        verdict = self._of_whole(text, locale=locale, before=before, said=said)
        if verdict.unsure or (verdict.label not in self._letters.codes and verdict.method != "none"):
            return self._of_version(text) or verdict
        return verdict

    def _of_whole(
        self,
        text: str,
        *,
        locale: str | None = None,
        before: Callable[[], str | None] | None = None,
        said: Sequence[str] | None = None,
    ) -> LanguageVerdict:
        if not any(map(str.isalpha, text)):
            return _from_hint((before and before()) or language_code(locale))
        if found := language_of_script(text):
            language, alternatives, share = found
            return LanguageVerdict(label=language, confidence=share, alternatives=alternatives, method="script")
        votes = self._words.count(text, said)
        if verdict := self._decided_by_words(votes):
            return verdict
        if before and (known := before()):
            return self._decided_by_letters(text, votes, known, self._rules.before_weight, held=True)
        return self._decided_by_letters(text, votes, language_code(locale), self._rules.hint_weight)

    def _of_version(self, text: str) -> LanguageVerdict | None:
        """Return the language of the version of ours that stands beside one in another language, or None.

        Who writes through a translator sends both. A version has whole paragraphs, and at least a third of the words.
        """
        found: list[tuple[int, LanguageVerdict]] = []
        paragraphs = _GAP.split(text)
        if len(paragraphs) == 1:
            return None
        for paragraph in paragraphs:
            words = len(paragraph.split())
            verdict = self._of_whole(paragraph) if words >= self._rules.version_words else None
            if verdict and verdict.label in self._letters.codes and verdict.confidence >= self._rules.version_from:
                found += [] if verdict.unsure else [(words, verdict)]
        words, verdict = max(found, key=lambda each: each[0], default=(0, None))
        return verdict if words >= self._rules.version_share * len(text.split()) else None

    def leaves_open(self, verdict: LanguageVerdict, answered: Collection[str], *, locale: str | None = None) -> bool:
        """Return whether a verdict leaves open in which of the `answered` languages to answer.

        A locale that says the same settles it. One of two twins is no doubt where nobody answers in the other.
        """
        if verdict.unsure:
            return True
        if verdict.method == "hint" or verdict.label == language_code(locale):
            return False
        told, twins = verdict.confidence, verdict.alternatives
        if twins and not any(twin in answered for twin in twins):
            # What was counted for the twin speaks for the same answer; it is at most as much as for the language read.
            told *= 1 + len(twins)
        return told < self._rules.open_below

    def switches(self, text: str, own: Collection[str]) -> Iterator[Switch]:
        """Yield the parts of a text in another language than those that it is read in."""
        return self._switches.find(text, own)

    def _decided_by_words(self, votes: Mapping[str, float]) -> LanguageVerdict | None:
        ranked = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
        if not ranked:
            return None
        ours = ranked[0][0] in self._letters.codes
        # Relatives without a pack share small words; which of them it is matters less than that it is none of ours.
        next_best = next((vote for code, vote in ranked[1:] if ours or code in self._letters.codes), 0.0)
        lead = ranked[0][1] - next_best
        clear = ranked[0][1] >= self._rules.decisive_votes and lead >= self._rules.decisive_lead
        # The letters know only our own languages: of another one its small words have to do.
        if not clear and (ours or lead < self._rules.foreign_lead):
            return None
        scores = {code: self._rules.word_weight * vote for code, vote in votes.items()}
        return self._verdict(scores, method="words")

    def _decided_by_letters(
        self, text: str, votes: Mapping[str, float], hint: str | None, weight: float, *, held: bool = False
    ) -> LanguageVerdict:
        letters = self._letters.read(text)
        logs = letters.logs
        best = max(logs.values(), default=0.0)
        scores = {code: self._rules.letter_weight * (value - best) for code, value in logs.items()}
        for code, vote in votes.items():
            # A language without profile starts where the worst of ours stands: only its words speak for it.
            scores[code] = scores.get(code, min(scores.values(), default=0.0)) + self._rules.word_weight * vote
        likeliest = max(sorted(scores), key=scores.__getitem__, default=None)
        if hint:
            scores[hint] = scores.get(hint, min(scores.values(), default=0.0)) + weight
        if not letters.known and not votes:
            return _from_hint(hint)
        if not votes and self._is_no_word(letters):
            return _from_hint(hint) if hint else self._of_foreign(scores, votes)
        verdict = self._verdict(scores, method="letters", hint=hint)
        # Of a conversation that was held in it so far, the likeliest language has been seen before.
        if not (held and likeliest == hint) and self._strangers.is_foreign(letters, votes, verdict.label):
            return self._of_foreign(scores, votes)
        return verdict

    def _is_no_word(self, letters: LetterReading) -> bool:
        """Return whether one or two words are what fingers type at random: any text is likeliest in one language."""
        return letters.words < self._rules.foreign.fewest_words and letters.familiarity < self._rules.strange_below

    def _of_foreign(self, scores: Mapping[str, float], votes: Mapping[str, float]) -> LanguageVerdict:
        """Return what a text in none of our languages is taken for, whatever the sender speaks elsewhere."""
        code = max(sorted(votes), key=votes.__getitem__, default=None)
        named = code is not None and code not in self._letters.codes and votes[code] >= self._rules.foreign_lead
        by_words = {each: self._rules.word_weight * vote for each, vote in votes.items()}
        found = self._verdict(by_words, method="words") if named else self._verdict(scores, method="letters")
        return found.model_copy(update={"unsure": True})

    def _verdict(
        self, scores: Mapping[str, float], *, method: Literal["words", "letters"], hint: str | None = None
    ) -> LanguageVerdict:
        probabilities = softmax(scores)
        label = max(sorted(probabilities), key=lambda code: probabilities[code])
        twins = tuple(
            other
            for pair in self._rules.twins
            if label in pair
            for other in pair
            if other != label and scores.get(label, 0.0) - scores.get(other, 0.0) < self._rules.twin_margin
        )
        # Where it is one of two twins, that much is known.
        told = probabilities[label] + sum(probabilities[twin] for twin in twins)
        if hint and told < self._rules.unsure_below:
            return _from_hint(hint)
        fields = {"label": label, "confidence": probabilities[label], "alternatives": twins, "method": method}
        return unchecked(LanguageVerdict, {**fields, "unsure": told < self._rules.unsure_below})


def _from_hint(hint: str | None) -> LanguageVerdict:
    if hint is None:
        return LanguageVerdict(label=UNDETERMINED, confidence=0.0, method="none")
    return LanguageVerdict(label=hint, confidence=0.5, method="hint")
