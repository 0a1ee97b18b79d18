"""From a calibration to the file of it: the rows that differ from the shipped weights, and the record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from ...reading.heads.additive_heads import Head
from ...reading.heads.calibrated import (
    BeforeAfter,
    CalibratedFile,
    DimensionPart,
    LanguageRecord,
    Origin,
    PrecisionRecord,
    shipped_hashes,
)
from ...reading.heads.head_file import BIAS, Weights
from .material import Fitted
from .on_labels import Calibration
from .one_head import Outcome
from .threshold import Chosen

PLACES = 2
"""Decimal places of weights; what rounds to the shipped weight is left out."""


def calibrated_file(calibration: Calibration, *, labelled: str, date: date) -> CalibratedFile:
    """Return what is kept of a calibration.

    Args:
        calibration: what was found.
        labelled: name of the file of labelled messages.
        date: the day.
    """
    weights, ruleset = shipped_hashes()
    found = {name: _part(name, calibration) for name in calibration.outcomes}
    refused = {
        name: DimensionPart(refitted=False, why=why, labels=calibration.labels[name])
        for name, why in calibration.refused.items()
    }
    return CalibratedFile(
        calibration=Origin(
            date=date,
            labelled=labelled,
            data=calibration.data,
            messages=calibration.messages,
            weights=weights,
            ruleset=ruleset,
            copies=calibration.copies,
        ),
        dimensions={**found, **refused},
        cues=_cues(calibration, {cue for part in found.values() for cue in part.weights}),
    )


def _part(name: str, calibration: Calibration) -> DimensionPart:
    outcome, chosen = calibration.outcomes[name], calibration.thresholds.get(name)
    rows = dict(_changed(outcome.fitted, calibration.heads[name])) if outcome.fitted else {}
    bias = rows.pop(BIAS, None)
    threshold = chosen.threshold if chosen else None
    return DimensionPart(
        refitted=outcome.fitted is not None,
        why=outcome.why,
        labels=calibration.labels[name],
        languages=outcome.languages or (chosen.languages if chosen and threshold else ()),
        macro_f1=_pair(outcome.before, outcome.after),
        log_loss=_pair(outcome.loss_before, outcome.loss_after),
        by_language=_by_language(outcome),
        pull=outcome.pull if outcome.fitted else None,
        scale=outcome.scale if outcome.fitted else 1.0,
        unsure_below=round(threshold.below, 3) if threshold else None,
        precision=_precision(chosen) if chosen else None,
        bias=bias,
        weights=rows,
    )


def _pair(before: float, after: float) -> BeforeAfter:
    return BeforeAfter(before=round(before, 3), after=round(after, 3))


def _by_language(outcome: Outcome) -> dict[str, LanguageRecord]:
    return {
        code: LanguageRecord(
            labels=score.labels, before=round(score.before, 3), after=round(score.after, 3), taken=score.taken
        )
        for code, score in outcome.by_language.items()
    }


def _precision(chosen: Chosen) -> PrecisionRecord | None:
    found = chosen.threshold
    if found is None or chosen.macro_f1 is None:
        return None
    return PrecisionRecord(
        wanted=chosen.wanted,
        held_out=round(found.precision, 3),
        answers=found.answers,
        before=found.before,
        macro_f1=round(chosen.macro_f1, 3),
    )


def _changed(fitted: Fitted, head: Head) -> Iterator[tuple[str, Weights]]:
    """Yield the rows that are not as shipped, the largest change first."""
    labels = head.file.labels
    shipped: Mapping[str, Weights] = {BIAS: head.file.bias, **head.file.weights}
    changed = []
    for name, values in zip(fitted.names, fitted.weights, strict=True):
        row = {label: round(float(value), PLACES) for label, value in zip(labels, values, strict=True)}
        before = shipped.get(name, {})
        change = max(abs(row[label] - before.get(label, 0.0)) for label in labels)
        if change >= 10**-PLACES / 2:
            changed.append((-change, name, {label: value for label, value in row.items() if value}))
    yield from ((name, row) for _, name, row in sorted(changed, key=lambda each: each[:2]))


def _cues(calibration: Calibration, counted: set[str]) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the cues of the user that a head counts, by language."""
    cues = {code: dict(phrases) for code, phrases in calibration.accepted.items()}
    for outcome in calibration.outcomes.values():
        for word in outcome.fitted.words if outcome.fitted else ():
            cues.setdefault(word.language, {}).setdefault(word.cue, (word.phrase,))
    kept = {
        code: {cue: tuple(phrases) for cue, phrases in sorted(named.items()) if cue in counted}
        for code, named in sorted(cues.items())
    }
    return {code: named for code, named in kept.items() if named}
