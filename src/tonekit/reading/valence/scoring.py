"""The valence of a sentence: VADER's rules on tokens, in one pass, for every language that has a pack.

Source of the rules: Hutto, C. J. & Gilbert, E. (2014), VADER: A Parsimonious Rule-based Model for Sentiment Analysis
of Social Media Text, ICWSM-14. Departures are named in `CORRECTIONS`.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from .english import after_denial, after_idioms, least_factor, negation_factor
from .lexicon import ValenceLexicon
from .rules import ALL_CORRECTIONS, CORRECTIONS
from .slots import REACH, Slot, capitals_stand_out, cut_into_slots

__all__ = ["ALL_CORRECTIONS", "CORRECTIONS", "SentenceValence", "ValenceLexicon", "ValenceTerm", "score_sentence"]


@dataclass(frozen=True, slots=True)
class ValenceTerm:
    """A word that took part in the sum: index of its token (a phrase: of its first), valence after all rules."""

    index: int
    valence: float


@dataclass(frozen=True, slots=True)
class SentenceValence:
    """How a sentence feels.

    Attributes:
        compound: −1 to 1: sum / √(sum² + 15) over `positive + negative` (Hutto & Gilbert 2014).
        positive: sum of the terms above 0, with the emphasis of `!` and `?` where the sentence is positive.
        negative: sum of the terms below 0, with the emphasis where the sentence is negative; 0 or less.
        terms: the words behind the sums, in order.
    """

    compound: float
    positive: float
    negative: float
    terms: tuple[ValenceTerm, ...]


def score_sentence(tokens: Sequence[str], lexicon: ValenceLexicon, *, vetoed: Collection[int] = ()) -> SentenceValence:
    """Return the valence of one sentence. Linear in the number of tokens; raises for no list of strings.

    Args:
        tokens: the sentence in its own case, punctuation apart, contractions whole, apostrophes straight.
        lexicon: the words of the sentence's language.
        vetoed: token indexes under a sarcasm cue; good words there do not count.
    """
    terms = tuple(valence_terms(tokens, lexicon, vetoed=vetoed))
    positive = math.fsum(term.valence for term in terms if term.valence > 0)
    negative = math.fsum(term.valence for term in terms if term.valence < 0)
    if positive + negative > 0:
        positive += _emphasis(tokens, lexicon)
    elif positive + negative < 0:
        negative -= _emphasis(tokens, lexicon)
    total = positive + negative
    compound = total / math.sqrt(total * total + lexicon.rules.constants.alpha)
    return SentenceValence(compound=compound, positive=positive, negative=negative, terms=terms)


def valence_terms(
    tokens: Sequence[str], lexicon: ValenceLexicon, *, vetoed: Collection[int] = ()
) -> Iterator[ValenceTerm]:
    """Yield the words behind the sums of a sentence, in order; the arguments are those of `score_sentence`."""
    dropped = frozenset(vetoed) if "sarcasm_veto" in lexicon.corrections else frozenset()
    slots = cut_into_slots(tokens, lexicon)
    loud = capitals_stand_out(slots, lexicon)
    turn = _contrast_place(slots, lexicon)
    for at, slot in enumerate(slots):
        if not slot.valence:
            continue
        valence = _after_rules(slots, at, lexicon, loud=loud) * _contrast_factor(at, turn, lexicon)
        if valence > 0 and not dropped.isdisjoint(range(slot.start, slot.end)):
            continue
        if valence:
            yield ValenceTerm(index=slot.start, valence=valence)


def _after_rules(slots: Sequence[Slot], at: int, lexicon: ValenceLexicon, *, loud: bool) -> float:
    """Return the valence of the slot `at` after everything that its neighbours do to it, in VADER's order."""
    slot = slots[at]
    valence = after_denial(slots, at, lexicon)
    if loud and slot.capitals:
        valence += _away_from_zero(valence, lexicon.rules.constants.capitals_step)
    for distance in range(1, min(REACH, at) + 1):
        modifier = slots[at - distance]
        if modifier.clause != slot.clause:
            break
        if modifier.valence is not None:
            continue
        valence += _boost(modifier, valence, lexicon, loud=loud) * _weight(distance, lexicon)
        valence *= negation_factor(slots, at, distance, lexicon)
        if distance == REACH and "phrases_as_words" not in lexicon.corrections:
            valence = after_idioms(valence, slots, at, lexicon)
    valence *= least_factor(slots, at, lexicon)
    return valence * _postposed_factor(slots, at, valence, lexicon)


def _weight(distance: int, lexicon: ValenceLexicon) -> float:
    return lexicon.rules.constants.distance_weights[distance - 1]


def _boost(modifier: Slot, valence: float, lexicon: ValenceLexicon, *, loud: bool) -> float:
    boost = modifier.role.booster
    if not boost:
        return 0.0
    if valence < 0:
        boost = -boost
    if loud and modifier.capitals:
        boost += _away_from_zero(valence, lexicon.rules.constants.capitals_step)
    return boost


def _away_from_zero(valence: float, step: float) -> float:
    return step if valence > 0 else -step


def _postposed_factor(slots: Sequence[Slot], at: int, valence: float, lexicon: ValenceLexicon) -> float:
    """Return the factor of a negation behind a good word: "gefällt mir nicht", but not "gut, nicht schlecht"."""
    follows = lexicon.language_rules.postposed_negation and "postposed_negation" in lexicon.corrections
    if not follows or valence <= 0 or (slots[at].valence or 0) <= 0:
        return 1.0
    for place in range(at + 1, min(at + REACH + 1, len(slots))):
        slot = slots[place]
        if slot.clause != slots[at].clause or (slot.valence or 0) > 0:
            break
        if slot.role.negates:
            turns = not _has_bad_target(slots, place)
            return lexicon.rules.constants.negation_factor if turns else 1.0
    return 1.0


def _has_bad_target(slots: Sequence[Slot], negation: int) -> bool:
    reached = slots[negation + 1 : negation + REACH + 1]
    return any(slot.clause == slots[negation].clause and (slot.valence or 0) < 0 for slot in reached)


def _contrast_place(slots: Sequence[Slot], lexicon: ValenceLexicon) -> int | None:
    """Return the slot of the contrast word that decides; one at the very end ("great though") has nothing to weigh."""
    places = [at for at, slot in enumerate(slots) if slot.role.contrasts]
    if "contrast_rule" not in lexicon.corrections:
        return places[0] if places else None
    return next((at for at in reversed(places) if at < len(slots) - 1), None)


def _contrast_factor(at: int, turn: int | None, lexicon: ValenceLexicon) -> float:
    constants = lexicon.rules.constants
    if turn is None or at == turn:
        return 1.0
    return constants.before_contrast if at < turn else constants.after_contrast


def _emphasis(tokens: Sequence[str], lexicon: ValenceLexicon) -> float:
    constants = lexicon.rules.constants
    written = "".join(tokens)
    exclamations, questions = written.count("!"), written.count("?")
    emphasis = min(exclamations, constants.exclamation_most) * constants.exclamation_step
    if questions > constants.question_steps_most:
        return emphasis + constants.question_most
    return emphasis + (questions * constants.question_step if questions > 1 else 0.0)
