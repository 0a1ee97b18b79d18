"""Replies of one shape: planned once, then written without Jinja and, where nothing speaks against it, Markdown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from ..environment import inert_in_header, inert_in_markdown
from ..markup.markdown import ReplyMarkdown
from ..markup.provenance import unmarked
from ..occasion import Occasion
from .plain_program import PlainProgram
from .planned_phrases import Call, Speak, Spoken, words
from .program import Program

_MOST_ESCAPED = 4
"""How many times as long as its plain text a value may be in Markdown: escaped, as text and as address of a link."""


class Draft(NamedTuple):
    """What is written of a reply.

    Attributes:
        text: its plain text.
        subject: its subject, not yet cut.
        phrase_ids: the phrases in its text.
        markdown: writes its Markdown.
    """

    text: str
    subject: str
    phrase_ids: tuple[str, ...]
    markdown: Callable[[], str]


class Using(NamedTuple):
    """What a plan needs of those who use it.

    Attributes:
        markdown: makes text of Markdown.
        longest: most characters; the error for more is Jinja's business.
        speak, speak_subject: write a phrase that takes Jinja, in text and subject.
    """

    markdown: ReplyMarkdown
    longest: int
    speak: Speak
    speak_subject: Speak


@dataclass(frozen=True, slots=True)
class ReplyPlan:
    """Writes replies of one shape.

    Attributes:
        body, plain: the body as Markdown, and as plain text where that can be written by itself.
        calls: the phrases of the body.
        subject: the subject.
        subject_calls: its phrases.
    """

    body: Program
    plain: PlainProgram | None
    calls: tuple[Call, ...]
    subject: Program
    subject_calls: tuple[Call, ...]

    def draft(self, values: Mapping[str, Any], occasion: Occasion, using: Using) -> Draft | None:
        """Return what is written of a reply, or None if it takes Jinja.

        Args:
            values: the inputs of the message.
            occasion: the message.
            using: what it is written with.

        Raises:
            TemplateError: a phrase cannot be written.
        """
        key, recent = occasion.variation, occasion.recent
        phrases = [call.said(key, recent, using.speak) for call in self.calls]
        said = [call.said(key, recent, using.speak_subject) for call in self.subject_calls]
        subject = self.subject.written(values, words(said, values, inert_in_header), inert_in_header)
        write = partial(self.markdown, values, phrases)
        text = self._text(values, phrases)
        if text is None or _MOST_ESCAPED * len(text) + self.body.author > using.longest:
            written = write()
            text = unmarked(using.markdown.text(written)) if len(written) <= using.longest else None
        if text is None or len(subject) > using.longest:
            return None
        return Draft(text, subject, tuple([each.id for each in phrases if each]), write)

    def markdown(self, values: Mapping[str, Any], phrases: Sequence[Spoken | None]) -> str:
        """Return the Markdown of a reply."""
        return self.body.written(values, words(phrases, values, inert_in_markdown), inert_in_markdown)

    def _text(self, values: Mapping[str, Any], phrases: Sequence[Spoken | None]) -> str | None:
        """Return the plain text, or None if it takes the Markdown."""
        if self.plain is None:
            return None
        said: list[str] = []
        for phrase in phrases:
            text = phrase.text(values) if phrase else ""
            if text is None:
                return None
            said.append(text)
        return self.plain.written(values, said)
