"""Language by its letters: naive Bayes over langdetect's n-gram profiles of our own languages.

A private factory holds five profiles, seeded and built once; the sampling of `langdetect.detect`, whose answers
change from call to call, is not used: the log-probabilities of all n-grams are summed instead.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import log
from pathlib import Path
from typing import Any

MOST_CHARACTERS = 400
"""Characters looked at; the answer does not change later."""

_UNSEEN = 0.5 / 10_000
"""What langdetect adds to every probability (its alpha over its base frequency)."""
_PROFILE_NAMES = {"nb": "no"}


class LetterModel:
    """Log-probabilities of a text under each language. Safe to share between threads.

    Args:
        codes: languages to tell apart; those for which langdetect has no profile are left out.
    """

    def __init__(self, codes: Iterable[str]) -> None:
        from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory
        from langdetect.utils.ngram import NGram

        folder = Path(PROFILES_DIRECTORY)
        self.codes = tuple(code for code in codes if (folder / _PROFILE_NAMES.get(code, code)).is_file())
        factory: Any = DetectorFactory()
        factory.seed = 0
        profiles = [folder / _PROFILE_NAMES.get(code, code) for code in self.codes]
        factory.load_json_profile([profile.read_text(encoding="utf-8") for profile in profiles])
        self._ngram: Any = NGram
        self._logs: dict[str, list[float]] = {
            ngram: [log(probability + _UNSEEN) for probability in probabilities]
            for ngram, probabilities in factory.word_lang_prob_map.items()
        }

    def log_probabilities(self, text: str) -> tuple[dict[str, float], int]:
        """Return the summed log-probability by language, and the number of n-grams known to any profile."""
        totals = [0.0] * len(self.codes)
        known = 0
        ngram = self._ngram()
        for character in f" {text[:MOST_CHARACTERS].lower()} ":
            ngram.add_char(character)
            for size in (1, 2, 3):
                logs = self._logs.get(ngram.get(size) or "")
                if logs is not None:
                    known += 1
                    totals = [total + value for total, value in zip(totals, logs, strict=True)]
        return dict(zip(self.codes, totals, strict=True)), known
