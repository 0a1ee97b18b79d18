"""The phrases of a plan are written without Jinja wherever they only print and ask."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tonekit.conditions.condition import Observed
from tonekit.conditions.situation import with_style
from tonekit.files.datafile import read_data_file
from tonekit.profile import StyleProfile
from tonekit.rendering.budget import TooMuchWrittenError
from tonekit.rendering.contexts import Contexts
from tonekit.rendering.environment import inert_in_markdown
from tonekit.rendering.folders.sources import TemplateFolders
from tonekit.rendering.occasion import Occasion
from tonekit.rendering.plans.holes import inputs_as_holes
from tonekit.rendering.plans.template_planning import TemplatePlanner
from tonekit.rendering.renderer import Renderer
from tonekit.rendering.style_words import StyleWords
from tonekit.settings import Brand, Settings

FOLDERS = TemplateFolders(None)
NOTE = """
id: note
kind: reply
inputs:
  a.n: {type: number, trust: agent}
  a.m: {type: number, trust: agent}
  a.text: {type: text, trust: agent}
select: [{use: default}]
subject: {en: A note}
"""
PHRASES = """
count:
  - id: count
    needs: [a.n, a.text]
    text: "{% if a.n == 3 %}{{ a.text | upper }}{% else %}not three, {{ a.text }}{% endif %}"
more:
  - {id: more, needs: [a.m], text: "{% if a.m == 1 %}one{% else %}not one{% endif %}"}
"""
LANGUAGES = ("en", "de", "sv", "nb", "da")
UPSET: dict[str, Any] = {"empathy": "acknowledge", "order": "acknowledge_first"}


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    """The templates as they ship."""
    return Renderer(FOLDERS, read_data_file(FOLDERS.path("tonekit.yaml")).into(Settings))


@pytest.fixture
def note(tmp_path: Path) -> Callable[..., str]:
    """Return what writes a reply of two phrases that ask about values, the same renderer each time."""
    for name, text in {
        "replies/note/template.yaml": NOTE,
        "replies/note/en.md.j2": "{{ phrase('count') }} / {{ phrase('more') }}",
        "phrases/en.yaml": PHRASES,
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    settings = read_data_file(FOLDERS.path("tonekit.yaml")).into(Settings)
    renderer = Renderer(TemplateFolders(tmp_path), settings)

    def written(n: int, m: int, text: str = "w") -> str:
        profile = StyleProfile(language="en")
        given = {"a.n": n, "a.m": m, "a.text": text}
        return renderer.reply("note", Occasion(given, with_style({}, profile), profile, "k"), language="en").text

    return written


def third_contact(language: str, count: int) -> Occasion:
    """Return what a reply to somebody who has written so many times is about."""
    profile = StyleProfile(language=language, **UPSET)
    seen = {"mood": Observed("frustrated"), "request": Observed("problem"), "contact_count": Observed(count)}
    given: dict[str, Any] = {"answer.summary": "It runs again.", "reading.contact_count": count}
    return Occasion(given, with_style(seen, profile), profile, "conversation")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [3, 4, 12, 40])
def test_phrases_that_look_a_number_up_are_planned(renderer: Renderer, language: str, count: int) -> None:
    """A phrase that says how many times somebody wrote, from a table of words, does not take Jinja."""
    library, occasion = renderer.library, third_contact(language, count)
    contract = library.contract("reply", "support_solution")
    values = contract.written(contract.take(occasion.given), language)
    tree = library.body(contract, language, contract.variant(occasion.situation)).compiled.tree
    contexts = Contexts(Brand(name="Test"), StyleWords(FOLDERS.path("style.yaml")), inert_in_markdown)
    seen = {**contexts.context(contract, {}, occasion, language), **inputs_as_holes(contract, values)}

    planned = TemplatePlanner(library, "reply", language, inert_in_markdown).plan(tree, values, occasion, seen)

    phrases = [each for call in planned.calls for each in call.spoken.values()]
    assert phrases
    assert all(each.words for each in phrases)


def test_phrase_that_is_planned_for_some_values_only(note: Callable[..., str]) -> None:
    """A phrase that takes Jinja for one value does not lead messages of another to the wrong plan."""
    kinds = [(4, 2), (4, 2), (3, 2), (3, 2), (4, 1), (3, 1), (4, 2), (4, 1)]
    words = {4: "not three, w", 3: "W"}, {2: "not one", 1: "one"}

    assert [note(n, m) for n, m in kinds] == [f"{words[0][n]} / {words[1][m]}" for n, m in kinds]


def test_too_long_a_phrase_is_refused_by_plans_too(note: Callable[..., str]) -> None:
    """What is too long for a phrase is so at the first message and at the third."""
    for _ in range(3):
        note(4, 1)

    with pytest.raises(TooMuchWrittenError, match="60,000 characters"):
        note(4, 1, "w " * 35_000)
