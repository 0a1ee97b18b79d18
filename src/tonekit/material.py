"""What a draft may lean on: what came in, what is known of the customer, who answers, the facts that were given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .message import Customer, Message, Thread


@dataclass(frozen=True, slots=True)
class Material:
    """What a draft may lean on. A result carries it for `check`; it stands in no JSON and no repr.

    Attributes:
        incoming: the message or thread.
        customer: the customer record, or None.
        company: what is known of who answers: name, industry, signature.
        facts: the caller's facts by dotted path.
        required: paths of those that the contract of the reply requires.
        untaken: paths of those that it does not take.
        worked_out: what those that read it keep for the next time, by their class.
    """

    incoming: str | Message | Thread
    customer: Customer | None = None
    company: tuple[str, ...] = ()
    facts: Mapping[str, Any] | None = None
    required: frozenset[str] = frozenset()
    untaken: frozenset[str] = frozenset()
    worked_out: dict[type, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def said(self) -> list[str]:
        """Return what was written in the conversation: text and subject of each public turn."""
        if isinstance(self.incoming, str):
            return [self.incoming]
        if isinstance(self.incoming, Message):
            return _parts(self.incoming)
        return [part for turn in self.incoming.turns if not turn.private for part in _parts(turn.message)]

    def known(self) -> list[str]:
        """Return what the customer record says."""
        return [str(value) for _, value in self.customer or () if value is not None]


def _parts(message: Message) -> list[str]:
    return [part for part in (message.text, message.subject, message.sender) if part]
