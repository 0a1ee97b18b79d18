"""The names that a Jinja template of another tool uses, replaced by those that the inputs have here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jinja2 import Environment, TemplateSyntaxError

from .imported import Inputs, parts_of_items

_ENVIRONMENT = Environment(autoescape=True, keep_trailing_newline=True)
_END = ("variable_end", "block_end")
_WORDS = frozenset(
    "and or not in is if else true false none True False None recursive with without context ignore missing import as "
    "loop range super self".split()
)
"""Names that are no inputs wherever they stand."""


class _Token(NamedTuple):
    """A token of Jinja: its kind and its text; white space is one too."""

    kind: str
    text: str


def own_names(text: str, inputs: Inputs, notes: list[str]) -> str:
    """Return a template with its inputs under the names they have here, and declare those that were not.

    What cannot be read as Jinja is left as it is, with a note.
    """
    try:
        tokens = [_Token(kind, value) for _, kind, value in _ENVIRONMENT.lex(text)]
    except TemplateSyntaxError as error:
        notes.append(f"a part is not valid Jinja and was left as it is: {error.message}")
        return text
    local = _local(tokens)
    parts: dict[str, dict[str, None]] = {}
    made: list[str] = []
    index = 0
    while index < len(tokens):
        path = _path(tokens, index)
        if not path or path[0] in _WORDS:
            made.append(tokens[index].text)
            index += 1
            continue
        made.append(_written(path, local, parts, inputs, several=_word_before(tokens, index) == "in"))
        index += 2 * len(path) - 1
    notes += [parts_of_items(name, each) for name, each in parts.items()]
    return "".join(made)


def _written(
    path: list[str], local: dict[str, str], parts: dict[str, dict[str, None]], inputs: Inputs, *, several: bool
) -> str:
    if path[0] not in local:
        return inputs.use(".".join(path), several=several)
    if local[path[0]] and len(path) > 1:
        parts.setdefault(local[path[0]], {})[path[1]] = None
    return ".".join(path)


def _local(tokens: list[_Token]) -> dict[str, str]:
    """Return the names that the template itself binds, and for those of a loop what it goes through."""
    words = [each for each in tokens if each.kind != "whitespace"]
    found: dict[str, str] = {}
    for index, token in enumerate(words[:-1]):
        if token.kind == "block_begin" and words[index + 1].text in ("for", "set", "with", "macro"):
            head = _until_end(words, index + 2)
            names = [each.text for each in head if each.kind == "name"]
            if words[index + 1].text == "for" and "in" in names:
                bound, over = names[: names.index("in")], names[names.index("in") + 1 :]
                found |= dict.fromkeys(bound, over[0] if over and len(bound) == 1 else "")
            elif words[index + 1].text in ("macro", "with"):
                found |= dict.fromkeys(names, "")
            else:
                found |= dict.fromkeys(names[:1], "")
    return found


def _until_end(words: list[_Token], start: int) -> Iterator[_Token]:
    for each in words[start:]:
        if each.kind in _END:
            return
        yield each


def _path(tokens: list[_Token], index: int) -> list[str]:
    """Return the parts of the name of a value that begins at a token, or nothing where none does."""
    if tokens[index].kind != "name" or not _is_value(tokens, index):
        return []
    path = [tokens[index].text]
    at = index + 1
    while at + 1 < len(tokens) and tokens[at].text == "." and tokens[at + 1].kind == "name":
        path.append(tokens[at + 1].text)
        at += 2
    # What is called is a function, or a method of the value before it.
    return path[:-1] if at < len(tokens) and tokens[at].text == "(" else path


def _is_value(tokens: list[_Token], index: int) -> bool:
    """Return whether a name is that of a value: not a tag, filter, test, part of a value or named argument."""
    before = next((each for each in reversed(tokens[:index]) if each.kind != "whitespace"), None)
    after = next((each for each in tokens[index + 1 :] if each.kind != "whitespace"), None)
    named = after is not None and after.text == "="
    if before is None or before.kind == "block_begin" or before.text in (".", "|", "is") or named:
        return False
    return not (before.text == "not" and _word_before(tokens, index, skip=2) == "is")


def _word_before(tokens: list[_Token], index: int, *, skip: int = 1) -> str:
    words = [each.text for each in tokens[max(0, index - 2 * skip - 2) : index] if each.kind != "whitespace"]
    return words[-skip] if len(words) >= skip else ""
