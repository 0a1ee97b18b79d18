"""Typed facts of a message, each with its words: how often, how long, by when, what is threatened."""

from __future__ import annotations

from typing import Literal

from .shown_model import ShownModel


class Span(ShownModel):
    """Words of the message.

    Attributes:
        text: as they stand in `Analysis.text`.
        start, end: character offsets, end exclusive.
    """

    text: str
    start: int
    end: int


class Placed(Span):
    """Words of the message or of its subject line.

    Attributes:
        place: `text`, or `subject` where they stand in `Analysis.subject`, and the offsets point there.
    """

    place: Literal["text", "subject"] = "text"


class Waited(Span):
    """How long the sender has waited.

    Attributes:
        days: the time in days, or None where only a starting point is named ("since Monday").
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
    """What says that a program sent the message, and no person wrote to you.

    Attributes:
        kind: `reply` is an absence notice or another automatic reply, `bounce` the report of a mail server, `bulk` a
            newsletter, a mailing list or a notification.
        text: the words that say so, as they stand there; of a header the whole line.
        place: `header` or `subject`.
    """

    kind: AutomaticKind
    text: str
    place: Literal["header", "subject"]


Courtesy = Literal["greeting", "thanks", "solved"]


class Facts(ShownModel):
    """Typed facts of the message, each with its words.

    Attributes:
        contact_count: how many times the sender has made contact, this message included, where said; 2 where
            only "again" is said.
        waited: the longest waiting time stated.
        deadline: the time by which something must have happened.
        scope: who is hit: `all` or `team`.
        threats: leaving, legal steps, regulators, publicity, withheld payment.
        already_tried: remedies the sender has tried.
        amounts: amounts of money.
        order_numbers: order, case and invoice numbers.
        error_codes: error codes and names.
        requested_person: the words that ask for a person.
        alerts: what calls for a person, that of the subject line first, else in the order of the text.
        delicate: words that often stand in such matters and often do not, at most ten: a message that holds one is
            not sent unseen.
        automatic: that a program sent the message, and what says so.
        courtesy: where the message is nothing else: a mere greeting or test, thanks alone, the word that a matter is
            solved.
    """

    contact_count: int | None = None
    contact: Span | None = None
    waited: Waited | None = None
    deadline: Span | None = None
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
