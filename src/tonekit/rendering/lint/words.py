"""The word lists of the linter: words of address, greetings and closings, by language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from ...files.datafile import read_data_file
from ...models.frozen_model import FrozenModel

_FILE = Path(__file__).with_name("words.yaml")


class Words(FrozenModel):
    """The words of one language; see the head of `words.yaml`."""

    strict: bool = False
    familiar: frozenset[str] = frozenset()
    polite: frozenset[str] = frozenset()
    also_they: frozenset[str] = frozenset()
    greeting: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()


@cache
def words_of(language: str) -> Words:
    """Return the words of a language, none for one without a list."""
    return _all_words().get(language, Words())


@cache
def line_starts(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a line that begins with one of the phrases and holds little else."""
    listed = "|".join(sorted(map(re.escape, phrases), key=len, reverse=True)) or r"(?!)"
    return re.compile(rf"^[ \t]*(?:{listed})\b[^.\n]{{0,30}}[,!]?[ \t]*$", re.MULTILINE)


@cache
def _all_words() -> Mapping[str, Words]:
    return read_data_file(_FILE).into_mapping_of(Words)
