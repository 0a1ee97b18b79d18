"""The valence engine without its corrections against vaderSentiment."""

from __future__ import annotations

import re
import statistics
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from tonekit.languages.pack import Boosters, LanguagePack, ValenceFile
from tonekit.reading.valence.scoring import ValenceLexicon, score_sentence

SENTENCES = Path(__file__).with_name("valence_sentences.txt").read_text(encoding="utf-8").splitlines()
VADER = SentimentIntensityAnalyzer()
ROUNDING = 0.00006
"""vaderSentiment rounds to four places."""

_TOKEN = re.compile(r"[:;]-?[()DPp/]|<3|\w+(?:['-]\w+)*|[^\w\s]")
_ABSENT = cast(Any, None)
_EMPTY = ValenceFile(boosters=Boosters(up=(), down=()), negations=(), contrast=())
_PACK = LanguagePack("en", _ABSENT, _EMPTY, _ABSENT, _ABSENT, {}, {}, {"great": -4.0})
PLAIN_VADER = ValenceLexicon.for_pack(_PACK, corrections=())


def tokens_of(text: str) -> list[str]:
    return _TOKEN.findall(text)


def test_ordinary_sentences_agree_with_vader() -> None:
    """With the corrections off, all ordinary sentences get vaderSentiment's compound, but for its rounding."""
    ours = [score_sentence(tokens_of(sentence), PLAIN_VADER).compound for sentence in SENTENCES]
    theirs = [VADER.polarity_scores(sentence)["compound"] for sentence in SENTENCES]
    differences = [abs(one - other) for one, other in zip(ours, theirs, strict=True)]
    assert len(SENTENCES) >= 60
    assert sum(map(bool, theirs)) >= 60
    assert statistics.mean(differences) <= ROUNDING
    assert max(differences) <= ROUNDING
    assert statistics.correlation(ours, theirs) >= 0.99999


_RULE_WORDS = (
    "good great terrible awful happy useless love hate nice no not never without doubt least at very so this really"
    " kind of sort just enough slightly don't isn't neither or nor the printer was VERY GOOD BAD NOT most bad ass bomb"
    " shit bus stop yeah right to die for kiss death beating heart nothing hardly problem despite table"
).split()


@given(
    st.lists(st.sampled_from(_RULE_WORDS), min_size=1, max_size=12), st.sampled_from(["", "!", "!!!!!", "??", "????"])
)
@settings(max_examples=400, deadline=None)
def test_every_mixture_of_rule_words_agrees_with_vader(words: list[str], end: str) -> None:
    """Boosters, negations, idioms, capitals and marks in any order count as in vaderSentiment."""
    # vaderSentiment glues marks to short words, and finds nothing then: a word that it can strip stands last.
    words = [*words, "printer"]
    ours = score_sentence([*words, *end], PLAIN_VADER)
    theirs = VADER.polarity_scores(" ".join(words) + end)["compound"]
    cancelled = abs(sum(term.valence for term in ours.terms)) < 1e-9
    assert cancelled or ours.compound == pytest.approx(theirs, abs=ROUNDING)


@pytest.mark.parametrize("sentence", ["It works, but it is slow and bad.", "Bad start, but the team was great!"])
def test_a_single_but_agrees_with_vader(sentence: str) -> None:
    """Where vaderSentiment's search by value hits the right word, both weigh "but" alike."""
    ours = score_sentence(tokens_of(sentence), PLAIN_VADER).compound
    assert ours == pytest.approx(VADER.polarity_scores(sentence)["compound"], abs=ROUNDING)
