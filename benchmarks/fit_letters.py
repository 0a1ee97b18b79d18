"""Learn which letter groups tell the languages apart, and write `letters.tsv`.

    python benchmarks/fit_letters.py

Learned from words that were written for tonekit and from nothing else: the language packs, the messages of
benchmarks/messages and the general words of benchmarks/words. For every language an interpolated letter model is
estimated (up to four letters before each letter; Witten & Bell 1991); what is written is how much likelier than
the average of the languages a letter group is in each, and only groups that say something else than their own
ending does.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from math import log, log1p

from labelled_sets import ROOT, own_messages

from tonekit.languages.loading import available_languages, load_pack
from tonekit.reading.language.letters import END, FURTHEST, GROUPS, LONGEST, START, UNIT, ZERO, words_of

CODES = available_languages()
FEWEST = {4: 1.5, 5: 2.5}
"""A group of so many letters counts only if it was seen in so many words (weighted): the rest is chance."""
TELLING = 0.5
"""Natural logarithm: a group that adds less to what its ending says is left out."""
LETTERS = 40
"""Letters that a text may hold, for those never seen."""
UNSEEN_KINDS = 30
LISTED = 0.4
"""What a word counts that only a pack lists: packs hold many forms that hardly anybody writes."""
OFTEN = 0.5
"""How much the logarithm of its count adds to the weight of a word: a common word weighs more, but not in step."""

Table = dict[str, list[float]]


def main() -> int:
    """Write the table; print its size."""
    counts = {code: _group_counts(_words(code)) for code in CODES}
    models = [_Model(counts[code]) for code in CODES]
    kept = dict(_telling(_seen(counts), models))
    lines = [f"{group}\t{''.join(map(_sign, values))}" for group, values in sorted(kept.items())]
    head = [
        "# Letter groups and how much likelier than on average they are in each language, one sign each: P is 0,",
        "# Q 0.2, O -0.2 in natural logarithms. ^ and $ mark the ends of a word.",
        "# Made by benchmarks/fit_letters.py from words written for tonekit; do not edit.",
        f"#\t{' '.join(CODES)}",
    ]
    GROUPS.write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8")
    print(f"{len(kept)} letter groups of {sum(map(len, counts.values()))} in {GROUPS.stat().st_size / 1e6:.1f} MB")
    return 0


def _sign(value: float) -> str:
    return chr(ZERO + max(-FURTHEST, min(FURTHEST, round(value * UNIT))))


def _words(code: str) -> dict[str, float]:
    """Return the words of a language, each with how much it counts."""
    pack = load_pack(code)
    listed = [
        *(phrase for phrases in (*pack.cues.values(), *pack.fields.values()) for phrase in phrases),
        *pack.lexicon,
        *pack.language.function_words,
        *pack.language.distinctive_words,
    ]
    general = (ROOT / "benchmarks" / "words" / f"{code}.txt").read_text(encoding="utf-8").splitlines()
    used = Counter(
        word
        for labelled in own_messages()
        if labelled.name.endswith(f"/{code}")
        for row in labelled.rows
        for word in words_of(row.text)
    )
    weights = dict.fromkeys((word for text in listed for word in words_of(text)), LISTED)
    weights |= dict.fromkeys((word for line in general if not line.startswith("#") for word in words_of(line)), 1.0)
    return weights | {word: 1 + OFTEN * log1p(count - 1) for word, count in used.items()}


def _group_counts(words: Mapping[str, float]) -> dict[str, float]:
    counts: dict[str, float] = {}
    for word, weight in words.items():
        for group in _letter_groups(word):
            counts[group] = counts.get(group, 0.0) + weight
    return counts


def _letter_groups(word: str) -> Iterator[str]:
    """Yield every group of a word, its start and end marked."""
    marked = f"{START}{word}{END}"
    for end in range(2, len(marked) + 1):
        for first in range(max(0, end - LONGEST), end):
            yield marked[first:end]


class _Model:
    """Probability of a letter after up to four others, in one language."""

    def __init__(self, counts: Mapping[str, float]) -> None:
        self._counts = counts
        self._total = sum(value for group, value in counts.items() if len(group) == 1)
        self._after: dict[str, tuple[float, int]] = {}
        for group, value in counts.items():
            total, kinds = self._after.get(group[:-1], (0.0, 0))
            self._after[group[:-1]] = total + value, kinds + 1

    def log_probability(self, group: str) -> float:
        """Return log P(last letter | the letters before it)."""
        return log(self._probability(group[:-1], group[-1]))

    def _probability(self, before: str, letter: str) -> float:
        if not before:
            return (self._counts.get(letter, 0.0) + UNSEEN_KINDS / LETTERS) / (self._total + UNSEEN_KINDS)
        shorter = self._probability(before[1:], letter)
        total, kinds = self._after.get(before, (0.0, 0))
        return (self._counts.get(before + letter, 0.0) + kinds * shorter) / (total + kinds) if total else shorter


def _seen(counts: Mapping[str, Mapping[str, float]]) -> list[str]:
    """Return the groups seen often enough, the short ones first."""
    totals: dict[str, float] = {}
    for of_one in counts.values():
        for group, value in of_one.items():
            totals[group] = totals.get(group, 0.0) + value
    return sorted((group for group, value in totals.items() if value >= FEWEST.get(len(group), 0)), key=len)


def _telling(groups: list[str], models: list[_Model]) -> Iterator[tuple[str, list[float]]]:
    kept: Table = {}
    for group in groups:
        logs = [model.log_probability(group) for model in models]
        values = [value - sum(logs) / len(logs) for value in logs]
        ending = next(
            (kept[group[start:]] for start in range(1, LONGEST) if group[start:] in kept), [0.0] * len(models)
        )
        if len(group) <= 2 or max(abs(a - b) for a, b in zip(values, ending, strict=True)) >= TELLING:  # noqa: PLR2004 - one letter and its neighbour are always kept
            kept[group] = values
            yield group, values


if __name__ == "__main__":
    sys.exit(main())
