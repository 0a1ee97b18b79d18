"""What is refused is no promise and backs none; what only frees the customer of a duty takes nothing back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tonekit import Result, ToneKit
from tonekit.guard.claims.claims import find_claims
from tonekit.guard.wording.negations import cleared_among
from tonekit.guard.wording.wording import DENIED, load_wording
from tonekit.guard.wording.words import words_of


def promised(text: str) -> list[str]:
    """Return the amounts and shares that a text promises by name."""
    claims = find_claims(text, words_of(text))
    return [
        text[each.start : each.end]
        for each in claims
        if each.kind in ("amount", "percentage") and each.stance != "refused"
    ]


@pytest.mark.parametrize(
    "text",
    [
        # The negation stands in the gap of the phrase.
        "We don't cover the costs of the return.",
        "We cannot cover shipping costs.",
        "Unfortunately we are unable to bear the cost.",
        "The fee is not waived in this case.",
        "The full amount will not be refunded.",
        "Wir übernehmen leider keine Kosten.",
        "Den vollen Betrag können wir nicht zurückzahlen.",
        "Das ganze Geld bekommen Sie nicht zurück.",
        "Vi betalar inte returfrakten.",
        "Hela summan går inte att få tillbaka.",
        "Vi dekker ingen utgifter.",
        "Hele beløbet betales ikke tilbage.",
        # The main clause denies, the object clause names it.
        "Ich kann Ihnen leider nicht versprechen, dass wir den vollen Betrag erstatten.",
        "Wir können nicht garantieren, dass die Lieferung kostenlos ist.",
        "Jeg kan desværre ikke love, at vi refunderer hele beløbet.",
        "Jeg vet ikke om frakten er gratis.",
        "Jag vet inte om frakten är gratis.",
        "I do not know if it is free of charge.",
        "There is no rule which says that you get your money back in full.",
        # Another clause stands in between.
        "We can't, as we have explained, give you a full refund.",
        "Eine volle Rückerstattung ist, sobald die Ware benutzt wurde, nicht mehr möglich.",
        "Full återbetalning kan vi, eftersom varan är använd, inte erbjuda.",
        "Full refusjon kan vi, siden varen er brukt, ikke tilby.",
        "Fuld refusion kan vi, da varen er brugt, ikke tilbyde.",
        # A wish is named first, and refused behind it.
        "I understand that you want a full refund, but this is not possible.",
        "You asked for a full refund, and unfortunately we cannot grant it.",
        "You asked if the repair is free of charge, and it isn't.",
        "As much as I would like to give you a full refund, I can't.",
        "If we could offer a full refund, we would, but we can't.",
        "Whether you will get your money back in full, I can't say.",
        "Ich verstehe, dass Sie den vollen Betrag zurück möchten, aber das geht leider nicht mehr.",
        "Ob die Lieferung kostenlos ist, kann ich Ihnen leider nicht sagen.",
        "Jag förstår att du vill ha full återbetalning, men det går tyvärr inte.",
        "Jeg forstår at du ønsker full refusjon, men det er dessverre ikke mulig.",
        "Jeg forstår, at du ønsker fuld refusion, men det er desværre ikke muligt.",
        # Without something, and a second negation.
        "A full refund without returning the item is not possible.",
        "A full refund with no receipt is not possible.",
        "We do not offer a full refund, and you do not have to send anything back.",
        "Die volle Erstattung gibt es nicht, und Sie müssen das Gerät nicht zurückschicken.",
        "Full återbetalning går inte, och du behöver inte skicka tillbaka den.",
        "Full refusjon går ikke, og du trenger ikke sende den tilbake.",
        "Fuld refusion er ikke mulig, og du behøver ikke sende den retur.",
    ],
)
def test_refusals_promise_nothing(text: str) -> None:
    """A negation anywhere in the sentence takes back what the sentence names, in a gap of the name as well."""
    assert promised(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("You will get a full refund, and you do not have to send anything back.", "full refund"),
        ("You get a full refund and need not return it.", "full refund"),
        ("You get a full refund, with no need to return it.", "full refund"),
        ("You get a full refund without having to return it.", "full refund"),
        ("Sie erhalten die volle Erstattung, und Sie müssen das Gerät nicht zurückschicken.", "volle Erstattung"),
        ("Sie erhalten die volle Erstattung und müssen uns keine Belege senden.", "volle Erstattung"),
        ("Frakten är gratis, och du behöver inte vara hemma.", "gratis"),
        ("Du får full refusjon, og du trenger ikke sende noe.", "full refusjon"),
        ("Du får fuld refusion, og du behøver ikke sende noget retur.", "fuld refusion"),
        ("We'll cover the cost, no questions asked.", "We'll cover the cost"),
    ],
)
def test_what_frees_of_a_duty_takes_nothing_back(text: str, found: str) -> None:
    """Where the customer need not do something, the promise beside it stands."""
    assert promised(text) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("No returns after a year\n\nDelivery is free of charge", "free of charge", id="paragraph"),
        pytest.param("- no returns after a year\n- delivery is free of charge", "free of charge", id="bullet"),
        pytest.param("1. no returns\n2. delivery is free of charge", "free of charge", id="number"),
    ],
)
def test_a_negation_ends_with_its_paragraph_or_item(text: str, found: str) -> None:
    """A heading or an item of a list without a full stop denies nothing in the next one."""
    assert promised(text) == [found]


@pytest.mark.parametrize(
    ("text", "cleared"),
    [
        pytest.param("None of this is your own fault.", ["your own fault"], id="right-before"),
        pytest.param("This is not at all your fault.", ["your fault"], id="not-at-all"),
        pytest.param("It was nothing, your mistake.", [], id="comma"),
        pytest.param("Nothing: your fault.", [], id="colon"),
        pytest.param("Not at all. Your mistake is here.", [], id="full-stop"),
    ],
)
def test_blame_is_cleared_by_words_right_before_it(text: str, cleared: list[str]) -> None:
    """Words that clear the customer do so only where nothing but spaces separates them from the blame."""
    wording, words = load_wording("en"), words_of(text)
    hits = list(wording.phrases.find(text, words))
    blame, denied = ([hit for hit in hits if hit.tag == tag] for tag in ("blame", DENIED))

    assert len(blame) == 1
    assert [text[hit.start : hit.end] for hit in cleared_among(blame, denied, wording, text, words)] == cleared


@pytest.mark.parametrize(
    ("language", "message", "fact", "draft"),
    [
        (
            "en",
            "Hello, how does the return of my printer work?",
            "We do not cover the postage for returns.",
            "You can send the printer back to us free of charge.",
        ),
        (
            "en",
            "Hello, how does the return of my printer work?",
            "The full amount will not be refunded.",
            "You will get a full refund.",
        ),
        (
            "en",
            "I paid by credit card the total amount, and the printer is still broken.",
            "Your case is open.",
            "You will get a full refund.",
        ),
        (
            "de",
            "Guten Tag, wie funktioniert die Rücksendung des Druckers?",
            "Wir übernehmen keine Rücksendekosten.",
            "Guten Tag, die Rücksendung des Druckers ist für Sie kostenlos.",
        ),
        (
            "de",
            "Guten Tag, wie funktioniert die Rücksendung des Druckers?",
            "Der volle Kaufpreis wird nicht erstattet.",
            "Guten Tag, Sie erhalten die volle Erstattung.",
        ),
        (
            "de",
            "Guten Tag, wie funktioniert die Rücksendung des Druckers?",
            "Sie haben den Rechnungsbetrag vollständig bezahlt.",
            "Guten Tag, Sie erhalten die volle Erstattung.",
        ),
        (
            "sv",
            "Hej, hur fungerar returen av skrivaren?",
            "Vi betalar inte returfrakten.",
            "Hej, returen av skrivaren är gratis för dig.",
        ),
        (
            "sv",
            "Hej, hur fungerar returen av skrivaren?",
            "Hela beloppet betalas inte tillbaka.",
            "Hej, du får full återbetalning.",
        ),
        (
            "nb",
            "Hei, hvordan fungerer returen av skriveren?",
            "Vi dekker ikke returfrakten.",
            "Hei, returen av skriveren er gratis for deg.",
        ),
        (
            "da",
            "Hej, hvordan fungerer returneringen af printeren?",
            "Hele beløbet bliver ikke refunderet.",
            "Hej, du får fuld refusion.",
        ),
    ],
)
def test_a_refusal_backs_no_promise(
    toolkit: ToneKit, answer: Callable[..., Result], language: str, message: str, fact: str, draft: str
) -> None:
    """A fact that refuses something does not support a draft that promises it in other words."""
    result = answer(message, language=language, facts={"answer.summary": fact})
    found = [each for each in toolkit.check(draft, result) if each.rule.startswith("ungiven")]

    assert [each.severity for each in found] == ["error"]


@pytest.mark.parametrize(
    ("fact", "draft"),
    [
        ("We cover the postage for returns.", "You can send the printer back to us free of charge."),
        ("You get a full refund, and you do not have to return it.", "We refund the full amount."),
    ],
)
def test_a_promise_backs_a_promise(toolkit: ToneKit, answer: Callable[..., Result], fact: str, draft: str) -> None:
    """A fact that promises supports the same promise in other words."""
    result = answer("Hello, how does the return work?", facts={"answer.summary": fact})

    assert [each for each in toolkit.check(draft, result) if each.rule.startswith("ungiven")] == []
