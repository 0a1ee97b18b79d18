"""What is printed without being asked for is found through conditions, names and includes, and nothing else is."""

from __future__ import annotations

import pytest

from tonekit.rendering.environment import build_environment, inert_in_markdown
from tonekit.rendering.lint.guards import Scope, find_gaps

ENVIRONMENT = build_environment(inert_in_markdown)
PARTS = {"part": "{{ a.b }}", "guarded": "{% if a.b %}{{ a.b }}{% endif %}"}


def gaps(source: str) -> list[str]:
    """Return the inputs that a template prints unguarded; `a.b` and `c.d` may be missing, `x.y` never is."""
    scope = Scope({"a.b", "c.d"}, lambda name: ENVIRONMENT.parse(PARTS[name]), ("x.j2",))
    return [gap.path for gap in find_gaps(ENVIRONMENT.parse(source), scope)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("{{ a.b }} {{ x.y }}", ["a.b"], id="plain"),
        pytest.param("{% if a.b %}{{ a.b }}{{ c.d }}{% endif %}", ["c.d"], id="if"),
        pytest.param("{% if not a.b %}{{ a.b }}{% else %}{{ a.b }}{% endif %}", ["a.b"], id="not"),
        pytest.param("{% if a.b and c.d %}{{ a.b }}{{ c.d }}{% endif %}", [], id="and"),
        pytest.param("{% if a.b or c.d %}{{ a.b }}{% endif %}", ["a.b"], id="or"),
        pytest.param("{% if not a.b or not c.d %}x{% else %}{{ a.b }}{{ c.d }}{% endif %}", [], id="neither"),
        pytest.param("{% if not a.b and x.y %}x{% else %}{{ a.b }}{% endif %}", ["a.b"], id="not-both"),
        pytest.param("{% if x.y %}x{% elif a.b %}{{ a.b }}{% else %}{{ c.d }}{% endif %}", ["c.d"], id="elif"),
        pytest.param("{% if a.b is defined %}{{ a.b }}{% endif %}", [], id="defined"),
        pytest.param("{% if a.b is undefined %}{{ a.b }}{% else %}{{ a.b }}{% endif %}", ["a.b"], id="undefined"),
        pytest.param("{% if a.b == 'x' %}y{% endif %}", ["a.b"], id="compared"),
        pytest.param("{% if a.b and a.b == 'x' %}y{% endif %}", [], id="compared-behind-a-guard"),
        pytest.param("{% if a.b|length > 1 %}y{% endif %}", ["a.b"], id="counted"),
        pytest.param("{{ a.b|default('x') }}{{ a.b or 'x' }}", [], id="fallback"),
        pytest.param("{{ a.b if a.b else 'x' }}{{ 'x' if not c.d else c.d }}", [], id="inline"),
        pytest.param("{{ a.b if a.b }}", [""], id="inline-without-else"),
        pytest.param("{% for i in a.b %}{{ i }}{% endfor %}", ["a.b"], id="loop"),
        pytest.param("{% set n = a.b %}{% if n %}{{ n }}{{ a.b }}{% endif %}{{ n }}", ["a.b"], id="another-name"),
        pytest.param("{% set n = a.b and x.y %}{% if n %}{{ a.b }}{% endif %}", [], id="name-of-a-condition"),
        pytest.param("{% set n = a.b and x.y %}{% if not n %}{{ a.b }}{% endif %}", ["a.b"], id="name-that-says-no"),
        pytest.param("{% set n = not a.b %}{% if not n %}{{ a.b }}{% endif %}", [], id="name-of-a-denial"),
        pytest.param("{% set n = a.b and x.y %}{% set n = x.y %}{% if n %}{{ a.b }}{% endif %}", ["a.b"], id="renamed"),
        pytest.param("{% include 'part' %}", ["a.b"], id="include"),
        pytest.param("{% if a.b %}{% include 'part' %}{% endif %}{% include 'guarded' %}", [], id="guarded-include"),
        pytest.param("{% user %}{{ a.b }}{% enduser %}", ["a.b"], id="role"),
    ],
)
def test_gaps(source: str, expected: list[str]) -> None:
    """Every way of asking counts, and only as far as it reaches."""
    assert gaps(source) == expected
