"""Read `alerts.yaml` of a language pack: phrases that call for a person, and words that do so together.

- my (lawyer|solicitor)                          a phrase, as in cues.yaml
- (delete|erase) & (my data|about me)            both in one sentence, in any order, however far apart
"""

from __future__ import annotations

from collections.abc import Iterator

from ..datafile import DataFile, Place
from .cue_list import cue_list
from .pack import Alerts
from .phrases import GAP, PatternError, expand

AND = " & "


def read_alerts(file: DataFile) -> Alerts:
    """Return the alerts of a file.

    Raises:
        DataFileError: unknown cue id, bad pattern, a phrase that stands twice under one cue, a gap beside `&`.
    """
    known = {cue_id for cue_id, cue in cue_list().items() if cue.origin == "alert"}
    phrases: dict[str, tuple[str, ...]] = {}
    together: dict[str, tuple[tuple[tuple[str, ...], ...], ...]] = {}
    for cue, patterns in (file.data or {}).items():
        if cue not in known:
            raise file.error(f"'{cue}' is not a cue id for this file; see cues.yaml of the packs", (cue,))
        if not isinstance(patterns, list):
            raise file.error(f"'{cue}' needs a list of phrases", (cue,))
        single = [(index, pattern) for index, pattern in enumerate(map(str, patterns)) if AND not in pattern]
        phrases[cue] = tuple(_phrases(file, cue, single))
        together[cue] = tuple(
            _parts(file, (cue, index), pattern) for index, pattern in enumerate(map(str, patterns)) if AND in pattern
        )
    return Alerts(phrases, together)


def _phrases(file: DataFile, cue: str, patterns: list[tuple[int, str]]) -> Iterator[str]:
    seen: set[str] = set()
    for index, pattern in patterns:
        for phrase in _expanded(file, (cue, index), pattern):
            if phrase in seen:
                raise file.error(f"'{phrase}' stands in '{cue}' twice", (cue, index))
            seen.add(phrase)
            yield phrase


def _parts(file: DataFile, place: Place, pattern: str) -> tuple[tuple[str, ...], ...]:
    if f" {GAP} " in pattern:
        raise file.error(f"'{pattern}': words that stand together anywhere in a sentence need no gap '{GAP}'", place)
    return tuple(_expanded(file, place, part) for part in pattern.split(AND))


def _expanded(file: DataFile, place: Place, pattern: str) -> tuple[str, ...]:
    try:
        return expand(pattern)
    except PatternError as error:
        raise file.error(str(error), place) from error
