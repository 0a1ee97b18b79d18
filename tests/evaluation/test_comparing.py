"""Noise is not called progress, and progress is seen."""

from __future__ import annotations

import random
from dataclasses import replace
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.evaluation.answers import AnsweredMessage
from tonekit.evaluation.comparing import Triple, compare, holm, mcnemar, randomisation_test
from tonekit.evaluation.evaluation import Evaluation, evaluation_of
from tonekit.evaluation.mistakes import Answer
from tonekit.evaluation.scores import macro_f1

LABELS = ("frustrated", "neutral", "enthusiastic")


def reader(seed: int, skill: float, wanted: list[str]) -> list[str]:
    """Return answers that are right with a probability."""
    chance = random.Random(seed)
    return [label if chance.random() < skill else chance.choice(LABELS) for label in wanted]


def labels(seed: int, count: int) -> list[str]:
    """Return labels, some of them rare."""
    return random.Random(seed).choices(LABELS, [3, 6, 1], k=count)


def triples(seed: int, *, before: float, after: float, count: int = 120) -> list[Triple]:
    """Return the answers of two readers to the same messages."""
    wanted = labels(seed, count)
    return list(zip(wanted, reader(seed + 1, before, wanted), reader(seed + 2, after, wanted), strict=True))


def run_of(wanted: list[str], given_: list[str]) -> list[AnsweredMessage]:
    """Return answered messages."""
    return [
        AnsweredMessage(
            str(number), f"hash {number}", "en", (), {"mood": label}, {"mood": Answer(answer, 0.5)}, (), "r"
        )
        for number, (label, answer) in enumerate(zip(wanted, given_, strict=True))
    ]


def evaluated(answered: list[AnsweredMessage]) -> Evaluation:
    """Return the evaluation of answered messages."""
    return evaluation_of(answered, file="x.jsonl", data="0")


def test_one_text_is_one_proof() -> None:
    """A form that stands thirty times and is newly read right makes nothing better for certain."""
    wanted = ["neutral"] * 60
    before, after = (run_of(wanted, [first] * 30 + ["neutral"] * 30) for first in ("frustrated", "neutral"))
    copies = [replace(each, alike="form" if number < 30 else number) for number, each in enumerate(after)]

    assert compare(evaluated(before), after).changes["mood"].verdict == "better"
    assert compare(evaluated(before), copies).changes["mood"].verdict == "no clear difference"


def test_equal_readers_are_rarely_told_apart() -> None:
    """Of two readers of the same skill one is called better in about one of twenty comparisons, as promised."""
    values = [randomisation_test(triples(3 * seed, before=0.7, after=0.7), tosses=499) for seed in range(200)]

    assert sum(value < 0.05 for value in values) <= 20
    assert 0.35 < sum(values) / len(values) < 0.65


def test_better_reader_is_seen() -> None:
    """A reader who is clearly better is called so nearly always."""
    values = [randomisation_test(triples(3 * seed, before=0.5, after=0.8), tosses=499) for seed in range(40)]

    assert sum(value < 0.05 for value in values) >= 36


@given(st.integers(0, 1000), st.floats(0, 1), st.floats(0, 1))
def test_direction_does_not_matter(seed: int, before: float, after: float) -> None:
    """The value is a probability, and swapping the runs does not change it beyond the chance of the tosses."""
    rows = triples(seed, before=before, after=after, count=30)
    there = randomisation_test(rows, tosses=999)
    back = randomisation_test([(label, new, old) for label, old, new in rows], tosses=999)

    assert 0 < there <= 1
    assert abs(there - back) < 0.12


def test_few_messages_are_counted_out_exactly() -> None:
    """Four answers that all became right come by chance twice in sixteen tosses."""
    rows: list[Triple] = [("a", "b", "a")] * 4 + [("b", "b", "b")] * 4

    assert randomisation_test(rows) == pytest.approx(2 / 16, abs=0.01)


@pytest.mark.parametrize(("gained", "lost", "value"), [(0, 0, 1.0), (1, 0, 1.0), (5, 5, 1.0), (6, 0, 2 / 64)])
def test_mcnemar_is_the_binomial_test(gained: int, lost: int, value: float) -> None:
    """The value is the two-sided one of a fair coin, in both directions."""
    assert mcnemar(gained, lost) == mcnemar(lost, gained) == pytest.approx(value)


def test_mcnemar_takes_large_counts() -> None:
    """Ten thousand messages are counted exactly too."""
    total, fewer = 9_000, 4_400

    assert mcnemar(fewer, total - fewer) == pytest.approx(2 * sum(comb(total, k) for k in range(fewer + 1)) / 2**total)


def test_holm_by_hand() -> None:
    """The smallest value counts as often as there are values, and the order is kept."""
    assert holm([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.06, 0.06])
    assert holm([0.6, 0.9]) == [1.0, 1.0]
    assert holm([]) == []


def test_progress_is_named() -> None:
    """A change that is real is called better, one the other way round worse, with the messages that changed sides."""
    wanted = labels(5, 300)
    poor, good = run_of(wanted, reader(6, 0.4, wanted)), run_of(wanted, reader(7, 0.8, wanted))
    better = compare(evaluated(poor), good).changes["mood"]
    worse = compare(evaluated(good), poor).changes["mood"]

    assert (better.verdict, worse.verdict) == ("better", "worse")
    assert (better.newly_right, better.newly_wrong) == (worse.newly_wrong, worse.newly_right)
    assert better.after == macro_f1(wanted, [each.given["mood"].label for each in good])


def test_one_message_is_no_progress() -> None:
    """One message more that is right is no clear difference, whatever macro-F1 says."""
    wanted = labels(8, 100)
    before = reader(9, 0.7, wanted)
    place = next(number for number, label in enumerate(wanted) if before[number] != label)
    after = [*before[:place], wanted[place], *before[place + 1 :]]

    assert (
        compare(evaluated(run_of(wanted, before)), run_of(wanted, after)).changes["mood"].verdict
        == "no clear difference"
    )
    assert compare(evaluated(run_of(wanted, before)), run_of(wanted, before)).changes["mood"].verdict == "same answers"


def test_messages_of_another_text_are_left_out() -> None:
    """Only messages that both runs read count; labels are those of now."""
    earlier = run_of(["neutral"] * 3, ["neutral"] * 3)
    changed = AnsweredMessage("1", "another", "en", (), {"mood": "neutral"}, {"mood": Answer("neutral")}, (), "r")
    relabelled = AnsweredMessage("2", "hash 2", "en", (), {"mood": "frustrated"}, {"mood": Answer("neutral")}, (), "r")
    found = compare(
        evaluated(earlier), [earlier[0], changed, relabelled, *run_of(["neutral"] * 4, ["neutral"] * 4)[3:]]
    )

    assert found.left_out == 2
    assert (found.changes["mood"].n, found.changes["mood"].before) == (
        2,
        macro_f1(["neutral", "frustrated"], ["neutral"] * 2),
    )
