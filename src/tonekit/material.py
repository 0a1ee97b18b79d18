"""What a draft may rely on: the conversation, the customer record, who answers, and the facts that were given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .message import Customer, Message, Thread


@dataclass(frozen=True, slots=True)
class Material:
    """What a draft may rely on. A result carries it for `check`; it is in neither JSON nor repr.

    Attributes:
        incoming: the message or thread.
        customer: the customer record, or None.
        company: what is known of who answers: name, industry, signature.
        facts: the caller's facts by dotted path.
        required: paths of the facts that the contract of the reply requires.
        untaken: paths of the facts that it does not use.
        worked_out: cache of what checks derive from it, by class.
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
