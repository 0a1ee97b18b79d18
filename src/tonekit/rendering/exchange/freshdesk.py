"""Canned responses of Freshdesk, as `GET /api/v2/canned_response_folders/<id>/responses` returns those of a folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .helpdesk_json import Listed, text_of
from .imported_template import ImportedTemplate
from .saved_reply import Helpdesk, SavedReply, replies_of

_FRESHDESK = Helpdesk(
    name="Freshdesk",
    kind="canned response",
    known={
        "ticket.requester.name": "customer.name",
        "ticket.requester.firstname": "customer.name",
        "ticket.requester.lastname": "customer.name",
        "ticket.requester.company_name": "customer.company",
        "ticket.company.name": "customer.company",
        "ticket.subject": "message.subject",
    },
)


def read_freshdesk(listed: Listed, *, language: str) -> Iterator[ImportedTemplate]:
    """Yield a reply for each canned response.

    Args:
        listed: the canned responses.
        language: code of the language that they are written in; Freshdesk does not say.
    """
    yield from replies_of(map(_response, listed.entries), _FRESHDESK, language=language)


def _response(entry: Mapping[str, Any]) -> SavedReply:
    title = text_of(entry, "title").strip() or "canned response"
    return SavedReply(title, text_of(entry, "content_html", "content"), notes=tuple(_use_notes(entry)))


def _use_notes(entry: Mapping[str, Any]) -> Iterator[str]:
    if entry.get("attachments"):
        yield "its attachments were left out; replies hold text only"
    if entry.get("group_ids"):
        yield "only some groups had it; say when it is used under 'replies' in tonekit.yaml"
