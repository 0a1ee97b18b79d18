"""The style in which the answer is to be written, and the verdicts that asked for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from .models.deferred import Deferred
from .models.shown_model import ShownModel

Focus = Literal[
    "solution_steps",
    "technical_details",
    "manual_reference",
    "documentation",
    "code",
    "use_cases",
    "workflow",
    "impact",
    "cost_estimate",
    "escalation_path",
    "parts",
    "delivery_times",
    "alternatives",
    "specifications",
    "numbers",
]


class Setting(ShownModel):
    """Why one field of a profile has its value.

    Attributes:
        field: the field.
        value: the value that it got, as text.
        rule: id of the rule in `profiles.yaml` that gave it.
        because: the verdicts that made the rule apply, such as `mood=frustrated (0.91)`.
    """

    field: str
    value: str
    rule: str
    because: tuple[str, ...] = ()


class Style(Deferred):
    """The fields of a style profile. The defaults are the neutral style.

    Attributes:
        tone: how the sentences sound.
        address: polite or familiar form of address (German Sie or du), in languages that have both.
        greeting: how the reply opens and closes.
        empathy: what precedes the answer: nothing, a brief word, an acknowledgement of the trouble, condolences.
        cheer: whether the reply may sound cheerful.
        emoji: never, or as the sender uses them.
        order: what comes first: the answer, an acknowledgement, or a word of context.
        urgency_first: whether the decisive point must come in the first sentence.
        detail: how much of the particulars to give.
        jargon: whether technical terms are avoided, ordinary or welcome.
        structure: running text, numbered steps, or bullets.
        length: length of the whole reply: short is about 60 words, medium about 120, long about 220.
        pressure: how a decision is treated: reassure without pressing, plainly, or straight to the next step.
        focus: what the content should cover, most important first.
    """

    tone: Literal["formal", "professional", "friendly", "warm"] = "professional"
    address: Literal["formal", "informal"] = "formal"
    greeting: Literal["formal", "neutral", "casual"] = "neutral"
    empathy: Literal["none", "brief", "acknowledge", "condole"] = "none"
    cheer: bool = False
    emoji: Literal["none", "mirror"] = "none"
    order: Literal["answer_first", "acknowledge_first", "context_first"] = "answer_first"
    urgency_first: bool = False
    detail: Literal["overview", "standard", "details"] = "standard"
    jargon: Literal["avoid", "ordinary", "technical"] = "ordinary"
    structure: Literal["prose", "steps", "bullets"] = "prose"
    length: Literal["short", "medium", "long"] = "medium"
    pressure: Literal["reassure", "plain", "next_step"] = "plain"
    focus: tuple[Focus, ...] = ()


class StyleProfile(Style):
    """The style of one answer.

    Attributes:
        language: the language of the answer.
        why: which rule set which field, in the order of the rules; a later one overrides an earlier one.
    """

    late: ClassVar = ("why",)

    language: str
    why: tuple[Setting, ...] = ()

    def __repr_args__(self) -> Iterator[tuple[str, object]]:
        yield "language", self.language
        yield from ((name, getattr(self, name)) for name in Style.model_fields if name != "focus" or self.focus)
