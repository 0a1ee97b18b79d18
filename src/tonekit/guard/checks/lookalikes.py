"""Hosts that look like a given one and are another: hausgvt.example for hausgut.example, lydhy11a for lydhylla."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SHAPES = str.maketrans({"1": "l", "0": "o", "5": "s", "3": "e", "i": "l", "v": "u", "-": ""})
_PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"))
_SHORTEST = 5
"""Letters of a name; of shorter ones many differ by one sign."""
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "ac", "gov"})
"""What stands before a country where names are registered one level deeper: name.co.uk."""
_PARTS = re.compile(r"[.-]")


def looks_like(host: str, given: Iterable[str]) -> bool:
    """Return whether a host that was not given borrows the name of a given one.

    It may differ from it by a single sign or by signs of one shape, put the name before its own
    (name.org.elsewhere.com), or add a word to it (name-login.org). The same name elsewhere (name.com) may be its own.
    """
    known, name = {_name(each) for each in given}, _name(host)
    if name in known:
        return False
    long = [each for each in known if len(each) >= _SHORTEST]
    alike = len(name) >= _SHORTEST and any(_shape(each) == _shape(name) or _differ_by_one(each, name) for each in long)
    # A name of two words may be torn apart at its hyphen.
    torn = {f"-{_PARTS.sub('-', each)}-" for each in (host, *map(_shape, host.split(".")))}
    return alike or any(f"-{spelled}-" in part for each in long for spelled in (each, _shape(each)) for part in torn)


def _name(host: str) -> str:
    """Return the label of a host that somebody has registered: hausgut of sendung.hausgut.example."""
    labels = host.split(".")
    if labels[-2:-1] and labels[-2] in _SECOND_LEVEL:
        labels.pop()
    return labels[-2] if len(labels) > 1 else host


def _shape(name: str) -> str:
    for pair, sign in _PAIRS:
        name = name.replace(pair, sign)
    return name.translate(_SHAPES)


def _differ_by_one(one: str, other: str) -> bool:
    """Return whether one sign was changed, left out, put in, or two neighbours changed places."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, rest_other = one[start:], other[start:]
    swapped = rest[:2] == rest_other[1::-1] and rest[2:] == rest_other[2:]
    return rest[1:] == rest_other[1:] or rest[1:] == rest_other or rest == rest_other[1:] or swapped
