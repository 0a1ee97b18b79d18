"""Does the draft say what it has to say?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from ..draft import Draft
from ..facts.fact_parts import Part, amounts_of, is_link
from ..told.missing_figures import lacking_figures
from ..told.substance import substance_told
from ..wording.claim_words import load_claim_words
from .rules import Breach

_SHORT = 12
"""Words of a fact that tells nothing but that something is paid back."""
Missing = Literal["nothing", "little", "some"]
"""What a draft has of a fact that it does not tell: nothing, a word or the topic, or something of it."""
_SEEN = {"nothing": "does not stand", "little": "hardly stands", "some": "may not stand"}


def check_required(draft: Draft) -> Iterator[Breach]:
    """Yield the facts that the draft must convey but does not.

    Dates, amounts and the like have to be repeated where the reply of the house repeats them: how much a reader is told
    depends on the style. Those of facts that its contract does not take are less grave. What the contract of the reply
    requires has to be there in substance as well. Without a reply all facts have to be.
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
        untaken = path in draft.material.untaken
        lacking = list(lacking_figures(draft, others, amounts_of(value), untaken=untaken))
        missing = _least_told(others, draft) if needed and not any(each.sure for each in lacking) else None
        if lacking and missing in (None, "some"):
            gravest = max(lacking, key=lambda each: (each.sure, each.shown))
            seen: Missing = "some" if not gravest.sure else "nothing" if gravest.shown else "little"
            yield _breach(path, seen, f": its {gravest.kind}")
        elif missing and not _is_paid_back(path, parts, draft):
            yield _breach(path, missing)


def _breach(path: str, missing: Missing, what: str = "") -> Breach:
    """Return the breach: an error where nothing is told, a warning where something but its figure is, else a note.

    Measured on 3,024 good drafts and 2,696 defects: of a fact of which a word or the topic is told, 9 good drafts had
    put the rest in other words, and no defect was one.
    """
    filled = {"path": path, "seen": _SEEN[missing], "what": what}
    told = missing == "some" or (missing == "little" and not what)
    return Breach("missing-fact", None, filled, doubtful=missing == "little", taste=told)


def _least_told(parts: Iterable[Part], draft: Draft) -> Missing | None:
    """Return what a draft has of the part of a fact of which it tells least, None if all are told."""
    least = min((substance_told(part, draft) for part in parts), default=None)
    if least is None or least.is_told:
        return None
    if not least.share:
        return "nothing"
    return "some" if least.is_partly_told else "little"


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
