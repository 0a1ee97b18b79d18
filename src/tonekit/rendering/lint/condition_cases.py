"""Every combination of values that conditions look at, walked exhaustively rather than sampled.

Values that no condition distinguishes form one class, so walking all combinations of classes covers all combinations
of values. Combinations under which the same conditions hold are kept as one case, with the smallest example.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, product
from typing import Any

from ...analysis import LABELS
from ...conditions.condition import POSSIBLE_FROM, Condition, Observed
from ...conditions.situation import NEUTRAL_LABELS, READ_NAMES, STYLE_NAMES

_LISTS = ("threats", "alerts", "topics", "style.focus", "unsure", "unsure_for_reply", "urgency_grounds")
"""What holds several values at once; safeguards alone look at the last three."""
_NUMBERS = ("contact_count", "waited_days", "tried_count", "emoji_valence")
_ALWAYS_THERE = ("language", "emoji")
_JUST_BELOW = 0.01
_ANOTHER = "something else"
_PRESENT = "something"

Example = tuple[tuple[str, Observed], ...]
Part = tuple[str, Any, float]
"""Name, what is wanted of it, and the confidence that it needs."""


@dataclass(frozen=True, slots=True)
class Case:
    """All combinations under which the same conditions hold.

    Attributes:
        holds: numbers of the conditions that hold.
        example: the smallest such combination, given as its differences from neutral values.
    """

    holds: frozenset[int]
    example: Example

    def __str__(self) -> str:
        return ", ".join(_shown(name, seen) for name, seen in self.example) or "a neutral message"


def cases(conditions: Sequence[Condition], *, needs: Sequence[Sequence[str]] = ()) -> tuple[Case, ...]:
    """Return all cases that can occur, those with the smallest example first.

    Args:
        conditions: in the order of the file.
        needs: for each condition the names that must be present as well.
    """
    rows = [
        (number, row + tuple((name, "present", 0.0) for name in (needs[number] if needs else ())))
        for number, each in enumerate(conditions)
        for row in _rows(each.parts)
    ]
    found: dict[frozenset[int], Example] = {}
    for mask, example in _walked(rows).items():
        holds = frozenset(number for index, (number, _) in enumerate(rows) if mask >> index & 1)
        if holds not in found or len(example) < len(found[holds]):
            found[holds] = example
    return tuple(sorted((Case(*each) for each in found.items()), key=lambda case: (len(case.example), str(case))))


def _walked(rows: Sequence[tuple[int, tuple[Part, ...]]]) -> dict[int, Example]:
    """Return the sets of rows (as bit masks) that can hold together, each with its smallest example."""
    states: dict[int, Example] = {(1 << len(rows)) - 1: ()}
    for name, parts in _parts_by_name(rows).items():
        classes = _classes(name, parts, rows)
        reached: dict[int, Example] = {}
        for (mask, example), (permitted, seen) in product(states.items(), classes.items()):
            longer = example if seen is None else (*example, (name, seen))
            kept = reached.get(mask & permitted)
            if kept is None or len(longer) < len(kept):
                reached[mask & permitted] = longer
        states = reached
    return states


def _rows(parts: Mapping[str, Any]) -> Iterator[tuple[Part, ...]]:
    """Yield the conjunctions that a condition with `any_of` is equivalent to."""
    floor = float(parts.get("min_confidence", 0))
    plain = tuple((name, wanted, floor) for name, wanted in parts.items() if name not in ("any_of", "min_confidence"))
    if "any_of" not in parts:
        yield plain
        return
    for choice in parts["any_of"]:
        for row in _rows(choice):
            yield plain + row


def _parts_by_name(rows: Sequence[tuple[int, tuple[Part, ...]]]) -> dict[str, list[Part]]:
    parts: dict[str, list[Part]] = {}
    for name, wanted, floor in chain.from_iterable(row for _, row in rows):
        parts.setdefault(name, []).append((name, wanted, floor))
    return parts


def _classes(
    name: str, parts: Sequence[Part], rows: Sequence[tuple[int, tuple[Part, ...]]]
) -> dict[int, Observed | None]:
    """Return the rows that each class of values permits, with a value of it; None is the neutral one."""
    classes: dict[int, Observed | None] = {}
    for number, seen in enumerate(_values(name, parts)):
        permitted = 0
        for index, (_, row) in enumerate(rows):
            if all(_holds(part, seen) for part in row if part[0] == name):
                permitted |= 1 << index
        classes.setdefault(permitted, seen if number else None)
    return classes


def _holds(part: Part, seen: Observed) -> bool:
    name, wanted, floor = part
    return Condition({name: wanted, "min_confidence": floor}).holds({name: seen})


def _values(name: str, parts: Sequence[Part]) -> Iterator[Observed]:
    """Yield values that represent all that a name can have, the neutral one first."""
    closed = {**READ_NAMES, **STYLE_NAMES}.get(name)
    named = list(dict.fromkeys(chain.from_iterable(_operands(wanted) for _, wanted, _ in parts)))
    if name in LABELS:
        yield from _labels(name, parts)
    elif name in _LISTS:
        # One entry that no condition names represents all such entries.
        entries = [*named, *[each for each in closed or (_PRESENT,) if each not in named][:1]]
        yield from (Observed(each) for size in range(len(entries) + 1) for each in combinations(entries, size))
    elif name in _NUMBERS:
        yield from _numbers(parts, named)
    elif closed is not None and name.startswith("style."):
        yield from map(Observed, _boolean(closed))
    elif closed is not None:
        yield from map(Observed, (*(() if name in _ALWAYS_THERE else (None,)), *_boolean(closed)))
    else:
        yield from map(Observed, (*((_ANOTHER,) if name in _ALWAYS_THERE else (None, _PRESENT)), *named))


def _boolean(values: Sequence[str]) -> Sequence[Any]:
    return (False, True) if set(values) == {"true", "false"} else values


def _numbers(parts: Sequence[Part], named: Sequence[str]) -> Iterator[Observed]:
    floors = [float(wanted["at_least"]) for _, wanted, _ in parts if isinstance(wanted, dict) and "at_least" in wanted]
    equal = [float(each) for each in named if each.replace(".", "", 1).isdigit()]
    yield Observed(None)
    for number in sorted({1.0, *floors, *equal, *(each - 1 for each in floors), *(each + 1 for each in equal)}):
        yield Observed(int(number) if number.is_integer() else number)


def _labels(name: str, parts: Sequence[Part]) -> Iterator[Observed]:
    """Yield every label, at and just below each required confidence, with every set of other possible labels."""
    floors = {floor for _, _, floor in parts if floor > 0}
    asked = [each for _, wanted, _ in parts if isinstance(wanted, dict) for each in _listed(wanted.get("possible"))]
    asked = list(dict.fromkeys(asked))
    neutral = NEUTRAL_LABELS[name]
    for label in sorted(LABELS[name], key=lambda each: each != neutral):
        for possible in chain.from_iterable(combinations(asked, size) for size in range(len(asked) + 1)):
            if label in asked and label not in possible and label != neutral:
                continue  # the label itself is possible; only the neutral one may stand for another leaning
            likely = {each: POSSIBLE_FROM if each in possible else 0.0 for each in asked}
            for level in _levels(floors, others=len(set(possible) - {label})):
                yield Observed(label, level, likely)


def _levels(floors: Collection[float], *, others: int) -> Iterator[float]:
    """Yield the confidences to try for a label: the highest that leaves room for the others, and just below each floor.

    Probabilities sum to 1, and each other possible label takes its share.
    """
    most = round(1 - others * POSSIBLE_FROM, 4)
    if most > 0:
        yield most if any(floor > most for floor in floors) else 1.0
        below = (round(floor - _JUST_BELOW, 4) for floor in floors)
        yield from sorted((each for each in below if each < most), reverse=True)


def _operands(wanted: Any) -> list[str]:
    if isinstance(wanted, dict):
        return [each for key, value in wanted.items() if key != "at_least" for each in _listed(value)]
    return [] if wanted in ("present", "missing") else _listed(wanted)


def _listed(value: Any) -> list[str]:
    if value is None:
        return []
    return [str(item) for item in value] if isinstance(value, list) else [str(value)]


def _shown(name: str, seen: Observed) -> str:
    if seen.value is None:
        return f"{name} missing"
    if seen.value in (_PRESENT, _ANOTHER):
        return f"{name} present" if seen.value == _PRESENT else f"{name} is {_ANOTHER}"
    value = "+".join(map(str, seen.value)) or "none" if isinstance(seen.value, tuple) else str(seen.value)
    shown = f"{name}={value.lower() if isinstance(seen.value, bool) else value}"
    likely = [label for label, share in seen.probabilities.items() if share and label != seen.value]
    return (
        shown
        + (f" with confidence {seen.confidence:.2f}" if seen.confidence < 1 else "")
        + "".join(f", {each} possible" for each in likely)
    )
