"""Is the draft in the language of the reply?"""

from __future__ import annotations

from collections.abc import Iterator

from .draft import Draft
from .rules import Breach, Rule, by_id

RULES = by_id(
    Rule(
        "wrong-language",
        "error",
        "The draft is in '{found}', the reply has to be in '{wanted}'.",
        "Write it in '{wanted}'.",
    )
)
_SURE = 0.6
"""Below this confidence a short text may well be in another language."""


def check_language(draft: Draft) -> Iterator[Breach]:
    """Yield a breach where the draft is plainly in another language."""
    found = draft.read.language
    if not draft.in_language and found.confidence >= _SURE:
        yield Breach("wrong-language", None, {"found": found.label, "wanted": draft.profile.language})
