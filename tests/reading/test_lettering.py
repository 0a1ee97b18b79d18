"""Letters of fonts and look-alikes are read as the plain letters that they stand for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.reading.lettering import PLAIN_FORMS, without_look_alikes
from tonekit.reading.normalising import normalise
from tonekit.reading.reader import Reader

WRITTEN = {
    "fullwidth": ("ｋｉｌｌ！", "kill!"),
    "mathematical bold": ("𝗸𝗶𝗹𝗹", "kill"),
    "mathematical script": ("𝓀𝒾𝓁𝓁", "kill"),
    "in circles": ("ⓚⓘⓛⓛ", "kill"),
    "in black circles": ("🅚🅘🅛🅛", "KILL"),
    "in black squares": ("🅺🅸🅻🅻", "KILL"),
    "small capitals": ("ᴋɪʟʟ", "kill"),
    "struck out": ("k̶i̶l̶l̶", "kill"),
    "underlined": ("k̲i̲l̲l̲", "kill"),
    "Cyrillic inside": ("kіll", "kill"),
    "Cyrillic behind hidden signs": ("k\u200bі\u200bll", "kill"),
    "Greek inside": ("kιll", "kill"),
    "one letter alone": ("І want", "I want"),
    "another language beside": ("Привет kill", "Привет kill"),
    "units": ("5 μF, 3 MΩ", "5 μF, 3 MΩ"),
    "emoji": ("ℹ ™ Ⓜ 🅰 🅾 🅿", "ℹ ™ Ⓜ 🅰 🅾 🅿"),
    "powers and numbers of a list": ("10⁴ m² ②", "10⁴ m² ②"),
}


@pytest.mark.parametrize(("written", "read"), WRITTEN.values(), ids=WRITTEN.keys())
def test_spellings(written: str, read: str) -> None:
    """What a font keyboard writes is read as plain letters; signs, units and other languages stay."""
    assert normalise(written).text == read


@pytest.mark.parametrize(
    "call",
    [
        "Ｉ ｗａｎｔ ｔｏ ｋｉｌｌ ｍｙｓｅｌｆ",
        "𝗜 𝘄𝗮𝗻𝘁 𝘁𝗼 𝗸𝗶𝗹𝗹 𝗺𝘆𝘀𝗲𝗹𝗳",
        "I want to k̶i̶l̶l̶ m̶y̶s̶e̶l̶f̶",
        "I want to kіll mуsеlf",
    ],
)
def test_a_call_in_other_letters_is_heard(reader: Reader, call: str) -> None:
    """A cry for help is heard in whatever letters, and its words are those that were written."""
    analysis = reader.read(f"How do I export the list? {call}")
    (alert,) = analysis.facts.alerts

    assert alert.kind == "self_harm"
    assert analysis.text[alert.start : alert.end] == alert.text
    assert call.endswith(alert.text)


@given(text=st.text(alphabet=st.characters() | st.sampled_from("kіоα" + "".join(map(chr, PLAIN_FORMS)))))
def test_every_letter_stays_in_its_place(text: str) -> None:
    """Letters are read one for one, and what is plain once is not read otherwise again."""
    read = without_look_alikes(text.translate(PLAIN_FORMS))

    assert len(read) == len(text)
    assert read.translate(PLAIN_FORMS) == read
