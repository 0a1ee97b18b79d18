"""Read labelled messages with a toolkit, in this process or over several, in their order."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from ...batch.stream import stream
from ...errors import WorkerError
from ...evaluation.answers import AnsweredMessage, answered
from ...evaluation.labelled import LabelledMessage
from ...toolkit import ToneKit

WORTH_A_PROCESS = 400
"""Messages for which a further process pays: it takes seconds to load, and a message milliseconds to read."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """How messages are read and answers taken, in whichever process.

    Attributes:
        templates: the user's template folder, or None.
        weights: the user's weights, or None.
        among: dimension and the two labels to choose from, for files that know no more.
    """

    templates: Path | None = None
    weights: Path | None = None
    among: tuple[tuple[str, tuple[str, ...]], ...] = ()


def workers_for(messages: int, *, wanted: int | None) -> int:
    """Return how many processes to use: those that were asked for, else one for each core if there is enough to do."""
    if wanted is not None:
        return wanted
    return max(1, min(os.cpu_count() or 1, messages // WORTH_A_PROCESS))


def answer_all(
    messages: Iterable[LabelledMessage], configuration: Configuration, *, workers: int
) -> Generator[AnsweredMessage]:
    """Yield what each message is answered with, in order.

    What comes back from a process is the answers alone: an `Analysis` with all its evidence takes as long to unpack as
    to make.

    Args:
        messages: any iterable of messages; what it raises comes after the answers to those before.
        configuration: how they are read.
        workers: processes that read; 1 reads in this one.

    Raises:
        ToneKitError: the toolkit cannot be built, or a process died.
    """
    outcomes = stream(messages, partial(answer, configuration=configuration), workers=workers if workers > 1 else 0)
    # Who leaves early, by Ctrl-C for one, leaves no process behind.
    with closing(outcomes):
        for outcome in outcomes:
            if isinstance(outcome.error, WorkerError):
                message: Any = outcome.message
                problem = f"message '{message.id}': {outcome.error}; --workers 1 reads without processes"
                raise WorkerError(problem) from outcome.error
            yield outcome.unwrap()


def answer(message: LabelledMessage, configuration: Configuration) -> AnsweredMessage:
    """Return what one message is answered with; the whole answer is written only where one is expected."""
    toolkit = toolkit_of(configuration)
    read = toolkit.personalize(message.text) if message.expected else toolkit.analyze(message.text)
    return answered(message, read, among=dict(configuration.among))


@lru_cache(maxsize=1)
def toolkit_of(configuration: Configuration) -> ToneKit:
    """Return the toolkit of this process."""
    return ToneKit(templates=configuration.templates, weights=configuration.weights)
