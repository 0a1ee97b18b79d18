"""People in the running text of a draft, whom no title announces: "Sofia Hallgren tar över", "ask for Steve"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..languages.loading import load_language_file
from ..errors import UnknownNameError
from functools import lru_cache
from .people_words import PeopleWords, load_people_words
from .words import Word, Words

_NAME_WORD = re.compile(r"[A-ZÅÄÖÆØÜÉ][^\W\d_]+(?:-[A-ZÅÄÖÆØÜÉ]?[^\W\d_]+)?")
_MOST_WORDS = 3
_MOST_HELPERS = 3
_SIGNED = 4
"""Words of a line at the end of a draft that is somebody's signature."""
_LAST_LINES = 4
_OPENS = re.compile(r"(?:\A|[.!?:…]\s|\n)[\s\"“„»«–•*-]*\Z")
_LOOK_BACK = 12


def people_in(text: str, words: Words, language: str, body: tuple[int, int]) -> Iterator[list[Word]]:
    """Yield the words of each name of a person that stands in running text.

    A frequent first name with another name behind it is a person; so is any name that somebody is asked for, or whom a
    word says to deal with the case. One name alone is one only if it is a frequent first name and so announced.

    Args:
        text: the draft.
        words: its words.
        language: its language; in German every noun has a capital.
        body: where its matter stands.
    """
    known, at = load_people_words(), 0
    while at < len(words.forms):
        name = _capitals(text, words, at, body)
        while name and not _is_person(known, text, words, at, name, language):
            # "Vores centerchef Thomas Riis", "Redaktør Eva Holm": the name begins behind the word for the person.
            name = name[1:]
            at += 1
        if name:
            yield name
        at += max(1, len(name))


def _capitals(text: str, words: Words, at: int, body: tuple[int, int]) -> list[Word]:
    """Return the words with capitals in a row from a place on, with one blank between them."""
    name: list[Word] = []
    for index in range(at, min(at + _MOST_WORDS, len(words.forms))):
        start, end = words.spans[index]
        written = text[start:end]
        joined = not name or text[name[-1].end : start] in (" ", "-")
        if not (body[0] <= start < body[1] and joined and _NAME_WORD.fullmatch(written)) or written.isupper():
            break
        name.append(words[index])
    return [] if name and _is_signature(text, name) else name


def _is_signature(text: str, name: Sequence[Word]) -> bool:
    """Return whether a name stands in one of the last lines, with hardly anything beside it: people sign as they like."""
    first, last = text.rfind("\n", 0, name[0].start) + 1, text.find("\n", name[-1].end)
    line = text[first : last if last >= 0 else len(text)]
    short = len(line.split()) <= _SIGNED and not line.rstrip().endswith((".", ",", ":"))
    return short and text.count("\n", name[-1].end) < _LAST_LINES


def _is_person(known: PeopleWords, text: str, words: Words, at: int, name: list[Word], language: str) -> bool:
    """Return whether capitals in a row from a place on are a person's name."""
    forms = [word.form for word in name]
    called = forms[0].split("-")[0] in known.first_names
    if len(name) == 1:
        return called and (_is_led(known, text, words, at, language) or _deals(known, text, words, at + 1, language))
    if any(form in _common_words(language) or form.endswith(known.roles) for form in forms):
        return False
    return called or _has_role(known, text, words, at) or _deals(known, text, words, at + len(name), language)


def _is_led(known: PeopleWords, text: str, words: Words, at: int, language: str) -> bool:
    """Return whether a word before a name says that a person follows, in the same sentence."""
    if not at or _OPENS.search(text[max(0, words.spans[at][0] - _LOOK_BACK) : words.spans[at][0]]):
        return False
    return words.forms[at - 1] in known.leads or _has_role(known, text, words, at)


def _has_role(known: PeopleWords, text: str, words: Words, at: int) -> bool:
    """Return whether one of the two words before a name says what somebody is."""
    for back in (1, 2):
        if at < back:
            break
        gap = text[words.spans[at - back][1] : words.spans[at][0]]
        if words.forms[at - back].endswith(known.roles) and not re.search(r"[.!?:\n]", gap) and (back == 1 or "," in gap):
            return True
    return False


def _deals(known: PeopleWords, text: str, words: Words, behind: int, language: str) -> bool:
    """Return whether a word behind a name says that somebody deals with something."""
    doing = known.deals_de if language == "de" else known.deals
    for index in range(behind, min(behind + _MOST_HELPERS + 1, len(words.forms))):
        if text[words.spans[index - 1][1] : words.spans[index][0]].strip():
            return False
        if words.forms[index] in doing:
            return True
        if words.forms[index] not in known.helpers:
            return False
    return False


@lru_cache
def _common_words(language: str) -> frozenset[str]:
    try:
        return frozenset(load_language_file(language).function_words)
    except UnknownNameError:
        return frozenset()
