"""One mail of a pile, and one that cannot be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..stated_facts import AutomaticKind


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail with what the helpdesk knows about it; everything but the text may be unknown.

    Attributes:
        text: what the sender wrote, plain text or HTML.
        id: names it in exports: the id of its row, else its place in the file.
        sent: the day it was sent.
        sender: key, name or address of the customer.
        customer_type: the helpdesk's own class of customers, such as `private`.
        handling_minutes: the time it took to answer.
        follow_up: whether a further contact was needed.
        automatic: of what kind it is where a program sent it, by its headers or its subject line.
        unreadable: roles of cells that are filled but cannot be read, such as `date`.
    """

    text: str
    id: str
    sent: date | None = None
    sender: str | None = None
    customer_type: str | None = None
    handling_minutes: float | None = None
    follow_up: bool | None = None
    automatic: AutomaticKind | None = None
    unreadable: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BrokenMail:
    """A mail that cannot be read.

    Attributes:
        place: where it stands, such as `line 12` or the name of its file.
        problem: what is wrong, the same words for the same kind of damage, so that it can be counted.
    """

    place: str
    problem: str
