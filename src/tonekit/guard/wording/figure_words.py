"""The words around figures: what announces a reference, what a number names without counting, what is left open."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from pydantic import BaseModel, ConfigDict

from ...files.datafile import read_data_file
from .wording import FOLDER


class FiguresFile(BaseModel):
    """`wording/figures.yaml`, where each section is described."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    references: frozenset[str]
    endings: tuple[str, ...]
    linking: frozenset[str]
    technical: frozenset[str]
    labels: frozenset[str]
    ordinals: dict[int, tuple[str, ...]]
    measures: frozenset[str]
    unfinished: tuple[str, ...]
    colleagues: tuple[str, ...]
    things: frozenset[str]


@dataclass(frozen=True, slots=True)
class FigureWords:
    """The words around figures of all languages.

    Attributes:
        linking: words between such a word and the number.
        technical: capitals before a number that name a technique.
        labels: words before a number that names a thing.
        ordinals: word → the number that it puts in order.
        references: words before the number of an order, a case, a contract.
        endings: endings of such words.
        measures: words behind a fraction.
        things: what such a place is left for.
        unfinished: words in brackets that tell what has still to be written.
        colleagues: what a colleague tells another there.
    """

    references: frozenset[str]
    endings: tuple[str, ...]
    linking: frozenset[str]
    technical: frozenset[str]
    labels: frozenset[str]
    ordinals: dict[str, int]
    measures: frozenset[str]
    unfinished: tuple[str, ...]
    colleagues: tuple[str, ...]
    things: frozenset[str]

    def announce(self, word: str) -> bool:
        """Return whether the number of an order, a case or a contract follows a word, in lower case."""
        return word in self.references or word.endswith(self.endings)


@lru_cache
def load_figure_words() -> FigureWords:
    """Return the words around figures.

    Raises:
        DataFileError: the file is not valid.
    """
    file = read_data_file(FOLDER / "figures.yaml").into(FiguresFile)
    ordinals = {word: number for number, words in file.ordinals.items() for word in words}
    return FigureWords(**{**dict(file), "ordinals": ordinals})
