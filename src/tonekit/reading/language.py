"""In which language a text is written: script, then words, then letters, then what was known before."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from ..analysis import LanguageVerdict
from ..datafile import read_data_file
from ..deferred import unchecked
from ..languages.pack import LanguageFile
from .heads import softmax
from .language_letters import LetterModel
from .language_script import language_of_script
from .language_words import WordVote

LANGUAGE_RULES = Path(__file__).with_name("language.yaml")
OTHER_LANGUAGES = Path(__file__).parents[1] / "languages" / "others.yaml"
UNDETERMINED = "und"
_CODE = re.compile(r"[a-z]{2,3}")
_ALIASES = {"no": "nb", "nn": "nb"}


class LanguageRules(BaseModel):
    """`language.yaml`: how votes become a language and a confidence."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    word_weight: float
    letter_weight: float
    decisive_votes: float
    decisive_lead: float
    foreign_lead: float
    hint_weight: float
    twins: tuple[tuple[str, str], ...]
    twin_margin: float
    unsure_below: float


def language_code(locale: str | None) -> str | None:
    """Return the language of a locale (`de-AT` → `de`; `no` and `nn` → `nb`), or None for what names no language."""
    code = (locale or "").strip().replace("_", "-").split("-")[0].lower()
    # The code is written into prompts: two or three plain letters, and nothing else.
    return _ALIASES.get(code, code) if _CODE.fullmatch(code) else None


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

    def twins(self, code: str) -> tuple[str, ...]:
        """Return the languages that a text in `code` is easily taken for."""
        return tuple(other for pair in self._rules.twins if code in pair for other in pair if other != code)

    def read(self, text: str, *, locale: str | None = None) -> LanguageVerdict:
        """Return the language of `text`; `locale` counts where the text leaves it open."""
        hint = language_code(locale)
        if not any(map(str.isalpha, text)):
            return _from_hint(hint)
        if found := language_of_script(text):
            language, alternatives, share = found
            return LanguageVerdict(label=language, confidence=share, alternatives=alternatives, method="script")
        votes, _ = self._words.count(text)
        if verdict := self._decided_by_words(votes):
            return verdict
        return self._decided_by_letters(text, votes, hint)

    def _decided_by_words(self, votes: Mapping[str, float]) -> LanguageVerdict | None:
        ranked = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
        lead = ranked[0][1] - (ranked[1][1] if len(ranked) > 1 else 0.0) if ranked else 0.0
        if not ranked:
            return None
        ours = ranked[0][0] in self._letters.codes
        clear = ranked[0][1] >= self._rules.decisive_votes and lead >= self._rules.decisive_lead
        # The letters know only our own languages: of another one its small words have to do.
        if not clear and (ours or lead < self._rules.foreign_lead):
            return None
        scores = {code: self._rules.word_weight * vote for code, vote in votes.items()}
        return self._verdict(scores, method="words")

    def _decided_by_letters(self, text: str, votes: Mapping[str, float], hint: str | None) -> LanguageVerdict:
        logs, known = self._letters.log_probabilities(text)
        best = max(logs.values(), default=0.0)
        scores = {code: self._rules.letter_weight * (value - best) for code, value in logs.items()}
        for code, vote in votes.items():
            # A language without profile starts where the worst of ours stands: only its words speak for it.
            scores[code] = scores.get(code, min(scores.values(), default=0.0)) + self._rules.word_weight * vote
        if hint:
            scores[hint] = scores.get(hint, min(scores.values(), default=0.0)) + self._rules.hint_weight
        if not known and not votes:
            return _from_hint(hint)
        return self._verdict(scores, method="letters")

    def _verdict(self, scores: Mapping[str, float], *, method: Literal["words", "letters"]) -> LanguageVerdict:
        probabilities = softmax(scores)
        label = max(sorted(probabilities), key=lambda code: probabilities[code])
        twins = tuple(
            other
            for pair in self._rules.twins
            if label in pair
            for other in pair
            if other != label and scores.get(label, 0.0) - scores.get(other, 0.0) < self._rules.twin_margin
        )
        return unchecked(
            LanguageVerdict,
            {"label": label, "confidence": probabilities[label], "alternatives": twins, "method": method},
        )


def _from_hint(hint: str | None) -> LanguageVerdict:
    if hint is None:
        return LanguageVerdict(label=UNDETERMINED, confidence=0.0, method="none")
    return LanguageVerdict(label=hint, confidence=0.5, method="hint")
