"""Typed facts are put together from the words around them, in every language."""

from __future__ import annotations

import pytest

from tonekit.reading.reader import Reader

COUNTS = [
    pytest.param("This is the third time I write and still nothing since Monday.", 3, id="en"),
    pytest.param("I have called four times about this.", 4, id="en-calls"),
    pytest.param("Das ist jetzt das dritte Mal, dass ich Ihnen schreibe.", 3, id="de"),
    pytest.param("Ich habe schon zweimal angerufen.", 2, id="de-twice"),
    pytest.param("Det här är tredje gången jag skriver till er.", 3, id="sv"),
    pytest.param("Dette er tredje gang jeg skriver til dere.", 3, id="nb"),
    pytest.param("Det er nu tredje gang, jeg skriver til jer.", 3, id="da"),
]


@pytest.mark.parametrize(("text", "count"), COUNTS)
def test_contact_count(reader: Reader, text: str, count: int) -> None:
    """How many times the sender has written is a number, with its words."""
    facts = reader.read(text).facts

    assert facts.contact_count == count
    assert facts.contact is not None
    assert facts.contact.text in text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The app crashed for the third time today.", id="third-crash"),
        pytest.param("We need three times as many licences.", id="three-times-as-many"),
        pytest.param("Der Server ist zum dritten Mal abgestürzt.", id="de-third-crash"),
    ],
)
def test_no_contact_count(reader: Reader, text: str) -> None:
    """What happens for the third time is no third contact."""
    assert (reader.read(text).facts.contact_count or 0) < 3


@pytest.mark.parametrize(
    ("text", "days", "words"),
    [
        pytest.param("I have been waiting for two weeks now.", 14, "two weeks", id="en"),
        pytest.param("Still no answer since Monday.", None, "since Monday", id="en-since"),
        pytest.param("Ich warte seit 10 Tagen auf eine Antwort.", 10, "10 Tagen", id="de"),
        pytest.param("Jag har väntat i tre veckor på svar.", 21, "tre veckor", id="sv"),
        pytest.param("Jeg har ventet i tre uker på svar.", 21, "tre uker", id="nb"),
        pytest.param("Jeg har ventet i tre uger på svar.", 21, "tre uger", id="da"),
        pytest.param("I've been waiting for ages for a reply.", None, "for ages", id="en-ages"),
        pytest.param("We waited for weeks, 20 days in all, and got no answer.", 20, "20 days", id="en-number-counts"),
        pytest.param("Seit Ewigkeiten warte ich auf Ihre Antwort.", None, "Seit Ewigkeiten", id="de-ages"),
        pytest.param("Ich warte schon ewig auf den Techniker.", None, "ewig", id="de-forever"),
        pytest.param("Jag har väntat i evigheter på besked.", None, "i evigheter", id="sv-ages"),
        pytest.param("Jeg har ventet i evigheter på svar.", None, "i evigheter", id="nb-ages"),
        pytest.param("Jeg har ventet en evighed på svar.", None, "en evighed", id="da-ages"),
    ],
)
def test_waited(reader: Reader, text: str, days: float | None, words: str) -> None:
    """A waiting time is counted in days; a mere starting point has no number."""
    waited = reader.read(text).facts.waited

    assert waited is not None
    assert (waited.days, waited.text) == (days, words)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("I have used your product for three years and have a question.", id="en"),
        pytest.param("Ich nutze Ihr Produkt seit drei Jahren und habe eine Frage.", id="de"),
        pytest.param("Unsere Leitung ist seit zwei Jahren im Amt, niemand sonst hat Zugang.", id="de-management"),
        pytest.param("Jag har använt er produkt i tre år och har en fråga.", id="sv"),
        pytest.param("Ihr Messer hält ewig, danke!", id="de-lasts-forever"),
        pytest.param("Your boots last for ages, thank you.", id="en-lasts-for-ages"),
        pytest.param("Jeg har brukt produktet deres i tre år og har et spørsmål.", id="nb"),
        pytest.param("Jeg har brugt jeres produkt i tre år og har et spørgsmål.", id="da"),
    ],
)
def test_nobody_waits_while_being_a_customer(reader: Reader, text: str) -> None:
    """How long somebody has used something, or done something, is no waiting time."""
    assert reader.read(text).facts.waited is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Please send the offer by Friday.", "by Friday", id="en"),
        pytest.param("We need it before 14:00.", "before 14:00", id="en-hour"),
        pytest.param("Bitte bis Freitag liefern.", "bis Freitag", id="de"),
        pytest.param("Vi behöver svar senast på fredag.", "senast på fredag", id="sv"),
        pytest.param("Vi må ha svar innen fredag.", "innen fredag", id="nb"),
        pytest.param("Vi skal have svar inden fredag.", "inden fredag", id="da"),
    ],
)
def test_deadline(reader: Reader, text: str, words: str) -> None:
    """A limiting word before a time is a deadline."""
    deadline = reader.read(text).facts.deadline

    assert deadline is not None
    assert deadline.text == words


@pytest.mark.parametrize("text", ["We were there on Friday.", "Open from 9:00.", "Vi ses på fredag."])
def test_no_deadline(reader: Reader, text: str) -> None:
    """A time without a limit is no deadline."""
    assert reader.read(text).facts.deadline is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Meine Mail vom 2. Oktober ist bis heute unbeantwortet.", id="de-so-far"),
        pytest.param("Bis heute habe ich keine Antwort.", id="de-so-far-opening"),
        pytest.param("Wir sind bis einschließlich 8. August im Urlaub.", id="de-away"),
        pytest.param("I am out of the office until 12 January.", id="en-away"),
        pytest.param("Jag är borta till fredag.", id="sv-away"),
        pytest.param("Jeg er bortreist innen fredag.", id="nb-away"),
        pytest.param("Jeg er på ferie indtil mandag.", id="da-away"),
        pytest.param("Before noon would suit me for the appointment.", id="en-suits"),
        pytest.param("Före lunch passar mig bäst.", id="sv-suits"),
        pytest.param("Helst før lunsj, hvis det går.", id="nb-suits"),
        pytest.param("Gerne før middag, hvis I kan.", id="da-suits"),
        pytest.param("Am liebsten vor Mittag.", id="de-suits"),
    ],
)
def test_limit_that_presses_nobody(reader: Reader, text: str) -> None:
    """How long the sender is away or has waited, and what time of day would suit, is no deadline."""
    assert reader.read(text).facts.deadline is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("We are on holiday until Friday, please reply by Monday.", "by Monday", id="away-and-limit"),
        pytest.param("Please send it by Friday if possible.", "by Friday", id="a-day-that-is-wished"),
        pytest.param("Bitte antworten Sie bis heute Abend.", "bis heute Abend", id="de-tonight"),
        pytest.param("Vi må ha svar før lunsj.", "før lunsj", id="nb-noon"),
    ],
)
def test_limit_that_presses(reader: Reader, text: str, words: str) -> None:
    """A limit beside an absence or a wish stays one."""
    deadline = reader.read(text).facts.deadline

    assert deadline is not None
    assert deadline.text == words


@pytest.mark.parametrize("text", ["FEIL 71", "ERROR 71", "FEHLER 12", "FEJL 71", "FEL 71", "Fehler 71", "fejl 71"])
def test_error_code_in_any_case(reader: Reader, text: str) -> None:
    """The word before an error code may stand in capitals, as on a display."""
    assert [span.text for span in reader.read(f"Display: {text}.").facts.error_codes] == [text]


def test_numbers_codes_and_persons(reader: Reader) -> None:
    """Order numbers, error codes, amounts, threats and the wish for a person come out with their words."""
    text = (
        "Order 20-44719 shows error code E17 although €49.90 was charged. I restarted the router. "
        "I want to speak to a manager, otherwise my lawyer will write to you."
    )

    facts = reader.read(text).facts

    assert [span.text for span in facts.order_numbers] == ["20-44719"]
    assert "E17" in " ".join(span.text for span in facts.error_codes)
    assert [(amount.value, amount.currency) for amount in facts.amounts] == [(49.90, "EUR")]
    assert [threat.kind for threat in facts.threats] == ["legal"]
    assert facts.requested_person is not None
    assert facts.already_tried != ()


@pytest.mark.parametrize(
    "text", ["Ordre 20-4417.", "Ordre 20-4417, takk", "Gjelder ordre nr. 20-4417!", "Min ordrenr. 20-4417"]
)
def test_order_number_ends_before_the_mark(reader: Reader, text: str) -> None:
    """A full stop, comma or other mark behind an order number is no part of it."""
    assert [span.text for span in reader.read(text, locale="nb").facts.order_numbers] == ["20-4417"]


def test_offsets_survive_normalising(reader: Reader) -> None:
    """Facts point into the text as it came, also behind characters that reading removes."""
    text = "\u200b\ufe0fHi,\n\nI\u2019ve been waiting for two weeks."

    waited = reader.read(text).facts.waited

    assert waited is not None
    assert text[waited.start : waited.end] == waited.text == "two weeks"


@pytest.mark.parametrize(
    "text",
    [
        "The invoices since 09:14 are empty.",
        "Meine Bestellung vom 12.03.2026 ist nicht da.",
        "Meine Rechnung vom 2026-03-12 fehlt.",
        "Min faktura från 2025 saknas.",
        "Min ordre 12/03/2026 er ikke kommet.",
    ],
)
def test_time_is_no_number(reader: Reader, text: str) -> None:
    """A year, a date or an hour behind a word for an order is no order number."""
    assert reader.read(text).facts.order_numbers == ()


def test_codes_in_a_log_are_shown(reader: Reader) -> None:
    """An error code inside a stack trace, which is not read as words, is shown as it was written."""
    text = 'Since the update:\n\nException in thread "main" java.lang.NullPointerException: x\n\tat a.b.C(C.java:1)\n'
    codes = reader.read(text).facts.error_codes
    assert codes
    assert all(text[code.start : code.end] == code.text and code.text.strip() for code in codes)


@pytest.mark.parametrize(
    ("text", "waited"),
    [
        pytest.param("You charged me twice two months in a row.", False, id="en"),
        pytest.param("Dere har trukket dobbelt to måneder på rad.", False, id="nb"),
        pytest.param("I har trukket dobbelt to måneder i træk.", False, id="da"),
        pytest.param("I have been waiting for three days in a row.", True, id="en, waits"),
        pytest.param("Ich warte schon drei Tage hintereinander.", True, id="de, waits"),
    ],
)
def test_a_row_of_days_is_no_wait(reader: Reader, text: str, waited: bool) -> None:
    """What happened several months in a row is a series; a wait only where the sentence speaks of waiting."""
    assert bool(reader.read(text).facts.waited) is waited


@pytest.mark.parametrize(
    ("text", "pressed"),
    [
        pytest.param("It is urgent: where is my order 4711?", "urgent", id="en"),
        pytest.param("Bitte antworten Sie so schnell wie möglich.", "so schnell wie möglich", id="de"),
        pytest.param("Vänligen återkom så snart som möjligt.", "så snart som möjligt", id="sv"),
        pytest.param("You sent two left boots, money back asap pls.", "asap", id="en, in short"),
        pytest.param("Could you hurry up please?", "you hurry up", id="en, hurry"),
        pytest.param("Det brådskar inte, men var är mitt paket?", None, id="sv, in none"),
        pytest.param("No need to hurry, but where is my parcel?", None, id="en, in none"),
        pytest.param("Jeg må vite det så fort som mulig.", "så fort som mulig", id="nb"),
        pytest.param("Giv mig besked så hurtigt som muligt.", "så hurtigt som muligt", id="da"),
        pytest.param("How quickly does the kettle boil?", None, id="en, quick is a quality"),
        pytest.param("Hvor er pakken min? Den skulle komme forrige uke.", None, id="nb, asks"),
        pytest.param("Hvornår kommer min reol? Jeg bestilte den for tre uger siden.", None, id="da, asks"),
    ],
)
def test_who_asks_does_not_press(reader: Reader, text: str, pressed: str | None) -> None:
    """Words that press for time are a fact of their own; the question where an order is has none."""
    found = reader.read(text).facts.pressed

    assert (found.text if found else None) == pressed
    assert found is None or text[found.start : found.end] == found.text
