"""Write a reply: text at once, HTML and provenance when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from ..errors import ToneKitError
from ..result import Provenance, Reply
from ..settings import Limits
from .body import Body
from .contexts import Contexts
from .contracts.contract import Contract
from .contracts.contract_file import LimitsFile
from .filling import fill
from .folders.library import TemplateLibrary
from .folders.reference import References
from .markup.inert import header_text
from .markup.markdown import ReplyMarkdown
from .markup.provenance import spans, unmarked
from .occasion import Occasion
from .phrases.phrase_writing import LONGEST_PHRASE
from .plans.planned_writing import PlannedWriting
from .plans.reply_plan import Draft, ReplyPlan, Using
from .plans.reply_planning import ReplyPlanner
from .syntax.text_errors import inside
from .task import Task

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
        planned: writes by plans where there are any.
    """

    library: TemplateLibrary
    subjects: TemplateLibrary
    contexts: Contexts
    marked_contexts: Contexts
    subject_contexts: Contexts
    markdown: ReplyMarkdown
    limits: Limits
    references: References
    planned: PlannedWriting[ReplyPlan] = field(default_factory=PlannedWriting)

    def reply(self, name: str, occasion: Occasion, *, language: str, why: Callable[[], tuple[str, ...]]) -> Reply:
        """Return a filled reply with its subject.

        Raises:
            UnknownNameError: there is no such reply.
            TemplateError: it cannot be filled.
        """
        contract = self.library.contract("reply", name)
        body = self.library.body(contract, language, contract.variant(occasion.situation))
        values = contract.written(contract.take(occasion.given, known=occasion.converted), language)
        draft = self._draft(Task(contract, body, occasion, values, language))
        return Reply.made(
            {
                "html": lambda: self.markdown.html(draft.markdown()),
                "why": lambda: (*why(), f"Body '{body.variant}' in '{body.language}'."),
                "spans": partial(self._spans, draft.text, contract, body, occasion),
            },
            {
                "name": name,
                "text": draft.text,
                "subject": self._header(contract, draft.subject),
                "language": language,
                "variant": body.variant,
                "phrase_ids": draft.phrase_ids,
                "template_ref": self.references.of(contract, body),
                "notes": tuple(over_limits(contract.file.limits, draft.text)),
            },
        )

    def _draft(self, task: Task) -> Draft:
        """Return what is written of a reply: as its plan says it, or by Jinja if there is none."""
        return self.planned.write(task, planner=self._planner, by_plan=self._by_plan, filled=self._filled, same=_same)

    def _filled(self, task: Task) -> Draft:
        context = task.context(self.contexts, self.library)
        markdown = fill(task.body.compiled, context, longest=self.limits.max_output)
        text = unmarked(self.markdown.text(markdown))
        return Draft(text, self._subject(task, context), tuple(context["phrase"].used), lambda: markdown)

    def _by_plan(self, plan: ReplyPlan, task: Task) -> Draft | None:
        """Return what a plan writes, or None if it takes Jinja, also to say what is wrong."""
        speak = task.speaking(self.contexts, self.library)
        speak_subject = task.speaking(self.subject_contexts, self.subjects)
        # With a text longer than a phrase may be, one of its phrases may be too long.
        longest = min(self.limits.max_output, LONGEST_PHRASE)
        try:
            return plan.draft(task.values, task.occasion, Using(self.markdown, longest, speak, speak_subject))
        except ToneKitError:
            return None

    def _planner(self, task: Task) -> ReplyPlanner:
        return ReplyPlanner(
            self.library,
            self.subjects,
            contexts=self.contexts,
            subject_contexts=self.subject_contexts,
            contract=task.contract,
            body=task.body,
            language=task.language,
        )

    def _spans(self, text: str, contract: Contract, body: Body, occasion: Occasion) -> tuple[Provenance, ...]:
        """Return where each part of a reply comes from: it is written once more, with marks around what is printed."""
        language = body.language
        values = contract.marked(contract.written(contract.take(occasion.given), language))
        task = Task(contract, body, occasion, values, language)
        context = task.context(self.marked_contexts, self.library, marks=True)
        marked = self.markdown.text(fill(body.compiled, context, longest=MARKED * self.limits.max_output))
        if unmarked(marked) != text:
            # A mark stands where Markdown looks at the neighbours of a sign: no part can be told from another.
            return (Provenance(start=0, end=len(text), kind="computed", source=body.name),) if text else ()
        phrases = self.library.phrases(language).ids
        return spans(marked, author=body.name, inputs=contract.sources, phrases=phrases)

    def _subject(self, task: Task, seen: Mapping[str, Any]) -> str:
        """Return the subject; `seen` is what the body sees."""
        contract, language = task.contract, task.language
        template = self.subjects.subject(contract, language)
        context = self.subject_contexts.over(seen, task.occasion, language)
        context["phrase"] = task.phrases(context, self.subjects)
        with inside(f"{contract.folder}/template.yaml", contract.subject_lines.get(language)):
            return fill(template, context, longest=self.limits.max_output)

    def _header(self, contract: Contract, subject: str) -> str:
        longest = contract.file.limits.max_subject or self.limits.max_subject
        return header_text(subject, longest=min(longest, self.limits.max_subject))


def _same(one: Draft, other: Draft) -> bool:
    """Return whether two drafts say the same, as Markdown too."""
    return one[:-1] == other[:-1] and one.markdown() == other.markdown()


def over_limits(limits: LimitsFile, text: str) -> Iterator[str]:
    """Yield a sentence for each limit of a contract that the text of a reply is over."""
    if limits.max_chars is None and limits.max_words is None:
        return
    sizes = (("characters", len(text), limits.max_chars), ("words", len(text.split()), limits.max_words))
    for unit, size, most in sizes:
        if most is not None and size > most:
            yield f"The reply has {size} {unit}; its contract allows {most}."
