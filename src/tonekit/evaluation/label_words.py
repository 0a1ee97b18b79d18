"""Labels and fields in other languages, from `label_words.yaml`, for hints at the English ones that were meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Self

from pydantic import model_validator

from ..analysis import LABELS
from ..files.datafile import read_data_file
from ..models.frozen_model import FrozenModel

LABEL_WORDS = Path(__file__).with_name("label_words.yaml")
_NEARLY = 0.88
"""Share of letters in common from which a word counts as one of these: `Beschwerden`, but not `Bestellung`."""

Words = Mapping[str, tuple[str, ...]]


class LabelWords(FrozenModel):
    """`label_words.yaml`.

    Attributes:
        fields: field → words for it.
        labels: dimension → label → words for it.
    """

    fields: Words
    labels: Mapping[str, Words]

    @model_validator(mode="after")
    def _check(self) -> Self:
        """Refuse labels that do not exist, and words that could mean two of them."""
        for dimension, words in self.labels.items():
            if unknown := [label for label in words if label not in LABELS.get(dimension, ())]:
                raise ValueError(f"'{unknown[0]}' is not a label of '{dimension}'")
        for words in (self.fields, *self.labels.values()):
            counts = Counter(word for each in words.values() for word in each)
            if twice := [word for word, count in counts.items() if count > 1 or word != word.lower()]:
                raise ValueError(f"'{twice[0]}' stands twice, or has a capital letter")
        return self


@cache
def label_words() -> LabelWords:
    """Return the words.

    Raises:
        DataFileError: the file is not valid.
    """
    return read_data_file(LABEL_WORDS).into(LabelWords)


def meant_label(dimension: str, word: str, labels: Iterable[str]) -> str | None:
    """Return the label that was meant by a word, misspelt or in one of our languages; None if none is near."""
    return _meant(word, label_words().labels.get(dimension, {}), labels)


def meant_field(word: str, fields: Collection[str]) -> str | None:
    """Return the field that was meant by a word, misspelt or in one of our languages; None if none is near."""
    return _meant(word, label_words().fields, fields)


def _meant(word: str, words: Words, names: Iterable[str]) -> str | None:
    plain = word.strip().lower()
    by_word = {each: name for name, each_of in words.items() for each in each_of}
    close = [plain] if plain in by_word else get_close_matches(plain, by_word, n=1, cutoff=_NEARLY)
    if close:
        return by_word[close[0]]
    return next(iter(get_close_matches(plain, list(names), n=1)), None)
