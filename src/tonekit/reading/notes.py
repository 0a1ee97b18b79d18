"""What is to be told about how a message was read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .language import UNDETERMINED
from .seen import Seen

MOST_CHARACTERS = 12_000
"""What of a message is read; a mail that says something new later than this is not known. See `Analysis.notes`."""


def notes_on(seen: Seen, languages: Sequence[str], *, by_subject: bool = False) -> Iterable[str]:
    """Yield what kept a message from being read as a whole, in sentences.

    Args:
        seen: what was found in the message.
        languages: the languages that have a pack.
        by_subject: whether the message has no text, and its subject was read instead.
    """
    plain, language = seen.plain, seen.language
    if by_subject:
        yield "The message has no text; its subject line was read instead."
    if not plain.strip():
        yield "The message is empty; nothing could be told."
    elif language.label == UNDETERMINED:
        yield "The text does not tell its language; only emoji, numbers and forms were read."
    elif language.label not in languages:
        yield f"There is no language pack for '{language.label}'; only emoji, numbers and forms were read."
    elif language.alternatives:
        yield f"The text may be '{language.label}' or '{language.alternatives[0]}'; it was read as both."
    if seen.forwards:
        yield "The message passes on another mail; a person should see whose words are answered."
    if len(plain) > MOST_CHARACTERS:
        yield f"Only the first {MOST_CHARACTERS:,} of {len(plain):,} characters were read."
