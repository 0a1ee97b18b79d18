"""What cannot be held against anything is a note; what is promised stays an error."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tonekit import Result, ToneKit
from tonekit.guard.checking import MOST_OF_A_RULE

CONTACT = {"handover.contact_by": "2026-12-02T12:00"}
UNDATED = {"answer.summary": "The swap is possible until 8 December."}
SCALE = {"answer.summary": "The value is an int16 in steps of 0.01."}
Severities = Callable[..., list[str]]


@pytest.fixture(scope="module")
def severities(toolkit: ToneKit, answer: Callable[..., Result]) -> Severities:
    """What gives how grave the figures of a draft are: `severities(language, draft, facts, **style)`."""

    def check(language: str, draft: str, facts: dict[str, Any], **style: str) -> list[str]:
        found = toolkit.check(draft, answer("?", language=language, facts=facts, style=style))
        return [each.severity for each in found if each.rule.startswith("ungiven")]

    return check


@pytest.mark.parametrize(
    ("language", "draft"),
    [
        ("en", "She will call you by tomorrow, 12 noon."),
        ("en", "She will call you today by 12 noon."),
        ("en", "She will call you by 12 noon this afternoon."),
        ("de", "Sie meldet sich bis übermorgen, 12 Uhr."),
        ("sv", "Hon ringer senast i övermorgon klockan 12."),
        ("nb", "Hun ringer senest i overmorgen klokken 12."),
        ("da", "Hun ringer senest i overmorgen klokken 12."),
    ],
)
def test_in_place_of_a_date(severities: Severities, language: str, draft: str) -> None:
    """A day told from today on may be the given date, where the draft does not name that as well."""
    assert severities(language, draft, CONTACT) in (["note"], [])
    assert "error" in severities(language, f"{draft} 2/12.", CONTACT)


@pytest.mark.parametrize(
    ("language", "draft"),
    [
        ("en", "The last day is Tuesday the 8th of December."),
        ("de", "Das geht bis Dienstag, 8. Dezember."),
        ("sv", "Bytet går till tisdag den 8 december."),
        ("nb", "Byttet går til tirsdag 8. desember."),
        ("da", "Det går til tirsdag den 8. december."),
    ],
)
def test_weekday_of_an_open_year(severities: Severities, language: str, draft: str) -> None:
    """The weekday of a date without a year cannot be checked."""
    assert severities(language, draft, UNDATED) == ["note"]


@pytest.mark.parametrize(
    ("language", "draft"),
    [
        ("en", "If that is too much for you, leave it until tomorrow."),
        ("sv", "Blir det för mycket i dag, vila en stund."),
        ("nb", "Blir det for mye i dag, ta en pause."),
        ("da", "Bliver det for meget i dag, så tag en pause."),
        ("de", "So ein grauer Montag ist schlimm genug."),
        ("sv", "Plast för hålen i november, det är ingen rolig syn."),
        ("en", "Press plus until it shows the year 2026."),
    ],
)
def test_nothing_promised(severities: Severities, language: str, draft: str) -> None:
    """What is left to the reader, may be any day or tells of the time is no promise."""
    assert set(severities(language, draft, UNDATED)) <= {"note"}


@pytest.mark.parametrize(
    ("language", "draft"),
    [
        ("en", "If it does not fit, a slot is free tomorrow."),
        ("en", "We will call you on a Monday."),
        ("de", "Die Garantie gilt bis 2029."),
        ("sv", "Vi kommer i november."),
        ("nb", "Den kommer tirsdag 8. desember, og mandag ringer vi."),
        ("sv", "En liten fågel viskade att fredagen kommer med ljus."),
        ("nb", "En liten fugl hvisket at fredagen kommer med lys."),
        ("da", "I morgen ringer vi, hvis det bliver for meget."),
    ],
)
def test_promised(severities: Severities, language: str, draft: str) -> None:
    """An offer, a promise and an end of validity are found as before."""
    assert {"error", "warning"} & set(severities(language, draft, UNDATED))


def test_long_drafts(severities: Severities) -> None:
    """Many days in one draft give no more findings of a rule than are shown, and the last are like the first."""
    found = severities("en", "Monday, 8 December. " * 2000, UNDATED)

    assert set(found) == {"note"}
    assert len(found) <= MOST_OF_A_RULE


@pytest.mark.parametrize(
    ("language", "draft"),
    [
        ("en", "Read it as signed 16 bit and divide by 100."),
        ("de", "Als 16 Bit lesen und durch 100 teilen."),
        ("sv", "Läs det som 16 bitar och dividera med: / 100."),
        ("nb", "Les det som 16 bit, verdi / 100."),
        ("da", "Læs det som 16 bit, værdi / 100."),
    ],
)
def test_technical(severities: Severities, language: str, draft: str) -> None:
    """What is reckoned with is a note to an expert, and a warning to anybody else."""
    assert set(severities(language, draft, SCALE, jargon="technical")) <= {"note"}
    assert "warning" in severities(language, draft, SCALE, jargon="avoid")


@pytest.mark.parametrize(
    ("language", "fact", "draft"),
    [
        ("en", "Exchanges are possible until the end of January.", "You can exchange it until 31 January."),
        ("de", "Der Umtausch geht bis Ende Januar.", "Sie können bis zum 31. Januar umtauschen."),
        ("sv", "Bytet går till slutet av januari.", "Du kan byta till den 31 januari."),
    ],
)
def test_last_day_of_a_month(severities: Severities, language: str, fact: str, draft: str) -> None:
    """The end of a month may be told by its last day, and by no other."""
    assert severities(language, draft, {"answer.summary": fact}) in (["note"], [])
    assert severities(language, draft.replace("31", "30"), {"answer.summary": fact}) == ["error"]


@pytest.mark.parametrize(
    ("language", "aside", "promise"),
    [
        ("en", "Such patience deserves a medal", "and the lamp arrives on Friday"),
        ("en", "My own gran would never forgive me a dark sofa", "so it takes three days at most"),
        ("de", "So viel Geduld verdient einen Orden", "und nächste Woche ist sie bei Ihnen"),
        ("de", "Ihre Mail hat das ganze Team zum Lächeln gebracht", "und die Garantie gilt vier Jahre"),
        ("sv", "Ett sådant tålamod förtjänar en medalj", "så 3 lampor ligger med"),
        ("sv", "En kopp te och en filt hjälper så länge", "och om fem dagar har du den"),
        ("nb", "En slik tålmodighet fortjener en medalje", "og pengene er tilbake 4. desember"),
        ("nb", "Jeg vet hvor lang en vinterkveld kan være", "så vi stikker innom i morgen"),
        ("da", "Sådan en tålmodighed fortjener en medalje", "så den er din senest den 12. december"),
        ("da", "Sikke et fint billede af katten", "og om fem dage har du den"),
    ],
)
def test_promise_beside_an_aside(severities: Severities, language: str, aside: str, promise: str) -> None:
    """What kind words lead up to is a promise all the same, behind a comma or a dash or nothing but a joining word."""
    for sign in ("", ",", " –"):
        assert {"error", "warning"} & set(severities(language, f"{aside}{sign} {promise}.", {}))


@pytest.mark.parametrize(
    ("language", "draft"),
    [
        ("en", "What a cheerful mail for a grey Monday, I must say."),
        ("en", "After ten years in this job I still love a mail like yours."),
        ("de", "Nach zehn Jahren in diesem Beruf freue ich mich noch immer über solche Mails."),
        ("sv", "Efter tio år i det här jobbet gläds jag fortfarande åt sådana mejl."),
        ("nb", "Etter ti år i denne jobben gleder jeg meg fortsatt over slike mailer."),
        ("da", "Efter ti år i det her job glæder jeg mig stadig over sådan nogle mails."),
    ],
)
def test_aside(severities: Severities, language: str, draft: str) -> None:
    """What is said in passing, and promises nothing in its own clause, is at most a note."""
    assert set(severities(language, draft, {})) <= {"note"}
