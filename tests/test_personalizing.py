"""Whole replies to whole messages: what is written to people in trouble, and what is said back to them."""

from __future__ import annotations

from typing import Any

import pytest

from tonekit import Customer, ToneKit
from tonekit.errors import TemplateError

QUOTE: dict[str, Any] = {"quote.sent": "2030-11-17", "quote.number": "Q-1187"}


@pytest.mark.parametrize(
    "message",
    [
        "Ich kann nicht mehr, ich will nicht mehr leben.",
        "I want to end my life because of this debt.",
        "Bei uns riecht es stark nach Gas.",
    ],
)
def test_no_form_letter_in_danger(toolkit: ToneKit, message: str) -> None:
    """Who speaks of suicide or is in danger gets no reply but a person, and the result says why there is none."""
    result = toolkit.personalize(message)

    assert (result.reply, result.decision.action) == (None, "escalate")
    assert result.notes[0].startswith("No reply is written: alerts=")


def test_no_named_template_in_despair(toolkit: ToneKit) -> None:
    """Nor does a program that always asks for the same template answer somebody who speaks of suicide."""
    assert toolkit.personalize("I want to end my life.", template="acknowledgement").reply is None


@pytest.mark.parametrize("message", ["Wo bleibt mein Paket??", "Die Heizung ist kalt!!! Wann kommt jemand?"])
def test_no_familiar_form_for_loud_signs(toolkit: ToneKit, message: str) -> None:
    """Exclamation marks and question marks are no offer of du."""
    reply = toolkit.personalize(message, customer=Customer(name="Vogt", title="Frau")).reply

    assert reply is not None
    assert reply.variant == "default"


@pytest.mark.parametrize(
    ("message", "facts", "said", "unsaid"),
    [
        pytest.param(
            "Min man dog i januari, och jag vill säga upp hans abonnemang.", {}, "sorg", "Tack för", id="bereaved"
        ),
        pytest.param("Ok, wir nehmen das Angebot an.", QUOTE, "vielen Dank für Ihre Antwort", "Zusage", id="accepted"),
        pytest.param("Vi lurer fortsatt på om vi skal takke ja.", QUOTE, "17. november", "rukket", id="weighing"),
        pytest.param("Jag vill avbeställa order 330912", {}, "330912", "uppsägning", id="order-sv"),
        pytest.param("Ich möchte die Bestellung 330912 stornieren.", {}, "330912", "Kündigung", id="order-de"),
        pytest.param("Are you open on Saturday?", {}, "received your message", "urgent", id="opening-hours"),
        pytest.param(
            "Hei igjen, jeg skrev forrige uke om reklamasjonen og har ikke hørt noe.",
            {},
            "beklager",
            "haster",
            id="again",
        ),
        pytest.param("Danke, es funktioniert jetzt.", {}, "dass jetzt alles klappt", "Unser Team", id="it-works-de"),
        pytest.param("Tack, nu fungerar det.", {}, "bra att det fungerar", "återkommer", id="it-works-sv"),
        pytest.param("Takk, det virker nå.", {}, "bra at det fungerer", "kommer tilbake", id="it-works-nb"),
        pytest.param("Tak, det virker nu.", {}, "at det virker nu", "et svar", id="it-works-da"),
        pytest.param(
            "Anbei die unterschriebenen Unterlagen.", {}, "Ihre Nachricht ist bei uns angekommen", "leid", id="papers"
        ),
        pytest.param(
            "Bifogat finner ni kvittot för återbetalningen.", {}, "tagit emot ditt meddelande", "beklagar", id="receipt"
        ),
        pytest.param(
            "Ich möchte mit einem Menschen sprechen, nicht mit einem Roboter.",
            {},
            "Unser Team",
            "Rückmeldung",
            id="person",
        ),
        pytest.param(
            "Jeg er utilfreds med jeres prisstigning.", {}, "modtaget din henvendelse", "Sådan skulle", id="no-fault"
        ),
    ],
)
def test_what_is_said_and_what_is_not(
    toolkit: ToneKit, message: str, facts: dict[str, Any], said: str, unsaid: str
) -> None:
    """A reply meets what was written, and asserts nothing that was not."""
    reply = toolkit.personalize(message, facts=facts).reply

    assert reply is not None
    assert said in reply.text
    assert unsaid not in reply.text


@pytest.mark.parametrize("language", ["en", "de", "sv", "nb", "da"])
def test_no_fault_is_admitted_unasked(toolkit: ToneKit, language: str) -> None:
    """A complaint whose matter nobody has looked into is regretted, in no wording as a fault of the company."""
    complaint = {
        "en": "I am very annoyed about your price increase.",
        "de": "Ich bin sehr verärgert über Ihre Preiserhöhung.",
        "sv": "Jag är mycket missnöjd med er prishöjning.",
        "nb": "Jeg er veldig misfornøyd med prisøkningen deres.",
        "da": "Jeg er meget utilfreds med jeres prisstigning.",
    }[language]
    faults = (
        "should not",
        "should have",
        "hätte",
        "soll bei uns",
        "borde",
        "Så här ska",
        "burde",
        "skal det ikke",
        "skulle det",
    )
    recent: list[str] = []
    for _ in range(10):
        reply = toolkit.personalize(complaint, recent=recent).reply
        assert reply is not None
        assert not [fault for fault in faults if fault in reply.text]
        recent += reply.phrase_ids


@pytest.mark.parametrize(
    ("language", "one", "more"),
    [
        ("en", "1 minute\n", "45 minutes"),
        ("de", "1 Minute\n", "45 Minuten"),
        ("sv", "1 minut\n", "45 minuter"),
        ("nb", "1 minutt\n", "45 minutter"),
        ("da", "1 minut\n", "45 minutter"),
    ],
)
def test_one_minute_is_singular(toolkit: ToneKit, language: str, one: str, more: str) -> None:
    """What is counted agrees with its number, also where the plan of an earlier reply is used again."""
    for minutes, said in [(45, more), (1, one), (45, more), (1, one)]:
        facts = {"appointment.start": "2025-12-01T14:30", "appointment.minutes": minutes}
        reply = toolkit.personalize("Ok.", facts=facts, locale=language, template="appointment_confirm").reply

        assert reply is not None
        assert said in reply.text


@pytest.mark.parametrize(
    ("amount", "problem"),
    [
        pytest.param("-5 EUR", "needs 0 EUR or more, not -5 EUR", id="negative"),
        pytest.param("1249.5 JPY", "no decimals, as JPY has them", id="no-such-coin"),
        pytest.param("5 XYZ", "the code of a currency", id="no-such-currency"),
    ],
)
def test_refund_that_nobody_pays(toolkit: ToneKit, amount: str, problem: str) -> None:
    """An amount that no customer should read is refused by the name of its input."""
    facts = {"redress": {"measure": "We pay it back.", "refund": amount}}

    with pytest.raises(TemplateError, match=f"redress.refund.*{problem}"):
        toolkit.personalize("My router is broken.", facts=facts)
