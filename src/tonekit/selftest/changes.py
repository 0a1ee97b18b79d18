"""The changes that a self-test makes, and what each may touch: `changes.yaml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from ..analysis import ALL_DIMENSIONS, ZoneKind
from ..files.datafile import read_data_file
from ..models.frozen_model import FrozenModel

CHANGES = Path(__file__).with_name("changes.yaml")
ANY = "any"
Making = Literal[
    "insert",
    "emoji_tone",
    "emoji_selector",
    "curly_quotes",
    "upper_case",
    "lower_case",
    "typos",
    "line_width",
    "line_ends",
    "hidden_signs",
    "decomposed",
    "html",
]


class Change(FrozenModel):
    """One change.

    Attributes:
        what: what is done, for people.
        make: how it is done.
        where: of an insertion, where it goes.
        unless: a zone that the message must not have already.
        texts: of an insertion, language → texts, one of which is taken; `any` serves all languages.
        starts_from: what is put behind the message before two readings are compared.
        may_touch: dimension → why the change may change its label.
    """

    what: str
    make: Making
    where: Literal["start", "body_end", "end"] = "end"
    unless: ZoneKind | None = None
    texts: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    starts_from: str = ""
    may_touch: dict[str, str] = Field(default_factory=dict)

    @property
    def protected(self) -> tuple[str, ...]:
        """The dimensions that have to keep their label."""
        return tuple(name for name in ALL_DIMENSIONS if name not in self.may_touch)


class ChangesFile(FrozenModel):
    """`changes.yaml`."""

    changes: dict[str, Change]


@cache
def load_changes(path: Path = CHANGES) -> dict[str, Change]:
    """Return id → change, in the order of the file.

    Raises:
        DataFileError: an unknown dimension may be touched, or an insertion has nothing to insert.
    """
    file = read_data_file(path)
    changes = file.into(ChangesFile).changes
    for name, change in changes.items():
        if unknown := sorted(change.may_touch.keys() - set(ALL_DIMENSIONS)):
            problem = f"there is no dimension '{unknown[0]}'; there are {', '.join(ALL_DIMENSIONS)}"
            raise file.error(problem, ("changes", name, "may_touch", unknown[0]))
        if change.make == "insert" and not (change.texts and all(change.texts.values())):
            raise file.error("an insertion needs texts", ("changes", name))
    return changes
