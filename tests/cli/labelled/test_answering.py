"""Answers come in the order of the messages, over however many processes."""

from __future__ import annotations

import subprocess
from collections.abc import Generator
from pathlib import Path
from typing import Any, cast

import pytest

from tonekit.batch.outcome import Outcome
from tonekit.cli.labelled import answering
from tonekit.cli.labelled.answering import WORTH_A_PROCESS, Configuration, answer_all, workers_for
from tonekit.errors import ToneKitError, WorkerError
from tonekit.evaluation.answers import AnsweredMessage
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


def test_order_is_kept_and_no_process_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was given first comes first; who stops early leaves no process behind."""
    started: list[subprocess.Popen[bytes]] = []
    start = subprocess.Popen

    def kept(*given: Any, **options: Any) -> subprocess.Popen[bytes]:
        started.append(start(*given, **options))
        return started[-1]

    monkeypatch.setattr(subprocess, "Popen", kept)
    messages = [LabelledMessage(str(number), f"Where is order {number}?", {}) for number in range(100)]
    answers = answer_all(messages, Configuration(), workers=2)
    ids = [next(answers).id for _ in range(70)]
    answers.close()

    assert ids == [str(number) for number in range(70)]
    assert len(started) == 2
    assert all(process.returncode is not None for process in started)


def test_processes_answer_alike() -> None:
    """Messages are answered the same in this process and in others, the whole reply where it is expected."""
    messages = [
        LabelledMessage("1", "Where is my order? I am furious.", {"mood": "frustrated"}),
        LabelledMessage("2", "Hi, thanks for the quick help!", {}, expected={"profile.address": "informal"}),
    ]
    here, there = (list(answer_all(messages, Configuration(), workers=workers)) for workers in (1, 2))

    assert here == there


def test_dead_process_is_one_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """A message that a process dies of is named, with the way to read it without processes."""
    died = Outcome[AnsweredMessage](0, cast(Any, LabelledMessage("m7", "x", {})), error=WorkerError("it died"))

    def dying(*_: object, **__: object) -> Generator[Outcome[AnsweredMessage]]:
        yield died

    monkeypatch.setattr(answering, "stream", dying)
    with pytest.raises(WorkerError, match="message 'm7': it died; --workers 1"):
        list(answer_all([], Configuration(), workers=2))


def test_error_of_a_process_comes_back(tmp_path: Path) -> None:
    """A toolkit that cannot be built is one error of tonekit, whichever process meets it."""
    weights = Configuration(weights=tmp_path / "none.yaml")
    for workers in (1, 2):
        with pytest.raises(ToneKitError, match=r"none\.yaml"):
            list(answer_all([LabelledMessage("1", "x", {})], weights, workers=workers))
