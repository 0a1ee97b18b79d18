"""Placeholders such as `[EMAIL_1]`: how they are written, and how what they stand for is put back."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping

_WRITTEN = re.compile(r"\[(?P<kind>[A-Z][A-Z_]{0,38}[A-Z])_(?P<number>[0-9]{1,6})\]")
_READ = re.compile(
    # A model may write it in small letters, with blanks, or with the backslashes of Markdown …
    r"\\?\[ ?(?P<kind>[A-Za-z](?:[A-Za-z]|\\?_){0,38}[A-Za-z])(?:\\?_|[ #:-]){0,2}(?P<number>[0-9]{1,6}) ?\\?\]"
    # … or leave its brackets out, or take others for them.
    r"|(?P<other>[{<]|[［【])?(?<![\w.@/\\-])(?P<bare>[A-Z](?:[A-Z]|\\?_){0,38}[A-Z])\\?_(?P<count>[0-9]{1,6})(?!\w|\.\w|@)(?(other)[}>］】])"
)
_DIGIT = re.compile(r"[0-9]")


def placeholder(kind: str, number: int) -> str:
    """Return the placeholder of the `number`th text of a kind, which is a word in small letters."""
    return f"[{kind.upper()}_{number}]"


def placeholders_in(text: str, kinds: Container[str]) -> list[tuple[int, int]]:
    """Return the places of what reads as a placeholder: exactly as one is written, or loosely for one of `kinds`."""
    if not _DIGIT.search(text):
        return []
    found = _READ.finditer(text)
    return [match.span() for match in found if _WRITTEN.fullmatch(match[0]) or _kind(match) in kinds]


def restored(text: str, values: Mapping[str, str], *, shown: Callable[[str], str] = str) -> str:
    """Return `text` with what its placeholders stand for; those that stand for nothing are left as they are.

    Args:
        text: what a model wrote.
        values: placeholder → what it stands for.
        shown: what is written for a value, such as a function that escapes it.
    """

    def put_back(match: re.Match[str]) -> str:
        value = values.get(_name(match))
        return match[0] if value is None else shown(value)

    return _READ.sub(put_back, text) if values else text


def unknown_in(text: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """Return the placeholders in `text` that stand for nothing: a model made them up.

    What is written exactly as a placeholder counts, and otherwise what is of a kind that there is: `[Option 1]` may be
    meant as it stands.
    """
    kinds = {match["kind"].lower() for each in values if (match := _WRITTEN.fullmatch(each))}
    found = (match for match in _READ.finditer(text) if _WRITTEN.fullmatch(match[0]) or _kind(match) in kinds)
    return tuple(dict.fromkeys(match[0] for match in found if _name(match) not in values))


def _name(match: re.Match[str]) -> str:
    return placeholder(_kind(match), int(match["number"] or match["count"]))


def _kind(match: re.Match[str]) -> str:
    return (match["kind"] or match["bare"]).replace("\\", "").lower()
