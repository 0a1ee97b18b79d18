"""Read `alerts.yaml` of a language pack: phrases that call for a person, and words that do so together.

- my (lawyer|solicitor)                          a phrase, as in cues.yaml
- (delete|erase) & (my data|about me)            both in one sentence, in any order
- (delete|erase) && (my data|about me)           both in one sentence or in two neighbouring ones
- (my lawyer) & (recommends) &! (sues)           both in one sentence, and the last in none near it
"""

from __future__ import annotations

from collections.abc import Iterator

from ..files.datafile import DataFile, Place
from .cue_list import cue_list
from .pack import Alerts, Group
from .phrases import GAP, PatternError, expand

AND, NEAR, UNLESS = "&", "&&", "&!"
_OPENING, _CLOSING = "([{", ")]}"


def read_alerts(file: DataFile) -> Alerts:
    """Return the alerts of a file.

    Raises:
        DataFileError: unknown cue id, bad pattern, a phrase that stands twice under one cue, a gap beside `&`, a `&`
            in brackets or without words on both sides, a `&!` that is not the last sign of two or more.
    """
    known = {cue_id for cue_id, cue in cue_list().items() if cue.origin == "alert"}
    phrases: dict[str, tuple[str, ...]] = {}
    together: dict[str, tuple[Group, ...]] = {}
    for cue, patterns in (file.data or {}).items():
        if cue not in known:
            raise file.error(f"'{cue}' is not a cue id for this file; see cues.yaml of the packs", (cue,))
        if not isinstance(patterns, list):
            raise file.error(f"'{cue}' needs a list of phrases", (cue,))
        lines = [((cue, index), pattern, _joints(pattern)) for index, pattern in enumerate(map(str, patterns))]
        phrases[cue] = tuple(_phrases(file, cue, [(place, pattern) for place, pattern, joints in lines if not joints]))
        together[cue] = tuple(_group(file, place, pattern, joints) for place, pattern, joints in lines if joints)
    return Alerts(phrases, together)


def _joints(pattern: str) -> set[str]:
    """Return which signs join families in a line; `a&e` is a word."""
    return {AND, NEAR, UNLESS}.intersection(pattern.split()) if AND in pattern else set()


def _phrases(file: DataFile, cue: str, patterns: list[tuple[Place, str]]) -> Iterator[str]:
    seen: set[str] = set()
    for place, pattern in patterns:
        phrases = _expanded(file, place, pattern)
        if not seen.isdisjoint(phrases):
            twice = next(phrase for phrase in phrases if phrase in seen)
            raise file.error(f"'{twice}' stands in '{cue}' twice", place)
        seen.update(phrases)
        yield from phrases


def _group(file: DataFile, place: Place, pattern: str, joints: set[str]) -> Group:
    if f" {GAP} " in pattern:
        raise file.error(f"'{pattern}': words that stand together anywhere in a sentence need no gap '{GAP}'", place)
    if {AND, NEAR} <= joints:
        raise file.error(f"'{pattern}': '{AND}' and '{NEAR}' cannot stand in one line", place)
    if UNLESS in joints and not _unless_stands_last(pattern):
        raise file.error(f"'{pattern}': '{UNLESS}' stands once, behind two families or more", place)
    families: list[list[str]] = [[]]
    depth = 0
    for word in pattern.split():
        if word not in joints:
            families[-1].append(word)
            depth += sum(map(word.count, _OPENING)) - sum(map(word.count, _CLOSING))
        elif depth:
            raise file.error(f"'{word}' stands in brackets; it parts families and is no word, write 'and'", place)
        else:
            families.append([])
    if not all(families):
        raise file.error(f"'{pattern}': '{min(joints)}' needs words on both sides", place)
    expanded = [_expanded(file, place, " ".join(words)) for words in families]
    unless = expanded.pop() if UNLESS in joints else ()
    return Group(tuple(expanded), neighbours=NEAR in joints, unless=unless)


def _unless_stands_last(pattern: str) -> bool:
    """Return whether the sign stands once in a line, behind all others, which join two families at least."""
    signs = [word for word in pattern.split() if word in {AND, NEAR, UNLESS}]
    return len(signs) > 1 and signs.index(UNLESS) == len(signs) - 1


def _expanded(file: DataFile, place: Place, pattern: str) -> tuple[str, ...]:
    try:
        return expand(pattern)
    except PatternError as error:
        raise file.error(str(error), place) from error
