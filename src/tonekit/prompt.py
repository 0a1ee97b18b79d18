"""The prompt for a model: its messages, and what was left out of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, Self

from pydantic import Field, PrivateAttr

from .argument_errors import ArgumentTypeError, ArgumentValueError
from .deferred import unchecked
from .finding import Finding
from .placeholders import check_values, restored
from .repairing import repair_request
from .shown_model import Brief, ShownModel, brief

Role = Literal["system", "user", "assistant"]


class ChatMessage(ShownModel):
    """One message of a prompt."""

    role: Role
    content: str


class Replaced(ShownModel):
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


class Prompt(ShownModel):
    """A prompt for any chat model.

    Attributes:
        name: the prompt template.
        messages: role and content; roles come only from the template's author.
        template_ref: name, body and hash of everything that made the text.
        tokens: what it takes, by the counter of the toolkit: an estimate, unless a tokenizer counts.
        examples: ids of the examples that it shows.
        notes: what was left out to keep the budget, in sentences.
        links: addresses that the facts gave, which an answer may link to; of mail addresses that are redacted in our
            own facts and in the record, `mailto:` and the placeholder.
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

    @classmethod
    def made_of(cls, fields: dict[str, Any]) -> Self:
        """Return the prompt of all of its fields, in order and unchecked."""
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
        """Return the prompt with what its placeholders stand for; those that it does not show are left out.

        Args:
            replaced: what was replaced in its inputs.
            values: placeholder → what it stands for.
            is_own: whether something stood in an input of our own side, so that an answer may write to its address.
        """
        text = "\n".join(message.content for message in self.messages)
        shown = tuple(each for each in replaced if each.placeholder in text)
        mailboxes = (f"mailto:{each.placeholder}" for each in shown if each.kind == "email" and is_own(each))
        made = self.model_copy(update={"replaced": shown, "links": tuple(dict.fromkeys((*self.links, *mailboxes)))})
        made._values = {each.placeholder: values[each.placeholder] for each in shown}  # noqa: SLF001 - of this class
        return made

    def values(self) -> dict[str, str]:
        """Return placeholder → what it stands for. This is personal data: do not log it.

        It is not part of JSON: a prompt that comes back from JSON has none until `with_values` gives them back.
        """
        return dict(self._values)

    def with_values(self, values: Mapping[str, str]) -> Self:
        """Return the prompt, as it came back from JSON, with what its placeholders stand for.

        Args:
            values: what `values` of the same prompt had returned.

        Raises:
            ArgumentTypeError: it is no mapping of texts.
            ArgumentValueError: it has not the placeholders of this prompt. Those of another customer may be the same.
        """
        check_values(values, {each.placeholder for each in self.replaced})
        made = self.model_copy()
        made._values = dict(values)  # noqa: SLF001 - of this class
        return made

    def restore(self, answer: str) -> str:
        """Return a model's answer with what its placeholders stand for; see `ToneKit.safe_answer` for sending it.

        Raises:
            ArgumentTypeError: the answer is no text.
        """
        if not isinstance(answer, str):
            raise ArgumentTypeError("answer", "a str", answer)
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
            ArgumentTypeError: these are no findings, or the draft is no text.
            ArgumentValueError: it is not known which draft the findings are about.
        """
        _check_repair(findings, draft)
        if not findings:
            return self
        about = draft if draft is not None else findings[0].draft
        if about is None:
            raise ArgumentValueError("findings", "do not carry their draft; give it as draft=…")
        again = ChatMessage(role="user", content=repair_request(findings, about, values=self._values))
        size = sum(len(message.content) for message in self.messages)
        # The counter of the toolkit is not at hand; the same number of characters a token holds well enough.
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
