"""Templates are locked in: they read inputs and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tonekit.errors import MissingInputError, TemplateError
from tonekit.rendering.contracts.values import Text
from tonekit.rendering.environment import build_environment, inert_in_markdown
from tonekit.rendering.filling import fill, sections
from tonekit.rendering.folders.sources import TemplateFolders
from tonekit.rendering.markup.provenance import INPUT, mark, unmarked
from tonekit.rendering.syntax.compiling import compiled


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty template folder."""
    return tmp_path


def render(source: str, values: dict[str, Any] | None = None, *, longest: int = 1000) -> str:
    """Fill a template that is given as text, as the library does with files."""
    environment = build_environment(inert_in_markdown)
    tree = environment.parse(source, "test.md.j2")
    template = compiled(tree, environment, environment.parse, name="test.md.j2")
    return unmarked(fill(template, sections(values or {}), longest=longest))


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("{{ customer.name.__class__ }}", id="class"),
        pytest.param("{{ customer.name.upper() }}", id="method"),
        pytest.param("{{ customer.keys() }}", id="dict-method"),
        pytest.param("{{ ''.__class__.__mro__ }}", id="mro"),
        pytest.param("{{ customer.name.format(1) }}", id="format"),
        pytest.param("{{ customer['__class__'] }}", id="subscript"),
        pytest.param("{{ cycler.__init__.__globals__ }}", id="cycler"),
        pytest.param("{{ lipsum() }}", id="lipsum"),
        pytest.param("{{ self._TemplateReference__context }}", id="self"),
        pytest.param("{{ 'A' * 100000 }}", id="multiplied-text"),
        pytest.param("{{ 9 ** 9999 }}", id="power"),
        pytest.param("{{ 'a' + 'b' }}", id="added-text"),
        pytest.param("{{ '%s' % 1 }}", id="percent"),
        pytest.param("{% for i in range(100000) %}x{% endfor %}", id="long-range"),
        pytest.param("{% for i in range(400) %}{% for j in range(400) %}x{% endfor %}{% endfor %}", id="nested-loops"),
    ],
)
def test_refused(source: str) -> None:
    """Nothing outside the inputs can be reached, nothing can run long."""
    with pytest.raises(TemplateError):
        render(source, {"customer.name": Text.of("Anna", "customer")})


@pytest.mark.parametrize(
    "name", ["attr", "xmlattr", "format", "random", "urlize", "safe", "center", "indent", "pprint"]
)
def test_dangerous_filters_are_gone(name: str) -> None:
    """A filter that undoes escaping, leaks or runs long does not exist."""
    environment = build_environment(inert_in_markdown)

    assert name not in environment.filters


@pytest.mark.parametrize(
    ("source", "path", "line"),
    [
        pytest.param("Hi\n{{ customer.name }}", "customer.name", 2, id="missing"),
        pytest.param("{{ order }}", "order", 1, id="missing-group"),
        pytest.param("{% for each in order.items %}{{ each }}{% endfor %}", "order.items", 1, id="missing-list"),
        pytest.param("{% for each in orders %}{{ each }}{% endfor %}", "orders", 1, id="missing-list-of-no-group"),
        pytest.param("{% if order.items | length == 1 %}a{% endif %}", "order.items", 1, id="counted"),
        pytest.param("{{ order.items | first }}", "order.items", 1, id="first-of-missing"),
        pytest.param("{% if order.count > 2 %}a{% endif %}", "order.count", 1, id="compared"),
        pytest.param(
            "{% if customer.id %}\n{{ customer.id }} {{ customer.name }}{% endif %}",
            "customer.name",
            2,
            id="guarded-wrongly",
        ),
    ],
)
def test_missing_input_is_an_error(source: str, path: str, line: int) -> None:
    """Printing, counting or comparing what is not there names the path, the line and what is available."""
    with pytest.raises(MissingInputError) as caught:
        render(source, {"customer.id": 7, "order.note": "x"} if "order." in source else {"customer.id": 7})

    assert (caught.value.input_path, caught.value.line) == (path, line)
    assert "customer.id" in caught.value.available
    assert str(caught.value).startswith(f"test.md.j2:{line}: '{path}' is missing or blank")


def test_guard_asks_without_an_error() -> None:
    """A missing input is false in a condition."""
    assert render("{% if customer.name %}a{% else %}b{% endif %}", {"customer.id": 1}) == "b"


def test_values_are_never_templates() -> None:
    """Braces in a value are printed, not run."""
    assert render("{{ message.text }}", {"message.text": Text.of("{{7*7}}", "customer")}) == r"\{\{7\*7\}\}"


@pytest.mark.parametrize(
    "name",
    ["../secret.txt", "a/../../secret", "/etc/passwd", "a\\b", "", "a\x00b", "x" * 10 + "/../y", "a/b/c/d/e/f/g"],
)
def test_names_cannot_leave_the_folder(folder: Path, name: str) -> None:
    """A template name is a plain relative path."""
    with pytest.raises(TemplateError):
        TemplateFolders(folder).find(name)


def test_links_cannot_leave_the_folder(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A symbolic link out of the folder is refused."""
    secret = tmp_path_factory.mktemp("outside") / "secret.j2"
    secret.write_text("secret", encoding="utf-8")
    (folder / "link.j2").symlink_to(secret)

    with pytest.raises(TemplateError, match="link"):
        TemplateFolders(folder).find("link.j2")


def test_own_file_hides_the_shipped_one(folder: Path) -> None:
    """The user's folder comes first; `!name` is the shipped file."""
    (folder / "style.yaml").write_text("mine", encoding="utf-8")
    folders = TemplateFolders(folder)

    assert folders.read("style.yaml")[0] == "mine"
    assert folders.read("!style.yaml")[0] != "mine"
    assert folders.read("profiles.yaml")[0]


@pytest.mark.parametrize(
    ("look", "seen"),
    [
        pytest.param("{{ said | last }}", "g", id="last"),
        pytest.param("{{ said | first }}", "B", id="first"),
        pytest.param("{{ said | length }}", "4", id="length"),
        pytest.param("{{ said | count }}", "4", id="count"),
    ],
)
def test_marks_are_no_signs_of_a_text(look: str, seen: str) -> None:
    """What a template has put together ends where its reader sees it end, also after a value with a source."""
    values = {"handover.to": Text.of("Berg", "agent", mark=mark(INPUT, 0))}

    assert render("{% set said %}{{ handover.to }}{% endset %}" + look, values) == seen
