"""Of a thread, the customer's last turns are what is answered."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Literal

import pytest

from tonekit.incoming import (
    answered_turns,
    as_message,
    conversation_key,
    earlier_turns,
    subject_of,
    unanswered_contacts,
)
from tonekit.message import Channel, Customer, Message, Thread, Turn

Author = Literal["customer", "agent", "bot"]


def thread(*turns: str) -> Thread:
    """Build a thread from `c:text` (customer), `a:text` (agent), `b:text` (bot), `p:text` (private note)."""
    authors = {"c": "customer", "a": "agent", "b": "bot", "p": "agent"}
    return Thread(
        turns=tuple(
            Turn(author=authors[turn[0]], message=Message(text=turn[2:]), private=turn[0] == "p")  # type: ignore[arg-type]
            for turn in turns
        )
    )


@pytest.mark.parametrize(
    ("turns", "answered", "earlier"),
    [
        pytest.param(["c:hi"], ["hi"], [], id="one"),
        pytest.param(["c:hi", "a:yes?", "c:help", "c:please"], ["help", "please"], ["hi", "yes?"], id="burst"),
        pytest.param(["c:hi", "a:done"], ["hi"], [], id="answered-already"),
        pytest.param(["c:hi", "p:angry one", "c:now"], ["hi", "now"], [], id="private-is-not-there"),
        pytest.param(["b:welcome", "c:hi"], ["hi"], ["welcome"], id="bot-first"),
        pytest.param(["c:hi", "b:receipt", "c:now"], ["hi", "now"], ["receipt"], id="a-receipt-is-no-answer"),
        pytest.param(
            ["c:hi", "a:yes?", "b:open", "c:a", "b:got it", "c:b"],
            ["a", "b"],
            ["hi", "yes?", "open", "got it"],
            id="receipt-after-answer",
        ),
        pytest.param(["c:x", "b:got it", "c:x", "a:done"], ["x", "x"], ["got it"], id="same-words"),
        pytest.param(["a:offer"], [], ["offer"], id="no-customer"),
    ],
)
def test_turns(turns: list[str], answered: list[str], earlier: list[str]) -> None:
    """A burst counts as one message; private notes are never seen; history is what came before."""
    conversation = thread(*turns)

    assert [turn.message.text for turn in answered_turns(conversation)] == answered
    assert [turn.message.text for turn in earlier_turns(conversation, 10)] == earlier
    assert as_message(conversation).text == "\n\n".join(answered)


def test_subjects_of_what_is_answered() -> None:
    """Of a thread the subjects of the answered burst are read, each once; a text alone has none."""
    said: list[tuple[Author, str]] = [
        ("customer", "Old"),
        ("agent", "Ours"),
        ("customer", "New"),
        ("customer", "Soon"),
    ]
    turns = [Turn(author=author, message=Message(text="x", subject=subject)) for author, subject in said]

    assert subject_of(Thread(turns=(*turns, turns[-1]))) == "New\nSoon"
    assert subject_of(Thread(turns=(turns[1],))) == ""
    assert subject_of(turns[0].message) == "Old"
    assert subject_of("x") == ""


class Column(str):
    """A text as a library for tables hands it out."""

    __slots__ = ()


@pytest.mark.parametrize("text", ["hi", "\ud800 hi", ""])
def test_text_of_another_class_is_read_as_text(text: str) -> None:
    """A subclass of `str` is a message like any other, half signs and all."""
    read = as_message(Column(text))

    assert read == as_message(text)
    assert type(read.text) is str


def test_history_is_capped() -> None:
    """The latest turns are kept when there are more than asked for."""
    conversation = thread("c:1", "a:2", "c:3", "a:4", "c:5")

    assert [turn.message.text for turn in earlier_turns(conversation, 2)] == ["3", "4"]
    assert earlier_turns(conversation, 0) == []


def test_key_is_the_conversation() -> None:
    """Wording varies with the conversation, else with customer and text."""
    assert conversation_key(Thread(turns=thread("c:x").turns, id="T1"), None) == "T1"
    assert conversation_key("x", Customer(id="7")) != conversation_key("x", Customer(id="8"))
    assert conversation_key("x", None) == conversation_key(Message(text="x"), None)


NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)


def letter(hours: float | None, author: Author = "customer", channel: Channel | None = None) -> Turn:
    """Return a turn so many hours after noon, or at no known time."""
    sent = None if hours is None else NOON + timedelta(hours=hours)
    return Turn(author=author, message=Message(text="Where is it?", sent=sent, channel=channel))


@pytest.mark.parametrize(
    ("turns", "contacts"),
    [
        pytest.param([letter(0)], 1, id="the first"),
        pytest.param([letter(0), letter(24)], 2, id="again the next day"),
        pytest.param([letter(0), letter(0.1), letter(48)], 2, id="a slip put right is no contact"),
        pytest.param([letter(0), letter(24), letter(48)], 3, id="three days"),
        pytest.param([letter(0), letter(1, "agent"), letter(24)], 1, id="answered in between"),
        pytest.param([letter(0), letter(0, "bot"), letter(24)], 2, id="a receipt is no answer"),
        pytest.param([letter(0), letter(24), letter(25, "agent")], 2, id="an answer after them"),
        pytest.param([letter(None), letter(None)], 1, id="no times: a burst"),
        pytest.param([letter(None, channel="email"), letter(None, channel="email")], 2, id="no times: two mails"),
        pytest.param([letter(None), letter(24)], 1, id="one time"),
    ],
)
def test_contacts_of_a_thread(turns: list[Turn], contacts: int) -> None:
    """What a customer has written since the last answer counts, message by message where time lies between."""
    assert unanswered_contacts(Thread(turns=tuple(turns))) == contacts


def test_times_of_two_kinds() -> None:
    """A time with and one without a zone cannot be compared, and break nothing."""
    naive = Turn(author="customer", message=Message(text="Hello?", sent=NOON.replace(tzinfo=None)))

    assert unanswered_contacts(Thread(turns=(letter(0), naive))) == 1


def test_message_alone_is_one_contact() -> None:
    """Without a thread nothing shows that there was more."""
    assert unanswered_contacts("This is the third time!") == 1
