"""Every part of a reply knows where it comes from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonekit import ToneKit
from tonekit.conditions.condition import Observed
from tonekit.conditions.situation import with_style
from tonekit.files.datafile import read_data_file
from tonekit.foreign_text.fencing import visible
from tonekit.profile import StyleProfile
from tonekit.rendering.folders.sources import TemplateFolders
from tonekit.rendering.markup.inert import is_blank
from tonekit.rendering.occasion import Occasion
from tonekit.rendering.renderer import Renderer
from tonekit.result import Reply, Result
from tonekit.settings import Settings

FOLDERS = TemplateFolders(None)
SETTINGS = read_data_file(FOLDERS.path("tonekit.yaml")).into(Settings)
RENDERER = Renderer(FOLDERS, SETTINGS)
CONTRACT = """
id: note
kind: reply
inputs:
  customer.name: {type: line, trust: customer}
  answer.summary: {type: text, trust: agent}
  answer.steps: {type: list, trust: agent}
  answer.links: {type: links, trust: agent}
  reading.contact_count: {type: number, trust: system}
subject: {en: "About {{ customer.name }}"}
"""
GIVEN = {
    "customer.name": "Kim *Berg*",
    "answer.summary": "One.\n\nTwo: 3. - x",
    "answer.steps": ["Stop.", "Go."],
    "answer.links": [{"url": "https://a.example/x_y", "text": "the guide"}],
    "reading.contact_count": 3,
}


def occasion(given: dict[str, Any], *, language: str = "en", **style: Any) -> Occasion:
    """Make an occasion of a problem."""
    profile = StyleProfile(language=language, **style)
    situation = {"request": Observed("problem"), "mood": Observed("neutral")}
    return Occasion(given, with_style(situation, profile), profile, "k")


def note(folder: Path, body: str, *, phrase: str = "Hi {{ customer.name }},") -> Reply:
    """Fill a body of one's own, with one phrase."""
    (folder / "replies" / "note").mkdir(parents=True)
    (folder / "phrases").mkdir()
    (folder / "replies" / "note" / "template.yaml").write_text(CONTRACT, encoding="utf-8")
    (folder / "replies" / "note" / "en.md.j2").write_text(body, encoding="utf-8")
    (folder / "phrases" / "en.yaml").write_text(
        f'greeting:\n  - {{id: hi, needs: [customer.name], text: "{phrase}"}}', encoding="utf-8"
    )
    return Renderer(TemplateFolders(folder), SETTINGS).reply("note", occasion(GIVEN), language="en")


def told(reply: Reply) -> list[tuple[str, str, str, str | None]]:
    """Return text, kind, source and phrase of each span."""
    return [(reply.text[each.start : each.end], each.kind, each.source, each.phrase) for each in reply.spans]


AUTHOR = ("author", "replies/note/en.md.j2", None)


@pytest.mark.parametrize(
    ("body", "spans"),
    [
        pytest.param("Just words.", [("Just words.", *AUTHOR)], id="author"),
        pytest.param(
            "A {{ customer.name }}.",
            [("A ", *AUTHOR), ("Kim *Berg*", "input", "customer.name", None), (".", *AUTHOR)],
            id="input",
        ),
        pytest.param(
            "{{ phrase('greeting') }}\n\nBye",
            [
                ("Hi ", "phrase", "hi", "hi"),
                ("Kim *Berg*", "input", "customer.name", "hi"),
                (",", "phrase", "hi", "hi"),
                ("\n\nBye", *AUTHOR),
            ],
            id="input-in-a-phrase",
        ),
        pytest.param(
            "{{ answer.summary }}", [("One.\n\nTwo: 3. - x", "input", "answer.summary", None)], id="several-paragraphs"
        ),
        pytest.param(
            "{% for step in answer.steps %}\n{{ loop.index }}. {{ step }}\n{% endfor %}",
            [
                ("1. ", *AUTHOR),
                ("Stop.", "input", "answer.steps", None),
                ("\n2. ", *AUTHOR),
                ("Go.", "input", "answer.steps", None),
            ],
            id="list",
        ),
        pytest.param(
            "{% for link in answer.links %}[{{ link.text }}]({{ link.url }}){% endfor %}",
            [
                ("the guide", "input", "answer.links", None),
                (" (", *AUTHOR),
                ("https://a.example/x_y", "input", "answer.links", None),
                (")", *AUTHOR),
            ],
            id="link",
        ),
        pytest.param(
            "**{{ customer.name }}** [{{ customer.name }}](https://b.example)",
            [
                ("Kim *Berg*", "input", "customer.name", None),
                (" ", *AUTHOR),
                ("Kim *Berg*", "input", "customer.name", None),
                (" (https://b.example)", *AUTHOR),
            ],
            id="through-the-parser",
        ),
        pytest.param(
            "{{ reading.contact_count }} times",
            [("3", "input", "reading.contact_count", None), (" times", *AUTHOR)],
            id="number",
        ),
        pytest.param("{{ customer.name | upper }}", [("KIM *BERG*", "input", "customer.name", None)], id="filter"),
        pytest.param(
            "{{ phrase('greeting') | upper }}", [("HI KIM *BERG*,", "phrase", "hi", "hi")], id="filter-on-a-phrase"
        ),
        pytest.param(
            "{{ answer.steps | join(' and ') }}",
            [("Stop. and Go.", "computed", "replies/note/en.md.j2", None)],
            id="computed",
        ),
        pytest.param("{{ brand.name }}", [("Nordlys Software", "input", "brand.name", None)], id="setting"),
    ],
)
def test_spans(tmp_path: Path, body: str, spans: list[tuple[str, str, str, str | None]]) -> None:
    """The spans say which part is the author's, which comes from which input, and which from which phrase."""
    assert told(note(tmp_path, body)) == spans


def test_marks_go_nowhere_else(tmp_path: Path) -> None:
    """Text, HTML and subject hold no mark."""
    reply = note(tmp_path, "{{ phrase('greeting') }} **{{ customer.name }}** [{{ customer.name }}](https://a.example)")

    for text in (reply.text, reply.html, reply.subject):
        assert not any(0xFDD0 <= ord(sign) <= 0xFDEF for sign in text)


TEXTS = st.text(max_size=60)


@settings(max_examples=150)
@given(TEXTS, TEXTS, st.lists(TEXTS, max_size=3), st.sampled_from(["en", "de", "sv", "nb", "da"]))
def test_spans_tile_and_hold_the_values(name: str, summary: str, steps: list[str], language: str) -> None:
    """For any values: spans follow each other without gaps, and the span of an input holds its value as written."""
    given: dict[str, Any] = {"customer.name": name, "answer.summary": f"S{summary}", "answer.steps": steps}
    reply = RENDERER.reply("support_solution", occasion(given, language=language), language=language)
    bounds = [0, *(each.end for each in reply.spans)]

    assert [each.start for each in reply.spans] == bounds[:-1]
    assert bounds[-1] == len(reply.text)
    assert all(each.start < each.end for each in reply.spans)
    written = {
        path: ["".join(reply.text[each.start : each.end].split()) for each in reply.spans if each.source == path]
        for path in given
    }
    assert written["answer.summary"] == [bare(f"S{summary}")]
    assert set(written["customer.name"]) <= {bare(name)}
    assert written["answer.steps"] == [bare(step) for step in steps if not is_blank(step)]


def bare(text: str) -> str:
    """Return what can be seen of a text, without white space."""
    return "".join(visible(text).split())


def test_late_fields_are_like_any_other() -> None:
    """HTML and spans are computed when read, and are there for JSON, comparison and hashing."""
    made = [RENDERER.reply("support_solution", occasion(GIVEN), language="en") for _ in range(3)]
    assert "html" not in made[0].__dict__

    assert made[0] == made[1]
    assert hash(made[1]) == hash(made[2])
    assert list(made[2].model_dump()) == list(Reply.model_fields)
    assert Reply.model_validate_json(made[2].model_dump_json()) == made[0]
    assert made[0].html.startswith("<p>Dear" if made[0].text.startswith("Dear") else "<p>Hello")


def test_spans_in_a_result(toolkit: ToneKit) -> None:
    """A result carries the spans through JSON."""
    result = toolkit.personalize("Where is my order 12345?")
    reply, again = result.reply, Result.model_validate_json(result.model_dump_json()).reply
    assert reply is not None
    assert again is not None

    assert again.spans == reply.spans
    assert "".join(reply.text[each.start : each.end] for each in again.spans) == reply.text
