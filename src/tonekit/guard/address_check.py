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
_LOOK_BACK = 12
"""Characters before a word that show whether it opens a sentence or an item."""


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
        familiar = sorted([*familiar, *_commands(text, words, address.imperatives)])
    return polite, familiar


def _commands(text: str, words: Words, imperatives: Imperatives) -> Iterator[Span]:
    """Yield the imperatives of du that open a sentence, or stand behind the "Bitte" that opens it."""
    known = imperatives.forms | imperatives.nouns_too
    if known.isdisjoint(words.among):
        return
    forms = words.forms
    for index in [index for index, form in enumerate(forms) if form in known]:
        first = index - 1 if index and forms[index - 1] in imperatives.after else index
        behind = forms[index + 1] if index + 1 < len(forms) else ""
        meant = behind not in imperatives.not_before
        if forms[index] in imperatives.nouns_too:
            meant = behind in imperatives.object
        start = words.spans[first][0]
        if meant and text[start].isupper() and _opens(text, start):
            yield words.spans[index]


def _opens(text: str, start: int) -> bool:
    return bool(_SENTENCE.search(text[max(0, start - _LOOK_BACK) : start])) or start == 0
