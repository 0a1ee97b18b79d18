"""Sentences in another language than the rest of a message are found, and ordinary mail holds none."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.languages.loading import PACKS, available_languages, load_language_file
from tonekit.reading.language.recognition import LanguageReader
from tonekit.reading.language.switching import SPELT_OUT

READER = LanguageReader({code: load_language_file(code, PACKS) for code in available_languages(PACKS)})
CALM = {
    "en": "How do I export the customer list as CSV? ",
    "de": "Wie exportiere ich die Kundenliste als CSV? ",
    "sv": "Hur exporterar jag kundlistan som CSV? ",
    "nb": "Hvordan eksporterer jeg kundelisten som CSV? ",
    "da": "Hvordan eksporterer jeg kundelisten som CSV? ",
}
CALLS = {
    "en": ("I want to kill myself.", "Please delete all my personal data.", "The charger caught fire."),
    "de": ("Ich will mich umbringen.", "Bitte löschen Sie alle meine Daten.", "Das Ladegerät hat Feuer gefangen."),
    "sv": ("Jag vill ta livet av mig.", "Radera alla mina personuppgifter.", "Laddaren började brinna."),
    "nb": ("Jeg vil ta livet mitt.", "Slett alle mine personopplysninger.", "Laderen tok fyr."),
    "da": ("Jeg vil tage livet af mig selv.", "Slet alle mine personoplysninger.", "Opladeren brød i brand."),
}
TWINS = {"nb", "da"}
PAIRS = [(own, other) for own in CALM for other in CALLS if own != other and {own, other} != TWINS]


def found(text: str, own: str) -> list[tuple[str, str]]:
    """Return language and words of each part in another language."""
    return [(each.code, text[each.start : each.end].strip()) for each in READER.switches(text, [own])]


@pytest.mark.parametrize(("own", "other"), PAIRS)
def test_a_sentence_in_another_language(own: str, other: str) -> None:
    """A sentence in another language that has a pack is found in it, or in its twin."""
    for call in CALLS[other]:
        ((code, words),) = found(CALM[own] + call, own)

        assert words == call.rstrip(".")
        assert code == other or {code, other} == TWINS


@pytest.mark.parametrize(
    ("code", "call"),
    [
        ("fr", "Je veux me suicider."),
        ("es", "Quiero suicidarme."),
        ("it", "Voglio morire."),
        ("pl", "Chcę się zabić."),
        ("ru", "Хочу умереть."),
        ("zh", "我想死"),
        (SPELT_OUT, "k i l l"),
        (SPELT_OUT, "k.i.l.l"),
    ],
)
@pytest.mark.parametrize("own", CALM)
def test_what_has_no_pack(own: str, code: str, call: str) -> None:
    """A sentence in a language without a pack and words in single letters are found as what they are."""
    assert (code, call.rstrip(".")) in found(CALM[own] + call, own)


@pytest.mark.parametrize("own", CALM)
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("500 MΩ, 5 μm.", id="units"),
        pytest.param("De la Cruz, La Paz.", id="a name"),
        pytest.param("A. B. C", id="letters in a row"),
        pytest.param("https://example.com/a/b/c", id="a link"),
    ],
)
def test_ordinary_mail_has_none(own: str, text: str) -> None:
    """Names, units and letters in a row are no language of their own."""
    assert [code for code, _ in found(CALM[own] + text, own) if code not in CALM] == []


@given(text=st.text(max_size=200))
def test_any_text(text: str) -> None:
    """No text raises, and every part lies inside it."""
    for each in READER.switches(text, ["en"]):
        assert 0 <= each.start < each.end <= len(text)


@given(st.text("aé .*-1_,\n", max_size=40))
def test_every_word_in_single_letters_is_found(text: str) -> None:
    """What is looked for at blanks first is what the whole expression finds at each letter."""
    whole = re.compile(r"(?<!\w)(?:[^\W\d_][ .*\-]){3,30}[^\W\d_](?!\w)")
    spelt = [(each.start, each.end) for each in READER.switches(text, ["en"]) if each.code == SPELT_OUT]

    assert spelt == [match.span() for match in whole.finditer(text)]
