"""Which column of an export holds what: as the user says, else guessed from its name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Literal, cast, get_args

from pydantic import Field

from ..errors import MessageSourceError, UnknownNameError
from ..files.datafile import read_data_file
from ..models.frozen_model import FrozenModel

Column = Literal["text", "subject", "id", "date", "sender", "customer_type", "handling_time", "follow_up"]
COLUMNS = cast(tuple[Column, ...], get_args(Column))
NAMES = Path(__file__).with_name("columns.yaml")

_NO_LETTER = re.compile(r"[\W_]+")
_IN_BRACKETS = re.compile(r"[(\[].*")
"""What a sheet says of a column beside its name: `Bearbeitungszeit (min)`."""


class ColumnNames(FrozenModel):
    """`columns.yaml`: usual names of columns, and how their cells are written."""

    names: dict[Column, tuple[str, ...]]
    units: dict[Literal["seconds", "hours"], frozenset[str]]
    yes: frozenset[str] = Field(min_length=1)
    no: frozenset[str] = Field(min_length=1)


@cache
def column_names() -> ColumnNames:
    """Return the usual names of columns.

    Raises:
        DataFileError: the file is not valid.
    """
    return read_data_file(NAMES).into(ColumnNames)


def match_columns(there: Iterable[str], given: Mapping[Column, str], *, source: str) -> dict[Column, str]:
    """Return which column holds what, those that are missing left out.

    Args:
        there: the columns of the file.
        given: what the user says; the rest is guessed.
        source: the file, as the user named it.

    Raises:
        UnknownNameError: the file has no column that was given.
        MessageSourceError: no column holds the text.
    """
    available = [name for name in there if name.strip()]
    for name in given.values():
        if name not in available:
            raise UnknownNameError(f"column in {source}", name, available=available)
    free = [name for name in available if name not in given.values()]
    found: dict[Column, str] = dict(given)
    for column in COLUMNS:
        if column not in found and (guess := guessed_column(column, free)):
            found[column] = guess
    if "text" not in found:
        listed = ", ".join(available) or "none"
        raise MessageSourceError(
            f"no column holds the text; name it with --text-column. Columns: {listed}", source=source
        )
    return found


def guessed_column(column: Column, there: Iterable[str]) -> str | None:
    """Return which column is called as those that hold this usually are; None if none is."""
    named = list(there)[::-1]  # of two that are called alike the first counts
    whole = {_plain(name): name for name in named}
    bare = {_plain(_IN_BRACKETS.sub("", name)): name for name in named}
    # A column that is called so outranks one that is only after its brackets are taken away: `Text (alt)`.
    guesses = (plain[each] for plain in (whole, bare) for each in column_names().names[column] if each in plain)
    return next(guesses, None)


def words_of(name: str) -> list[str]:
    """Return the words that the name of a column is made of, in lower case."""
    return _plain(name).split("_")


def _plain(name: str) -> str:
    return _NO_LETTER.sub("_", name.casefold()).strip("_")
