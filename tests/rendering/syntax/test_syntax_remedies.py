"""A mistake in a template is explained to people who do not program."""

from __future__ import annotations

import pytest

from tonekit.errors import TemplateError
from tonekit.rendering.environment import build_environment, inert_in_markdown
from tonekit.rendering.syntax.text_errors import parsed

ENVIRONMENT = build_environment(inert_in_markdown)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Hej {{{customer.name}}}", "three braces in a row mean nothing here; write two: {{ customer.name }}"),
        ("{{#if a}}x{{/if}}", "this is the syntax of Mustache or Handlebars; write {% if … %}…{% endif %}, "),
        ("{{> footer}}", "this is the syntax of Mustache or Handlebars; write "),
        ("{{ a }", "a tag does not end with one brace; write }} or %}"),
        ("{% if a }x{% endif %}", "a tag does not end with one brace; write }} or %}"),
        ("{% if a = 1 %}x{% endif %}", "one = sets a value; two compare: =="),
        ("{% if a %}x{% elseif b %}y{% endif %}", "there is no tag 'elseif' here; write {% elif … %}"),
        ("{% if a %}x{% else if b %}y{% endif %}", "'else if' is one word here; write {% elif … %}"),
        ("{% if a %}x{% end %}", "there is no tag 'end' here; write {% endif %} or {% endfor %}"),
        ("{% if a %}x{% endfi %}", "there is no tag 'endfi' here; did you mean 'endif'?"),
        ("{% translate %}", "there is no tag 'translate' here; tags are if, elif, "),
        ("x{% endif %}", "'endif' has no beginning before it, or another tag is still open; delete it, "),
        ("{# remark {{ a }}", "the remark that {# opens is not closed; write #} where it ends"),
        ("{% if a and %}x{% endif %}", "something is missing before the end of this tag; write a name or a value"),
        ("{{ }}", "something is missing before the end of this tag; write a name or a value"),
        ("{% if a && b %}x{% endif %}", "the sign & has no meaning between the braces; write and"),
        ("{% if !a %}x{% endif %}", "the sign ! has no meaning between the braces; write not"),
        ('{{ a | default: "x" }}', 'a filter takes its value in brackets: default("x")'),
        ('{% if a contains "x" %}x{% endif %}', 'write "word" in value'),
        ("{% for x of a %}{% endfor %}", "write {% for each in … %}"),
        ("{{ customer name }}", "'name' does not belong here; write one value between the braces, "),
        ("{% if a %}x{% endif", "the tag is not closed; write }} or %} where it ends"),
    ],
)
def test_a_mistake_is_told_with_what_to_write(text: str, said: str) -> None:
    """Line, what is wrong, and what to write instead; no word of the parser."""
    with pytest.raises(TemplateError) as caught:
        parsed(ENVIRONMENT, f"First line.\n{text}\n", "replies/note/en.md.j2")

    assert said in str(caught.value)
    assert caught.value.line in (2, 3)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{{{{ {'(' * 5000}1{')' * 5000} }}}}", id="too deep"),
        pytest.param(f"{{{{ {'9' * 6000} }}}}", id="too many digits"),
    ],
)
def test_what_the_parser_gives_up_on_is_a_mistake_like_others(text: str) -> None:
    """Brackets thousands deep and numbers of thousands of digits are mistakes in a template too."""
    with pytest.raises(TemplateError, match="nests too deeply, or holds a number with too many digits"):
        parsed(ENVIRONMENT, text, "x")
