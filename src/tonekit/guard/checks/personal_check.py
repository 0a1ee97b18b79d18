"""Does the draft give away somebody else's data?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ..draft import Draft
from ..identifiers.identifier_forms import is_personal
from ..wording.draft_words import sentences_of
from ..wording.people import load_people_words
from ..wording.words import words_of
from .name_check import unknown_people
from .rules import Breach, Span
from .stretches import Stretches

_WHAT: Mapping[str, str] = {
    "iban": "a bank account",
    "card": "a card number",
    "mail": "a person's mail address",
    "identity_number": "an identity number",
    "licence_plate": "a licence plate",
    "phone": "a person's phone number",
    "reference": "a number under which a person is kept",
    "number": "a person's address",
    "count": "a person's address",
}
_BESIDE = 60
"""Characters at most between a person and the phone number that belongs to that person."""
_BELONGS = ("phone", "mail", "reference")
"""What is a person's where it stands beside one."""
_HOUSE = ("number", "count")
_STREET = re.compile(r"[A-ZÅÄÖÆØÜ][^\W\d_]{3,}[.]?\s\Z")
_ROAD = re.compile(r"[a-z]?\s[A-ZÅÄÖÆØÜ][^\W\d_]{2,}")
"""A word with a capital before or behind the number of a house: "Ringgatan 17", "14 Orchard Row"."""
_APART = re.compile(r"[.!?]\s+[^\W\d_a-zåäöæøü]|\n")


def check_personal_data(draft: Draft) -> Iterator[Breach]:
    """Yield accounts, cards, identity numbers, plates and addresses and phones of persons that were not given."""
    for span, kind in personal_places(draft).items():
        yield Breach("personal-data", span, {"what": _WHAT[kind]})
    yield from (Breach("personal-data", span, {"what": "a person's health"}) for span in _of_health(draft))


def personal_places(draft: Draft) -> dict[Span, str]:
    """Return where a draft names personal data that was not given, and of which kind it is."""
    places: dict[Span, str] = {
        (claim.start, claim.end): claim.kind for claim in draft.unsupported if claim.kind in ("iban", "card")
    }
    taken = Stretches(places)
    for found in draft.identifiers:
        span = found.start, found.end
        if not taken.meets(span) and not draft.gives(draft.text[span[0] : span[1]]):
            places.setdefault(span, found.kind)
    taken = Stretches(places)
    may_belong = any(claim.kind in _BELONGS or claim.kind in _HOUSE for claim in draft.unsupported)
    people = list(unknown_people(draft)) if may_belong else []
    for claim in draft.unsupported:
        span = claim.start, claim.end
        belongs = claim.kind in _BELONGS or (claim.kind in _HOUSE and _is_in_address(span, draft.text))
        somebodys = belongs and any(_is_beside(person, span, draft.text) for person in people)
        if (somebodys or (claim.kind == "mail" and _is_a_strangers(draft, claim.key))) and not taken.meets(span):
            places[span] = claim.kind
    return places


def _of_health(draft: Draft) -> Iterator[Span]:
    """Yield the people whom nobody named, and of whose health a sentence tells."""
    known = load_people_words()
    if not known.tell_of_health(draft.words.among):
        return
    sentences = [
        (draft.words.spans[start][0], draft.words.spans[end - 1][1])
        for start, end in sentences_of(draft.text, draft.words)
    ]
    for person in unknown_people(draft):
        around = (draft.text[start:end] for start, end in sentences if start <= person[0] < end)
        if any(known.tell_of_health(words_of(each).forms) for each in around):
            yield person


def _is_a_strangers(draft: Draft, mail: str) -> bool:
    """Return whether a mail address is that of a person who is named nowhere: of others it may just be made up."""
    names = [part for part in re.split(r"[\W\d_]+", mail.partition("@")[0]) if part]
    return is_personal(mail) and not all(map(draft.knows, names))


def _is_in_address(number: Span, text: str) -> bool:
    """Return whether a number may be that of a house."""
    before = text[max(0, number[0] - _BESIDE) : number[0]]
    return _STREET.search(before) is not None or _ROAD.match(text, number[1]) is not None


def _is_beside(person: Span, phone: Span, text: str) -> bool:
    first, last = sorted((person, phone))
    return last[0] - first[1] <= _BESIDE and not _APART.search(text, first[1], last[0])
