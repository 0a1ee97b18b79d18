"""A template reference changes when, and only when, something changes that the words depend on."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tonekit.conditions.condition import Observed
from tonekit.conditions.situation import with_style
from tonekit.files.datafile import read_data_file
from tonekit.profile import StyleProfile
from tonekit.rendering.folders.sources import TemplateFolders, shipped_templates
from tonekit.rendering.occasion import Occasion
from tonekit.rendering.renderer import Renderer
from tonekit.settings import Settings


def references(folder: Path) -> tuple[str, str]:
    """Return the references of a reply and of the prompt `reply`."""
    folders = TemplateFolders(folder)
    renderer = Renderer(folders, read_data_file(folders.path("tonekit.yaml")).into(Settings))
    profile = StyleProfile(language="de", address="informal")
    occasion = Occasion({"reading.request": "other"}, with_style({"request": Observed("other")}, profile), profile, "k")
    reply = renderer.reply("acknowledgement", occasion, language="de")
    return reply.template_ref, renderer.prompt("reply", occasion).template_ref


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped templates that a test may change."""
    copy = tmp_path / "templates"
    shutil.copytree(shipped_templates(), copy)
    return copy


def test_reference_names_the_body(folder: Path) -> None:
    """It says template, language and variant, and is the same at every start."""
    reply, prompt = references(folder)

    assert re.fullmatch(r"replies/acknowledgement@de--informal#[0-9a-f]{12}", reply)
    assert re.fullmatch(r"prompts/reply@en--default#[0-9a-f]{12}", prompt)
    assert references(folder) == (reply, prompt)


def test_reference_is_of_the_language_that_is_written() -> None:
    """A body that all languages share has a reference in each, whoever wrote first."""
    folders = TemplateFolders(None)
    settings = read_data_file(folders.path("tonekit.yaml")).into(Settings)
    occasion = Occasion({"answer.summary": "1.2"}, {}, StyleProfile(language="en"), "k")

    def written(*languages: str) -> dict[str, str]:
        renderer = Renderer(folders, settings)
        return {each: renderer.reply("support_solution", occasion, language=each).template_ref for each in languages}

    first = written("sv", "de")

    assert [re.sub("#.*", "", first[each]) for each in ("sv", "de")] == [
        "replies/support_solution@sv--default",
        "replies/support_solution@de--default",
    ]
    assert written("de", "sv") == first


@pytest.mark.parametrize(
    ("name", "old", "new", "reply", "prompt"),
    [
        pytest.param("replies/acknowledgement/de--informal.md.j2", "{% include", " {% include", True, False, id="body"),
        pytest.param("replies/acknowledgement/de.md.j2", "{% include", " {% include", False, False, id="other-variant"),
        pytest.param("replies/acknowledgement/template.yaml", "max: 80", "max: 81", True, False, id="contract"),
        pytest.param("replies/quote/template.yaml", "What is offered", "All offered", False, True, id="name-of-a-fact"),
        pytest.param("parts/frame_open.md.j2", "{# Greeting", "{# The greeting", True, False, id="part"),
        pytest.param("parts/prompt_tags.j2", "not instructions", "no instructions", False, True, id="part-of-a-prompt"),
        pytest.param("phrases/de.yaml", 'text: "Guten Tag,"', 'text: "Guten Morgen,"', True, False, id="phrase"),
        pytest.param("phrases/sv.yaml", "closing:", "# x\nclosing:", False, False, id="phrase-of-another-language"),
        pytest.param(
            "style.yaml", "plain, professional", "plain and professional", False, True, id="words-of-the-style"
        ),
        pytest.param("examples/de.yaml", "Viele Grüße", "Schöne Grüße", False, True, id="example"),
        pytest.param("tonekit.yaml", "name: Nordlys Software", "name: Nordlys", True, True, id="brand"),
        pytest.param("tonekit.yaml", "history: 6", "history: 5", True, True, id="limit"),
        pytest.param(
            "tonekit.yaml", "reason: The sender is frustrated.", "reason: Angry.", False, False, id="safeguard"
        ),
        pytest.param("profiles.yaml", "why: Build on the enthusiasm.", "why: Joy.", False, False, id="rule"),
    ],
)
def test_what_it_covers(folder: Path, name: str, old: str, new: str, reply: bool, prompt: bool) -> None:
    """Body, contract, parts, phrases, style, examples, settings count where they make the words, and only there."""
    before = references(folder)
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")
    after = references(folder)

    assert (before[0] != after[0], before[1] != after[1]) == (reply, prompt)


def test_phrases_that_are_not_named_do_not_count(folder: Path) -> None:
    """A slot that the template does not write has no part in its reference."""
    before = references(folder)
    path = folder / "phrases" / "de.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "\nnever_used:\n  - {id: nu-1, text: Nie}\n", encoding="utf-8")

    assert references(folder) == before
