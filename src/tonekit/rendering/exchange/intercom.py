"""Macros of Intercom, its saved replies, as `GET /macros` returns them.

The format: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/macros
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape, unescape
from typing import Any

from .helpdesk_json import FURTHER_PAGES, Listed, text_of
from .imported_template import ImportedTemplate
from .saved_reply import Helpdesk, SavedReply, replies_of

_INTERCOM = Helpdesk(
    name="Intercom",
    kind="macro",
    known={
        "user.name": "customer.name",
        "user.first_name": "customer.name",
        "user.last_name": "customer.name",
        "company.name": "customer.company",
    },
)
_ATTRIBUTE = re.compile(r"<attribute\b([^<>]*)>(?:\s*</attribute>)?")
_KEY = re.compile(r'\bkey="([^"]*)"')
_DEFAULT = re.compile(r'\bdefault="([^"]*)"')


def read_intercom(listed: Listed, *, language: str) -> Iterator[ImportedTemplate]:
    """Yield a reply for each macro.

    Args:
        listed: the macros.
        language: code of the language that they are written in; Intercom does not say.
    """
    yield from replies_of(map(_macro, listed.entries), _INTERCOM, language=language)
    if listed.further_pages:
        yield ImportedTemplate("", {}, (FURTHER_PAGES,))


def _macro(entry: Mapping[str, Any]) -> SavedReply:
    title = text_of(entry, "name", "title").strip() or "macro"
    content = _ATTRIBUTE.sub(_placeholder, text_of(entry, "body", "body_text"))
    notes = ("only some teams had it; say when it is used under 'replies' in tonekit.yaml",)
    return SavedReply(title, content, notes=notes if entry.get("visible_to") == "specific_teams" else ())


def _placeholder(match: re.Match[str]) -> str:
    """Return a placeholder as it is typed in Intercom; the HTML of a macro has elements in their place."""
    key, default = _KEY.search(match[1]), _DEFAULT.search(match[1])
    fallback = re.sub("[{}\"'“”‘’]", "", unescape(default[1])) if default else ""
    # In HTML the text between stays escaped.
    otherwise = f"|fallback:'{escape(fallback, quote=False)}'" if fallback else ""
    return f"{{{{{key[1] if key else 'value'}{otherwise}}}}}"
