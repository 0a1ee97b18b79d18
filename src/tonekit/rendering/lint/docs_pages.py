"""Which page of the documentation describes a place in a file of a template folder."""

from __future__ import annotations

import re
from pathlib import Path

_SECTIONS = {
    **dict.fromkeys(("safeguards", "topics", "queues", "limits", "hold_delicate"), "docs/guard.md"),
    **dict.fromkeys(("never_say", "checks"), "docs/guard-check.md"),
    "redaction": "docs/redaction.md",
    "answers": "docs/security.md",
}
"""Pages of the top-level keys of `tonekit.yaml`."""
_FILES = {"profiles.yaml": "docs/profiles.md", "examples": "docs/prompts.md"}
_TOP_LEVEL_KEY = re.compile(r"([A-Za-z_]\w*)[ \t]*:")
_OTHERS = "docs/templates.md"


def page_of(file: str, path: Path, line: int) -> str:
    """Return the page that describes a line of a file.

    Args:
        file: name inside the template folder.
        path: the file itself.
        line: 1-based.
    """
    if file == "tonekit.yaml":
        return _SECTIONS.get(_section(path, line), _OTHERS)
    return _FILES.get(file.partition("/")[0], _OTHERS)


def _section(path: Path, line: int) -> str:
    """Return the top-level key of YAML that a line belongs to, or nothing."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()[:line]
    except (OSError, UnicodeDecodeError):
        return ""
    found = (_TOP_LEVEL_KEY.match(each) for each in reversed(lines))
    return next((match[1] for match in found if match), "")
