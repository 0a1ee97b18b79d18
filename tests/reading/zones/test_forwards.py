"""Mail that is passed on is told from mail that is answered, in five languages."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.reading.reader import Reader

FIELDS = "From: Ann <ann@firm.example>\nSent: Monday\nTo: Kim\nSubject: Keys"
FURIOUS = "I am furious, my lawyer will contact you."
ANNOUNCED = [
    f"---------- Forwarded message ---------\n{FIELDS}\n\n{FURIOUS}",
    f"Begin forwarded message:\n\n{FIELDS}\n\n{FURIOUS}",
    "Begin forwarded message:\n\n> From: Ann <ann@firm.example>\n> Subject: Keys\n>\n> My lawyer will contact you.",
    "> ---------- Forwarded message ---------\n> From: Ann\n> Subject: Keys\n>\n> My lawyer will contact you.",
    "-------- Weitergeleitete Nachricht --------\nBetreff: Post\nVon: Ann\nAn: Kim\n\nMein Anwalt meldet sich.",
    "Anfang der weitergeleiteten Nachricht:\n\n> Von: Ann\n> Betreff: Post\n>\n> Mein Anwalt meldet sich.",
    "Vidarebefordrat brev:\n\n> Från: Ann <ann@firm.example>\n> Ämne: Post\n>\n> Min advokat hör av sig.",
    "---------- Videresendt melding ---------\nFra: Ann\nEmne: Post\nTil: Kim\n\nAdvokaten min tar kontakt.",
    "---------- Videresendt besked ---------\nFra: Ann\nEmne: Post\nTil: Kim\n\nMin advokat kontakter jer.",
    f"From: Kim <kim@firm.example>\nSent: Monday\nTo: Bo\nSubject: FW: Keys\n\n{FURIOUS}",
]


def parts(reader: Reader, text: str, subject: str = "") -> list[tuple[str, str]]:
    """Return kind and words of each zone."""
    return [(zone.kind, text[zone.start : zone.end]) for zone in reader.read(text, subject=subject).zones]


@pytest.mark.parametrize("forwarded", ANNOUNCED)
def test_announced_forward(reader: Reader, forwarded: str) -> None:
    """What is announced as forwarded is so to its end; it is read for alerts, and a note says that it is there."""
    text = f"Please handle this.\n\n{forwarded}"
    analysis = reader.read(text)

    assert parts(reader, text) == [("body", "Please handle this.\n\n"), ("forwarded", forwarded)]
    assert {alert.kind for alert in analysis.facts.alerts} == {"legal"}
    assert all(text[alert.start : alert.end] == alert.text for alert in analysis.facts.alerts)
    assert "The message forwards another mail; a person should decide whose words are answered." in analysis.notes
    assert dict(analysis.verdicts()) == dict(reader.read("Please handle this.\n\n").verdicts())


@pytest.mark.parametrize("prefix", ["FW", "Fwd", "WG", "VB", "VS"])
def test_outlook_forward_is_told_by_the_subject(reader: Reader, prefix: str) -> None:
    """The same fields are quoted mail below an answer and forwarded mail where the subject says so."""
    text = f"FYI\n\n{FIELDS}\n\n{FURIOUS}"

    assert [kind for kind, _ in parts(reader, text, f"{prefix}: Keys")] == ["body", "forwarded"]
    assert [kind for kind, _ in parts(reader, text, "Re: Keys")] == ["body", "quote"]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        pytest.param("Thanks.\n\nOn 3 Nov at 10:12 Kim <k@f.example> wrote:\n> My lawyer calls", "FW: x", id="answer"),
        pytest.param(
            "No.\n\nOn 3 Nov at 10:12 Kim <k@firm.example> wrote:\n> ---- Forwarded message ----\n> From: my lawyer",
            "",
            id="forwarded once, answered now",
        ),
        pytest.param("> I have forwarded your request\n\nThanks.", "", id="somebody says so"),
    ],
)
def test_answered_mail_is_no_forward(reader: Reader, text: str, subject: str) -> None:
    """What is answered stays quoted mail, and is not read."""
    assert {kind for kind, _ in parts(reader, text, subject)} == {"body", "quote"}
    assert reader.read(text, subject=subject).facts.alerts == ()


@pytest.mark.parametrize("announced", ["---------- Forwarded message ---------\n", ""])
def test_forward_without_a_word(reader: Reader, announced: str) -> None:
    """Where nothing stands above it, forwarded mail is all there is: its words are read, its header is not."""
    text = f"{announced}{FIELDS}\n\n{FURIOUS}"
    analysis = reader.read(text, subject="Fwd: Keys")

    assert parts(reader, text, "Fwd: Keys") == [("forwarded", f"{announced}{FIELDS}\n\n"), ("body", FURIOUS)]
    assert (analysis.mood.label, analysis.language.label) == ("frustrated", "en")


def test_marked_forward_without_a_word_is_answered_in_its_language(reader: Reader) -> None:
    """Forwarded lines with `>` are never the sender's, but who says nothing else is answered in their language."""
    text = "> ---------- Weitergeleitete Nachricht ---------\n> Von: Ann\n>\n> Der Drucker im Büro geht nicht."
    analysis = reader.read(text)

    assert [zone.kind for zone in analysis.zones] == ["forwarded"]
    assert analysis.language.label == "de"


@given(st.lists(st.sampled_from([*ANNOUNCED, "> ", "FYI", "\n\n", "On 3 Nov 10:12 Kim wrote:", FIELDS]), max_size=6))
def test_zones_stay_whole(reader: Reader, pieces: list[str]) -> None:
    """However mails are put together, the zones have no gaps and neighbours differ."""
    text = "\n".join(pieces)
    zones = reader.read(text, subject="FW: x").zones

    assert "".join(text[zone.start : zone.end] for zone in zones) == text or not text.strip()
    assert all(one.kind != other.kind for one, other in pairwise(zones))
