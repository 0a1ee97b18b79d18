"""What a template may use is checked before it is rendered: inputs, functions, customer text by role."""

from __future__ import annotations

import pytest

from tonekit.errors import TemplateError
from tonekit.rendering.environment import build_environment, inert_in_markdown
from tonekit.rendering.syntax.use_check import check_uses
from tonekit.rendering.syntax.variables import find_uses

ENVIRONMENT = build_environment(inert_in_markdown)
PARTS = {
    "part": "{{ answer.summary }}\n{{ brand.name }}",
    "words": "{{ valid }}",
    "loop_a": "{% include 'loop_b' %}",
    "loop_b": "{% include 'loop_a' %}",
}


def check(source: str) -> None:
    """Check a template that may use `answer.summary`, `brand.name` and, from customers, `message.text`."""
    found = find_uses(ENVIRONMENT.parse(source), lambda name: ENVIRONMENT.parse(PARTS[name]), name="x.j2")
    declared = {"answer.summary", "brand.name", "message.text", "phrase", "range"}
    check_uses(found, declared=declared, customer={"message.text"})


@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        pytest.param("a\n{{ answer.sumary }}", 2, "did you mean 'answer.summary'", id="typo"),
        pytest.param("{{ order.id }}", 1, "'order.id' is not declared", id="undeclared"),
        pytest.param(
            "{% system %}\n{{ message.text }}{% endsystem %}",
            2,
            "may not be in the system role",
            id="customer-in-system",
        ),
        pytest.param("{% include 'loop_a' %}", 1, "includes itself", id="cycle"),
        pytest.param("{{ now() }}", 1, r"'now' is not a function here; What can be called: phrase", id="function"),
        pytest.param("{{ prase('x') }}", 1, "did you mean 'phrase'", id="function-typo"),
        pytest.param("{% include 'words' %}", 1, "set it in x.j2, which includes this", id="word-of-a-part"),
        pytest.param("{% macro m() %}{% endmacro %}{{ m(order.id) }}", 1, "'order.id'", id="argument"),
    ],
)
def test_refused(source: str, line: int, words: str) -> None:
    """An undeclared input, customer text in the system role and an endless include are errors with their line."""
    with pytest.raises(TemplateError, match=words) as caught:
        check(source)

    assert caught.value.line == line


def test_allowed() -> None:
    """What is declared may be used, customer text in the user role included."""
    check("{% user %}{{ message.text }}{{ answer.summary }}{% enduser %}{{ brand.name }}")
    check("{% macro m(x) %}{{ x }}{% endmacro %}{{ m(brand.name) }}{% set valid = 1 %}{% include 'words' %}")
    check("{% from 'part' import a, b as c %}{% import 'part' as p %}{{ a() }}{{ c() }}{{ p.x }}")  # refused as tags
