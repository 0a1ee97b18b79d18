"""Which page of the documentation describes a file of a template folder."""

from __future__ import annotations

import re

_PAGES = {
    **dict.fromkeys(("safeguards", "topics", "queues", "limits", "hold_delicate"), "docs/guard.md"),
    **dict.fromkeys(("never_say", "checks"), "docs/guard-check.md"),
    "redaction": "docs/redaction.md",
    "profiles.yaml": "docs/profiles.md",
    "examples": "docs/prompts.md",
}


def page_of(file: str, message: str) -> str:
    """Return the page that describes a file, or the section of `tonekit.yaml` that a message begins with."""
    section = re.split(r"[.:]", message)[0] if file == "tonekit.yaml" else file.partition("/")[0]
    return _PAGES.get(section, "docs/templates.md")
