"""Absence notices, bounces and newsletters are told from what people write, in five languages."""

from __future__ import annotations

import pytest

from tonekit import Message, Thread, ToneKit, Turn
from tonekit.reading.mail.automatic import automatic_in
from tonekit.reading.mail.source import read_eml

KIT = ToneKit()

SUBJECTS = [
    ("Automatic reply: Your ticket 4711", "reply"),
    ("Out of Office: Re: invoice 20931", "reply"),
    ("Out of office", "reply"),
    ("AutoReply: Delivery date", "reply"),
    ("Automatische Antwort: Ihr Ticket", "reply"),
    ("Abwesenheitsnotiz: Re: Angebot", "reply"),
    ("Automatiskt svar: Ditt ärende", "reply"),
    ("Autosvar: Offert", "reply"),
    ("Automatisk svar: Saken din", "reply"),
    ("Fraværsbesked", "reply"),
    ("Undelivered Mail Returned to Sender", "bounce"),
    ("Delivery Status Notification (Failure)", "bounce"),
    ("Mail delivery failed: returning message to sender", "bounce"),
]
PEOPLE = [
    "I am out of office next week, can you call Monday?",
    "I'm on holiday until 12 May and will be back on the 13th. Please deliver after that.",
    "I was out of the office when your driver came. Please try again tomorrow.",
    "Thank you for your email. I will be back with the signed form on Friday.",
    "In urgent cases whom do I contact? The hotline does not answer.",
    "I am on maternity leave from March. Please change the contact for our account to Jo Hill.",
    "Please turn on my out of office reply, I can't find the setting.",
    "Ich bin nächste Woche nicht im Büro, können Sie am Montag anrufen?",
    "Wir sind vom 3. bis zum 9. Mai im Urlaub. Bitte liefern Sie das Paket danach.",
    "Der Techniker kam, als ich im Urlaub war. Bitte einen neuen Termin.",
    "Vielen Dank für Ihre Nachricht. Das Gerät läuft wieder.",
    "In dringenden Fällen hätte ich gern eine Telefonnummer von Ihnen.",
    "Wie richte ich eine Abwesenheitsnotiz ein? Ich bin ab dem 3. Mai im Urlaub.",
    "Meine Mutter ist abwesend, und ich nehme das Paket an.",
    "Jag är på semester nästa vecka, kan ni ringa på måndag?",
    "Vi är bortresta i juli. Stoppa tidningen till och med den 31.",
    "Tack för ditt mejl. Fakturan är betald.",
    "Hur slår jag på autosvar? Jag är ledig från och med fredag.",
    "Montören kom inte när jag var ledig, så jag vill ha en ny tid.",
    "Jag är inte på kontoret i morgon, lämna paketet i receptionen.",
    "Jeg er på ferie neste uke, kan dere ringe på mandag?",
    "Vi er bortreist i juli. Stopp avisen til og med den 31.",
    "Takk for e-posten. Skriveren virker igjen.",
    "Hvordan skriver jeg en fraværsmelding? Jeg har ferie fra og med fredag.",
    "Jeg er ikke på kontoret i morgen, legg pakken i resepsjonen.",
    "Jeg er på ferie i næste uge, kan I ringe på mandag?",
    "Vi holder ferie i juli. Stop avisen til og med den 31.",
    "Tak for din mail. Printeren virker igen.",
    "Hvordan slår jeg autosvar til? Jeg holder fri fra og med fredag.",
    "Jeg er ikke på kontoret i morgen, stil pakken i receptionen.",
    "Nobody has got back to me.\n\nOn Monday you wrote:\n> I am out of the office. In urgent cases call Sarah.",
    "I am out of the office until 12 January with limited access to email. In urgent cases please contact Sarah Brown.",
    "Ihr Server ist nicht erreichbar, wir haben keinen Zugriff auf unsere Daten. Laut Mail vom Montag geht es wieder.",
]
PEOPLES_SUBJECTS = [
    "Re: Automatic reply: Your ticket 4711",
    "Fwd: Undelivered Mail Returned to Sender",
    "Out of office next week",
    "Undelivered mail, third time",
    "Undelivered parcel",
    "Automatic payment failed",
    "Abwesenheit einrichten",
    "Nicht zustellbares Paket",
    "Automatische Abbuchung",
    "Frånvaron på fredag",
    "Automatisk betalning",
    "Fraværet mitt på mandag",
    "Ikke levert pakke",
    "Automatisk døråbner",
    "Delivery status",
    "Undeliverable: parcel 8813",
    "Unzustellbar: Paket 4711",
    "Ikke leveret",
    "Kan inte levereras",
    "Fravær: kan ikke registrere sykefravær",
    "Frånvaro: fel i lönesystemet",
    "Abwesenheit: Urlaubstage werden falsch angezeigt",
    "Nicht im Büro",
    "Auto: Schlüssel verloren",
]


@pytest.mark.parametrize(("subject", "kind"), SUBJECTS)
def test_subjects(subject: str, kind: str) -> None:
    """The subject lines that programs write tell by themselves what a mail is."""
    found = automatic_in(Message(text="See below.", subject=subject))

    assert found is not None
    assert (found.kind, found.place) == (kind, "subject")
    assert subject.startswith(found.text)


@pytest.mark.parametrize("text", PEOPLE)
def test_people_are_no_programs(text: str) -> None:
    """The text alone makes nobody a program: who tells of an absence, asks about notices or quotes one is a person."""
    assert KIT.analyze(text).facts.automatic is None


@pytest.mark.parametrize("subject", PEOPLES_SUBJECTS)
def test_subjects_of_people(subject: str) -> None:
    """An answer to an automatic reply, and a line that only sounds like one, is a person's."""
    assert automatic_in(Message(text="See below.", subject=subject)) is None


def mail(*headers: str, body: str = "Hello, my order is late.") -> bytes:
    """Return a raw mail with some headers."""
    usual = ("From: Dave <dave@example.com>", "To: support@example.com", "Subject: Your ticket")
    return "\r\n".join((*usual, *headers, "", body)).encode()


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("Auto-Submitted: auto-replied", "reply"),
        ("Auto-Submitted: auto-replied (vacation)", "reply"),
        ("Auto-Submitted: auto-generated", "bulk"),
        ("X-Autoreply: yes", "reply"),
        ("Precedence: bulk", "bulk"),
        ("Precedence: LIST", "bulk"),
        ("precedence: junk", "bulk"),
        ("Precedence: auto_reply", "reply"),
        ("List-Id: <news.example.com>", "bulk"),
        ("List-Unsubscribe: <mailto:leave@example.com>", "bulk"),
        ("Return-Path: <>", "reply"),
        ("Content-Type: multipart/report; report-type=delivery-status; boundary=x", "bounce"),
        ("Content-Type: multipart/report; report-type=disposition-notification; boundary=x", "reply"),
    ],
)
def test_headers_of_raw_mails(header: str, kind: str) -> None:
    """What mail programs and servers say in the headers decides, whatever the text says."""
    found = KIT.analyze(read_eml(mail(header))).facts.automatic

    assert found is not None
    assert (found.kind, found.place) == (kind, "header")
    assert found.text.lower() == header.lower()


@pytest.mark.parametrize(
    "header",
    [
        "Auto-Submitted: no",
        "X-Auto-Response-Suppress: All",
        "X-Autoreply: false",
        "Precedence: first-class",
        "Return-Path: <dave@example.com>",
        "Content-Type: text/plain",
        "X-Autoreply: no",
    ],
)
def test_headers_of_people(header: str) -> None:
    """Headers that every mail may have tell nothing."""
    message = read_eml(mail(header))

    assert message.headers == ()
    assert KIT.analyze(message).facts.automatic is None


def test_headers_may_be_given() -> None:
    """Who has the headers from a helpdesk passes them on, as a mapping or as pairs."""
    given = {"Auto-Submitted": "auto-replied"}

    assert Message(text="x", headers=given) == Message(text="x", headers=tuple(given.items()))
    assert KIT.analyze(Message(text="Back soon.", headers=tuple(given.items()))).facts.automatic is not None


def test_a_notice_hides_no_complaint() -> None:
    """Where a person has written before their absence notice came in, a person is answered."""
    notice = Turn(author="customer", message=Message(text="See below.", subject="Automatic reply: Receipt"))
    complaint = Turn(author="customer", message=Message(text="The kettle I ordered is broken."))

    assert KIT.analyze(Thread(turns=(complaint, notice))).facts.automatic is None
    assert KIT.analyze(Thread(turns=(notice,))).facts.automatic is not None


def test_nothing_is_written_and_nothing_is_sent() -> None:
    """A program gets no reply, a colleague reads why, and what was read otherwise stays."""
    text = "I am out of the office until 12 January. In urgent cases call Sarah."
    result = KIT.personalize(Message(text=text, subject="Automatic reply: Receipt"))

    assert result.reply is None
    assert result.decision.action == "approve"
    assert ("automatic", ("Automatic reply",)) in [(each.rule, each.evidence) for each in result.decision.reasons]
    assert result.analysis.urgency == KIT.analyze(text).urgency
