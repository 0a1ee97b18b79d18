"""Prompts of one shape: planned once, then written without Jinja."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..body import Body
from ..contexts import Contexts
from ..contracts.contract import Contract
from ..environment import Inert
from ..folders.library import TemplateLibrary
from ..occasion import Occasion
from ..phrases.phrase_writing import LONGEST_PHRASE
from .holes import NotPlannedError, inputs_as_holes
from .kept_plans import Asked
from .planned_phrases import Call, Speak, words
from .program import Program, program
from .shapes import Shape
from .template_planning import TemplatePlanner


@dataclass(frozen=True, slots=True)
class PromptPlan:
    """Writes the blocks of prompts of one shape.

    Attributes:
        blocks: what writes each block, with its phrases, or None for one that is written once for each style.
        inert: what makes a printed value inert.
    """

    blocks: tuple[tuple[Program, tuple[Call, ...]] | None, ...]
    inert: Inert

    def contents(
        self, values: Mapping[str, Any], occasion: Occasion, speak: Speak, *, longest: int
    ) -> list[str | None] | None:
        """Return the text of each block, None for one that is written once, or nothing if one takes Jinja.

        Args:
            values: the inputs of the message.
            occasion: the message.
            speak: writes a phrase that takes Jinja.
            longest: most characters of a block; the error for more is Jinja's business.

        Raises:
            TemplateError: a phrase cannot be written.
        """
        contents: list[str | None] = []
        for block in self.blocks:
            if block is None:
                contents.append(None)
                continue
            writes, calls = block
            phrases = [call.said(occasion.variation, occasion.recent, speak) for call in calls]
            content = writes.written(values, words(phrases, values, self.inert), self.inert)
            # A block longer than a phrase may be may hold one that is too long.
            if len(content) > (min(longest, LONGEST_PHRASE) if calls else longest):
                return None
            contents.append(content.strip())
        return contents


class PromptPlanner:
    """Plans the prompts that one body is filled for, in one language. Safe to share between threads.

    Args:
        library: the templates.
        contexts: makes what they see.
        inert: what makes a printed value inert.
        contract, body: the prompt.
        language: of the reply that it asks for.

    Attributes:
        shape: tells the shapes of its messages.

    Raises:
        NotPlannedError: it does what plans do not know, whatever the message, or is not made of blocks.
    """

    def __init__(
        self,
        library: TemplateLibrary,
        contexts: Contexts,
        inert: Inert,
        *,
        contract: Contract,
        body: Body,
        language: str,
    ) -> None:
        if not body.blocks:
            raise NotPlannedError
        self._contexts = contexts
        self._contract = contract
        self._language = language
        self._trees = [None if block.labels is not None else block.compiled.tree for block in body.blocks]
        self.shape = Shape(contract, filter(None, self._trees), library.phrases(language))
        self._planner = TemplatePlanner(library, "prompt", language, inert)

    def plan(self, values: Mapping[str, Any], occasion: Occasion) -> tuple[Asked, PromptPlan]:
        """Return the plan for a message and those of its shape, and the questions that lead there.

        Raises:
            NotPlannedError: there is none.
        """
        holes = inputs_as_holes(self._contract, values)
        seen = {**self._contexts.context(self._contract, {}, occasion, self._language), **holes}
        asked: Asked = ()
        blocks: list[tuple[Program, tuple[Call, ...]] | None] = []
        for tree in self._trees:
            if tree is None:
                blocks.append(None)
                continue
            planned = self._planner.plan(tree, values, occasion, seen)
            asked = (*asked, *planned.asked)
            blocks.append((program(planned.pieces), planned.calls))
        return asked, PromptPlan(tuple(blocks), self._planner.inert)
