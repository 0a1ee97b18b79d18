"""VADER's rules that are made of English words: no, never so, without doubt, least, idioms."""

from __future__ import annotations

from collections.abc import Sequence

from .lexicon import ValenceLexicon
from .slots import REACH, Slot


def after_denial(slots: Sequence[Slot], at: int, lexicon: ValenceLexicon) -> float:
    """Return the valence of the slot `at`, turned by a "no" before it; a "no" that turns the next word has none."""
    valence = slots[at].valence or 0.0
    if not lexicon.english:
        return valence
    english = lexicon.rules.english
    if _denies(slots, at, at, lexicon) and at + 1 < len(slots) and slots[at + 1].valence is not None:
        valence = 0.0
    linked = at > 0 and slots[at - 1].word in english.denial_links
    reach = (1, 2, 3) if linked else (1, 2)
    if any(_denies(slots, at - distance, at, lexicon) for distance in reach):
        return (slots[at].valence or 0.0) * lexicon.rules.constants.negation_factor
    return valence


def negation_factor(slots: Sequence[Slot], at: int, distance: int, lexicon: ValenceLexicon) -> float:
    """Return what the slot `distance` words before `at` multiplies its valence by; 1 leaves it as it is."""
    constants = lexicon.rules.constants
    if lexicon.english and distance > 1:
        if _is_never_so(slots, at, distance, lexicon):
            return constants.never_so_factor
        if _is_without_doubt(slots, at, distance, lexicon):
            return 1.0
    return constants.negation_factor if slots[at - distance].role.negates else 1.0


def least_factor(slots: Sequence[Slot], at: int, lexicon: ValenceLexicon) -> float:
    """Return the factor of a "least" right before the slot `at`, unless it is "at least" or "very least"."""
    least = lexicon.rules.english.least
    if not lexicon.english or at == 0 or slots[at - 1].word != least.word:
        return 1.0
    if at > 1 and slots[at - 2].word in least.not_after:
        return 1.0
    return lexicon.rules.constants.negation_factor


def after_idioms(valence: float, slots: Sequence[Slot], at: int, lexicon: ValenceLexicon) -> float:
    """Return the valence of the slot `at` as VADER sees phrases around it; `at` is 3 or more."""
    words = [slot.word for slot in slots[at - 3 : at + 3]]
    before = (" ".join(words[:3]), " ".join(words[:2]), " ".join(words[1:3]))
    if lexicon.english:
        idioms = lexicon.rules.english.idioms
        around = (" ".join(words[2:4]), " ".join(words[1:4]), before[2], before[0], before[1])
        valence = next((idioms[phrase] for phrase in around if phrase in idioms), valence)
        for phrase in (" ".join(words[3:5]), " ".join(words[3:6])):
            valence = idioms.get(phrase, valence)
    return valence + sum(lexicon.trailing_boosters.get(phrase, 0.0) for phrase in before)


def _denies(slots: Sequence[Slot], at: int, target: int, lexicon: ValenceLexicon) -> bool:
    # Where the pack lists "no" among its negations, it turns words as any other of them does.
    if at < 0 or slots[at].word != lexicon.rules.english.denial or slots[at].role.negates:
        return False
    return slots[at].role.valence is not None and slots[at].clause == slots[target].clause


def _is_never_so(slots: Sequence[Slot], at: int, distance: int, lexicon: ValenceLexicon) -> bool:
    never_so = lexicon.rules.english.never_so
    if distance == REACH and "never_so" not in lexicon.corrections and slots[at - 1].word in never_so.before:
        return True
    between = slots[at - distance + 1 : at]
    return slots[at - distance].word == never_so.word and any(slot.word in never_so.before for slot in between)


def _is_without_doubt(slots: Sequence[Slot], at: int, distance: int, lexicon: ValenceLexicon) -> bool:
    without_doubt = lexicon.rules.english.without_doubt
    between = slots[at - distance + 1 : at]
    return slots[at - distance].word == without_doubt.word and any(s.word in without_doubt.before for s in between)
