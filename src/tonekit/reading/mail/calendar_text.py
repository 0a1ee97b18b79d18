"""What an invitation in a calendar's format (RFC 5545) says to its reader."""

from __future__ import annotations

import re

_FOLD = re.compile(r"\r?\n[ \t]")
_FIELD = re.compile(r"(SUMMARY|DESCRIPTION|COMMENT|LOCATION)(?:;[^:\n]{0,200})?:", re.IGNORECASE)
_BEGINNING = "begin:vcalendar"
_ESCAPED = re.compile(r"\\([\\;,nN])")


def calendar_text(source: str) -> str:
    r"""Return what people wrote into an invitation: what it is about, where, and a comment, each in a line.

    A text that is no calendar comes back as it is; one in which nothing was written is empty.
    """
    if not source.lstrip().lower().startswith(_BEGINNING):
        return source
    lines = _FOLD.sub("", source).splitlines()
    found = [line[field.end() :].strip() for line in lines if (field := _FIELD.match(line))]
    return "\n".join(dict.fromkeys(_ESCAPED.sub(_meant, text) for text in found if text))


def _meant(escaped: re.Match[str]) -> str:
    return "\n" if escaped[1] in "nN" else escaped[1]
