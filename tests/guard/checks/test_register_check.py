"""Warmth at its edges: who is bereaved, and what is an acknowledgement and what only sounds like one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tonekit import Result, ToneKit
from tonekit.files.datafile import read_data_file
from tonekit.guard.wording.wording import load_wording
from tonekit.guard.wording.words import words_of

PHRASES = Path(__file__).parents[3] / "templates" / "phrases"
LANGUAGES = ("en", "de", "sv", "nb", "da")
BEREAVED = {
    "en": "My husband died last week and I need to cancel his contract.",
    "de": "Mein Mann ist letzte Woche gestorben und ich muss seinen Vertrag kündigen.",
    "sv": "Jag skriver för min avlidne far. Hans prenumeration ska upphöra.",
    "nb": "Mannen min døde forrige uke, og jeg må si opp avtalen hans.",
    "da": "Min mand døde i sidste uge, og jeg skal opsige hans aftale.",
}
FURIOUS = {
    "en": "Third time I write about the broken cable. I am furious, you ruined my daughter's birthday!",
    "de": "Ich schreibe zum dritten Mal wegen des Kabels. Ich bin stinksauer, Sie haben den Geburtstag ruiniert!",
    "sv": "Det här är tredje gången jag skriver om kabeln. Jag är rasande, ni har förstört födelsedagen!",
    "nb": "Dette er tredje gang jeg skriver om kabelen. Jeg er rasende, dere har ødelagt bursdagen!",
    "da": "Det er tredje gang, jeg skriver om kablet. Jeg er rasende, I har ødelagt fødselsdagen!",
}
Graver = Callable[[str, str, str], set[str]]


@pytest.fixture(scope="module")
def graver(toolkit: ToneKit) -> Graver:
    """What gives the rules whose findings on a draft are no notes: `graver(language, message, draft)`."""

    def check(language: str, message: str, draft: str) -> set[str]:
        result: Result = toolkit.personalize(message, locale=language)
        return {each.rule for each in toolkit.check(draft, result) if each.severity != "note"}

    return check


@pytest.mark.parametrize(
    ("language", "draft"),
    [
        ("en", "Great news! We have received your letter and look at the contract."),
        ("de", "Tolle Neuigkeiten! Wir haben Ihr Schreiben erhalten und sehen uns den Vertrag an."),
        ("sv", "Hurra, vad roligt att höra av dig! Vi tar hand om avtalet."),
        ("nb", "Jippi, avtalen er sagt opp! Ha en fantastisk dag!"),
        ("da", "Gode nyheder! Vi har fået dit brev og ser på aftalen."),
    ],
)
def test_bereaved(graver: Graver, language: str, draft: str) -> None:
    """Whoever is bereaved is not cheered at, and not left without a word of condolence."""
    assert {"too-cheerful", "missing-acknowledgement"} <= graver(language, BEREAVED[language], draft)


@pytest.mark.parametrize(
    ("language", "draft"),
    [
        ("en", "Our thoughts are with you and your family. A colleague looks after the contract."),
        ("de", "In Gedanken sind wir bei Ihnen und Ihrer Familie. Um den Vertrag kümmert sich ein Kollege."),
        ("sv", "Våra tankar går till dig och din familj. En kollega tar hand om avtalet."),
        ("nb", "Våre tanker går til deg og familien. Takk for at du ga beskjed om det."),
        ("da", "Det gør os ondt at høre, at din mand er død. Tak, fordi du skrev til os."),
        ("en", "It is with great sadness that we read your letter. A colleague looks after the contract."),
        ("de", "Ihr Brief hat uns mit Betroffenheit erfüllt. Um den Vertrag kümmert sich ein Kollege."),
        ("sv", "Ta emot vårt innerliga deltagande. En kollega tar hand om avtalet."),
        ("nb", "Ta imot vår dypeste deltakelse. En kollega tar seg av avtalen."),
        ("da", "Modtag vores dybeste deltagelse. En kollega tager sig af aftalen."),
    ],
)
def test_condolences_in_other_words(graver: Graver, language: str, draft: str) -> None:
    """Whoever condoles in words of his own, and thanks for the message, has no finding of warmth."""
    assert {"too-cheerful", "missing-acknowledgement"}.isdisjoint(graver(language, BEREAVED[language], draft))


@pytest.mark.parametrize("language", LANGUAGES)
def test_condolences(language: str) -> None:
    """Every condolence that ships is an acknowledgement."""
    phrases = load_wording(language).phrases
    texts = [
        text
        for each in read_data_file(PHRASES / f"{language}.yaml").data["condolence"]
        for text in each["texts"]
        if not any(hit.tag == "acknowledgement" for hit in phrases.find(text, words_of(text)))
    ]

    assert texts == []


@pytest.mark.parametrize(
    ("language", "cold", "warm"),
    [
        ("en", "That must be the cable.", "That must have been so upsetting for you all."),
        ("en", "It must have been delivered next door.", "It must feel as if nobody listens."),
        ("en", "No wonder you could not log in, the code was old.", "No wonder you are angry about the cable."),
        ("en", "We hope that the manual is understandable to all.", "Your anger is perfectly understandable."),
        ("en", "The price is justified by the cable.", "Your anger is fully justified."),
        ("de", "Der Preis des Kabels ist berechtigt.", "Ihr Unmut über das Kabel ist berechtigt."),
        ("sv", "Priset på kabeln är befogat.", "Din ilska är fullt befogad."),
        ("nb", "Prisen på kabelen er berettiget.", "Sinnet ditt er fullt berettiget."),
        ("da", "Prisen på kablet er berettiget.", "Din vrede er fuldt berettiget."),
        ("de", "Das muss ein Fehler im System gewesen sein.", "Das muss furchtbar für Sie gewesen sein."),
        ("de", "Kein Wunder, dass er nicht startet.", "Kein Wunder, dass Sie so wütend sind."),
        ("sv", "Det måste ha varit säkringen.", "Det måste ha varit fruktansvärt för er."),
        ("sv", "Det är inte konstigt att den inte startar.", "Det är inte konstigt att du är arg."),
        ("nb", "Det må være kabelen som er løs.", "Det må ha vært forferdelig for dere."),
        ("nb", "Det er ikke rart at den ikke starter.", "Det er ikke rart at du er sint."),
        ("da", "Det må være kablet, der er løst.", "Det må have været forfærdeligt for jer."),
        ("da", "Det er ikke mærkeligt, at det ikke starter.", "Det er ikke mærkeligt, at du er vred."),
    ],
)
def test_acknowledgement(graver: Graver, language: str, cold: str, warm: str) -> None:
    """A guess at the cause acknowledges nothing; what is said of the sender's feelings does."""
    assert "missing-acknowledgement" in graver(language, FURIOUS[language], cold)
    assert "missing-acknowledgement" not in graver(language, FURIOUS[language], warm)


@pytest.mark.parametrize(
    "message", [pytest.param(BEREAVED["en"], id="bereaved"), pytest.param(FURIOUS["en"], id="furious")]
)
def test_a_finding_names_who_is_answered(toolkit: ToneKit, message: str) -> None:
    """What is said of cheer and of a missing word for somebody who is bereaved is meant for a bereaved person."""
    found = toolkit.check(
        "Hi! Awesome, thanks for reaching out! Just send us the number.", toolkit.personalize(message)
    )
    said = {each.rule: f"{each.message} {each.fix}" for each in found}
    bereaved = "died" in message

    assert ("is bereaved" in said["too-cheerful"]) is bereaved
    assert ("condolences" in said["missing-acknowledgement"]) is bereaved
