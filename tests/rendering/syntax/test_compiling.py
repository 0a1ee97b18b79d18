"""A template compiled into one piece does what its parts say, and errors still name the part."""

from __future__ import annotations

from typing import Any

import pytest
from jinja2 import nodes

from tonekit.errors import MissingInputError, TemplateError
from tonekit.rendering.contracts.values import Text
from tonekit.rendering.environment import build_environment, inert_in_markdown
from tonekit.rendering.filling import fill, sections
from tonekit.rendering.markup.provenance import unmarked
from tonekit.rendering.prompt_blocks import role_blocks
from tonekit.rendering.syntax.compiling import Compiled, compiled
from tonekit.rendering.syntax.variables import included

PARTS = {
    "parts/inner.j2": "\n\n<{{ customer.name }}>",
    "parts/outer.j2": '{% set word = "part" %}\n{{ word }} {% include "parts/inner.j2" %}',
    "parts/item.j2": "{{ each }},",
    "parts/filter.j2": "a\n{{ customer.name | upprcase }}",
}
ENVIRONMENT = build_environment(inert_in_markdown)


def parse(name: str) -> nodes.Template:
    """Parse a part."""
    return ENVIRONMENT.parse(PARTS[name], name)


def made(source: str) -> Compiled:
    """Compile a template with these parts."""
    return compiled(ENVIRONMENT.parse(source, "top.j2"), ENVIRONMENT, parse, name="top.j2")


def text(source: str, **values: Any) -> str:
    """Fill a template with these parts."""
    return unmarked(fill(made(source), sections({"customer.name": Text.of("Kim", "customer"), **values}), longest=999))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param('a {% include "parts/inner.j2" %} b', "a \n\n<Kim> b", id="include"),
        pytest.param('{% include "parts/outer.j2" %}', "part \n\n<Kim>", id="in-an-include"),
        pytest.param(
            '{% set word = "top" %}{% include "parts/outer.j2" %} {{ word }}', "part \n\n<Kim> top", id="own-variables"
        ),
        pytest.param(
            '{% for each in range(3) %}{% include "parts/item.j2" %}{% endfor %}', "0,1,2,", id="variables-of-a-loop"
        ),
        pytest.param('{% include "parts/inner.j2" %}{% include "parts/inner.j2" %}', "\n\n<Kim>\n\n<Kim>", id="twice"),
    ],
)
def test_includes_read_as_ever(source: str, expected: str) -> None:
    """What a part prints and sets stays as it is when the part is written into the template."""
    assert text(source) == expected


def test_error_in_a_part_names_the_part() -> None:
    """What is missing in a part of a part is reported with that file and its line."""
    with pytest.raises(MissingInputError) as caught:
        fill(made('a\n{% include "parts/outer.j2" %}'), {}, longest=99)

    assert (caught.value.template, caught.value.line, caught.value.input_path) == ("parts/inner.j2", 3, "customer.name")


def test_unknown_filter_in_a_part_names_the_part() -> None:
    """A filter that does not exist is found when code is made, and named with file and line."""
    with pytest.raises(TemplateError, match="upprcase") as caught:
        made('a\n{% include "parts/filter.j2" %}')

    assert (caught.value.template, caught.value.line) == ("parts/filter.j2", 2)


def test_parts_are_named() -> None:
    """All parts are found, those of parts too."""
    tree = ENVIRONMENT.parse('{% include "parts/outer.j2" %}')

    assert [name for name, _ in included(tree, parse, name="top.j2")] == ["parts/outer.j2", "parts/inner.j2"]


@pytest.mark.parametrize(
    ("source", "straight"),
    [
        pytest.param("Hi {{ customer.name }},", ("Hi ", ("customer", "name"), ","), id="prints"),
        pytest.param("{% if customer.name %}a{% endif %}", (), id="asks"),
        pytest.param("{{ customer.name | upper }}", (), id="filters"),
        pytest.param("{{ 7 * 7 }}", (), id="computes"),
    ],
)
def test_straight_templates(source: str, straight: tuple[Any, ...]) -> None:
    """A template that does nothing but print is known as such, and prints the same without Jinja."""
    template = made(source)
    context = sections({"customer.name": Text.of("Kim", "customer")})

    assert template.straight == straight
    assert template.printed(context) in (None, fill(template, context, longest=99))
    assert template.printed({"customer": {}}) is None


@pytest.mark.parametrize(
    ("source", "labels"),
    [
        pytest.param(
            "{% system %}{{ brand.name }} {{ reading.mood }} {{ reading.request }}{% endsystem %}"
            "\n{% user %}{{ message.text }}{% enduser %}",
            [("reading.mood", "reading.request"), None],
            id="system-and-user",
        ),
        pytest.param("{% system %}{{ phrase('x') }}{% endsystem %}", [None], id="phrases-vary"),
        pytest.param("{% if brand.name %}{% user %}a{% enduser %}{% endif %}", [], id="more-than-blocks"),
        pytest.param("{% set a = 1 %}{% user %}{{ a }}{% enduser %}", [], id="variable-outside"),
    ],
)
def test_role_blocks(source: str, labels: list[tuple[str, ...] | None]) -> None:
    """A block that depends on style, brand and labels alone is known as such; other prompts are written whole."""
    tree = ENVIRONMENT.parse(source)
    blocks = role_blocks(tree, parse, lambda block: compiled(block, ENVIRONMENT, parse, name="p.j2"), name="p.j2")

    assert [block.labels for block in blocks] == labels
