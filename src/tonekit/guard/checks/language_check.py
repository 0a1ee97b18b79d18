"""Is the draft in the language of the reply?"""

from __future__ import annotations

from collections.abc import Iterator

from ...languages.loading import available_languages
from ..draft import Draft
from .rules import Breach

_SURE = 0.6
"""Below this confidence a short text may well be in another language."""
_SURE_OF_OTHERS = 0.5
"""The same for languages without a pack: none of ours is near them, as Danish is near Norwegian."""
_UNLISTED = "a language that nobody has listed"


def check_language(draft: Draft) -> Iterator[Breach]:
    """Yield a breach where the draft is plainly in another language."""
    found = draft.read.language
    wanted = draft.profile.language
    if found.unsure and found.confidence >= _SURE:
        # Whichever of our languages is likeliest, hardly a word is one of them.
        yield Breach("wrong-language", None, {"found": _UNLISTED, "wanted": wanted}, doubtful=True)
    elif not draft.in_language and found.confidence >= (
        _SURE if found.label in available_languages() else _SURE_OF_OTHERS
    ):
        yield Breach("wrong-language", None, {"found": f"'{found.label}'", "wanted": wanted})
