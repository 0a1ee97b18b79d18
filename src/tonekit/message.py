"""What comes in: a message, the thread it belongs to, the customer who wrote it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, Protocol

from pydantic import Field, field_validator

from .models.input_model import InputModel

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
"""The capacity in which somebody writes; docs/labels.md defines each."""


class MailHeaders(Protocol):
    """The headers of a mail parsed by Python's `email`, which is not a mapping."""

    def items(self) -> Iterable[tuple[str, Any]]:
        """Return names and values."""


Headers = Mapping[str, str] | Iterable[tuple[str, str]] | MailHeaders
"""What may be passed as headers. A message keeps pairs: they are hashable, and a name may occur twice."""


class Message(InputModel):
    """One message as it arrived.

    Attributes:
        text: what the sender wrote, plain text or HTML; any text is legal, even an empty one.
        subject: subject line as it came, "Re:" included.
        channel: how it came, if known.
        locale: a language the sender is known to use (`nb`, `de-AT`); it decides only where the text leaves
            the language open.
        sent: when it was sent: a datetime, or a text in ISO 8601 or in the format of the mail header `Date`.
        sender: the sender's name or address, for display only.
        headers: names and values of mail headers, as pairs in any order or a mapping; kept as a tuple of pairs. Those
            that tell whether a program sent the mail (`Auto-Submitted`, `Precedence`, `List-Id` and others) are read.

    Raises:
        ArgumentTypeError, ArgumentValueError: a field has the wrong type, or a value that is not allowed.
    """

    text: str
    subject: str | None = None
    channel: Channel | None = None
    locale: str | None = None
    sent: datetime | None = None
    sender: str | None = None
    headers: tuple[tuple[str, str], ...] = ()

    if TYPE_CHECKING:
        # Accepts more types than the fields keep, which type checkers cannot see from the fields.
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
            # The format of the mail header Date (RFC 5322). Imported here because the module imports networking.
            from email.utils import parsedate_to_datetime

            # For impossible dates, such as the year 99999999999, it raises whatever its arithmetic raises.
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
            # A mail of Python's `email` is not a mapping; values with illegal characters are objects, hence `str`.
            return tuple((name, str(value)) for name, value in items())
        return given


class Turn(InputModel):
    """One message of a thread, with who wrote it.

    Attributes:
        author: `customer`, `agent` or `bot`.
        message: the message.
        private: whether it is an internal note, which is never read and never shown to a model.
    """

    author: Literal["customer", "agent", "bot"]
    message: Message
    private: bool = False


class Thread(InputModel):
    """A conversation, oldest turn first.

    The reply answers the customer's turns at the end, which are read as one message.

    Attributes:
        turns: at least one turn.
        id: key of the conversation. Wording varies between conversations; the same call always gives the same words.
    """

    turns: tuple[Turn, ...] = Field(min_length=1)
    id: str | None = None

    if TYPE_CHECKING:

        def __init__(self, *, turns: Sequence[Turn], id: str | None = None) -> None: ...  # noqa: A002 - as the field


class Customer(InputModel):
    """What the helpdesk knows about the sender. All fields are optional; texts are treated as untrusted.

    Attributes:
        id: key of the customer.
        name: full name, or family name if there is a title. `Frau Vogt` and `Berg, Kim` are understood, and `kim berg`
            becomes Kim Berg; what is not a personal name (`null`, an address, a company) is left out of the greeting.
        title: form of address, such as `Dr.` or `Frau`.
        company, industry: where the customer works.
        role: one of the roles of the analysis, if the helpdesk knows it; it overrides what was read.
        tier: the helpdesk's own customer class, such as `gold`.
        address: the form of address that the customer prefers; it overrides what was read.
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
