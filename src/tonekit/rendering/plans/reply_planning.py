"""Plan a reply for messages of one shape: its body and its subject."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..body import Body
from ..contexts import Contexts
from ..contracts.contract import Contract
from ..environment import inert_in_header, inert_in_markdown
from ..folders.library import TemplateLibrary
from ..occasion import Occasion
from .holes import inputs_as_holes
from .kept_plans import Asked
from .plain_program import plain_program
from .program import program
from .reply_plan import ReplyPlan
from .shapes import Shape
from .template_planning import TemplatePlanner


class ReplyPlanner:
    """Plans the replies that one body is filled for, in one language. Safe to share between threads.

    Args:
        library, subjects: the templates, compiled for Markdown and for subject lines.
        contexts, subject_contexts: make what they see.
        contract, body: the reply.
        language: its language.

    Attributes:
        shape: tells the shapes of its messages.

    Raises:
        NotPlannedError: it does what plans do not know, whatever the message.
        TemplateError: it has no subject in the language, or a wrong one.
    """

    def __init__(
        self,
        library: TemplateLibrary,
        subjects: TemplateLibrary,
        *,
        contexts: Contexts,
        subject_contexts: Contexts,
        contract: Contract,
        body: Body,
        language: str,
    ) -> None:
        self._contexts = contexts
        self._subject_contexts = subject_contexts
        self._contract = contract
        self._body = body.compiled.tree
        self._subject = subjects.subject(contract, language).tree
        self._language = language
        self.shape = Shape(contract, (self._body, self._subject), library.phrases(language))
        self._bodies = TemplatePlanner(library, "reply", language, inert_in_markdown)
        self._subjects = TemplatePlanner(subjects, "reply", language, inert_in_header)

    def plan(self, values: Mapping[str, Any], occasion: Occasion) -> tuple[Asked, ReplyPlan]:
        """Return the plan for a message and those of its shape, and the questions that lead there.

        Raises:
            NotPlannedError: there is none.
        """
        holes = inputs_as_holes(self._contract, values)
        seen = {**self._contexts.context(self._contract, {}, occasion, self._language), **holes}
        body = self._bodies.plan(self._body, values, occasion, seen)
        seen = self._subject_contexts.over(seen, occasion, self._language)
        subject = self._subjects.plan(self._subject, values, occasion, seen)
        plan = ReplyPlan(
            program(body.pieces), plain_program(body.pieces), body.calls, program(subject.pieces), subject.calls
        )
        return (*body.asked, *subject.asked), plan
