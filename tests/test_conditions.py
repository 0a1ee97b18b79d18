"""Conditions hold when all their parts hold, and refuse what cannot be meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from tonekit.conditions import Condition, Observed, read_condition
from tonekit.datafile import DataFile
from tonekit.errors import DataFileError
from tonekit.situation import READ_NAMES

SITUATION = {
    "mood": Observed("neutral", 0.6, {"frustrated": 0.3, "neutral": 0.6, "enthusiastic": 0.1}),
    "role": Observed("purchaser", 0.9, {"purchaser": 0.9}),
    "contact_count": Observed(3),
    "threats": Observed(("churn", "legal")),
    "emoji": Observed(value=True),
    "deadline": Observed(None),
    "customer.name": Observed(" "),
    "waited": Observed("two weeks"),
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
        pytest.param("when: {mood: angry}", "never 'angry'; it is one of frustrated", id="unknown-label"),
        pytest.param("when: {mood: {is: frustrated}}", "'is' is not one of", id="unknown-operator"),
        pytest.param("when: {contact_count: {at_least: many}}", "needs a number", id="no-number"),
        pytest.param("when: {any_of: [{mood: sad}]}", "never 'sad'", id="nested"),
        pytest.param("when: frustrated", "a condition is a mapping", id="no-mapping"),
    ],
)
def test_refused(text: str, words: str) -> None:
    """A condition that can never be meant is refused with its place in the file."""
    file = DataFile(Path("profiles.yaml"), text)

    with pytest.raises(DataFileError, match=words) as caught:
        read_condition(file.data["when"], file, ("when",), known=READ_NAMES)

    assert caught.value.line == 1


def test_because_names_what_was_seen() -> None:
    """An explanation shows value and confidence of what the condition looked at."""
    condition = Condition({"mood": "neutral", "contact_count": {"at_least": "2"}})

    assert condition.because(SITUATION) == ("mood=neutral (0.60)", "contact_count=3")
