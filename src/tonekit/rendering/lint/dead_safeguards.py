"""A rule on the safeguards of `tonekit.yaml`, proved over every combination: those that send and never decide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...conditions.condition import Condition, Observed, Situation
from ...conditions.situation import NEUTRAL_LABELS
from ...errors import DataFileError, Problems
from ...files.datafile import DataFile, Place
from .condition_cases import cases
from .finding import Rule

RULES = (
    Rule(
        "dead-safeguard",
        "warning",
        "a safeguard that sends and never decides: its condition can never hold, or a stricter one holds wherever it "
        "does",
        "The strictest safeguard decides, wherever it stands: narrow its condition, or delete this one.",
    ),
)


@dataclass(frozen=True, slots=True)
class Guarding:
    """What the check needs to know of a safeguard: its name, its condition, and whether it sends."""

    id: str
    when: Condition
    sends: bool


def check_safeguards(safeguards: Sequence[Guarding], file: DataFile, places: Mapping[str, Place]) -> None:
    """Check that every safeguard that sends is the strictest in some case.

    Where several stricter ones hold by turns, nothing is said.

    Args:
        safeguards: all that are on.
        file: `tonekit.yaml`.
        places: id → place in it; what it takes over is not to be changed there, and stands nowhere.

    Raises:
        DataFileError: one never is; it is the first of them and carries the others.
    """
    problems = Problems()
    stricter = [each for each in safeguards if not each.sends]
    for each in safeguards:
        if each.sends and each.id in places:
            for problem in _why_dead(each, stricter):
                problems.add(_error(problem, file, places[each.id]))
    problems.raise_first()


def _error(problem: str, file: DataFile, place: Place) -> DataFileError:
    return file.error(problem, place, rule="dead-safeguard")


def _why_dead(sending: Guarding, stricter: Sequence[Guarding]) -> Iterator[str]:
    """Yield why a safeguard never decides, nothing if it does."""
    example = next((dict(case.example) for case in cases([sending.when]) if case.holds), None)
    if example is None:
        yield f"the condition of '{sending.id}' can never hold"
        return
    # Nearly all fail in the one case already, and need no proof.
    suspects = (each for each in stricter if each.when.holds(_whole(example)))
    blamed = next((each.id for each in suspects if _always_beside(each, sending)), None)
    if blamed is not None:
        yield f"'{blamed}' is stricter and holds wherever '{sending.id}' does, so this one never sends anything"


def _whole(example: Situation) -> dict[str, Observed]:
    return {**{name: Observed(label) for name, label in NEUTRAL_LABELS.items()}, **example}


def _always_beside(other: Guarding, sending: Guarding) -> bool:
    return all(case.holds != {0} for case in cases([sending.when, other.when]))
