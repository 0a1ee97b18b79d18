"""The phrases of a plan are written without Jinja wherever they only print and ask."""

from __future__ import annotations

from typing import Any

import pytest

from tonekit.conditions import Observed
from tonekit.datafile import read_data_file
from tonekit.profile import StyleProfile
from tonekit.rendering.contexts import Contexts
from tonekit.rendering.environment import inert_in_markdown
from tonekit.rendering.holes import inputs_as_holes
from tonekit.rendering.occasion import Occasion
from tonekit.rendering.renderer import Renderer
from tonekit.rendering.sources import TemplateFolders
from tonekit.rendering.style_words import StyleWords
from tonekit.rendering.template_planning import TemplatePlanner
from tonekit.settings import Brand, Settings
from tonekit.situation import with_style

FOLDERS = TemplateFolders(None)
LANGUAGES = ("en", "de", "sv", "nb", "da")
UPSET: dict[str, Any] = {"empathy": "acknowledge", "order": "acknowledge_first"}


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    """The templates as they ship."""
    return Renderer(FOLDERS, read_data_file(FOLDERS.path("tonekit.yaml")).into(Settings))


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
