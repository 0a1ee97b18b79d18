"""The alternatives of one slot, and which of them are cut most closely to a situation."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Annotated, Any

from pydantic import Field

from ...conditions.condition import PRESENCE, Condition, Situation, is_present
from ...models.frozen_model import FrozenModel

MOST_SITUATIONS = 1024
"""Situations whose answer is kept for a slot; what a slot looks at has a few dozen combinations in practice."""
Words = Annotated[str, Field(pattern=r"\S")]


class Values(dict[str, Any]):
    """Values by name; None for every other name."""

    def __missing__(self, name: str) -> None:
        return None


class PhraseFile(FrozenModel):
    """One alternative.

    Attributes:
        id: its name inside the language.
        text: the words; may print inputs.
        needs: inputs without which it is not eligible.
        when: condition under which it is eligible.
    """

    id: str
    text: Words
    needs: tuple[str, ...] = ()
    when: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A checked alternative; `line` is where its text stands in the file."""

    file: PhraseFile
    when: Condition
    line: int | None

    @property
    def prints(self) -> bool:
        """Whether its text is a template, and not written as it stands."""
        return "{" in self.file.text

    @property
    def closeness(self) -> int:
        """How closely it is cut to a situation: the number of its conditions and needs.

        Of `any_of` the shortest counts: it may be the only one that holds.
        """
        return _conditions(self.when.parts) + len(self.file.needs)


@dataclass(frozen=True, slots=True)
class _Group:
    """Alternatives that are eligible together: a condition that many share is asked once."""

    closeness: int
    needs: tuple[str, ...]
    when: Condition
    phrases: tuple[Phrase, ...]


class Looks:
    """What conditions look at.

    Args:
        values: names whose values count.
        presence: names of which it only counts whether something was observed.
    """

    def __init__(self, values: Collection[str], presence: Collection[str]) -> None:
        self.values = values
        self.presence = presence
        # Asked in one step; the name that is nobody's makes it one even where there is a single other.
        self._values_of = itemgetter("", "", *sorted(values))
        self._present = tuple(sorted(presence))

    def seen(self, values: Values) -> object:
        """Return what they see of the values observed, as a key."""
        if not self._present:
            return self._values_of(values)
        return (self._values_of(values), *[is_present(values[name]) for name in self._present])


class Alternatives:
    """The phrases of a slot. Safe to share between threads.

    Args:
        phrases: in the order of the file.

    Attributes:
        looks_at: what their conditions look at.
        by_values: whether they look at nothing but what was observed, not at how sure that is.
    """

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self._phrases = phrases
        self._groups = _grouped(phrases)
        self._needs = tuple(sorted({need for phrase in phrases for need in phrase.file.needs}))
        asked = [part for phrase in phrases for part in _parts(phrase.when.parts)]
        present = {name for name, _ in asked} - {name for name, wanted in asked if not _is_presence(wanted)}
        self.looks_at = Looks(frozenset({name for name, _ in asked} - present), frozenset(present))
        self.by_values = all(_asks_for_value(name, wanted) for name, wanted in asked)
        self._known: dict[object, Sequence[Phrase]] = {}

    def eligible(
        self, situation: Situation, values: Values, there: Collection[str], *, widen: bool = False
    ) -> Sequence[Phrase]:
        """Return the most closely cut of the eligible phrases, in the order of the file.

        Args:
            situation: verdicts, facts and style.
            values: what was observed in it under each name.
            there: inputs that are there.
            widen: whether the less closely cut are returned too.
        """
        if not self.by_values:
            return self._found(situation, there, widen=widen)
        # All that the conditions of the slot look at: same values, same phrases.
        key = (
            widen,
            self.looks_at.seen(values),
            *[need in there for need in self._needs],
        )
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= MOST_SITUATIONS:
                self._known.clear()
            known = self._known[key] = self._found(situation, there, widen=widen)
        return known

    def _found(self, situation: Situation, there: Collection[str], *, widen: bool) -> Sequence[Phrase]:
        found: list[_Group] = []
        for group in self._groups:
            if found and not widen and group.closeness < found[0].closeness:
                break
            if all(need in there for need in group.needs) and group.when.holds(situation):
                found.append(group)
        eligible = {id(phrase) for group in found for phrase in group.phrases}
        return tuple(phrase for phrase in self._phrases if id(phrase) in eligible)


def _conditions(parts: Mapping[str, Any]) -> int:
    choices = [_conditions(choice) for choice in parts.get("any_of", ())]
    return len(parts.keys() - {"any_of", "min_confidence"}) + min(choices, default=0)


def _grouped(phrases: Sequence[Phrase]) -> tuple[_Group, ...]:
    """Return the alternatives of a slot in groups, the most closely cut first."""
    together: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        together.setdefault(repr((phrase.closeness, phrase.file.needs, phrase.when.parts)), []).append(phrase)
    groups = [_Group(each[0].closeness, each[0].file.needs, each[0].when, tuple(each)) for each in together.values()]
    return tuple(sorted(groups, key=lambda group: -group.closeness))


def _parts(parts: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield name and wanted value of all parts of a condition."""
    for name, wanted in parts.items():
        if name == "any_of":
            for choice in wanted:
                yield from _parts(choice)
        else:
            yield name, wanted


def _is_presence(wanted: Any) -> bool:
    return isinstance(wanted, str) and wanted in PRESENCE


def _asks_for_value(name: str, wanted: Any) -> bool:
    """Return whether a part looks at nothing but what was observed, not at how sure that is."""
    return name != "min_confidence" and not (isinstance(wanted, dict) and "possible" in wanted)
