"""Numeric measures of a parsed text: pure functions, each 0 to 1 unless said otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import filterfalse

from ..analysis import Zone
from .parsing import Parsed
from .sentences import Range
from .shapes.shape_finder import is_shouted
from .tokens import is_word

LONG_WORD = 6
"""A word of more letters than this is long: the definition behind LIX (Björnsson 1968)."""

VERY_SHORT = 8
"""A text of at most so many words is very short."""
FEW_WORDS = 3
"""Of fewer words the case says nothing."""

_STRETCHED = re.compile(r"([^\W\d_])\1\1")
_TWO_ALIKE = b"\0\0"
_DIGIT = re.compile("[0-9]")
_EXCLAMATION = re.compile(r"(?<![?!])!+(?![?!])")
_ASKING = frozenset({"?", "??", "???", "?!", "!?"})


@dataclass(slots=True)
class Written:
    """A text as the measures see it.

    Attributes:
        text: the text.
        tokens: its words and signs.
        words: the words among them, in no order.
        sentences: first and last token of each sentence.
        share_of_long: share of words of more than six letters, 0 to 1.
        words_a_sentence: words by sentences.
    """

    text: str
    tokens: list[str]
    words: list[str]
    sentences: list[tuple[str, str]]
    share_of_long: float
    words_a_sentence: float


Measure = Callable[[Written], float]


def written(parsed: Parsed, text: str, signature: Sequence[Zone] = ()) -> Written:
    """Return what the measures look at: all but the signature, for its form is nobody's style.

    Args:
        parsed: the tokens and sentences of a text.
        text: the text.
        signature: its zones of that kind.
    """
    if signature:
        inside = set(range(len(parsed.tokens))) - parsed.tokens.inside(signature)
        # A text that is nothing but a signature is somebody's way of writing after all.
        if inside:
            return _clipped(parsed, inside, _without(text, signature))
    return _written(parsed.tokens.texts, parsed.sentences, text)


def _without(text: str, zones: Sequence[Zone]) -> str:
    starts = [0, *(zone.end for zone in zones)]
    ends = [*(zone.start for zone in zones), len(text)]
    return "".join(text[start:end] for start, end in zip(starts, ends, strict=True))


def _clipped(parsed: Parsed, inside: Collection[int], text: str) -> Written:
    """Return the tokens that lie inside, in the sentences they are part of."""
    tokens: list[str] = []
    ranges: list[Range] = []
    for first, last in parsed.sentences:
        kept = [parsed.tokens.texts[index] for index in range(first, last) if index in inside]
        if kept:
            ranges.append((len(tokens), len(tokens) + len(kept)))
            tokens += kept
    return _written(tokens, ranges, text)


def _written(tokens: list[str], ranges: Sequence[Range], text: str) -> Written:
    words = [*filter(str.isalpha, tokens), *filter(is_word, filterfalse(str.isalpha, tokens))]
    long_words = sum(map(LONG_WORD.__lt__, map(len, words)))
    sentences = [(tokens[first], tokens[last - 1]) for first, last in ranges]
    share = long_words / len(words) if words else 0.0
    return Written(text, tokens, words, sentences, share, len(words) / max(1, len(sentences)))


def _readability(seen: Written) -> float:
    """Return LIX, words per sentence plus the percentage of words over six letters (Björnsson 1968), as 0 to 1."""
    # 60 is "very hard" on Björnsson's scale.
    return min(1.0, (seen.words_a_sentence + 100 * seen.share_of_long) / 60)


def _long_words(seen: Written) -> float:
    return seen.share_of_long


def _length(seen: Written) -> float:
    return min(1.0, len(seen.words) / 150)


def _very_short(seen: Written) -> float:
    return float(0 < len(seen.words) <= VERY_SHORT)


def _sentence_count(seen: Written) -> float:
    return min(1.0, len(seen.sentences) / 8)


def _one_sentence(seen: Written) -> float:
    return float(len(seen.sentences) == 1)


def _sentence_length(seen: Written) -> float:
    return min(1.0, seen.words_a_sentence / 25)


def _paragraphs(seen: Written) -> float:
    return min(1.0, seen.text.strip().count("\n\n") / 3) if "\n\n" in seen.text else 0.0


def _lower_starts(seen: Written) -> float:
    starts = [first for first, _ in seen.sentences if is_word(first)]
    return sum([start[0].islower() for start in starts]) / len(starts) if starts else 0.0


def _all_lower(seen: Written) -> float:
    return float(len(seen.words) >= FEW_WORDS and all(map(str.islower, seen.words)))


def _no_final_stop(seen: Written) -> float:
    return float(bool(seen.tokens) and is_word(seen.tokens[-1]))


def _exclamations(seen: Written) -> float:
    # Marks in a row are one exclamation: they shout, in anger as in joy. "?!" is none: it asks.
    return min(1.0, len(_EXCLAMATION.findall(seen.text)) / 3) if "!" in seen.text else 0.0


def _repeated_marks(seen: Written) -> float:
    text = seen.text
    return float("!!" in text or "??" in text or "?!" in text or "!?" in text)


def _question(seen: Written) -> float:
    return float("?" in seen.tokens)


def _question_last(seen: Written) -> float:
    return float(bool(seen.tokens) and seen.tokens[-1] in _ASKING)


def _question_share(seen: Written) -> float:
    if not seen.sentences:
        return 0.0
    return sum([last in _ASKING for _, last in seen.sentences]) / len(seen.sentences)


def _ellipsis(seen: Written) -> float:
    return float("..." in seen.text or "…" in seen.text)


def _shouting(seen: Written) -> float:
    return float(is_shouted(seen.text))


def _stretched(seen: Written) -> float:
    # Where a sign is the next one too, a byte less the byte before it is 0: one sum for the whole text, at a tenth of
    # the price of the expression, which few texts need. What is not Latin is a question mark, so that none is missed.
    signs = seen.text.encode("latin-1", "replace")
    number = int.from_bytes(signs, "little")
    alike = _TWO_ALIKE in (number ^ number >> 8).to_bytes(len(signs), "little")
    return float(alike and _STRETCHED.search(seen.text) is not None)


def _numbers(seen: Written) -> float:
    if not _DIGIT.search(seen.text):
        return 0.0
    digits = len([token for token in seen.tokens if token[0] in "0123456789"])
    return min(1.0, 5 * digits / len(seen.tokens)) if digits else 0.0


def _mention(seen: Written) -> float:
    return float(seen.text.lstrip().startswith("@"))


MEASURES: Mapping[str, Measure] = {
    "measure.all_lower": _all_lower,
    "measure.ellipsis": _ellipsis,
    "measure.exclamations": _exclamations,
    "measure.length": _length,
    "measure.long_words": _long_words,
    "measure.lower_starts": _lower_starts,
    "measure.mention": _mention,
    "measure.no_final_stop": _no_final_stop,
    "measure.numbers": _numbers,
    "measure.one_sentence": _one_sentence,
    "measure.paragraphs": _paragraphs,
    "measure.question": _question,
    "measure.question_last": _question_last,
    "measure.question_share": _question_share,
    "measure.readability": _readability,
    "measure.repeated_marks": _repeated_marks,
    "measure.sentence_count": _sentence_count,
    "measure.sentence_length": _sentence_length,
    "measure.shouting": _shouting,
    "measure.stretched": _stretched,
    "measure.very_short": _very_short,
}
"""All measures by feature name."""


def measure(parsed: Parsed, text: str, signature: Sequence[Zone] = ()) -> dict[str, float]:
    """Return every measure that is not 0; the arguments are those of `written`."""
    seen = written(parsed, text, signature)
    return {name: value for name, function in MEASURES.items() if (value := function(seen))}
