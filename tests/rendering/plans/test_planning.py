"""What a plan writes is what Jinja writes; what plans do not know is refused."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.rendering.contracts.converting import converted
from tonekit.rendering.contracts.values import Section
from tonekit.rendering.environment import build_environment, inert_in_markdown
from tonekit.rendering.filling import fill, sections
from tonekit.rendering.plans.holes import Hole, NotPlannedError
from tonekit.rendering.plans.pieces import Called, Walk
from tonekit.rendering.plans.planning import Planner
from tonekit.rendering.plans.program import program
from tonekit.rendering.syntax.compiling import compiled

ENVIRONMENT = build_environment(inert_in_markdown)
STYLE = Section("style", {"tone": "warm", "focus": ["use cases"], "cheer": False})
KNOWN = [
    "{{ a.x }} and {{ style.tone }}",
    "{% if a.x and style.tone == 'warm' %}yes {{ a.x }}{% elif a.none %}no{% else %}else{% endif %}",
    "{% for each in a.list %}{{ loop.index }}. {{ each }}{% if not loop.last %}; {% endif %}{% else %}none{% endfor %}",
    "{% set more = a.none or style.cheer %}{% if not more %}{{ a.list | length }}{% endif %}",
    "{% set block %}{% if a.x %}[{{ a.x }}]{% endif %}{% endset %}{% if block %}{{ block }}{% endif %}",
    (
        "{% set open %}{% for each in a.list %}{% if each | last not in '.!?' %}-{% endif %}{% endfor %}{% endset %}"
        "{% if open %}open{% else %}closed{% endif %}"
    ),
    "{{ a.list | first }}{{ 'formal' if style.tone == 'formal' else a.x }}",
    "{% if 'use cases' in style.focus and a.number in (1, 2) %}{{ a.number }}{% endif %}",
    "{% if a.x == 'b.' %}b{% endif %}{% if a.number > 1 %}more{% endif %}",
    '{{ {1: "once", 2: "twice"}[a.number] | default(a.number) }} times',
    '{{ {"b.": "<b>", "c": "*"}[a.x] | default("none") }}{{ a.x | default("none") }}',
]
UNKNOWN = [
    "{{ a.none }}",
    "{{ a.x | upper }}",
    "{{ 'constant' }}",
    "{{ a.list }}",
    "{{ style.cheer }}",
    "{{ phrase(a.x) }}",
    "{{ a.number + 1 }}",
    "{% for each in range(3) %}x{% endfor %}",
    "{% for each in a.x %}x{% endfor %}",
    "{% if a.x > 'b' %}x{% endif %}",
    "{% if a.number == a.x %}x{% endif %}",
    "{% for each in a.list %}{% set word = each %}{% endfor %}",
    "{% set word | upper %}x{% endset %}",
    "{% if a.x is defined %}x{% endif %}",
    "{{ a.list[0] }}",
    '{{ {1: "once"}[a.number] }}',
    '{{ {1: "once"}["x"] }}',
    '{{ {1: "once"}[a.number] | default("x", true) }}',
    "{{ a.x | default(10 / (a.number - 2)) }}",
    "{{ a.x | default(a.none.below) }}",
]
TEXTS = st.sampled_from(["b.", "c", "*", "<b>", "{{ x }}"])


def says(called: Called) -> bool | None:
    """Say that no phrase is there."""
    del called
    return False


def holes(values: dict[str, Any]) -> dict[str, Any]:
    """Return what a template sees of these values before they are known."""
    items = [Hole("list", place, truth=True) for place in range(len(values["list"]))]
    number = Hole("number", truth=bool(values["number"]), text=False)
    return {"a": Section("a", {"x": Hole("x", truth=True), "list": items, "number": number}), "style": STYLE}


def planned(source: str, values: dict[str, Any]) -> str:
    """Return what a plan of the template writes."""
    tree = compiled(ENVIRONMENT.parse(source), ENVIRONMENT, ENVIRONMENT.parse, name="top.j2").tree
    pieces = Planner(holes(values), inert_in_markdown, Walk(values, says)).pieces(tree)
    return program(pieces).written(values, (), inert_in_markdown)


@pytest.mark.parametrize("source", KNOWN)
@given(x=TEXTS, items=st.lists(TEXTS, max_size=3), number=st.integers(0, 3))
def test_writes_what_jinja_writes(source: str, x: str, items: list[str], number: int) -> None:
    """Whatever the values are, a plan that is made for them writes the same."""
    if "first" in source and not items:
        items = ["b."]
    values = {
        "x": converted(x, "line", "customer", longest=None),
        "list": [converted(each, "line", "agent", longest=None) for each in items],
        "number": number,
    }
    template = compiled(ENVIRONMENT.parse(source), ENVIRONMENT, ENVIRONMENT.parse, name="top.j2")
    seen = {**sections({f"a.{name}": value for name, value in values.items()}), "style": STYLE}

    assert planned(source, values) == fill(template, seen, longest=999)


@pytest.mark.parametrize("source", UNKNOWN)
def test_refuses_what_it_does_not_know(source: str) -> None:
    """Whatever might fail, or hang on more than shape and style, is left to Jinja."""
    with pytest.raises(NotPlannedError):
        planned(source, {"x": "b.", "list": ["b.", "c"], "number": 2})


def test_questions_nobody_needs_are_not_asked() -> None:
    """What a block finds out for a condition counts only where the condition comes up."""
    source = "{% set open %}{% if a.x | last in '.' %}-{% endif %}{% endset %}{% if style.cheer and open %}x{% endif %}"
    tree = compiled(ENVIRONMENT.parse(source), ENVIRONMENT, ENVIRONMENT.parse, name="top.j2").tree
    values = {"x": "b.", "list": [], "number": 0}
    walk = Walk(values, says)

    assert Planner(holes(values), inert_in_markdown, walk).pieces(tree) == ()
    assert walk.asked == []
