"""Second signs: facts that share the words of blame are left alone, and what is blame shows whom and for what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.guard.second_signs import Cues, SecondSign, bears_out, load_signs
from tonekit.guard.words import words_of

LANGUAGES = ("en", "de", "sv", "nb", "da")


@pytest.mark.parametrize(
    ("language", "sentence", "borne_out"),
    [
        pytest.param("en", "You ought to have looked at the label.", True, id="en"),
        pytest.param("en", "The crate was put on the wrong lorry.", False, id="en, nobody is meant"),
        pytest.param("en", "You were sent the wrong size by mistake on our side.", False, id="en, our own fault"),
        pytest.param("de", "Hätten Sie das Etikett gelesen, wäre nichts passiert.", True, id="de"),
        pytest.param("de", "Die Kiste kam auf den falschen Wagen.", False, id="de, nobody is meant"),
        pytest.param("de", "Sie haben nicht falsch gewählt, das lag bei uns.", False, id="de, our own fault"),
        pytest.param("sv", "Du läste inte etiketten.", True, id="sv"),
        pytest.param("sv", "Lådan kom på fel bil.", False, id="sv, nobody is meant"),
        pytest.param("nb", "Du leste ikke etiketten.", True, id="nb"),
        pytest.param("nb", "Kassen kom på feil bil.", False, id="nb, nobody is meant"),
        pytest.param("da", "Du læste ikke etiketten.", True, id="da"),
        pytest.param("da", "Kassen kom på den forkerte bil.", False, id="da, nobody is meant"),
        pytest.param("da", "Se https://www.example.dk/glemt-kode, hvis du vil.", False, id="da, word of a link"),
    ],
)
def test_blame(language: str, sentence: str, borne_out: bool) -> None:
    """Blame needs somebody who is blamed and a deed; a fault of one's own is none, nor are the words of a link."""
    assert bears_out(load_signs(language), "blame", sentence) is borne_out


@pytest.mark.parametrize("language", LANGUAGES)
def test_model_talk_in_english(language: str) -> None:
    """A model falls out of its role in English, whatever it was to write."""
    assert bears_out(load_signs(language), "model_talk", "Would you like me to make this draft warmer?")


def test_manner_without_signs() -> None:
    """A manner for which nothing is listed needs no second sign."""
    assert bears_out(load_signs("en"), "stiff", "Anything.")


def test_language_without_wording() -> None:
    """A language without a wording of its own has the signs of English."""
    assert bears_out(load_signs("fi"), "blame", "You ought to have looked.")


@pytest.mark.parametrize(
    ("patterns", "text", "found"),
    [
        pytest.param(["respons*"], "It is your responsibility.", True, id="beginning"),
        pytest.param(["respons*"], "Irresponsible.", False, id="not within a word"),
        pytest.param(["on ~ side"], "on our own side", True, id="gap"),
        pytest.param(["late"], "later", False, id="whole word"),
        pytest.param([], "anything", False, id="nothing listed"),
    ],
)
def test_cues(patterns: list[str], text: str, found: bool) -> None:
    """A cue is a phrase, or the beginning of a word."""
    assert Cues(patterns).stand_in(text, words_of(text)) is found


def test_needs_and_against() -> None:
    """A sentence holds one of each list and none of those that speak against it."""
    sign = SecondSign((Cues(["you"]), Cues(["wrong"])), Cues(["our fault"]))
    texts = ["You are wrong.", "You are right.", "It is wrong.", "You got the wrong one, that is our fault."]

    assert [sign.stands_in(text) for text in texts] == [True, False, False, False]


@given(text=st.text(max_size=200), language=st.sampled_from(LANGUAGES))
def test_any_text(text: str, language: str) -> None:
    """Whatever a sentence holds, it is judged."""
    assert all(sign.stands_in(text) in (True, False) for sign in load_signs(language).values())
