"""Saved replies of helpdesks, as their interfaces return them, become replies; what has no counterpart is a note."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.cli.templates.exchange_commands import Source, read_templates
from tonekit.errors import DataFileError, MessageSourceError
from tonekit.rendering.environment import build_environment, inert_in_markdown
from tonekit.rendering.exchange.freshdesk import read_freshdesk
from tonekit.rendering.exchange.helpdesk_json import Listed
from tonekit.rendering.exchange.imported_template import ImportedTemplate, write_templates
from tonekit.rendering.exchange.intercom import read_intercom
from tonekit.rendering.exchange.zendesk import read_zendesk
from tonekit.rendering.folders.sources import TemplateFolders
from tonekit.rendering.lint.linter import lint

READERS = {"zendesk": read_zendesk, "freshdesk": read_freshdesk, "intercom": read_intercom}


def macro(title: str, *, active: bool = True, **actions: Any) -> dict[str, Any]:
    """Return a macro as Zendesk describes it."""
    listed = [{"field": field, "value": value} for field, value in actions.items()]
    return {"title": title, "active": active, "actions": listed, "restriction": None}


def imported(tmp_path: Path, content: Any, *, source: Source | None = None) -> list[ImportedTemplate]:
    """Return what becomes of a file with this content."""
    path = tmp_path / "saved.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return read_templates(path, source=source, language="en")


REFUND = macro(
    "Billing::Refund",
    status="solved",
    comment_value_html="<p>Hi {{ticket.requester.first_name}},</p><p>ticket {{ticket.id}} of {x} is <b>done</b>.</p>",
)
THANKS = {
    "id": 1,
    "title": "Danke!",
    "content": "Hallo {{ticket.requester.name}}, danke.",
    "content_html": "<div>Hallo {{ticket.requester.name}},<br>danke.</div>",
    "attachments": [{"id": 3}],
}
READY = {
    "type": "macro",
    "name": "Order ready",
    "body": '<p>Hi <attribute key="user.name" default="there"/>, order <attribute key="order.id"/> is ready.</p>',
    "body_text": 'Hi {{user.name|fallback:"there"}}, ready.',
    "visible_to": "specific_teams",
}


@pytest.mark.parametrize(
    ("content", "folder", "body", "notes"),
    [
        pytest.param(
            {"macros": [REFUND]},
            "replies/billing_refund",
            "Hi{% if customer.name %} {{ customer.name }}{% endif %},\n\nticket {{ ticket.id }} of {x} is **done**.\n",
            ["customer.name", "'ticket.id'; pass it as a fact", "not carried over: status"],
            id="zendesk",
        ),
        pytest.param(
            [THANKS],
            "replies/danke",
            "Hallo{% if customer.name %} {{ customer.name }}{% endif %},\ndanke.\n",
            ["customer.name", "attachments were left out"],
            id="freshdesk",
        ),
        pytest.param(
            {"type": "list", "data": [READY], "pages": {"next": None}},
            "replies/order_ready",
            "Hi{% if customer.name %} {{ customer.name }}{% else %} there{% endif %}, order {{ order.id }} is ready.\n",
            ["customer.name", "'order.id'; pass it as a fact", "only some teams had it"],
            id="intercom",
        ),
    ],
)
def test_helpdesk(tmp_path: Path, content: Any, folder: str, body: str, notes: list[str]) -> None:
    """The file itself shows the helpdesk: HTML is Markdown, variables are inputs, fallbacks stay, the rest is noted."""
    (made,) = imported(tmp_path, content)

    assert made.folder == folder
    assert made.files["en.md.j2"] == body
    assert len(made.notes) == len(notes)
    assert all(words in note for words, note in zip(notes, made.notes, strict=True))


@pytest.mark.parametrize(
    "content",
    [
        pytest.param({"macros": [REFUND]}, id="list-under-its-name"),
        pytest.param([REFUND], id="bare-list"),
        pytest.param({"macro": REFUND}, id="one-under-its-name"),
        pytest.param(REFUND, id="one"),
    ],
)
def test_every_envelope(tmp_path: Path, content: Any) -> None:
    """A list or one entry, with or without the name around it, is read alike."""
    assert [each.folder for each in imported(tmp_path, content)] == ["replies/billing_refund"]


def test_what_no_customer_read_stays_out(tmp_path: Path) -> None:
    """Internal notes and macros without a comment become no reply, and are named; so is a page that is missing."""
    internal = macro("Check", comment_value="Ask Kim.", comment_mode_is_public="false")
    content = {"macros": [internal, macro("Close", status="closed"), REFUND], "next_page": "https://example.com/2"}
    first, second, reply, page = imported(tmp_path, content)

    assert [each.files == {} for each in (first, second, reply, page)] == [True, True, False, True]
    assert first.notes == ("the macro “Check” has no text for the customer, so it was left out",)
    assert page.notes == ("the file is one page of several; import the others as well",)


@pytest.mark.parametrize(
    ("comment", "body", "note"),
    [
        pytest.param("{% if x %}Hi{% endif %}", "TODO: {{ '{%' }} if x %}HiTODO: {{ '{%' }} endif %}", "TODO", id="if"),
        pytest.param("See {{dc.terms}}", "See TODO: {{ '{{' }}dc.terms}}", "put it there", id="dynamic"),
        pytest.param("{{ticket.id | upcase}}", "{{ ticket.id }}", "not carried over: upcase", id="filter"),
        pytest.param(["channel:all", "Hi {{ticket.id}}"], "Hi {{ ticket.id }}", "fact", id="by-channel"),
    ],
)
def test_liquid(tmp_path: Path, comment: Any, body: str, note: str) -> None:
    """Conditions and texts kept elsewhere are marked TODO, which lint refuses; a filter that is lost is noted."""
    (made,) = imported(tmp_path, {"macros": [macro("x", comment_value=comment)]})

    assert made.files["en.md.j2"] == f"{body}\n"
    assert any(note in each for each in made.notes)
    write_templates([made], tmp_path / "own")
    found = {each.rule for each in lint(TemplateFolders(tmp_path / "own")) if each.severity == "error"}
    assert found == ({"placeholder-left"} if "TODO" in body else set())


@pytest.mark.parametrize(
    ("comment", "body"),
    [
        pytest.param("{{{ticket.id}}}", "{{ '{' }}{{ ticket.id }}}", id="fact"),
        pytest.param(
            "{{{ticket.title}}% x", "{{ '{' }}{% if message.subject %}{{ message.subject }}{% endif %}% x", id="own"
        ),
        pytest.param("{{{ticket.id}}{ 7*7 }}", "{{ '{' }}{{ ticket.id }}{ 7*7 }}", id="behind"),
        pytest.param("{", "{{ '{' }}", id="end"),
    ],
)
def test_a_brace_beside_a_variable(tmp_path: Path, comment: str, body: str) -> None:
    """A brace before a variable does not open a tag together with those that follow it."""
    (made,) = imported(tmp_path, {"macros": [macro("x", comment_value=comment)]})

    assert made.files["en.md.j2"] == f"{body}\n"
    write_templates([made], tmp_path / "own")
    assert [each for each in lint(TemplateFolders(tmp_path / "own")) if each.severity == "error"] == []


def test_every_macro_has_a_folder_of_its_own(tmp_path: Path) -> None:
    """Titles that stand twice, look like a numbered one or are very long overwrite nothing, and can be written."""
    titles = ["Refund", "Refund", "Refund 2", "Refund", "x" * 5000, "x" * 5000, "../../etc"]
    made = imported(tmp_path, {"macros": [macro(each, comment_value="Hi \ud800") for each in titles]})
    folders = [each.folder.removeprefix("replies/") for each in made]

    assert folders == ["refund", "refund_2", "refund_2_2", "refund_3", "x" * 80, f"{'x' * 80}_2", "etc"]
    write_templates(made, tmp_path / "own")
    assert len(list((tmp_path / "own" / "replies").iterdir())) == len(titles)


def test_title_is_no_subject_where_there_is_one(tmp_path: Path) -> None:
    """A customer's own subject is answered, unless the macro sets one; the title is taken only for want of both."""
    (titled,) = imported(tmp_path, {"macros": [macro("Intern 1", comment_value="Hi")]})
    (set_by_macro,) = imported(tmp_path, {"macros": [macro("Intern 1", comment_value="Hi", subject="Your order")]})

    assert "Re: {{ message.subject }}{% else %}Intern 1{% endif %}" in titled.files["template.yaml"]
    assert "subject: {en: Your order}" in set_by_macro.files["template.yaml"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param("{macros: []}", "not valid JSON", id="syntax"),
        pytest.param({"macros": []}, "holds no list of saved replies", id="empty"),
        pytest.param({"tickets": [{"id": 1}]}, "holds no list of saved replies", id="something-else"),
        pytest.param(["a"], "holds no list of saved replies", id="texts"),
        pytest.param("[" * 100_000, "nested too deeply", id="deep"),
        pytest.param(f'[{{"id": {"1" * 10_000}}}]', "a number of more digits", id="long-number"),
        pytest.param([{"name": "x", "text": "y"}], "add --from freshdesk, intercom, zendesk", id="unknown"),
    ],
)
def test_refused(tmp_path: Path, content: Any, words: str) -> None:
    """What is no such file is refused in words that say what to save."""
    with pytest.raises((DataFileError, MessageSourceError), match=words):
        imported(tmp_path, content)


def test_named_helpdesk_wins(tmp_path: Path) -> None:
    """With --from the file need not show where it comes from, nor end in .json."""
    path = tmp_path / "saved.txt"
    path.write_text(json.dumps([{"name": "Hello", "body": "Hi"}]), encoding="utf-8")

    assert [each.folder for each in read_templates(path, source=Source.INTERCOM, language="en")] == ["replies/hello"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(alphabet="{}%|#<>\"'= abc.", max_size=30),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["title", "name", "actions", "field", "value", "body", "content"]), inner)
    ),
    max_leaves=12,
)


@given(entry=st.dictionaries(st.sampled_from(["title", "name", "actions", "body", "content", "restriction"]), JSON))
def test_no_entry_is_too_odd(entry: dict[str, Any]) -> None:
    """Whatever stands in an entry, it is taken over or left out, and each body that comes of it can be read."""
    environment = build_environment(inert_in_markdown)
    for read in READERS.values():
        for made in read(Listed((entry,), further_pages=False), language="en"):
            environment.parse(made.files.get("en.md.j2", ""))
