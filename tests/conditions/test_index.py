"""Many conditions at once: those that hold are found, whatever is observed."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.conditions.condition import Condition, Observed
from tonekit.conditions.index import ConditionIndex

NAMES = ("mood", "alerts", "contact_count", "reply", "urgency", "customer.tier")
VALUES = ("frustrated", "legal", "3", "true", "elevated", "Gold", "gold")
PARTS: st.SearchStrategy[Any] = st.one_of(
    st.sampled_from(VALUES),
    st.lists(st.sampled_from(VALUES), min_size=1, max_size=3),
    st.sampled_from(["present", "missing", None]),
    st.sampled_from([{"not": "legal"}, {"at_least": "2"}, {"possible": "frustrated"}, {"at_least": 1, "not": ["3"]}]),
    st.just({"not": None}),
)
SIMPLE = st.dictionaries(st.sampled_from(NAMES), PARTS, max_size=2)
CONDITIONS = st.one_of(
    SIMPLE,
    st.fixed_dictionaries({"any_of": st.lists(SIMPLE, min_size=1, max_size=3)}, optional={"mood": PARTS}),
    st.fixed_dictionaries({"min_confidence": st.just("0.5"), "mood": PARTS}),
    st.fixed_dictionaries(
        {"urgency": st.sampled_from([{"at_least": "elevated"}, {"at_least": "elevated", "not": "3"}])}
    ),
)
SEEN = st.builds(
    Observed,
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(0, 4),
        st.sampled_from([*VALUES, "", " "]),
        st.lists(st.sampled_from(VALUES), max_size=2).map(tuple),
    ),
    st.sampled_from([0.3, 1.0]),
    st.sampled_from([None, {"frustrated": 0.4}]),
)


@given(st.lists(CONDITIONS, max_size=6), st.dictionaries(st.sampled_from(NAMES), SEEN))
def test_index_finds_what_holds(written: list[dict[str, Any]], seen: dict[str, Observed]) -> None:
    """The index gives the places of exactly the conditions that hold, in order."""
    conditions = [Condition(parts) for parts in written]

    found = ConditionIndex(conditions).holding(seen)

    assert found == [number for number, each in enumerate(conditions) if each.holds(seen)]


@pytest.mark.parametrize(
    ("parts", "value", "holds"),
    [
        pytest.param({"emoji": "false"}, False, True, id="flag-that-is-false"),
        pytest.param({"alerts": "present"}, (), False, id="empty-list"),
        pytest.param({"contact_count": "3"}, 3, True, id="number"),
        pytest.param({}, None, True, id="no-condition"),
    ],
)
def test_values_that_are_no_texts(parts: dict[str, Any], value: Any, holds: bool) -> None:
    """Flags, numbers and lists are found as files write them."""
    seen = dict.fromkeys(("emoji", "alerts", "contact_count"), Observed(value))

    assert bool(ConditionIndex([Condition(parts)]).holding(seen)) is holds
