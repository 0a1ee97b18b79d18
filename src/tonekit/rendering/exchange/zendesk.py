"""Macros of Zendesk, as `GET /api/v2/macros.json` returns them: each that writes to the customer becomes a reply.

The format: https://developer.zendesk.com/api-reference/ticketing/business-rules/macros/
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ...foreign_text.surrogates import without_surrogates
from .helpdesk_json import FURTHER_PAGES, Listed, text_of
from .imported_template import ImportedTemplate
from .saved_reply import Helpdesk, SavedReply, replies_of

_ZENDESK = Helpdesk(
    name="Zendesk",
    kind="macro",
    known={
        "ticket.requester.name": "customer.name",
        "ticket.requester.first_name": "customer.name",
        "ticket.requester.last_name": "customer.name",
        "ticket.organization.name": "customer.company",
        "ticket.title": "message.subject",
    },
    by_hand="dc.",
)
_HTML, _TEXT, _PUBLIC, _SUBJECT = "comment_value_html", "comment_value", "comment_mode_is_public", "subject"
_COMMENT = (_HTML, _TEXT, _PUBLIC, _SUBJECT)


def read_zendesk(listed: Listed, *, language: str) -> Iterator[ImportedTemplate]:
    """Yield a reply for each macro with a comment; the other actions of macros have no counterpart and are notes.

    Args:
        listed: the macros.
        language: code of the language that they are written in; Zendesk does not say.
    """
    yield from replies_of(map(_macro, listed.entries), _ZENDESK, language=language)
    if listed.further_pages:
        yield ImportedTemplate("", {}, (FURTHER_PAGES,))


def _macro(entry: Mapping[str, Any]) -> SavedReply:
    listed = entry.get("actions")
    actions = [each for each in (listed if isinstance(listed, list) else ()) if isinstance(each, dict)]
    values = {str(each.get("field")): _value(each.get("value")) for each in actions}
    about = text_of(entry, "description").strip()
    return SavedReply(
        title=text_of(entry, "title").strip() or "macro",
        # An internal note is for no customer's eyes.
        content="" if values.get(_PUBLIC) == "false" else values.get(_HTML) or values.get(_TEXT, ""),
        about=about if about[-1:] in (".", "!", "?", "") else f"{about}.",
        notes=tuple(_use_notes(entry, values)),
        subject=values.get(_SUBJECT, "").strip(),
    )


def _value(value: Any) -> str:
    """Return the text of an action; that of a comment may stand behind the channel that it is for."""
    if isinstance(value, list):
        value = str(value[-1]) if value else ""
    return without_surrogates(value) if isinstance(value, str) else ""


def _use_notes(entry: Mapping[str, Any], values: Mapping[str, str]) -> Iterator[str]:
    if entry.get("active") is False:
        yield "the macro was switched off in Zendesk"
    if entry.get("restriction"):
        yield "only some groups or people had it; say when it is used under 'replies' in tonekit.yaml"
    if further := [name for name in values if name not in _COMMENT]:
        yield f"what else the macro did was not carried over: {', '.join(further)}"
