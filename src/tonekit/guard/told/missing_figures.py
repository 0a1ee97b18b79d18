"""Which figures of a fact a draft lacks, and how much speaks for it.

A date may be told by a word such as "tomorrow", and of a sentence only what is news has to be repeated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from ..claims.claim import Claim
from ..draft import Draft
from ..facts.backing import run_together
from ..facts.fact_parts import Part
from ..wording.claim_words import load_claim_words
from .said_figures import is_said, is_told
from .substance import substance_told
from .told_days import may_tell_day


class Lack(NamedTuple):
    """A figure that is missing.

    Attributes:
        kind: of the claim.
        sure: whether it is missing for certain; else it may be told in words, or be no news.
        shown: whether the reply of the house says it.
    """

    kind: str
    sure: bool
    shown: bool


def lacking_figures(
    draft: Draft, parts: Iterable[Part], amounts: Iterable[Decimal], *, untaken: bool = False
) -> Iterator[Lack]:
    """Yield what of the figures of a fact a draft lacks; with a reply, only of those that the reply repeats.

    Args:
        untaken: whether the reply could not repeat them, since its contract does not take the fact.
    """
    for part in parts:
        for claim, text in part.held:
            # What the reply says is read only where something is missing, for that takes longest.
            if not is_said(claim, text, draft):
                shown = draft.shown is None or draft.shown.supports(claim, text)
                if shown or untaken:
                    yield Lack(claim.kind, not _may_be_told(claim, text, part, draft), shown)
    yield from (each for each in _lacking_amounts(draft, list(amounts)) if each.shown or untaken)


def _lacking_amounts(draft: Draft, amounts: Sequence[Decimal]) -> Iterator[Lack]:
    """Yield the amounts that a draft lacks; one of several may follow from their sum, where that is told."""
    missing = [amount for amount in amounts if not is_told(amount, draft)]
    few = 0 < len(missing) <= len(amounts) / 2
    for amount in missing:
        told_as_sum = few and any(each > sum(amounts) for each in draft.said.amounts)
        yield Lack("amount", not told_as_sum, shown=draft.shown is None or amount in draft.shown.numbers)


def _may_be_told(claim: Claim, text: str, part: Part, draft: Draft) -> bool:
    """Return whether a figure that does not stand in a draft may be told, or need not be.

    Which day "tomorrow" is may not be known. In a sentence whose substance is told, what the customer wrote himself,
    what is waived and one figure of several are no news.
    """
    if claim.kind == "date" and may_tell_day(claim.key, draft, [each for each, _ in part.held if each.kind == "time"]):
        return True
    if not text or not substance_told(part, draft).is_told:
        return False
    heard = f" {run_together(text)} " in draft.backing.heard
    waived = claim.kind == "amount" and not load_claim_words().included.isdisjoint(part.words.among)
    return heard or waived or _most_said(part, draft)


def _most_said(part: Part, draft: Draft) -> bool:
    """Return whether a draft has half of the figures of a text or more, of two at least."""
    said = sum(is_said(claim, text, draft) for claim, text in part.figures)
    return len(part.figures) > 1 and 2 * said >= len(part.figures)
