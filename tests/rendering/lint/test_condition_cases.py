"""The walk over all combinations is exact: it is compared with trying every single one."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.analysis import LABELS
from tonekit.conditions.condition import Condition, Observed
from tonekit.rendering.lint.condition_cases import cases

NAMES: dict[str, list[Observed]] = {
    "mood": [
        Observed(label, confidence, {"frustrated": share})
        for label in LABELS["mood"]
        for confidence in (0.5, 0.6, 1.0)
        for share in (0.1, 0.3)
        if not (label == "frustrated" and share < 0.2)
    ],
    "style.address": [Observed("formal"), Observed("informal")],
    "style.cheer": [Observed(value) for value in (False, True)],
    "contact_count": [Observed(count) for count in (None, 1, 2, 3, 4, 5)],
    "customer.tier": [Observed(tier) for tier in (None, "gold", "silver", "tin")],
    "threats": [Observed(threats) for threats in ((), ("legal",), ("churn",), ("legal", "churn"), ("public",))],
}
PARTS: dict[str, list[Any]] = {
    "mood": ["frustrated", ["frustrated", "neutral"], {"not": "enthusiastic"}, {"possible": "frustrated"}],
    "style.address": ["formal", "informal", {"not": "formal"}],
    "style.cheer": ["true", "false"],
    "contact_count": [{"at_least": "2"}, {"at_least": "4"}, "present", "missing", "3"],
    "customer.tier": ["gold", ["gold", "silver"], {"not": "gold"}, "present", "missing"],
    "threats": ["legal", ["legal", "churn"], "present", {"not": "churn"}],
}


ORDERED: dict[str, list[Observed]] = {
    "urgency": [Observed(label, sure, {}) for label in LABELS["urgency"] for sure in (0.5, 0.6, 1.0)],
    "style.length": [Observed(value) for value in ("short", "medium", "long")],
    "customer.tier": [Observed(tier) for tier in (None, "GOLD", "tin")],
}
ORDERED_PARTS: dict[str, list[Any]] = {
    "urgency": [
        {"at_least": "elevated"},
        {"at_least": "none", "not": "elevated"},
        "critical",
        {"at_least": "critical"},
    ],
    "style.length": [{"at_least": "medium"}, {"at_least": "long"}, "short"],
    "customer.tier": [None, {"not": None}, "gold", {"not": "Gold"}],
}


@st.composite
def conditions(draw: st.DrawFn, *, parts: Mapping[str, list[Any]] = PARTS, nested: bool = True) -> dict[str, Any]:
    """Make one condition."""
    names = draw(st.lists(st.sampled_from(sorted(parts)), max_size=3, unique=True))
    made: dict[str, Any] = {name: draw(st.sampled_from(parts[name])) for name in names}
    if draw(st.booleans()):
        made["min_confidence"] = "0.6"
    if nested and draw(st.booleans()):
        made["any_of"] = draw(st.lists(conditions(parts=parts, nested=False), min_size=1, max_size=2))
    return made


@given(st.lists(conditions(), min_size=1, max_size=4))
def test_equal_to_trying_everything(parts: list[dict[str, Any]]) -> None:
    """The sets of conditions that can hold together are those that some combination of values shows."""
    listed = [Condition(each) for each in parts]

    assert {case.holds for case in cases(listed)} == tried(listed, NAMES)


def test_a_label_is_always_possible() -> None:
    """No case has a label without that label being possible, so a condition on its possibility adds nothing."""
    label, possible = Condition({"mood": "frustrated"}), Condition({"mood": {"possible": "frustrated"}})

    assert {case.holds for case in cases([label, possible])} == {frozenset(), frozenset({1}), frozenset({0, 1})}


@given(st.lists(conditions(parts=ORDERED_PARTS), min_size=1, max_size=4))
def test_orders_and_null_equal_to_trying_everything(parts: list[dict[str, Any]]) -> None:
    """Labels from one on, null and free text are walked like all else."""
    listed = [Condition(each) for each in parts]

    assert {case.holds for case in cases(listed)} == tried(listed, ORDERED)


def tried(listed: list[Condition], values: Mapping[str, list[Observed]]) -> set[frozenset[int]]:
    """Return the sets of conditions that hold together under some combination of values."""
    names = sorted({name for each in listed for name in each.names()})
    found = set()
    for combination in product(*(values[name] for name in names)):
        situation = dict(zip(names, combination, strict=True))
        found.add(frozenset(index for index, each in enumerate(listed) if each.holds(situation)))
    return found


@given(st.lists(conditions(), min_size=1, max_size=4))
def test_example_shows_its_case(parts: list[dict[str, Any]]) -> None:
    """The example of a case, with what it leaves out at its neutral value, meets exactly the conditions named."""
    listed = [Condition(each) for each in parts]
    neutral = {
        "mood": Observed("neutral", 1.0, {"frustrated": 0.0}),
        "style.address": Observed("formal"),
        "style.cheer": Observed(value=False),
        "threats": Observed(()),
    }
    for case in cases(listed):
        situation = {**neutral, **dict(case.example)}
        assert case.holds == {index for index, each in enumerate(listed) if each.holds(situation)}


@pytest.mark.parametrize(
    ("parts", "holds", "shown"),
    [
        pytest.param([{"style.cheer": "true"}], {0}, "style.cheer=true", id="one-value"),
        pytest.param([{}, {"contact_count": {"at_least": "3"}}], {0, 1}, "contact_count=3", id="threshold"),
        pytest.param([{"mood": "frustrated", "min_confidence": "0.7"}], set(), "a neutral message", id="none-needed"),
        pytest.param([{"customer.name": "present"}], {0}, "customer.name present", id="presence"),
    ],
)
def test_smallest_example(parts: list[dict[str, Any]], holds: set[int], shown: str) -> None:
    """The example names what differs from a neutral message, and nothing else."""
    found = next(case for case in cases([Condition(each) for each in parts]) if case.holds == holds)

    assert str(found) == shown


@pytest.mark.parametrize(
    ("part", "floor", "expected"),
    [
        pytest.param(
            {"mood": "neutral", "any_of": [{"mood": {"possible": "frustrated"}}]}, "0.95", False, id="too-sure"
        ),
        pytest.param({"mood": "neutral", "any_of": [{"mood": {"possible": "frustrated"}}]}, "0.8", True, id="just-so"),
        pytest.param(
            {"mood": "frustrated", "any_of": [{"mood": {"possible": "frustrated"}}]}, "0.95", True, id="the-same-label"
        ),
        # What is asked with `not` or `possible` needs no confidence: `min_confidence` is of the label that is named.
        pytest.param({"mood": {"possible": "frustrated", "not": "frustrated"}}, "0.95", True, id="no-label-named"),
    ],
)
def test_possible_labels_leave_less_to_the_one_that_is_read(part: dict[str, Any], floor: str, expected: bool) -> None:
    """The probabilities of the labels sum to 1: beside a possible label no other is surer than the rest of it."""
    met = cases([Condition({**part, "min_confidence": floor})])

    assert any(0 in case.holds for case in met) == expected
