"""Find the words of a text that address its reader politely or familiarly: Sie or du, De or du."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .wording_file import Address, Imperatives
from .words import Words

Place = tuple[int, int]
"""Start and end of a word in a text."""
NAMES = {"formal": "polite", "informal": "familiar"}
_SENTENCE = re.compile(r"(?:^|[.!?:…\n„“\"»«(]|\n[ \t]*(?:[-*•]|\d{1,2}[.)]))[\s„“\"»«(*_]*\Z")
_SENTENCE_END = re.compile(r"[.!?…\n]")
_LOOK_BACK = 12
"""Characters before a word that show whether it starts a sentence or a list item."""
_WORDS_AHEAD = 40
"""Words of a sentence that are searched; hardly any is longer, and a limit keeps long texts linear."""


def forms_of_address(text: str, words: Words, address: Address) -> tuple[list[Place], list[Place]]:
    """Return the places of the polite and of the familiar forms in a text.

    A polite form that starts a sentence may mean "they" or "she" and does not count.
    """
    polite: list[Place] = []
    familiar: list[Place] = []
    telling = address.in_lower_case
    for index in [index for index, form in enumerate(words.forms) if form in telling]:
        start, end = words.spans[index]
        written = text[start:end]
        if written in address.polite and not _opens(text, start):
            polite.append((start, end))
        elif written in address.familiar:
            familiar.append((start, end))
    if address.imperatives:
        familiar = sorted([*familiar, *_commands(text, words, address)])
    return polite, familiar


def _commands(text: str, words: Words, address: Address) -> Iterator[Place]:
    """Yield the imperatives of du that start a sentence, or follow a "Bitte" that starts it."""
    imperatives = address.imperatives
    if not imperatives or imperatives.known.isdisjoint(words.among):
        return
    forms = words.forms
    for index in [index for index, form in enumerate(forms) if form in imperatives.known]:
        first = index - 1 if index and forms[index - 1] in imperatives.after else index
        start = words.spans[first][0]
        if not (text[start].isupper() and _opens(text, start) and _is_command(text, words, index, imperatives)):
            continue
        if first != index or not _leaves_out_i(text, words, index, address):
            yield words.spans[index]


def _is_command(text: str, words: Words, index: int, imperatives: Imperatives) -> bool:
    """Return whether the next word shows a possible imperative to be one."""
    behind = words.forms[index + 1] if index + 1 < len(words) else ""
    # "Frage: Die Rechnung fehlt": after a colon or a comma something else begins.
    if behind and text[words.spans[index][1] : words.spans[index + 1][0]].strip():
        behind = ""
    if words.forms[index] in imperatives.nouns_too:
        return behind in imperatives.object
    return behind not in imperatives.not_before


def _leaves_out_i(text: str, words: Words, index: int, address: Address) -> bool:
    """Return whether the verb may be a first person without "ich": "Sende Ihnen anbei die Rechnung"."""
    imperatives = address.imperatives
    if not imperatives or not words.forms[index].endswith(imperatives.first_person):
        return False
    for after in range(index + 1, min(index + _WORDS_AHEAD, len(words))):
        start, end = words.spans[after]
        if _SENTENCE_END.search(text, words.spans[after - 1][1], start):
            return False
        # In lower case, "sie" and "ihr" mean they and her.
        if words.forms[after] in imperatives.not_with or text[start:end] in address.polite:
            return True
    return False


def _opens(text: str, start: int) -> bool:
    return bool(_SENTENCE.search(text[max(0, start - _LOOK_BACK) : start])) or start == 0
