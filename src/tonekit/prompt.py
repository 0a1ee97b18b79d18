"""The prompt for a model: its messages, and what was left out of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, Self

from pydantic import Field, PrivateAttr

from .argument_errors import ArgumentTypeError, ArgumentValueError
from .finding import Finding
from .models.deferred import unchecked
from .models.shown_model import Brief, ShownModel, brief
from .placeholders import check_values, restored
from .repairing import repair_request

Role = Literal["system", "user", "assistant"]


class ChatMessage(ShownModel):
    """One message of a prompt."""

    role: Role
    content: str


class Replaced(ShownModel):
    """A stretch of text that a placeholder replaced in a prompt; the original words are not kept here.

    Attributes:
        kind: what it is, such as `email`.
        placeholder: what replaced it, such as `[EMAIL_1]`; equal texts get the same placeholder.
        part: the input in which it occurred, such as `message.text`.
        start, end: character offsets in that input, end exclusive.
    """

    kind: str
    placeholder: str
    part: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class Prompt(ShownModel):
    """A prompt for any chat model.

    Attributes:
        name: the prompt template.
        messages: role and content; roles come only from the template's author.
        template_ref: name and body of the template, and a hash of everything that the text depends on.
        tokens: its length, as `ToneKit(count_tokens=…)` counts; without a tokenizer an estimate.
        examples: ids of the examples that it shows.
        notes: what was left out to stay within the budget, in sentences.
        links: addresses among the facts, which an answer may link to; a redacted mail address from your facts or the
            customer record appears as `mailto:` and its placeholder.
        replaced: which placeholders replaced personal data, and where; not the data itself.
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

    @classmethod
    def made_of(cls, fields: dict[str, Any]) -> Self:
        """Return the prompt made of `fields`: all of them, in order, unchecked."""
        return unchecked(cls, fields, private={"_values": {}})

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        sizes = ", ".join(f"{each.role} {len(each.content):,}" for each in self.messages)
        shown = {
            "messages": Brief(f"<{sizes} characters>"),
            "replaced": brief((each.placeholder for each in self.replaced), count=len(self.replaced)),
        }
        yield from ((name, shown.get(name or "", value)) for name, value in super().__repr_args__())

    def __eq__(self, other: object) -> bool:
        return self.__dict__ == other.__dict__ if isinstance(other, Prompt) else NotImplemented

    def __hash__(self) -> int:
        return hash((self.name, self.messages))

    def redacted(
        self, replaced: Iterable[Replaced], values: Mapping[str, str], *, is_own: Callable[[Replaced], bool]
    ) -> Prompt:
        """Return the prompt with the values of its placeholders; placeholders that it does not show are left out.

        Args:
            replaced: what was replaced in its inputs.
            values: placeholder → what it stands for.
            is_own: whether the text occurred in one of our own inputs, so that an answer may link to its address.
        """
        text = "\n".join(message.content for message in self.messages)
        shown = tuple(each for each in replaced if each.placeholder in text)
        mailboxes = (f"mailto:{each.placeholder}" for each in shown if each.kind == "email" and is_own(each))
        made = self.model_copy(update={"replaced": shown, "links": tuple(dict.fromkeys((*self.links, *mailboxes)))})
        made._values = {each.placeholder: values[each.placeholder] for each in shown}  # noqa: SLF001 - of this class
        return made

    def values(self) -> dict[str, str]:
        """Return placeholder → the personal data behind it. Do not log this.

        JSON leaves it out: a prompt read back from JSON has no values until `with_values` restores them.
        """
        return dict(self._values)

    def with_values(self, values: Mapping[str, str]) -> Self:
        """Return a prompt that was read back from JSON with the values of its placeholders.

        Args:
            values: what `values` of the same prompt returned.

        Raises:
            ArgumentTypeError: `values` is not a mapping of texts.
            ArgumentValueError: its placeholders are not those of this prompt. If they are, nothing tells whether they
                belong to another customer.
        """
        check_values(values, {each.placeholder for each in self.replaced})
        made = self.model_copy()
        made._values = dict(values)  # noqa: SLF001 - of this class
        return made

    def restore(self, answer: str) -> str:
        """Return a model's answer with personal data in place of placeholders; to send it, use `ToneKit.safe_answer`.

        Raises:
            ArgumentTypeError: the answer is not a text.
        """
        if not isinstance(answer, str):
            raise ArgumentTypeError("answer", "a str", answer)
        return restored(answer, self._values)

    def to_openai(self) -> list[dict[str, str]]:
        """Return the messages in OpenAI's chat format."""
        return [{"role": message.role, "content": message.content} for message in self.messages]

    def to_anthropic(self) -> dict[str, Any]:
        """Return `system` and `messages` in Anthropic's Messages format.

        System messages are joined into the top-level field; consecutive messages of one role are merged.
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

        The system messages stay as they are. The draft is fenced as a model's text, whatever it contains.

        Args:
            findings: what `check` found; if there are none, the prompt is returned as it is.
            draft: the draft; needed only for findings that were read back from JSON.

        Raises:
            ArgumentTypeError: `findings` is not a sequence of findings, or the draft is not a text.
            ArgumentValueError: the findings do not carry their draft, and `draft` was not given.
        """
        _check_repair(findings, draft)
        if not findings:
            return self
        about = draft if draft is not None else findings[0].draft
        if about is None:
            raise ArgumentValueError("findings", "do not carry their draft; give it as draft=…")
        again = ChatMessage(role="user", content=repair_request(findings, about, values=self._values))
        size = sum(len(message.content) for message in self.messages)
        # The tokenizer of the toolkit is not at hand; characters per token stay about the same.
        tokens = -(-self.tokens * (size + len(again.content)) // size) if size else self.tokens
        return self.model_copy(update={"messages": (*self.messages, again), "tokens": tokens})


def _check_repair(findings: object, draft: object) -> None:
    if not isinstance(findings, Sequence) or isinstance(findings, str | bytes):
        raise ArgumentTypeError("findings", "a list or a tuple, as `check` returns it", findings)
    for place, each in enumerate(findings):
        if not isinstance(each, Finding):
            raise ArgumentTypeError(f"findings[{place}]", "a Finding", each)
    if draft is not None and not isinstance(draft, str):
        raise ArgumentTypeError("draft", "a str", draft)
