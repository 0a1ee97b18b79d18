"""The words around figures: what announces a reference, what a number names without counting, what is left open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cached_property, lru_cache

from ...files.datafile import read_data_file
from ...models.frozen_model import FrozenModel
from .wording import FOLDER


class FigureWords(FrozenModel):
    """`wording/figures.yaml`, where each section is described: the words of all languages."""

    references: frozenset[str]
    endings: tuple[str, ...]
    linking: frozenset[str]
    technical: frozenset[str]
    labels: frozenset[str]
    phones: frozenset[str]
    numbered: frozenset[str]
    ordinals: dict[int, tuple[str, ...]]
    measures: frozenset[str]
    metric: dict[str, dict[Decimal, tuple[str, ...]]]
    unfinished: tuple[str, ...]
    colleagues: tuple[str, ...]
    things: frozenset[str]
    style_labels: frozenset[str]
    writing: tuple[str, ...]

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Ordinal → the number that it puts in order."""
        return {word: number for number, words in self.ordinals.items() for word in words}

    def tells_to_write(self, forms: Iterable[str]) -> bool:
        """Return whether words, in lower case, tell how to write: two of those listed do, one may be the matter."""
        stems = tuple(each[:-1] for each in self.writing if each.endswith("*"))
        return len({form for form in forms if form in self.writing or form.startswith(stems)}) > 1

    def announce(self, word: str) -> bool:
        """Return whether the number of an order, a case or a contract follows a word, in lower case."""
        return word in self.references or word.endswith(self.endings)


@lru_cache
def load_figure_words() -> FigureWords:
    """Return the words around figures."""
    return read_data_file(FOLDER / "figures.yaml").into(FigureWords)
