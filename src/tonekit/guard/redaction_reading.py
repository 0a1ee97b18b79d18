"""Read the section `redaction` of `tonekit.yaml`: patterns of one's own, and kinds that stay as they are."""

from __future__ import annotations

from difflib import get_close_matches

from ..errors import Problems
from ..files.datafile import DataFile
from ..settings import RedactionFile
from .identifiers.own_patterns import OwnPatterns, read_patterns
from .redact import KINDS

_NEARLY = 0.75


def read_redaction(settings: RedactionFile, file: DataFile) -> OwnPatterns:
    """Return what finds the numbers of one's own that `tonekit.yaml` describes.

    Args:
        settings: the section `redaction`.
        file: the file, for errors.

    Raises:
        DataFileError: a pattern is not valid, or a kind under `leave` is nearly, but not exactly, one that there is.
    """
    problems = Problems()
    own = OwnPatterns({})
    with problems.collecting():
        own = read_patterns(settings.patterns, file, ("redaction", "patterns"))
    known = {*KINDS, *settings.patterns}
    for number, kind in enumerate(settings.leave):
        # Another may be that of a recogniser of one's own.
        if kind not in known and (close := get_close_matches(kind, sorted(known), n=1, cutoff=_NEARLY)):
            problem = f"no kind of personal data is called '{kind}'; did you mean '{close[0]}'?"
            problems.add(file.error(problem, ("redaction", "leave", number)))
    problems.raise_first()
    return own
