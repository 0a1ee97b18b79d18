"""Read the section `redaction` of `tonekit.yaml`: the user's patterns, and kinds that are not replaced."""

from __future__ import annotations

import re
from difflib import get_close_matches

from ..errors import Problems
from ..files.datafile import DataFile, Place
from ..settings import RedactionFile
from .identifiers.own_patterns import OwnPatterns
from .redact import KINDS

_NEARLY = 0.75


def read_redaction(settings: RedactionFile, file: DataFile) -> OwnPatterns:
    """Return what finds the numbers of one's own that `tonekit.yaml` describes.

    Raises:
        DataFileError: a pattern is no regular expression, or matches nothing at all, or a kind under `leave` is nearly,
            but not exactly, one that there is.
    """
    problems = Problems()
    patterns: dict[str, list[re.Pattern[str]]] = {}
    for kind, several in settings.patterns.items():
        for number, expression in enumerate(several):
            with problems.collecting():
                place = ("redaction", "patterns", kind, number)
                patterns.setdefault(kind, []).append(_compiled(expression, file, place))
    known = {*KINDS, *settings.patterns}
    for number, kind in enumerate(settings.leave):
        # Another may be that of a recogniser of one's own.
        if kind not in known and (close := get_close_matches(kind, sorted(known), n=1, cutoff=_NEARLY)):
            problem = f"no kind of personal data is called '{kind}'; did you mean '{close[0]}'?"
            problems.add(file.error(problem, ("redaction", "leave", number)))
    problems.raise_first()
    return OwnPatterns(patterns)


def _compiled(expression: str, file: DataFile, place: Place) -> re.Pattern[str]:
    try:
        pattern = re.compile(expression)
    except re.error as error:
        raise file.error(f"'{expression}' is not a regular expression: {error}", place) from error
    if pattern.match(""):
        raise file.error(f"'{expression}' also matches empty text; require at least one character of the number", place)
    return pattern
