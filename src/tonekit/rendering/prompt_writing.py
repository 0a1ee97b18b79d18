"""Write a prompt: the nearest examples go in, and what the budget does not allow stays out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from ..deferred import unchecked
from ..errors import ToneKitError
from ..prompt import ChatMessage, Prompt
from ..settings import Limits
from .alternatives import Phrase
from .body import Body
from .budget import Cut, Fitted, TokenCounter, fit
from .contexts import MOST_STYLES, Contexts
from .contract import Contract
from .environment import Inert
from .fact_links import fact_links
from .filling import fill
from .holes import NotPlannedError
from .library import TemplateLibrary
from .occasion import Occasion
from .phrase_writing import PhraseWriter
from .plans import Asked, Plans
from .prompt_blocks import Block
from .prompt_plan import PromptPlan, PromptPlanner
from .reference import References
from .roles import split_roles, whole_prompt
from .shown_examples import ShownExample, ShownExamples


@dataclass(frozen=True, slots=True)
class PromptWriter:
    """Writes the prompts of a brand. Safe to share between threads.

    Attributes:
        library: the templates.
        contexts: makes what templates see.
        shown: chooses examples.
        limits: how long a prompt may be.
        count: counts tokens.
        references: makes template references.
        inert: what makes a printed value inert.
        kept: messages that have been written and will come again.
        plans: for the shapes of messages that have come up.
        planners: make them, by body and language; None where plans do not know what the body does.
    """

    library: TemplateLibrary
    contexts: Contexts
    shown: ShownExamples
    limits: Limits
    count: TokenCounter
    references: References
    inert: Inert
    kept: dict[object, ChatMessage] = field(default_factory=dict)
    plans: Plans[PromptPlan] = field(default_factory=Plans)
    planners: dict[tuple[str, str], PromptPlanner | None] = field(default_factory=dict)

    def prompt(self, name: str, occasion: Occasion) -> Prompt:
        """Return a filled prompt, cut to its budget.

        Raises:
            UnknownNameError: there is no such prompt.
            MissingInputError: an input that it requires is missing or blank.
            PromptTooLongError: it is over its token budget.
            TemplateError: it cannot be filled.
        """
        contract = self.library.contract("prompt", name)
        values = contract.take(occasion.given, known=occasion.converted)
        contract.require(values)
        values = contract.written(values, occasion.profile.language)
        body = self._body(contract, occasion)
        turns = values.get("thread.turns", [])
        examples = self.shown.nearest(occasion) if "examples" in contract.file.inputs else []
        fitted = fit(
            lambda cut: self._messages(contract, body, occasion, {**values, **_left(turns, examples, cut)}),
            name=name,
            turns=len(turns),
            examples=len(examples),
            budget=self.limits.prompt_tokens,
            count=self.count,
        )
        return Prompt.made_of(
            {
                "name": name,
                "messages": fitted.messages,
                "template_ref": self.references.of(contract, body),
                "tokens": fitted.tokens,
                "examples": tuple([each.id for each in _left_of(examples, fitted.cut)]),
                "notes": _notes(fitted),
                "links": fact_links(contract, values),
                "replaced": (),
            }
        )

    def _body(self, contract: Contract, occasion: Occasion) -> Body:
        language = occasion.profile.language
        bodies = self.library.languages(contract)
        return self.library.body(
            contract, language if language in bodies else "en", contract.variant(occasion.situation)
        )

    def _messages(
        self, contract: Contract, body: Body, occasion: Occasion, values: Mapping[str, Any]
    ) -> tuple[ChatMessage, ...]:
        """Return the messages of a prompt: as its plan says them, or by Jinja where there is none."""
        planner = self._planner(contract, body, occasion.profile.language)
        if planner is None:
            return self._filled(contract, body, occasion, values)
        shape = planner.shape(values, occasion)
        plan = self.plans.find(shape, values)
        if plan is not None:
            return self._by_plan(plan, contract, body, occasion, values) or self._filled(
                contract, body, occasion, values
            )
        filled = self._filled(contract, body, occasion, values)
        self.plans.learn(shape, lambda: self._planned(planner, contract, body, occasion, values, filled))
        return filled

    def _filled(
        self, contract: Contract, body: Body, occasion: Occasion, values: Mapping[str, Any]
    ) -> tuple[ChatMessage, ...]:
        context = self._context(contract, occasion, values)
        if not body.blocks:
            return split_roles(fill(body.compiled, context, longest=self.limits.max_output), template=body.name)
        messages = [
            _message(block, context, self.limits.max_output)
            if block.labels is None
            else self._kept(body, block, occasion, values, lambda: context)
            for block in body.blocks
        ]
        return whole_prompt(messages, template=body.name, longest=self.limits.max_output)

    def _by_plan(
        self, plan: PromptPlan, contract: Contract, body: Body, occasion: Occasion, values: Mapping[str, Any]
    ) -> tuple[ChatMessage, ...] | None:
        """Return the messages, or None where they take Jinja."""

        def speak(phrase: Phrase) -> str:
            context, language = self._context(contract, occasion, values), occasion.profile.language
            return PhraseWriter(
                self.library, contract, occasion, context, there=values, language=language
            ).written(phrase)

        contents: list[str] | None = None
        with suppress(ToneKitError):
            contents = plan.contents(values, occasion, speak, longest=self.limits.max_output)
        if contents is None:
            return None
        messages = [
            unchecked(ChatMessage, {"role": block.role, "content": content})
            if block.labels is None
            else self._kept(body, block, occasion, values, lambda: self._context(contract, occasion, values))
            for block, content in zip(body.blocks, contents, strict=True)
        ]
        return whole_prompt(messages, template=body.name, longest=self.limits.max_output)

    def _planned(
        self,
        planner: PromptPlanner,
        contract: Contract,
        body: Body,
        occasion: Occasion,
        values: Mapping[str, Any],
        filled: tuple[ChatMessage, ...],
    ) -> tuple[Asked, PromptPlan]:
        """Return the plan for messages such as one that has been written by Jinja.

        Raises:
            NotPlannedError: there is none, or it would not write the same.
        """
        asked, plan = planner.plan(values, occasion)
        if self._by_plan(plan, contract, body, occasion, values) != filled:
            raise NotPlannedError
        return asked, plan

    def _planner(self, contract: Contract, body: Body, language: str) -> PromptPlanner | None:
        key = (body.name, language)
        if key not in self.planners:
            try:
                made = PromptPlanner(self.library, self.contexts, contract, body, language, self.inert)
            except NotPlannedError:
                made = None
            self.planners[key] = made if body.blocks else None
        return self.planners[key]

    def _context(self, contract: Contract, occasion: Occasion, values: Mapping[str, Any]) -> Mapping[str, Any]:
        language = occasion.profile.language
        context = self.contexts.context(contract, values, occasion, language)
        phrase = PhraseWriter(self.library, contract, occasion, context, there=values, language=language)
        context["phrase"] = phrase
        return context

    def _kept(
        self,
        body: Body,
        block: Block,
        occasion: Occasion,
        values: Mapping[str, Any],
        context: Callable[[], Mapping[str, Any]],
    ) -> ChatMessage:
        """Return the message of a block that depends on the style alone; it is written once for each style."""
        labels = [values.get(path) for path in block.labels or ()]
        key = (body.name, id(block), occasion.style, occasion.profile.language, *labels)
        found = self.kept.get(key)
        if found is None:
            if len(self.kept) >= MOST_STYLES:
                self.kept.clear()
            found = self.kept[key] = _message(block, context(), self.limits.max_output)
        return found


def _message(
        self, body: Body, block: Block, occasion: Occasion, values: Mapping[str, Any], context: Mapping[str, Any]
    ) -> ChatMessage:
        """Return the message of a block; one that depends on the style alone is written once for each style."""
        if block.labels is None:
            return _message(block, context, self.limits.max_output)
        labels = [values.get(path) for path in block.labels]
        key = (body.name, id(block), occasion.style, occasion.profile.language, *labels)
        found = self.kept.get(key)
        if found is None:
            if len(self.kept) >= MOST_STYLES:
                self.kept.clear()
            found = self.kept[key] = _message(block, context, self.limits.max_output)
        return found


def _message(block: Block, context: Mapping[str, Any], longest: int) -> ChatMessage:
    content = fill(block.compiled, context, longest=longest).strip()
    return unchecked(ChatMessage, {"role": block.role, "content": content})


def _left(turns: Sequence[Any], examples: Sequence[ShownExample], cut: Cut) -> dict[str, Any]:
    """Return the inputs that a cut changes."""
    left: dict[str, Any] = {"examples": [each.section for each in _left_of(examples, cut)]} if examples else {}
    if cut.turns:
        left |= {"thread.turns": turns[cut.turns :], "thread.left_out": cut.turns}
    return left


def _left_of(examples: Sequence[ShownExample], cut: Cut) -> Sequence[ShownExample]:
    """Return the examples that are left, the nearest last: what stands closest to the task is followed most."""
    return examples[len(examples) - cut.examples - 1 :: -1] if len(examples) > cut.examples else ()


def _notes(fitted: Fitted) -> tuple[str, ...]:
    if not (fitted.cut.turns or fitted.cut.examples):
        return ()
    left_out = {"earlier turn": fitted.cut.turns, "example": fitted.cut.examples}
    return tuple(
        f"The prompt leaves out {number} {name}{'s' if number > 1 else ''} to keep its token budget."
        for name, number in left_out.items()
        if number
    )
