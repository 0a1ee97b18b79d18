"""Conditions hold when all their parts hold, and refuse what cannot be meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from tonekit.conditions.condition import Condition, Observed
from tonekit.conditions.forms import ORDERS
from tonekit.conditions.index import ConditionIndex
from tonekit.conditions.reading import read_condition
from tonekit.conditions.situation import READ_NAMES, STYLE_NAMES
from tonekit.errors import DataFileError
from tonekit.files.datafile import DataFile

SITUATION = {
    "mood": Observed("neutral", 0.6, {"frustrated": 0.3, "neutral": 0.6, "enthusiastic": 0.1}),
    "role": Observed("purchaser", 0.9, {"purchaser": 0.9}),
    "contact_count": Observed(3),
    "threats": Observed(("churn", "legal")),
    "emoji": Observed(value=True),
    "deadline": Observed(None),
    "customer.name": Observed(" "),
    "waited": Observed("two weeks"),
    "urgency": Observed("elevated", 0.7, {"none": 0.05, "elevated": 0.7, "critical": 0.25}),
    "detail_need": Observed("unknown", 0.9, {"unknown": 0.9}),
    "style.length": Observed("long"),
    "customer.tier": Observed("Gold "),
}


@pytest.mark.parametrize(
    ("parts", "holds"),
    [
        pytest.param({}, True, id="empty"),
        pytest.param({"mood": "neutral"}, True, id="label"),
        pytest.param({"mood": "frustrated"}, False, id="other-label"),
        pytest.param({"role": ["technician", "purchaser"]}, True, id="one-of"),
        pytest.param({"role": {"not": "purchaser"}}, False, id="not"),
        pytest.param({"role": {"not": ["consumer", "technician"]}}, True, id="none-of"),
        pytest.param({"mood": {"possible": "frustrated"}}, True, id="possible"),
        pytest.param({"mood": {"possible": "enthusiastic"}}, False, id="not-possible"),
        pytest.param({"mood": {"possible": "frustrated", "not": "neutral"}}, False, id="two-operators"),
        pytest.param({"contact_count": {"at_least": "2"}}, True, id="at-least"),
        pytest.param({"contact_count": {"at_least": "4"}}, False, id="fewer"),
        pytest.param({"urgency": {"at_least": "elevated"}}, True, id="label-at-least"),
        pytest.param({"urgency": {"at_least": "none"}}, True, id="label-above-the-lowest"),
        pytest.param({"urgency": {"at_least": "critical"}}, False, id="label-below"),
        pytest.param({"urgency": {"at_least": "elevated"}, "min_confidence": "0.9"}, False, id="label-not-sure-enough"),
        pytest.param({"urgency": {"at_least": "none", "not": "elevated"}}, False, id="at-least-with-not"),
        pytest.param({"urgency": {"at_least": "elevated", "possible": "critical"}}, True, id="at-least-with-possible"),
        pytest.param({"detail_need": {"at_least": "overview"}}, False, id="unknown-is-beside-the-order"),
        pytest.param({"style.length": {"at_least": "medium"}}, True, id="style-at-least"),
        pytest.param({"deadline": None}, True, id="null"),
        pytest.param({"waited": None}, False, id="null-but-there"),
        pytest.param({"waited": {"not": None}}, True, id="not-null"),
        pytest.param({"customer.tier": "gold"}, True, id="free-text-in-other-capitals"),
        pytest.param({"customer.tier": ["Silver", " GOLD "]}, True, id="free-text-in-a-list"),
        pytest.param({"customer.tier": {"not": "gold"}}, False, id="not-free-text"),
        pytest.param({"role": "PURCHASER"}, False, id="label-in-other-capitals"),
        pytest.param({"threats": "legal"}, True, id="member"),
        pytest.param({"threats": "public"}, False, id="no-member"),
        pytest.param({"emoji": "true"}, True, id="boolean"),
        pytest.param({"deadline": "present"}, False, id="absent"),
        pytest.param({"deadline": "missing"}, True, id="missing"),
        pytest.param({"customer.name": "present"}, False, id="blank-is-missing"),
        pytest.param({"waited": "present"}, True, id="present"),
        pytest.param({"mood": "neutral", "min_confidence": "0.7"}, False, id="not-sure-enough"),
        pytest.param({"mood": "neutral", "min_confidence": "0.5"}, True, id="sure-enough"),
        pytest.param({"any_of": [{"mood": "frustrated"}, {"role": "purchaser"}]}, True, id="any-of"),
        pytest.param({"any_of": [{"mood": "frustrated"}], "role": "purchaser"}, False, id="any-of-none"),
        pytest.param({"mood": "neutral", "role": "consumer"}, False, id="all-must-hold"),
    ],
)
def test_condition(parts: dict[str, object], holds: bool) -> None:
    """Every operator does what docs/profiles.md says."""
    assert Condition(parts).holds(SITUATION) is holds


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("when: {moood: frustrated}", "did you mean 'mood'", id="typo-in-name"),
        pytest.param("when: {or: [{mood: frustrated}]}", "did you mean 'any_of'", id="or"),
        pytest.param("when: {mood: frustrated, min_confidence: 80%}", "not '80%'; write 0.8", id="percent"),
        pytest.param("when: {mood: angry}", "cannot be 'angry'; it is one of frustrated", id="unknown-label"),
        pytest.param("when: {mood: {is: frustrated}}", "'is' is not one of", id="unknown-operator"),
        pytest.param("when: {contact_count: {min: 3}}", "3 and more is {at_least: 3}", id="operator-of-numbers"),
        pytest.param("when: {contact_count: {at_least: many}}", "needs a number", id="no-number"),
        pytest.param("when: {urgency: {at_least: 2}}", "needs one of none, elevated, critical", id="number-for-label"),
        pytest.param("when: {detail_need: {at_least: unknown}}", "needs one of overview, details", id="no-rank"),
        pytest.param("when: {mood: {at_least: neutral}}", "have no order; list those .* frustrated", id="no-order"),
        pytest.param("when: {customer.name: }", r"needs a value, but has none.*customer.name: null", id="left-blank"),
        pytest.param("when: {customer.name: {not: }}", "needs a value, but has none", id="operator-left-blank"),
        pytest.param("when: {customer.tier: [gold, null]}", "'null' stands alone", id="null-in-a-list"),
        pytest.param("when: {any_of: [{mood: sad}]}", "cannot be 'sad'", id="nested"),
        pytest.param("when: frustrated", "a condition is a mapping", id="no-mapping"),
    ],
)
def test_refused(text: str, words: str) -> None:
    """A condition that can never be meant is refused with its place in the file."""
    file = DataFile(Path("profiles.yaml"), text)

    with pytest.raises(DataFileError, match=words) as caught:
        read_condition(file.data["when"], file, ("when",), known=READ_NAMES)

    assert caught.value.line == 1


@pytest.mark.parametrize("written", ["null", "~", "missing"])
def test_null_is_missing(written: str) -> None:
    """Whoever writes null means what is missing."""
    file = DataFile(Path("profiles.yaml"), f"when: {{customer.name: {written}}}")

    condition = read_condition(file.data["when"], file, ("when",), known=READ_NAMES)

    assert condition.holds({"customer.name": Observed(None)})
    assert not condition.holds({"customer.name": Observed("Kim")})


def test_probabilities_are_made_only_where_they_are_asked_for() -> None:
    """A condition that asks what is possible has the probabilities made; no other does, and no index of conditions."""
    made: list[str] = []

    def likely() -> dict[str, float]:
        made.append("mood")
        return {"neutral": 0.7, "frustrated": 0.3}

    situation = {"mood": Observed("neutral", 0.7, likely)}

    assert ConditionIndex([Condition({"mood": "neutral", "min_confidence": "0.6"})]).holding(situation) == [0]
    assert not made
    assert Condition({"mood": {"possible": "frustrated"}}).holds(situation)
    assert made == ["mood"]


def test_orders_hold_values_that_exist() -> None:
    """Every value of an order is one that its name can have; only `unknown` may be left out."""
    known = {**READ_NAMES, **STYLE_NAMES}
    for name, order in ORDERS.items():
        assert set(known[name] or ()) - {"unknown"} == set(order)


def test_because_names_what_was_seen() -> None:
    """An explanation shows value and confidence of what the condition looked at."""
    condition = Condition({"mood": "neutral", "contact_count": {"at_least": "2"}})

    assert condition.because(SITUATION) == ("mood=neutral (0.60)", "contact_count=3")
