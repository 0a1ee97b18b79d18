"""Templates of other tools become ours: what they say, with what cannot be carried over said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.datafile import DataFile
from tonekit.errors import DataFileError
from tonekit.rendering.contract_reading import read_contract
from tonekit.rendering.environment import build_environment, inert_in_markdown
from tonekit.rendering.exchange.dotprompt import read_dotprompt
from tonekit.rendering.exchange.guarding import guarded
from tonekit.rendering.exchange.imported import Imported, input_path, literal, template_id
from tonekit.rendering.exchange.prompty import read_prompty
from tonekit.rendering.exchange.zammad import read_zammad
from tonekit.rendering.lint.linter import lint
from tonekit.rendering.sources import TemplateFolders

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


def contract_of(made: Imported) -> dict[str, tuple[str, str, bool]]:
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
    made = guarded(text, {"a", "b.b"})

    assert made.replace("{% if a %}", "").replace("{% if b.b %}", "").replace("{% endif %}", "") == text.replace(
        "{% if a %}", ""
    ).replace("{% if b.b %}", "").replace("{% endif %}", "")


def test_imported_folder_is_readable(tmp_path: Path) -> None:
    """What is imported loads: the linter finds nothing in it that stops a reply, but what the notes name."""
    for made in read_zammad(CSV.replace(" {{x}}", ""), Path("modules.csv"), language="de"):
        made.write(tmp_path)
    read_prompty(PROMPTY.replace("{% for doc in docs %}- {{ doc }}{% endfor %}\n", ""), Path("x"), language="en").write(
        tmp_path
    )

    findings = [each for each in lint(TemplateFolders(tmp_path)) if each.severity == "error"]
    assert findings == []


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """A template that is there already is left as it is."""
    made = read_prompty(PROMPTY, Path("x"), language="en")
    made.write(tmp_path)

    with pytest.raises(DataFileError, match="is there already"):
        made.write(tmp_path)


@pytest.mark.parametrize(
    ("read", "text", "words"),
    [
        pytest.param("zammad", "title,text\na,b\n", "'name' and 'content'", id="columns"),
        pytest.param("dotprompt", "Hello {{x}}", "front matter", id="no-front-matter"),
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
    template = ENVIRONMENT.from_string(literal(text.replace("\r", "")))

    assert template.render().replace("\\", "") == text.replace("\r", "").replace("\\", "")


@given(st.text())
def test_names_are_legal(text: str) -> None:
    """Every name becomes one that a contract and a folder can have."""
    inputs = f"id: {template_id(text)}\nkind: prompt\ninputs:\n  {input_path(text)}: {{type: line, trust: customer}}\n"

    assert read_contract(DataFile(Path("x"), inputs), "prompts/x").file.inputs
