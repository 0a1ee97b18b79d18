"""What callers may pass as a message, and the one message that it comes down to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from .argument_errors import ArgumentTypeError
from .deferred import unchecked
from .message import Customer, Message, Thread, Turn
from .subject_line import joined_subjects

Incoming = str | Message | Thread
_BARE = dict(Message(text=""))
SAME_CONTACT = timedelta(hours=1)
"""What follows within it goes on with what was said before: a slip put right, an attachment forgotten."""
_VOICES = 3
"""Earlier turns of one side that are asked how the conversation was held; the latest mostly tells."""
_BY_POST = ("email", "letter")
"""Channels in which a message without a time is a contact of its own; in a chat it may be half a sentence."""


def as_message(incoming: Incoming) -> Message:
    """Return the message to read: of a thread the customer's last turns, joined, as one message.

    Raises:
        ArgumentTypeError: it is none of the three.
    """
    if isinstance(incoming, str):
        # Of a subclass, such as numpy's, the text alone; pydantic refuses one that holds half a sign.
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
    """Return the subject lines of what a reply answers, each once, each in a line of its own."""
    turns = answered_turns(incoming) if isinstance(incoming, Thread) else ()
    messages = [turn.message for turn in turns] if isinstance(incoming, Thread) else [as_message(incoming)]
    return joined_subjects(message.subject for message in messages)


def answered_turns(thread: Thread) -> tuple[Turn, ...]:
    """Return the customer's turns that a reply answers: the burst after the last answer, or the last one there was.

    The receipt of a bot is no answer: what was written before it still waits.
    """
    return _parted(thread)[1]


def _parted(thread: Thread) -> tuple[tuple[Turn, ...], tuple[Turn, ...]]:
    """Return the public turns up to the last one of the customer: those that went before, and those to answer.

    A bot's turns between those to answer went before: they are known, and nobody waits for them.
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
    """Return how many times the customer has written since a person answered, 1 at least, as far as that can be told.

    Messages within `SAME_CONTACT` of each other are one contact; the receipt of a bot is no answer.
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
    """Return whether a message is a further contact, and not a part of the one before."""
    if before.sent is None or after.sent is None:
        return after.channel in _BY_POST
    if (before.sent.tzinfo is None) != (after.sent.tzinfo is None):
        # Times of two kinds cannot be held against each other.
        return after.channel in _BY_POST
    return after.sent - before.sent > SAME_CONTACT


def earlier_turns(thread: Thread, most: int) -> list[Turn]:
    """Return the public turns before the ones that are answered, oldest first, the latest `most` of them."""
    before = list(_parted(thread)[0])
    return before[-most:] if most else []


def earlier_voices(incoming: Incoming) -> list[str]:
    """Return texts of the public turns before those that are answered, the latest first, the customer's before ours."""
    if not isinstance(incoming, Thread):
        return []
    before = earlier_turns(incoming, len(incoming.turns))
    return [
        text
        for author in ("customer", "agent")
        for text in [turn.message.text for turn in reversed(before) if turn.author == author][:_VOICES]
    ]


def beside_the_answered(incoming: Incoming, customer: Customer | None, *, history: int) -> tuple[str, ...]:
    """Return what a prompt shows of a conversation beside the message: earlier turns, and who the customer is.

    Args:
        incoming: the message or thread.
        customer: the customer record, or None.
        history: how many earlier turns it shows at most.
    """
    turns = earlier_turns(incoming, history) if isinstance(incoming, Thread) else []
    known = (customer.title, customer.name, customer.company) if customer else ()
    return (*[turn.message.text for turn in turns], *[text for text in known if text])


def nothing_to_answer(incoming: Incoming) -> str | None:
    """Return, in a sentence, why no turn of a thread waits for an answer; None where one does.

    The receipt of a bot is no answer.
    """
    if not isinstance(incoming, Thread):
        return None
    authors = [turn.author for turn in incoming.turns if not turn.private]
    if "customer" not in authors:
        return "The thread holds no public turn of the customer; there is nothing to answer."
    waits = authors[::-1].index("customer") < (authors[::-1].index("agent") if "agent" in authors else len(authors))
    return None if waits else "The customer's last turn has been answered already."


def conversation_key(incoming: Incoming, customer: Customer | None) -> str:
    """Return the key that wording varies with: the conversation, else the customer and the text."""
    if isinstance(incoming, Thread) and incoming.id:
        return incoming.id
    owner = customer.id if customer and customer.id else ""
    return f"{owner}\0{as_message(incoming).text}"
