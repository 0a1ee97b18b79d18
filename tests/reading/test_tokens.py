"""Words are cut as a reader of the language sees them, and every sign of the text belongs to a token."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.analysis import Zone
from tonekit.languages.loading import available_languages, load_language_file
from tonekit.languages.pack import Words
from tonekit.reading.tokens import Tokeniser, is_word

TOKENISERS = {code: Tokeniser(load_language_file(code).words) for code in available_languages()} | {
    "other": Tokeniser(Words())
}


@pytest.mark.parametrize(
    ("code", "text", "tokens"),
    [
        pytest.param("en", "I can't, it's late.", "I|can't|,|it|'s|late|.", id="english-apostrophes"),
        pytest.param("en", "a follow-up on DX-8", "a|follow|-|up|on|DX-8", id="english-hyphens"),
        pytest.param("de", "E-Mail an max@firma.de", "E-Mail|an|max@firma.de", id="whole-hyphens-and-addresses"),
        pytest.param("de", "am 3. Mai, z.B. um 10:30", "am|3.|Mai|,|z.B|.|um|10:30", id="ordinals-and-abbreviations"),
        pytest.param("de", "haste 'ne Idee", "haste|'ne|Idee", id="clipped-in-front"),
        pytest.param("da", "det ka' jeg ik'", "det|ka'|jeg|ik'", id="clipped-behind"),
        pytest.param("sv", "CLI:t den 30:e", "CLI:t|den|30:e", id="colon-before-an-ending"),
        pytest.param("nb", "A/S betaler 1.200,50 kr/mnd", "A/S|betaler|1.200,50|kr|/|mnd", id="slashes-and-numbers"),
        pytest.param("en", "see https://a.example/x?y=1.", "see|https://a.example/x?y=1|.", id="link"),
        pytest.param("en", "end.Also this", "end|.|Also|this", id="no-space-behind-a-stop"),
        pytest.param("en", "Why?! Well... :-)", "Why|?|!|Well|...|:-)", id="marks-and-faces"),
        pytest.param("sv", "åäö 🙄🙄", "åäö|🙄|🙄", id="emoji"),
        pytest.param("en", "", "", id="empty"),
    ],
)
def test_cut(code: str, text: str, tokens: str) -> None:
    """Each language parts its words in its own way."""
    assert "|".join(TOKENISERS[code].cut(text).texts) == tokens


@given(st.sampled_from(sorted(TOKENISERS)), st.lists(st.text(max_size=40), max_size=5), st.integers(14, 60))
def test_long_blanks_are_passed_over(code: str, parts: list[str], blanks: int) -> None:
    """What was blanked out changes no token around it: each stands where it would stand with two line breaks there."""
    gap = "\n\n" + " " * blanks
    tokens = TOKENISERS[code].cut(gap.join(parts))

    assert tokens.texts == TOKENISERS[code].cut("\n\n".join(parts)).texts
    assert [gap.join(parts)[start:end] for start, end in tokens.spans] == tokens.texts


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 9)), max_size=4), st.text("ab .", max_size=90))
def test_inside(stretches: list[tuple[int, int]], text: str) -> None:
    """A token is inside a zone where it begins there."""
    tokens = TOKENISERS["other"].cut(text)
    zones = [Zone(kind="body", start=start, end=start + length) for start, length in stretches]

    assert tokens.inside(zones) == {
        number
        for number, (start, _) in enumerate(tokens.spans)
        if any(zone.start <= start < zone.end for zone in zones)
    }


@given(st.sampled_from(sorted(TOKENISERS)), st.text(max_size=300))
def test_nothing_is_lost(code: str, text: str) -> None:
    """Tokens stand where they say, in order; what is between them is white space."""
    tokens = TOKENISERS[code].cut(text)

    assert [text[start:end] for start, end in tokens.spans] == tokens.texts
    assert [token.lower() for token in tokens.texts] == tokens.lower
    assert "".join(tokens.texts) == "".join(text.split())


@pytest.mark.parametrize(
    ("token", "word"), [("word", True), ("3d", True), ("it's", True), ("42", False), ("!", False), ("3.5", False)]
)
def test_is_word(token: str, word: bool) -> None:
    """A word has a letter."""
    assert is_word(token) is word
