"""The words by which a draft speaks of people."""

from __future__ import annotations

from functools import lru_cache

from pydantic import BaseModel, ConfigDict

from ...files.datafile import read_data_file
from .wording import FOLDER


class PeopleWords(BaseModel):
    """`wording/people.yaml`, where each section is described."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    roles: tuple[str, ...]
    groups: tuple[str, ...]
    leads: frozenset[str]
    linking: frozenset[str]
    helpers: frozenset[str]
    deals: frozenset[str]
    deals_de: frozenset[str]
    first_names: frozenset[str]


@lru_cache
def load_people_words() -> PeopleWords:
    """Return the words by which people are spoken of, of all languages.

    Raises:
        DataFileError: the file is not valid.
    """
    return read_data_file(FOLDER / "people.yaml").into(PeopleWords)
