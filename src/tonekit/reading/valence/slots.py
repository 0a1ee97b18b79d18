"""The words and phrases of a sentence as the valence rules see them: without punctuation, each with its role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .lexicon import Role, ValenceLexicon

REACH = 3
"""How many words a negation or a booster reaches (Hutto & Gilbert 2014: the three words before a word)."""


@dataclass(slots=True)
class Slot:
    """A word, emoticon or phrase of a sentence.

    Attributes:
        start, end: token indexes, end exclusive.
        word: lower case; of a phrase its first word.
        role: what it does to the sentence.
        valence: its valence here; None if it has none or acts as a booster, 0 for the "kind" of "kind of", which
            stays a word of the lexicon.
        clause: number of the clause; words change only words of their own clause.
        capitals: written in capitals.
    """

    start: int
    end: int
    word: str
    role: Role
    valence: float | None
    clause: int
    capitals: bool


def cut_into_slots(tokens: Sequence[str], lexicon: ValenceLexicon) -> list[Slot]:
    """Return the slots of a sentence, in order. Punctuation and emoji take no slot, but may end a clause."""
    words = list(map(str.lower, tokens))
    shouted = True in map(str.isupper, tokens)
    bounded = "clause_bounds" in lexicon.corrections
    bounds, known, openers = lexicon.rules.clause_bounds, lexicon.words, lexicon.phrases
    slots: list[Slot] = []
    clause = end = 0
    for at, word in enumerate(words):
        if at < end:
            continue
        length, role = lexicon.match(words, at) if word in openers else (1, known.get(word) or lexicon.role(word))
        end = at + length
        if word[:1].isalnum() or word in known or any(map(str.isalnum, word)):
            clause += bounded and role.contrasts
            capitals = shouted and all(map(str.isupper, tokens[at:end]))
            slots.append(Slot(at, end, word, role, role.valence, clause, capitals))
        else:
            clause += bounded and not bounds.isdisjoint(word)
    _settle_double_roles(slots, lexicon)
    return slots


def capitals_stand_out(slots: Sequence[Slot], lexicon: ValenceLexicon) -> bool:
    """Return whether some, but not all, words of a sentence are written in capitals."""
    if True not in [slot.capitals for slot in slots]:
        return False
    if "whole_caps" in lexicon.corrections:
        slots = [slot for slot in slots if len(slot.word) > 1 and slot.word.replace("'", "").isalpha()]
    return 0 < sum([slot.capitals for slot in slots]) < len(slots)


def _settle_double_roles(slots: Sequence[Slot], lexicon: ValenceLexicon) -> None:
    """Take the valence off boosters before a word with a valence, and the size of it off English "kind of"."""
    for slot, following in pairwise(slots):
        if slot.role.booster and following.role.valence is not None and following.clause == slot.clause:
            slot.valence = None
        if lexicon.english and (slot.word, following.word) == ("kind", "of") and slot.end - slot.start == 1:
            slot.valence = 0.0
