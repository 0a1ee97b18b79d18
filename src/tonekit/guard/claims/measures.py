"""Metric measures, whichever unit of their kind they are told in: 1,8 meter are 180 cm, and 18 cm are not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache

from ..wording.figure_words import load_figure_words
from .figures import values_of

_MEASURE = re.compile(r"(?<![\w.,])(\d{1,6}(?:[.,]\d{1,3})?)[ \u00a0-]?([^\W\d_]{1,14})\b")


def measures_in(text: str) -> Iterator[tuple[str, Decimal]]:
    """Yield each measure: the unit of its kind, m, g or l, and how many of it."""
    units = _units()
    for match in _MEASURE.finditer(text):
        if (unit := units.get(match[2].lower())) is not None:
            yield from ((unit[0], (value * unit[1]).normalize()) for value in values_of(match[1]))


@lru_cache
def _units() -> Mapping[str, tuple[str, Decimal]]:
    kinds = load_figure_words().metric
    return {word: (kind, size) for kind, sizes in kinds.items() for size, words in sizes.items() for word in words}
