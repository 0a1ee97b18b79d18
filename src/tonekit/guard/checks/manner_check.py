"""Does the draft treat the customer well: no blame, the reader's level, nothing on the blocklist?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..draft import Draft
from .rules import Breach, Span, said
from .technical_terms import terms_in

_TERMS = 2
"""One technical term may be the name of a button; two are the writer's own language, and one is where the whole draft
reads as an expert's. One abbreviation may be a name."""


def check_manner(draft: Draft) -> Iterator[Breach]:
    """Yield blame, terms above the reader's level and talk below it."""
    yield from said(draft, "blame", "blame")
    if draft.profile.jargon == "avoid":
        terms = terms_in(draft)
        if len(set(terms.values())) >= _TERMS or (terms and _is_an_experts(draft, terms)):
            yield from (Breach("jargon", span) for span in terms)
    elif draft.profile.jargon == "technical":
        yield from said(draft, "hand_holding", "hand-holding")


def _is_an_experts(draft: Draft, terms: Mapping[Span, str]) -> bool:
    """Return whether a draft with one technical term was written from expert to expert."""
    spelled_out = any(not draft.text[start:end].isupper() for start, end in terms)
    return spelled_out and draft.read.knowledge.label == "expert"
