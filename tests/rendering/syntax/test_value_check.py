"""What a template cannot do with its values is known before anything is rendered, and nothing else is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit import ToneKit
from tonekit.errors import TemplateError, ToneKitError
from tonekit.rendering.contracts.values import InputType, Text
from tonekit.rendering.environment import build_environment, inert_in_markdown
from tonekit.rendering.filling import fill, sections
from tonekit.rendering.syntax.compiling import compiled
from tonekit.rendering.syntax.value_check import check_values

ENVIRONMENT = build_environment(inert_in_markdown)
INPUTS: dict[str, InputType | None] = {
    "a.date": "date",
    "a.datetime": "datetime",
    "a.datetimes": "datetimes",
    "a.flag": "flag",
    "a.links": "links",
    "a.list": "list",
    "a.money": "money",
    "a.number": "number",
    "a.prices": "prices",
    "a.text": "text",
    "a.time": "time",
    "a.turns": "turns",
    "customer.first_name": "line",
    "customer.name": "line",
    "one": "line",
    "said.need": None,
}


def problems(source: str) -> list[str]:
    """Return what the check says of a template."""
    try:
        check_values(ENVIRONMENT.parse(source), lambda _: ENVIRONMENT.parse("\n{{ x.foo }}"), name="x", inputs=INPUTS)
    except TemplateError as error:
        return [each.problem for each in (error, *error.more) if isinstance(each, TemplateError)]
    return []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("{{ customer.name.first }}", "did you mean 'customer.first_name'?", id="part-of-a-name"),
        pytest.param("{{ a.text.foo }}", "'a.text.foo' is not declared", id="below-a-text"),
        pytest.param('{{ a["text"]["foo"] }}', "'a.text.foo' is not declared", id="in-brackets"),
        pytest.param("{{ a.text.upper }}", "write the filter: {{ a.text | upper }}", id="filter-as-entry"),
        pytest.param("{{ a.links.url }}", "{% for each in a.links %}{{ each.url }}{% endfor %}", id="below-a-list"),
        pytest.param("{{ a.money.amount }}", "'a.money.amount' is not declared", id="below-money"),
        pytest.param("{{ one.two }}", "nothing stands below 'one'", id="input-without-a-group"),
        pytest.param("{{ brand.name.x }}", "'brand.name.x' is not declared", id="always-there"),
        pytest.param("{{ said.need.x }}", "'said.need.x' is not declared", id="type-not-known"),
        pytest.param("{% if a.text.foo %}{% endif %}", "'a.text.foo' is not declared", id="condition"),
        pytest.param("{% for x in a.links %}{{ x.uri }}{% endfor %}", "did you mean 'x.url'?", id="item"),
        pytest.param("{% for x in a.list %}{{ x.text }}{% endfor %}", "'x.text' is not declared", id="item-of-texts"),
        pytest.param("{% for x in a.links if x.foo %}{% endfor %}", "'x.foo' is not declared", id="loop-test"),
        pytest.param("{{ (a.links | first).uri }}", "did you mean '(a.links | first).url'?", id="first"),
        pytest.param("{% for x in a.list %}{{ loop.nr }}{% endfor %}", "'loop' has index, ", id="loop-counter"),
        pytest.param("{% set x = a.text %}{{ x.foo }}", "'x.foo' is not declared", id="set"),
        pytest.param("{% set x %}y{% endset %}{{ x.foo }}", "'x.foo' is not declared", id="set-block"),
        pytest.param("{% with x = a.text %}{{ x.foo }}{% endwith %}", "'x.foo' is not declared", id="with"),
        pytest.param("{% set x = a.text %}{% include 'part' %}", "'x.foo' is not declared", id="include"),
        pytest.param("{% set q = [{'k': a.text.foo}] %}", "'a.text.foo' is not declared", id="in-a-list"),
        pytest.param("{{ a }}", "is a group of inputs and cannot be printed", id="group"),
        pytest.param("{{ a.text.upper() }}", "write the filter: {{ a.text | upper }}", id="method"),
        pytest.param('{{ a.text["upper"]() }}', "'a.text.upper' is called", id="method-in-brackets"),
        pytest.param("{{ a.text.strip().upper() }}", "'a.text.strip().upper' is called", id="methods"),
        pytest.param("{{ phrase('x').upper() }}", "is called", id="method-of-a-phrase"),
        pytest.param("{{ one() }}", "'one' is called", id="input-called"),
        pytest.param('{{ a.text + "!" }}', "write texts beside each other", id="text-added"),
        pytest.param("{{ a.text * 3 }}", "'*' works on numbers, and 'a.text' is a text", id="text-multiplied"),
        pytest.param("{{ a.money - 1 }}", "'-' works on numbers, and 'a.money' is a text", id="money"),
        pytest.param("{{ a.money * 2 }}", "; amounts, dates and times are texts in templates: give a flag", id="sum"),
        pytest.param("{{ a.money + a.money }}", "give a flag, or a second input of type number", id="money-added"),
        pytest.param("{{ a.money + '!' }}", "write texts beside each other", id="money-and-text"),
        pytest.param("{{ a.number * '3' }}", "'3' is a text; write a number, without quotes", id="literal"),
        pytest.param("{{ -a.text }}", "'-' works on numbers", id="sign"),
        pytest.param('{{ a.text | default("") + "s" }}', "'+' works on numbers", id="filtered"),
        pytest.param("{{ a.list + a.list }}", "and 'a.list' is a list", id="lists-added"),
        pytest.param("{% for p in a.prices %}{{ p.price * 2 }}{% endfor %}", "and 'p.price' is a text", id="price"),
        pytest.param("{{ said.need + '!' }}", "'!' is a text", id="need-and-text"),
        pytest.param("{{ a.number ** 2 }}", "'**' is not used here", id="power"),
        pytest.param("{% if a.text > 3 %}{% endif %}", "'>' works on numbers", id="order"),
        pytest.param("{% if a.money > a.money %}{% endif %}", "a text here; amounts, dates and", id="order-of-money"),
        pytest.param("{% if a.money >= 100 %}{% endif %}", "a second input of type number", id="money-and-number"),
        pytest.param("{% if '9' < (a.money or '') %}{% endif %}", "'…' is a text here", id="money-or-text"),
        pytest.param(
            "{% if a.date < a.datetime %}{% endif %}", "'<' works on numbers, and 'a.date'", id="order-of-days"
        ),
        pytest.param(
            "{% if a.text <= a.time %}{% endif %}", "'<=' works on numbers, and 'a.time'", id="order-of-times"
        ),
        pytest.param("{% if 1 < a.number < a.date %}{% endif %}", "and 'a.date' is a text here", id="order-of-three"),
        pytest.param("{% if a.list > a.list %}{% endif %}", "count what a list has: | length", id="order-of-lists"),
        pytest.param("{% for d in a.datetimes if d > 'x' %}{% endfor %}", "'d' is a text here", id="order-of-items"),
        pytest.param(
            "{{ phrase }}",
            """'phrase' is a function and cannot be printed; call it: {{ phrase("slot") }}""",
            id="function",
        ),
        pytest.param("{{ range(3) }}", "{% for each in range(…) %}{{ each }}{% endfor %}", id="range-printed"),
        pytest.param("{{ range }}", "call it: {% for each in range(3) %}", id="range-not-called"),
        pytest.param('{{ a.list if a.flag else "" }}', "'a.list' is a list", id="list-in-a-branch"),
        pytest.param('{{ "" if a.flag else a.links }}', "'a.links' is a list", id="list-in-the-other-branch"),
        pytest.param('{{ a.list | default("none") }}', "'a.list' is a list", id="list-or-default"),
        pytest.param("{{ a.text or (a.flag and a.list) }}", "'a.list' is a list", id="list-in-the-end"),
        pytest.param("{{ a.list }}", "in a loop: {% for each in a.list %}{{ each }}{% endfor %}", id="list-printed"),
        pytest.param("{{ a.prices | sort }}", "is a list and cannot be printed", id="sorted-printed"),
        pytest.param("{{ ['a'] }}", "is a list and cannot be printed", id="list-of-the-author"),
        pytest.param("{% for l in a.links %}{{ l }}{% endfor %}", "; print {{ l.text }}", id="item-printed"),
        pytest.param("{% for l in a.list %}{{ loop }}{% endfor %}", "; print {{ loop.index }}", id="loop-printed"),
        pytest.param(
            "{% macro m() %}{% endmacro %}{{ m }}", "'m' is a macro and cannot be printed", id="macro-printed"
        ),
        pytest.param("{% for i in range(1000 * 1000) %}{% endfor %}", "1000000 turns, but at most 500", id="long-loop"),
        pytest.param(
            "{% for i in range(-1, 10 * 99999999999999) %}{% endfor %}", "turns, but at most 500", id="huge-loop"
        ),
        pytest.param("{% for i in range(a.text) %}{% endfor %}", "'range' works on numbers", id="range-of-a-text"),
        pytest.param("{% for i in a.number %}{% endfor %}", "a loop needs a list", id="loop-over-a-number"),
    ],
)
def test_refused(source: str, expected: str) -> None:
    """What would fail at the customer is refused once, with what to do instead."""
    found = problems(source)

    assert [expected in each for each in found] == [True]
    assert "; " in found[0]


@pytest.mark.parametrize(
    "source",
    [
        "{% for i in range(1, 20) %}{{ i + 1 }}{{ loop.index }}{% endfor %}",
        "{{ a.text ~ '!' }}{{ a.text | int + 1 }}{{ a.text[0:3] }}{{ a.text[0] }}{{ a.number * 2 - 1 }}",
        "{{ a.links[0].url }}{{ (a.links | last).text }}{{ a.list | join(', ') | upper }}",
        "{% for t in a.turns %}{{ t.author }}{{ t.text }}{% endfor %}",
        "{% for p in a.prices %}{{ p.text }}{{ p.each }}{{ p.quantity * 2 }}{% endfor %}",
        "{% for x in said.need %}{{ x.url }}{% endfor %}{{ said.need * 2 }}",
        "{% if a.number > 3 and a.text | length > 3 and a.text > 'm' %}{% endif %}",
        "{% if a.flag %}{% set q = a.text %}{% else %}{% set q = a.links %}{% endif %}{{ q.foo }}",
        "{% macro m(q) %}{{ q.foo }}{{ caller() }}{% endmacro %}{{ m(1) }}{% call m(2) %}{% endcall %}",
        "{{ {3: 'three'}[a.number] | default(a.number) }}{{ {'k': 1}['k'] }}{{ style.cheer }}{{ style.focus | first }}",
        "{% system %}{{ brand.name }}{% endsystem %}",
        "{{ unknown.below.it }}{{ unknown() }}",
        "{% if a.money == a.text and a.date != a.datetime and a.list == a.list %}{% endif %}{{ a.money }}{{ a.date }}",
        "{% if a.datetimes | length > 1 %}{{ a.datetimes[0] }}{% endif %}{{ a.list | join(', ') }}",
        "{% macro m(t, n=2) %}{{ t }}{{ n }}{{ caller() }}{% endmacro %}{{ m('a') }}",
    ],
)
def test_allowed(source: str) -> None:
    """What works, and what another check reports, is left alone."""
    assert problems(source) == []


_EXPRESSIONS = st.recursive(
    st.sampled_from(["a.text", "a.number", "a.list", "a.links", "a.x.y", "one", "3", "'t'", "phrase('x')", "a", "q"]),
    lambda inner: st.one_of(
        st.builds("{}.foo".format, inner),
        st.builds("({} {} {})".format, inner, st.sampled_from(["+", "*", "**", "~", "and", "or", "<", "in"]), inner),
        st.builds("({} | {})".format, inner, st.sampled_from(["first", "upper", "length", "default(1)", "list"])),
        st.builds("{}({})".format, inner, inner),
        st.builds("{}[{}]".format, inner, inner),
        st.builds("({} if {} else {})".format, inner, inner, inner),
        st.builds("range({})".format, inner),
    ),
    max_leaves=8,
)


@given(_EXPRESSIONS)
def test_no_expression_is_too_odd(source: str) -> None:
    """Whatever an expression holds, the check comes back with problems and never with an error of its own."""
    for each in problems(
        f"{{{{ {source} }}}}{{% set q = {source} %}}{{% for x in {source} %}}{{{{ x.y }}}}{{% endfor %}}"
    ):
        assert each


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("{{ answer.summary.first }}", "'answer.summary.first' is not declared", id="below"),
        pytest.param("{{ answer.summary.upper() }}", "{{ answer.summary | upper }}", id="method"),
        pytest.param("{% for i in range(10 ** 9) %}.{% endfor %}", "'**' is not used here", id="power"),
    ],
)
def test_start_refuses(tmp_path_factory: pytest.TempPathFactory, body: str, expected: str) -> None:
    """A program with such a template does not start: the error names file, line and what to do."""
    folder = tmp_path_factory.mktemp("templates")
    file = folder / "replies" / "product_information" / "en.md.j2"
    file.parent.mkdir(parents=True)
    file.write_text(f"Hello,\n{body}\n", encoding="utf-8")

    with pytest.raises(ToneKitError) as caught:
        ToneKit(templates=folder)

    assert "replies/product_information/en.md.j2:2: " in str(caught.value)
    assert expected in str(caught.value)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("{% macro row(t, n=2) %}{{ t }} {{ n }}{% endmacro %}{{ row('Made', 3) }}", id="macro"),
        pytest.param(
            "{% macro m() %}{{ caller('Made') }}{% endmacro %}{% call(t) m() %}{{ t }} 3{% endcall %}", id="call"
        ),
        pytest.param("{% with first = 'Made', n = 3 %}{{ first }} {{ n }}{% endwith %}", id="with"),
    ],
)
def test_names_of_a_block(tmp_path: Path, body: str) -> None:
    """Arguments of macros and calls and names of `with` need no declaration, and are written as they are given."""
    file = tmp_path / "replies" / "product_information" / "en.md.j2"
    file.parent.mkdir(parents=True)
    file.write_text(f"{body} for you: {{{{ answer.summary }}}}\n", encoding="utf-8")
    facts = {"answer": {"summary": "yes"}}

    reply = ToneKit(templates=tmp_path).personalize("Does it print?", facts=facts, template="product_information").reply

    assert reply is not None
    assert reply.text.startswith("Made 3 for you: yes")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("{{ a.text.foo }}", "'a.text.foo' is not there; nothing stands below 'a.text'", id="entry"),
        pytest.param("{{ a.text.foo.bar }}", "'a.text.foo.bar' is not there", id="entries"),
        pytest.param("{{ a.text.upper() }}", "'a.text.upper' is not there", id="method"),
        pytest.param('{{ a.text["upper"]() }}', "'a.text.upper' is not there", id="method-in-brackets"),
        pytest.param("{{ a.list[3] }}", "there is no item [3] here; ask first", id="item"),
        pytest.param("{{ a.missing.x }}", "'a.missing.x' is missing or blank; give it", id="missing-input"),
    ],
)
def test_said_while_rendering(source: str, expected: str) -> None:
    """Where it shows only while rendering, the message names the whole path and what to do."""
    made = compiled(ENVIRONMENT.parse(source), ENVIRONMENT, lambda _: ENVIRONMENT.parse(""), name="x.j2")
    context = sections({"a.text": Text.of("Hey", "agent"), "a.list": []})

    with pytest.raises(TemplateError) as caught:
        fill(made, context, longest=1000)

    assert str(caught.value).startswith("x.j2:1: ")
    assert expected in str(caught.value)
