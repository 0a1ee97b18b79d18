"""Pronouns of address, in languages where they show the register (German Sie and du)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Literal

from ..languages.pack import Address
from .parsing import Parsed
from .shapes.shape_finder import ShapeHit
from .tokens import is_word

FORMAL, INFORMAL, OPENING, ABSENT = "address.formal", "address.informal", "address.opening", "address.absent"
BESIDE_VERB = "beside verb"
_CLAUSE = 9
"""Words and figures of a clause that may stand between a pronoun and the verb at its end."""


def find_address(parsed: Parsed, address: Address) -> list[ShapeHit]:
    """Return the V- and T-forms of a text; none where the language does not tell by them.

    A V-form that opens a sentence may mean "she" or "they": it is a cue of its own, and no form of address.
    """
    return list(_hits(parsed, address)) if address.telling else []


def address_form(hits: list[ShapeHit]) -> Literal["formal", "informal", "mixed"] | None:
    """Return which form of address the hits show."""
    cues = {cue for _, _, cue in hits} - {OPENING}
    if cues == {FORMAL, INFORMAL}:
        return "mixed"
    if FORMAL in cues:
        return "formal"
    return "informal" if INFORMAL in cues else None


def _hits(parsed: Parsed, address: Address) -> Iterator[ShapeHit]:
    texts, spans = parsed.tokens.texts, parsed.tokens.spans
    forms = _forms(address)
    openings = {first for first, _ in parsed.sentences}
    for index, text in enumerate(texts):
        form = forms.get(text)
        if form is None or (form == INFORMAL and _is_exclaimed(texts, index, address.exclaimed)):
            continue
        if form == BESIDE_VERB:
            if _beside_verb(parsed, index, address.verb_endings) or _is_subject(parsed, index, address):
                yield *spans[index], INFORMAL
        elif form == FORMAL and text.lower() in address.beside_verb and _is_of_several(parsed, index, address):
            yield *spans[index], INFORMAL
        else:
            yield *spans[index], OPENING if form == FORMAL and index in openings else form


@lru_cache(maxsize=64)
def _forms(address: Address) -> Mapping[str, str]:
    """Return form of address → what it is; in capitals too where they leave no doubt (not "IHR": "Ihr" or "ihr")."""
    forms = {
        **dict.fromkeys(address.informal, INFORMAL),
        **dict.fromkeys(address.beside_verb, BESIDE_VERB),
        **dict.fromkeys(address.formal, FORMAL),
    }
    meanings: dict[str, set[str]] = {}
    for form, meaning in forms.items():
        meanings.setdefault(form.upper(), set()).add(meaning)
    return {form: next(iter(found)) for form, found in meanings.items() if len(found) == 1} | forms


def _is_exclaimed(texts: Sequence[str], index: int, exclaimed: tuple[str, ...]) -> bool:
    """Return whether a pronoun is part of an exclamation, and speaks to nobody: "Du meine Güte!"."""
    behind = " ".join(texts[index + 1 : index + 4]).lower() + " "
    return behind.startswith(tuple(f"{each} " for each in exclaimed))


def _beside_verb(parsed: Parsed, index: int, endings: tuple[str, ...]) -> bool:
    texts = parsed.tokens.texts
    behind = "".join(texts[index + 1 : index + 2])
    if _is_verb(behind, endings):
        return True
    if not index:
        return False
    before = texts[index - 1]
    opening = _opens(parsed, index - 1)
    if opening:
        # Its capital is that of the sentence: "Könnt ihr helfen?"
        before = before[0].lower() + before[1:]
    # With a subject before the verb, the noun behind the pronoun is hers: "Meine Frau sucht ihr Paket".
    asks = opening or _opens(parsed, index - 2) or not (is_word(behind) and behind[0].isupper())
    return asks and _is_verb(before, endings)


def _is_verb(text: str, endings: tuple[str, ...]) -> bool:
    """Return whether a word ends as the verb of `ihr` does, and is not a participle ("geschickt")."""
    if not (is_word(text) and text.islower() and text.endswith(endings)):
        return False
    return not any(text.endswith(f"ge{ending}") for ending in endings)


def _is_of_several(parsed: Parsed, index: int, address: Address) -> bool:
    """Return whether a form that is formal elsewhere speaks to several here: "Ihr habt", but "Ihr Angebot"."""
    # A verb before it may have another subject: "Macht Ihr Gerät Lärm?"
    behind = "".join(parsed.tokens.texts[index + 1 : index + 2])
    return _is_verb(behind, address.verb_endings) or _is_subject(parsed, index, address)


def _is_subject(parsed: Parsed, index: int, address: Address) -> bool:
    """Return whether a verb of its own stands before the pronoun or ends its clause, or an object follows it."""
    texts = parsed.tokens.texts
    if index and texts[index - 1].lower() in address.verb_forms:
        return True
    for place, text in enumerate(texts[index + 1 : index + 1 + _CLAUSE]):
        if not is_word(text) and not text.isdecimal():
            return False
        if text in address.verb_forms or (place == 0 and text in address.subject_before):
            return True
    return False


def _opens(parsed: Parsed, index: int) -> bool:
    """Return whether a token begins a sentence, or what follows a colon or a quotation mark."""
    return index == 0 or not is_word(parsed.tokens.texts[index - 1])
