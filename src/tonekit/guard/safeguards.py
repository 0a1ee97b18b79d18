"""Read the safeguards of `tonekit.yaml`: the shipped ones combined with the user's, and checked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from ..conditions.condition import Condition, Situation
from ..conditions.index import ConditionIndex
from ..conditions.reading import read_condition
from ..errors import Problems
from ..files.datafile import DataFile, Place, read_data_file
from ..result import Action
from ..settings import SafeguardFile, Settings
from ..settings_file import shipped_file
from .observed import GUARD_NAMES
from .topics import TopicFinder

NAMED = re.compile(r"\{([^{}]*)\}")
"""`{contact_count}` in a reason stands for what was seen under that name."""


@dataclass(frozen=True, slots=True)
class Safeguard:
    """One checked safeguard."""

    id: str
    when: Condition
    action: Action
    reason: str
    hand_to: str | None = None


@dataclass(frozen=True, slots=True)
class Safeguards:
    """Everything that a decision goes by.

    Attributes:
        each: the safeguards that are on, in the order of the file.
        topics: finds what a person answers.
        amounts: currency → amount up to which a reply may go out unseen; `default` for all others.
        hold_delicate: whether delicate words hold a reply back that would be sent.
    """

    each: tuple[Safeguard, ...]
    topics: TopicFinder
    amounts: Mapping[str, float]
    hold_delicate: bool = True
    _index: ConditionIndex = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_index", ConditionIndex([safeguard.when for safeguard in self.each]))

    def holding(self, seen: Situation) -> list[Safeguard]:
        """Return the safeguards that hold, in order."""
        return [self.each[number] for number in self._index.holding(seen)]


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of `safeguards:`, with the file in which its condition and its other keys stand."""

    said: SafeguardFile
    file: DataFile
    place: Place
    condition: tuple[DataFile, Place]


def read_safeguards(
    settings: Settings, file: DataFile, *, shipped: Path | None = None, replies: Iterable[str] = ()
) -> Safeguards:
    """Return the safeguards of `tonekit.yaml`, with their conditions and reasons checked.

    Args:
        shipped: the `tonekit.yaml` that ships, for `use: "!tonekit.yaml"`.
        replies: names of the reply templates that there are, for `reply_template`; if none are given, any name will do.

    Raises:
        DataFileError: a condition is not valid, a reason names what its condition does not, an id stands twice, an
            entry lacks what it needs, a word of a topic is not a pattern.
    """
    problems = Problems()
    topics = TopicFinder((), file)
    with problems.collecting():
        topics = TopicFinder(settings.topics, file, shipped=shipped)
    known = {**GUARD_NAMES, "topics": topics.names or None, "reply_template": tuple(replies) or None}
    checked: list[Safeguard] = []
    entries: dict[str, _Entry] = {}
    with problems.collecting():
        entries = _entries(settings, file, shipped)
    queues = queues_of(settings, file, shipped=shipped)
    for entry in entries.values():
        with problems.collecting():
            # Of one that is switched off and says nothing else, there is none of that name.
            if entry.said.action != "off" or entry.said.reason is None:
                checked.append(_safeguard(entry, known, queues, entries))
    problems.raise_first()
    return Safeguards(tuple(checked), topics, settings.limits.amounts, settings.hold_delicate)


def _entries(settings: Settings, file: DataFile, shipped: Path | None) -> dict[str, _Entry]:
    """Return the entries by id; one whose id has come in with the shipped ones changes that one, key by key."""
    entries: dict[str, _Entry] = {}
    inherited: set[str] = set()
    for index, each in enumerate(settings.safeguards):
        place: Place = ("safeguards", index)
        if each.use:
            source = shipped_file(file, (*place, "use"), shipped)
            entries |= _entries(source.into(Settings), source, None)
            inherited |= entries.keys()
        elif each.id is None:
            raise file.error("a safeguard needs an id; write id: name", place)
        elif each.id not in entries:
            entries[each.id] = _Entry(each, file, place, (file, (*place, "when")))
        elif each.id in inherited:
            entries[each.id] = _changed(entries[each.id], each, file, place)
            inherited.remove(each.id)
        else:
            raise file.error(f"two safeguards are called '{each.id}'; give one of them another id", (*place, "id"))
    return entries


def queues_of(settings: Settings, file: DataFile, *, shipped: Path | None) -> Mapping[str, str]:
    """Return the queues; those that ship stand behind one's own where safeguards that ship are used."""
    uses = any(each.use for each in settings.safeguards) or "safeguards" in file.inherited
    if shipped is None or not uses:
        return settings.queues
    return {**read_data_file(shipped).into(Settings).queues, **settings.queues}


def _changed(entry: _Entry, change: SafeguardFile, file: DataFile, place: Place) -> _Entry:
    said = entry.said.model_copy(update={name: getattr(change, name) for name in change.model_fields_set})
    condition = (file, (*place, "when")) if "when" in change.model_fields_set else entry.condition
    return _Entry(said, file, place, condition)


def _safeguard(
    entry: _Entry, known: Mapping[str, tuple[str, ...] | None], queues: Mapping[str, str], entries: Mapping[str, _Entry]
) -> Safeguard:
    said = entry.said
    if said.action is None or said.action == "off" or said.reason is None:
        raise entry.file.error(_incomplete(said, entries), entry.place)
    source, place = entry.condition
    when = read_condition(said.when, source, place, known=known)
    known_names = set(when.names())
    for name in [each for each in NAMED.findall(said.reason) if each not in known_names]:
        names = ", ".join(f"{{{each}}}" for each in when.names()) or "nothing in braces"
        raise entry.file.error(f"{{{name}}} is not in the condition; it allows {names}", (*entry.place, "reason"))
    hand_to = queues.get(said.hand_to, said.hand_to) if said.hand_to else None
    return Safeguard(str(said.id), when, said.action, said.reason, hand_to)


_ACTIONS = "an action; it is one of send, approve, escalate and off"


def _incomplete(said: SafeguardFile, entries: Mapping[str, _Entry]) -> str:
    """Return what a safeguard lacks; where its id is nearly that of another, that one was meant to be changed."""
    others = [name for name in entries if name != said.id]
    if close := get_close_matches(str(said.id), others, n=1, cutoff=0.75):
        hint = f"did you mean '{close[0]}'? A new one needs an action and a reason"
        return f"there is no safeguard '{said.id}' to be changed; {hint}"
    if said.action == "off":
        return f"there is no safeguard '{said.id}' to be switched off; there are {', '.join(others) or 'none'}"
    missing = "a reason; write what a colleague has to know" if said.action else _ACTIONS
    return f"the safeguard '{said.id}' needs {missing}"
