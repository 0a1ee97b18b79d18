"""Name and title of a customer as a letter can print them: forms and imports leave all sorts of things there."""

from __future__ import annotations

import re

from .firm_names import is_firm, without_legal_form
from .message import Customer

_TITLE_WORDS = (
    "herrn herr frau fru frøken fröken hr fr mrs mr ms miss mx dr professor prof familien familie familjen family"
)
_TITLE = re.compile(rf"(?:{'|'.join(_TITLE_WORDS.split())})(?:\.\s*|\s+|$)", re.IGNORECASE)
_FILLERS = frozenset("null none nan undefined unknown anonymous anonym noname unbekannt okänd ukjent ukendt".split())
"""What programs and people write into a field for which they have nothing."""
_FILLING_ALONE = frozenset({"na", "n.a", "test"})
"""Fillers that are somebody's name beside another."""
_SIGNS = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f .,'’´\"&()-])+")
_ADDRESS = re.compile(r"\w\.\w\w")
"""A mail program makes a link of `evil.example`; initials have one letter."""
_LETTERS = re.compile(r"[^\W\d_]+")
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[-’'])*")
_INITIAL = re.compile(r"[^\W\d_]\.?")
_PARTICLES = frozenset("von van vom zu zum zur de der den del della di da dos du af av la le".split())
_BEHIND_A_NAME = frozenset({"jr", "sr"})
_LEAST_LETTERS = 2
_MOST_WORDS = 7
"""Words of a name, particles included; more of them are a sentence."""


def printable_name(customer: Customer) -> Customer:
    """Return a record with its name as a greeting says it, or without one where the field holds no name.

    `Berg, Kim` is Kim Berg, and the title in `Frau Vogt` is a title. What has digits, an address or a filler such as
    `null` is no name.
    """
    title = customer.title if _may_stand(customer.title or "", letters=1) else None
    if not customer.name:
        return customer if title == customer.title else customer.model_copy(update={"title": title})
    name = " ".join(customer.name.split())
    if not is_firm(name, customer.company):
        said, name = _without_title(_turned(name))
        title = title or said
    if _may_stand(name, letters=_LEAST_LETTERS):
        return customer.model_copy(update={"name": name, "title": title})
    return customer.model_copy(update={"name": None, "title": None})


def is_name_word(word: str) -> bool:
    """Return whether a word is written as a name: letters, the first a capital, the last none (`AB`, `GmbH`)."""
    return bool(_NAME_WORD.fullmatch(word)) and word[0].isupper() and word[-1].islower()


def _turned(name: str) -> str:
    """Return `Berg, Kim` as `Kim Berg`, and whatever is no family name before a first name as it is."""
    last, _, first = (part.strip() for part in name.partition(","))
    if not (last and first) or first.lower().rstrip(".") in _BEHIND_A_NAME:
        return name
    words = [*last.split(), *_without_title(first)[1].split()]
    return f"{first} {last}" if all(_is_part(word, capitals=name.isupper()) for word in words) else name


def _is_part(word: str, *, capitals: bool) -> bool:
    if word in _PARTICLES or (_INITIAL.fullmatch(word) and word[0].isupper()):
        return True
    return is_name_word(word) or (capitals and bool(_NAME_WORD.fullmatch(word)))


def _without_title(name: str) -> tuple[str | None, str]:
    """Return the titles before a name, as a greeting says them, and the name."""
    titles, rest = [], name
    while found := _TITLE.match(rest):
        title = found[0].strip()
        # Of "An Herrn Vogt", as it stands on letters.
        titles.append("Herr" if title.lower() == "herrn" else title)
        rest = rest[found.end() :]
    return " ".join(titles) or None, rest


def _may_stand(text: str, *, letters: int) -> bool:
    """Return whether a text can be a name or a title."""
    bare = without_legal_form(text)
    words = _LETTERS.findall(bare.casefold())
    return (
        sum(map(len, words)) >= letters
        and len(words) <= _MOST_WORDS
        and bool(_SIGNS.fullmatch(bare))
        and not _ADDRESS.search(bare)
        and _FILLERS.isdisjoint(words)
        and bare.casefold().rstrip(".") not in _FILLING_ALONE
    )
