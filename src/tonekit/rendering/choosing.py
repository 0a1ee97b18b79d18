"""Which reply template is taken: the first line of `tonekit.yaml` that fits and whose inputs are there."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import takewhile

from ..conditions.condition import Condition, Situation
from ..conditions.index import ConditionIndex
from .contracts.contract import Contract
from .folders.library import TemplateLibrary
from .occasion import Occasion

Why = Callable[[], str]
"""Makes a sentence that says why a line was taken or passed over; few callers ask."""
Line = tuple[str | None, Condition]
"""Template and condition; without a template the line is `reply: none`."""


class ReplyLines:
    """The lines of `replies:`, in the order of the file. Safe to share between threads.

    Args:
        lines: template, or None if no reply is to be written, and condition.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = tuple(lines)
        self._index = ConditionIndex([condition for _, condition in self._lines])

    def __getitem__(self, number: int) -> Line:
        return self._lines[number]

    def only(self, template: str) -> ReplyLines:
        """Return the lines for a template that a caller names: `reply: none` at the head of the file goes before it."""
        head = takewhile(lambda line: line[0] is None, self._lines)
        return ReplyLines((*head, (template, Condition({}))))

    def holding(self, situation: Situation) -> list[int]:
        """Return the places of the lines that fit."""
        return self._index.holding(situation)


@dataclass(frozen=True, slots=True)
class Choice:
    """The outcome.

    Attributes:
        template: the template, or None if no line fits or the one that does is `reply: none`.
        language: the language that it has a body for.
        reasons: what says why, for each line that was looked at.
        hanging: what kept lines before it from being taken whose inputs are there.
        conditions: what the line and its body look at.
    """

    template: str | None
    language: str | None
    reasons: tuple[Why, ...]
    hanging: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()

    @property
    def why(self) -> tuple[str, ...]:
        """A sentence for each line that was looked at; what two lines of one template lack is said once."""
        return tuple(dict.fromkeys(reason() for reason in self.reasons)) or (
            "No line of 'replies' in tonekit.yaml fits.",
        )

    @property
    def depends_on(self) -> tuple[str, ...]:
        """The names that the choice hangs on."""
        names = [*self.hanging, *(name for condition in self.conditions for name in condition.names())]
        return tuple(dict.fromkeys(names))


def choose_reply(
    lines: ReplyLines,
    occasion: Occasion,
    library: TemplateLibrary,
    *,
    language: str,
    fallback: str | None,
    unsure: Collection[str] = (),
) -> Choice:
    """Return the template for this situation.

    Args:
        lines: template and condition, in the order of the file.
        occasion: inputs, situation and style.
        library: the templates.
        language: the language wanted.
        fallback: the language to take where a template has no body in it, or None to refuse.
        unsure: names that are not certain; with them it is looked into which lines they kept from being taken.
    """
    reasons: list[Why] = []
    holding = lines.holding(occasion.situation)
    for number in holding:
        name, condition = lines[number]
        if name is None:
            reasons.append(partial(_stopped, condition, occasion.situation))
            return Choice(None, None, tuple(reasons), conditions=(condition,))
        contract = library.contract("reply", name)
        if contract.lacks(occasion.given, known=occasion.converted):
            reasons.append(partial(_lacking, name, contract, occasion))
            continue
        bodies = library.languages(contract)
        used = language if language in bodies else fallback
        if used is None or used not in bodies:
            reasons.append(partial(_unspoken, name, language))
            continue
        reasons.append(partial(_taken, name, condition, occasion.situation))
        if used != language:
            reasons.append(partial(_fallback, language, used))
        before = [lines[each] for each in range(number) if each not in holding] if unsure else ()
        hanging = tuple(_hanging(before, occasion, library, unsure))
        return Choice(name, used, tuple(reasons), hanging, (condition, *(when for _, when in contract.selection)))
    return Choice(None, None, tuple(reasons))


def _hanging(
    lines: Sequence[Line], occasion: Occasion, library: TemplateLibrary, unsure: Collection[str]
) -> Iterator[str]:
    """Yield what lines look at that do not fit, where something unsure is among it and their inputs are there."""
    for name, condition in lines:
        names = condition.names()
        if set(names).isdisjoint(unsure):
            continue
        if name is None or not library.contract("reply", name).lacks(occasion.given, known=occasion.converted):
            yield from names


def _lacking(name: str, contract: Contract, occasion: Occasion) -> str:
    return f"'{name}' fits, but needs {', '.join(contract.lacking(occasion.given))}."


def _unspoken(name: str, language: str) -> str:
    return f"'{name}' fits, but has no body in '{language}'."


def _fallback(language: str, used: str) -> str:
    return f"It has no body in '{language}'; '{used}' is the fallback language."


def _taken(name: str, condition: Condition, situation: Situation) -> str:
    return f"'{name}' taken: {_because(condition, situation)}."


def _stopped(condition: Condition, situation: Situation) -> str:
    return f"No reply is written: {_because(condition, situation)}."


def _because(condition: Condition, situation: Situation) -> str:
    return ", ".join(condition.because(situation)) or "it fits every message"
