"""Which comparisons with labels are refused."""

from __future__ import annotations

import pytest

from tonekit.errors import TemplateError
from tonekit.rendering.environment import build_environment, inert_in_markdown
from tonekit.rendering.syntax.compared_labels import check_compared
from tonekit.rendering.syntax.parsed_file import parsed_file

SANDBOX = build_environment(inert_in_markdown)
NAME = "replies/note/en.md.j2"


def check(condition: str) -> None:
    """Check a template with a condition."""
    check_compared([parsed_file(SANDBOX, f"{{% if {condition} %}}Hello{{% endif %}}", NAME)])


@pytest.mark.parametrize(
    "condition",
    [
        pytest.param("style.tone == 'warm'", id="label"),
        pytest.param("reading.urgency != ''", id="whether there is one"),
        pytest.param("'elev' in reading.urgency", id="part of a label"),
        pytest.param("reading.urgency in 'elevated, critical'", id="part of a text"),
        pytest.param("reading.urgency == reading.mood != 'frustrated'", id="what stands next to it"),
        pytest.param("style.urgency_first == 'true'", id="truth"),
        pytest.param("order.number == 'x'", id="another input"),
    ],
)
def test_allowed(condition: str) -> None:
    """What may hold, or compares a part of a label only, is none of our business."""
    check(condition)


@pytest.mark.parametrize(
    "condition",
    [
        pytest.param("style.tone == 'wram'", id="equal"),
        pytest.param("'wram' != style.tone", id="the other way round"),
        pytest.param("style.tone not in ('warm', 'wram')", id="among several"),
        pytest.param("'a' == 'a' == style.tone == 'wram'", id="in a row"),
    ],
)
def test_refused(condition: str) -> None:
    """A label that does not exist is named."""
    with pytest.raises(TemplateError, match=r"'style\.tone' is never '(?:wram|a)'"):
        check(condition)


def test_a_name_of_the_template_itself_is_another_thing() -> None:
    """Who calls the entry of a loop `style` compares with what it holds."""
    text = "{% for style in rows %}{% if style.tone == 'x' %}Hello{% endif %}{% endfor %}"

    check_compared([parsed_file(SANDBOX, text, NAME)])
