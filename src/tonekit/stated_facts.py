"""Typed facts of a message, each with its words: how often, how long, by when, which threats."""

from __future__ import annotations

from typing import Literal

from .models.shown_model import ShownModel


class Span(ShownModel):
    """Words of the message.

    Attributes:
        text: the words, exactly as in `Analysis.text`.
        start, end: character offsets, end exclusive.
    """

    text: str
    start: int
    end: int


class Placed(Span):
    """Words of the message or of its subject line.

    Attributes:
        place: `text`, or `subject` if the words, and the offsets, are those of `Analysis.subject`.
    """

    place: Literal["text", "subject"] = "text"


class Waited(Span):
    """How long the sender has waited.

    Attributes:
        days: the time in days, or None if only a starting point is named ("since Monday").
    """

    days: float | None = None


class Threat(Span):
    """Something that the sender threatens."""

    kind: Literal["churn", "legal", "regulator", "public", "payment"]


AlertKind = Literal[
    "legal",
    "regulator",
    "press",
    "access",
    "rectification",
    "erasure",
    "portability",
    "objection",
    "breach",
    "safety",
    "self_harm",
    "stopped",
    "abuse",
    "person",
    "leaving",
    "second_contact",
    "third_contact",
    "injection",
]


class Alert(Placed):
    """Words that call for a person.

    Attributes:
        kind: `legal`, `regulator` and `press` are threats or come from there; `access`, `rectification`, `erasure`,
            `portability` and `objection` the rights of GDPR Articles 15, 16, 17, 20 and 21; `breach` personal data
            that reached somebody it was not meant for; `safety` danger, injury or violence; `self_harm` despair too;
            `stopped` work or service that stands still for many, or damage that goes on; `abuse` insults aimed at
            people; `person` the demand for a human; `leaving` the threat to go; `second_contact` and `third_contact`
            letters about the same matter; `injection` orders to a model.
    """

    kind: AlertKind


class Amount(Span):
    """An amount of money as written.

    Attributes:
        value: the number.
        currency: ISO 4217 code.
    """

    value: float
    currency: str


AutomaticKind = Literal["reply", "bounce", "bulk"]


class Automatic(ShownModel):
    """The sign that a program, not a person, sent the message.

    Attributes:
        kind: `reply` is an absence notice or another automatic reply, `bounce` the report of a mail server, `bulk` a
            newsletter, a mailing list or a notification.
        text: the words that say so, as written; for a header the whole line.
        place: `header` or `subject`.
    """

    kind: AutomaticKind
    text: str
    place: Literal["header", "subject"]


Courtesy = Literal["greeting", "thanks", "solved"]


class Facts(ShownModel):
    """Typed facts of the message, each with its words.

    Attributes:
        contact_count: how many times the sender has made contact, including this message, if they say so; 2 if they
            only say "again".
        contact: the words that say so.
        waited: the longest waiting time stated.
        deadline: the time by which something must have happened.
        pressed: the first words that press for time: urgent, as soon as possible, at once, held up. Who only asks
            where an order is, or says how long it has taken, does not press.
        scope: who is affected: `all` or `team`.
        threats: leaving, legal steps, regulators, publicity, withheld payment.
        already_tried: remedies the sender has tried.
        amounts: amounts of money.
        order_numbers: order, case and invoice numbers.
        error_codes: error codes and names.
        requested_person: the words that ask for a person.
        alerts: what calls for a person, first that of the subject line, then in the order of the text.
        delicate: up to ten words that often, but not always, belong to such a matter; a reply to a message with one
            is not sent unseen.
        automatic: the sign that a program sent the message, or None.
        courtesy: set if the message is nothing but a greeting or test, thanks, or word that a matter is solved.
    """

    contact_count: int | None = None
    contact: Span | None = None
    waited: Waited | None = None
    deadline: Span | None = None
    pressed: Span | None = None
    scope: Literal["all", "team"] | None = None
    threats: tuple[Threat, ...] = ()
    already_tried: tuple[Span, ...] = ()
    amounts: tuple[Amount, ...] = ()
    order_numbers: tuple[Span, ...] = ()
    error_codes: tuple[Span, ...] = ()
    requested_person: Span | None = None
    alerts: tuple[Alert, ...] = ()
    delicate: tuple[Placed, ...] = ()
    automatic: Automatic | None = None
    courtesy: Courtesy | None = None
