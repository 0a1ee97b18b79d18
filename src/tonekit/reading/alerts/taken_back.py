"""What takes alerts back, each kind by words of its own: a lawyer who buys carpets sues nobody, but gas is gas.

The list of cues says of every `harmless.…` which alerts it takes back; all others stand as they are, in the same words
even.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import accumulate
from typing import cast

from ...languages.cue_list import taking_alerts_back
from ...stated_facts import AlertKind
from ..parsing import Parsed
from ..phrases.finder import ALERT_SIGN
from ..sentences import Range
from .meetings import meetings, words_of

_ALERT = "alert."
Kinds = frozenset[AlertKind]


def not_taken_back(parsed: Parsed) -> Callable[[AlertKind, int, int], bool]:
    """Return what tells whether an alert of a kind shares no word with those that take that kind back."""
    ranges: defaultdict[AlertKind, list[Range]] = defaultdict(list)
    for kinds, first, last in harmless_words(parsed):
        for kind in kinds:
            ranges[kind].append((first, last))
    starts: dict[AlertKind, list[int]] = {}
    ends: dict[AlertKind, list[int]] = {}
    for kind, each in ranges.items():
        each.sort()
        starts[kind] = [first for first, _ in each]
        ends[kind] = list(accumulate((last for _, last in each), max))

    def counts(kind: AlertKind, first: int, last: int) -> bool:
        before = bisect_right(starts.get(kind, ()), last - 1)
        return not before or ends[kind][before - 1] <= first

    return counts


def harmless_words(parsed: Parsed) -> Iterator[tuple[Kinds, int, int]]:
    """Yield the words that take alerts back, with the kinds of these; of families that do so together, each word."""
    known = _kinds_taken_back()
    yield from ((known[cue], first, last) for cue, first, last in parsed.alerts if cue in known)
    for cue, words in meetings(parsed, words_of(parsed, known)):
        yield from ((known[cue], first, last) for first, last in words)


@cache
def _kinds_taken_back() -> Mapping[str, Kinds]:
    """Return the cues that take alerts back, as parsed texts name them, each with the kinds of these alerts."""
    return {
        f"{ALERT_SIGN}{cue}": frozenset(cast(AlertKind, each.removeprefix(_ALERT)) for each in alerts)
        for cue, alerts in taking_alerts_back().items()
    }
