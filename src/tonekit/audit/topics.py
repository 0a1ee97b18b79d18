"""What a mail is about: its request, and the matter that most of its words belong to."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from ..analysis import Analysis
from ..files.datafile import read_data_file
from ..languages.cue_list import cue_list
from ..models.frozen_model import FrozenModel

TOPICS = Path(__file__).with_name("topics.yaml")
NO_MATTER = "no matter that tonekit knows"


class TopicsFile(FrozenModel):
    """`topics.yaml`: matter → the semantic fields that speak of it."""

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
                what = "belongs to a matter already" if field in found else "is not a semantic field"
                raise file.error(f"'{field}' {what}", ("matters", matter, index))
            found[field] = matter
    return found


def matter(analysis: Analysis) -> str:
    """Return the matter that most places of a mail speak of; of a tie the one that stands first in `topics.yaml`."""
    matters = matter_of_field()
    counts = dict.fromkeys(matters.values(), 0)
    # The head of the request counts every field of a matter; to ask the others too would take as long as reading.
    for term in analysis.request.evidence:
        if term.cue in matters:
            counts[matters[term.cue]] += 1
    most = max(counts, key=lambda each: counts[each])
    return most if counts[most] else NO_MATTER


def topic(analysis: Analysis) -> str:
    """Return request and matter of a mail, such as `problem: parcel and delivery`."""
    return f"{analysis.request.label}: {matter(analysis)}"
