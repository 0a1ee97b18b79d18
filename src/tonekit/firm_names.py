"""The name of a firm with and without its legal form, and what tells it from the name of a person."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict

from .datafile import read_data_file

FIRMS = Path(__file__).parent / "languages" / "firms.yaml"

_LEGAL_FORM = re.compile(
    r"[ ,]+(?:GmbH(?: & Co\.? KG)?|mbH|AG|KG|OHG|GbR|UG|SE|eG|e\.\s?[KV]\.|AB|HB|ASA?|A/S|ApS|I/S|IVS|ANS|DA|Oyj?"
    r"|Ltd\.?|Limited|Inc\.?|LLC|PLC|plc|LLP|Corp\.?|Co\.?)$"
)
"""Legal forms of the countries whose languages tonekit writes, and of their neighbours."""
_IN_ANY_LETTERS = re.compile(
    r"[ ,]+(?:gmbh(?: & co\.? kg)?|mbh|ag|kg|ohg|gbr|e\.\s?[kv]\.|ab|asa|a/s|aps|oyj?"
    r"|ltd\.?|limited|inc\.?|llc|plc|llp|corp\.?)$",
    re.IGNORECASE,
)
"""Those that are nobody's name in small letters either: forms and imports leave `acme gmbh`."""

_WORD = re.compile(r"[^\W\d_]+")
_LEAST_BEFORE = 3
"""Letters before the end of a compound."""


def without_legal_form(name: str) -> str:
    """Return the name of a firm as people say it: `Nordvik Rör AB` is Nordvik Rör."""
    said = " ".join(name.split())
    return _IN_ANY_LETTERS.sub("", _LEGAL_FORM.sub("", said))


def is_firm(name: str, company: str | None) -> bool:
    """Return whether a name is that of a firm.

    It has a legal form or a word that only firms have, such as `Blumenhaus`, or is the company of the same record.
    """
    short = without_legal_form(name)
    if short != " ".join(name.split()) or _has_word_of_firms(short):
        return True
    return company is not None and short.casefold() == without_legal_form(company).casefold()


def _words(written: str) -> str:
    if not all(map(str.isalpha, written.split())) or written != written.casefold():
        raise ValueError("needs words in small letters with a blank between them")
    return written


Words = Annotated[str, AfterValidator(_words)]


class FirmWords(BaseModel):
    """`firms.yaml`: by language, words and ends of words that only firms have in their name."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: dict[str, Words]
    endings: dict[str, Words]


@lru_cache(maxsize=1)
def _firm_words() -> tuple[frozenset[str], tuple[str, ...]]:
    # Whatever language the message is in: a Danish firm writes English, too.
    file = read_data_file(FIRMS).into(FirmWords)
    words, endings = (" ".join(each.values()).split() for each in (file.words, file.endings))
    return frozenset(words), tuple(dict.fromkeys(endings))


def _has_word_of_firms(name: str) -> bool:
    words, endings = _firm_words()
    return any(word in words or word[_LEAST_BEFORE:].endswith(endings) for word in _WORD.findall(name.casefold()))
