"""Redact the inputs of a prompt: message, thread, record and facts, in one numbering."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ..analysis import LABELS
from ..foreign_text.fencing import visible
from ..incoming import Incoming
from ..message import Customer, Message, Thread
from ..prompt import Prompt, Replaced
from .identifiers.record_names import RecordNames
from .redact import Redactor, Vault

if TYPE_CHECKING:
    from ..rendering.occasion import Occasion
    from ..rendering.renderer import Renderer

FLAG = "personal.redacted"
"""Input that tells a prompt that it holds placeholders, so that it says what they are."""
_FIRST = ("customer.name", "customer.company", "message.subject", "message.text")
"""Numbered first, so that `[NAME_1]` is the customer."""
_AS_THEY_ARE = frozenset(
    {"customer.id", *(f"reading.{dimension}{what}" for dimension in LABELS for what in ("", "_confidence"))}
)
"""Words of tonekit's own, and what no template prints."""
_NUMBERS_READ = ("reading.order_numbers.", "reading.error_codes.")
"""Begin the paths of numbers that were read from the message: the words that said what they are stand there alone."""
_ADDRESS = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
_NO_TEXTS = frozenset({"author", "amount", "currency", "quantity"})
"""Parts of turns and prices that are read as what they are."""

_READ_OF_PROMPT = 4
"""How many times as much of a message is redacted as a prompt shows: placeholders are mostly shorter than values."""


def write_prompt(
    renderer: Renderer,
    name: str,
    occasion: Occasion,
    *,
    redactor: Redactor | None,
    incoming: Incoming,
    customer: Customer | None,
    longest: int,
) -> Prompt:
    """Return a filled prompt, without what identifies a person where there is a redactor.

    Args:
        longest: characters of the message that a prompt shows.

    Raises:
        UnknownNameError, MissingInputError, PromptTooLongError, TemplateError: as `Renderer.prompt`.
    """
    if redactor is None:
        return renderer.prompt(name, occasion)
    first_name = occasion.given.get("customer.first_name")
    called = [first_name] if isinstance(first_name, str) else []
    names = RecordNames(customer, [*called, *_senders(incoming)])
    language = occasion.profile.language
    inputs = redact_inputs(
        redactor,
        occasion.given,
        names=names,
        language=language,
        longest=_READ_OF_PROMPT * longest,
        own=renderer.own,
        figures=renderer.figures,
    )
    if not inputs.replaced:
        return renderer.prompt(name, occasion)
    redacted = replace(occasion, given=inputs.given, converted={})
    trusted = tuple(f"{path}." for path in (*renderer.own, "customer"))
    return renderer.prompt(name, redacted).redacted(
        inputs.replaced, inputs.values, is_own=lambda each: f"{each.part}.".startswith(trusted)
    )


@dataclass(frozen=True, slots=True)
class RedactedInputs:
    """Inputs without what identifies a person.

    Attributes:
        given: the inputs, as `given` was.
        replaced: what was replaced, with the path of the input.
        values: placeholder → what it stands for.
    """

    given: Mapping[str, Any]
    replaced: tuple[Replaced, ...]
    values: Mapping[str, str]


def redact_inputs(
    redactor: Redactor,
    given: Mapping[str, Any],
    *,
    names: RecordNames,
    language: str,
    longest: int,
    own: Container[str] = (),
    figures: Container[str] = (),
) -> RedactedInputs:
    """Return the inputs of a prompt with placeholders.

    Addresses that our own side gives stay as they are, since what a placeholder stands for would not lead there; those
    of customers and models carry data like any other text.

    Args:
        redactor: finds what has to go.
        given: inputs by dotted path, unconverted.
        names: of the record and of the senders.
        language: of the message.
        longest: characters of a text that are read; a prompt shows fewer.
        own: paths of what our own people and programs give.
        figures: paths of dates, amounts and numbers: with a placeholder in it nothing is one any more.
    """
    texts = {
        name: visible(text[:longest])
        for path in dict.fromkeys((*_FIRST, *given))
        if path not in _AS_THEY_ARE and path not in figures and (value := given.get(path))
        for name, text in _texts(path, value)
        if path not in own or not _ADDRESS.fullmatch(text)
    }
    vault = Vault()
    made = redactor.redact_parts(
        texts,
        names=names,
        language=language,
        vault=vault,
        told={name for name in texts if name.startswith(_NUMBERS_READ)},
    )
    replaced = tuple(each for redaction in made.values() for each in redaction.replaced)
    if not replaced:
        return RedactedInputs(given, (), {})
    new = {name: redaction.text for name, redaction in made.items() if redaction.replaced}
    return RedactedInputs(
        {**{path: _with(path, value, new) for path, value in given.items()}, FLAG: True}, replaced, vault.values
    )


def _texts(path: str, value: Any) -> Iterator[tuple[str, str]]:
    """Yield path and text of everything in an input that is one."""
    if isinstance(value, str):
        if value:
            yield path, value
    elif isinstance(value, Mapping):
        for name, each in value.items():
            if name not in _NO_TEXTS:
                yield from _texts(f"{path}.{name}", each)
    elif isinstance(value, Sequence) and not isinstance(value, bytes):
        for index, each in enumerate(value):
            yield from _texts(f"{path}.{index}", each)


def _with(path: str, value: Any, new: Mapping[str, str]) -> Any:
    """Return an input with its new texts."""
    if isinstance(value, str):
        return new.get(path, value)
    if isinstance(value, Mapping):
        return {name: _with(f"{path}.{name}", each, new) for name, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_with(f"{path}.{index}", each, new) for index, each in enumerate(value)]
    return value


def _senders(incoming: Incoming) -> Iterator[str]:
    """Yield the names in the sender lines, customers' first and the newest first: of very many the rest are left."""
    if isinstance(incoming, Thread):
        turns = [turn for turn in reversed(incoming.turns) if turn.message.sender and not turn.private]
        turns.sort(key=lambda turn: turn.author != "customer")
        yield from (turn.message.sender for turn in turns if turn.message.sender)
    elif isinstance(incoming, Message) and incoming.sender:
        yield incoming.sender
