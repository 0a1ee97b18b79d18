"""People are shown phrases one by one and single words together; the sums stay."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tonekit
from tonekit.analysis import SINGLE_WORD, Evidence, Verdict
from tonekit.explanations.shown_evidence import MOST_WORDS, WORDS, shown_terms, telling

PHRASE = Evidence(cue="contact.unanswered", text="no answer", start=0, end=9, weight=0.5, weights={"frustrated": 0.5})


def word(text: str, weight: float) -> Evidence:
    """Return a single word that speaks for frustration."""
    weights = {"frustrated": weight, "neutral": -weight}
    return Evidence(cue=SINGLE_WORD, text=text, start=0, end=len(text), weight=weight, weights=weights)


def verdict(*evidence: Evidence) -> Verdict:
    """Return a verdict on mood that leans to frustration."""
    shares = {"frustrated": 0.8, "neutral": 0.2}
    return Verdict(
        label="frustrated", confidence=0.8, probabilities=shares, scores={}, evidence=evidence, leaning="frustrated"
    )


def frustration(weights: Mapping[str, float]) -> float:
    """Return what weights add for frustration."""
    return weights.get("frustrated", 0.0)


def test_single_words_are_one_term_that_names_those_on_its_side() -> None:
    """The words whose sum is shown are those that pull where the sum pulls, strongest first."""
    [together] = shown_terms(verdict(word("nobody", 0.4), word("calm", -0.3), word("why", 0.6)), frustration)

    assert (together.cue, together.text) == (WORDS, "why, nobody, …")
    assert together.weights == pytest.approx({"frustrated": 0.7, "neutral": -0.7})
    assert together.pull == pytest.approx(0.7)


def test_words_that_pull_back_are_named_where_they_outweigh() -> None:
    """A sum that speaks against the leaning names the words that do."""
    [together] = shown_terms(verdict(word("nobody", 0.1), word("calm", -0.3)), frustration)

    assert together.text == "calm, …"
    assert together.pull == pytest.approx(-0.2)


def test_terms_stand_in_order_of_their_pull() -> None:
    """Single words together take the place of their sum."""
    few, many = [word("a", 0.2)], [word(text, 0.2) for text in "abc"]

    assert [term.cue for term in shown_terms(verdict(PHRASE, *few), frustration)] == [PHRASE.cue, WORDS]
    assert [term.cue for term in shown_terms(verdict(PHRASE, *many), frustration)] == [WORDS, PHRASE.cue]


def test_phrases_tell_and_single_words_only_where_there_is_none() -> None:
    """Words for a colleague are phrases; without any they are the strongest single words."""
    words = [word(f"w{number}", 0.9 - number / 10) for number in range(MOST_WORDS + 2)]

    assert telling(verdict(*words, PHRASE)) == [PHRASE]
    assert telling(verdict(*words)) == words[:MOST_WORDS]
    assert telling(verdict(word("calm", -0.3))) == []


@given(
    st.text() | st.sampled_from(["Third time, still nothing, why does nobody answer?", "Hei, hvor er pakken fra dere?"])
)
def test_shown_terms_sum_up_to_the_scores(text: str) -> None:
    """What is shown together counts what it counted alone."""
    for _, each in tonekit.analyze(text).verdicts():
        terms = shown_terms(each, frustration)
        for label, score in each.scores.items():
            assert sum(term.weights.get(label, 0.0) for term in terms) == pytest.approx(score)
        assert sum(term.cue in (WORDS, SINGLE_WORD) for term in terms) <= 1
