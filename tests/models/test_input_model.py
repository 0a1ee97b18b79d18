"""What a developer fills by hand is refused in the words of tonekit, and pydantic's own ways stay as they are."""

from __future__ import annotations

import email
import email.policy
import inspect
import pickle
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from tonekit import Brand, Customer, Message, Thread, ToneKitError, Turn
from tonekit.argument_errors import ArgumentTypeError, ArgumentValueError

ANY: Any = None


def nested(levels: int) -> Any:
    """Return a text inside so many lists."""
    value: Any = "x"
    for _ in range(levels):
        value = [value]
    return value


WRONG: list[tuple[Callable[[], object], type[ToneKitError], str]] = [
    (
        lambda: Message("hi"),  # type: ignore[call-arg]
        ArgumentTypeError,
        "Message is made of named fields, such as Message(text=…), not str",
    ),
    (
        lambda: Turn("customer", Message(text="hi")),  # type: ignore[call-arg]
        ArgumentTypeError,
        "Turn is made of named fields, such as Turn(author=…), not str",
    ),
    (lambda: Message(text=ANY), ArgumentTypeError, "Message.text is a str, not NoneType"),
    (lambda: Message(text=5), ArgumentTypeError, "Message.text is a str, not int"),  # type: ignore[arg-type]
    (
        lambda: Message(txt="a"),  # type: ignore[call-arg]
        ArgumentValueError,
        "Message.txt is not a known key here; did you mean 'text'?",
    ),
    (
        lambda: Message(subject="a"),  # type: ignore[call-arg]
        ArgumentValueError,
        "Message.text is needed and missing",
    ),
    (
        lambda: Message(text="a", channel="fax"),  # type: ignore[arg-type]
        ArgumentValueError,
        "Message.channel needs one of 'email', 'chat', 'phone', 'social', 'web' or 'letter' (found 'fax')",
    ),
    (
        lambda: Message(text="a", sent="yesterday"),
        ArgumentValueError,
        "Message.sent needs a datetime, or a text such as '2026-05-04T09:30:00+02:00'",
    ),
    (
        lambda: Message(text="a", headers={"X": ANY}),
        ArgumentTypeError,
        "Message.headers[0][1] is a str, not NoneType",
    ),
    (
        lambda: Message(text="a", headers="X: y"),  # type: ignore[arg-type]
        ArgumentTypeError,
        "Message.headers is a list or a tuple, not str",
    ),
    (
        lambda: Message(text=b"hi"),  # type: ignore[arg-type]
        ArgumentTypeError,
        "Message.text is a str, not bytes; decode it first",
    ),
    (
        lambda: Customer(name=float("nan")),  # type: ignore[arg-type]
        ArgumentTypeError,
        "Customer.name is a str, not float; a cell without a value is None here",
    ),
    (lambda: Thread(turns=()), ArgumentValueError, "Thread.turns needs at least one entry"),
    (lambda: Thread(turns=("x",)), ArgumentTypeError, "Thread.turns[0] is a Turn, not str"),  # type: ignore[arg-type]
    (
        lambda: Turn(author="customer", message="hi"),  # type: ignore[arg-type]
        ArgumentTypeError,
        "Turn.message is a Message, not str",
    ),
    (lambda: Customer(name=7), ArgumentTypeError, "Customer.name is a str, not int"),  # type: ignore[arg-type]
    (
        lambda: Customer(role=nested(100_000)),
        ArgumentValueError,
        (
            "Customer.role needs one of 'technician', 'it_professional', 'operations_manager', 'purchaser', "
            "'business_user', 'consumer' or 'unknown' (found a list)"
        ),
    ),
    (lambda: Brand(name=" "), ArgumentValueError, "Brand.name needs a text that is not empty (found ' ')"),
]


@pytest.mark.parametrize(("make", "kind", "words"), WRONG, ids=[words for *_, words in WRONG])
def test_wrong_fields_are_errors_of_ours(make: Callable[[], object], kind: type[ToneKitError], words: str) -> None:
    """Whoever catches `ToneKitError` around a ticket is not stopped by a field of it, and reads which one it is."""
    with pytest.raises(ToneKitError) as caught:
        make()

    assert type(caught.value) is kind
    assert str(caught.value) == words


def test_all_wrong_fields_are_named() -> None:
    """The error that is raised is the first; the others travel with it, into other processes too."""
    with pytest.raises(ToneKitError) as caught:
        Message(text=ANY, locale=5)  # type: ignore[arg-type]
    back = pickle.loads(pickle.dumps(caught.value))

    assert [str(each) for each in back.more] == ["Message.locale is a str, not int"]


def test_pydantic_answers_for_itself() -> None:
    """A web framework that validates a request with pydantic gets pydantic's error, with the whole place in it."""

    class Request(BaseModel):
        thread: Thread

    given = {"thread": {"turns": [{"author": "customer", "message": {"text": None}}]}}
    with pytest.raises(ValidationError) as caught:
        Request.model_validate(given)

    assert caught.value.errors()[0]["loc"] == ("thread", "turns", 0, "message", "text")


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param("Mon, 30 Nov 2026 10:00:00 +0100", id="header-of-a-mail"),
        pytest.param("2026-11-30T10:00:00+01:00", id="iso"),
        pytest.param(datetime(2026, 11, 30, 9, tzinfo=UTC), id="datetime"),
        pytest.param(datetime(2026, 11, 30, 9, tzinfo=UTC).timestamp(), id="seconds"),
    ],
)
def test_moments_in_every_form(sent: Any) -> None:
    """A moment may be what a mail, a database or Python makes of it."""
    assert Message(text="hi", sent=sent).sent == datetime(2026, 11, 30, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"List-Id": "x", "To": "y"}, id="mapping"),
        pytest.param([("List-Id", "x"), ("To", "y")], id="pairs"),
        pytest.param(email.message_from_string("List-Id: x\nTo: y\n\n").items(), id="items-of-a-mail"),
        pytest.param(email.message_from_string("List-Id: x\nTo: y\n\n"), id="a-mail"),
        pytest.param(email.message_from_string("List-Id: x\nTo: y\n\n", policy=email.policy.default), id="new-policy"),
    ],
)
def test_headers_in_every_form(headers: Any) -> None:
    """Headers may be what Python and helpdesks make of them; they are kept as pairs, so that a message has a hash."""
    message = Message(text="hi", headers=headers)

    assert message.headers == (("List-Id", "x"), ("To", "y"))
    assert hash(message) == hash(Message.model_validate_json(message.model_dump_json()))


def test_no_headers() -> None:
    """A helpdesk that has no headers says None."""
    assert Message(text="hi", headers=None).headers == ()


def test_headers_that_are_not_ascii() -> None:
    """A mail whose header holds raw letters is a message, too."""
    mail = email.message_from_bytes(b"Subject: Gr\xc3\xbc\xc3\x9fe\nList-Id: x\n\n")

    assert dict(Message(text="hi", headers=mail).headers)["List-Id"] == "x"


class Ticket(Message):
    """A message with what a helpdesk keeps beside it."""

    raw: bytes = b""
    attachments: tuple[bytes, ...] = ()


def test_a_subclass_may_hold_bytes() -> None:
    """Bytes are refused where a text belongs, and nowhere else: a raw mail is bytes."""
    ticket = Ticket(text="hi", raw=b"Subject: hi", attachments=(b"x",))

    assert (ticket.raw, ticket.attachments) == (b"Subject: hi", (b"x",))
    with pytest.raises(ArgumentTypeError, match=r"Ticket\.subject is a str, not bytes"):
        Ticket(text="hi", subject=b"hi")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "sent", ["Mon, 4 May 99999999999 09:30:00", "Mon, 31 Feb 2026 09:30:00 +0200", ",", "Mon, 4 May"]
)
def test_dates_that_nobody_has(sent: str) -> None:
    """Whatever stands in a header Date that is no date is refused in our words."""
    with pytest.raises(ArgumentValueError, match=r"Message\.sent needs a datetime"):
        Message(text="hi", sent=sent)


@pytest.mark.parametrize("model", [Brand, Customer, Message, Thread, Turn])
def test_the_signature_shows_the_fields(model: type[BaseModel]) -> None:
    """In a console the constructor takes the fields by name, and nothing else."""
    parameters = inspect.signature(model).parameters

    assert list(parameters) == list(model.model_fields)
    assert {each.kind for each in parameters.values()} == {inspect.Parameter.KEYWORD_ONLY}
