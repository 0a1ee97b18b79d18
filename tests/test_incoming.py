"""Of a thread, the customer's last turns are what is answered."""

from __future__ import annotations

import pytest

from tonekit.incoming import answered_turns, as_message, conversation_key, earlier_turns
from tonekit.message import Customer, Message, Thread, Turn


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
        pytest.param(["a:offer"], [], ["offer"], id="no-customer"),
    ],
)
def test_turns(turns: list[str], answered: list[str], earlier: list[str]) -> None:
    """A burst counts as one message; private notes are never seen; history is what came before."""
    conversation = thread(*turns)

    assert [turn.message.text for turn in answered_turns(conversation)] == answered
    assert [turn.message.text for turn in earlier_turns(conversation, 10)] == earlier
    assert as_message(conversation).text == "\n\n".join(answered)


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
