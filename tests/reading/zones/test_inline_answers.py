"""Answers typed into a quoted mail: told where the sender announces or labels them, else left to a person."""

from __future__ import annotations

import pytest

from tonekit.languages.loading import available_languages, load_mail_file
from tonekit.reading.zones.splitting import ZoneSplitter

SPLITTER = ZoneSplitter({code: load_mail_file(code) for code in available_languages()})
_EN = "From: Care <care@firm.example>\nSent: Monday\nTo: Ruth\nSubject: RE: Case\n\n"
_DE = "Von: Hilfe <h@firma.example>\nGesendet: Montag\nAn: Eva\nBetreff: AW: Fall\n\n"
_SV = "Från: Ek <ek@firma.example>\nSkickat: måndag\nTill: Bo\nÄmne: SV: Ärende\n\n"
_NB = "Fra: Vik <vik@firma.example>\nSendt: mandag\nTil: Bo\nEmne: SV: Sak\n\n"
_DA = "Fra: Krag <krag@firma.example>\nSendt: mandag\nTil: Bo\nEmne: SV: Sag\n\n"


def own_below(text: str) -> str:
    """Return what is the sender's own below the beginning of the quoted mail."""
    zones = [(zone.kind, text[zone.start : zone.end]) for zone in SPLITTER.split(text)]
    kinds = [kind for kind, _ in zones]
    first = kinds.index("quote")
    return " ".join("".join(part for kind, part in zones[first:] if kind == "body").split())


_ANSWERS = {
    "below each question": (
        (
            f"Meine Antworten finden Sie unten in Rot.\n\n{_DE}Welche Version nutzen Sie?\nVersion 4.2.\n\n"
            "Erscheint eine Meldung?\nJa, E17, jeden Morgen!\n\nMit freundlichen Grüßen\nIhre Hilfe"
        ),
        "Version 4.2. Ja, E17, jeden Morgen!",
    ),
    "numbered questions": (
        (
            f"Please see my comments inline.\n\n{_EN}1. Which system do you use?\nWindows 11.\n"
            "2. Since when does it fail?\nSince Friday, every day!\n\nRegards\nCare"
        ),
        "Windows 11. Since Friday, every day!",
    ),
    "paragraphs of their own": (
        (
            f"Mine svar står nedenfor.\n\n{_DA}Hvilken model er det?\n\nDet er X200.\n\nHvornår opstod fejlen?\n\n"
            "I går, og alt står stille.\n\nVenlig hilsen\nKrag"
        ),
        "Det er X200. I går, og alt står stille.",
    ),
    "behind a name": (
        f"Svar nedan.\n\n{_SV}Vilken modell är det?\n[Bo] X200.\nNär köptes den?\n[Bo] I mars.\n\nHälsningar\nEk",
        "[Bo] X200. [Bo] I mars.",
    ),
    "behind signs": (
        f"Se svarene mine under.\n\n{_NB}Hvilken modell er det?\n>>> X200\n\nHvor lenge?\n>>> I et år\n\nMvh\nVik",
        ">>> X200 >>> I et år",
    ),
    "called answers, next to nothing above": (
        f"Siehe unten.\n\n{_DE}Seriennummer?\nAntwort: 4711-AB\nStandort?\nAntwort: Halle 3",
        "Antwort: 4711-AB Antwort: Halle 3",
    ),
    "numbered answers": (
        f"Hi, see below.\n\n{_EN}Q1: Which browser?\nA1: Firefox\nQ2: Which version?\nA2: 126\n\nRegards",
        "A1: Firefox A2: 126",
    ),
    "what the firm goes on to ask": (
        f"My answers are below.\n\n{_EN}Does the pump start?\nPlease try it and tell us.\n\nWhich colour is it?\nRed.",
        "Red.",
    ),
    "not announced": (
        f"It is still broken.\n\n{_EN}Does the pump start?\nWe need this to order the part.\n\nRegards\nCare",
        "",
    ),
    "an answer that is waited for": (
        f"Jag vill ha svar under dagen.\n\n{_SV}Vilken modell är det?\nDen står på baksidan.\n\nHälsningar\nEk",
        "",
    ),
    "answers of the firm": (
        f"I read your answers, they do not help me at all.\n\n{_EN}How long does it take?\nAnswer: two days.",
        "",
    ),
}


@pytest.mark.parametrize(("text", "own"), _ANSWERS.values(), ids=_ANSWERS.keys())
def test_answers_in_a_quoted_mail(text: str, own: str) -> None:
    """Announced and labelled answers are the sender's; nothing else in a quoted mail is."""
    assert own_below(text) == own


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param(
            f"See my comments in red.\n\n{_EN}We will replace the pump.\nYes, but quickly.", True, id="unmarked"
        ),
        pytest.param(f"See my comments in red.\n\n{_EN}Does it start?\nNo.", False, id="told"),
        pytest.param(f"No, it does not.\n\n{_EN}Does it start?", False, id="not announced"),
        pytest.param("See my comments in red.", False, id="nothing quoted"),
        pytest.param("See below in red.\n\n> Does it start?\nNo.\n> Regards", False, id="marked"),
    ],
)
def test_answers_that_cannot_be_told(text: str, left: bool) -> None:
    """Where answers are announced and none is found, that is known, so that a person looks."""
    assert SPLITTER.leaves_answers(text, SPLITTER.split(text)) == left
