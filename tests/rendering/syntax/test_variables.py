"""What a template uses is known before it is rendered, with its line."""

from __future__ import annotations

import pytest

from tonekit.rendering.environment import build_environment, inert_in_markdown
from tonekit.rendering.syntax.variables import find_uses

ENVIRONMENT = build_environment(inert_in_markdown)
PARTS = {"part": "{{ answer.summary }}\n{{ brand.name }}"}


def uses(source: str) -> list[tuple[str, int, str | None]]:
    """Return path, line and role of everything that a template uses."""
    found = find_uses(ENVIRONMENT.parse(source), lambda name: ENVIRONMENT.parse(PARTS[name]), name="x.j2")
    return [(use.path, use.line, use.role) for use in found]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("{{ a.b }}\n{{ c }}", [("a.b", 1, None), ("c", 2, None)], id="paths-and-lines"),
        pytest.param("{{ a.b.c.d }}", [("a.b", 1, None)], id="deep-paths-are-entries"),
        pytest.param("{% for x in a.list %}{{ x.text }}{{ loop.index }}{% endfor %}", [("a.list", 1, None)], id="loop"),
        pytest.param("{% set x = a.b %}{{ x }}", [("a.b", 1, None)], id="set"),
        pytest.param("{% for x in a.b %}{% set y = x %}{{ y }}{% endfor %}", [("a.b", 1, None)], id="set-in-loop"),
        pytest.param("{% macro m(t, n=a.b) %}{{ t }}{{ n }}{% endmacro %}{{ m(1) }}", [("a.b", 1, None)], id="macro"),
        pytest.param("{% macro m(t) %}{{ t }}{% endmacro %}{{ t }}", [("t", 1, None)], id="argument-outside"),
        pytest.param(
            "{% macro m() %}{{ caller(1) }}{% endmacro %}{% call(t) m() %}{{ t }}{{ a.b }}{% endcall %}",
            [("caller", 1, None), ("a.b", 1, None)],
            id="call",
        ),
        pytest.param(
            "{% with x = a.b, y = c.d %}{{ x.e }}{{ y }}{% endwith %}", [("a.b", 1, None), ("c.d", 1, None)], id="with"
        ),
        pytest.param(
            "{% with x = x.b %}{{ x }}{% endwith %}{{ x }}", [("x.b", 1, None), ("x", 1, None)], id="with-only"
        ),
        pytest.param("{% if a.b and not c.d %}x{% endif %}", [("a.b", 1, None), ("c.d", 1, None)], id="condition"),
        pytest.param("{{ a.b|default(c.d) }}", [("a.b", 1, None), ("c.d", 1, None)], id="filter"),
        pytest.param("{% include 'part' %}", [("answer.summary", 1, None), ("brand.name", 2, None)], id="include"),
        pytest.param(
            "{% system %}{{ a.b }}{% endsystem %}{% user %}{{ c.d }}{% enduser %}",
            [("a.b", 1, "system"), ("c.d", 1, "user")],
            id="roles",
        ),
    ],
)
def test_uses(source: str, expected: list[tuple[str, int, str | None]]) -> None:
    """Dotted paths are found through conditions, loops, filters, includes and roles."""
    assert uses(source) == expected
