"""Write a prompt: the nearest examples go in, and what the budget does not allow stays out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..result import ChatMessage, Prompt
from ..settings import Limits
from .budget import Cut, Fitted, TokenCounter, fit, within
from .contract import Contract
from .examples import Example, ExampleBook
from .library import Body
from .occasion import Occasion

Write = Callable[[Mapping[str, Any]], tuple[ChatMessage, ...]]
"""Writes the messages of a prompt from inputs by dotted path."""


@dataclass(frozen=True, slots=True)
class PromptWriter:
    """Writes prompts within a budget.

    Attributes:
        book: the examples.
        limits: how many turns, examples and tokens.
        count: counts tokens.
    """

    book: ExampleBook
    limits: Limits
    count: TokenCounter

    def prompt(self, contract: Contract, body: Body, occasion: Occasion, write: Write) -> Prompt:
        """Return the prompt that `write` writes, with examples, and cut to the budget.

        Raises:
            PromptTooLongError: it is over the budget without turns and examples.
            TemplateError: it cannot be filled.
        """
        examples = self._examples(contract, occasion)
        turns = occasion.given.get("thread.turns") or () if "thread.turns" in contract.file.inputs else ()
        fitted = fit(
            lambda cut: write({**occasion.given, **_cut_inputs(turns, examples, cut)}),
            name=contract.file.id,
            turns=len(turns),
            examples=len(examples),
            budget=self.limits.prompt_tokens,
            count=self.count,
        )
        return Prompt(
            name=contract.file.id,
            messages=fitted.messages,
            template_ref=body.reference,
            tokens=fitted.tokens,
            examples=tuple(each.file.id for each in _shown(examples, fitted.cut)),
            notes=_notes(fitted),
        )

    def _examples(self, contract: Contract, occasion: Occasion) -> list[Example]:
        """Return the examples to show, nearest first."""
        if "examples" not in contract.file.inputs or not self.limits.examples:
            return []
        request = occasion.given.get("reading.request")
        return within(
            self.book.nearest(occasion.profile, request),
            lambda each: each.file.message + each.file.answer,
            most=self.limits.examples,
            budget=self.limits.example_tokens,
            count=self.count,
        )


def _cut_inputs(turns: Sequence[Any], examples: Sequence[Example], cut: Cut) -> dict[str, Any]:
    shown = [{"message": each.file.message, "answer": each.file.answer} for each in _shown(examples, cut)]
    return {"thread.turns": turns[cut.turns :], "thread.left_out": cut.turns or None, "examples": shown}


def _shown(examples: Sequence[Example], cut: Cut) -> list[Example]:
    """Return the examples that are left, the nearest last: what stands closest to the task is followed most."""
    return list(reversed(examples[: len(examples) - cut.examples]))


def _notes(fitted: Fitted) -> tuple[str, ...]:
    left_out = {"earlier turn": fitted.cut.turns, "example": fitted.cut.examples}
    return tuple(
        f"The prompt leaves out {number} {name}{'s' if number > 1 else ''} to keep its token budget."
        for name, number in left_out.items()
        if number
    )
