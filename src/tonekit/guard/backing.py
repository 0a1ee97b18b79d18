"""What a draft may rely on, as far as the result tells: read once, however many drafts are checked against it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ..material import Material
from ..mojibake import is_garbled, ungarbled
from ..once import once
from ..result import Result
from .claim import Claim, Kind
from .claims import find_claims
from .ground import Ground, add_leaf, leaves, said_in
from .identifier_forms import bare
from .words import words_of

_PARAGRAPH = " \x00\n\n"
_HELD = frozenset[Kind]({"date", "time", "amount", "reference", "link", "mail", "phone"})
"""Kinds of claims that have to be repeated literally; the rest of a fact may be put into other words."""
_NOTHING = frozenset({Decimal(0)})
"""The key of an amount of nothing."""
_BETWEEN = re.compile(r"[\s>“”„«»\".,!?…]+")
_SIGNS = re.compile(r"[\d@]|www\.|://")
"""Without one of these a text has nothing that has to be repeated literally."""


@dataclass(frozen=True, slots=True)
class Held:
    """What has to be repeated literally from one fact.

    Attributes:
        claims: each with its text.
        amounts: amounts of money.
    """

    claims: tuple[tuple[Claim, str], ...]
    amounts: tuple[Decimal, ...]


class Backing:
    """What a draft may rely on. Each part is computed when it is first asked for; threads may share the object.

    Args:
        material: conversation, customer, company and facts.
        more: further texts to rely on.
    """

    def __init__(self, material: Material, more: list[str] | None = None) -> None:
        self.material = material
        self._more = more or []
        self._said: dict[str, Ground] = {}
        self._held: dict[str, Held] = {}

    @once
    def given(self) -> list[str]:
        """All texts that a draft may rely on: conversation, customer record, company, and the texts of facts."""
        material = self.material
        facts = [str(leaf) for each in self.leaves.values() for leaf in each]
        told = [*material.said(), *material.known()]
        # Whoever read a garbled name or message as it was meant answers with what was meant.
        meant = [ungarbled(each) for each in told if is_garbled(each)]
        return [*told, *meant, *material.company, *facts, *self._more]

    @once
    def leaves(self) -> Mapping[str, list[Any]]:
        """Path of a fact → the texts, numbers and times that it consists of."""
        return {path: list(leaves(value)) for path, value in (self.material.facts or {}).items()}

    @once
    def written(self) -> str:
        """All these texts as one, in lower case; nothing that is searched for spans two of them."""
        return _PARAGRAPH.join(self.given).lower()

    @once
    def signs(self) -> str:
        """The letters and digits of all these texts, one text after the other, as identifiers are compared."""
        return " ".join(map(bare, self.given))

    @once
    def heard(self) -> str:
        """The words of the conversation, with a space around each."""
        return f" {' '.join(map(run_together, self.material.said()))} "

    @once
    def typed(self) -> Ground:
        """The facts that are dates, times and numbers."""
        return self._typed()

    @once
    def ground(self) -> Ground:
        """What a draft may claim."""
        ground = self._typed()
        # One long text is searched faster than many, and a name or signature of letters alone claims nothing.
        silent = {each for each in (*self.material.known(), *self.material.company) if each.replace(" ", "").isalpha()}
        ground.add_text(_PARAGRAPH.join(each for each in self.given if each not in silent))
        return ground

    def _typed(self) -> Ground:
        ground = Ground()
        for each in self.leaves.values():
            for leaf in each:
                add_leaf(ground, leaf)
        return ground

    def held(self, path: str) -> Held:
        """Return what has to be repeated literally from a fact."""
        if path not in self._held:
            facts = self.material.facts or {}
            self._held[path] = _held(facts[path], self.leaves[path])
        return self._held[path]

    def said_by(self, text: str) -> Ground:
        """Return what one of our own texts says."""
        if text not in self._said:
            self._said[text] = said_in(text, find_claims(text, words_of(text)))
        return self._said[text]


def run_together(text: str) -> str:
    """Return the words of a text in lower case with a space between them, as quotations are compared."""
    return _BETWEEN.sub(" ", text.lower()).strip()


def backing_of(result: Result) -> Backing:
    """Return what a draft of the reply may rely on; it is kept with the material of the result."""
    if result.material is None:
        # The facts are no longer known, but reply and prompt were made from them.
        return Backing(Material(result.analysis.text), _written(result))
    # Two threads that ask at the same time compute the same thing twice, and one of the two is kept.
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
    """Yield the claims of one part of a fact that have to be repeated, each with its text."""
    if isinstance(leaf, str) and not _SIGNS.search(leaf):
        return
    ground = Ground()
    if not isinstance(leaf, str) or leaf[:1].isdigit():
        add_leaf(ground, leaf)
    for day in ground.days:
        yield Claim("date", day, 0, 0), ""
    for minutes in ground.keys.get("time", ()):
        yield Claim("time", minutes, 0, 0), ""
    if isinstance(leaf, str) and not ground.days:
        for claim in find_claims(leaf, words_of(leaf)):
            # There are many ways to say that something costs nothing.
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
