"""What callers may pass as a message, and how a thread becomes the one message that is read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from .argument_errors import ArgumentTypeError
from .message import Customer, Message, Thread, Turn
from .models.deferred import unchecked
from .subject_line import joined_subjects

Incoming = str | Message | Thread
_BARE = dict(Message(text=""))
SAME_CONTACT = timedelta(hours=1)
"""A message sent within this time of another continues it: a slip corrected, a forgotten attachment."""
_VOICES = 3
"""Earlier turns of each side that are looked at for language and form of address; the latest is usually enough."""
_BY_POST = ("email", "letter")
"""Channels in which a message without a time counts as a contact of its own; in a chat it may be half a sentence."""


def as_message(incoming: Incoming) -> Message:
    """Return the message to read; for a thread, the customer's latest turns joined into one message.

    Raises:
        ArgumentTypeError: `incoming` is not a str, Message or Thread.
    """
    if isinstance(incoming, str):
        # Strips subclasses of str, such as numpy's. Unchecked, because pydantic refuses texts with lone surrogates.
        return unchecked(Message, {**_BARE, "text": str.__str__(incoming)})
    if isinstance(incoming, Message):
        return incoming
    if not isinstance(incoming, Thread):
        raise _no_message(incoming)
    turns = answered_turns(incoming)
    if not turns:
        return Message(text="")
    text = "\n\n".join(turn.message.text for turn in turns)
    return turns[-1].message.model_copy(update={"text": text})


def _no_message(given: object) -> ArgumentTypeError:
    hint = "make one of it with Message(**…)" if isinstance(given, Mapping) else ""
    return ArgumentTypeError("a message", "a str, a Message or a Thread", given, hint=hint)


def subject_of(incoming: Incoming) -> str:
    """Return the subject lines of the turns that a reply answers, one per line, without repetitions."""
    turns = answered_turns(incoming) if isinstance(incoming, Thread) else ()
    messages = [turn.message for turn in turns] if isinstance(incoming, Thread) else [as_message(incoming)]
    return joined_subjects(message.subject for message in messages)


def answered_turns(thread: Thread) -> tuple[Turn, ...]:
    """Return the customer's turns that a reply answers: those since our last answer; if none are, the last ones.

    A bot's receipt is not an answer: what was written before it still waits.
    """
    return _parted(thread)[1]


def _parted(thread: Thread) -> tuple[tuple[Turn, ...], tuple[Turn, ...]]:
    """Split the public turns up to the customer's last one into earlier turns and turns to answer.

    A bot's turns between the turns to answer count as earlier turns: nobody waits for an answer to them.
    """
    public = [turn for turn in thread.turns if not turn.private]
    authors = [turn.author for turn in public]
    if "customer" not in authors:
        return tuple(public), ()
    end = len(authors) - authors[::-1].index("customer")
    heard = authors[:end]
    start = end - heard[::-1].index("agent") if "agent" in heard else 0
    burst = public[start:end]
    between = [turn for turn in burst if turn.author != "customer"]
    return (*public[:start], *between), tuple(turn for turn in burst if turn.author == "customer")


def unanswered_contacts(incoming: Incoming) -> int:
    """Return how many times the customer has written since a person last answered, at least 1.

    Messages within `SAME_CONTACT` of each other are one contact; a bot's receipt is not an answer.
    """
    if not isinstance(incoming, Thread):
        return 1
    waiting: list[Message] = []
    for turn in reversed([turn for turn in incoming.turns if not turn.private]):
        if turn.author == "customer":
            waiting.append(turn.message)
        elif turn.author == "agent" and waiting:
            break
    pairs = zip(waiting[1:], waiting, strict=False)
    return 1 + sum(_comes_again(before, after) for before, after in pairs)


def _comes_again(before: Message, after: Message) -> bool:
    """Return whether a message is a new contact rather than a continuation of the one before."""
    if before.sent is None or after.sent is None:
        return after.channel in _BY_POST
    if (before.sent.tzinfo is None) != (after.sent.tzinfo is None):
        # A time with a time zone cannot be compared with one without.
        return after.channel in _BY_POST
    return after.sent - before.sent > SAME_CONTACT


def earlier_turns(thread: Thread, most: int) -> list[Turn]:
    """Return the latest `most` public turns before those that are answered, oldest first."""
    before = list(_parted(thread)[0])
    return before[-most:] if most else []


def earlier_voices(incoming: Incoming) -> list[str]:
    """Return texts of earlier public turns: the customer's, then the agent's, each with the latest first."""
    if not isinstance(incoming, Thread):
        return []
    before = earlier_turns(incoming, len(incoming.turns))
    return [
        text
        for author in ("customer", "agent")
        for text in [turn.message.text for turn in reversed(before) if turn.author == author][:_VOICES]
    ]


def beside_the_answered(incoming: Incoming, customer: Customer | None, *, history: int) -> tuple[str, ...]:
    """Return what a prompt shows besides the message: earlier turns, and who the customer is.

    Args:
        incoming: the message or thread.
        customer: the customer record, or None.
        history: the greatest number of earlier turns that the prompt shows.
    """
    turns = earlier_turns(incoming, history) if isinstance(incoming, Thread) else []
    known = (customer.title, customer.name, customer.company) if customer else ()
    return (*[turn.message.text for turn in turns], *[text for text in known if text])


def nothing_to_answer(incoming: Incoming) -> str | None:
    """Return, in a sentence, why no turn of a thread waits for an answer, or None if one does.

    A bot's receipt is not an answer.
    """
    if not isinstance(incoming, Thread):
        return None
    authors = [turn.author for turn in incoming.turns if not turn.private]
    if "customer" not in authors:
        return "The thread holds no public turn of the customer; there is nothing to answer."
    waits = authors[::-1].index("customer") < (authors[::-1].index("agent") if "agent" in authors else len(authors))
    return None if waits else "The customer's last turn has been answered already."


def conversation_key(incoming: Incoming, customer: Customer | None) -> str:
    """Return the key by which wording varies: the id of the thread, else customer and text."""
    if isinstance(incoming, Thread) and incoming.id:
        return incoming.id
    owner = customer.id if customer and customer.id else ""
    return f"{owner}\0{as_message(incoming).text}"
