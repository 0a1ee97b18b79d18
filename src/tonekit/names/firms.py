"""Names of companies, with and without their legal form, and what tells them from names of people."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Annotated, NamedTuple

from pydantic import AfterValidator

from ..files.datafile import read_data_file
from ..models.frozen_model import FrozenModel

FIRMS = Path(__file__).parents[1] / "languages" / "firms.yaml"

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
"""Legal forms that are nobody's name even in lower case, as web forms and imports write them: `acme gmbh`."""

_LETTER = re.compile(r"[^\W\d_]")
_WITH_PARTNERS = re.compile(r"\s(?:&|\+|und|and|og|och)\s+partners?$", re.IGNORECASE)
"""A single "Partner" is a family name."""
_LEAST_WORDS = 2
"""Words that the name of a firm has at least; a single one is as likely a family name."""
_LEAST_BEFORE, _LEAST_BEFORE_SHORT = 3, 5
"""Letters at least before an ending, and before a short ending, which many names have by chance."""
_SHORT = 6
"""Letters of a short ending at most."""


def without_legal_form(name: str) -> str:
    """Return the name of a firm as people say it: `Nordvik Rör` for `Nordvik Rör AB`."""
    said = " ".join(name.split())
    return _IN_ANY_LETTERS.sub("", _LEGAL_FORM.sub("", said))


def is_firm(name: str, company: str | None, *, titled: bool = False) -> bool:
    """Return whether a name is that of a firm.

    Such a name has a legal form, is the company of the same record, or starts or ends with a word that only firms have,
    such as `Blumenhaus`. After a title (`titled`) such a word is a family name: Frau Verlag.
    """
    short = without_legal_form(name)
    if short != " ".join(name.split()):
        return True
    if company is not None and short.casefold() == without_legal_form(company).casefold():
        return True
    return not titled and _has_word_of_firms(short)


def _words(written: str) -> str:
    if not all(map(str.isalpha, written.split())) or written != written.casefold():
        raise ValueError("needs words in lower case, separated by spaces")
    return written


Words = Annotated[str, AfterValidator(_words)]


class FirmWords(FrozenModel):
    """`firms.yaml`: by language, words and word endings that only names of firms have, trades, and family names."""

    words: dict[str, Words]
    endings: dict[str, Words]
    trades: dict[str, Words]
    families: dict[str, Words]


class _Listed(NamedTuple):
    words: frozenset[str]
    long: tuple[str, ...]
    short: tuple[str, ...]
    trades: frozenset[str]
    families: frozenset[str]


@lru_cache(maxsize=1)
def _firm_words() -> _Listed:
    """Return the words, the long endings and the short ones, trades and family names."""
    # The language of the message does not matter: a Danish firm may write in English.
    file = read_data_file(FIRMS).into(FirmWords)
    listed = (file.words, file.endings, file.trades, file.families)
    words, endings, trades, families = (dict.fromkeys(" ".join(each.values()).split()) for each in listed)
    long = tuple(each for each in endings if len(each) > _SHORT)
    short = tuple(each for each in endings if len(each) <= _SHORT)
    return _Listed(frozenset(words), long, short, frozenset(trades), frozenset(families))


def _has_word_of_firms(name: str) -> bool:
    """Return whether a name starts or ends with such a word; in the middle or after a hyphen it is a family name."""
    words, long, short, trades, families = _firm_words()
    parts = [part.strip(".,") for part in name.casefold().split() if _LETTER.search(part)]
    if len(parts) < _LEAST_WORDS:
        return False
    if _WITH_PARTNERS.search(name) or (len(parts) == _LEAST_WORDS and {*parts} & trades and {*parts} & families):
        return True
    return any(
        part in words
        or ("-" not in part and (part[_LEAST_BEFORE:].endswith(long) or part[_LEAST_BEFORE_SHORT:].endswith(short)))
        for part in (parts[0], parts[-1])
    )
