"""A fact is missing as gravely as the draft lets one be sure of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tonekit import Result, ToneKit

ASKED = {
    "en": "Hello, when will you call me back about the boiler, and what about the fee?",
    "de": "Guten Tag, wann rufen Sie mich wegen der Heizung zurück, und was ist mit der Gebühr?",
    "sv": "Hej, när ringer ni mig om värmepumpen, och hur blir det med avgiften?",
    "nb": "Hei, når ringer dere meg om varmepumpen, og hva med gebyret?",
    "da": "Hej, hvornår ringer I til mig om varmepumpen, og hvad med gebyret?",
}
Severities = Callable[..., list[str]]


@pytest.fixture(scope="module")
def severities(toolkit: ToneKit, answer: Callable[..., Result]) -> Severities:
    """What gives the severities of the missing facts of a draft; without a reply, all facts have to be told."""

    def check(draft: str, facts: dict[str, object], language: str, message: str = "") -> list[str]:
        result = answer(message or ASKED[language], language=language, facts=facts)
        found = toolkit.check(draft, result.model_copy(update={"reply": None}))
        return [each.severity for each in found if each.rule == "missing-fact"]

    return check


CALL = {"handover.contact_by": "2026-12-09T08:30"}
"""A Wednesday."""
BOXING_DAY = {"appointment.start": "2026-12-26T12:00"}
REFUND = {"redress.refund": {"amount": "1290.50", "currency": "EUR"}}


@pytest.mark.parametrize(
    ("language", "facts", "draft"),
    [
        pytest.param("en", CALL, "Hello, we call you on Wednesday at half eight.", id="en weekday and half"),
        pytest.param("en", CALL, "Hello, we call you on the ninth at half past eight in December.", id="en two places"),
        pytest.param("de", CALL, "Guten Tag, wir rufen am Mittwoch um halb neun an.", id="de weekday"),
        pytest.param(
            "de", CALL, "Guten Tag, der Anruf kommt im Dezember, um 8.30 Uhr, und zwar am 9. Bis dann!", id="de figure"
        ),
        pytest.param(
            "de",
            CALL,
            "Guten Tag, am zweiten Mittwoch im Dezember, das ist der neunte, rufen wir um halb neun an.",
            id="de ordinal",
        ),
        pytest.param("sv", CALL, "Hej, vi ringer dig på onsdag klockan halv nio.", id="sv weekday"),
        pytest.param("en", BOXING_DAY, "Hello, on Boxing Day at noon we come to you.", id="en feast"),
        pytest.param("de", BOXING_DAY, "Guten Tag, am zweiten Weihnachtstag um zwölf Uhr kommen wir.", id="de feast"),
        pytest.param("sv", BOXING_DAY, "Hej, annandag jul klockan tolv kommer vi.", id="sv feast"),
        pytest.param("nb", BOXING_DAY, "Hei, andre juledag klokka tolv kommer vi.", id="nb feast"),
        pytest.param("da", BOXING_DAY, "Hej, anden juledag klokken tolv kommer vi.", id="da feast"),
        pytest.param("nb", CALL, "Hei, vi ringer deg onsdag klokka halv ni.", id="nb weekday"),
        pytest.param("da", CALL, "Hej, vi ringer til dig onsdag klokken halv ni.", id="da weekday"),
        pytest.param(
            "en", REFUND, "Hello, one thousand two hundred and ninety euros and fifty cents come back.", id="en amount"
        ),
        pytest.param("de", REFUND, "Guten Tag, eintausendzweihundertneunzig Euro fünfzig kommen.", id="de amount"),
        pytest.param("sv", REFUND, "Hej, ettusentvåhundranittio euro och femtio cent kommer.", id="sv amount"),
        pytest.param("nb", REFUND, "Hei, ettusentohundreognitti euro og femti cent kommer.", id="nb amount"),
        pytest.param("da", REFUND, "Hej, ettusindtohundredeoghalvfems euro og halvtreds cent kommer.", id="da amount"),
    ],
)
def test_fact_is_told_otherwise(severities: Severities, language: str, facts: dict[str, object], draft: str) -> None:
    """Weekdays, ordinals, and times and amounts in words tell a fact; nothing is missing."""
    assert severities(draft, facts, language) == []


@pytest.mark.parametrize(
    ("language", "facts", "draft", "severity"),
    [
        pytest.param("en", CALL, "Hello, we call you soon, at half eight.", "error", id="en no day"),
        pytest.param("en", CALL, "Hello, we call on Thursday at half eight.", "error", id="en another weekday"),
        pytest.param(
            "de",
            CALL,
            "Guten Tag, am Mittwoch, den 16. Dezember, um halb neun.",
            "error",
            id="de weekday of another date",
        ),
        pytest.param("en", CALL, "Hello, we call you on Wednesday.", "error", id="en no time"),
        pytest.param("en", CALL, "Hello, we call you tomorrow at half eight.", "note", id="en day from today"),
        pytest.param("de", CALL, "Guten Tag, wir rufen übermorgen um halb neun an.", "note", id="de day from today"),
        pytest.param("sv", CALL, "Hej, vi ringer nästa vecka klockan halv nio.", "note", id="sv week from today"),
        pytest.param("nb", CALL, "Hei, vi ringer deg i morgen klokka halv ni.", "note", id="nb day from today"),
        pytest.param("da", CALL, "Hej, vi ringer til dig i morgen klokken halv ni.", "note", id="da day from today"),
        pytest.param("en", CALL, "Hello, we will call you today, 8.30 at the latest.", "note", id="en today"),
        pytest.param("nb", CALL, "Hei, vi har sett på saken i dag, og ringer halv ni.", "error", id="nb today"),
        pytest.param("sv", REFUND, "Hej, tolv euro och femtio cent kommer.", "error", id="sv another amount"),
    ],
)
def test_figure_is_missing(
    severities: Severities, language: str, facts: dict[str, object], draft: str, severity: str
) -> None:
    """A date, time or amount of which nothing stands there is an error; a day from today on may be the one meant."""
    assert severities(draft, facts, language) == [severity]


def test_day_that_the_customer_named_tells_none(severities: Severities) -> None:
    """Whoever repeats the customer's own "tomorrow" has not told the day that was given."""
    asked = "Hello, can you call me tomorrow about the boiler?"
    draft = "Hello, you asked for a call tomorrow, and we call you at half eight."

    assert severities(draft, CALL, "en", asked) == ["error"]


def test_day_that_the_customer_named_tells_the_time_given(severities: Severities) -> None:
    """Where the time of day stands, even the customer's own "today" may be the day that was given."""
    asked = "Hello, can you call me today about the boiler?"

    assert severities("Hello, we will call you today, 8:30 am at the latest.", CALL, "en", asked) == ["note"]


@pytest.mark.parametrize(
    ("fact", "draft", "severity"),
    [
        pytest.param(
            "The callout charge of £90 is waived.",
            "Hello, no callout charge for you.",
            "note",
            id="amount that is waived",
        ),
        pytest.param("The repair costs £90.", "Hello, the repair will cost you something.", "error", id="amount"),
        pytest.param(
            "The boiler BX-4471 needs part PT-2210, serial number SN-9931.",
            "Hello, the boiler BX-4471 needs the part with serial number SN-9931.",
            "note",
            id="one reference of several",
        ),
        pytest.param(
            "Our engineer cleaned both burners, replaced valve and gasket, and lowered pressure.",
            "Hello, all is well: the gasket is new, the burners shine.",
            None,
            id="enough in other words",
        ),
        pytest.param(
            "Our engineer cleaned burners, replaced gaskets, lowered pressure, tightened screws.",
            "Hello, an engineer made sure that the pressure is right.",
            "note",
            id="something of it",
        ),
        pytest.param(
            "The boiler lost pressure because its expansion vessel had been damaged by frost.",
            "Hello, thank you for asking about your boiler, we look into it.",
            "note",
            id="the topic alone",
        ),
        pytest.param(
            "The expansion vessel had been damaged by frost.", "Hello, we look into it.", "error", id="nothing of it"
        ),
    ],
)
def test_sentence_is_missing(severities: Severities, fact: str, draft: str, severity: str | None) -> None:
    """A sentence of which a part is told, or its topic alone, is a note, and nothing an error."""
    assert severities(draft, {"answer.summary": fact}, "en") == ([severity] if severity else [])


def test_price_that_follows_from_the_sum(severities: Severities) -> None:
    """One price of several may be left to the sum; where the sum is missing too, nothing tells it."""
    items = [
        {"text": "Boiler service", "quantity": 4, "price": {"amount": "80.00", "currency": "GBP"}},
        {"text": "Travel", "quantity": 1, "price": {"amount": "25.00", "currency": "GBP"}},
    ]
    facts = {"quote.items": items, "quote.total": {"amount": "345.00", "currency": "GBP"}}

    assert severities("Hello, the boiler service is £80 each, with travel it makes £345.", facts, "en") == ["note"]
    assert severities("Hello, the boiler service is £80 each, travel is extra.", facts, "en") == ["error", "error"]


@pytest.mark.parametrize("amount", ["0.01", "0", "1000000", "900000000000"])
def test_amounts_that_nobody_writes_in_words(severities: Severities, amount: str) -> None:
    """An amount of nothing, of a cent or of billions is missing where other words count."""
    facts: dict[str, object] = {"redress.refund": {"amount": amount, "currency": "EUR"}}

    assert severities("Hello, fifty euros come back to you.", facts, "en") == ["error"]


@pytest.mark.parametrize(
    ("language", "draft"),
    [
        pytest.param("en", "Hello, your order left us yesterday.", id="en"),
        pytest.param("de", "Guten Tag, Ihre Bestellung hat gestern unser Haus verlassen.", id="de"),
        pytest.param("sv", "Hej, din order lämnade oss i går.", id="sv"),
        pytest.param("nb", "Hei, ordren din forlot oss i går.", id="nb"),
        pytest.param("da", "Hej, din ordre forlod os i går.", id="da"),
    ],
)
def test_yesterday_tells_a_day_that_was(
    toolkit: ToneKit, answer: Callable[..., Result], language: str, draft: str
) -> None:
    """A date of the day before the draft goes out is told by "yesterday", and by nothing on another day."""
    result = answer(ASKED[language], language=language, facts={"status.expected": "2026-11-30"})
    result = result.model_copy(update={"reply": None})

    def lacks(today: date) -> bool:
        return any(each.rule == "missing-fact" for each in toolkit.check(draft, result, today=today))

    assert not lacks(date(2026, 12, 1))
    assert lacks(date(2026, 12, 4))
