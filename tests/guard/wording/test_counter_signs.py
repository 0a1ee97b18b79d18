"""Counter signs: what shares the words of blame, cheer or a model's talk and is none is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.guard.wording.counter_signs import Cues, load_counter_signs, speaks_against
from tonekit.guard.wording.words import words_of

LANGUAGES = ("en", "de", "sv", "nb", "da")


@pytest.mark.parametrize(
    ("language", "sentence", "cleared"),
    [
        pytest.param("en", "You ought to have looked at the label.", False, id="en"),
        pytest.param("en", "You were sent the wrong size by mistake on our side.", True, id="en, our own fault"),
        pytest.param("en", "I did this so that you don't have to write once more.", True, id="en, what you are spared"),
        pytest.param("en", "Once you've chosen a name the pictures come back.", True, id="en, a step"),
        pytest.param("de", "Hätten Sie das Etikett gelesen, wäre nichts passiert.", False, id="de"),
        pytest.param("de", "Sie haben nicht falsch gewählt, das lag bei uns.", True, id="de, our own fault"),
        pytest.param("de", "Sie müssen nichts vorbereiten.", True, id="de, no duty"),
        pytest.param("de", "Sobald Sie gewählt haben, startet der Film.", True, id="de, a step"),
        pytest.param("sv", "Du läste inte etiketten.", False, id="sv"),
        pytest.param("sv", "Jag tar över så att du slipper förklara igen.", True, id="sv, what you are spared"),
        pytest.param("nb", "Du leste ikke etiketten.", False, id="nb"),
        pytest.param("nb", "Det er ingen feil i oppsettet deres.", True, id="nb, no fault"),
        pytest.param("da", "Du læste ikke etiketten.", False, id="da"),
        pytest.param("da", "For at du ikke skal forklare det igen, ringer jeg.", True, id="da, what you are spared"),
        pytest.param("en", "Somebody ought to have looked at the label.", True, id="en, somebody else"),
        pytest.param("nb", "Vaktmesteren burde ha lest etiketten.", True, id="nb, somebody else"),
        pytest.param("da", "Læs din https://www.example.dk/hos/os først.", False, id="da, words of a link"),
    ],
)
def test_blame(language: str, sentence: str, cleared: bool) -> None:
    """A fault of one's own, a duty that falls away and a step are no blame; words of a link say nothing."""
    assert speaks_against(load_counter_signs(language), "blame", sentence) is cleared


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        pytest.param("en", "I'm so glad that nobody was hurt!", id="en"),
        pytest.param("de", "Wir sind sehr froh, dass niemandem etwas passiert ist!", id="de"),
        pytest.param("sv", "Jag är så glad att du kom hem oskadd!", id="sv"),
        pytest.param("nb", "Håper dere får en fantastisk tur likevel!", id="nb"),
        pytest.param("da", "Jeg håber, at I får en fantastisk tur alligevel!", id="da"),
    ],
)
def test_relief(language: str, sentence: str) -> None:
    """Relief that nobody was hurt, and a wish that consoles, are no cheer."""
    assert speaks_against(load_counter_signs(language), "cheer", sentence)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        pytest.param("en", "If it still blinks, reply to this mail.", id="en"),
        pytest.param("de", "Antworten Sie uns einfach auf diese Mail.", id="de"),
        pytest.param("sv", "Kommer det inget papper svarar du på det här mejlet.", id="sv"),
        pytest.param("nb", "Her er svaret til deg og ungene.", id="nb"),
        pytest.param("da", "Her kommer svaret til dit barnebarn.", id="da"),
    ],
)
def test_answers_of_people(language: str, sentence: str) -> None:
    """Who is asked to reply, or is given the answer, is not spoken to by a model."""
    assert speaks_against(load_counter_signs(language), "model_talk", sentence)


def test_manner_without_signs() -> None:
    """Against a manner for which nothing is listed nothing speaks."""
    assert not speaks_against(load_counter_signs("en"), "stiff", "Our mistake.")


def test_language_without_wording() -> None:
    """A language without a wording of its own has the signs of English."""
    assert load_counter_signs("fi").keys() == load_counter_signs("en").keys()
    assert speaks_against(load_counter_signs("fi"), "blame", "It was our own fault.")


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


@given(text=st.text(max_size=200), language=st.sampled_from(LANGUAGES))
def test_any_text(text: str, language: str) -> None:
    """Whatever a sentence holds, it is judged."""
    signs = load_counter_signs(language)

    assert all(speaks_against(signs, manner, text) in (True, False) for manner in signs)
