"""Answers come in the order of the messages, over however many processes."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from tonekit.cli.answering import WORTH_A_PROCESS, Configuration, answer_all, workers_for
from tonekit.errors import ToneKitError
from tonekit.evaluation.labelled import LabelledMessage


@pytest.mark.parametrize(
    ("messages", "wanted", "least", "most"),
    [
        pytest.param(1, None, 1, 1, id="few-stay-here"),
        pytest.param(WORTH_A_PROCESS * 1000, None, 1, 1000, id="many-take-the-cores"),
        pytest.param(1, 3, 3, 3, id="as-asked"),
    ],
)
def test_processes_follow_the_work(messages: int, wanted: int | None, least: int, most: int) -> None:
    """A further process is started where there is enough to do, or where it was asked for."""
    assert least <= workers_for(messages, wanted=wanted) <= most


def test_order_is_kept_and_no_process_stays() -> None:
    """What was given first comes first; who stops early leaves no process behind."""
    messages = [LabelledMessage(str(number), f"Where is order {number}?", {}) for number in range(100)]
    answers = answer_all(messages, Configuration(), workers=2)
    ids = [next(answers).id for _ in range(70)]
    answers.close()

    assert ids == [str(number) for number in range(70)]
    assert multiprocessing.active_children() == []


def test_error_of_a_process_comes_back(tmp_path: Path) -> None:
    """A toolkit that cannot be built is one error of tonekit, whichever process meets it."""
    weights = Configuration(weights=tmp_path / "none.yaml")
    for workers in (1, 2):
        with pytest.raises(ToneKitError, match=r"none\.yaml"):
            list(answer_all([LabelledMessage("1", "x", {})], weights, workers=workers))
