"""The fixed list of cue ids: what each means and which label it speaks for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from ..files.datafile import read_data_file
from ..models.frozen_model import FrozenModel

CUE_LIST = Path(__file__).with_name("cues.yaml")
Origin = Literal["phrases", "mail", "field", "emoji", "shape", "alert"]


class Cue(FrozenModel):
    """One cue id of `cues.yaml`.

    Attributes:
        what: what a sender does with such words, for the people who write packs.
        pole: the label that the cue speaks for, by dimension.
        whole: whether its words count as a whole only: no semantic field is read in them ("thanks again").
        origin: where its hits come from: phrases of the pack, its mail words, its semantic fields, the emoji table,
            the form of the text, or its alerts.
        takes_back: cues, or alerts, that do not count where this one is said in the same words ("do not cancel").
    """

    what: str
    pole: Mapping[str, str] = {}
    whole: bool = False
    origin: Origin = "phrases"
    takes_back: frozenset[str] = frozenset()


@cache
def cue_list() -> dict[str, Cue]:
    """Return all cue ids. The list ships with tonekit, so it is read once.

    Raises:
        DataFileError: `cues.yaml` is not valid.
    """
    return read_cue_list(CUE_LIST)


def read_cue_list(path: Path) -> dict[str, Cue]:
    """Return the cue ids of a file.

    Raises:
        DataFileError: a wrong value; a cue takes back what there is not, an alert what is none or the other way round.
    """
    file = read_data_file(path)
    for entry in file.data.values():
        if "from" in entry:
            entry["origin"] = entry.pop("from")
    cues = file.into_mapping_of(Cue)
    for cue_id, cue in cues.items():
        for other in sorted(cue.takes_back):
            if other not in cues or (cues[other].origin == "alert") != (cue.origin == "alert"):
                sort = "alert" if cue.origin == "alert" else "cue"
                raise file.error(f"'{cue_id}' takes back '{other}', which is no {sort}", (cue_id, "takes_back"))
    return cues


@cache
def whole_cues() -> frozenset[str]:
    """Return the cue ids whose words are not read as words of fields."""
    return frozenset(cue_id for cue_id, cue in cue_list().items() if cue.whole)


@cache
def taking_back() -> dict[str, frozenset[str]]:
    """Return the cue ids that take others back, each with those."""
    return {cue_id: cue.takes_back for cue_id, cue in cue_list().items() if cue.takes_back and cue.origin != "alert"}


@cache
def taking_alerts_back() -> dict[str, frozenset[str]]:
    """Return the ids of `alerts.yaml` that take alerts back, each with those."""
    return {cue_id: cue.takes_back for cue_id, cue in cue_list().items() if cue.takes_back and cue.origin == "alert"}


def clashing_dimension(one: str, other: str) -> str | None:
    """Return the dimension on which two cue ids speak for different labels, or None."""
    poles, others = cue_list()[one].pole, cue_list()[other].pole
    return next((name for name in poles.keys() & others.keys() if poles[name] != others[name]), None)
