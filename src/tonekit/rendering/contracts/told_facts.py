"""The facts that a prompt tells beside those it declares: every one that the contract of a reply declares, by its name.

Whoever adds a reply with facts of its own need not touch the prompts: what a model has to convey, and is held to later,
is what the contracts of the replies say can be given.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, NamedTuple

from ...errors import TemplateError
from ..environment import Inert
from ..figures import in_language
from ..occasion import Occasion
from .contract import FIGURES, OWN, Contract, Step
from .inputs import FILLED
from .values import InputType, Section, Settled, Text, Trust

NAME = "facts"
"""The input of a prompt that tonekit fills with them."""
_NOT_TOLD = frozenset({"examples", NAME})
"""Types of what tonekit fills from files and from facts."""
_LINE, _BLOCK = (Text.of(form, "system") for form in ("line", "block"))
_LEAST_TRUSTED_FIRST: Sequence[Trust] = ("customer", "model", "agent", "system")


class Declaration(NamedTuple):
    """How one reply declares a fact."""

    contract: Contract
    step: Step


class ToldFact(NamedTuple):
    """A fact of one prompt.

    Attributes:
        section: as templates see it: `path`, `label`, the `value` written in the language of the reply, and its `form`,
            `line` or `block`.
        given: its converted value.
        own: whether our own people or programs give it.
    """

    section: Section
    given: Any
    own: bool


@dataclass(frozen=True, slots=True)
class _Known:
    """A fact that can be given: how it is named, and its declarations, the least trusted first."""

    path: Settled
    label: Settled
    declarations: tuple[Declaration, ...]


class ToldFacts:
    """Finds the facts of a prompt. Safe to share between threads.

    Args:
        contracts: of all templates.
        inert: what makes a text inert in prompts.
    """

    def __init__(self, contracts: Iterable[Contract], inert: Inert) -> None:
        declared: dict[str, list[Declaration]] = {}
        for contract in contracts:
            if contract.file.kind == "reply":
                for step in (each for each in contract.plan.values() if can_be_told(each.path, each.type)):
                    declared.setdefault(step.path, []).append(Declaration(contract, step))
        self._known = {path: _known(path, each, inert) for path, each in declared.items()}

    def labels(self) -> list[str]:
        """Return path and label of all facts that can be told."""
        return [f"{each.path} {each.label}" for each in self._known.values()]

    def of(self, contract: Contract, occasion: Occasion, language: str) -> list[ToldFact]:
        """Return the facts given that the contract of a prompt does not declare itself, in the order given.

        Raises:
            TemplateError: one fits the type of no reply that declares it.
        """
        declared = contract.plan
        if NAME not in declared:
            return []
        paths = [path for path in occasion.given if path in self._known and path not in declared]
        told = (self._told(self._known[path], occasion, language) for path in paths)
        return [each for each in told if each is not None]

    def _told(self, known: _Known, occasion: Occasion, language: str) -> ToldFact | None:
        step, value = _converted(known, occasion)
        if value is None:
            return None
        own = step.trust in OWN
        # Whoever hands over earlier turns, they are others' words.
        trust = "model" if own and step.type == "turns" else step.trust
        form, shown = _shown(in_language(value, language) if step.type in FIGURES else value, trust)
        section = Section("fact", {"path": known.path, "label": known.label, "form": form, "value": shown})
        return ToldFact(section, value, own)


def can_be_told(path: str, kind: InputType) -> bool:
    """Return whether an input of a reply is a fact that prompts tell, rather than something that tonekit fills."""
    return not (path in FILLED or path.startswith("customer.") or kind in _NOT_TOLD)


def path_in_words(path: str) -> str:
    """Return what a prompt calls a fact that has no label."""
    return path.replace(".", " ").replace("_", " ")


def _known(path: str, declarations: Sequence[Declaration], inert: Inert) -> _Known:
    # Where replies disagree on who writes a fact, the least trusted of them counts.
    ordered = sorted(declarations, key=lambda each: _LEAST_TRUSTED_FIRST.index(each.step.trust))
    labels = {contract.file.inputs[path].label for contract, _ in declarations}
    # What one reply calls it would mislead where another uses the name for something else.
    named = labels.pop() if len(labels) == 1 else ""
    label = named or path_in_words(path)
    return _Known(_settled(path, inert), _settled(label, inert), tuple(ordered))


def _settled(text: str, inert: Inert) -> Settled:
    line = Text.of(text, "system")
    return Settled.of_shown(line, inert(line))


def _converted(known: _Known, occasion: Occasion) -> tuple[Step, Any]:
    """Return a fact as the first declaration whose type it fits: two replies may give one name to different things."""

    def value(contract: Contract, step: Step) -> Any:
        return contract.taken({step.path: occasion.given[step.path]}, contract.plan, occasion.converted).get(step.path)

    *others, last = known.declarations
    for each in others:
        with suppress(TemplateError):
            return each.step, value(*each)
    return last.step, value(*last)


def _shown(value: Any, trust: Trust) -> tuple[Text, Text]:
    """Return the form of a value, `line` or `block`, and the value as one text."""
    if isinstance(value, list):
        return _BLOCK, Text.of("\n".join(f"  - {_word(each)}" for each in value), trust, lines=True)
    if not isinstance(value, Text):
        return _LINE, Text.of(_word(value), "system")
    return _BLOCK if value.lines and (trust not in OWN or "\n" in value) else _LINE, value


def _word(value: Any) -> str:
    """Return what a value, or one of a list, says in a line."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return _entry(value) if isinstance(value, Section) else str(getattr(value, "written", value))


def _entry(entry: Section) -> str:
    """Return a link, a turn or a priced item in a line."""
    if "url" in entry:
        return f"{entry['text']}: {entry['url']}"
    if "author" in entry:
        return f"{entry['author']}: {entry['text']}"
    quantity = f"{_word(entry['quantity'])} × " if "quantity" in entry else ""
    prices = [f"{entry['each']} each"] if "each" in entry else []
    prices += [str(entry["price"])] if "price" in entry else []
    return f"{quantity}{entry['text']}: {', '.join(prices)}"
