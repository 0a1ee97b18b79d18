"""Refit one head on labelled messages, and take the new weights only where held-out messages say that they are better.

The pull towards the shipped weights, and whether words of the user's own are counted, is chosen by the log loss on
held-out folds; the gain is then asked of macro-F1. Words are chosen anew in each fold, from the messages that are
trained on: else the score would know the words that it is asked about.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..scores import macro_f1
from .fitting import temperature
from .gain import gain_in_errors
from .log_loss import fall_in_errors, losses, losses_of_shares
from .material import Fitted, Material, refit

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]
    Chosen = NDArray[np.bool_]

PULLS = (100.0, 30.0, 10.0, 3.0)
"""From a nudge to a fit that mostly follows the labels; looser than 3 gains nothing with 1,500 labels."""
FOLDS = 10
FEWER_FOLDS = 5
MANY = 400
"""From this many messages on five folds tell as much, in half the time."""
GAIN = 2.0
"""Standard errors that macro-F1 has to gain. With 1.6, one calibration in fifty on 100 labels cost more than 0.01 on
unseen messages; with 2, one in two hundred (over 17 sets and dimensions)."""
LOSS_GAIN = 1.0
"""Standard errors that the log loss has to fall by: a gain in macro-F1 alone may be luck with few messages. By as much
it has to lie below that of the label shares alone."""
LEAST_OF_LANGUAGE = 50
"""With fewer labels of a language there is no telling what new weights do to it: with 30, one language in twenty lost
on unseen messages by weights that were no worse on held-out folds (docs/calibrate.md)."""


@dataclass(frozen=True)
class LanguageScore:
    """Macro-F1 in one language, held out, and whether the new weights are taken there."""

    labels: int
    before: float
    after: float
    taken: bool


@dataclass(frozen=True)
class Outcome:
    """What calibration found for one dimension.

    Attributes:
        fitted: the new weights, fitted on all messages; None if the shipped ones stay.
        why: what became of it, for people.
        pull: the pull that was chosen.
        scale: what to multiply all weights by for honest probabilities.
        before, after: macro-F1 on held-out messages; `after` is what new weights would score, taken or not.
        loss_before, loss_after: log loss, every class counting alike.
        gain: the gain in macro-F1 by standard errors.
        by_language: the same by language.
        scores: held-out scores of what is taken, message × label.
        grounded: of each message, whether anything counts in it.
    """

    fitted: Fitted | None
    why: str
    pull: float
    scale: float
    before: float
    after: float
    loss_before: float
    loss_after: float
    gain: float
    by_language: dict[str, LanguageScore]
    scores: Matrix
    grounded: Chosen

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which the new weights are taken."""
        return tuple(code for code, score in self.by_language.items() if score.taken)


@dataclass(frozen=True)
class _Option:
    """One way to fit: a pull and a number of words, with its held-out scores."""

    pull: float
    words: int
    scores: Matrix
    grounded: Chosen


def calibrate_head(
    material: Material, *, most_words: int, languages: Sequence[str], done: Callable[[], None] = lambda: None
) -> Outcome:
    """Return what new weights for one head are worth, and the weights where they are worth taking.

    Args:
        material: the labelled messages.
        most_words: how many words of the user's own may be counted.
        languages: the languages that have a pack.
        done: called after each fold.
    """
    options = _held_out(material, most_words, done)
    best = min(options, key=lambda option: float(losses(material, option.scores).mean()))
    outcome = _judged(material, best, languages)
    if not outcome.languages:
        return replace(outcome, scores=material.before(), grounded=material.grounded)
    everything = material.wanted >= 0
    # The stronger pulls lead the search to the same place, faster.
    stronger = [pull for pull in PULLS if pull >= best.pull]
    fitted = refit(material, everything, pulls=stronger, most_words=best.words)[-1]
    return replace(outcome, fitted=fitted)


def folds_of(material: Material) -> Matrix:
    """Return the fold of each message: every language and label is spread evenly over the folds, and copies share one.

    Else a message would be asked about by weights that its copy was fitted into, and any labels could be learnt.
    """
    import numpy as np

    count = FOLDS if len(material.wanted) < MANY else FEWER_FOLDS
    order = sorted(range(len(material.wanted)), key=lambda row: (material.languages[row], material.wanted[row], row))
    place = {group: number for number, group in enumerate(dict.fromkeys(material.groups[row] for row in order))}
    return np.array([place[group] % count for group in material.groups], dtype=int)


def _held_out(material: Material, most_words: int, done: Callable[[], None]) -> list[_Option]:
    """Return the held-out scores of every way to fit."""
    import numpy as np

    folds = folds_of(material)
    counts = (0, most_words) if most_words and material.words else (0,)
    shape = (len(folds), len(material.labels))
    options = [
        _Option(pull, count, np.zeros(shape), np.zeros(len(folds), dtype=bool)) for count in counts for pull in PULLS
    ]
    for fold in range(int(folds.max()) + 1):
        outside = folds == fold
        found = [each for count in counts for each in refit(material, ~outside, pulls=PULLS, most_words=count)]
        for option, fitted in zip(options, found, strict=True):
            option.scores[outside] = fitted.scores[outside]
            option.grounded[outside] = fitted.grounded[outside]
        done()
    return options


def _judged(material: Material, best: _Option, languages: Sequence[str]) -> Outcome:
    scale = round(1 / temperature(best.scores, material.truths, material.labels), 2)
    scores = best.scores * scale
    old, new = material.given(material.before())[0], material.given(scores, best.grounded)[0]
    gain, before = _gain(material, old, new), macro_f1(material.truths, old)
    by_language = _languages(material, old, new, languages)
    taken = {code for code, score in by_language.items() if score.taken}
    mixed = _mixed(material, scores, taken)
    after = _score_of_mixed(material, old, new, taken)
    doubt = _doubt(material, scores, gain)
    if doubt or after <= before:
        by_language = {code: replace(score, taken=False) for code, score in by_language.items()}
        taken, mixed = set(), scores
    if not taken:
        after = macro_f1(material.truths, new)
    return Outcome(
        fitted=None,
        why=_why(before, after, doubt, by_language),
        pull=best.pull,
        scale=scale,
        before=before,
        after=after,
        loss_before=float(losses(material, material.before()).mean()),
        loss_after=float(losses(material, mixed).mean()),
        gain=gain,
        by_language=by_language,
        scores=mixed,
        grounded=best.grounded,
    )


def _gain(material: Material, old: Sequence[str], new: Sequence[str]) -> float:
    """Return the gain by standard errors; copies prove nothing again, so that each text counts once."""
    rows = material.distinct.nonzero()[0].tolist()
    wanted, before, after = ([answers[row] for row in rows] for answers in (material.truths, old, new))
    return gain_in_errors(wanted, before, after)


def _doubt(material: Material, scores: Matrix, gain: float) -> str | None:
    """Return why new weights may be no better, or None if that is unlikely; `{}` stands for the change."""
    single = material.distinct
    shares, shipped, new = (
        each[single]
        for each in (losses_of_shares(material), losses(material, material.before()), losses(material, scores))
    )
    if gain < GAIN:
        return f"new weights may be better by chance alone ({{}}, {gain:.1f} standard errors)"
    if fall_in_errors(shares, new) < LOSS_GAIN:
        return "new weights gain in macro-F1 ({}) but know no more than how often each label is given"
    if fall_in_errors(shipped, new) < LOSS_GAIN:
        return "new weights gain in macro-F1 ({}) but not in log loss, so that it may be luck"
    return None


def _languages(
    material: Material, old: Sequence[str], new: Sequence[str], languages: Sequence[str]
) -> dict[str, LanguageScore]:
    """Return the scores by language; taken is what did not become worse where there are labels enough to tell."""
    scores, wanted, single = {}, material.truths, material.distinct
    for code in sorted(set(material.languages)):
        rows = [row for row, each in enumerate(material.languages) if each == code]
        truths = [wanted[row] for row in rows]
        before, after = (macro_f1(truths, [given[row] for row in rows]) for given in (old, new))
        enough = single[rows].sum() >= LEAST_OF_LANGUAGE and code in languages
        scores[code] = LanguageScore(len(rows), before, after, taken=enough and after >= before)
    return scores


def _score_of_mixed(material: Material, old: Sequence[str], new: Sequence[str], taken: set[str]) -> float:
    """Return the macro-F1 of the new answers in the languages where they are taken, and the old ones in the others."""
    triples = zip(old, new, material.languages, strict=True)
    return macro_f1(material.truths, [after if code in taken else before for before, after, code in triples])


def _mixed(material: Material, scores: Matrix, taken: set[str]) -> Matrix:
    """Return the new scores in the languages where they are taken, and the shipped ones in the others."""
    import numpy as np

    new = np.array([code in taken for code in material.languages])
    mixed: Matrix = np.where(new[:, None], scores, material.before())
    return mixed


def _why(before: float, after: float, doubt: str | None, by_language: dict[str, LanguageScore]) -> str:
    change = f"{before:.3f} to {after:.3f}"
    if any(score.taken for score in by_language.values()):
        # A message or two that look like another language are none that anybody labelled.
        kept = [code for code, score in by_language.items() if not score.taken and score.labels >= LEAST_OF_LANGUAGE]
        rest = f"; the shipped weights stay for {', '.join(kept)}" if kept else ""
        return f"macro-F1 {change} on held-out folds{rest}"
    if after <= before:
        return f"new weights would be no better on held-out folds ({change}); the shipped ones stay"
    if doubt:
        return f"{doubt.format(change)}; the shipped ones stay"
    return f"no language has {LEAST_OF_LANGUAGE} labels, which new weights take ({change}); the shipped ones stay"
