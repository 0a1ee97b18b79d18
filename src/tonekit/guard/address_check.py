"""Does the draft keep to one form of address, and to the right one?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .draft import Draft
from .rules import Breach, Rule, Span, by_id
from .wording_file import Address, Imperatives
from .words import Words

RULES = by_id(
    Rule(
        "wrong-address",
        "error",
        "The draft uses the {found} form of address, the customer is addressed with the {wanted} one.",
        "Use the {wanted} form of address throughout.",
    ),
    Rule(
        "mixed-address",
        "error",
        "The draft uses the familiar and the polite form of address side by side.",
        "Use the {wanted} form of address throughout.",
    ),
)
NAMES = {"formal": "polite", "informal": "familiar"}
_SENTENCE = re.compile(r"(?:^|[.!?:…\n„“\"»«(]|\n[ \t]*(?:[-*•]|\d{1,2}[.)]))[\s„“\"»«(]*\Z")
_SENTENCE_END = re.compile(r"[.!?…\n]")
_LOOK_BACK = 12
"""Characters before a word that show whether it opens a sentence or an item."""
_WORDS_AHEAD = 40
"""Words of a sentence that are looked at: hardly one is longer, and brackets open one after the other."""


def check_address(draft: Draft) -> Iterator[Breach]:
    """Yield the words of address that do not belong."""
    if not draft.in_language or not draft.wording.address.polite:
        return
    polite, familiar = forms_of_address(draft.text, draft.words, draft.wording.address)
    mixed = bool(polite and familiar)
    # Swedish, Norwegian and Danish say du to everyone: the polite form is wrong only beside it.
    apart = draft.wording.address.apart
    if not (mixed or apart):
        return
    wanted = draft.profile.address if apart else "informal"
    found = {"formal": "informal", "informal": "formal"}[wanted]
    for span in polite if found == "formal" else familiar:
        filled = {"found": NAMES[found], "wanted": NAMES[wanted]}
        yield Breach("mixed-address" if mixed else "wrong-address", span, filled)


def forms_of_address(text: str, words: Words, address: Address) -> tuple[list[Span], list[Span]]:
    """Return where the polite and where the familiar forms of a text stand.

    A polite form that opens a sentence may mean "they" or "she": it does not count.

    Args:
        text: any text.
        words: its words.
        address: the forms of its language.
    """
    polite: list[Span] = []
    familiar: list[Span] = []
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


def _commands(text: str, words: Words, address: Address) -> Iterator[Span]:
    """Yield the imperatives of du that open a sentence, or stand behind the "Bitte" that opens it."""
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
    """Return whether a word that may be an imperative is one by the word behind it."""
    behind = words.forms[index + 1] if index + 1 < len(words) else ""
    # "Frage: Die Rechnung fehlt": behind a colon or a comma something else begins.
    if behind and text[words.spans[index][1] : words.spans[index + 1][0]].strip():
        behind = ""
    if words.forms[index] in imperatives.nouns_too:
        return behind in imperatives.object
    return behind not in imperatives.not_before


def _leaves_out_i(text: str, words: Words, index: int, address: Address) -> bool:
    """Return whether a writer may tell what he does himself: "Sende Ihnen anbei die Rechnung"."""
    imperatives = address.imperatives
    if not imperatives or not words.forms[index].endswith(imperatives.first_person):
        return False
    for after in range(index + 1, min(index + _WORDS_AHEAD, len(words))):
        start, end = words.spans[after]
        if _SENTENCE_END.search(text, words.spans[after - 1][1], start):
            return False
        # Small "sie" and "ihr" are they and her.
        if words.forms[after] in imperatives.not_with or text[start:end] in address.polite:
            return True
    return False


def _opens(text: str, start: int) -> bool:
    return bool(_SENTENCE.search(text[max(0, start - _LOOK_BACK) : start])) or start == 0
