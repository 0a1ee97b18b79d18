"""A parsed file says what it includes and which phrases it asks for, and is one object as long as its text stays."""

from __future__ import annotations

import pytest

from tonekit.errors import TemplateError
from tonekit.rendering.environment import build_environment, inert_in_markdown
from tonekit.rendering.syntax.parsed_file import ParsedFile, parsed_file, with_parts

ENVIRONMENT = build_environment(inert_in_markdown)
PARTS = {
    "a": '{% include "b" %}{% include "c" %}',
    "b": '{% if x %}{% include "c" %}{% endif %}{% include "a" %}',
    "c": "{{ phrase('closing') }}",
    "gap": '{% include "gone" %}{% include "wrong" %}{% include "c" %}',
    "wrong": "{% if x %}",
}


def part(name: str) -> ParsedFile:
    """Return a part by name."""
    if name not in PARTS:
        raise TemplateError("no such file", template=name)
    return parsed_file(ENVIRONMENT, PARTS[name], name)


@pytest.mark.parametrize(
    ("text", "includes", "slots", "computes"),
    [
        pytest.param("Hi {{ x }}", (), set(), False, id="text"),
        pytest.param('{% include "b" %}{% if x %}{% include "a" %}{% endif %}', ("b", "a"), set(), False, id="parts"),
        pytest.param("{{ phrase('a') }}{{ phrase('b', widen=true) }}", (), {"a", "b"}, False, id="slots"),
        pytest.param("{{ phrase('a') }}{{ phrase(x) }}", (), {"a"}, True, id="computed"),
        pytest.param("{{ phrase() }}{{ other('a') }}", (), set(), True, id="without-slot"),
    ],
)
def test_file_knows_what_it_asks_for(text: str, includes: tuple[str, ...], slots: set[str], computes: bool) -> None:
    """Includes stand in their order, slots that are written out by name; one that is computed is told apart."""
    file = parsed_file(ENVIRONMENT, text, "x")

    assert (file.includes, set(file.slots), file.computes_slot) == (includes, slots, computes)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("c", ["c"], id="none"),
        pytest.param("a", ["a", "b", "c"], id="each-once-with-a-circle"),
        pytest.param("gap", ["gap", "c"], id="what-cannot-be-included"),
    ],
)
def test_parts_at_any_depth(name: str, expected: list[str]) -> None:
    """A file comes with all that it includes; a circle ends, and what is missing or wrong is left out."""
    assert [each.name for each in with_parts(part(name), part)] == expected


def test_one_object_for_one_text() -> None:
    """The same text under the same name in the same environment is parsed once, and nothing else is taken for it."""
    file = parsed_file(ENVIRONMENT, "Hi", "x")
    others = [
        parsed_file(ENVIRONMENT, "Ho", "x"),
        parsed_file(ENVIRONMENT, "Hi", "y"),
        parsed_file(build_environment(inert_in_markdown), "Hi", "x"),
    ]

    assert parsed_file(ENVIRONMENT, "Hi", "x") is file
    assert file not in others
