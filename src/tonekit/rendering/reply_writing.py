"""Write a reply: text at once, HTML and provenance when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from ..result import Provenance, Reply
from ..settings import Limits
from .body import Body
from .contexts import Contexts
from .contract import Contract
from .contract_file import LimitsFile
from .filling import fill
from .inert import header_text
from .library import TemplateLibrary
from .markdown import ReplyMarkdown
from .occasion import Occasion
from .phrase_writing import PhraseWriter
from .provenance import spans, unmarked
from .reference import References
from .text_errors import inside

MARKED = 4
"""How many times as long a text may be with marks."""


@dataclass(frozen=True, slots=True)
class ReplyWriter:
    """Writes the replies of a brand. Safe to share between threads.

    Attributes:
        library, subjects: the templates, compiled for Markdown and for subject lines.
        contexts, marked_contexts, subject_contexts: make what they see, for text, for provenance, and for subjects.
        markdown: makes text and HTML.
        limits: how long a text may be.
        references: makes template references.
    """

    library: TemplateLibrary
    subjects: TemplateLibrary
    contexts: Contexts
    marked_contexts: Contexts
    subject_contexts: Contexts
    markdown: ReplyMarkdown
    limits: Limits
    references: References

    def reply(self, name: str, occasion: Occasion, *, language: str, why: Callable[[], tuple[str, ...]]) -> Reply:
        """Return a filled reply with its subject.

        Raises:
            UnknownNameError: there is no such reply.
            TemplateError: it cannot be filled.
        """
        contract = self.library.contract("reply", name)
        body = self.library.body(contract, language, contract.variant(occasion.situation))
        values = contract.written(contract.take(occasion.given, known=occasion.converted), language)
        context = self.contexts.context(contract, values, occasion, language)
        phrase = PhraseWriter(self.library, contract, occasion, context, there=values, language=language)
        context["phrase"] = phrase
        markdown = fill(body.compiled, context, longest=self.limits.max_output)
        text = unmarked(self.markdown.text(markdown))
        return Reply.made(
            {
                "html": partial(self.markdown.html, markdown),
                "why": lambda: (*why(), f"Body '{body.variant}' in '{body.language}'."),
                "spans": partial(self._spans, text, contract, body, occasion),
            },
            {
                "name": name,
                "text": text,
                "subject": self._subject(contract, occasion, seen=context, there=values, language=language),
                "language": language,
                "variant": body.variant,
                "phrase_ids": tuple(phrase.used),
                "template_ref": self.references.of(contract, body),
                "notes": tuple(over_limits(contract.file.limits, text)),
            },
        )

    def _spans(self, text: str, contract: Contract, body: Body, occasion: Occasion) -> tuple[Provenance, ...]:
        """Return where each part of a reply comes from: it is written once more, with marks around what is printed."""
        language = body.language
        values = contract.marked(contract.written(contract.take(occasion.given), language))
        context = self.marked_contexts.context(contract, values, occasion, language)
        context["phrase"] = PhraseWriter(
            self.library, contract, occasion, context, there=values, language=language, marks=True
        )
        marked = self.markdown.text(fill(body.compiled, context, longest=MARKED * self.limits.max_output))
        if unmarked(marked) != text:
            # A mark stands where Markdown looks at the neighbours of a sign: no part can be told from another.
            return (Provenance(start=0, end=len(text), kind="computed", source=body.name),) if text else ()
        phrases = self.library.phrases(language).ids
        return spans(marked, author=body.name, inputs=contract.sources, phrases=phrases)

    def _subject(
        self,
        contract: Contract,
        occasion: Occasion,
        *,
        seen: Mapping[str, Any],
        there: Mapping[str, Any],
        language: str,
    ) -> str:
        template = self.subjects.subject(contract, language)
        context = self.subject_contexts.over(seen, occasion, language)
        context["phrase"] = PhraseWriter(self.subjects, contract, occasion, context, there=there, language=language)
        with inside(f"{contract.folder}/template.yaml", contract.subject_lines.get(language)):
            written = fill(template, context, longest=self.limits.max_output)
        longest = contract.file.limits.max_subject or self.limits.max_subject
        return header_text(written, longest=min(longest, self.limits.max_subject))


def over_limits(limits: LimitsFile, text: str) -> Iterator[str]:
    """Yield a sentence for each limit of a contract that the text of a reply is over."""
    if limits.max_chars is None and limits.max_words is None:
        return
    sizes = (("characters", len(text), limits.max_chars), ("words", len(text.split()), limits.max_words))
    for unit, size, most in sizes:
        if most is not None and size > most:
            yield f"The reply has {size} {unit}; its contract allows {most}."
