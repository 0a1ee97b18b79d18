"""What a mail is about: its request, and the matter that most of its words belong to."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from ..analysis import Analysis
from ..datafile import read_data_file
from ..languages.cue_list import cue_list

TOPICS = Path(__file__).with_name("topics.yaml")
NO_MATTER = "no matter that tonekit knows"


class TopicsFile(BaseModel):
    """`topics.yaml`: matter → the semantic fields that speak of it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    matters: dict[str, tuple[str, ...]]


@cache
def matter_of_field(path: Path = TOPICS) -> Mapping[str, str]:
    """Return semantic field → matter, in the order of the file.

    Raises:
        DataFileError: a field that no language pack knows, or one of two matters.
    """
    file = read_data_file(path)
    known = {name for name, cue in cue_list().items() if cue.origin == "field"}
    found: dict[str, str] = {}
    for matter, fields in file.into(TopicsFile).matters.items():
        for index, field in enumerate(fields):
            if field not in known or field in found:
                problem = f"'{field}' " + ("belongs to a matter already" if field in found else "is no semantic field")
                raise file.error(problem, ("matters", matter, index))
            found[field] = matter
    return found


def matter(analysis: Analysis) -> str:
    """Return the matter that most places of a mail speak of; of a tie the one that stands first in `topics.yaml`."""
    places: dict[str, set[int]] = {each: set() for each in dict.fromkeys(matter_of_field().values())}
    for _, verdict in analysis.verdicts():
        for term in verdict.evidence:
            if term.start is not None and term.cue in matter_of_field():
                places[matter_of_field()[term.cue]].add(term.start)
    most = max(places, key=lambda each: len(places[each]))
    return most if places[most] else NO_MATTER


def topic(analysis: Analysis) -> str:
    """Return request and matter of a mail, such as `problem: parcel and delivery`."""
    return f"{analysis.request.label}: {matter(analysis)}"
