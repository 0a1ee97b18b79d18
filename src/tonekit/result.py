"""What goes out: a prompt, a reply, a decision, and how they came about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr

from .analysis import Analysis
from .aside import Aside
from .deferred import Deferred
from .explanation import explain_analysis, explain_profile
from .finding import Finding
from .material import Material
from .placeholders import restored
from .profile import StyleProfile
from .repairing import repair_request

Role = Literal["system", "user", "assistant"]
SourceKind = Literal["author", "phrase", "input", "computed"]
Action = Literal["send", "approve", "escalate"]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ChatMessage(_Frozen):
    """One message of a prompt."""

    role: Role
    content: str


class Replaced(_Frozen):
    """One stretch of text that a placeholder stands for in a prompt. It does not say what stood there.

    Attributes:
        kind: what it is, such as `email`.
        placeholder: what is written instead, such as `[EMAIL_1]`; the same for the same text.
        part: the input it stood in, such as `message.text`.
        start, end: character offsets in that input, end exclusive.
    """

    kind: str
    placeholder: str
    part: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class Prompt(_Frozen):
    """A prompt for any chat model.

    Attributes:
        name: the prompt template.
        messages: role and content; roles come only from the template's author.
        template_ref: name, body and hash of everything that made the text.
        tokens: what it takes, by the counter of the toolkit: an estimate, unless a tokenizer counts.
        examples: ids of the examples that it shows.
        notes: what was left out to keep the budget, in sentences.
        links: addresses that the facts gave, which an answer may link to.
        replaced: what placeholders stand for personal data, and where it stood; not what it was.
    """

    name: str
    messages: tuple[ChatMessage, ...]
    template_ref: str
    tokens: int = Field(default=0, ge=0)
    examples: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    replaced: tuple[Replaced, ...] = ()
    # Kept out of JSON, comparison and repr: a log of the prompt must not hold what the prompt leaves out.
    _values: Mapping[str, str] = PrivateAttr(default_factory=dict)

    def __eq__(self, other: object) -> bool:
        return self.__dict__ == other.__dict__ if isinstance(other, Prompt) else NotImplemented

    __hash__ = _Frozen.__hash__

    def redacted(self, replaced: Iterable[Replaced], values: Mapping[str, str]) -> Prompt:
        """Return the prompt with what its placeholders stand for; those that it does not show are left out."""
        text = "\n".join(message.content for message in self.messages)
        shown = tuple(each for each in replaced if each.placeholder in text)
        made = self.model_copy(update={"replaced": shown})
        made._values = {each.placeholder: values[each.placeholder] for each in shown}  # noqa: SLF001 - of this class
        return made

    def values(self) -> dict[str, str]:
        """Return placeholder → what it stands for. This is personal data: do not log it.

        It is not part of JSON: a prompt that comes back from JSON has none.
        """
        return dict(self._values)

    def restore(self, answer: str) -> str:
        """Return a model's answer with what its placeholders stand for; see `ToneKit.safe_answer` for sending it."""
        return restored(answer, self._values)

    def to_openai(self) -> list[dict[str, str]]:
        """Return the messages as OpenAI's chat format takes them."""
        return [{"role": message.role, "content": message.content} for message in self.messages]

    def to_anthropic(self) -> dict[str, Any]:
        """Return `system` and `messages` as Anthropic's Messages format takes them.

        System parts are joined into the top-level field, turns of the same role are merged.
        """
        system = "\n\n".join(message.content for message in self.messages if message.role == "system")
        turns: list[dict[str, str]] = []
        for message in self.messages:
            if message.role == "system":
                continue
            if turns and turns[-1]["role"] == message.role:
                turns[-1]["content"] += "\n\n" + message.content
            else:
                turns.append({"role": message.role, "content": message.content})
        return {"system": system, "messages": turns}

    def repair(self, findings: Sequence[Finding], *, draft: str | None = None) -> Self:
        """Return the prompt for a second try: these messages, and one that sends the draft back with its findings.

        The system messages stay as they are. The draft is fenced as a model's text, whatever stands in it.

        Args:
            findings: what `check` found; without any the prompt stays as it is.
            draft: the draft; findings of `check` know it, those that were read back from JSON do not.

        Raises:
            ValueError: it is not known which draft the findings are about.
        """
        if not findings:
            return self
        about = draft if draft is not None else findings[0].draft
        if about is None:
            raise ValueError("these findings do not carry their draft; give it as draft=…")
        again = ChatMessage(role="user", content=repair_request(findings, about, values=self._values))
        size = sum(len(message.content) for message in self.messages)
        # The counter of the toolkit is not at hand; the same number of characters a token holds well enough.
        tokens = -(-self.tokens * (size + len(again.content)) // size) if size else self.tokens
        return self.model_copy(update={"messages": (*self.messages, again), "tokens": tokens})


class Provenance(_Frozen):
    """Where a stretch of a reply comes from.

    Attributes:
        start, end: character offsets in `Reply.text`, end exclusive.
        kind: `author` (the template's own words), `phrase` (of the phrase book), `input` (a value, as it was given), or
            `computed` (what the template made out of values).
        source: the file of the author's words, the id of the phrase, or the dotted path of the input.
        phrase: the phrase in which it stands, or None.
    """

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    kind: SourceKind
    source: str
    phrase: str | None = None


class Reply(Deferred):
    """A reply that can be sent.

    Attributes:
        name: the reply template.
        text: the reply as plain text.
        html: the reply as HTML, without scripts, images or unknown links.
        subject: subject line, one line.
        language: language the reply is written in.
        variant: which body of the template was taken.
        phrase_ids: ids of the phrases used, to be passed as `recent` next time.
        template_ref: name, body and hash of everything that made the text.
        why: why this template and this body were taken, and why others were not.
        spans: where each part of `text` comes from, from its first to its last character, without gaps.
        notes: where the reply is longer than the limits of its contract, in sentences.
    """

    late: ClassVar = ("html", "spans")

    name: str
    text: str
    html: str
    subject: str
    language: str
    variant: str
    phrase_ids: tuple[str, ...] = ()
    template_ref: str
    why: tuple[str, ...] = ()
    spans: tuple[Provenance, ...] = ()
    notes: tuple[str, ...] = ()

    def explained(self) -> list[str]:
        """Return the lines that say why this template and this body were taken."""
        return [f"reply: {self.template_ref}", *(f"    {line}" for line in self.why)]


class Reason(Deferred):
    """One reason of a decision.

    Attributes:
        rule: id of the safeguard.
        action: what it asks for.
        text: a sentence for a colleague.
        evidence: the words of the message behind it.
        hand_to: the person or queue that takes over, or None where anybody may.
    """

    late: ClassVar = ("evidence",)

    rule: str
    action: Action
    text: str
    evidence: tuple[str, ...] = ()
    hand_to: str | None = None


class Decision(_Frozen):
    """Whether the reply may go out.

    Attributes:
        action: `send`, `approve` (a person reads it first) or `escalate` (a person takes over).
        reasons: at least one, those that ask for `action` first.
        hand_to: the person or queue that takes over: that of the first reason that names one.
    """

    action: Action
    reasons: tuple[Reason, ...] = Field(min_length=1)
    hand_to: str | None = None

    def explained(self) -> list[str]:
        """Return the lines that say what was decided and why, with the words behind each reason."""
        lines = [f"decision: {self.action}" + (f" → {self.hand_to}" if self.hand_to else "")]
        for reason in self.reasons:
            words = ", ".join(f'"{word}"' for word in reason.evidence)
            lines.append(f"    {reason.action}: {reason.text}" + (f" ({words})" if words else ""))
        return lines


class Result(_Frozen):
    """Everything that `personalize` has to say about one message.

    Attributes:
        analysis: how the sender communicates.
        profile: the style of the answer.
        prompt: the prompt for a model, or None where it could not be filled (see `notes`).
        reply: the reply, or None where no template fits (see `notes`).
        decision: whether the reply may go out.
        notes: what could not be done, in sentences.
        ruleset: short hash over weights, cues, lexicons, rules and templates used.
    """

    analysis: Analysis
    profile: StyleProfile
    prompt: Prompt | None
    reply: Reply | None
    decision: Decision
    notes: tuple[str, ...] = ()
    ruleset: str

    _material: Aside[Material] = PrivateAttr(default_factory=Aside)

    @property
    def material(self) -> Material | None:
        """What a draft may lean on, for `check`; None for a result that was read back from JSON."""
        return self._material.value

    def leaning_on(self, material: Material) -> Self:
        """Take what a draft may lean on, and return the result."""
        self._material = Aside(material)
        return self

    def explain(self) -> str:
        """Return, for a person, which words led to which verdict and which rule to which style."""
        reply = self.reply.explained() if self.reply else ["reply: none"]
        lines = [
            *explain_analysis(self.analysis),
            "",
            *explain_profile(self.profile),
            "",
            *reply,
            "",
            *self.decision.explained(),
            *(f"note: {note}" for note in self.notes),
        ]
        return "\n".join(lines)
