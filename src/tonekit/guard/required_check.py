"""Does the draft say what it has to say?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from .claim import Claim, Day
from .claim_words import load_claim_words
from .common_words import common_words
from .draft import Draft
from .fact_parts import Part, amounts_of, is_link
from .identifier_forms import bare
from .month_ends import names_month_end
from .ordinal_days import days_without_month
from .rules import Breach, Rule, by_id

RULES = by_id(
    Rule(
        "missing-fact",
        "error",
        "The fact {path} does not stand in the draft{what}.",
        "Say it: it was given so that the customer learns of it.",
    )
)
_SHORT = 12
"""Words of a fact that tells nothing but that something is paid back."""


def check_required(draft: Draft) -> Iterator[Breach]:
    """Yield the facts that the draft must convey but does not.

    Dates, amounts and the like have to be repeated where the reply of the house repeats them: how much a reader is told
    depends on the style. What the contract of the reply requires has to be there in substance as well. Without a reply
    all facts have to be.
    """
    if not draft.in_language or not draft.material.facts:
        return
    for path, value in draft.material.facts.items():
        parts = draft.backing.parts[path]
        others = [part for part in parts if not part.is_title and not part.is_said_in(draft.text)]
        needed = path in draft.material.required or draft.result.reply is None
        # Where more is said is a help, which a reply may leave out.
        if not others or (not needed and is_link(value)):
            continue
        lacking = list(_lacking(draft, others, amounts_of(value)))
        if not lacking and needed and not all(_conveyed(part, draft) for part in others):
            lacking = [] if _is_paid_back(path, parts, draft) else [""]
        if lacking:
            yield Breach("missing-fact", None, {"path": path, "what": f": its {lacking[0]}" if lacking[0] else ""})


def _lacking(draft: Draft, parts: Iterable[Part], amounts: Iterable[Decimal]) -> Iterator[str]:
    """Yield the kinds of claims in a fact that the draft lacks; with a reply, only of those that the reply repeats."""
    for claim, text in [held for part in parts for held in part.held]:
        if not _is_said(claim, text, draft) and (draft.shown is None or draft.shown.supports(claim, text)):
            yield claim.kind
    for amount in amounts:
        if not _is_told(amount, draft) and (draft.shown is None or amount in draft.shown.numbers):
            yield "amount"


def _is_told(amount: Decimal, draft: Draft) -> bool:
    """Return whether a draft tells an amount, or what it makes together with a number that was given."""
    said = draft.said.numbers
    if amount in said:
        return True
    larger = any(each > amount for each in draft.said.amounts)
    return larger and any(amount * count in said for count in draft.backing.consequences.counts)


def _is_said(claim: Claim, text: str, draft: Draft) -> bool:
    """Return whether a draft makes a claim; a reference may be told in a link alone, a day by the end of its month."""
    if draft.said.supports(claim, text) or (claim.kind == "reference" and bare(text) in bare(draft.text)):
        return True
    return claim.kind == "date" and (names_month_end(claim.key, draft.words) or _in_two_places(claim.key, draft))


def _in_two_places(day: Day, draft: Draft) -> bool:
    """Return whether a draft tells the month of a day, and its number somewhere else: "mid-December, by the 18th"."""
    days = draft.said.days
    month = any(each.month == day.month for each in days)
    alone = month and any(each.day == day.day and each.month is None for each in days)
    return alone or (month and day.day in days_without_month(draft.words))


def _is_paid_back(path: str, parts: Sequence[Part], draft: Draft) -> bool:
    """Return whether a fact tells that an amount is paid back which another fact of its group gives.

    Whoever names that amount has said it; whether it is missing is for the amount to say.
    """
    group = path.rpartition(".")[0]
    siblings = [value for other, value in (draft.material.facts or {}).items() if other.rpartition(".")[0] == group]
    if not group or not any(amount in draft.said.numbers for value in siblings for amount in amounts_of(value)):
        return False
    paying = load_claim_words().paying
    return all(
        len(part.words) <= _SHORT and any(form.startswith(paying) for form in part.words.forms) for part in parts
    )


def _conveyed(part: Part, draft: Draft) -> bool:
    """Return whether a draft says what a text says; a fact in another language cannot be compared."""
    if not isinstance(part.value, str):
        return True
    common = common_words(draft.profile.language)
    among = part.words.among
    if common and common.isdisjoint(among):
        return True
    if draft.telling.conveys(among - common) or bare(part.text) in draft.said.identifiers:
        return True
    figures = [text for claim, text in part.figures if _is_said(claim, text, draft)]
    return bool(figures) and draft.telling.conveys(among - common, told=len(figures), of=len(part.figures))
