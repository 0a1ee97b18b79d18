"""Notes on what kept a message from being read completely."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..analysis import LanguageVerdict
from ..foreign_text.surrogates import without_surrogates
from ..language_names import language_code
from .language.recognition import UNDETERMINED
from .language.switching import SPELT_OUT
from .mail.html_text import MOST_SHOWN
from .mail.left_out import LEFT_OUT, says_left_out
from .normalising import NormalText
from .seen import Seen

_SHOWN = 20
"""Characters of a locale that are shown."""
MOST_CHARACTERS = 12_000
"""What of a message is read: its beginning, where most say all they have to say, and its end. See `Analysis.notes`."""


def notes_on(
    seen: Seen, languages: Sequence[str], *, locale: str | None, doubt: bool, by_subject: bool, more: str | None
) -> Iterator[str]:
    """Yield what kept a message from being read completely, in sentences.

    Args:
        seen: what was found in the message.
        languages: the languages that have a pack.
        locale: a language that the sender is said to use.
        doubt: whether the text leaves open in which language it is answered.
        by_subject: whether the message has no text, and its subject was read instead.
        more: what is to be told of the conversation; it says why there is nothing to read, too.
    """
    if more:
        yield more
    if by_subject:
        yield "The message has no text; its subject line was read instead."
    if seen.plain.strip():
        yield from _on_language(seen.language, languages, doubt=doubt)
        yield from _on_switches(seen, languages)
    elif not more:
        yield "The message is empty; there was nothing to read."
    if seen.normal.garbled:
        yield "The text was decoded with the wrong character set on its way ('fÃ¼r'); it was read as it was meant."
    if locale and locale.strip() and language_code(locale) is None:
        shown = without_surrogates(locale[:_SHOWN])
        yield f"The locale '{shown}' names no known language and was left out; give a code such as 'de' or 'nb-NO'."
    if seen.forwards:
        yield "The message forwards another mail; a person should decide whose words are answered."
    if seen.answers_left:
        yield "The sender says that answers are in the quoted mail; they could not be told apart and were not read."
    if says_left_out(seen.plain):
        yield f"The HTML has more tags than a mail; what may be hidden there was not read ('{LEFT_OUT}')."
    yield from _on_length(seen.normal, len(seen.plain))


def _on_length(normal: NormalText, there: int) -> Iterator[str]:
    if normal.data:
        yield "Data that was pasted into the text, such as an image, was not read."
    if normal.cut:
        # The end of a longer text may be where its HTML was cut.
        parts, of = ("parts", "more than ") if there > MOST_SHOWN else ("the beginning and the end", "")
        all_of_it = f"{min(there, MOST_SHOWN):,}"
        yield f"Only {parts} were read, about {MOST_CHARACTERS:,} of {of}{all_of_it} characters."


def _on_language(language: LanguageVerdict, languages: Sequence[str], *, doubt: bool) -> Iterator[str]:
    if language.label == UNDETERMINED:
        yield "The text does not tell its language; only emoji, numbers and forms were read."
    elif language.label not in languages:
        yield f"There is no language pack for '{language.label}'; only emoji, numbers and forms were read."
    elif language.alternatives and not language.unsure:
        yield f"The text may be '{language.label}' or '{language.alternatives[0]}'; it was read as both."
    elif language.unsure or doubt:
        said = "hardly tells its language, which may be one that is not read"
        yield f"The text {said}; it was read as '{language.label}', the likeliest."


def _on_switches(seen: Seen, languages: Sequence[str]) -> Iterator[str]:
    for code in dict.fromkeys(switch.code for switch in seen.switches):
        if code == SPELT_OUT:
            yield "Words spelt in single letters were not read."
        elif code not in languages:
            yield f"A part of the text may be in '{code}', which has no language pack; it was not read."
