"""Phrases in a plan: which come into question for a call, and what is left to do to write one of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from .alternatives import Phrase
from .compiling import Compiled
from .environment import Inert
from .holes import Hole
from .phrases import VariationKey, picked
from .plain_program import opens_line
from .plain_values import plain_value
from .values import Section

_PLAIN = re.compile(r"[^\\`*_\[\]&\t\r\n\x00\v\f]*")
_FIRST = re.compile(r"[^-+*#>=~`\s\d.)]")
"""What begins neither an item nor another block, and does not make one of digits before it."""

Words = tuple[str | Hole, ...]


class Spoken(NamedTuple):
    """A phrase.

    Attributes:
        id: its id.
        words: its words and places for values; none where it takes Jinja.
        plain: whether its words stand in the plain text of a reply as they are.
    """

    id: str
    words: Words
    plain: bool

    def written(self, values: Mapping[str, Any], inert: Inert) -> str:
        """Return the phrase with its values made inert."""
        return "".join([each if isinstance(each, str) else inert(values[each.path]) for each in self.words])

    def text(self, values: Mapping[str, Any]) -> str | None:
        """Return the plain text of the phrase, or None where that takes a look at its Markdown."""
        if not self.plain:
            return None
        text = ""
        for each in self.words:
            more = each if isinstance(each, str) else plain_value(values[each.path], opens=opens_line(text))
            if more is None:
                return None
            text += more
        return text


@dataclass(frozen=True, slots=True)
class Call:
    """A call of `phrase` in a plan.

    Attributes:
        slot: its slot.
        closest: the phrases for it.
        wider: those that are chosen from where some phrases were used lately.
        spoken: each of them, by id.
    """

    slot: str
    closest: Sequence[Phrase]
    wider: Sequence[Phrase]
    spoken: Mapping[str, Spoken]

    def said(self, key: VariationKey, recent: Sequence[str]) -> Spoken | None:
        """Return the phrase of a message, or None where there is none."""
        phrase = picked(self.wider if recent else self.closest, self.slot, key, recent)
        return None if phrase is None else self.spoken[phrase.file.id]

    @property
    def truth(self) -> bool | None:
        """Whether there is a phrase, or None where one may be empty."""
        if not self.closest:
            return False
        return True if all(any(each.words) for each in self.spoken.values()) else None


def spoken(phrase: Phrase, template: Compiled | None, context: Mapping[str, Any], inert: Inert) -> Spoken:
    """Return a phrase as a plan has it.

    Args:
        phrase: the phrase.
        template: its template, or None where it prints nothing.
        context: what it sees, with holes for inputs.
        inert: what makes a printed value inert.
    """
    if template is None:
        return _with_words(phrase, (phrase.file.text,))
    found: list[str | Hole] = []
    for part in template.straight:
        value = part if isinstance(part, str) else context[part[0]].get(part[1])
        if isinstance(part, str) or isinstance(value, Hole):
            found.append(value)
        elif isinstance(value, str):
            found.append(inert(value))
        else:
            return taking_jinja(phrase)
    return _with_words(phrase, tuple(found)) if found else taking_jinja(phrase)


def taking_jinja(phrase: Phrase) -> Spoken:
    """Return a phrase that a plan cannot write."""
    return Spoken(phrase.file.id, (), plain=False)


def _with_words(phrase: Phrase, words: Words) -> Spoken:
    texts = [each for each in words if isinstance(each, str)]
    first, last = words[0], words[-1]
    begins = isinstance(first, Hole) or bool(_FIRST.match(first))
    ends = isinstance(last, Hole) or not last[-1:].isspace()
    return Spoken(phrase.file.id, words, plain=begins and ends and all(map(_PLAIN.fullmatch, texts)))


def chosen(calls: Sequence[Call], key: VariationKey, recent: Sequence[str]) -> list[Spoken | None] | None:
    """Return the phrase of each call, or None where one of them takes Jinja."""
    phrases: list[Spoken | None] = []
    for call in calls:
        phrase = call.said(key, recent)
        if phrase is not None and not phrase.words:
            return None
        phrases.append(phrase)
    return phrases


def words(phrases: Sequence[Spoken | None], values: Mapping[str, Any], inert: Inert) -> list[str]:
    """Return what the phrases write, with values made inert."""
    return [phrase.written(values, inert) if phrase else "" for phrase in phrases]
