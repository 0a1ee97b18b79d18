"""What may not be the sender's holds a reply back and escalates nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.reading.reader import Reader

CALM = "How do I export the customer list as CSV?"
WROTE = "On Mon, 3 Mar 2025 at 10:12, Support <support@example.com> wrote:"
FIELDS = "From: Bob <bob@example.com>\nSent: Monday, March 3, 2025\nTo: Ann <ann@example.com>\nSubject: Charger"
FIRE = "The charger caught fire and burned me."
BESIDE = [
    pytest.param(f"{CALM} Ich will mich umbringen.", "mich umbringen", id="in another language"),
    pytest.param(f"FYI, can you answer him?\n\n{FIELDS}\n\n{FIRE}", "charger caught fire", id="below header fields"),
    pytest.param(f"{CALM}\n\n{WROTE}\nI want to kill myself.", "kill myself", id="below a header"),
    pytest.param(f"{CALM}\n\n> I want to kill myself.", "kill myself", id="between quoted lines"),
    pytest.param(f"<p>{CALM}</p><blockquote>{FIRE}</blockquote><br>", "charger caught fire", id="blockquote"),
    pytest.param(f"<p>{CALM}</p><pre>{FIRE}</pre><br>", "charger caught fire", id="pre"),
    pytest.param(f"{CALM}\n\n```\nI want to kill myself.\n```", "kill myself", id="between fences"),
    pytest.param(f"{CALM}\n\nSent from my iPhone. I want to kill myself", "kill myself", id="line of a telephone"),
]


@pytest.mark.parametrize(("text", "words"), BESIDE)
def test_what_is_beside_is_delicate(reader: Reader, text: str, words: str) -> None:
    """Grave words in another language, in quotes, code and footers are delicate words where they stand."""
    analysis = reader.read(text)
    delicate = [word for word in analysis.facts.delicate if words in word.text]

    assert delicate
    assert all(analysis.text[word.start : word.end] == word.text for word in delicate)
    assert not analysis.facts.alerts


@pytest.mark.parametrize(
    ("calm", "footer"),
    [
        ("How do I export the list?", "Delete my data in accordance with the GDPR."),
        ("Wie exportiere ich die Liste?", "Löschen Sie meine Daten gemäß DSGVO."),
        ("Hur exporterar jag listan?", "Radera mina uppgifter enligt GDPR."),
        ("Hvordan eksporterer jeg listen?", "Slett dataene mine i henhold til GDPR."),
        ("Hvordan eksporterer jeg listen?", "Slet mine data i henhold til GDPR."),
    ],
    ids=["en", "de", "sv", "nb", "da"],
)
def test_a_wish_below_a_rule(reader: Reader, calm: str, footer: str) -> None:
    """What looks like a legal footer and asks to be forgotten is heard, as an alert or as delicate words."""
    facts = reader.read(f"{calm}\n\n---\n{footer}").facts

    assert facts.delicate or "erasure" in {alert.kind for alert in facts.alerts}


@pytest.mark.parametrize(
    "beside",
    [
        pytest.param(f"{WROTE}\n> Thank you for your order.\n> We shall deliver it on Monday.", id="our own mail"),
        pytest.param(f"{WROTE}\n> Production was down for everyone.", id="an outage, mostly mended by now"),
        pytest.param("```\nKeyError: 'user'\nprocess killed\n```", id="a log"),
        pytest.param("This e-mail is confidential. If you are not the intended recipient, delete it.", id="a footer"),
    ],
)
def test_what_is_ordinary_holds_nothing(reader: Reader, beside: str) -> None:
    """Quoted mail, logs and footers as every mail has them hold no reply back."""
    facts = reader.read(f"{CALM}\n\nKind regards\nAnn Smith\n\n{beside}").facts

    assert (facts.alerts, facts.delicate) == ((), ())


@given(text=st.text(max_size=150), frame=st.sampled_from(["{}", "> {}", "```\n{}\n```", f"{WROTE}\n{{}}"]))
def test_any_text_has_its_words_in_place(reader: Reader, text: str, frame: str) -> None:
    """No text raises beside a message, and every delicate word is where it says."""
    analysis = reader.read(f"{CALM}\n\n{frame.format(text)}\nIch will mich umbringen.")

    for word in analysis.facts.delicate:
        assert analysis.text[word.start : word.end] == word.text
