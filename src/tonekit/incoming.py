"""What callers may pass as a message, and the one message that it comes down to."""

from __future__ import annotations

from .message import Customer, Message, Thread, Turn

Incoming = str | Message | Thread


def as_message(incoming: Incoming) -> Message:
    """Return the message to read: of a thread the customer's last turns, joined, as one message."""
    if isinstance(incoming, str):
        return Message(text=incoming)
    if isinstance(incoming, Message):
        return incoming
    turns = answered_turns(incoming)
    if not turns:
        return Message(text="")
    text = "\n\n".join(turn.message.text for turn in turns)
    return turns[-1].message.model_copy(update={"text": text})


def answered_turns(thread: Thread) -> tuple[Turn, ...]:
    """Return the customer's turns that a reply answers: the burst after the last answer, or the last one there was."""
    burst: list[Turn] = []
    for turn in reversed([turn for turn in thread.turns if not turn.private]):
        if turn.author == "customer":
            burst.append(turn)
        elif burst:
            break
    return tuple(reversed(burst))


def earlier_turns(thread: Thread, most: int) -> list[Turn]:
    """Return the public turns before the ones that are answered, oldest first, the latest `most` of them."""
    public = [turn for turn in thread.turns if not turn.private]
    answered = answered_turns(thread)
    before = public[: public.index(answered[0])] if answered else public
    return before[-most:] if most else []


def conversation_key(incoming: Incoming, customer: Customer | None) -> str:
    """Return the key that wording varies with: the conversation, else the customer and the text."""
    if isinstance(incoming, Thread) and incoming.id:
        return incoming.id
    owner = customer.id if customer and customer.id else ""
    return f"{owner}\0{as_message(incoming).text}"
