"""Read what a reply answers: the customer's last turns, in the light of what was said before them."""

from __future__ import annotations

from .analysis import Analysis
from .incoming import Incoming, as_message, earlier_voices, nothing_to_answer, subject_of
from .message import Message, Thread
from .reading.before import Before
from .reading.courtesy import with_courtesy
from .reading.mail.automatic import with_automatic
from .reading.mail.html_text import plain_text
from .reading.reader import Reader


def plain_turns(message: Incoming) -> Message | Thread:
    """Return a thread with HTML turns as text, so that turns of both kinds can be read as one message.

    A text becomes a message, so that not each who looks at it has to make one.

    Raises:
        ArgumentTypeError: it is none of the three.
    """
    if not isinstance(message, Thread):
        return as_message(message)
    turns = [
        turn.model_copy(update={"message": turn.message.model_copy(update={"text": plain_text(turn.message.text)})})
        for turn in message.turns
    ]
    return message.model_copy(update={"turns": tuple(turns)})


def read_incoming(reader: Reader, message: Incoming, *, locale: str | None) -> Analysis:
    """Return how a message was read.

    Args:
        reader: reads it.
        message: the message, the turns of a thread as plain text.
        locale: a language the sender is known to use.

    Raises:
        TypeError: it is no message.
    """
    answered = as_message(message)
    analysis = reader.read(
        answered.text,
        locale=locale or answered.locale,
        subject=subject_of(message),
        before=Before(earlier_voices(message), reader.glance, note=nothing_to_answer(message)),
    )
    return with_courtesy(with_automatic(analysis, message))
