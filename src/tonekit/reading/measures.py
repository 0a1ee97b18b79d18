"""Numeric measures of a parsed text: pure functions, each 0 to 1 unless said otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from .parsing import Parsed
from .shapes import is_shouted

LONG_WORD = 6
"""A word of more letters than this is long: the definition behind LIX (Björnsson 1968)."""

VERY_SHORT = 8
"""A text of at most so many words is very short."""
FEW_WORDS = 3
"""Of fewer words the case says nothing."""

_STRETCHED = re.compile(r"([^\W\d_])\1\1")
_ASKING = frozenset({"?", "??", "???", "?!", "!?"})

Measure = Callable[[Parsed, str], float]


def lix(parsed: Parsed, text: str) -> float:
    """Return LIX: words per sentence plus the percentage of words over six letters (Björnsson 1968); 0 and up."""
    del text
    words = _words(parsed)
    if not words:
        return 0.0
    sentences = max(1, len(parsed.sentences))
    return len(words) / sentences + 100 * sum(len(word) > LONG_WORD for word in words) / len(words)


def _words(parsed: Parsed) -> list[str]:
    return [token.text for token in parsed.tokens if token.word]


def _readability(parsed: Parsed, text: str) -> float:
    # 60 is "very hard" on Björnsson's scale.
    return min(1.0, lix(parsed, text) / 60)


def _long_words(parsed: Parsed, _: str) -> float:
    words = _words(parsed)
    return sum(len(word) > LONG_WORD for word in words) / len(words) if words else 0.0


def _length(parsed: Parsed, _: str) -> float:
    return min(1.0, len(_words(parsed)) / 150)


def _very_short(parsed: Parsed, _: str) -> float:
    return float(0 < len(_words(parsed)) <= VERY_SHORT)


def _sentence_count(parsed: Parsed, _: str) -> float:
    return min(1.0, len(parsed.sentences) / 8)


def _one_sentence(parsed: Parsed, _: str) -> float:
    return float(len(parsed.sentences) == 1)


def _sentence_length(parsed: Parsed, _: str) -> float:
    return min(1.0, len(_words(parsed)) / max(1, len(parsed.sentences)) / 25)


def _paragraphs(_: Parsed, text: str) -> float:
    return min(1.0, text.strip().count("\n\n") / 3)


def _lower_starts(parsed: Parsed, _: str) -> float:
    starts = [parsed.tokens[first].text for first, _ in parsed.sentences if parsed.tokens[first].word]
    return sum(start[0].islower() for start in starts) / len(starts) if starts else 0.0


def _all_lower(parsed: Parsed, _: str) -> float:
    words = _words(parsed)
    return float(len(words) >= FEW_WORDS and all(word.islower() for word in words))


def _no_final_stop(parsed: Parsed, _: str) -> float:
    return float(bool(parsed.tokens) and parsed.tokens[-1].word)


def _exclamations(_: Parsed, text: str) -> float:
    return min(1.0, text.count("!") / 3)


def _repeated_marks(_: Parsed, text: str) -> float:
    return float(any(marks in text for marks in ("!!", "??", "?!", "!?")))


def _question(parsed: Parsed, _: str) -> float:
    return float(any(token.text in _ASKING for token in parsed.tokens))


def _question_last(parsed: Parsed, _: str) -> float:
    return float(bool(parsed.tokens) and parsed.tokens[-1].text in _ASKING)


def _question_share(parsed: Parsed, _: str) -> float:
    if not parsed.sentences:
        return 0.0
    return sum(parsed.tokens[last - 1].text in _ASKING for _, last in parsed.sentences) / len(parsed.sentences)


def _ellipsis(_: Parsed, text: str) -> float:
    return float("..." in text or "…" in text)


def _shouting(_: Parsed, text: str) -> float:
    return float(is_shouted(text))


def _stretched(_: Parsed, text: str) -> float:
    return float(bool(_STRETCHED.search(text)))


def _numbers(parsed: Parsed, _: str) -> float:
    digits = sum(token.text[0].isdigit() for token in parsed.tokens)
    return min(1.0, 5 * digits / len(parsed.tokens)) if parsed.tokens else 0.0


def _mention(_: Parsed, text: str) -> float:
    return float(text.lstrip().startswith("@"))


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


def measure(parsed: Parsed, text: str) -> dict[str, float]:
    """Return every measure that is not 0."""
    values = {name: function(parsed, text) for name, function in MEASURES.items()}
    return {name: value for name, value in values.items() if value}
