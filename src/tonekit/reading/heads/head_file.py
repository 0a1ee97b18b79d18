"""`weights.yaml`: the weights of all heads as a file, and the checks of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import Field

from ...analysis import DIMENSIONS, LABELS, ZoneKind
from ...files.datafile import DataFile, read_data_file
from ...models.frozen_model import FrozenModel

WEIGHTS = Path(__file__).with_name("weights.yaml")
BIAS = "bias"
VALENCE = "valence."
POSTED = "posted."
"""Before the name of a feature: what it adds as far as the text is a post."""
SPOKEN = "words."
"""Before a label: what the table of words says for it."""
SETTING = "setting"
MAIL, POST = "mail", "post"

Weights = dict[str, float]
"""What one hit of a feature adds to the score of each label."""


class Caution(FrozenModel):
    """A label that is not given while a worse mistake is possible.

    Attributes:
        instead_of: the label that would be a harmful mistake …
        where: … if this label were the truth …
        above: … which is taken for possible from this probability on.
        say: the label given instead.
    """

    instead_of: str
    where: str
    above: float = Field(gt=0, lt=1)
    say: str


class HeadFile(FrozenModel):
    """One head of `weights.yaml`."""

    labels: tuple[str, ...] = Field(min_length=2)
    neutral: str
    unsure_below: float = Field(ge=0, le=1)
    zones: frozenset[ZoneKind]
    cautions: tuple[Caution, ...] = ()
    bias: Weights
    weights: dict[str, Weights]

    def rows(self) -> Iterator[tuple[str, Weights]]:
        """Yield all weights by feature, the bias first."""
        yield BIAS, self.bias
        yield from self.weights.items()


class WeightsFile(FrozenModel):
    """`weights.yaml`: how repeated cues fade, what the weights were fitted on, what tells posts from mail; heads."""

    fitted_on: str
    repeat: float = Field(ge=0, le=1)
    setting: HeadFile
    heads: dict[str, HeadFile]


def read_weights(path: Path) -> WeightsFile:
    """Return the content of a file of weights.

    Raises:
        DataFileError: a dimension is missing or unknown, a weight speaks for a label that does not exist.
    """
    file = read_data_file(path)
    weights = file.into(WeightsFile)
    _check_setting(file, weights.setting)
    if missing := set(DIMENSIONS) - weights.heads.keys():
        raise file.error(f"heads are missing: {', '.join(sorted(missing))}", ("heads",))
    for dimension, head in weights.heads.items():
        _check_head(file, dimension, head)
    return weights


def _check_setting(file: DataFile, setting: HeadFile) -> None:
    if setting.labels != (MAIL, POST):
        raise file.error(f"the labels of {SETTING} are {MAIL} and {POST}", (SETTING, "labels"))
    _check_rows(file, SETTING, setting, (SETTING,))


def _check_head(file: DataFile, dimension: str, head: HeadFile) -> None:
    if dimension not in DIMENSIONS:
        raise file.error(
            f"there is no dimension '{dimension}'; there are {', '.join(DIMENSIONS)}", ("heads", dimension)
        )
    if head.labels != LABELS[dimension] or head.neutral not in head.labels:
        labels = ", ".join(LABELS[dimension])
        raise file.error(f"the labels of {dimension} are {labels}, one of them the neutral one", ("heads", dimension))
    for index, caution in enumerate(head.cautions):
        if unknown := {caution.instead_of, caution.where, caution.say} - set(head.labels):
            problem = f"'{min(unknown)}' is not a label of {dimension}: {', '.join(head.labels)}"
            raise file.error(problem, ("heads", dimension, "cautions", index))
    _check_rows(file, dimension, head, ("heads", dimension))


def _check_rows(file: DataFile, name: str, head: HeadFile, place: tuple[str, ...]) -> None:
    for cue, weights in head.rows():
        if unknown := sorted(weights.keys() - set(head.labels)):
            where = (*place, BIAS) if cue == BIAS else (*place, "weights", cue)
            raise file.error(f"'{unknown[0]}' is not a label of {name}: {', '.join(head.labels)}", where)


def plain_name(feature: str) -> str:
    """Return the cue, measure, valence or `words.<label>` that a row of weights is about, in posts or everywhere."""
    return feature.removeprefix(POSTED)


def in_posts(weights: Mapping[str, Weights]) -> dict[str, Weights]:
    """Return what counts in posts alone, by the plain name of the feature."""
    return {plain_name(name): row for name, row in weights.items() if name.startswith(POSTED)}
