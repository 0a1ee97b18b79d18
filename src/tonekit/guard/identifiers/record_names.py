"""Names that the helpdesk knows: of the customer, of the company, and of those who wrote the turns of a thread."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from ...foreign_text.mojibake import ungarbled
from ...message import NOBODY, Customer
from ...names.firms import without_legal_form
from .page import Found, Page, word_list
from .plain_signs import plain

_PART = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_NO_NAME = frozenset(
    "von van vom zu zum zur de der den del della di da dos du af av la le el und og och and bin ibn ben mac st"
    " dr prof dipl ing med phd mba herr herrn frau fru hr fr mr mrs ms miss mx sir madam jr sr"
    " gmbh ag kg ohg gbr ug eg ev ab as asa a/s aps oy ltd limited inc llc plc llp corp"
    " co company group holding".split()
)
"""Particles, titles and legal forms: they tell nobody apart, and stand in every text."""
_SHORTEST = 2
_LONGEST = 200
"""Signs of a name; a field of the record that holds more holds something else."""
_MOST, _MOST_OF_ONE = 96, 8
"""Parts that are looked for, of all names and of one of them: one with more is not a name, and crowds out no other."""
_WHOLE_LETTERS = str.maketrans({"æ": "ae", "Æ": "Ae", "ß": "ss"})
"""Letters that stand for two."""
_LETTER, _DIGIT = r"[^\W\d_]", r"\d"
_BETWEEN = re.compile(rf"(?<={_LETTER})[ -]?(?={_DIGIT})|(?<={_DIGIT})[ -]?(?={_LETTER})")
"""Where a customer number goes from letters to digits, or back."""
_NAME_ENDS = rf"(?<!{_LETTER})", rf"(?!{_LETTER})"
"""A name ends at a digit, an underscore, a sign: anna_berg87."""
_WORD_ENDS = r"(?<!\w)", r"(?!\w)"
_TWO_LETTERS = str.maketrans(
    {"ä": "ae", "Ä": "Ae", "ö": "oe", "Ö": "Oe", "ü": "ue", "Ü": "Ue", "å": "aa", "Å": "Aa", "ø": "oe", "Ø": "Oe"}
)
"""As ICAO Doc 9303 writes the letters of these countries in the names of passports."""


class RecordNames:
    """Finds the names of a customer record, in whole and in their parts, with the endings that a genitive has.

    Args:
        customer: the record, or None.
        senders: names of those who wrote, such as `Message.sender`; of very many the first are looked for.
    """

    def __init__(self, customer: Customer | None, senders: Iterable[str] = ()) -> None:
        record = customer or NOBODY
        given = [record.name or "", *map(_without_address, senders)]
        # A garbled name is greeted, and told to a model, as it was meant; the text may hold it either way.
        written = dict.fromkeys(name for each in given for name in (each, ungarbled(each)))
        names = (part for name in written if name and len(name) <= _LONGEST for part in _parts(name)[:_MOST_OF_ONE])
        self._names = _Names(list(dict.fromkeys(names))[:_MOST], ends=_NAME_ENDS)
        self._companies = _Names(_companies(record.company) if record.company else [])
        self._ids = _Names(_keys(record.id) if record.id and _SHORTEST + 1 < len(record.id) <= _LONGEST else [])

    def find(self, page: Page, /) -> Iterator[Found]:
        """Yield the names; the key of the record as `customer_number`."""
        # A firm that is called after the customer: its short name is the customer's, too.
        yield from _meant(self._names.found_in(page), page.text)
        for kind, names in (("company", self._companies), ("customer_number", self._ids)):
            yield from (Found(kind, *match.span()) for match in names.found_in(page))


def _meant(matches: Sequence[re.Match[str]], text: str) -> Iterator[Found]:
    """Yield the names; one that is also an ordinary word counts in small letters only beside another."""
    for index, match in enumerate(matches):
        start, end = match.span()
        before = index > 0 and text[matches[index - 1].end() : start] == " "
        behind = index + 1 < len(matches) and text[end : matches[index + 1].start()] == " "
        # "Will" is a name, "will" is not.
        ordinary = text[start:end].islower() and word_list("everyday").holds(text[start:end])
        if before or behind or not ordinary:
            yield Found("name", start, end)


def _parts(name: str) -> list[str]:
    """Return the words of a name, the parts of those with a hyphen, and those without it."""
    words = _PART.findall(unicodedata.normalize("NFC", name))
    words = [word for word in words if len(word) >= _SHORTEST and word.lower() not in _NO_NAME]
    hyphened = [word for word in words if "-" in word]
    parts = [part for word in hyphened for part in word.split("-") if len(part) > _SHORTEST]
    # In handles the first and the last name are written as one word.
    ends = [word.replace("-", "") for word in (words[0], words[-1])] if len(words) > 1 else []
    joined = ["".join(ends), "".join(reversed(ends))] if ends else []
    return list(dict.fromkeys([*words, *parts, *(word.replace("-", "") for word in hyphened), *joined]))


def _companies(company: str) -> list[str]:
    """Return the name of a firm as it stands, without its legal form, and as one word, as in the name of a host."""
    names = [" ".join(company.split()), without_legal_form(company)]
    return [name for name in (*names, *(name.replace(" ", "") for name in names)) if _SHORTEST < len(name) <= _LONGEST]


def _keys(written: str) -> list[str]:
    """Return the key of a record as it stands, and with each sign that people put between letters and digits."""
    return [written, *(_BETWEEN.sub(sign, written) for sign in ("", " ", "-"))]


def _without_address(sender: str) -> str:
    """Return the name in `Anna Berg <anna@example.com>`; a bare address has none."""
    name = sender.partition("<")[0]
    return "" if "@" in name else name


class _Names:
    """Names that are looked for, whatever their capitals, with or without their accents.

    Args:
        ends: patterns of what stands before and behind them.
    """

    def __init__(self, names: Iterable[str], *, ends: tuple[str, str] = _WORD_ENDS) -> None:
        self._ends = ends
        self._spelt = {spelling for name in names for spelling in _spellings(name)}
        self._folded = tuple({spelling.casefold() for spelling in self._spelt})
        self._pattern: re.Pattern[str] | None = None

    def found_in(self, page: Page) -> list[re.Match[str]]:
        """Return the places of the names in a text."""
        if not self._spelt:
            return []
        # A pattern is dear to compile, and few messages hold all that the record says.
        if not any(name in page.folded for name in self._folded):
            return []
        self._pattern = self._pattern or _either(self._spelt, *self._ends)
        return list(self._pattern.finditer(page.plain))


def _either(spelt: Iterable[str], left: str, right: str) -> re.Pattern[str]:
    """Return what matches one of several spellings in a text with plain signs."""
    longest_first = sorted(spelt, key=lambda name: (-len(name), name))
    # A genitive keeps its ending: "Annas order" is somebody's order, "[NAME_1]s order" too.
    either = "|".join(map(re.escape, longest_first))
    return re.compile(rf"{left}(?:{either})(?=(?:['’´]?s|['’´])?{right})", re.IGNORECASE)


def _spellings(name: str) -> set[str]:
    """Return a name with plain signs: its accents lost, as signs of their own, and as passports spell it."""
    if name.isascii():
        return {name}
    composed = unicodedata.normalize("NFC", name)
    decomposed = unicodedata.normalize("NFD", composed)
    in_two = composed.translate(_TWO_LETTERS)
    both = {composed, decomposed, in_two, "".join(sign for sign in decomposed if not unicodedata.combining(sign))}
    return {plain(spelling) for each in both for spelling in (each, each.translate(_WHOLE_LETTERS))}
