"""Where words and word pairs stand in messages: which message has which phrase, and how much of it counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ...analysis import ZoneKind
from ...reading.heads.additive_heads import faded
from ...reading.observed_message import ObservedMessage
from ...reading.phrases.finder import OWN_PREFIX

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]
    Indexes = NDArray[np.int_]
    Chosen = NDArray[np.bool_]

LEAST_MESSAGES = 3
"""A word of fewer messages may be anybody's name, and tells nothing that would hold."""
LONGEST_WORD = 30
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


@dataclass(frozen=True)
class Occurrences:
    """Which messages of one language have which phrases: one entry for each pair.

    Attributes:
        language: code of the language.
        names: cue id of every column.
        phrases: the words of every column.
        rows, columns: where the entries stand.
        values: how much each counts.
        inside: which of all messages are in this language.
    """

    language: str
    names: Sequence[str]
    phrases: Sequence[str]
    rows: Indexes
    columns: Indexes
    values: Numbers
    inside: Chosen

    def matrix(self, columns: Sequence[int]) -> Numbers:
        """Return message × column for the chosen columns."""
        import numpy as np

        place = np.full(len(self.names), -1)
        place[list(columns)] = range(len(columns))
        wanted = place[self.columns] >= 0
        dense = np.zeros((len(self.inside), len(columns)))
        dense[self.rows[wanted], place[self.columns[wanted]]] = self.values[wanted]
        return dense


def own_name(language: str, phrase: str) -> str:
    """Return the cue id of a user's phrase: `own.en.delayed_flight`."""
    return f"{OWN_PREFIX}{language}.{phrase.replace(' ', '_')}"


def phrases_of(languages: Sequence[str], counts: Sequence[Mapping[str, int]], *, fade: float) -> list[Occurrences]:
    """Return where words and word pairs stand, by language; those that too few messages have are left out.

    Args:
        languages: the language of each message.
        counts: how often each phrase stands in each message, as `grams` counts them.
        fade: the second time counts `fade`, the third `fade²`.
    """
    return [_of_language(code, languages, counts, fade) for code in sorted(set(languages))]


def counted_cues(
    observed: Sequence[ObservedMessage], dimension: str, phrases: Mapping[str, Mapping[str, str]]
) -> list[Occurrences]:
    """Return where cues stand that the reader already knows: language → cue id → how it is shown."""
    found = []
    for code, names in phrases.items():
        counts = [_sums(each, dimension, names) if each.language == code else None for each in observed]
        found.append(_occurrences(code, list(names), list(names.values()), counts))
    return found


def _of_language(code: str, languages: Sequence[str], counts: Sequence[Mapping[str, int]], fade: float) -> Occurrences:
    inside = [count if language == code else None for language, count in zip(languages, counts, strict=True)]
    spread = Counter(phrase for count in inside if count for phrase in count)
    phrases = sorted(phrase for phrase, messages in spread.items() if messages >= LEAST_MESSAGES)
    name = {phrase: own_name(code, phrase) for phrase in phrases}
    shares = [
        None if count is None else {name[each]: faded_sum(times, fade) for each, times in count.items() if each in name}
        for count in inside
    ]
    return _occurrences(code, list(name.values()), phrases, shares)


def grams(observed: ObservedMessage, zones: Collection[ZoneKind], functional: Collection[str]) -> Counter[str]:
    """Return how often each word and word pair stands in a message, but those of function words alone."""
    found: Counter[str] = Counter()
    for zone, words in observed.runs:
        if zone in zones:
            plain = [bool(_WORD.fullmatch(word)) and len(word) <= LONGEST_WORD for word in words]
            telling = [each and word not in functional for word, each in zip(words, plain, strict=True)]
            found.update(word for word, each in zip(words, telling, strict=True) if each and len(word) > 1)
            for one, other in pairwise(range(len(words))):
                if plain[one] and plain[other] and (telling[one] or telling[other]):
                    found[f"{words[one]} {words[other]}"] += 1
    return found


def _sums(observed: ObservedMessage, dimension: str, names: Collection[str]) -> dict[str, float]:
    sums: dict[str, float] = {}
    for name, value in observed.counted[dimension]:
        if name in names:
            sums[name] = sums.get(name, 0.0) + value
    return sums


def faded_sum(times: int, fade: float) -> float:
    """Return how much a cue counts that is there so many times."""
    return sum(faded(fade, before) for before in range(times))


def _occurrences(
    code: str, names: Sequence[str], phrases: Sequence[str], counts: Sequence[Mapping[str, float] | None]
) -> Occurrences:
    import numpy as np

    place = {name: column for column, name in enumerate(names)}
    entries = [
        (row, place[name], value)
        for row, count in enumerate(counts)
        for name, value in (count or {}).items()
        if name in place
    ]
    rows, columns, values = zip(*entries, strict=True) if entries else ((), (), ())
    inside = np.array([count is not None for count in counts], dtype=bool)
    return Occurrences(
        code,
        names,
        phrases,
        np.array(rows, dtype=int),
        np.array(columns, dtype=int),
        np.array(values, dtype=float),
        inside,
    )
