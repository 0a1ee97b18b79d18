"""What belongs to the making of a draft: told by its place and form as well as by its words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tonekit import Result, ToneKit

LETTER = "Hello Priya,\n\nour technician comes on Thursday and looks at the machine.\n\nKind regards"


@pytest.mark.parametrize(
    ("before", "found"),
    [
        pytest.param("Very well, a few lines that should do the job:", True, id="announced"),
        pytest.param("Understood. I stick to what was given.", True, id="understood"),
        pytest.param("", False, id="nothing before the greeting"),
        pytest.param("Your visit on Thursday", False, id="a heading"),
        pytest.param("Re: coffee machine", False, id="a subject"),
        pytest.param("Great!", False, id="an exclamation"),
        pytest.param("Good morning,", False, id="a greeting before the greeting"),
    ],
)
def test_talk_before_the_greeting(toolkit: ToneKit, answer: Callable[..., Result], before: str, *, found: bool) -> None:
    """Sentences before the greeting are a model's, in whatever words; headings are not."""
    result = answer("Could your technician come on Thursday? Priya Nair")
    draft = f"{before}\n\n{LETTER}" if before else LETTER
    talk = [each for each in toolkit.check(draft, result) if each.rule == "model-talk"]

    assert [each.text for each in talk] == ([before] if found else [])
