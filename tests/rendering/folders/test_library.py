"""Bodies: one a language, one for all of them, and which of the two counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tonekit.conditions.condition import Observed
from tonekit.conditions.situation import with_style
from tonekit.errors import DataFileError, TemplateError
from tonekit.files.datafile import read_data_file
from tonekit.profile import StyleProfile
from tonekit.rendering.folders.sources import TemplateFolders
from tonekit.rendering.occasion import Occasion
from tonekit.rendering.renderer import Renderer
from tonekit.result import Reply
from tonekit.settings import Settings

CONTRACT = """
id: note
kind: reply
inputs:
  answer.summary: {type: text, trust: agent, required: true}
  note.code: {type: code, trust: agent}
  message.subject: {type: line, trust: customer}
select:
  - {use: informal, when: {style.address: informal}}
  - {use: default}
subject:
  en: '{{ phrase("reply_subject") or "A note" }}'
  de: '{{ phrase("reply_subject") or "Eine Notiz" }}'
"""
BODIES = {
    "any.md.j2": "any: {{ answer.summary }}",
    "any--informal.md.j2": "any, informal: {{ answer.summary }}",
}


def make(folder: Path, bodies: dict[str, str], contract: str = CONTRACT) -> Renderer:
    """Make a renderer on a folder with one reply of our own over the shipped ones."""
    reply = folder / "replies" / "note"
    reply.mkdir(parents=True)
    (reply / "template.yaml").write_text(contract, encoding="utf-8")
    for name, text in bodies.items():
        (reply / name).write_text(text, encoding="utf-8")
    folders = TemplateFolders(folder)
    file = read_data_file(folders.path("tonekit.yaml"))
    renderer = Renderer(folders, file.into(Settings))
    renderer.check(file)
    return renderer


def rendered(renderer: Renderer, language: str, address: str = "formal", **given: str) -> Reply:
    """Render the reply."""
    profile = StyleProfile(language=language, address=address)  # type: ignore[arg-type] # a column of a table
    values = {"answer.summary": "Hi.", **{name.replace("__", "."): value for name, value in given.items()}}
    situation = with_style({"mood": Observed("neutral")}, profile)
    return renderer.reply("note", Occasion(values, situation, profile, "k"), language=language)


@pytest.mark.parametrize(
    ("more", "language", "address", "expected"),
    [
        pytest.param({}, "en", "formal", "any: Hi.", id="shared"),
        pytest.param({}, "de", "informal", "any, informal: Hi.", id="shared-variant"),
        pytest.param({"de.md.j2": "de: {{ answer.summary }}"}, "de", "formal", "de: Hi.", id="own-body"),
        pytest.param({"de.md.j2": "de: {{ answer.summary }}"}, "en", "formal", "any: Hi.", id="others-stay-shared"),
        pytest.param(
            {"de.md.j2": "de: {{ answer.summary }}"}, "de", "informal", "de: Hi.", id="language-outranks-variant"
        ),
        pytest.param({"de--informal.md.j2": "du: {{ answer.summary }}"}, "de", "informal", "du: Hi.", id="own-variant"),
    ],
)
def test_body(tmp_path: Path, more: dict[str, str], language: str, address: str, expected: str) -> None:
    """A body of the language counts before the one that all share, and language outranks variant."""
    renderer = make(tmp_path, BODIES | more)

    assert rendered(renderer, language, address).text == expected


def test_shared_body_serves_languages_with_subject_and_phrases(tmp_path: Path) -> None:
    """A shared body is a body in each language that has a subject and phrases, and in no other."""
    contract = CONTRACT + '  tlh: "nuqneH"\n'
    renderer = make(tmp_path, BODIES, contract)

    assert renderer.library.languages(renderer.library.contract("reply", "note")) == {"en", "de"}


def test_missing_slot_is_found_in_each_language(tmp_path: Path) -> None:
    """A slot that one language lacks is an error for that language, also in a shared body."""
    (tmp_path / "phrases").mkdir()
    (tmp_path / "phrases" / "de.yaml").write_text(
        "closing:\n  - {id: c, text: Gruß}\nreply_subject:\n  - {id: r, text: AW}\n", encoding="utf-8"
    )

    with pytest.raises(DataFileError, match=r"phrases/de\.yaml:1:1: has no slot"):
        make(tmp_path, {**BODIES, "any.md.j2": '{{ phrase("welcome") }}'})


def test_subject_takes_phrases_unescaped(tmp_path: Path) -> None:
    """A subject is a header, not Markdown: what a phrase brings into it carries no backslashes."""
    renderer = make(tmp_path, BODIES)

    assert rendered(renderer, "de", message__subject="*Export* [1]").subject == "AW: *Export* [1]"
    assert rendered(renderer, "de").subject == "Eine Notiz"


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("a = 1\n\tb = '<b>' # *x*", id="signs-of-markup"),
        pytest.param("```\n[link](https://evil.example)\n```", id="fence"),
        pytest.param("`````\n<script>alert(1)</script>\n````", id="longer-fence"),
        pytest.param("~~~\n# no heading", id="other-fence"),
    ],
)
def test_code_is_shown_as_it_is(tmp_path: Path, code: str) -> None:
    """Code stands in the text as it was given, and in HTML inside one block that it cannot close."""
    renderer = make(tmp_path, {**BODIES, "any.md.j2": "Look:\n\n{{ note.code }}\n\nDone."})
    reply = rendered(renderer, "en", note__code=code)

    assert reply.text == f"Look:\n\n{code}\n\nDone."
    assert reply.html.count("<pre>") == 1
    assert not any(tag in reply.html for tag in ("<a ", "<script", "<h1", "<b>", "<em>"))


def test_prompt_has_no_shared_body(tmp_path: Path) -> None:
    """A prompt with a body that would never be used is refused: the English one serves every language."""
    prompt = tmp_path / "prompts" / "reply"
    prompt.mkdir(parents=True)
    (prompt / "any.j2").write_text("{% user %}Hi{% enduser %}", encoding="utf-8")

    with pytest.raises(TemplateError, match=r"no body 'any'; en\.j2 serves"):
        make(tmp_path, BODIES)
