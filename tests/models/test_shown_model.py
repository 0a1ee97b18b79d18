"""What a console, a debugger or a failing test shows of our objects is short, and says what they say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from pydantic import Field

import tonekit
from tonekit.models.frozen_model import FrozenModel
from tonekit.models.shown_model import ShownModel, brief

CROSS = "This is the third time I write and still nothing since Monday."
RESULT = tonekit.personalize(CROSS, customer=tonekit.Customer(name="Kim Berg"))


class Page(ShownModel):
    """A page of a book."""

    text: str
    note: str | None = None
    marks: tuple[str, ...] = ()
    share: float = 0.0
    shares: Mapping[str, float] = Field(default_factory=dict)
    read: bool = False


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        (Page(text="a"), "Page(text='a', share=0.0, read=False)"),
        (Page(text="", marks=("x",), share=1 / 3), "Page(text='', marks=('x',), share=0.333, read=False)"),
        (
            Page(text="a", shares={"b": 2 / 3}, note="n"),
            "Page(text='a', note='n', share=0.0, shares={'b': 0.667}, read=False)",
        ),
    ],
)
def test_what_is_empty_is_left_out(page: Page, shown: str) -> None:
    """Optional fields that are None or empty are not shown, digits are rounded, and `str` says the same as `repr`."""
    assert repr(page) == str(page) == shown


@pytest.mark.parametrize(
    ("texts", "count", "shown"),
    [
        ([], 0, "<0>"),
        (["a", "a", ""], 3, "<3: 'a', …>"),
        (["a", "b"], 2, "<2: 'a', 'b'>"),
        (["a", "b", "c", "d"], 4, "<4: 'a', 'b', 'c', …>"),
    ],
)
def test_many_are_counted_and_some_are_named(texts: list[str], count: int, shown: str) -> None:
    """Of many things their number is shown, and the first three words, each once."""
    assert repr(brief(texts, count=count)) == shown


@pytest.mark.parametrize(
    ("part", "longest", "told", "untold"),
    [
        (RESULT.analysis.mood, 250, ("label='frustrated'", "'third time'"), ("scores", "leaning", "unsure")),
        (RESULT.analysis.mood.evidence[0], 120, ("cue='contact.", "weight="), ("weights",)),
        (RESULT.analysis.facts, 300, ("contact_count=3",), ("None", "()")),
        (RESULT.analysis.language, 100, ("label='en'",), ("alternatives",)),
        (RESULT.profile, 350, ("tone='professional'", "length='short'", "language='en'"), ("why",)),
        (RESULT.prompt, 250, ("name='reply'", "<system ", " characters>"), ("customer_message",)),
        (RESULT.reply, 450, ("Kim,", "subject='We have received"), ("<p>", "why", "spans")),
        (tonekit.Message(text="Hi"), 18, ("Message(text='Hi')",), ()),
        (tonekit.Brand(name="Acme"), 18, ("Brand(name='Acme')",), ()),
    ],
    ids=lambda part: type(part).__name__ if isinstance(part, FrozenModel) else "",
)
def test_parts_fit_a_few_lines(part: Any, longest: int, told: tuple[str, ...], untold: tuple[str, ...]) -> None:
    """Each part of a result shows what a developer asks it for, in some lines of a console."""
    assert len(repr(part)) <= longest
    assert [words for words in told if words not in repr(part)] == []
    assert [words for words in untold if words in repr(part)] == []


def test_doubt_is_shown() -> None:
    """A verdict that leans elsewhere, or is not sure, says so."""
    verdict = tonekit.analyze("").directness

    assert verdict.unsure
    assert f"leaning='{verdict.leaning}'" in repr(verdict)
    assert "unsure=True" in repr(verdict)


@pytest.mark.parametrize("shown", [RESULT, RESULT.analysis, RESULT.analysis.mood, RESULT.reply, RESULT.prompt])
def test_completion_offers_what_is_meant_for_users(shown: tonekit.Result) -> None:
    """A console offers every field, also one that is computed late, and no name that is not meant for users."""
    offered = dir(shown)

    assert set(type(shown).model_fields) | {"model_dump_json"} <= set(offered)
    assert not {"dict", "parse_raw", "made", "made_of", "will_make", "material"} & set(offered)
    assert all(hasattr(shown, name) for name in offered if not name.startswith("_"))
