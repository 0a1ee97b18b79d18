"""Order numbers: what stands behind a word that announces one, and is not a year, hour, date or quantity."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ...stated_facts import Span
from ..phrases.finder import PhraseHit
from .fact_sentences import REACH, FactSentence

_NUMBER_SIGNS, _NUMBER_DIGITS = 4, 3
"""An order number has at least so many signs and digits; "order 12" is a quantity."""
_OF_TIME = re.compile(r"(?:19|20)\d\d|\d{1,2}[:.]\d\d(?:[:.]\d\d)?|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")
"""A year, an hour, a date: "my invoice of 2025" and "orders since 09:14" name no number."""


def find_order_numbers(sentences: list[FactSentence], locate: Callable[[int, int], Span]) -> Iterator[Span]:
    """Yield the order numbers of a text, in its order, each once.

    Args:
        sentences: its sentences.
        locate: returns what stands from one place to another.
    """
    # "order no. 4471" has two words that announce the one number.
    places = {
        place
        for sentence in sentences
        for _, hit in sentence.words.get("order", ())
        if (place := _number_behind(sentence, hit)) is not None
    }
    yield from (locate(*place) for place in sorted(places))


def _number_behind(sentence: FactSentence, hit: PhraseHit) -> tuple[int, int] | None:
    """Return the offsets of an order number right behind `hit`; its parts may be tokens of their own."""
    texts, spans = sentence.tokens.texts, sentence.tokens.spans
    for index in range(hit[2], min(hit[2] + REACH, sentence.last)):
        last = index
        while last + 1 < sentence.last and spans[last + 1][0] == spans[last][1]:
            last += 1
        # A full stop behind the number may be glued to it.
        written = "".join(texts[index : last + 1]).rstrip(".,;:!?)\"'")
        long = len(written) >= _NUMBER_SIGNS and sum(map(str.isdigit, written)) >= _NUMBER_DIGITS
        if long and not _OF_TIME.fullmatch(written):
            return spans[index][0], spans[index][0] + len(written)
    return None
