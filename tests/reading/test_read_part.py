"""What of a long message is read, and where that stood."""

from __future__ import annotations

import pytest

from tonekit import ToneKit
from tonekit.reading.read_part import read_part

KIT = ToneKit()
DATA = "aG9i" * 5_000
LINE = "10:00:00 ERROR worker: connection reset\n"
THEIRS = "I will call my lawyer.\n" * 300
WORDS = "This is the third time I write, and I will call my lawyer. Für alle: e\u0301t."


@pytest.mark.parametrize(
    ("text", "read"),
    [
        pytest.param("Hello.", "Hello.", id="short"),
        pytest.param("word " * 5_000, f"{'word ' * 1_800}\n\n{'word ' * 599}", id="long"),
        pytest.param(f"Hello. {'aG9i' * 500} Bye.", f"Hello. {'aG9i' * 500} Bye.", id="short, with data"),
        pytest.param(f"Hello. {DATA} Bye.", "Hello.  Bye.", id="data between words"),
        pytest.param(f"{DATA} Bye.", " Bye.", id="data first"),
        pytest.param(f"Hello. {DATA}", "Hello. ", id="data last"),
        pytest.param(DATA, "", id="nothing but data"),
        pytest.param(
            f"Hello. {DATA}{' word' * 5_000}",
            f"Hello. {' word' * 1_798} \n\n{'word ' * 599}word",
            id="long behind data",
        ),
        pytest.param(
            f"Hello.\n{LINE * 2_000}What is this?",
            f"Hello.\n{LINE * 224}\n\n{LINE * 74}What is this?",
            id="log between words",
        ),
        pytest.param(f"{'word ' * 2_400}{DATA} Bye.", f"{'word ' * 1_800}\n\nBye.", id="data where the cut is"),
    ],
)
def test_words_around_data_are_read(text: str, read: str) -> None:
    """Of a long text beginning and end are read, but no pasted data; of a short one all."""
    assert read_part(text).text == read


def test_offsets_lead_to_what_was_written() -> None:
    """What is read behind data, composed and plain letters alike, is found again in the text as it was written."""
    text = f"Hello.\r\n{DATA} {WORDS} {DATA} Bye."
    normal = read_part(text)

    for word in ("third", "lawyer", "Für", "ét", "Bye"):
        place = normal.text.index(word)
        first, last = normal.original_span(place, place + len(word))
        assert text[first:last].replace("e\u0301", "é") == word


def test_a_question_below_a_log_is_read_and_shown() -> None:
    """Who writes below a long log is heard, at the right place, and the prompt shows it without the middle."""
    text = f"Hello,\n{LINE * 2_000}\nThis is the third time I write, and I will call my lawyer.\nAnna"
    result = KIT.personalize(text)

    assert [(each.kind, text[each.start : each.end] == each.text) for each in result.analysis.facts.alerts] == [
        ("third_contact", True),
        ("legal", True),
    ]
    assert result.prompt is not None
    shown = result.prompt.messages[-1].content
    assert "my lawyer" in shown
    assert "\n[…]\n" in shown
    assert len(shown) < 30_000


@pytest.mark.parametrize(
    "quoted",
    [
        pytest.param(
            f"From: Bo Berg\nSent: Monday, 3 November 2025 10:00\nTo: Anna\nSubject: Log\n\n{THEIRS}", id="block"
        ),
        pytest.param(f"On 3 Nov 2025, at 10:00, Bo Berg <bo@shop.example> wrote:\n\n{THEIRS}", id="header"),
        pytest.param(f"> {THEIRS}".replace("\n", "\n> "), id="marked"),
        pytest.param(f"> {THEIRS}".replace("\n", "\r\n> "), id="marked, with line ends of Windows"),
    ],
)
def test_a_question_between_a_log_and_a_quoted_mail_is_read(quoted: str) -> None:
    """Below a long log the sender's words end where a quoted mail begins, and its words are not taken for theirs."""
    text = f"Hello,\n{LINE * 2_000}\nThis is the third time I write.\nAnna\n\n{quoted}"
    analysis = KIT.analyze(text)

    assert [each.kind for each in analysis.facts.alerts] == ["third_contact"]
    assert (analysis.zones[-1].kind, analysis.zones[-1].end) == ("quote", len(text))
    assert text[analysis.zones[-1].start :] == quoted


def test_no_sentence_goes_on_behind_what_is_left_out() -> None:
    """The words before and behind the middle that is left out stand in two paragraphs, and no evidence holds both."""
    text = f"{'word ' * 1_798}I will {'pear ' * 5_000}call my lawyer {'word ' * 596}"

    assert "I will \n\ncall my lawyer" in read_part(text).text
    assert [each.text for each in KIT.analyze(text).facts.alerts] == ["my lawyer"]


def test_words_behind_a_pasted_image_count() -> None:
    """Who pastes an image and threatens behind it is heard; evidence, zones and notes are those of the whole text."""
    text = f"Hello,\nsee my picture:\n{DATA}\nThis is the third time I write, and I will call my lawyer.\nAnna"
    result = KIT.personalize(text)
    analysis = result.analysis

    assert [(each.kind, text[each.start : each.end] == each.text) for each in analysis.facts.alerts] == [
        ("third_contact", True),
        ("legal", True),
    ]
    assert (analysis.zones[0].start, analysis.zones[-1].end) == (0, len(text))
    assert analysis.notes == ("Data that was pasted into the text, such as an image, was not read.",)
    assert result.prompt is not None
    shown = result.prompt.messages[-1].content
    assert "my lawyer" in shown
    assert DATA[:400] not in shown


@pytest.mark.parametrize(
    ("text", "note"),
    [
        pytest.param(
            "word " * 4_000, "Only the beginning and the end were read, about 12,000 of 20,000 characters.", id="text"
        ),
        pytest.param(
            f"<html>{'<p>A word of mine.</p>' * 10_000}</html>",
            "Only parts were read, about 12,000 of more than 50,000 characters.",
            id="HTML that is cut",
        ),
        pytest.param(
            f"Hello, where is my order?\n{DATA}",
            "Data that was pasted into the text, such as an image, was not read.",
            id="nothing but data is left over",
        ),
        pytest.param(
            DATA, "Data that was pasted into the text, such as an image, was not read.", id="nothing but data"
        ),
    ],
)
def test_a_note_says_how_much_was_read(text: str, note: str) -> None:
    """The note on a long message counts what was there, as far as that is known."""
    assert KIT.analyze(text).notes[-1] == note


def test_what_is_not_read_is_never_answered_unseen() -> None:
    """A person looks at a message with pasted data, short as its words may be."""
    assert KIT.personalize(f"Hello, where is my order 4711?\n{DATA}\nAnna").decision.action == "approve"
