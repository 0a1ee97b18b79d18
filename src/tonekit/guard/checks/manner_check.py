"""Does the draft treat the customer well: no blame, the reader's level, nothing on the blocklist?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Literal

from ...profile import StyleProfile
from ..draft import Draft
from .rules import Breach, Span, said
from .technical_terms import terms_in

_TERMS = 2
"""One technical term may be the name of a button; two are the writer's own language, and one is where the whole draft
reads as an expert's. One abbreviation may be a name."""

_SURE = 0.75
"""Confidence from which a message tells what its sender knows. Of 232 good drafts to such beginners and experts, in
styles that leave jargon open, none has a wrong finding; from 0.4 on it is the same with 299 (measured 2026-12-01)."""
Level = Literal["avoid", "ordinary", "technical"]
_LEVELS: Mapping[str, Level] = {"beginner": "avoid", "expert": "technical"}


def check_manner(draft: Draft) -> Iterator[Breach]:
    """Yield blame, terms above the reader's level and talk below it."""
    yield from said(draft, "blame", "blame")
    level = _level(draft)
    if level == "avoid":
        terms = terms_in(draft)
        if len(set(terms.values())) >= _TERMS or (terms and _is_an_experts(draft, terms)):
            yield from (Breach("jargon", span) for span in terms)
    elif level == "technical":
        # That the message reads as an expert's is a guess, and so are learned words: both together hold nobody back.
        guessed = not _is_set(draft.profile)
        yield from (
            replace(each, taste=guessed and each.doubtful) for each in said(draft, "hand_holding", "hand-holding")
        )


def _is_an_experts(draft: Draft, terms: Mapping[Span, str]) -> bool:
    """Return whether a draft with one technical term was written from expert to expert."""
    spelled_out = any(not draft.text[start:end].isupper() for start, end in terms)
    return spelled_out and draft.read.knowledge.label == "expert"


def _level(draft: Draft) -> Level:
    """Return what the profile says of jargon; where it leaves it open, what the message surely tells of its sender."""
    knowledge = draft.result.analysis.knowledge
    if _is_set(draft.profile) or knowledge.confidence < _SURE:
        return draft.profile.jargon
    return _LEVELS.get(knowledge.label, "ordinary")


def _is_set(profile: StyleProfile) -> bool:
    """Return whether a rule or a caller decided on jargon: "ordinary" is also what a profile has where nobody did."""
    return profile.jargon != "ordinary" or any(each.field == "jargon" for each in profile.why)
