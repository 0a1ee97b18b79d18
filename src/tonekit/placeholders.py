"""Placeholders such as `[EMAIL_1]`: how they are written, and how the original texts are put back."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Container, Mapping

from .argument_errors import ArgumentTypeError, ArgumentValueError

_WRITTEN = re.compile(r"\[(?P<kind>[A-Z][A-Z_]{0,38}[A-Z])_(?P<number>[0-9]{1,6})\]")
_READ = re.compile(
    # A model may write it in small letters, with blanks, or with the backslashes of Markdown …
    r"\\?\[ ?(?P<kind>[A-Za-z](?:[A-Za-z]|\\?_){0,38}[A-Za-z])(?:\\?_|[ #:-]){0,2}(?P<number>[0-9]{1,6}) ?\\?\]"
    # … or leave its brackets out, or take others for them.
    r"|(?:(?P<double>\{\{ ?)|(?P<other>[{<［【]))?(?<![\w.@/\\-])"
    r"(?P<bare>[A-Z](?:[A-Z]|\\?_){0,38}[A-Z])\\?_(?P<count>[0-9]{1,6})(?!\w|\.\w|@)"
    r"(?(double) ?\}\}|(?(other)[}>］】]))"
)
_CODE_OR_LINK = re.compile(
    r"```.*?```|``[^\n]*?``|`[^`\n]*`|\b[a-z][a-z+]{1,9}://[^\s<>\"]*", re.DOTALL | re.IGNORECASE
)
"""Where a name without its brackets is more likely a variable of the customer's than a placeholder."""
LITERAL = "literal"
"""Kind of what reads as a placeholder in the text itself: it is replaced too, so that it comes back as it was."""
_LITERAL = re.compile(rf"\[{LITERAL.upper()}_[0-9]{{1,6}}\]")
_DIGIT = re.compile(r"[0-9]")
_FEW = 5
"""Placeholders that an error names."""


def placeholder(kind: str, number: int) -> str:
    """Return the placeholder of the `number`th text of a kind, which is a word in small letters."""
    return f"[{kind.upper()}_{number}]"


def check_values(values: object, needed: Collection[str]) -> None:
    """Check that values belong to a prompt with the placeholders `needed`.

    Raises:
        ArgumentTypeError: they are not a mapping of texts.
        ArgumentValueError: they are those of another prompt.
    """
    if not isinstance(values, Mapping):
        raise ArgumentTypeError("values", "a mapping, as `Prompt.values` returns it", values)
    for name, value in values.items():
        if not isinstance(name, str) or not isinstance(value, str):
            raise ArgumentTypeError(f"values[{name!r}]", "a str", value if isinstance(name, str) else name)
    if needed and not values:
        problem = "are empty, and the prompt has placeholders; give what `Prompt.values` of this result had returned"
        raise ArgumentValueError("values", problem)
    if others := set(values) ^ set(needed):
        named = ", ".join(sorted(others)[:_FEW])
        raise ArgumentValueError("values", f"belong to another prompt: the two do not share {named}")


def placeholders_in(text: str, kinds: Container[str]) -> list[tuple[int, int]]:
    """Return the places of what reads as a placeholder: exactly as one is written, or loosely for one of `kinds`."""
    if not _DIGIT.search(text):
        return []
    found = _READ.finditer(text)
    return [match.span() for match in found if _WRITTEN.fullmatch(match[0]) or _kind(match) in kinds]


def restored(text: str, values: Mapping[str, str], *, shown: Callable[[str], str] = str) -> str:
    """Return `text` with what its placeholders stand for; those that stand for nothing are left as they are.

    Without brackets a placeholder is put back only outside of code and links, and only where the customer wrote no such
    word: `EMAIL_1` may be the name of a variable, and somebody's address in its place would be wrong.

    Args:
        text: what a model wrote.
        values: placeholder → what it stands for.
        shown: what is written for a value, such as a function that escapes it.
    """
    if not values:
        return text
    own = _own_names(values)
    apart = _code_or_links(text)

    def put_back(match: re.Match[str]) -> str:
        name = _name(match)
        value = values.get(name)
        left = match["bare"] and (name in own or apart(match.start()))
        return match[0] if value is None or left else shown(value)

    return _READ.sub(put_back, text)


def _own_names(values: Mapping[str, str]) -> frozenset[str]:
    """Return the placeholders that the customer's own words read as."""
    read = (_READ.finditer(text) for name, text in values.items() if _LITERAL.fullmatch(name))
    return frozenset(_name(match) for each in read for match in each)


def _code_or_links(text: str) -> Callable[[int], bool]:
    """Return what tells whether a place of a text is inside code or a link."""
    spans = [match.span() for match in _CODE_OR_LINK.finditer(text)]
    starts = [start for start, _ in spans]

    def apart(place: int) -> bool:
        before = bisect_right(starts, place)
        return before > 0 and place < spans[before - 1][1]

    return apart


def unknown_in(text: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """Return the placeholders in a restored text that nothing was put in place of: most of them a model made up.

    What is written exactly as a placeholder counts, and otherwise what is of a kind that there is: `[Option 1]` may be
    meant as it stands. So does what was left in code or a link, unless the customer wrote that word.
    """
    own = _own_names(values)
    kinds = {match["kind"].lower() for each in values if (match := _WRITTEN.fullmatch(each))}
    found = (match for match in _READ.finditer(text) if _WRITTEN.fullmatch(match[0]) or _kind(match) in kinds)
    unknown = (match for match in found if (name := _name(match)) not in values or (match["bare"] and name not in own))
    return tuple(dict.fromkeys(match[0] for match in unknown))


def _name(match: re.Match[str]) -> str:
    return placeholder(_kind(match), int(match["number"] or match["count"]))


def _kind(match: re.Match[str]) -> str:
    return (match["kind"] or match["bare"]).replace("\\", "").lower()
