"""Facts that do not fit the reply that prints them: another form of address, another language."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from tonekit import Message, Result, ToneKit

DU = "Kannst du mir zeigen, wie ich die Kundenliste exportiere? Bitte mit allen Schritten."
SIE = "Können Sie mir zeigen, wie ich die Kundenliste exportiere? Bitte mit allen Schritten."
SETTINGS = """
safeguards:
  - {id: all, when: {reply: written}, action: send, reason: Trusted.}
"""


@pytest.fixture(scope="module")
def sending(tmp_path_factory: pytest.TempPathFactory) -> ToneKit:
    """Return the toolkit of a shop that sends whatever may be sent."""
    folder: Path = tmp_path_factory.mktemp("sending")
    (folder / "tonekit.yaml").write_text(SETTINGS, encoding="utf-8")
    return ToneKit(templates=folder)


def answer(summary: str, *steps: str) -> Mapping[str, Any]:
    """Return facts of an answer."""
    return {"answer": {"summary": summary} | ({"steps": list(steps)} if steps else {})}


def notes(result: Result) -> list[str]:
    """Return the notes on facts that do not fit."""
    return [note for note in result.notes if note.startswith("The fact")]


@pytest.mark.parametrize(
    ("message", "facts", "note"),
    [
        pytest.param(
            DU,
            answer("Die Liste lässt sich exportieren.", "Öffnen Sie Kunden.", "Wählen Sie CSV."),
            "The fact 'answer.steps' has the polite form of address, the reply the familiar one.",
            id="sie-in-du",
        ),
        pytest.param(
            SIE,
            answer("Die Liste lässt sich exportieren.", "Öffne deine Kunden.", "Dann klickst du auf CSV."),
            "The fact 'answer.steps' has the familiar form of address, the reply the polite one.",
            id="du-in-sie",
        ),
        pytest.param(
            SIE,
            answer("Die Liste lässt sich exportieren.", "Öffne Kunden.", "Klicke auf CSV."),
            "The fact 'answer.steps' has the familiar form of address, the reply the polite one.",
            id="commands-without-a-pronoun",
        ),
        pytest.param(
            "Hvordan eksporterer jeg kundelisten, og hvor finder jeg den bagefter?",
            answer("Listen ligger under Kunder, hvor De kan hente den som fil."),
            "The fact 'answer.summary' has the polite form of address, the reply the familiar one.",
            id="danish",
        ),
        pytest.param(
            SIE,
            answer("Your invoice was sent yesterday."),
            "The fact 'answer.summary' is in 'en', the reply in 'de'.",
            id="english-in-german",
        ),
        pytest.param(
            SIE,
            answer("Die Liste lässt sich exportieren.", "Open the customers.", "Choose export.", "Choose CSV."),
            "The fact 'answer.steps' is in 'en', the reply in 'de'.",
            id="short-steps",
        ),
        pytest.param(
            "Where do I find my invoice?",
            answer("Die Rechnung haben wir Ihnen gestern geschickt."),
            "The fact 'answer.summary' is in 'de', the reply in 'en'.",
            id="german-in-english",
        ),
        pytest.param(
            "Where do I find my invoice?",
            answer("Ваш счёт был отправлен вчера вечером и должен прийти завтра утром."),
            "The fact 'answer.summary' is in 'ru', the reply in 'en'.",
            id="language-without-a-pack",
        ),
        pytest.param(
            "Hur exporterar jag kundlistan? Jag hittar inte knappen.",
            answer("The list is under Customers, and you can save it there."),
            "The fact 'answer.summary' is in 'en', the reply in 'sv'.",
            id="english-in-swedish",
        ),
        pytest.param(
            "Hur exporterar jag kundlistan? Jag hittar inte knappen.",
            answer(
                "Hinweis: Ihre Bestellung ist leider noch nicht bei uns angekommen und wird erst morgen verschickt."
            ),
            "The fact 'answer.summary' is in 'de', the reply in 'sv'.",
            id="note",
        ),
        pytest.param(
            "Where do I find my invoice?",
            answer("Alert: Ihre Bestellung ist leider noch nicht bei uns angekommen und wird erst morgen verschickt."),
            "The fact 'answer.summary' is in 'de', the reply in 'en'.",
            id="alert",
        ),
        pytest.param(
            "Where do I find my invoice?",
            answer(
                "Message from the warehouse: Ihre Bestellung ist leider noch nicht bei uns angekommen "
                "und wird erst morgen verschickt."
            ),
            "The fact 'answer.summary' is in 'de', the reply in 'en'.",
            id="message-from",
        ),
        pytest.param(
            SIE,
            answer("Message: your order has left our house today and will be with you soon."),
            "The fact 'answer.summary' is in 'en', the reply in 'de'.",
            id="message",
        ),
        pytest.param(
            SIE,
            answer("Warning: your order has left our house today and will be with you soon."),
            "The fact 'answer.summary' is in 'en', the reply in 'de'.",
            id="warning",
        ),
        pytest.param(
            "Where do I find my invoice?",
            answer(
                "Error in our list: Ihre Bestellung ist leider noch nicht bei uns angekommen und kommt erst morgen."
            ),
            "The fact 'answer.summary' is in 'de', the reply in 'en'.",
            id="error-of-our-own",
        ),
        pytest.param(
            SIE,
            answer("Meddelande: din beställning har lämnat oss i dag och kommer snart till dig."),
            "The fact 'answer.summary' is in 'sv', the reply in 'de'.",
            id="swedish-message",
        ),
    ],
)
def test_what_does_not_fit_is_not_sent(sending: ToneKit, message: str, facts: Mapping[str, Any], note: str) -> None:
    """A reply with a fact in another form of address or another language says so, and waits for a person."""
    result = sending.personalize(message, facts=facts)

    assert notes(result) == [note]
    assert result.reply is not None
    assert note in result.reply.notes
    assert result.decision.action == "approve"
    assert result.decision.reasons[0].rule == "never_unseen"
    assert result.decision.reasons[0].text == note
    assert result.decision.reasons[0].evidence


NEIGHBOURS = {
    "sv": (
        "Hur exporterar jag kundlistan? Jag hittar inte knappen.",
        "Du kan själv ändra adressen under Inställningar.",
    ),
    "nb": (
        "Hvordan eksporterer jeg kundelista, og hvor finner jeg den etterpå?",
        "Bestillingen din har forlatt oss i dag.",
    ),
    "da": (
        "Hvordan eksporterer jeg kundelisten, og hvor finder jeg den bagefter?",
        "Din bestilling har forladt os i dag.",
    ),
}
"""A message, and a fact that can be in no other language."""


@pytest.mark.parametrize(("wanted", "given"), [*permutations(NEIGHBOURS, 2)])
def test_near_languages_are_told_apart(sending: ToneKit, wanted: str, given: str) -> None:
    """A fact in a neighbouring language does not fit, although most of its small words are the same."""
    (message, _), (_, fact) = NEIGHBOURS[wanted], NEIGHBOURS[given]

    result = sending.personalize(message, facts=answer(fact))

    assert notes(result) == [f"The fact 'answer.summary' is in '{given}', the reply in '{wanted}'."]


@pytest.mark.parametrize(
    ("message", "facts"),
    [
        pytest.param(
            DU, answer("Die Liste lässt sich exportieren.", "Öffne Kunden.", "Wähle CSV in deiner Liste."), id="du"
        ),
        pytest.param(
            SIE, answer("Die Liste lässt sich exportieren.", "Öffnen Sie Kunden.", "Wählen Sie CSV."), id="sie"
        ),
        pytest.param(DU, answer("Die Dateien sind da. Sie liegen unter Kunden."), id="sie-that-means-they"),
        pytest.param(
            SIE, answer("Fehler 403: You do not have permission to view this page."), id="what-a-program-says"
        ),
        pytest.param(
            SIE, answer("Error 0x80070005: You do not have permission to view this page."), id="hexadecimal-code"
        ),
        pytest.param(
            SIE, answer("Fehler (ERR_ACCESS): You do not have permission to view this page."), id="code-in-letters"
        ),
        pytest.param(
            SIE,
            answer("Der Dienst meldete timeout while waiting for the response from upstream."),
            id="words-of-a-program-in-a-sentence",
        ),
        pytest.param(
            "Hur exporterar jag kundlistan? Jag hittar inte knappen.",
            answer("Felmeddelande: The requested URL was not found on this server."),
            id="swedish-error-message",
        ),
        pytest.param(SIE, answer("Das Paket heißt Customer Export Suite Pro."), id="name-of-a-product"),
        pytest.param(SIE, answer("Die Anleitung steht unter https://example.com/how-to-export-your-list."), id="link"),
        pytest.param(
            "Hvordan eksporterer jeg kundelisten, og hvor finder jeg den bagefter?",
            answer("Listen ligger under Kunder, hvor du kan hente den som fil."),
            id="danish",
        ),
        pytest.param(
            "Hvordan eksporterer jeg kundelista, og hvor finner jeg den etterpå?",
            answer("Lista ligger under Kunder, der du kan hente den som fil."),
            id="norwegian",
        ),
    ],
)
def test_what_fits_is_sent(sending: ToneKit, message: str, facts: Mapping[str, Any]) -> None:
    """Facts in the form and the language of the reply hold nothing back."""
    result = sending.personalize(message, facts=facts)

    assert notes(result) == []
    assert result.decision.action == "send"


def test_no_program_is_answered_unseen(tmp_path: Path) -> None:
    """A list of replies of one's own may answer an automatic reply; it still waits for a person."""
    (tmp_path / "tonekit.yaml").write_text(f"replies: [{{template: acknowledgement}}]\n{SETTINGS}", encoding="utf-8")
    message = Message(text="See below.", subject="Automatic reply: Receipt")

    result = ToneKit(templates=tmp_path).personalize(message)

    assert result.reply is not None
    assert (result.decision.action, result.decision.reasons[0].rule) == ("approve", "never_unseen")
    assert result.decision.reasons[0].evidence == ("Automatic reply",)


def test_what_is_not_printed_does_not_count(sending: ToneKit) -> None:
    """A fact that the reply leaves out cannot make it wrong."""
    facts = answer("Die Liste lässt sich exportieren.")
    facts["answer"]["background"] = "The export was changed in the spring of this year."

    result = sending.personalize("Kann man die Kundenliste exportieren? Bitte nur kurz.", facts=facts)

    assert result.reply is not None
    assert "spring" not in result.reply.text
    assert notes(result) == []
