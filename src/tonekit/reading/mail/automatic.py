"""Did a program send this? Absence notices, bounces and newsletters: told by headers or subject line.

The text decides nothing: people quote notices, and tell of their holidays in the same words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from ...analysis import Analysis
from ...files.datafile import read_data_file
from ...incoming import Incoming, answered_turns, as_message
from ...message import Message, Thread
from ...models.frozen_model import FrozenModel
from ...stated_facts import Automatic, AutomaticKind

RULES = Path(__file__).with_name("automatic.yaml")
_BULK = frozenset({"bulk", "list", "junk"})
_NOTHING = frozenset({"", "no", "false", "0"})


class _Subjects(FrozenModel):
    alone: tuple[str, ...]
    begins: tuple[str, ...]


class _Rules(FrozenModel):
    subjects: Mapping[AutomaticKind, _Subjects]


@lru_cache(maxsize=1)
def _rules() -> _Rules:
    return read_data_file(RULES).into(_Rules)


def with_automatic(analysis: Analysis, incoming: Incoming) -> Analysis:
    """Return the analysis with what says that a program sent the message; as it is where a person wrote it.

    Of the turns that a reply answers all have to be of a program: no absence notice hides the complaint before it.
    """
    turns = (
        [turn.message for turn in answered_turns(incoming)] if isinstance(incoming, Thread) else [as_message(incoming)]
    )
    found = [automatic_in(message) for message in turns]
    if not found or None in found:
        return analysis
    return analysis.model_copy(update={"facts": analysis.facts.model_copy(update={"automatic": found[-1]})})


def automatic_in(message: Message) -> Automatic | None:
    """Return what says that a program sent a message: its headers before its subject line."""
    by_header = next(_in_headers(message), None)
    return by_header or _in_subject(message.subject or "")


def _in_headers(message: Message) -> Iterator[Automatic]:
    # Whatever was given, a message keeps pairs.
    for name, value in message.headers:
        if kind := kind_by(name, value):
            yield Automatic(kind=kind, text=f"{name.strip()}: {' '.join(value.split())}", place="header")


def kind_by(name: str, value: str) -> AutomaticKind | None:
    """Return what a header says of who sent the mail, or None (RFC 3834, RFC 3464, RFC 2919, RFC 2369).

    Args:
        name, value: as they stand in the mail, in whatever letters.
    """
    tell = _TELLING.get(name.strip().lower())
    return tell("".join(value.lower().split())) if tell else None


def _of_report(value: str) -> AutomaticKind | None:
    if not value.startswith("multipart/report"):
        return None
    # Confirmations of reading are reports too.
    return "reply" if "disposition-notification" in value else "bounce"


def _of_submission(value: str) -> AutomaticKind | None:
    if value in _NOTHING or value.startswith("no;"):
        return None
    return "reply" if value.startswith("auto-replied") else "bulk"


def _of_precedence(value: str) -> AutomaticKind | None:
    return "bulk" if value in _BULK else "reply" if value == "auto_reply" else None


def _of_responder(value: str) -> AutomaticKind | None:
    return None if value in _NOTHING else "reply"


def _of_list(value: str) -> AutomaticKind | None:
    return "bulk" if value else None


_TELLING: Mapping[str, Callable[[str], AutomaticKind | None]] = {
    "content-type": _of_report,
    "auto-submitted": _of_submission,
    **dict.fromkeys(("x-autoreply", "x-autorespond", "x-autoresponder"), _of_responder),
    "return-path": lambda value: "reply" if value == "<>" else None,
    "precedence": _of_precedence,
    **dict.fromkeys(("list-id", "list-unsubscribe"), _of_list),
}
"""Headers that are looked at, those that tell most exactly first."""
TELLING_HEADERS = tuple(_TELLING)


def _in_subject(subject: str) -> Automatic | None:
    said = " ".join(subject.lower().split())
    for kind, forms in _rules().subjects.items() if said else ():
        for form in forms.begins:
            if said.startswith(form):
                return Automatic(kind=kind, text=subject.strip()[: len(form)].rstrip(": "), place="subject")
        for form in forms.alone:
            if said.startswith(form) and said[len(form) :].lstrip(" !.")[:1] in ("", ":"):
                return Automatic(kind=kind, text=subject.strip()[: len(form)], place="subject")
    return None
