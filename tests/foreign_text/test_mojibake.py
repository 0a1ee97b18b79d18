"""A mail whose letters were decoded with the wrong character set is read as it was meant, and stays as it was given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit import ToneKit
from tonekit.foreign_text.mojibake import MOST_ROUNDS, garbled_signs, is_garbled, ungarbled
from tonekit.reading.normalising import normalise

KIT = ToneKit()
NOTE = "The text was decoded with the wrong character set on its way ('fÃ¼r'); it was read as it was meant."


def garbled(text: str) -> str:
    """Return what a program makes of UTF-8 that it takes for Windows-1252, as WHATWG defines it for the web."""
    return "".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in text.encode("utf-8"))


@pytest.mark.parametrize(
    "meant",
    [
        pytest.param("Ich warte seit Wochen auf die Rückerstattung für Größe XL.", id="de"),
        pytest.param("Överst står det: väntar på paket. ÅÄÖ!", id="sv"),
        pytest.param("Æsken kom i stykker, og kølbåden kostede 200 €.", id="da"),
        pytest.param('It doesn\'t work: "ERR–42" … naïve café', id="en"),
        pytest.param("Jeg får ikke logget inn 😡😡", id="emoji"),
    ],
)
@pytest.mark.parametrize("times", [1, 2])
def test_what_was_meant_is_read(meant: str, times: int) -> None:
    """Letters, quotation marks, € and emoji are read as they were, also of a mail that went wrong twice."""
    given_text = garbled(meant) if times == 1 else garbled(garbled(meant))
    read, right = KIT.analyze(given_text), KIT.analyze(meant)

    assert normalise(given_text).text == normalise(meant).text
    assert read.text == given_text
    assert [verdict.label for _, verdict in read.verdicts()] == [verdict.label for _, verdict in right.verdicts()]
    assert read.language.label == right.language.label
    assert NOTE in read.notes


def test_evidence_points_into_what_was_given() -> None:
    """What stands at the offsets is what was given, so that a screen can mark it in the text that it shows."""
    text = "Das ist eine UnverschÃ¤mtheit, ich warte seit drei Wochen auf meine RÃ¼ckerstattung!"
    analysis = KIT.analyze(text)
    found = [each for _, verdict in analysis.verdicts() for each in verdict.evidence if each.start is not None]

    assert {each.text for each in found} >= {"UnverschÃ¤mtheit", "RÃ¼ckerstattung"}
    assert all(text[each.start : each.end] == each.text for each in found)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Das macht keinen Spaß“, sagt er.", id="sz-and-quote"),
        pytest.param("Hon sa ”ja, vi FÅR” och ”NÄ”.", id="capitals-and-quotes"),
        pytest.param("Grüße aus SÃO PAULO", id="sao-paulo"),
        pytest.param("Château d’Âne – 20 € · 5 °C", id="french"),
        pytest.param("", id="empty"),
    ],
)
def test_right_letters_stay(text: str) -> None:
    """What merely looks like it is left alone."""
    assert not is_garbled(text)
    assert normalise(text).garbled == 0


@given(st.text(alphabet="abc ÅÄÖÆØåäöæøüßé’“”–€😀\n", max_size=40))
def test_every_text_comes_back(text: str) -> None:
    """Whatever our languages write is told from what the wrong character set made of it."""
    broken = garbled(text)
    if is_garbled(broken):
        assert normalise(broken).text == normalise(text).text


@given(st.text(alphabet=st.sampled_from("aÃÂÅâ€™ðŸ˜¼¶©ƒ‚¬\x9d\xad\u200b\ud83dé´\r\n") | st.characters(), max_size=60))
def test_offsets_stay_inside(text: str) -> None:
    """Whatever a text holds, each sign that is read has its place in it, in order."""
    normal = normalise(text)
    spans = [normal.original_span(place, place + 1) for place in range(len(normal.text))]

    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)


@given(st.text(alphabet=st.sampled_from("aÃÂÅâ€™ðŸ˜¼¶©ƒ‚¬\x9d") | st.characters(), max_size=60))
def test_nothing_garbled_is_left(text: str) -> None:
    """Whatever can be told is told, and it ends."""
    told = ungarbled(text)

    assert told == text or len(told) < len(text)
    assert not is_garbled(told) or not list(garbled_signs(told))


def test_signs_that_only_seem_to_be_garbled_often() -> None:
    """Signs made up so that each round uncovers the next are not followed: the time grows with the length alone."""
    text = " ".join(f"Ã{'Â' * depth}¼" for depth in range(2000))
    read = normalise(text)

    assert read.garbled < 4 * 2000
    assert ungarbled(text).count("ü") == MOST_ROUNDS
    assert read.text.count("ü") == MOST_ROUNDS
