"""People in running text are found by their first names, by what they are and by what they do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.guard.wording.people import People
from tonekit.guard.wording.words import words_of


def people(text: str, language: str = "en", *, end: int | None = None) -> list[str]:
    """Return the names in a text."""
    found = People(
        text, words_of(text), language, body=(0, len(text) if end is None else end), barred=frozenset({"mr"})
    )
    return [text[name[0].start : name[-1].end] for name in found.find()]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        pytest.param("en", "Steve Dawkins will be coming to you.", ["Steve Dawkins"], id="first name"),
        pytest.param("en", "At the desk please ask for Steve.", ["Steve"], id="whom one asks for"),
        pytest.param("en", "Our engineer, Odd Quillfeather, knows it.", ["Odd Quillfeather"], id="what somebody is"),
        pytest.param("en", "Your contact is Odd Quillfeather, who knows.", ["Odd Quillfeather"], id="who is what"),
        pytest.param("de", "Fragen Sie nach Jochen Bauer.", ["Jochen Bauer"], id="German"),
        pytest.param("de", "Ihr Leiter Kundenservice, Stefan Ahlers, weiß es.", ["Stefan Ahlers"], id="German role"),
        pytest.param("sv", "Underbara Sofia Hallgren tar över.", ["Sofia Hallgren"], id="adjective first"),
        pytest.param("sv", "Sofia Hallgren tar över.", ["Sofia Hallgren"], id="Swedish"),
        pytest.param("sv", "Zvonimir Ek hör av sig.", ["Zvonimir Ek"], id="what somebody does"),
        pytest.param("nb", "Avdelingsleder Zeb Dahl har sett på saken.", ["Zeb Dahl"], id="compound role"),
        pytest.param("da", "Du kan spørge efter Kasper, når du kommer.", ["Kasper"], id="Danish"),
    ],
)
def test_person_is_found(language: str, text: str, names: list[str]) -> None:
    """A name is found whole, and nothing beside it."""
    assert people(text, language) == names


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("en", "Open Google Chrome and tap Get Started.", id="programs"),
        pytest.param("en", "The Retry-After header comes with it.", id="hyphen"),
        pytest.param("en", "We moved to Milton Keynes.", id="town"),
        pytest.param("en", "Mr Dawkins comes.", id="title, which is looked for elsewhere"),
        pytest.param("en", "STEVE DAWKINS will come.", id="capitals alone"),
        pytest.param("de", "Unser Serviceteam Nord meldet sich.", id="group"),
        pytest.param("de", "Im Neuen Rathaus hilft man Ihnen.", id="German adjective"),
        pytest.param("de", "Vielen Dank für Ihre Geduld, Ihre Waschmaschine kommt bald.", id="German nouns"),
        pytest.param("sv", "Det ordnar sig.\n\nSofia Hallgren\nKundservice", id="signature"),
    ],
)
def test_no_person(language: str, text: str) -> None:
    """Programs, places, groups, nouns and signatures are no people of whom a draft speaks."""
    assert people(text, language) == []


def test_body_alone_counts() -> None:
    """What stands behind the matter is signed, not said."""
    text = "It is done. Steve Dawkins will be coming, he said so."

    assert people(text, end=len("It is done.")) == []


@given(st.text(max_size=120) | st.text("Steve Dawk. ,-\n", max_size=120), st.sampled_from(["en", "de", "xx"]))
def test_names_never_overlap(text: str, language: str) -> None:
    """Whatever a text holds, names come in its order and none overlaps another."""
    words, end = words_of(text), 0
    for name in People(text, words, language, body=(0, len(text)), barred=frozenset()).find():
        assert end <= name[0].start < name[-1].end <= len(text)
        end = name[-1].end
