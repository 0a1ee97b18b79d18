"""Whether a text that seems to be in one of our languages is in none of them, by odd letters and small words."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from math import log

from ...models.frozen_model import FrozenModel
from .letters import LetterReading


class ForeignRules(FrozenModel):
    """`foreign` in `language.yaml`: log-odds for a language that is none of ours."""

    fewest_words: int
    few_words: int
    from_few: float
    from_more: float
    own_small_words: float
    bias: float
    familiarity: float
    lead: float
    own: float
    strange: float
    words: float
    words_familiarity: float
    words_lead: float
    words_own: float


class ForeignText:
    """Tells texts in languages that nobody has listed. Safe to share between threads.

    Args:
        rules: what the letters and the small words of a text count.
        codes: the languages that the letters know.
    """

    def __init__(self, rules: ForeignRules, codes: Collection[str]) -> None:
        self._rules, self._codes = rules, codes

    def is_foreign(self, letters: LetterReading, votes: Mapping[str, float], label: str) -> bool:
        """Return whether a text that seems to be in `label`, one of our languages, is in none of them.

        Args:
            letters: what its letters tell.
            votes: what its small words say.
            label: its likeliest language.
        """
        rules = self._rules
        if letters.words < rules.fewest_words or label not in self._codes:
            return False
        own = votes.get(label, 0.0)
        strange = sum(vote for code, vote in votes.items() if code not in self._codes)
        if own - strange >= rules.own_small_words:
            # "This is Siobhán Ní Bhriain from Dún Laoghaire": what is strange are the names.
            return False
        limit = rules.from_few if letters.words <= rules.few_words else rules.from_more
        return self._log_odds(letters, own / letters.words, strange / letters.words) > limit

    def _log_odds(self, letters: LetterReading, own: float, strange: float) -> float:
        """Return the log-odds for a foreign language.

        Args:
            letters: what the letters tell.
            own, strange: votes for the likeliest language and for those that are not ours, by word.
        """
        rules, own = self._rules, min(1.0, own)
        once = rules.familiarity * letters.familiarity + rules.lead * letters.lead + rules.own * own
        # The more words, the less is chance.
        more = rules.words_familiarity * letters.familiarity + rules.words_lead * letters.lead + rules.words_own * own
        return rules.bias + once + rules.strange * min(1.0, strange) + log(letters.words) * (rules.words + more)
