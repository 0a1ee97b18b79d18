"""Facts out of data frames are read as lists, and what has no end is refused."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import Any

import numpy as np
import pytest

from tonekit.argument_errors import ArgumentTypeError, ArgumentValueError
from tonekit.rendering.contracts.inputs import fact_slots
from tonekit.rendering.contracts.plain_facts import DEEPEST, plain_fact


def nested(levels: int) -> Any:
    """Return a text inside so many lists."""
    value: Any = "x"
    for _ in range(levels):
        value = [value]
    return value


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(np.array(["a", "b"]), ["a", "b"], id="array"),
        pytest.param([{"text": np.array(["a"])}], [{"text": ["a"]}], id="array inside"),
        pytest.param(np.array([]), [], id="empty array"),
        pytest.param(("a", "b"), ["a", "b"], id="tuple"),
        pytest.param(MappingProxyType({"url": "u"}), {"url": "u"}, id="mapping"),
        pytest.param(date(2026, 12, 4), date(2026, 12, 4), id="date"),
        pytest.param("text", "text", id="text"),
        pytest.param(None, None, id="none"),
        pytest.param(nested(DEEPEST), nested(DEEPEST), id="deep"),
    ],
)
def test_facts_are_plain(given: Any, expected: Any) -> None:
    """Arrays become lists wherever they stand; single values stay as they are."""
    assert plain_fact("a.b", given) == expected


def test_what_holds_itself_is_refused() -> None:
    """A list without end is an error with its path, and no RecursionError."""
    endless: list[Any] = []
    endless.append(endless)

    with pytest.raises(ArgumentValueError, match=r"facts\['answer\.steps'\] is nested more than 8 levels deep"):
        fact_slots({"answer": {"steps": endless}})


def test_names_of_facts_are_texts() -> None:
    """A number in place of a name is an error of ours."""
    with pytest.raises(ArgumentTypeError, match="the name of a fact is a str, not int"):
        fact_slots({5: {"a": "b"}})  # type: ignore[dict-item]
