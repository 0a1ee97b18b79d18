"""What the interfaces of helpdesks return as JSON, and which helpdesk it comes from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from ...errors import DataFileError
from ...foreign_text.surrogates import without_surrogates

HelpdeskName = Literal["zendesk", "freshdesk", "intercom"]
_LISTS = ("macros", "canned_responses", "data")
_SINGLE = ("macro", "canned_response")
FURTHER_PAGES = "the file is one page of several; import the others as well"


@dataclass(frozen=True, slots=True)
class Listed:
    """The entries of a file.

    Attributes:
        entries: the saved replies, as the helpdesk describes them.
        further_pages: whether the file says that there are more of them elsewhere.
    """

    entries: tuple[Mapping[str, Any], ...]
    further_pages: bool


def read_entries(text: str, path: Path) -> Listed:
    """Return the entries of a file: a list, one entry, or either under the name that a helpdesk gives it.

    Args:
        text: the JSON.
        path: its file, for error messages.

    Raises:
        DataFileError: it is not JSON, or holds no entries.
    """
    try:
        data = json.loads(text.lstrip("\ufeff"))
    except json.JSONDecodeError as error:
        problem = f"not valid JSON: {error.msg}; save what the helpdesk returns as it is"
        raise DataFileError(problem, path=path, line=error.lineno, column=error.colno) from error
    except ValueError as error:
        raise DataFileError("holds a number of more digits than can be read", path=path) from error
    except RecursionError as error:
        raise DataFileError("is nested too deeply for a list of saved replies", path=path) from error
    entries = _entries(data)
    if not entries or not all(isinstance(each, dict) for each in entries):
        problem = "holds no list of saved replies; save the whole answer of the helpdesk, or the list in it"
        raise DataFileError(problem, path=path, line=1)
    return Listed(tuple(entries), isinstance(data, dict) and _goes_on(data))


def helpdesk_of(listed: Listed) -> HelpdeskName | None:
    """Return the helpdesk whose entries these look like, or None."""
    first = listed.entries[0]
    if isinstance(first.get("actions"), list) and "title" in first:
        return "zendesk"
    if first.get("type") == "macro" or "body_text" in first:
        return "intercom"
    return "freshdesk" if "content_html" in first or {"title", "content"} <= first.keys() else None


def text_of(entry: Mapping[str, Any], *keys: str) -> str:
    """Return the first text under one of the keys; empty if there is none."""
    return without_surrogates(
        next((each for key in keys if isinstance(each := entry.get(key), str) and each.strip()), "")
    )


def _entries(data: Any) -> list[Any]:
    if isinstance(data, list):
        return data
    if not isinstance(data, dict):
        return []
    for key in _LISTS:
        if isinstance(data.get(key), list):
            return list(data[key])
    single = next((data[key] for key in _SINGLE if isinstance(data.get(key), dict)), data)
    return [single] if {"title", "name"} & single.keys() else []


def _goes_on(data: Mapping[str, Any]) -> bool:
    """Return whether there is a next page: `next_page` and `meta` are Zendesk's, `pages` is Intercom's."""
    meta, pages = data.get("meta"), data.get("pages")
    return bool(
        data.get("next_page")
        or (isinstance(meta, dict) and meta.get("has_more"))
        or (isinstance(pages, dict) and pages.get("next"))
    )
