"""What a draft may rely on, as far as the result tells: read once, however many drafts are checked against it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from ...foreign_text.mojibake import is_garbled, ungarbled
from ...loading.once import once
from ...material import Material
from ...message import Thread
from ...result import Result
from ..claims.claim import Claim, Day
from ..claims.claims import find_claims
from ..days.calendar import HOURS
from ..days.lengths import in_hours
from ..identifiers.identifier_forms import bare, phone_key
from ..wording.words import words_of
from .consequences import FOLLOWING, Consequences
from .fact_parts import Part, add_leaf, amounts_of, parts_of
from .ground import Ground, said_in

_PARAGRAPH = " \x00\n\n"
_BETWEEN = re.compile(r"[\s>“”„«»\".,!?…]+")
_NO_DIGITS = re.compile(r"\D+")
_BY_SIGNS = frozenset({"phone", "reference", "iban", "card"})
"""Kinds of claims that are compared by their letters and digits alone."""
_HOURS = {f"{unit}s": hours for unit, hours in HOURS.items()}
"""Last word of the path of a number → the hours of one, as in `appointment.minutes`."""
_ALL = Decimal(100)
_REFUND = "refund"
_COUNTED = ("steps", "items")
_UNIT = re.compile(r"[._]")


class Backing:
    """What a draft may rely on. Each part is computed when it is first asked for; threads may share the object.

    Args:
        more: further texts to rely on.
    """

    def __init__(self, material: Material, more: list[str] | None = None) -> None:
        self.material = material
        self._more = more or []
        self._said: dict[str, Ground] = {}

    @once
    def given(self) -> list[str]:
        """All texts that a draft may rely on: conversation, customer record, company, and the texts of facts."""
        material = self.material
        facts = [part.text for each in self.parts.values() for part in each]
        told = [*material.said(), *material.known()]
        # Whoever read a garbled name or message as it was meant answers with what was meant.
        meant = [ungarbled(each) for each in told if is_garbled(each)]
        return [*told, *meant, *material.company, *facts, *self._more]

    @once
    def _granting(self) -> list[str]:
        """The texts of the firm: what a customer asks for nobody has given yet."""
        incoming = self.material.incoming
        turns = incoming.turns if isinstance(incoming, Thread) else ()
        own = [turn.message.text for turn in turns if turn.author != "customer" and not turn.private]
        facts = [part.text for each in self.parts.values() for part in each]
        return [*own, *self.material.known(), *self.material.company, *facts, *self._more]

    @once
    def parts(self) -> Mapping[str, list[Part]]:
        """Path of a fact → the texts, numbers and times that it consists of."""
        return {path: parts_of(value) for path, value in (self.material.facts or {}).items()}

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
        ground.granting = self._granting
        # One long text is searched faster than many, and a name or signature of letters alone claims nothing.
        silent = {each for each in (*self.material.known(), *self.material.company) if each.replace(" ", "").isalpha()}
        ground.add_text(_PARAGRAPH.join(each for each in self.given if each not in silent))
        return ground

    @once
    def consequences(self) -> Consequences:
        """What follows from the figures that a draft may claim."""
        facts = self.material.facts or {}
        amounts = [amount for value in facts.values() for amount in amounts_of(value)]
        return Consequences(self.ground, amounts, appointed=self._appointed)

    def _appointed(self) -> Iterator[Day]:
        """Yield the days among the facts, those in their texts too."""
        yield from self.typed.days
        told = (claim for parts in self.parts.values() for part in parts for claim, _ in part.figures)
        yield from (claim.key for claim in told if claim.kind == "date")

    @once
    def weekdays(self) -> set[int]:
        """The weekdays that the facts name without a date, 0 (Monday) to 6; the customer may have told of past ones."""
        texts = [part.text for parts in self.parts.values() for part in parts]
        claims = [claim for text in texts for claim in find_claims(text, words_of(text))]
        dated = any(claim.kind == "date" for claim in claims)
        return set() if dated else {claim.key for claim in claims if claim.kind == "weekday"}

    @once
    def pays_all(self) -> bool:
        """Whether the facts pay back an amount that the customer named: then it is paid back in full."""
        return bool(self.refunded) and any(
            not self.refunded.isdisjoint(self.said_by(each).amounts) for each in self.material.said()
        )

    @once
    def refunded(self) -> set[Decimal]:
        """The amounts that the facts pay back."""
        facts = self.material.facts or {}
        return {each for path, value in facts.items() if _REFUND in path for each in amounts_of(value)}

    def _typed(self) -> Ground:
        ground = Ground()
        for path, value in (self.material.facts or {}).items():
            # How many steps or items there are may be said; nobody counts details.
            if isinstance(value, list | tuple) and path.endswith(_COUNTED):
                ground.numbers.add(Decimal(len(value)))
            hours = _HOURS.get(_UNIT.split(path)[-1], 0)
            for part in self.parts[path]:
                add_leaf(ground, part.value)
                if hours and isinstance(part.value, int | float | Decimal):
                    ground.add_claims([Claim("length", in_hours(float(part.value) * hours), 0, 0)])
        return ground

    @once
    def _digits(self) -> str:
        return _NO_DIGITS.sub("", self.signs)

    def supports(self, claim: Claim, text: str) -> bool:
        """Return whether a claim, written as `text`, may be made."""
        # Most claims are a fact as it was given; to read all that was written takes longer than to search it.
        if self.typed.supports(claim, text) or (self.may_name(claim, text) and self.ground.supports(claim, text)):
            return True
        if claim.kind == "percentage":
            return _ALL in claim.key and self.pays_all
        return claim.kind in FOLLOWING and self.consequences.hold(claim)

    def may_name(self, claim: Claim, text: str) -> bool:
        """Return whether what is written may name a link, an address or a number: its signs stand there in a row."""
        if claim.kind in ("link", "mail"):
            return claim.key.lower() in self.written
        if claim.kind in _BY_SIGNS:
            return bare(text) in self.signs or phone_key(text) in self._digits
        return True

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
    material = result.material
    if material is None:
        # The facts are no longer known, but reply and prompt were made from them.
        return Backing(Material(result.analysis.text), _written(result))
    # Two threads that ask at the same time compute the same thing twice, and one of the two is kept.
    kept = material.worked_out
    backing: Backing = kept.get(Backing) or kept.setdefault(Backing, Backing(material))
    return backing


def _written(result: Result) -> list[str]:
    reply = [result.reply.text] if result.reply else []
    if result.prompt is None:
        return reply
    # With what its placeholders stand for, where that was given back: whoever wrote a name may be called by it.
    shown = [result.prompt.restore(each.content) for each in result.prompt.messages if each.role == "user"]
    return reply + shown + list(result.prompt.values().values())
