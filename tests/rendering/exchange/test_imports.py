"""Templates of other tools become ours: they say the same, and notes name what could not be carried over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tonekit.errors import DataFileError
from tonekit.files.datafile import DataFile
from tonekit.rendering.contracts.contract_reading import read_contract
from tonekit.rendering.environment import build_environment, inert_in_markdown
from tonekit.rendering.exchange.dotprompt import read_dotprompt
from tonekit.rendering.exchange.imported_inputs import ImportedInputs
from tonekit.rendering.exchange.imported_template import ImportedTemplate, template_id, write_templates
from tonekit.rendering.exchange.optional_inputs import guard_optional
from tonekit.rendering.exchange.prompty import read_prompty
from tonekit.rendering.exchange.template_spelling import input_name, literal_text
from tonekit.rendering.exchange.zammad import read_zammad
from tonekit.rendering.folders.sources import TemplateFolders
from tonekit.rendering.lint.linter import lint

ENVIRONMENT = build_environment(inert_in_markdown)

CSV = """name,keywords,content,note,active,groups
Passwort zurücksetzen,pw,"<p>Hallo #{ticket.customer.firstname},</p><div>Ticket #{ticket.number} ist <b>offen</b>.<br>\
Siehe <a href=""https://example.com/h"">Hilfe</a> {{x}}</div><ul><li>Eins</li><li>Zwei</li></ul>",,true,Support
Passwort-Zurücksetzen,,Noch einmal.,,false,
"""
PASSWORD = """Hallo{% if customer.name %} {{ customer.name }}{% endif %},

Ticket {{ ticket.number }} ist **offen**.
Siehe [Hilfe](https://example.com/h) {{ '{{' }}x}}

- Eins
- Zwei
"""
DOTPROMPT = """---
model: some/model
input:
  schema:
    userName?: string, who writes
    tags(array): string, labels
    order(object):
      id: string
    paid: boolean
  default: {userName: Guest}
---
{{role "system"}}Be kind.{{! a comment }} {{>policy}}
{{role "user"}}
{{#if userName}}Name: {{userName}}{{else}}Nobody{{/if}}
{{#each tags}}- {{this}}
{{/each}}{{order.id}}{{#unless paid}} unpaid{{/unless}} {{media url=x}}
{{history}}
"""
PROMPT = """{% system %}
Be kind. {% include "parts/policy.j2" %}
{% endsystem %}
{% user %}
{% if user_name %}Name: {{ user_name }}{% else %}Nobody{% endif %}
{% for item in tags %}- {{ item }}
{% endfor %}{{ order.id }}{% if not paid %} unpaid{% endif %}@
{% if thread.turns %}
{% for turn in thread.turns %}
{{ turn.author }}:
{{ turn.text }}
{% endfor %}
{% endif %}
{% enduser %}
""".replace("@\n", " \n")
PROMPTY = """---
name: Greeter
description: Greets
model: {api: chat}
inputs:
  - {name: firstName, kind: string, required: true, description: who writes}
  - {name: question, kind: string, default: hi}
---
system:
You help {{firstName}}.

user:
{% for doc in docs %}- {{ doc }}{% endfor %}
{% if question %}{{question}}{% endif %}
"""


def contract_of(made: ImportedTemplate) -> dict[str, tuple[str, str, bool]]:
    """Read the contract of an imported template as the library does."""
    file = DataFile(Path("template.yaml"), made.files["template.yaml"])
    inputs = read_contract(file, made.folder).file.inputs
    return {path: (each.type, each.trust, each.required) for path, each in inputs.items()}


def test_zammad() -> None:
    """A text module becomes a reply: HTML is Markdown, variables are inputs, braces stay text, doubles get a number."""
    first, second = read_zammad(CSV, Path("modules.csv"), language="de")

    assert first.folder == "replies/passwort_zuruecksetzen"
    assert first.files["de.md.j2"] == PASSWORD
    assert contract_of(first) == {
        "customer.name": ("line", "customer", False),
        "ticket.number": ("line", "agent", True),
        "message.subject": ("line", "customer", False),
    }
    assert any("Support" in note for note in first.notes)
    assert second.folder == "replies/passwort_zuruecksetzen_2"
    assert any("switched off" in note for note in second.notes)


def test_zammad_with_other_separators() -> None:
    """Semicolons and tabs separate as well."""
    for separator in (";", "\t"):
        text = separator.join(["id", "name", "content"]) + "\n" + separator.join(["1", "Hi", "Hello"]) + "\n"

        assert [each.folder for each in read_zammad(text, Path("x.csv"), language="en")] == ["replies/hi"]


def test_dotprompt() -> None:
    """Roles, conditions, loops, partials and history become ours; what has no counterpart is a note."""
    made = read_dotprompt(DOTPROMPT, Path("greeting.formal.prompt"), language="en")

    assert made.folder == "prompts/greeting"
    assert made.files["en.j2"] == PROMPT
    assert contract_of(made) == {
        "user_name": ("text", "customer", False),
        "tags": ("list", "customer", True),
        "order.id": ("text", "customer", True),
        "paid": ("flag", "customer", True),
        "thread.turns": ("turns", "customer", False),
    }
    assert [any(word in note for note in made.notes) for word in ("policy", "media", "model", "defaults")] == [True] * 4


def test_prompty() -> None:
    """Role lines become blocks, names become legal, and what stands in the system role is not the customer's."""
    made = read_prompty(PROMPTY, Path("greeter.prompty"), language="en")

    assert made.files["en.j2"].startswith("{% system %}\nYou help {{first_name}}.\n{% endsystem %}\n{% user %}\n")
    assert contract_of(made) == {
        "first_name": ("text", "agent", True),
        "question": ("text", "customer", False),
        "docs": ("list", "customer", False),
    }
    assert any("system role" in note for note in made.notes)
    assert any("default of 'question'" in note for note in made.notes)


DEFAULTS = """---
input:
  schema:
    name: string
    order(object): {id: string}
    items(array): string
    topic: string
  default: {name: Guest, order: {id: none}, items: []}
---
{{role "system"}}You help {{name}} with {{topic}}.
{{role "user"}}{{#each items}}- {{this}}
{{/each}}{{#if name}}Hi {{name}}{{else}}Ho {{name}}{{/if}} {{order.id}}
"""
GUARDED = """{% system %}
You help {% if name %}{{ name }}{% endif %} with {{ topic }}.
{% endsystem %}
{% user %}
{% if items %}{% for item in items %}- {{ item }}
{% endfor %}{% endif %}{% if name %}Hi {{ name }}{% else %}Ho {% if name %}{{ name }}{% endif %}{% endif %} \
{% if order.id %}{{ order.id }}{% endif %}
{% enduser %}
"""


def test_what_has_a_default_may_be_missing() -> None:
    """An input with a default is optional, and what prints it or loops over it asks for it first."""
    made = read_dotprompt(DEFAULTS, Path("x.prompt"), language="en")

    assert made.files["en.j2"] == GUARDED
    assert {path: each[2] for path, each in contract_of(made).items()} == {
        "name": False,
        "order.id": False,
        "items": False,
        "topic": True,
    }

    text = "---\ninputs:\n  - {name: ctx, default: abc, required: true}\n---\nsystem:\nAbout {{ctx | upper}}.\n"
    made = read_prompty(text, Path("x.prompty"), language="en")
    assert "About {% if ctx %}{{ctx | upper}}{% endif %}." in made.files["en.j2"]
    assert contract_of(made) == {"ctx": ("text", "agent", False)}


@given(st.text(alphabet="{}% abif.|-\n") | st.text())
def test_guards_change_nothing_else(text: str) -> None:
    """Whatever a text holds, only guards are added to it."""
    made = guard_optional(text, {"a", "b.b"})

    assert made.replace("{% if a %}", "").replace("{% if b.b %}", "").replace("{% endif %}", "") == text.replace(
        "{% if a %}", ""
    ).replace("{% if b.b %}", "").replace("{% endif %}", "")


def test_imported_folder_is_readable(tmp_path: Path) -> None:
    """What is imported loads: no error but what the notes name, and every fact has a label for prompts."""
    prompt = PROMPTY.replace("{% for doc in docs %}- {{ doc }}{% endfor %}\n", "")
    write_templates(read_zammad(CSV.replace(" {{x}}", ""), Path("modules.csv"), language="de"), tmp_path)
    write_templates([read_prompty(prompt, Path("x"), language="en")], tmp_path)

    findings = lint(TemplateFolders(tmp_path))
    assert [each for each in findings if each.severity == "error" or each.rule == "fact-without-label"] == []


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """If one of the templates already exists, it stays as it is and none of the others is written."""
    first, second = (read_dotprompt(f"---\nname: {name}\n---\nHi", Path("x"), language="en") for name in ("b", "a"))
    write_templates([first], tmp_path)

    with pytest.raises(DataFileError, match="already exists, so nothing was written"):
        write_templates([second, first], tmp_path)
    assert not (tmp_path / second.folder).exists()


@pytest.mark.parametrize(
    ("read", "text", "words"),
    [
        pytest.param("zammad", "title,text\na,b\n", "'name' and 'content'", id="columns"),
        pytest.param("dotprompt", "---\nname: x\nHello", "is not closed", id="open-front-matter"),
        pytest.param("prompty", "---\n- a\n---\nsystem:\n", "keys with values", id="list-for-keys"),
        pytest.param("prompty", "---\na: [\n---\nsystem:\n", "not valid YAML", id="yaml"),
    ],
)
def test_refused(read: str, text: str, words: str) -> None:
    """What is no such file is refused with its name."""
    readers: dict[str, Callable[[], object]] = {
        "zammad": lambda: list(read_zammad(text, Path("x"), language="en")),
        "dotprompt": lambda: read_dotprompt(text, Path("x"), language="en"),
        "prompty": lambda: read_prompty(text, Path("x"), language="en"),
    }

    with pytest.raises(DataFileError, match=words):
        readers[read]()


@given(st.text())
def test_literal_text_prints_as_it_is(text: str) -> None:
    """Whatever an author wrote stands in the template as text."""
    template = ENVIRONMENT.from_string(literal_text(text.replace("\r", "")))

    assert template.render().replace("\\", "") == text.replace("\r", "").replace("\\", "")


@given(st.text())
@example("examples")
@example("facts")
def test_names_are_legal(text: str) -> None:
    """Every name becomes one that a contract and a folder can have."""
    inputs = f"id: {template_id(text)}\nkind: prompt\ninputs:\n  {input_name(text)}: {{type: line, trust: customer}}\n"

    assert read_contract(DataFile(Path("x"), inputs), "prompts/x").file.inputs


def test_two_names_never_become_one() -> None:
    """Inputs whose names differ in what ours cannot have stay two, and none is the group of another."""
    inputs = ImportedInputs()
    raw = ["question1", "question2", "aB", "a_b", "a.b.c", "x.b.c", "order", "order.id", "list.of", "list"]

    made = [inputs.declare(each) for each in raw]

    assert made[:4] == ["question_one", "question_two", "a_b", "a_b_b"]
    assert len(set(made)) == len(raw)
    assert len({"b.c", "b_c"} & set(made)) == 2
    assert read_contract(DataFile(Path("x"), f"id: x\nkind: prompt\ninputs: {inputs.declared}\n"), "prompts/x")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param(
            "{{#if a}}x{{else if b}}y{{else}}z{{/if}}", "{% if a %}x{% elif b %}y{% else %}z{% endif %}", id="elif"
        ),
        pytest.param(
            '{{#ifEquals a "x"}}y{{/ifEquals}}{{#unlessEquals a b}}n{{/unlessEquals}}',
            '{% if a == "x" %}y{% endif %}{% if a != b %}n{% endif %}',
            id="equals",
        ),
        pytest.param(
            "{{#each docs}}{{title}} {{this.url}} {{../a}} {{@root.a}} {{#if b}}{{@index}}{{/if}}{{/each}}",
            "{% if docs %}{% for item in docs %}{{ item.title }} {{ item.url }} {% if a %}{{ a }}{% endif %} "
            "{% if a %}{{ a }}{% endif %} {% if item.b %}{{ loop.index0 }}{% endif %}{% endfor %}{% endif %}",
            id="names-in-a-loop",
        ),
        pytest.param(
            "{{#each orders}}{{@key}}: {{this}} {{my-name}}{{/each}}",
            "{% if orders %}{% for item in orders %}{% if key %}{{ key }}{% endif %}: {{ item }} {{ item.my_name }}"
            "{% endfor %}{% endif %}",
            id="key-of-an-item",
        ),
        pytest.param(
            "{{#each docs}}{{#if x}}{{../a}}{{/if}}{{/each}}",
            "{% if docs %}{% for item in docs %}{% if item.x %}{% if a %}{{ a }}{% endif %}{% endif %}"
            "{% endfor %}{% endif %}",
            id="one-step-up-from-a-condition",
        ),
        pytest.param("{{&a}} {{& a}}", "{% if a %}{{ a }}{% endif %} {% if a %}{{ a }}{% endif %}", id="unescaped"),
        pytest.param("a{{! x }}b{{!-- {{y}} }}c{{~!-- y --~}}d{{!", "abd{{ '{{' }}!", id="comments"),
        pytest.param("{{!" * 30_000, "{{ '{{' }}!" * 30_000, id="comments-without-end"),
        pytest.param("{{!--" * 30_000, "{{ '{{' }}!--" * 30_000, id="long-comments-without-end"),
        pytest.param("{{#with order}}{{id}}{{/with}}", "{% if order.id %}{{ order.id }}{% endif %}", id="with"),
        pytest.param("a \\{{x}} {{!-- {{y}} --}}b", "a {{ '{{' }}x}} b", id="escaped-and-comment"),
        pytest.param(
            "{{#if a}}{{#each a}}{{this}}{{/each}}{{/if}}",
            "{% if a %}{% for item in a %}{{ item }}{% endfor %}{% endif %}",
            id="asked-then-looped",
        ),
    ],
)
def test_handlebars(body: str, text: str) -> None:
    """Conditions, loops and parts say here what they say there, and a name means the item's own inside a loop."""
    made = read_dotprompt(body, Path("x.prompt"), language="en")

    assert made.files["en.j2"] == f"{{% user %}}\n{text}\n{{% enduser %}}\n"


@pytest.mark.parametrize(
    ("schema", "declared"),
    [
        pytest.param(
            "{type: object, properties: {a: {type: string}, n: {type: integer}, l: {type: array}}, required: [a]}",
            {"a": ("text", "customer", True), "n": ("number", "customer", False), "l": ("list", "customer", False)},
            id="json-schema",
        ),
        pytest.param(
            "{properties: {o: {type: object, properties: {a: {type: string}, b: {type: string}}, required: [a]}}}",
            {"o.a": ("text", "customer", False), "o.b": ("text", "customer", False)},
            id="required-in-an-optional-object",
        ),
        pytest.param("Named", {}, id="elsewhere"),
        pytest.param('{"(*)": any, a?: string}', {"a": ("text", "customer", False)}, id="wildcard"),
    ],
)
def test_schemas_of_dotprompt(schema: str, declared: dict[str, tuple[str, str, bool]]) -> None:
    """Either kind of schema declares inputs; what is in neither is a note."""
    made = read_dotprompt(f"---\ninput: {{schema: {schema}}}\n---\nHi", Path("x.prompt"), language="en")

    assert contract_of(made) == declared
    assert bool(made.notes) == ("type" not in schema)


ADDRESS = "---\ninput: {schema: {address?: {city: string, zip?: string}, order: {id: string}}}\n---\n"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param("{{#if address}}x{{/if}}", "{% if address.city or address.zip %}x{% endif %}", id="if"),
        pytest.param(
            "{{#unless address}}x{{/unless}}", "{% if not (address.city or address.zip) %}x{% endif %}", id="unless"
        ),
        pytest.param("{{^order}}x{{/order}}", "{% if not order.id %}x{% endif %}", id="section"),
        pytest.param("{{#if order}}{{order.id}}{{/if}}", "{% if order.id %}{{ order.id }}{% endif %}", id="one-member"),
    ],
)
def test_conditions_on_objects_ask_for_their_members(body: str, text: str) -> None:
    """An object is there where one of its members is, and what it must have may be missing where it is."""
    made = read_dotprompt(ADDRESS + body, Path("x.prompt"), language="en")

    assert made.files["en.j2"] == f"{{% user %}}\n{text}\n{{% enduser %}}\n"
    assert {path: each[2] for path, each in contract_of(made).items()} == {
        "address.city": False,
        "address.zip": False,
        "order.id": True,
    }


def test_a_printed_object_is_noted() -> None:
    """An object has no text of its own, so the notes name its members."""
    made = read_dotprompt(ADDRESS + "{{address}}", Path("x.prompt"), language="en")

    assert any("only address.city, address.zip" in note for note in made.notes)


def test_words_in_texts_decide_no_trust() -> None:
    """An input whose name only stands in a compared text of the system role stays what it is."""
    body = '{{role "system"}}{{#ifEquals a "topic"}}x{{/ifEquals}}{{role "user"}}{{topic}}'
    made = read_dotprompt(body, Path("x.prompt"), language="en")

    assert {path: each[1] for path, each in contract_of(made).items()} == {"a": "agent", "topic": "customer"}


@pytest.mark.parametrize(
    ("text", "inputs"),
    [
        pytest.param("{% with a=question %}{{ a }} {{ question }}{% endwith %}", {"question"}, id="with"),
        pytest.param("{% with a=b %}{% endwith %}{{ a }}", {"a", "b"}, id="behind-with"),
        pytest.param("{% with a=f(k=v) %}{{ k }}{% endwith %}", {"k", "v"}, id="named-argument-in-with"),
        pytest.param("{% macro m(a, b=x) %}{{ a }}{{ b }}{% endmacro %}{{ m(q) }}{{ b }}", {"x", "q", "b"}, id="macro"),
        pytest.param("{% filter upper %}{{ y }}{% endfilter %}", {"y"}, id="filter"),
        pytest.param("{% call(row) m(x) %}{{ row }}{% endcall %}", {"x"}, id="call"),
        pytest.param("{% block title %}{{ t }}{% endblock title %}", {"t"}, id="block"),
        pytest.param("{% for d in docs if d.ok %}{{ d.title }}{% endfor %}{{ d }}", {"docs", "d"}, id="for"),
        pytest.param("{% for i in a %}{% set c = i %}{{ c }}{% endfor %}{{ c }}", {"a", "c"}, id="set-in-a-loop"),
        pytest.param("{% if a %}{% set b = 1 %}{% endif %}{{ b }}", {"a"}, id="set-in-a-condition"),
        pytest.param("{% set x | upper %}{{ y }}{% endset %}{{ x }}", {"y"}, id="set-block"),
        pytest.param("{% set x = x | trim %}{{ x }}", {"x"}, id="set-from-itself"),
        pytest.param("{% set a, b = c %}{{ a }}{{ b }}", {"c"}, id="set-two"),
        pytest.param('{% import "x" as forms %}{{ forms.z }}', set(), id="import"),
        pytest.param("{% endfor %}{{ user . name }}{{ a ", {"user.name", "a"}, id="ends-too-many-and-too-few"),
        pytest.param("{{ a }} " * 5_000 + "{% for a in b %}" * 2_000, {"a", "b"}, id="long"),
    ],
)
def test_names_hold_inside_their_block(text: str, inputs: set[str]) -> None:
    """A name that the template binds is its own as long as the block lasts, before and behind it is an input."""
    made = read_prompty(f"user:\n{text}", Path("x.prompty"), language="en")

    assert set(contract_of(made)) == inputs


def test_blanks_are_no_roles() -> None:
    """A line of nothing but blanks opens no role, however long it is."""
    made = read_prompty(f"user:\nHi\n{' ' * 40_000}\nthere{{% a{' ' * 40_000}", Path("x.prompty"), language="en")

    assert made.files["en.j2"].startswith("{% user %}\nHi\n")


def test_loops_make_lists_and_parts_of_items_are_noted() -> None:
    """What is looped over is a list, also where a condition names it first; that its items have parts is said."""
    text = "{{#if docs}}{{#each docs}}{{title}}{{/each}}{{/if}}"
    made = read_dotprompt(text, Path("x.prompt"), language="en")

    assert contract_of(made) == {"docs": ("list", "customer", False)}
    assert any("each item of 'docs' has title" in note for note in made.notes)

    chat = "---\ninputs: {chat: [], n: 3}\n---\nuser:\n{% for turn in chat %}{{ turn.role }}{% endfor %}"
    made = read_prompty(chat, Path("x.prompty"), language="en")
    assert contract_of(made)["chat"] == ("list", "customer", False)
    assert any("each item of 'chat' has role" in note for note in made.notes)


def test_names_in_conditions_of_jinja_are_ours_too() -> None:
    """Every name of an input becomes ours; local names, filters, methods, raw text and named arguments stay."""
    text = (
        'user[name="x"]:\n'
        '{% if topN > 3 and userName == "userName" %}{{ userName.upper() | default(value=userName) }}{% endif %}'
        "{% set userAge = topN %}{{ userAge }}{% raw %}{{ userName }}{% endraw %} userName {{ a1 is defined }}"
    )
    made = read_prompty(text, Path("x.prompty"), language="en")

    assert made.files["en.j2"] == (
        "{% user %}\n"
        '{% if top_n > 3 and user_name == "userName" %}{{ user_name.upper() | default(value=user_name) }}{% endif %}'
        "{% set userAge = top_n %}{{ userAge }}{% raw %}{{ userName }}{% endraw %} userName {% if a_one %}"
        "{{ a_one is defined }}{% endif %}\n{% enduser %}\n"
    )
    assert set(contract_of(made)) == {"top_n", "user_name", "a_one"}


def test_mustache_in_prompty() -> None:
    """Where the front matter names Mustache, the body is read as that."""
    head = "---\ntemplate: {format: {kind: mustache}}\n---\n"
    body = "system:\nBe {{! x }}kind.\nuser:\n{{#a}}{{b}}{{/a}}{{^a}}no{{/a}}"
    made = read_prompty(head + body, Path("x.prompty"), language="en")

    assert made.files["en.j2"] == (
        "{% system %}\nBe kind.\n{% endsystem %}\n{% user %}\n"
        "{% if a %}{% if b %}{{ b }}{% endif %}{% endif %}{% if not a %}no{% endif %}\n{% enduser %}\n"
    )


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("inputs: ${file:context.json}", id="inputs-elsewhere"),
        pytest.param("inputs: [x, y]", id="names-alone"),
        pytest.param("inputs: [{kind: string}]", id="without-a-name"),
        pytest.param("inputs:", id="nothing"),
        pytest.param("inputSchema: {properties: [{name: x, kind: thread}]}", id="schema"),
        pytest.param("inputSchema: [x]", id="schema-of-names"),
        pytest.param("name: 5", id="number-for-a-name"),
        pytest.param("", id="empty-head"),
    ],
)
def test_prompty_of_every_form(head: str) -> None:
    """Whatever form the inputs have, the text is imported with the inputs that it uses."""
    made = read_prompty(f"---\n{head}\n---\nuser:\n{{{{x}}}}", Path("x.prompty"), language="en")

    assert "{{x}}" in made.files["en.j2"]
    assert "x" in contract_of(made)


def test_customer_in_the_system_role_is_noted() -> None:
    """What is the customer's keeps its trust, and the note says where it belongs."""
    made = read_prompty("system:\nYou help {{customer.firstName}}.", Path("x.prompty"), language="en")

    assert contract_of(made) == {"customer.first_name": ("text", "customer", False)}
    assert any("move it to a user block" in note for note in made.notes)


def test_zammad_html() -> None:
    """Headings, rows and lists keep their lines; scripts and pictures go, pictures with a note."""
    html = (
        "<h2>Hej</h2><p>A <i>b</i></p><ol><li>Ett</li><li><p>Två</p></li></ol><table><tr><td>a</td><td>b</td></tr>"
        "</table><div>C</div><div>D</div><script>x()</script><style>p{}</style><a>bare</a><img src=x>"
    )
    (made,) = read_zammad(
        f"name,content\nx,{html}\n".replace(",<h2", ',"<h2').replace("=x>", '=x>"'), Path("x"), language="sv"
    )

    assert made.files["sv.md.j2"] == "Hej\n\nA *b*\n\n1. Ett\n2. Två\n\na b\n\nC\nD\nbare\n"
    assert any("picture" in note for note in made.notes)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        pytest.param("<p>A<i> y</i> z<b>end </b>.</p>", "A *y* z**end** .", id="blanks-outside-the-marks"),
        pytest.param("<p><i><b>x</b></i> <b>y<i>z</b></i></p>", "***x*** **yz**", id="marks-that-cross"),
        pytest.param("<p><b>y<i>z</b> w</i></p>", "**yz** w", id="mark-that-ends-late"),
        pytest.param("<p>x<b></b>y<b> </b>z</p>", "xy z", id="nothing-to-mark"),
        pytest.param("<p>a <b>b <i>c</i></b><b>d</p>", "a **b *c***d", id="marks-in-marks-and-without-end"),
        pytest.param(
            "<ul>\n<li>A\n <ul>\n <li>B<ol><li>C</li></ol></li>\n</ul></li>\n  <li>D</li></ul><p>E</p>",
            "- A\n  - B\n    1. C\n- D\n\nE",
            id="lists-in-lists",
        ),
        pytest.param(
            "<ol><li>A<ul><li>B</li></ul></li><li>C</li></ol>", "1. A\n   - B\n2. C", id="list-below-a-number"
        ),
        pytest.param("<p>a - </p><p>\n   b</p>", "a -\n\nb", id="no-item"),
    ],
)
def test_zammad_markup(html: str, text: str) -> None:
    """Marks stand at words, and a list inside another one is indented and does not end it."""
    page = html.replace('"', '""')
    (made,) = read_zammad(f'name,content\nx,"{page}"\n', Path("x"), language="en")

    assert made.files["en.md.j2"] == f"{text}\n"
