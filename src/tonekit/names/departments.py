"""Tell the names of departments and mailboxes from those of people: nobody is called Accounts Payable."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator

from ..files.datafile import read_data_file
from ..models.frozen_model import FrozenModel

DEPARTMENTS = Path(__file__).parents[1] / "languages" / "departments.yaml"
_PART = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LEAST_BEFORE = 2
"""Letters before the end of a compound."""


def _words(written: str) -> str:
    if not all(_PART.fullmatch(word) for word in written.split()) or written != written.casefold():
        raise ValueError("needs words in small letters, of two that belong together one hyphen between them")
    return written


Words = Annotated[str, AfterValidator(_words)]


class DepartmentWords(FrozenModel):
    """`departments.yaml`: by language, words and ends of words that name a department."""

    words: dict[str, Words]
    endings: dict[str, Words]


@lru_cache(maxsize=1)
def _department_words() -> tuple[frozenset[str], tuple[str, ...]]:
    # Whatever language the message is in: a Danish office writes English, too.
    file = read_data_file(DEPARTMENTS).into(DepartmentWords)
    words, endings = (" ".join(each.values()).split() for each in (file.words, file.endings))
    return frozenset(words), tuple(dict.fromkeys(endings))


def is_department(name: str) -> bool:
    """Return whether a name begins or ends with words that only departments have: `IT-Abteilung`, `Sales Nord`."""
    words, endings = _department_words()
    parts = _PART.findall(name.casefold())
    ends = {"-".join(part) for size in (1, 2) for part in (parts[:size], parts[-size:])}
    return not ends.isdisjoint(words) or any(
        part.removesuffix(ending)[_LEAST_BEFORE - 1 :] and part.endswith(ending) for part in ends for ending in endings
    )
