"""Write a prompt: the nearest examples go in, and what the budget does not allow stays out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..errors import ToneKitError
from ..models.deferred import unchecked
from ..prompt import ChatMessage, Prompt
from ..settings import Limits
from .body import Body
from .budget import Cut, Fitted, fit
from .contexts import Contexts
from .contracts.contract import Contract
from .contracts.fact_links import fact_links
from .contracts.told_facts import NAME, ToldFacts
from .environment import Inert
from .filling import fill
from .folders.library import TemplateLibrary
from .folders.reference import References
from .kept_messages import KeptMessages
from .occasion import Occasion
from .plans.planned_writing import PlannedWriting
from .plans.prompt_plan import PromptPlan, PromptPlanner
from .prompt_blocks import Block
from .shown_examples import ShownExample, ShownExamples
from .syntax.roles import split_roles, whole_prompt
from .task import Task


@dataclass(frozen=True, slots=True)
class PromptWriter:
    """Writes the prompts of a brand. Safe to share between threads.

    Attributes:
        library: the templates.
        contexts: makes what templates see.
        shown: chooses examples.
        told: finds the facts beside those that a prompt declares.
        kept: keeps messages that come again, and counts tokens.
        limits: how long a prompt may be.
        fallback: language of the body if there is none in the language of the answer or of the contract.
        references: makes template references.
        inert: what makes a printed value inert.
        planned: writes by plans where there are any.
    """

    library: TemplateLibrary
    contexts: Contexts
    shown: ShownExamples
    told: ToldFacts
    kept: KeptMessages
    limits: Limits
    fallback: str
    references: References
    inert: Inert
    planned: PlannedWriting[PromptPlan] = field(default_factory=PlannedWriting)

    def prompt(self, name: str, occasion: Occasion) -> Prompt:
        """Return a filled prompt, cut to its budget.

        Raises:
            UnknownNameError: there is no such prompt.
            MissingInputError: an input that it requires is missing or blank.
            PromptTooLongError: it is over its token budget, or has more characters than a text may have.
            TemplateError: it cannot be filled.
        """
        contract = self.library.contract("prompt", name)
        language = occasion.profile.language
        told = self.told.of(contract, occasion, language)
        values = _values(contract, occasion) | ({NAME: [each.section for each in told]} if told else {})
        body, turns = self._body(contract, occasion), values.get("thread.turns", [])
        examples = self.shown.nearest(occasion) if "examples" in contract.file.inputs else []
        fitted = fit(
            lambda cut: self._messages(
                Task(contract, body, occasion, {**values, **_left(turns, examples, cut)}, language)
            ),
            name=name,
            turns=len(turns),
            examples=len(examples),
            budget=self.limits.prompt_tokens,
            most_characters=self.limits.max_output,
            count=self.kept.tokens,
        )
        return Prompt.made_of(
            {
                "name": name,
                "messages": fitted.messages,
                "template_ref": self.references.of(contract, body),
                "tokens": fitted.tokens,
                "examples": tuple([each.id for each in _kept(examples, fitted.cut)]),
                "notes": _notes(fitted),
                "links": fact_links(contract, values, told),
                "replaced": (),
            }
        )

    def _body(self, contract: Contract, occasion: Occasion) -> Body:
        bodies, language = self.library.languages(contract), occasion.profile.language
        if language not in bodies:
            source = contract.file.source_language
            # If there is none of them, the error names the language of the contract.
            language = self.fallback if source not in bodies and self.fallback in bodies else source
        return self.library.body(contract, language, contract.variant(occasion.situation))

    def _messages(self, task: Task) -> tuple[ChatMessage, ...]:
        """Return the messages of a prompt: as its plan says them, or by Jinja if there is none."""
        return self.planned.write(task, planner=self._planner, by_plan=self._by_plan, filled=self._filled)

    def _filled(self, task: Task) -> tuple[ChatMessage, ...]:
        body, longest = task.body, self.limits.max_output
        context = task.context(self.contexts, self.library)
        if not body.blocks:
            return split_roles(fill(body.compiled, context, longest=longest), template=body.name)
        messages = [
            _message(block, context, longest) if block.labels is None else self._written_once(task, block)
            for block in body.blocks
        ]
        return whole_prompt(messages, template=body.name, longest=longest)

    def _by_plan(self, plan: PromptPlan, task: Task) -> tuple[ChatMessage, ...] | None:
        """Return the messages, or None if they take Jinja, also to say what is wrong."""
        speak = task.speaking(self.contexts, self.library)
        try:
            contents = plan.contents(task.values, task.occasion, speak, longest=self.limits.max_output)
        except ToneKitError:
            return None
        if contents is None:
            return None
        messages = [
            self._written_once(task, block)
            if content is None
            else unchecked(ChatMessage, {"role": block.role, "content": content})
            for block, content in zip(task.body.blocks, contents, strict=True)
        ]
        return whole_prompt(messages, template=task.body.name, longest=self.limits.max_output)

    def _planner(self, task: Task) -> PromptPlanner:
        return PromptPlanner(
            self.library,
            self.contexts,
            self.inert,
            contract=task.contract,
            body=task.body,
            language=task.language,
        )

    def _written_once(self, task: Task, block: Block) -> ChatMessage:
        """Return the message of a block that depends on the style alone; it is written once for each style."""
        labels = [task.values.get(path) for path in block.labels or ()]
        key = (task.body.name, id(block), task.occasion.style, task.language, *labels)
        return self.kept.message(
            key, lambda: _message(block, task.context(self.contexts, self.library), self.limits.max_output)
        )


def _message(block: Block, context: Mapping[str, Any], longest: int) -> ChatMessage:
    content = fill(block.compiled, context, longest=longest).strip()
    return unchecked(ChatMessage, {"role": block.role, "content": content})


def _values(contract: Contract, occasion: Occasion) -> dict[str, Any]:
    """Return the inputs of a prompt, as its language writes them."""
    values = contract.take(occasion.given, known=occasion.converted)
    contract.require(values)
    return contract.written(values, occasion.profile.language)


def _left(turns: Sequence[Any], examples: Sequence[ShownExample], cut: Cut) -> dict[str, Any]:
    """Return the inputs that a cut changes."""
    left: dict[str, Any] = {"examples": [each.section for each in _kept(examples, cut)]} if examples else {}
    if cut.turns:
        left |= {"thread.turns": turns[cut.turns :], "thread.left_out": cut.turns}
    return left


def _kept(examples: Sequence[ShownExample], cut: Cut) -> Sequence[ShownExample]:
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
