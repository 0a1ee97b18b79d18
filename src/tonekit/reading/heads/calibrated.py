"""Weights that were calibrated on a user's own labels: what differs from the shipped weights, as TOML.

The file is written by `tonekit calibrate` and may be edited; docs/calibrate.md describes it.
"""

from __future__ import annotations

import datetime as dt
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated

from pydantic import Field

from ...analysis import DIMENSIONS
from ...files.fingerprint import fingerprint
from ...files.tomlfile import TomlFile, read_toml_file
from ...languages.cue_list import cue_list
from ...languages.loading import available_languages
from ...languages.pack import Phrases
from ...models.frozen_model import FrozenModel
from ..measures import MEASURES
from ..phrases.finder import OWN_PREFIX
from ..ruleset import reading_hash
from ..words.word_table import WORDS
from .additive_heads import Head, load_heads
from .head_file import BIAS, VALENCE, WEIGHTS, Weights, plain_name
from .head_set import HeadSet, OwnCues

Share = Annotated[float, Field(ge=0, le=1)]


class Origin(FrozenModel):
    """What a calibration was made of.

    Attributes:
        date: when it was made.
        labelled: name of the file of labelled messages.
        data: hash over its messages and labels.
        messages: how many there were.
        weights: hash of the shipped weights that it starts from.
        ruleset: hash over those, packs and rules.
        copies: how many of the messages say nearly the same as one before them; chance was reckoned without these.
    """

    date: dt.date
    labelled: str
    data: str
    messages: int
    weights: str
    ruleset: str
    copies: int = 0


class BeforeAfter(FrozenModel):
    """A score of the shipped weights and of the new ones on held-out messages."""

    before: float
    after: float


class LanguageRecord(BeforeAfter):
    """The macro-F1 of one language, and whether the new weights decide in it."""

    labels: int
    taken: bool


class PrecisionRecord(FrozenModel):
    """What a threshold was chosen for: of the answers that are not the neutral label, how many are right.

    Attributes:
        wanted: the precision that was asked for.
        held_out: the precision on held-out messages.
        answers: how many such answers there were.
        before: how many there were without the threshold.
        macro_f1: on held-out messages, the neutral label given for what is below the threshold.
    """

    wanted: Share
    held_out: Share
    answers: int
    before: int
    macro_f1: Share


class DimensionPart(FrozenModel):
    """What the calibration has to say on one dimension.

    Attributes:
        refitted: whether `bias` and `weights` are new; else the shipped ones decide.
        why: what became of it, for people.
        labels: how many messages had a label.
        languages: where it decides; all others keep the shipped head.
        macro_f1, log_loss: held out; log loss with every class counting alike.
        by_language: macro-F1 by language.
        pull: how strongly the fit was held to the shipped weights.
        scale: what all weights are multiplied by, so that probabilities are honest.
        unsure_below: a likelier label than this is given; instead of the shipped threshold.
        precision: what that threshold was chosen for.
        bias, weights: the rows that differ from the shipped ones; each replaces the shipped row.
    """

    refitted: bool
    why: str
    labels: int
    languages: tuple[str, ...] = ()
    macro_f1: BeforeAfter | None = None
    log_loss: BeforeAfter | None = None
    by_language: dict[str, LanguageRecord] = Field(default={})
    pull: float | None = None
    scale: Annotated[float, Field(gt=0)] = 1.0
    unsure_below: Share | None = None
    precision: PrecisionRecord | None = None
    bias: Weights | None = None
    weights: dict[str, Weights] = Field(default={})


class CalibratedFile(FrozenModel):
    """The file as a whole."""

    calibration: Origin
    dimensions: dict[str, DimensionPart]
    cues: dict[str, dict[str, Phrases]] = Field(default={})


def load_calibrated(path: Path) -> HeadSet:
    """Return the shipped heads, with calibrated ones over them.

    Warns:
        UserWarning: language packs or rules have changed since; the scores in the file may no longer hold.

    Raises:
        DataFileError: the file is not valid, or the shipped weights are others than those it was made on.
    """
    file = read_toml_file(path)
    content = file.into(CalibratedFile)
    _check_base(file, content.calibration)
    shipped = load_heads()
    _check_cues(file, content.cues)
    own = {cue for cues in content.cues.values() for cue in cues}
    for name, part in content.dimensions.items():
        _check_dimension(file, name, part, own, shipped)
    return calibrated_heads(shipped, content)


def origin_of(path: Path) -> Origin | None:
    """Return what weights were calibrated on; None for whole weights, which say nothing of it.

    Raises:
        DataFileError: the file is not valid.
    """
    return read_toml_file(path).into(CalibratedFile).calibration if path.suffix.lower() == ".toml" else None


def calibrated_heads(shipped: Mapping[str, Head], content: CalibratedFile) -> HeadSet:
    """Return shipped heads with those of a calibration over them, in the languages that each is meant for."""
    heads = {name: calibrated_head(shipped[name], part) for name, part in content.dimensions.items() if part.languages}
    codes = sorted({code for part in content.dimensions.values() for code in part.languages})
    by_language = {
        code: {**shipped, **{name: head for name, head in heads.items() if code in content.dimensions[name].languages}}
        for code in codes
    }
    return HeadSet(shipped, by_language, content.cues)


def calibrated_head(head: Head, part: DimensionPart) -> Head:
    """Return a shipped head with the rows of a calibration."""
    weights = {**head.file.weights, **part.weights}
    bias = head.file.bias if part.bias is None else part.bias
    update = {
        "bias": _scaled(bias, part.scale),
        "weights": {cue: _scaled(row, part.scale) for cue, row in weights.items()},
        "unsure_below": head.file.unsure_below if part.unsure_below is None else part.unsure_below,
    }
    return Head(
        head.dimension, head.file.model_copy(update=update), repeat=head.repeat, setting=head.setting, words=head.words
    )


def shipped_hashes() -> tuple[str, str]:
    """Return the hash of the shipped weights, and that over all that reading in all languages depends on."""
    weights = fingerprint({path.name: path for path in (WEIGHTS, WORDS)})
    return weights, reading_hash(available_languages(), WEIGHTS)


def _scaled(row: Mapping[str, float], scale: float) -> Weights:
    return {label: weight * scale for label, weight in row.items()}


def _check_base(file: TomlFile, origin: Origin) -> None:
    weights, ruleset = shipped_hashes()
    if origin.weights != weights:
        raise file.error(
            f"was made on the shipped weights {origin.weights}, and these are {weights}: the rows do not fit together. "
            f"Make it anew: tonekit calibrate {origin.labelled} --out {file.path.name}",
            ("calibration", "weights"),
        )
    if origin.ruleset != ruleset:
        warnings.warn(
            f"{file.path} was made on the ruleset {origin.ruleset}, and this is {ruleset}: words are found otherwise "
            f"than when its scores were measured. Make it anew with tonekit calibrate {origin.labelled}",
            stacklevel=2,
        )


def _check_cues(file: TomlFile, cues: OwnCues) -> None:
    for code, phrases in cues.items():
        if code not in available_languages():
            problem = f"there is no language pack '{code}'; there are {', '.join(available_languages())}"
            raise file.error(problem, ("cues", code))
        for cue in phrases:
            if not cue.startswith(OWN_PREFIX):
                raise file.error(
                    f"the name of a cue of your own starts with {OWN_PREFIX}, not '{cue}'", ("cues", code, cue)
                )


def _check_dimension(
    file: TomlFile, name: str, part: DimensionPart, own: set[str], shipped: Mapping[str, Head]
) -> None:
    place = ("dimensions", name)
    if name not in DIMENSIONS:
        raise file.error(f"there is no dimension '{name}'; there are {', '.join(DIMENSIONS)}", place)
    if unknown := sorted(set(part.languages) - set(available_languages())):
        problem = f"there is no language pack '{unknown[0]}'; there are {', '.join(available_languages())}"
        raise file.error(problem, (*place, "languages"))
    for cue, label in _rows(part):
        where = (*place, BIAS) if cue == BIAS else (*place, "weights", cue)
        known = cue == BIAS or cue in own or cue in shipped[name].file.weights or _is_feature(plain_name(cue))
        if not known:
            raise file.error(f"there is no cue '{cue}', and [cues] names none of your own", where)
        if label is not None and label not in shipped[name].file.labels:
            raise file.error(f"'{label}' is not a label of {name}: {', '.join(shipped[name].file.labels)}", where)


def _is_feature(cue: str) -> bool:
    return cue in cue_list() or cue in MEASURES or cue.startswith(VALENCE)


def _rows(part: DimensionPart) -> Iterator[tuple[str, str | None]]:
    for cue, row in {BIAS: part.bias or {}, **part.weights}.items():
        yield cue, None
        yield from ((cue, label) for label in row)
