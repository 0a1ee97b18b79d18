"""What comes out: a prompt, a reply, a decision, and the reasons for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self

from pydantic import Field, PrivateAttr

from .analysis import Analysis
from .material import Material
from .models.deferred import Deferred, unchecked
from .models.shown_model import ShownModel
from .models.uncompared import Uncompared
from .placeholders import check_values
from .profile import StyleProfile
from .prompt import Prompt

SourceKind = Literal["author", "phrase", "input", "computed"]
Action = Literal["send", "approve", "escalate"]


class Provenance(ShownModel):
    """Where a stretch of a reply comes from.

    Attributes:
        start, end: character offsets in `Reply.text`, end exclusive.
        kind: `author` (the template's own words), `phrase` (from the phrase book), `input` (a value as given), or
            `computed` (made by the template from values).
        source: the file of the author's words, the id of the phrase, or the dotted path of the input.
        phrase: id of the phrase that contains it, or None.
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
        subject: subject line, a single line.
        language: ISO 639-1 code of the language that the reply is written in.
        variant: the body of the template that was used.
        phrase_ids: ids of the phrases used; pass them as `recent` next time.
        template_ref: name and body of the template, and a hash of everything that the text depends on.
        why: why this template and this body were taken, and others passed over, in sentences.
        spans: where each part of `text` comes from; they cover it without gaps.
        notes: limits of the contract that the reply exceeds, and facts in another language or form of address than the
            reply, in sentences.
    """

    late: ClassVar = ("html", "why", "spans")

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

    def __repr_args__(self) -> Iterator[tuple[str, object]]:
        # Only what is there already: late fields would be computed just to be shown.
        yield from ((name, getattr(self, name)) for name in ("name", "subject", "text", "language", "variant"))
        yield "template_ref", self.template_ref
        if self.notes:
            yield "notes", self.notes

    def explained(self) -> list[str]:
        """Return the lines that say why this template and this body were taken."""
        return [f"reply: {self.template_ref}", *(f"    {line}" for line in self.why)]


class Reason(Deferred):
    """One reason of a decision.

    Attributes:
        rule: id of the safeguard.
        action: the action that it asks for.
        text: a sentence for a colleague.
        evidence: the words of the message that triggered it.
        hand_to: the person or queue that takes over, or None if anybody may.
    """

    late: ClassVar = ("evidence",)

    rule: str
    action: Action
    text: str
    evidence: tuple[str, ...] = ()
    hand_to: str | None = None


class Decision(ShownModel):
    """Whether the reply may go out.

    Attributes:
        action: `send`, `approve` (a person reads it first) or `escalate` (a person takes over).
        reasons: at least one; those that ask for `action` come first.
        hand_to: the person or queue that takes over, from the first reason that names one; else None.
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


_PARTS = {"analysis": Analysis, "profile": StyleProfile, "reply": Reply, "prompt": Prompt, "decision": Decision}
"""The parts of a result: where a field that is asked of the result itself probably belongs."""


class Result(ShownModel):
    """Everything that `personalize` returns for one message.

    Attributes:
        analysis: how the sender communicates.
        profile: the style of the answer.
        prompt: the prompt for a model, or None if it could not be filled (see `notes`).
        reply: the reply, or None if no template fits (see `notes`).
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

    _material: Uncompared[Material] = PrivateAttr(default_factory=Uncompared)

    @property
    def material(self) -> Material | None:
        """What a draft may rely on, for `check`; None for a result that was read back from JSON."""
        return self._material.value

    @classmethod
    def made_of(cls, fields: dict[str, Any], *, material: Material) -> Self:
        """Return the result made of `fields`, all of them, in order, unchecked, and of what drafts may rely on."""
        return unchecked(cls, fields, private={"_material": Uncompared(material)})

    def with_values(self, values: Mapping[str, str]) -> Self:
        """Return a result that was read back from JSON with the values of its prompt's placeholders.

        Args:
            values: what `prompt.values()` returned before.

        Raises:
            ArgumentTypeError: `values` is not a mapping of texts.
            ArgumentValueError: its placeholders are not those of the prompt, or there is no prompt.
        """
        if self.prompt is None:
            check_values(values, ())
            return self
        return self.model_copy(update={"prompt": self.prompt.with_values(values)})

    if not TYPE_CHECKING:
        # Hidden from type checkers, which would otherwise accept misspelt names.
        def __getattr__(self, name: str) -> Any:
            try:
                return super().__getattr__(name)
            except AttributeError as error:
                meant = [f"result.{part}.{name}" for part, kind in _PARTS.items() if name in kind.model_fields]
                if not meant:
                    raise
                raise AttributeError(f"{error}; did you mean {' or '.join(meant)}?") from None

    def __repr_args__(self) -> Iterator[tuple[str, object]]:
        # As for the analysis: what a log line needs, without any text of the customer.
        yield "analysis", self.analysis
        yield "template", self.reply.template_ref if self.reply else None
        yield "decision", self.decision.action
        yield "notes", self.notes
        yield "ruleset", self.ruleset

    def explain(self) -> str:
        """Return, for a person to read, which words led to which verdict and which rule to which style."""
        # Imported here: most results are never explained, and the import would slow down the first message.
        from .explanations.explanation import explain_analysis, explain_profile

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
