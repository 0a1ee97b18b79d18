"""Phrase patterns expand to exactly what they stand for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.languages.phrases import MOST_EXPANSIONS, PatternError, expand


@pytest.mark.parametrize(
    ("pattern", "phrases"),
    [
        pytest.param("still nothing", ("still nothing",), id="plain"),
        pytest.param("(still|yet) nothing", ("still nothing", "yet nothing"), id="alternatives"),
        pytest.param("[really] annoying", ("annoying", "really annoying"), id="optional"),
        pytest.param("[(so|very)] slow", ("slow", "so slow", "very slow"), id="optional-alternatives"),
        pytest.param("crash{,es,ed}", ("crash", "crashes", "crashed"), id="endings"),
        pytest.param("(a|b) (c|d)", ("a c", "a d", "b c", "b d"), id="two-groups"),
        pytest.param("x{a,b(c|d)}", ("xa", "xbc", "xbd"), id="nested"),
        pytest.param("(a|a)", ("a",), id="repeats-go"),
        pytest.param("(a|b) ~ c", ("a ~ c", "b ~ c"), id="gap"),
    ],
)
def test_expand(pattern: str, phrases: tuple[str, ...]) -> None:
    """Every sign does what docs/language-packs.md says."""
    assert expand(pattern) == phrases


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        pytest.param("(a|b", "never closed", id="open"),
        pytest.param("a)", "closes nothing", id="close"),
        pytest.param("[a]", "nothing at all", id="empty"),
        pytest.param("", "nothing at all", id="no-pattern"),
        pytest.param("~ a", "stands between words", id="gap-first"),
        pytest.param("a [~] ", "stands between words", id="gap-last"),
        pytest.param("a ~ ~ b", "stands between words", id="gap-twice"),
        pytest.param("a ~b", "stands between words", id="gap-glued"),
        pytest.param(" ".join(["(a|b)"] * 10), f"more than {MOST_EXPANSIONS}", id="too-many"),
    ],
)
def test_refused(pattern: str, words: str) -> None:
    """A pattern that is a mistake says so."""
    with pytest.raises(PatternError, match=words):
        expand(pattern)


@given(st.text(alphabet="ab ()[]{}|,~", max_size=30))
def test_never_anything_but_a_pattern_error(pattern: str) -> None:
    """Any text either expands to phrases without signs of grouping, or is a pattern error."""
    try:
        phrases = expand(pattern)
    except PatternError:
        return
    assert all(phrase and phrase == " ".join(phrase.split()) for phrase in phrases)
