"""The interval of macro-F1 holds the score, narrows with messages, and never takes few right answers for certainty."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.evaluation.macro_f1_interval import LEAST, macro_f1_interval
from tonekit.evaluation.scores import macro_f1

TRUTH = np.array([[0.3, 0.05, 0.0], [0.06, 0.4, 0.02], [0.01, 0.06, 0.1]])
LABELS = "abc"


def drawn(messages: int, *, seed: int) -> tuple[list[str], list[str]]:
    """Return labels and answers of so many messages, drawn from the truth."""
    places = np.random.default_rng(seed).choice(9, size=messages, p=TRUTH.ravel())
    return [LABELS[place // 3] for place in places], [LABELS[place % 3] for place in places]


@pytest.mark.parametrize("messages", [30, 100])
def test_it_holds_a_truth_that_is_nearly_perfect(messages: int) -> None:
    """One mistake in two hundred answers is not taken for more than it is: the upper end is far enough."""
    random = np.random.default_rng(3)
    held = 0
    for _ in range(60):
        wanted = random.choice(list("abc"), size=messages)
        wrong = random.random(messages) < 1 / 200
        answered = np.where(wrong, np.where(wanted == "a", "b", "a"), wanted)
        low, high = macro_f1_interval(wanted.tolist(), answered.tolist()) or (0.0, 1.0)
        held += low <= 1 - 1 / 200 <= high

    assert held >= 57


def test_copies_widen_it() -> None:
    """Where each message stands four times, the interval is that of a quarter of them."""
    wanted, answered = drawn(50, seed=1)
    whole, part = macro_f1_interval(wanted * 4, answered * 4, independent=0.25), macro_f1_interval(wanted, answered)

    assert whole == pytest.approx(part, abs=0.02)


def test_it_holds_the_truth_about_as_often_as_it_says() -> None:
    """Of 100 files drawn from a known truth the interval holds it in nine of ten at the least."""
    hits = TRUTH.diagonal()
    true = float((2 * hits / (TRUTH.sum(axis=0) + TRUTH.sum(axis=1))).mean())
    found = [macro_f1_interval(*drawn(100, seed=seed)) for seed in range(100)]

    assert sum(low <= true <= high for low, high in filter(None, found)) >= 90


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abcd")), min_size=LEAST, max_size=60))
def test_it_holds_the_score(rows: list[tuple[str, str]]) -> None:
    """Whatever was labelled and answered, the interval is in range and around the score."""
    wanted, answered = zip(*rows, strict=True)
    found = macro_f1_interval(wanted, answered)

    assert found is not None
    assert 0 <= found[0] <= macro_f1(wanted, answered) <= found[1] <= 1


def test_more_messages_narrow_it() -> None:
    """Four times the messages halve it, about."""
    widths = [high - low for low, high in filter(None, (macro_f1_interval(*drawn(n, seed=7)) for n in (100, 400)))]

    assert widths[1] == pytest.approx(widths[0] / 2, rel=0.35)


@pytest.mark.parametrize(
    ("wanted", "low"),
    [
        pytest.param("a" * LEAST, 1.0, id="one-label-cannot-be-missed"),
        pytest.param("ab" * (LEAST // 2), 0.95, id="two-labels"),
        pytest.param("a" * LEAST + "bbb", 0.9, id="rare-label"),
    ],
)
def test_all_right_is_no_certainty(wanted: str, low: float) -> None:
    """Where all answers are right, the interval says how much may be luck; only with one label nothing can."""
    found = macro_f1_interval(wanted, wanted)

    assert found is not None
    assert found[0] <= low
    assert found[1] == 1.0


def test_few_messages_have_none() -> None:
    """Below thirty messages no interval is made up."""
    assert macro_f1_interval("ab" * 14, "ab" * 14) is None


def test_it_is_the_same_every_time() -> None:
    """The draws are fixed: a report is the same for the same run."""
    assert macro_f1_interval(*drawn(60, seed=1)) == macro_f1_interval(*drawn(60, seed=1))
