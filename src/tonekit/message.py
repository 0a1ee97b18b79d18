"""What comes in: a message, the thread it belongs to, the customer who wrote it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, Protocol

from pydantic import Field, field_validator

from .given_fields import GivenFields

Channel = Literal["email", "chat", "phone", "social", "web", "letter"]
AddressForm = Literal["formal", "informal"]
SenderRole = Literal[
    "technician",
    "it_professional",
    "operations_manager",
    "purchaser",
    "business_user",
    "consumer",
    "unknown",
]
"""In which capacity somebody writes; docs/labels.md defines each."""


class MailHeaders(Protocol):
    """What a mail of Python's `email` has, which is no mapping."""

    def items(self) -> Iterable[tuple[str, Any]]:
        """Return names and values."""


Headers = Mapping[str, str] | Iterable[tuple[str, str]] | MailHeaders
"""What may be given as headers; a message keeps pairs, which can be hashed and repeat names."""


class Message(GivenFields):
    """One message as it arrived.

    Attributes:
        text: what the sender wrote, plain text or HTML; any text at all is legal, the empty one too.
        subject: subject line, without "Re:" prefixes being removed.
        channel: how it came, where known.
        locale: a language the sender is known to use (`nb`, `de-AT`); it decides only where the text leaves
            the language open.
        sent: when it was sent: a datetime, or a text as in ISO 8601 or the header `Date` of a mail.
        sender: the sender's name or address, for display only.
        headers: names and values of mail headers, in any order, or a mapping of them; those that tell whether a program
            sent the mail (`Auto-Submitted`, `Precedence`, `List-Id` and others) are looked at.
            A message keeps them as a tuple of pairs.

    Raises:
        ArgumentTypeError, ArgumentValueError: a field is something else, or has a value that it cannot have.
    """

    text: str
    subject: str | None = None
    channel: Channel | None = None
    locale: str | None = None
    sent: datetime | None = None
    sender: str | None = None
    headers: tuple[tuple[str, str], ...] = ()

    if TYPE_CHECKING:
        # What may be given is more than what is kept, which type checkers cannot see from the fields.
        def __init__(
            self,
            *,
            text: str,
            subject: str | None = None,
            channel: Channel | None = None,
            locale: str | None = None,
            sent: datetime | str | None = None,
            sender: str | None = None,
            headers: Headers | None = (),
        ) -> None: ...

    @field_validator("sent", mode="before")
    @classmethod
    def _as_moment(cls, given: Any) -> Any:
        if isinstance(given, str) and "," in given:
            # As it stands in the header Date of a mail (RFC 5322). The module is loaded here: it brings the network.
            from email.utils import parsedate_to_datetime

            # Of dates that nobody has, such as the year 99999999999, it raises what its arithmetic does.
            with suppress(ValueError, ArithmeticError, LookupError, TypeError):
                return parsedate_to_datetime(given)
        return given

    @field_validator("headers", mode="before")
    @classmethod
    def _as_pairs(cls, given: Any) -> Any:
        if given is None:
            return ()
        if isinstance(given, Mapping):
            return tuple(given.items())
        if callable(items := getattr(given, "items", None)):
            # A mail of Python's `email` is no mapping; of letters that no header may hold it makes an object.
            return tuple((name, str(value)) for name, value in items())
        return given


class Turn(GivenFields):
    """One message of a thread, with who wrote it.

    Attributes:
        author: `customer`, `agent` or `bot`.
        message: the message.
        private: an internal note; it is never read and never shown to a model.
    """

    author: Literal["customer", "agent", "bot"]
    message: Message
    private: bool = False


class Thread(GivenFields):
    """A conversation, oldest turn first.

    The reply answers the customer turns at the end: what came in a burst is read as one message.

    Attributes:
        turns: at least one turn.
        id: key of the conversation; wording varies between conversations, never within a repeated call.
    """

    turns: tuple[Turn, ...] = Field(min_length=1)
    id: str | None = None

    if TYPE_CHECKING:

        def __init__(self, *, turns: Sequence[Turn], id: str | None = None) -> None: ...  # noqa: A002 - as the field


class Customer(GivenFields):
    """What the helpdesk knows about the sender. All fields are optional; texts are treated as untrusted.

    Attributes:
        id: key of the customer.
        name: full name, or family name where a title is given; `Frau Vogt` and `Berg, Kim` are understood, and what is
            no name of a person, such as `null`, an address or a firm, greets nobody; `kim berg` is greeted as Kim Berg.
        title: form of address, such as `Dr.` or `Frau`.
        company, industry: where the customer works.
        role: one of the roles of the analysis, where the helpdesk knows it; it outranks the reading.
        tier: the helpdesk's own value class, such as `gold`.
        address: address form the customer prefers; it outranks the reading.
    """

    id: str | None = None
    name: str | None = None
    title: str | None = None
    company: str | None = None
    industry: str | None = None
    role: SenderRole | None = None
    tier: str | None = None
    address: AddressForm | None = None


NOBODY = Customer()
"""A sender of whom the helpdesk knows nothing."""
