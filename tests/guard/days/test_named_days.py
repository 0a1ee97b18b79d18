"""Shares and amounts that go by a name: what promises them, and what only shares words with a promise."""

from __future__ import annotations

import pytest

from tonekit.guard.claims.claims import find_claims
from tonekit.guard.wording.words import words_of


def named(text: str) -> list[str]:
    """Return the amounts and shares in a text."""
    claims = find_claims(text, words_of(text))
    return [text[each.start : each.end] for each in claims if each.kind in ("amount", "percentage")]


@pytest.mark.parametrize(
    "text",
    [
        "We charged your credit card the total amount of the invoice.",
        "Return the form with the total amount filled in.",
        "The total amount is shown on the back of the letter.",
        "I paid by credit card the total amount.",
        "Put the lower half back into the case.",
        "We pay close attention to the cost for our customers.",
        "We ask you to pay the postage.",
        "You pay nothing until we have confirmed the order.",
        "There is nothing to pay until the invoice arrives.",
        "Please do not pay anything until we get back to you.",
        "You do not have to pay anything now.",
        "Sie haben den Rechnungsbetrag vollständig bezahlt, vielen Dank.",
        "Bitte überweisen Sie den Betrag vollständig.",
        "Ich melde mich in der zweiten Hälfte der Woche zurück.",
        "Wir tragen die Kosten in die Tabelle ein.",
        "Die Kosten tragen wir in die Tabelle ein.",
        "Der gesamte Betrag wird monatlich wieder abgebucht.",
        "Bitte vorerst nichts bezahlen, bis die neue Rechnung da ist.",
        "Sie zahlen nichts, bis die neue Rechnung da ist.",
        "Ich trage die Gebühren in Ihrem Konto ein.",
        "Ich übernehme Ihre Angaben zu den Kosten in das Formular.",
        "Wir streichen die Kosten aus der Übersicht.",
        "Wir erstatten erst, wenn das Gerät komplett bei uns ist.",
        "The total amount returned by the report is wrong.",
        "I have nothing to pay attention to.",
        "Vi stryker frakten från ordern.",
        "Sätt den övre hälften tillbaka på plats.",
        "Du har betalat hela summan, gå tillbaka till sidan för kvittot.",
        "Du behöver inte betala något förrän fakturan kommer.",
        "Vi er alle tilbake på kontoret etter jul.",
        "Nå er alle tilbake fra ferie.",
        "Sett den øvre halvparten tilbake på plass.",
        "Du har betalt hele summen, gå tilbake til siden for kvitteringen.",
        "Du betaler ingenting før vi har bekreftet ordren.",
        "Varerne kom alle retur til os.",
        "Nu er alle tilbage fra ferie.",
        "Sæt den øverste halvdelen tilbage på plads.",
        "Du har betalt hele beløbet, gå tilbage til siden for kvitteringen.",
        "Du betaler ikke noget før vi har bekræftet ordren.",
    ],
)
def test_what_names_no_figure(text: str) -> None:
    """Words that are those of a promise in another order, or wait for something, name nothing."""
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We will return the full amount to you.", "return the full amount"),
        ("You get the full amount for the printer back.", "get the full amount for the printer back"),
        ("The full amount will be returned.", "full amount will be returned"),
        ("You get half of it back.", "get half of it back"),
        ("We will of course pay all postage.", "We will of course pay all postage"),
        ("We'll pay for the return postage.", "We'll pay for the return postage"),
        ("You won't pay a penny.", "won't pay a penny"),
        ("Sie bekommen den vollen Betrag auf Ihr Konto zurück.", "bekommen den vollen Betrag auf Ihr Konto zurück"),
        ("Den vollen Betrag überweisen wir Ihnen zurück.", "vollen Betrag überweisen wir Ihnen zurück"),
        ("Sie bekommen den Rechnungsbetrag vollständig zurück.", "Rechnungsbetrag vollständig zurück"),
        ("Die Hälfte des Preises geht zurück.", "Hälfte des Preises"),
        ("Wir tragen die Kosten.", "Wir tragen die Kosten"),
        ("Wir tragen die Kosten für ein neues Gerät.", "Wir tragen die Kosten"),
        ("Sie müssen dafür nichts bezahlen.", "nichts bezahlen"),
        ("Du får hela summan för skrivaren tillbaka.", "får hela summan för skrivaren tillbaka"),
        ("Hela beloppet betalas tillbaka.", "Hela beloppet betalas tillbaka"),
        ("Du får hälften tillbaka.", "får hälften tillbaka"),
        ("Du får alle pengene tilbake.", "alle pengene tilbake"),
        ("Du får halvparten tilbake.", "får halvparten tilbake"),
        ("Hele beløbet betales tilbage.", "Hele beløbet betales tilbage"),
        ("Du får alle dine penge retur.", "alle dine penge retur"),
    ],
)
def test_what_names_a_figure(text: str, found: str) -> None:
    """The promise itself is found, whatever else its words may mean."""
    assert named(text) == [found]


@pytest.mark.parametrize(
    ("text", "free"),
    [
        pytest.param("We will foot the bill.", True, id="bill, en"),
        pytest.param("Delivery is on us.", True, id="on us, en"),
        pytest.param("Das geht natürlich auf unsere Rechnung.", True, id="bill, de"),
        pytest.param("Die Rechnung übernehmen wir.", True, id="bill first, de"),
        pytest.param("Det sker för vår räkning.", True, id="at our expense, sv"),
        pytest.param("Vi tar notan.", True, id="bill, sv"),
        pytest.param("Vi tar regningen.", True, id="bill, nb"),
        pytest.param("Selvsagt står vi for regningen.", True, id="bill turned round, nb"),
        pytest.param("Vi tager regningen.", True, id="bill, da"),
        pytest.param("Regningen betaler vi.", True, id="bill first, da"),
        pytest.param("We are sorry, that's on us.", False, id="a fault, en"),
        pytest.param("Wir nehmen Bezug auf unsere Rechnung.", False, id="a bill named, de"),
        pytest.param("Wir übernehmen die Rechnung in das neue System.", False, id="a bill moved, de"),
        pytest.param("Åkeriet som kör för vår räkning ringer.", False, id="on our behalf, sv"),
        pytest.param("Vi tar regningen opp med dem.", False, id="a bill brought up, nb"),
        pytest.param("Det nye taket på huset er ferdig.", False, id="a roof on a house, nb"),
        pytest.param("Vi tager regningen med til mødet.", False, id="a bill taken along, da"),
    ],
)
def test_who_pays(text: str, free: bool) -> None:
    """Who takes the bill lets the reader have it for nothing; who only speaks of one does not."""
    assert bool(named(text)) is free
