"""Words that give a label away: what a helpdesk wrote into the mail, such as its own category."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from .own_words import Candidate

TELLING = 0.95
"""Share of the messages with a word that have its label. In the 500 fixtures, ten dimensions, only the polite formulas
of formal mail reach it in `LEAST` messages ("dear", "hälsning", "vennlig")."""
LEAST = 12
"""Messages that hold the word: what a few customers have in common may be chance."""


def giveaways(proposals: Mapping[str, Sequence[Candidate]]) -> Iterator[str]:
    """Yield a line for each dimension with words that stand with one label nearly always."""
    for name, words in proposals.items():
        found = [each for each in words if each.messages >= LEAST and each.hits >= TELLING * each.messages]
        if found:
            shown = ", ".join(f"{each.phrase} ({each.hits} of {each.messages} {each.label})" for each in found[:3])
            yield (
                f"{name}: nearly always with one label: {shown}. If customers did not write this, take it out of the "
                "texts: what was learnt from it says nothing about mail without it."
            )
