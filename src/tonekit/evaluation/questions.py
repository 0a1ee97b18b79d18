"""The questions that a person who labels messages is asked: `questions.yaml`."""

from __future__ import annotations

from pathlib import Path

from ..files.datafile import read_data_file
from ..models.frozen_model import FrozenModel

QUESTIONS = Path(__file__).with_name("questions.yaml")


class Question(FrozenModel):
    """One dimension.

    Attributes:
        question: what it asks, as a sentence.
        labels: label → what it means, in a line; in the order in which they are offered.
    """

    question: str
    labels: dict[str, str]


def load_questions() -> dict[str, Question]:
    """Return the question of every dimension, `language` among them.

    Raises:
        DataFileError: the file is not valid.
    """
    return read_data_file(QUESTIONS).into_mapping_of(Question)
