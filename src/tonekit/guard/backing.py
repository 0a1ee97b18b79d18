"""What a draft may lean on, as far as the result alone tells: read once, however many drafts are held against it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ..material import Material
from ..once import once
from ..result import Result
from .calendar import HOURS
from .claim import Claim, Kind
from .claims import find_claims
from .consequences import Consequences
from .fact_parts import add_leaf, leaves
from .ground import Ground, said_in
from .identifier_forms import bare
from .words import words_of

_PARAGRAPH = " \x00\n\n"
_HELD = frozenset[Kind]({"date", "time", "amount", "reference", "link", "mail", "phone"})
"""Kinds of claims that have to be repeated as they are; the rest of a fact may be put in other words."""
_NOTHING = frozenset({Decimal(0)})
"""The key of an amount that is none."""
_BETWEEN = re.compile(r"[\s>“”„«»\".,!?…]+")
_HOURS = {f"{unit}s": hours for unit, hours in HOURS.items()}
"""Last word of the path of a number → the hours of one, as in `appointment.minutes`."""
_UNIT = re.compile(r"[._]")
_PLAIN = re.compile(r"-?\d+\.\d{1,4}")
"""A number for machines: in a draft it is an amount, whose digits are grouped."""
_SIGNS = re.compile(r"[\d@]|www\.|://")
"""Without one of these a text has nothing that has to be repeated as it is."""


@dataclass(frozen=True, slots=True)
class Held:
    """What of one fact has to be repeated as it is.

    Attributes:
        claims: each with its words.
        amounts: amounts of money.
    """

    claims: tuple[tuple[Claim, str], ...]
    amounts: tuple[Decimal, ...]


class Backing:
    """What a draft may lean on. Each part is worked out when it is first asked for; threads may share it.

    Args:
        material: conversation, customer, company and facts.
        more: further texts to lean on.
    """

    def __init__(self, material: Material, more: list[str] | None = None) -> None:
        self.material = material
        self._more = more or []
        self._said: dict[str, Ground] = {}
        self._held: dict[str, Held] = {}

    @once
    def given(self) -> list[str]:
        """Everything written that it may lean on: conversation, customer record, company, and the texts of facts."""
        material = self.material
        facts = [str(leaf) for each in self.leaves.values() for leaf in each]
        return [*material.said(), *material.known(), *material.company, *facts, *self._more]

    @once
    def leaves(self) -> Mapping[str, list[Any]]:
        """Path of a fact → the texts, numbers and times that it is made of."""
        return {path: list(leaves(value)) for path, value in (self.material.facts or {}).items()}

    @once
    def written(self) -> str:
        """All of it as one text, in lower case; nothing that is looked for runs across a paragraph."""
        return _PARAGRAPH.join(self.given).lower()

    @once
    def signs(self) -> str:
        """All of it as letters and digits alone, each text apart, as identifiers are compared."""
        return " ".join(map(bare, self.given))

    @once
    def heard(self) -> str:
        """What was written in the conversation, words alone, with a blank around each."""
        return f" {' '.join(map(run_together, self.material.said()))} "

    @once
    def typed(self) -> Ground:
        """The facts that are dates, times and numbers."""
        return self._typed()

    @once
    def ground(self) -> Ground:
        """What it may claim."""
        ground = self._typed()
        # One text is looked through faster than many, and a name or a signature without a digit claims nothing.
        silent = {each for each in (*self.material.known(), *self.material.company) if each.replace(" ", "").isalpha()}
        ground.add_text(_PARAGRAPH.join(each for each in self.given if each not in silent))
        return ground

    @once
    def consequences(self) -> Consequences:
        """What follows from the figures that it may claim."""
        facts = self.material.facts or {}
        return Consequences(self.ground, [amount for value in facts.values() for amount in _amounts(value)])

    def _typed(self) -> Ground:
        ground = Ground()
        for path, each in self.leaves.items():
            value = (self.material.facts or {})[path]
            if isinstance(value, list | tuple):
                ground.numbers.add(Decimal(len(value)))
            unit = _HOURS.get(_UNIT.split(path)[-1], 0)
            for leaf in each:
                add_leaf(ground, leaf)
                if unit and isinstance(leaf, int | float | Decimal):
                    ground.add_claims([Claim("length", round(float(leaf) * unit, 2), 0, 0)])
        return ground

    def held(self, path: str) -> Held:
        """Return what of a fact has to be repeated."""
        if path not in self._held:
            facts = self.material.facts or {}
            self._held[path] = _held(facts[path], self.leaves[path])
        return self._held[path]

    def said_by(self, text: str) -> Ground:
        """Return what a text of the house says."""
        if text not in self._said:
            self._said[text] = said_in(text, find_claims(text, words_of(text)))
        return self._said[text]


def run_together(text: str) -> str:
    """Return the words of a text in lower case with a blank between them, as quotations are compared."""
    return _BETWEEN.sub(" ", text.lower()).strip()


def backing_of(result: Result) -> Backing:
    """Return what a draft of the reply may lean on; it stays with the material of the result."""
    if result.material is None:
        # The facts are not known any more, but reply and prompt were made of them.
        return Backing(Material(result.analysis.text), _written(result))
    # Two threads that ask at once make the same thing twice, and one of them stays.
    kept = result.material.worked_out
    backing: Backing = kept.get(Backing) or kept.setdefault(Backing, Backing(result.material))
    return backing


def _written(result: Result) -> list[str]:
    reply = [result.reply.text] if result.reply else []
    return reply + [each.content for each in result.prompt.messages if each.role == "user"] if result.prompt else reply


def _held(value: Any, parts: list[Any]) -> Held:
    claims = tuple([claim for leaf in parts for claim in _claims_of(leaf)])
    return Held(claims, tuple(_amounts(value)))


def _claims_of(leaf: Any) -> Iterator[tuple[Claim, str]]:
    """Yield the claims of one part of a fact that have to be repeated, each with its words."""
    if isinstance(leaf, str) and (not _SIGNS.search(leaf) or _PLAIN.fullmatch(leaf)):
        return
    ground = Ground()
    if not isinstance(leaf, str) or leaf[:1].isdigit():
        add_leaf(ground, leaf)
    for day in ground.days:
        yield Claim("date", day, 0, 0), ""
    for minutes in ground.keys.get("time", ()):
        yield Claim("time", frozenset({minutes}), 0, 0), ""
    if isinstance(leaf, str) and not ground.days:
        for claim in find_claims(leaf, words_of(leaf)):
            # That something costs nothing may be said in many ways.
            if claim.kind in _HELD and claim.key != _NOTHING and claim.stance != "refused":
                yield claim, leaf[claim.start : claim.end]


def _amounts(value: Any) -> Iterator[Decimal]:
    """Yield the amounts of money of a fact: mappings of amount and currency."""
    if isinstance(value, list | tuple):
        for each in value:
            yield from _amounts(each)
    elif isinstance(value, Mapping):
        for name, each in value.items():
            if name == "amount":
                with suppress(ArithmeticError):
                    yield Decimal(str(each)).normalize()
            else:
                yield from _amounts(each)
