"""The token budget: history goes first, then examples, the rules and the message never."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit import Customer, Message, Thread, ToneKit, Turn
from tonekit.conditions.condition import Observed
from tonekit.conditions.situation import with_style
from tonekit.errors import PromptTooLongError, ToneKitError
from tonekit.files.datafile import read_data_file
from tonekit.profile import StyleProfile
from tonekit.prompt import ChatMessage, Prompt
from tonekit.rendering.budget import Cut, estimate_tokens, fit, within
from tonekit.rendering.folders.sources import TemplateFolders
from tonekit.rendering.occasion import Occasion
from tonekit.rendering.renderer import Renderer
from tonekit.settings import Settings

FOLDERS = TemplateFolders(None)
SETTINGS = read_data_file(FOLDERS.path("tonekit.yaml")).into(Settings)


def prompt(budget: int, **limits: int) -> Prompt:
    """Fill the reply prompt for a thread of five earlier turns, under a budget in characters."""
    changed = SETTINGS.limits.model_copy(update={"prompt_tokens": budget, "example_tokens": 5000, **limits})
    renderer = Renderer(FOLDERS, SETTINGS.model_copy(update={"limits": changed}), count_tokens=len)
    profile = StyleProfile(language="de", tone="formal", empathy="acknowledge")
    given: dict[str, Any] = {
        "message.text": "THE MESSAGE",
        "reading.request": "problem",
        "thread.turns": [{"author": "customer", "text": f"TURN {number}"} for number in range(5)],
    }
    return renderer.prompt("reply", Occasion(given, with_style({"request": Observed("problem")}, profile), profile, ""))


WHOLE = prompt(100_000)


def turns_in(filled: Prompt) -> list[int]:
    """Return the earlier turns that a prompt still holds."""
    return [number for number in range(5) if f"TURN {number}" in filled.messages[1].content]


def test_nothing_is_cut_within_the_budget() -> None:
    """A prompt that fits is whole, and says how long it is."""
    assert turns_in(WHOLE) == [0, 1, 2, 3, 4]
    assert len(WHOLE.examples) == 2
    assert WHOLE.notes == ()
    assert WHOLE.tokens == sum(len(message.content) + 4 for message in WHOLE.messages)


@pytest.mark.parametrize(
    ("missing", "turns", "examples"),
    [
        pytest.param(0, [0, 1, 2, 3, 4], 2, id="fits-exactly"),
        pytest.param(1, [1, 2, 3, 4], 2, id="oldest-turn-first"),
        pytest.param(200, [3, 4], 2, id="several-turns"),
    ],
)
def test_history_goes_first(missing: int, turns: list[int], examples: int) -> None:
    """The oldest turns are left out, only as many as need be, and the prompt says so to the model and to us."""
    cut = prompt(WHOLE.tokens - missing)

    assert (turns_in(cut), len(cut.examples)) == (turns, examples)
    assert cut.tokens <= WHOLE.tokens - missing
    assert bool(cut.notes) == (len(turns) < 5)
    assert ("still earlier turn" in cut.messages[1].content) == (len(turns) < 5)


def test_examples_go_after_all_history() -> None:
    """Examples are left out when no turn is left, the farthest first; rules and message stay whole."""
    with pytest.raises(PromptTooLongError) as caught:
        prompt(100)
    one, none = prompt(WHOLE.tokens - 1000), prompt(caught.value.tokens or 0)

    assert (turns_in(one), one.examples) == ([], WHOLE.examples[1:])
    assert (turns_in(none), none.examples) == ([], ())
    for filled in (one, none):
        assert filled.messages[0] == WHOLE.messages[0]
        assert "THE MESSAGE" in filled.messages[1].content
    assert none.notes == (
        "The prompt leaves out 5 earlier turns to keep its token budget.",
        "The prompt leaves out 2 examples to keep its token budget.",
    )


def test_over_budget_is_an_error() -> None:
    """Where rules and message alone are too long, the error carries the facts and says what to do."""
    with pytest.raises(PromptTooLongError, match=r"limits\.prompt_tokens") as caught:
        prompt(1000)
    error = caught.value

    assert isinstance(error, ToneKitError)
    assert (error.prompt, error.budget) == ("reply", 1000)
    assert [role for role, _ in error.roles] == ["system", "user"]
    assert error.tokens == sum(tokens for _, tokens in error.roles) > 1000
    assert pickle.loads(pickle.dumps(error)).roles == error.roles


def test_too_many_characters_are_an_error_too() -> None:
    """Where history has to go for the limit of characters it goes; what is too long without is the same error."""
    whole = sum(len(message.content) for message in WHOLE.messages)
    cut = prompt(100_000, max_output=whole - 1)

    assert turns_in(cut) == [1, 2, 3, 4]
    with pytest.raises(PromptTooLongError, match=r"more than 1,000 characters .*limits\.max_output") as caught:
        prompt(100_000, max_output=1000)
    assert (caught.value.tokens, caught.value.characters) == (None, 1000)


def test_examples_have_a_budget_of_their_own() -> None:
    """Examples take no more than their own share, and one that is too long does not keep out a shorter one."""
    assert within(["aaaa", "bb", "c"], str, most=2, budget=4, count=len) == ["aaaa"]
    assert within(["aaaaa", "bb", "c"], str, most=2, budget=4, count=len) == ["bb", "c"]
    assert within(["a", "b", "c"], str, most=2, budget=9, count=len) == ["a", "b"]
    assert prompt(100_000, example_tokens=0).examples == ()


@given(
    st.lists(st.integers(1, 50), max_size=8),
    st.lists(st.integers(1, 50), max_size=4),
    st.integers(1, 60),
    st.integers(4, 500),
)
def test_least_is_cut(turns: list[int], examples: list[int], fixed: int, budget: int) -> None:
    """For any lengths: what fits is taken, one step less would not fit, and examples go only after all turns."""

    def length(cut: Cut) -> int:
        return fixed + sum(turns[cut.turns :]) + sum(examples[: len(examples) - cut.examples]) + 4

    def write(cut: Cut) -> tuple[ChatMessage, ...]:
        return (ChatMessage(role="user", content="x" * (length(cut) - 4)),)

    steps = [Cut(number, 0) for number in range(len(turns) + 1)]
    steps += [Cut(len(turns), number) for number in range(1, len(examples) + 1)]
    expected = next((cut for cut in steps if length(cut) <= budget), None)
    options: dict[str, Any] = {"name": "p", "turns": len(turns), "examples": len(examples)}
    options |= {"budget": budget, "most_characters": 1000}
    if expected is None:
        with pytest.raises(PromptTooLongError):
            fit(write, count=len, **options)
    else:
        fitted = fit(write, count=len, **options)
        assert (fitted.cut, fitted.tokens) == (expected, length(expected))


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        pytest.param("", 0, id="empty"),
        pytest.param("abc", 1, id="three-ascii"),
        pytest.param("abcd", 2, id="rounded-up"),
        pytest.param("ü", 1, id="umlaut"),
        pytest.param("für", 2, id="mixed"),
        pytest.param("日本", 3, id="chinese"),
        pytest.param("😊", 2, id="emoji"),
        pytest.param("\ud800", 2, id="surrogate"),
    ],
)
def test_estimate(text: str, tokens: int) -> None:
    """The estimate is what its documentation says, for any characters."""
    assert estimate_tokens(text) == tokens


@given(st.text(max_size=200), st.text(max_size=200))
def test_longer_text_is_never_fewer_tokens(text: str, more: str) -> None:
    """Adding text never lowers the estimate."""
    assert estimate_tokens(text + more) >= max(estimate_tokens(text), estimate_tokens(more))


@pytest.mark.parametrize("wrong", [lambda _: "3", lambda _: -1, lambda _: 1.5, lambda _: True])
def test_wrong_counter(wrong: Any) -> None:
    """A counter that does not count is found out at once, in an error of tonekit: a service catches no other."""
    with pytest.raises(ToneKitError, match="count_tokens returns a number of tokens"):
        ToneKit(count_tokens=wrong).personalize("Where is my order?")


def test_counter_of_ones_own() -> None:
    """`count_tokens` counts every text of the prompt; what was left out stands in the notes of the result."""
    kit = ToneKit(count_tokens=lambda text: 31_000 if "TURN 1" in text else 1)
    turns = [Turn(author="customer", message=Message(text=f"TURN {number}")) for number in (1, 2)]
    answers = [Turn(author="agent", message=Message(text="What happened?"))]
    thread = Thread(turns=(turns[0], *answers, turns[1]))

    result = kit.personalize(thread)

    assert result.prompt is not None
    assert result.prompt.tokens == 31_000 + 1 + 2 * 4


def test_any_message_fits_the_shipped_budget(toolkit: ToneKit) -> None:
    """Whatever a customer sends, however long and in whatever script, the shipped limits leave room for it."""
    for text in ("日本語のメール" * 20_000, "x" * 200_000, "😊" * 50_000):
        filled = toolkit.personalize(Message(text=text, subject=text)).prompt
        assert filled is not None
        assert filled.tokens <= SETTINGS.limits.prompt_tokens


@pytest.mark.parametrize("name", ["reply", "summary", "rewrite", "check"])
def test_the_worst_thread_fits_the_shipped_budget(toolkit: ToneKit, name: str) -> None:
    """No thread and no record is too long for a shipped prompt by itself, a colleague's draft of a page beside it."""
    worst = "\U0001f9d1" * (SETTINGS.limits.max_message + 1)
    authors = ("customer", "agent", "customer", "agent", "customer")
    message = Message(text=worst, subject=worst)
    turns = [Turn.model_validate({"author": author, "message": message}) for author in authors]
    facts = {"draft": "We have looked into it, and it works again. " * 60} if name in ("rewrite", "check") else None

    filled = toolkit.personalize(
        Thread(turns=tuple(turns)),
        customer=Customer(name=worst, company=worst, title=worst),
        prompt=name,
        facts=facts,
    ).prompt

    assert filled is not None
    assert 40_000 < filled.tokens <= SETTINGS.limits.prompt_tokens
