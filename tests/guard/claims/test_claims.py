"""Claims are found as people write them, in five languages, and compared by what they mean."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.guard.claims.claim import Claim, Day
from tonekit.guard.claims.claims import find_claims
from tonekit.guard.claims.figures import values_of
from tonekit.guard.facts.fact_parts import add_leaf, leaves
from tonekit.guard.facts.ground import Ground
from tonekit.guard.identifiers.identifier_forms import is_personal, reads_as_card, reads_as_iban
from tonekit.guard.wording.words import words_of


def found(text: str) -> list[Claim]:
    """Return the claims of a text."""
    return find_claims(text, words_of(text))


def ground_of(fact: Any) -> Ground:
    """Return what a fact supports."""
    ground = Ground()
    for leaf in leaves(fact):
        add_leaf(ground, leaf)
        if isinstance(leaf, str):
            ground.add_text(leaf)
    return ground


def numbers(*values: str) -> frozenset[Decimal]:
    """Return numbers as claims hold them."""
    return frozenset(Decimal(value).normalize() for value in values)


@pytest.mark.parametrize(
    ("text", "kind", "key", "words"),
    [
        pytest.param(
            "by 4 December 2026 at the latest", "date", Day(12, 4, 2026), "4 December 2026", id="day month year"
        ),
        pytest.param("on December 4, 2026", "date", Day(12, 4, 2026), "December 4, 2026", id="month day year"),
        pytest.param("the 3rd of May", "date", Day(5, 3, None), "3rd of May", id="ordinal"),
        pytest.param("ready in March", "date", Day(3, None, None), "March", id="month alone"),
        pytest.param("am 4. Dezember", "date", Day(12, 4, None), "4. Dezember", id="german"),
        pytest.param("auf den 4. Mai 2026", "date", Day(5, 4, 2026), "4. Mai 2026", id="german behind an article"),
        pytest.param("am Abend des 4. Mai", "date", Day(5, 4, None), "4. Mai", id="german genitive, no December"),
        pytest.param("June 2027 is early enough", "date", Day(6, None, 2027), "June 2027", id="month and year"),
        pytest.param("Abrechnung: Juni 2027", "date", Day(6, None, 2027), "Juni 2027", id="german month and year"),
        pytest.param("Nästa: juni 2027", "date", Day(6, None, 2027), "juni 2027", id="swedish month and year"),
        pytest.param("Neste: juni 2027", "date", Day(6, None, 2027), "juni 2027", id="norwegian month and year"),
        pytest.param("Næste: marts 2027", "date", Day(3, None, 2027), "marts 2027", id="danish month and year"),
        pytest.param("den 04.12.2026,", "date", Day(12, 4, 2026), "04.12.2026", id="dotted"),
        pytest.param("bis zum 4.12. da", "date", Day(12, 4, None), "4.12.", id="dotted without year"),
        pytest.param("senast fredag", "weekday", 4, "fredag", id="swedish weekday"),
        pytest.param("Donnerstagnachmittag", "weekday", 3, "Donnerstagnachmittag", id="compound weekday"),
        pytest.param("den 3:e maj", "date", Day(5, 3, None), "3:e maj", id="swedish ordinal"),
        pytest.param("den 2/12", "date", Day(12, 2, None), "2/12", id="slashed"),
        pytest.param("2026-12-02", "date", Day(12, 2, 2026), "2026-12-02", id="iso"),
        pytest.param("at half eight", "time", frozenset({510, 1230}), "at half eight", id="british half"),
        pytest.param("at 3 o'clock", "time", frozenset({180, 900}), "3 o'clock", id="either half of the day"),
        pytest.param(
            "neunundvierzig Euro fünfzig", "amount", numbers("49.5"), "neunundvierzig Euro fünfzig", id="cents behind"
        ),
        pytest.param("zwei Euro drei", "amount", numbers("2"), "zwei Euro", id="a count behind"),
        pytest.param(
            "not the day after tomorrow", "day", "day_after_tomorrow", "day after tomorrow", id="day after tomorrow"
        ),
        pytest.param("vi ringer i morgen", "day", "tomorrow", "i morgen", id="tomorrow"),
        pytest.param("das geht ab morgen so", "day", "tomorrow", "ab morgen", id="from tomorrow"),
        pytest.param("Wir rufen Sie morgen an.", "day", "tomorrow", "morgen", id="german tomorrow"),
        pytest.param("Gut. Morgen ist sie da.", "day", "tomorrow", "Morgen", id="german tomorrow first"),
        pytest.param("we call this afternoon", "day", "this_afternoon", "this afternoon", id="afternoon"),
        pytest.param("innan veckan är slut", "day", "this_week", "innan veckan är slut", id="swedish week"),
        pytest.param("innen utgangen av uken", "day", "this_week", "innen utgangen av uken", id="norwegian week"),
        pytest.param("inden ugens udgang", "day", "this_week", "inden ugens udgang", id="danish week"),
        pytest.param("We will call today", "today", True, "today", id="today to come"),
        pytest.param("Heute wird geliefert", "today", True, "Heute", id="german today to come"),
        pytest.param("den skickas i dag", "today", True, "i dag", id="swedish today to come"),
        pytest.param("It was sent today, you will see", "today", False, "today", id="today past"),
        pytest.param("on the 5th.", "date", Day(None, 5, None), "on the 5th", id="day without month"),
        pytest.param("es geht am 5. raus", "date", Day(None, 5, None), "am 5.", id="german day without month"),
        pytest.param("den 5:e, då", "date", Day(None, 5, None), "den 5:e", id="swedish day without month"),
        pytest.param("be there at noon", "time", frozenset({720}), "at noon", id="noon"),
        pytest.param("within 24 hours", "length", 24.0, "24 hours", id="hours"),
        pytest.param("within 48h", "length", 48.0, "48h", id="hours in one word"),
        pytest.param("within 30min", "length", 0.5, "30min", id="minutes in one word"),
        pytest.param("in a couple of days", "length", 48.0, "couple of days", id="couple"),
        pytest.param("om ett par veckor", "length", 336.0, "ett par veckor", id="swedish couple"),
        pytest.param("in a fortnight", "length", 336.0, "fortnight", id="fortnight"),
        pytest.param("in 3-5 business days", "length", 120.0, "5 business days", id="range of days"),
        pytest.param("inom fyra timmar", "length", 4.0, "fyra timmar", id="number in words"),
        pytest.param("it takes 5min", "length", 0.0833, "5min", id="minutes that something takes"),
        pytest.param("warten Sie 10 Minuten", "length", 0.1667, "10 Minuten", id="minutes in figures"),
        pytest.param("inom 3–5 bankdagar", "length", 120, "5 bankdagar", id="bank days"),
        pytest.param("dauert anderthalb Stunden", "length", 1.5, "anderthalb Stunden", id="one and a half"),
        pytest.param("en och en halv timme", "length", 1.5, "en och en halv timme", id="Swedish one and a half"),
        pytest.param("takes around an hour", "length", 1, "an hour", id="article behind around"),
        pytest.param("etwa eine halbe Stunde", "length", 0.5, "halbe Stunde", id="half an hour"),
        pytest.param("1,5 Stunden lang", "length", 1.5, "1,5 Stunden", id="decimals"),
        pytest.param("for forty-five minutes", "length", 0.75, "forty-five minutes", id="number in two words"),
        pytest.param("half past one", "time", frozenset({90, 810}), "half past one", id="half past"),
        pytest.param("um Viertel nach neun", "time", frozenset({555, 1275}), "Viertel nach neun", id="quarter"),
        pytest.param("klockan halv två", "time", frozenset({90, 810}), "halv två", id="Swedish half"),
        pytest.param("kvart på ti", "time", frozenset({585, 1305}), "kvart på ti", id="Norwegian quarter"),
        pytest.param("kvart i fem", "time", frozenset({285, 1005}), "kvart i fem", id="Danish quarter"),
        pytest.param("klokken to", "time", frozenset({120, 840}), "klokken to", id="hour in words"),
        pytest.param("kl. 09.15.", "time", frozenset({555}), "kl. 09.15", id="time at the end of a sentence"),
        pytest.param("allerede 08.55 her", "time", frozenset({535}), "08.55", id="hour with a nought"),
        pytest.param("from 9.30 on", "time", frozenset({570}), "9.30", id="time behind from"),
        pytest.param("13:30 hrs", "time", frozenset({810}), "13:30 hrs", id="hrs"),
        pytest.param("før nyttårsaften", "holiday", Day(12, 31, None), "før nyttårsaften", id="holiday"),
        pytest.param("klart vecka 51", "day", "week 51", "vecka 51", id="week of the year"),
        pytest.param("3 procents rabatt", "percentage", numbers("3"), "3 procents", id="share with an ending"),
        pytest.param("under én procent", "percentage", numbers("1"), "én procent", id="one per cent"),
        pytest.param("Decemberavgiften stryks", "amount", numbers("0"), "Decemberavgiften stryks", id="waived fee"),
        pytest.param("med nummer 2026/4471", "reference", "20264471", "2026/4471", id="reference behind its word"),
        pytest.param("Vorgangsnummer lautet 77-AB", "reference", "77AB", "77-AB", id="number is"),
        pytest.param("on instagram.com/x now", "link", "instagram.com/x", "instagram.com/x", id="link without scheme"),
        pytest.param("mobil 934 12 776", "phone", "3412776", "934 12 776", id="Norwegian mobile"),
        pytest.param("card 4111 1111 1111 1112", "card", "4111111111111112", "4111 1111 1111 1112", id="made up card"),
        pytest.param("in 7 packages", "count", numbers("7"), "7", id="small number that counts"),
        pytest.param("within a week", "length", 168.0, "a week", id="article behind within"),
        pytest.param("um 14.30 Uhr", "time", frozenset({870}), "14.30 Uhr", id="german time"),
        pytest.param("at 2:30 pm", "time", frozenset({870}), "2:30 pm", id="pm"),
        pytest.param("kl. 18", "time", frozenset({1080}), "kl. 18", id="nordic hour"),
        pytest.param("€6,150.00 in total", "amount", numbers("6150"), "€6,150.00", id="symbol before"),
        pytest.param("6 150,50 kr.", "amount", numbers("6150.50"), "6 150,50 kr", id="blank and comma"),
        pytest.param("das kostet 1,5 Mio. €", "amount", numbers("1500000"), "1,5 Mio. €", id="millions"),
        pytest.param("2 tkr extra", "amount", numbers("2000"), "2 tkr", id="thousand crowns"),
        pytest.param("12 000 pund", "amount", numbers("12000"), "12 000 pund", id="word of another language"),
        pytest.param("it is 199kr", "amount", numbers("199"), "199kr", id="glued to the number"),
        pytest.param("it is CHF 1.01.", "amount", numbers("1.01"), "CHF 1.01", id="amount, no date"),
        pytest.param("EUR 12.05.2026", "date", Day(5, 12, 2026), "12.05.2026", id="date behind a currency"),
        pytest.param("99 cents", "amount", numbers("99", "0.99"), "99 cents", id="hundredths"),
        pytest.param("one hundred euros", "amount", numbers("100"), "one hundred euros", id="amount in words"),
        pytest.param(
            "zweihundertfünfzig Euro", "amount", numbers("250"), "zweihundertfünfzig Euro", id="amount in one word"
        ),
        pytest.param("hundra kronor", "amount", numbers("100"), "hundra kronor", id="swedish amount in words"),
        pytest.param("femogtyve kroner", "amount", numbers("25"), "femogtyve kroner", id="danish amount in words"),
        pytest.param("fifty per cent off", "percentage", numbers("50"), "fifty per cent", id="percentage in words"),
        pytest.param("15 per cent off", "percentage", numbers("15"), "15 per cent", id="per cent"),
        pytest.param("case C-20417.", "reference", "C20417", "C-20417", id="reference"),
        pytest.param("call +46 33 555 01 55!", "phone", "5550155", "+46 33 555 01 55", id="phone"),
        pytest.param(
            "see https://Docs.Example.com/a/.",
            "link",
            "docs.example.com/a",
            "https://Docs.Example.com/a/",
            id="link",
        ),
        pytest.param("write to Help@example.com.", "mail", "help@example.com", "Help@example.com", id="mail"),
        pytest.param(
            "DE89 3704 0044 0532 0130 00 ist",
            "iban",
            "DE89370400440532013000",
            "DE89 3704 0044 0532 0130 00",
            id="iban",
        ),
        pytest.param("card 4111 1111 1111 1111", "card", "4111111111111111", "4111 1111 1111 1111", id="card"),
        pytest.param("up to 250 files", "number", numbers("250"), "250", id="number"),
    ],
)
def test_claim_is_found(text: str, kind: str, key: Any, words: str) -> None:
    """A claim is found with what it means and where it stands, and nothing else."""
    claims = found(text)

    assert [(claim.kind, claim.key, text[claim.start : claim.end]) for claim in claims] == [(kind, key, words)]


@pytest.mark.parametrize(
    "text",
    [
        "you may 3 as well",
        "from time to time, one time password",
        "Step 3 and iPhone 8 Plus",
        "SHA-256 and UTF-8",
        "Merry Christmas",
        "for a few minutes",
        "1. Open it.\n12. Close it.",
        "we are here 24/7",
        "wait a minute, or five minutes",
        "HTTP/2 and the v2 API",
        "two of them",
        "Jan has left",
        "in time",
        "Guten Morgen, Frau Vogt",
        "Morgen zusammen",
        "god morgen, jeden morgen, heller Morgen",
        "on the 5th floor, am 5. Schalter",
        "a euro more, from pounds to euros",
        "1/2 liter vann og 1/2 kopp eddik",
        "There since v3.2. Ever since v3.2.",
        "Seit v4.1. Seit API v4.1.",
        "Sedan v3.2. Felet kom i v3.2.",
        "Feilen er i API v3.2. Den kom med v3.2.",
        "Fejlen kom med v3.2. Den er væk.",
    ],
)
def test_no_claim(text: str) -> None:
    """What only looks like a date, a time or a number is none."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param("It has been there since version 3.2.", ["number"], id="version, en"),
        pytest.param("Siehe Abschnitt 4.1. und § 4.2.", ["number", "number"], id="section, de"),
        pytest.param("Se punkt 4.1. i avtalet", ["number"], id="section, sv"),
        pytest.param("Feilen kom i versjon 3.2. Takk!", ["number"], id="version, nb"),
        pytest.param("Det står i aftalens § 4.1. Tak!", ["number"], id="section, da"),
        pytest.param("It arrives 3.2. at the latest", ["date"], id="day, en"),
        pytest.param("Die Version kommt am 3.2. heraus", ["date"], id="day, de"),
        pytest.param("Versionen kommer den 3.2. som lovat", ["date"], id="day, sv"),
        pytest.param("Versjonen kommer den 3.2. som lovet", ["date"], id="day, nb"),
        pytest.param("Versionen kommer den 3.2. som lovet", ["date"], id="day, da"),
    ],
)
def test_number_at_the_end_of_a_sentence(text: str, kinds: list[str]) -> None:
    """The number of a version or a section is no day and month because a full stop follows it."""
    assert [claim.kind for claim in found(text)] == kinds


@pytest.mark.parametrize(
    ("number", "values"),
    [
        pytest.param("1.250", ["1250", "1.25"], id="either"),
        pytest.param("1.250,00", ["1250"], id="german"),
        pytest.param("1,250.00", ["1250"], id="english"),
        pytest.param("12 800", ["12800"], id="blank"),
        pytest.param("9" * 40, [], id="too long"),
        pytest.param(".", [], id="no digit"),
    ],
)
def test_values_of_a_number(number: str, values: list[str]) -> None:
    """A number that two readers read differently has both values."""
    assert values_of(number) == numbers(*values)


@pytest.mark.parametrize(
    ("fact", "draft"),
    [
        pytest.param("2026-12-03T14:30", "on Thursday, 3 December, at 2.30 pm", id="moment"),
        pytest.param({"amount": "49.90", "currency": "EUR"}, "49,90 €", id="money"),
        pytest.param({"amount": 1500000, "currency": "EUR"}, "1,5 Mio. €", id="millions"),
        pytest.param([{"text": "Licence", "price": {"amount": 4900}}], "EUR 4,900.00", id="prices"),
        pytest.param(24, "one day, 24 things", id="number"),
        pytest.param("back by 11", "at 11 am", id="hour without a sign"),
        pytest.param("HMAC-SHA-256", "SHA-256", id="part of a compound"),
        pytest.param("Fixed in v3.2.", "in version 3.2", id="version"),
        pytest.param("https://www.example.com/a", "example.com/a and www.example.com", id="link without its scheme"),
        pytest.param("2026-12-10", "10.12, KW 50", id="day with a point, and its week"),
        pytest.param("for the fourth time", "in 4 mails", id="order"),
        pytest.param("one day of training", "1 training day", id="length in passing"),
        pytest.param("seven days", "within one week", id="length in another unit"),
        pytest.param("+47 62 55 01 55", "62550155", id="phone without blanks"),
        pytest.param("14:30", "14.30", id="time with a point"),
        pytest.param("2026-12-05", "on the 5th", id="day of a date"),
        pytest.param("12:00", "at noon", id="noon"),
        pytest.param({"amount": "100.00", "currency": "EUR"}, "one hundred euros", id="amount in words"),
        pytest.param("It was packed today.", "it leaves today", id="today"),
    ],
)
def test_fact_supports_a_draft(fact: Any, draft: str) -> None:
    """A fact may be written in any of the usual ways."""
    ground = ground_of(fact)
    ground.add_text("24 hours")

    assert [claim for claim in found(draft) if not ground.supports(claim, draft[claim.start : claim.end])] == []


@pytest.mark.parametrize(
    ("fact", "draft"),
    [
        pytest.param("2026-12-03", "Friday, 3 December", id="wrong weekday"),
        pytest.param("2026-12-03", "3 December 2027", id="wrong year"),
        pytest.param("15 licences", "15 % off", id="another thing of the same number"),
        pytest.param("1 of 2", "2 March", id="number is no date"),
        pytest.param("2026-12-03", "on the 5th", id="wrong day"),
        pytest.param("tomorrow", "it leaves today", id="wrong day from today on"),
        pytest.param("C-20417", "C-20418", id="another reference"),
        pytest.param(float("nan"), "12 EUR", id="no number"),
    ],
)
def test_fact_does_not_support_a_draft(fact: Any, draft: str) -> None:
    """What was given is not stretched."""
    ground = ground_of(fact)

    assert [claim for claim in found(draft) if not ground.supports(claim, draft[claim.start : claim.end])]


@pytest.mark.parametrize(
    ("check", "right", "wrong"),
    [
        pytest.param(reads_as_iban, "SE45 5000 0000 0583 9825 7466", "SE4550000000058398257467", id="iban"),
        pytest.param(reads_as_card, "4111-1111-1111-1111", "4111111111111112", id="card"),
        pytest.param(reads_as_card, "5500 0000 0000 0004", "0000000000000000", id="card of zeros"),
        pytest.param(is_personal, "vera.lind@firma.example", "info@firma.example", id="person's mail"),
        pytest.param(is_personal, "vl77@gmail.com", "sales@nordlys.example", id="private host"),
    ],
)
def test_identifiers(check: Any, right: str, wrong: str) -> None:
    """Check digits and forms tell identifiers from what looks like them."""
    assert check(right)
    assert not check(wrong)


@given(st.text(max_size=200) | st.text("0123456789 .,:/-+%€krEURuhr\n", max_size=200))
def test_claims_never_overlap(text: str) -> None:
    """Claims come in the order of the text, inside it, and none overlaps another."""
    end = 0
    for claim in found(text):
        assert end <= claim.start < claim.end <= len(text)
        end = claim.end


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        pytest.param("åbent kl. 10-16 på lørdag", [600, 960], id="Danish span"),
        pytest.param("klockan 10 till 16 på lördag", [600, 960], id="Swedish span in words"),
        pytest.param("mellom kl. 9 og kl. 12.", [540, 720], id="clock word before each hour"),
    ],
)
def test_span_of_hours(text: str, hours: list[int]) -> None:
    """Both hours of a span are told, and a span is no reference."""
    claims = found(text)

    assert {claim.kind for claim in claims} >= {"time"}
    assert "reference" not in {claim.kind for claim in claims}
    told = [claim.key for claim in claims if claim.kind == "time"]
    assert len(told) == len(hours)
    assert all(hour in key for hour, key in zip(hours, told, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1. It is on port 10.\n2. No.", id="items, English"),
        pytest.param("1. Port 10.\n3. Nur eines.", id="items, German"),
        pytest.param("Bygel 3.\n4. UAC2 ja.", id="items, Swedish"),
        pytest.param("Vi sees neste uke.\n3. Ta med nøkkelen.", id="week, Norwegian"),
        pytest.param("Det var sidste uge.\n3. Tag nøglen med.", id="week, Danish"),
        pytest.param("4. Tag den gamle patron ud.", id="the mark of an item that reads like a day"),
    ],
)
def test_lists(text: str) -> None:
    """The numbers of a list are no dates, weeks or lengths of time."""
    kinds = {"date", "length"}
    claims = [
        each for each in find_claims(text, words_of(text)) if each.kind in kinds or "\n" in text[each.start : each.end]
    ]

    assert claims == []


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("I kan være der fire. Tyve minutter er nok.", 20 / 60),
        ("Rooms for two. Twenty minutes are enough.", 20 / 60),
        ("Det blir tolv. Tjugo minuter räcker.", 20 / 60),
    ],
)
def test_sentences(text: str, hours: float) -> None:
    """A length of time in words begins with its sentence."""
    assert [each.key for each in find_claims(text, words_of(text)) if each.kind == "length"] == [round(hours, 4)]
