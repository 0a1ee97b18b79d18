"""Normalising: what becomes what, and the way back to what was written."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tonekit.reading.normalising import normalise

_FORMS = {
    "plain": ("Kan ni ringa?", "Kan ni ringa?"),
    "empty": ("", ""),
    "curly apostrophe": ("don\u2019t", "don't"),
    "modifier apostrophe": ("don\u02bct", "don't"),
    "prime": ("don\u2032t", "don't"),
    "acute accent between letters": ("don\u00b4t", "don't"),
    "backtick between letters": ("don`t", "don't"),
    "backticks around code": ("`is_read` and ``x``", "`is_read` and ``x``"),
    "english quotes": ("\u201cno\u201d \u2018yes\u2019", "\"no\" 'yes'"),
    "german quotes": ("\u201eNein\u201c \u201aJa\u2018", "\"Nein\" 'Ja'"),
    "guillemets": ("\u00bbNei\u00ab", '"Nei"'),
    "hard space": ("3\u00a0km, 2\u202fkg", "3 km, 2 kg"),
    "hard hyphen": ("e\u2011post", "e-post"),
    "decomposed": ("fo\u0308r a\u030a", "f\u00f6r \u00e5"),
    "composed": ("f\u00f6r \u00e5", "f\u00f6r \u00e5"),
    "hangul": ("\u1100\u1161\u11a8", "\uac01"),
    "windows lines": ("a\r\nb\r\n", "a\nb\n"),
    "old mac lines": ("a\rb", "a\nb"),
    "other line breaks": ("a\x0bb\x0cc\x85d\u2028e\u2029f", "a\nb\nc\nd\ne\nf"),
    "variation selector": ("\u2764\ufe0f ok", "\u2764 ok"),
    "skin tone": ("\U0001f44d\U0001f3fd ok", "\U0001f44d ok"),
    "joined emoji": ("\U0001f468\u200d\U0001f4bb", "\U0001f468\U0001f4bb"),
    "zero width space": ("re\u200bfund", "refund"),
    "soft hyphen": ("Rech\u00adnung", "Rechnung"),
    "byte order mark": ("\ufeffHej", "Hej"),
    "bidi override": ("a\u202eb\u202c", "ab"),
    "tag characters": ("ok\U000e0069\U000e0067", "ok"),
    "null": ("a\x00b", "a b"),
    "other controls": ("a\x07b\x1bc\x7fd\x9fe", "abcde"),
    "tab": ("a\tb", "a\tb"),
    "lone surrogate": ("a\ud800b", "a\ufffdb"),
    "zero width joiner before a mark": ("o\u200d\u0308", "\u00f6"),
}


@pytest.mark.parametrize(("written", "normal"), _FORMS.values(), ids=_FORMS.keys())
def test_forms(written: str, normal: str) -> None:
    """Each way of writing the same thing becomes one."""
    assert normalise(written).text == normal


_INVISIBLE = {
    "none": ("Hej \u201cdu\u201d\r\n", 0),
    "zero width": ("re\u200bfu\u200cnd", 2),
    "bidi": ("\u202eabc\u202c", 2),
    "tags": ("ok\U000e0069\U000e0067", 2),
    "byte order mark in front": ("\ufeffHej", 0),
    "byte order mark inside": ("He\ufeffj", 1),
    "heart": ("\u2764\ufe0f", 0),
    "skin tone": ("\U0001f44d\U0001f3fd", 0),
    "family": ("\U0001f468\u200d\U0001f469\u200d\U0001f467", 0),
    "joined with selector": ("\U0001f3f3\ufe0f\u200d\U0001f308", 0),
    "joiner between letters": ("a\u200db", 1),
    "joiner at the end": ("\U0001f468\u200d", 1),
    "flag of Wales": ("\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f", 0),
    "soft hyphen": ("Rech\u00adnung", 0),
}


@pytest.mark.parametrize(("written", "count"), _INVISIBLE.values(), ids=_INVISIBLE.keys())
def test_invisible_characters_are_counted(written: str, count: int) -> None:
    """What can hide a text inside another counts; what builds an emoji does not."""
    assert normalise(written).invisible == count


_SPANS = {
    "identity": ("Hej du", "du", "du"),
    "curly": ("I don\u2019t know", "don't", "don\u2019t"),
    "behind windows lines": ("a\r\nb\r\nslow", "slow", "slow"),
    "over windows lines": ("very\r\nslow", "very\nslow", "very\r\nslow"),
    "hidden inside": ("my re\u200bfund", "refund", "re\u200bfund"),
    "hidden in front": ("my \u200brefund", "refund", "refund"),
    "decomposed": ("viel fu\u0308r mich", "f\u00fcr", "fu\u0308r"),
    "behind decomposed": ("fu\u0308r mich", "mich", "mich"),
    "emoji with selector": ("so \u2764\ufe0f!", "\u2764", "\u2764\ufe0f"),
    "emoji with skin tone": ("so \U0001f44d\U0001f3fd!", "\U0001f44d", "\U0001f44d\U0001f3fd"),
}


@pytest.mark.parametrize(("written", "normal", "original"), _SPANS.values(), ids=_SPANS.keys())
def test_spans_lead_back_to_what_was_written(written: str, normal: str, original: str) -> None:
    """The span of a word in the normal text is the span of the word as it was written."""
    text = normalise(written)
    start = text.text.index(normal)
    first, last = text.original_span(start, start + len(normal))
    assert written[first:last] == original


@pytest.mark.parametrize(
    ("written", "in_place"),
    [
        pytest.param("plain", True, id="ascii"),
        pytest.param("\u201cgr\u00f6\u00dfer\u201d \u2013 \U0001f60a", True, id="one-for-one"),
        pytest.param("a\rb", True, id="lone-return"),
        pytest.param("a\r\nb", False, id="line-break-of-two"),
        pytest.param("a\u200bb", False, id="hidden"),
        pytest.param("\U0001f44d\U0001f3fd", False, id="skin-tone"),
        pytest.param("e\u0301", False, id="composed"),
    ],
)
def test_in_place(written: str, in_place: bool) -> None:
    """What was neither dropped nor composed stands where it stood."""
    assert normalise(written).in_place is in_place


def test_an_empty_span_stays_empty() -> None:
    """Nothing in the normal text is nothing in the original, at the end too."""
    text = normalise("a\u200bb\r\n")
    assert [text.original_span(place, place) for place in range(4)] == [(0, 0), (2, 2), (3, 3), (5, 5)]


_CHARACTERS = st.one_of(
    st.characters(),
    st.sampled_from(
        "ae\u0308\u030a\u0316\u0301\r\n\u200d\u200b\ufe0f\U0001f3fd\U0001f44d\u2019`\u00b4\x00\ud800\u1161\u1100\u2126"
    ),
)


@given(st.text(_CHARACTERS), st.data())
def test_spans_of_any_text(written: str, data: st.DataObject) -> None:
    """Spans lie in the original, follow each other in order, and hold what normalises to the words meant."""
    text = normalise(written)
    start = data.draw(st.integers(0, len(text.text)))
    end = data.draw(st.integers(start, len(text.text)))
    first, last = text.original_span(start, end)
    assert 0 <= first <= last <= len(written)
    assert text.original_span(0, start)[0] <= first
    assert (first == last) == (start == end)


@given(st.text(st.sampled_from("abc \u2019\r\n\u200b\ufe0f\u2764\u00e5\u00a0")))
def test_spans_hold_the_words_meant(written: str) -> None:
    """Where no letters compose, the original words of any span normalise to that span."""
    text = normalise(written)
    for start in range(len(text.text) - 1):
        first, last = text.original_span(start, start + 2)
        assert normalise(written[first:last]).text == text.text[start : start + 2]


@given(st.text(_CHARACTERS))
@example("\u1fef" * 3)
@example("a\u1ffdb")
def test_normal_text_is_normal(written: str) -> None:
    """The result is NFC, free of what is removed, can be encoded, and does not change when normalised again."""
    text = normalise(written).text
    text.encode()
    assert unicodedata.is_normalized("NFC", text)
    assert not set(text) & set("\r\x00\u200b\u200d\ufeff\u00ad\u2019\u201c\u00a0\ufe0f\u202e")
    assert normalise(text).text == text


@given(st.text(st.characters(max_codepoint=126, min_codepoint=32, exclude_characters="`")))
def test_plain_ascii_is_left_alone(written: str) -> None:
    """ASCII without control characters comes back as it is, with offsets that stay."""
    text = normalise(written)
    assert text.text == written
    assert text.original_span(0, len(written)) == (0, len(written))


_HUGE = {
    "letters": "a" * 10**6,
    "curly": "\u2019" * 10**6,
    "windows lines": "\r\n" * 500_000,
    "zero width": "\u200b" * 10**6,
    "marks out of order": "a" + "\u0301" * 500_000 + "\u0316" * 500_000,
    "marks in turn": "a" + "\u0316\u0301" * 500_000,
    "hangul": "\u1100\u1161" * 500_000,
}


@pytest.mark.parametrize("written", _HUGE.values(), ids=_HUGE.keys())
def test_a_megabyte_is_normalised(written: str) -> None:
    """Pathological texts of a megabyte are normalised, and their spans still reach to their ends."""
    text = normalise(written)
    first, last = text.original_span(0, len(text.text))
    assert written[first:last] in written
    assert last == len(written)
