"""Examples: the nearest of a team's own good answers, and never one that would teach a wrong word."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.errors import DataFileError
from tonekit.files.datafile import DataFile, read_data_file
from tonekit.profile import StyleProfile
from tonekit.rendering.examples import FARTHEST, WEIGHTS, Example, ExampleBook, ExampleFile, read_examples
from tonekit.rendering.folders.sources import TemplateFolders, shipped_templates

SHIPPED = sorted((shipped_templates() / "examples").glob("*.yaml"))


def example(name: str, *, language: str = "de", request: str | None = "problem", **shows: Any) -> Example:
    """Make an example."""
    return Example(ExampleFile(id=name, language=language, request=request, message="?", answer="!"), shows)


def order(*examples: Example, request: str | None = "problem", **style: Any) -> list[str]:
    """Return the ids of the nearest of these examples."""
    return [each.file.id for each in ExampleBook(examples).nearest(StyleProfile(language="de", **style), request)]


@pytest.mark.parametrize(
    ("shows", "style"),
    [
        pytest.param({"address": "informal"}, {"address": "formal"}, id="du-for-sie"),
        pytest.param({"address": "formal"}, {"address": "informal"}, id="sie-for-du"),
        pytest.param({"cheer": True}, {"cheer": False}, id="cheer"),
        pytest.param({"emoji": "mirror"}, {"emoji": "none"}, id="emoji"),
    ],
)
def test_never_taken(shows: dict[str, Any], style: dict[str, Any]) -> None:
    """What the style rules out is not shown to the model either, whatever else fits."""
    assert order(example("a", **shows), **style) == []
    assert order(example("a", **shows), **shows) == ["a"]


def test_language_is_that_of_the_answer() -> None:
    """An example in another language is never taken."""
    assert order(example("a", language="sv"), example("b")) == ["b"]


@pytest.mark.parametrize(
    ("near", "far", "style"),
    [
        pytest.param({"jargon": "avoid"}, {"request": None}, {"jargon": "avoid"}, id="request"),
        pytest.param({"tone": "professional"}, {"tone": "warm"}, {}, id="tone"),
        pytest.param({"tone": "friendly"}, {"tone": "formal"}, {"tone": "warm"}, id="tone-has-an-order"),
        pytest.param({"length": "short"}, {}, {"length": "short"}, id="said-before-unsaid"),
        pytest.param({}, {"structure": "steps"}, {"structure": "prose"}, id="unsaid-before-wrong"),
        pytest.param(
            {"tone": "friendly"}, {"request": "other", "tone": "warm", "empathy": "none"}, {"tone": "warm"}, id="sum"
        ),
    ],
)
def test_nearest_first(near: dict[str, Any], far: dict[str, Any], style: dict[str, Any]) -> None:
    """The nearer example comes first, whichever way round they stand."""
    both = (example("n", **near), example("f", **far))

    assert order(*both, **style) == order(*reversed(both), **style) == ["n", "f"]


def test_same_distance_goes_by_id() -> None:
    """Of examples that are equally near the first id comes first, in every order of files."""
    assert order(example("b"), example("a")) == ["a", "b"]


def test_too_far_is_not_shown() -> None:
    """What is farther than an example of which nothing is known stays away."""
    nothing_known, all_wrong = example("nothing", request=None), example("wrong", request="feedback", tone="warm")
    profile = StyleProfile(language="de", tone="formal")

    assert nothing_known.distance(profile, "problem") == FARTHEST < all_wrong.distance(profile, "problem")
    assert order(nothing_known, all_wrong, tone="formal") == ["nothing"]


@given(st.sampled_from(["formal", "professional", "friendly", "warm"]), st.sampled_from(["short", "medium", "long"]))
def test_distance_to_itself_is_zero(tone: Any, length: Any) -> None:
    """An example that shows everything is at no distance from its own style, and at most at the sum of all weights."""
    profile = StyleProfile(language="de", tone=tone, length=length)
    shows = {field: getattr(profile, field) for field in WEIGHTS if field != "request"}

    assert example("a", **shows).distance(profile, "problem") == 0
    assert example("a", **shows).distance(StyleProfile(language="de"), "other") <= sum(WEIGHTS.values())


@pytest.mark.parametrize(
    ("text", "words", "line"),
    [
        pytest.param("examples: []", "needs at least one entry", 1, id="empty"),
        pytest.param("- {id: a}", "needs entries", None, id="list"),
        pytest.param("examples:\n- {id: a, language: de, message: x}", "answer", 2, id="no-answer"),
        pytest.param(
            "examples:\n- {id: a, language: de, message: x, answer: y,\n   request: problm}",
            "'problm' is not a kind of request; it is one of question, problem",
            3,
            id="request",
        ),
        pytest.param(
            "examples:\n- {id: a, language: de, message: x, answer: y,\n   style: {tne: warm}}",
            "'tne' is not a style field that examples show; those are tone",
            3,
            id="field",
        ),
        pytest.param(
            "examples:\n- {id: a, language: de, message: x, answer: y,\n   style: {tone: hot}}",
            "style.tone.*'hot'",
            3,
            id="value",
        ),
        pytest.param(
            "examples:\n- {id: a, language: de, message: x, answer: y}\n- {id: a, language: de, message: x, answer: y}",
            "two examples are called 'a'",
            3,
            id="id-twice",
        ),
    ],
)
def test_refused(text: str, words: str, line: int | None) -> None:
    """A file of examples that is wrong is refused with its line."""
    with pytest.raises(DataFileError, match=words) as caught:
        read_examples([DataFile(Path("de.yaml"), text)])

    assert line in (None, caught.value.line)


def test_shipped_examples() -> None:
    """Each language has three, each in the file of its language; German says Sie or du as it is labelled."""
    for path in SHIPPED:
        book = read_examples([read_data_file(path)])
        assert {each.file.language for each in book.examples} == {path.stem}
        assert all("!" not in each.file.answer for each in book.examples if each.shows["tone"] != "warm")
        for each in book.examples if path.stem == "de" else ():
            words = set(each.file.answer.replace(",", " ").replace(".", " ").split())
            informal = words & {"du", "Du", "dich", "dir", "dein", "deine", "deinem", "deinen"}
            formal = words & {"Sie", "Ihnen", "Ihre", "Ihren", "Ihrem"}
            assert bool(informal) != bool(formal)
            assert bool(informal) == (each.shows["address"] == "informal")

    assert Counter(
        path.stem for path in SHIPPED for _ in read_examples([read_data_file(path)]).examples
    ) == dict.fromkeys(("da", "de", "en", "nb", "sv"), 3)


def test_own_file_replaces_the_shipped_one(tmp_path: Path) -> None:
    """A team's file of a language takes the place of the shipped one; the other languages stay."""
    (tmp_path / "examples").mkdir()
    (tmp_path / "examples" / "de.yaml").write_text(
        "examples: [{id: own, language: de, message: x, answer: y}]", encoding="utf-8"
    )
    folders = TemplateFolders(tmp_path)
    book = read_examples(read_data_file(folders.path(f"examples/{name}")) for name in folders.names("examples"))

    assert [each.file.id for each in book.examples if each.file.language == "de"] == ["own"]
    assert {each.file.language for each in book.examples} == {"da", "de", "en", "nb", "sv"}
