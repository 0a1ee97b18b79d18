"""Read the turns that a reply answers, with the help of earlier turns."""

from __future__ import annotations

from .analysis import Analysis
from .incoming import Incoming, as_message, earlier_voices, nothing_to_answer, subject_of
from .message import Message, Thread
from .reading.courtesy import with_courtesy
from .reading.earlier_turns import EarlierTurns
from .reading.mail.automatic import with_automatic
from .reading.mail.html_text import plain_text
from .reading.reader import Reader


def plain_turns(message: Incoming) -> Message | Thread:
    """Return a thread with HTML turns converted to text, so that turns of both kinds can be joined; a str as a Message.

    Raises:
        ArgumentTypeError: `message` is not a str, Message or Thread.
    """
    if not isinstance(message, Thread):
        return as_message(message)
    turns = [
        turn.model_copy(update={"message": turn.message.model_copy(update={"text": plain_text(turn.message.text)})})
        for turn in message.turns
    ]
    return message.model_copy(update={"turns": tuple(turns)})


def read_incoming(reader: Reader, message: Incoming, *, locale: str | None) -> Analysis:
    """Return the analysis of a message.

    Args:
        reader: the reader.
        message: the message, as `plain_turns` returns it.
        locale: a language the sender is known to use; by default that of the message.

    Raises:
        ArgumentTypeError: `message` is not a str, Message or Thread.
    """
    answered = as_message(message)
    analysis = reader.read(
        answered.text,
        locale=locale or answered.locale,
        subject=subject_of(message),
        before=EarlierTurns(earlier_voices(message), reader.glance, note=nothing_to_answer(message)),
    )
    return with_courtesy(with_automatic(analysis, message))
