"""The names that a Jinja template of another tool uses, replaced by those that the inputs have here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from jinja2 import Environment, TemplateSyntaxError

from .imported import Inputs, parts_of_items
from .jinja_scopes import Head, Scopes, Word, read_head

_ENVIRONMENT = Environment(autoescape=True, keep_trailing_newline=True)
_END = ("variable_end", "block_end")
_WORDS = frozenset(
    "and or not in is if else true false none True False None recursive with without context ignore missing import as "
    "loop range super self".split()
)
"""Names that are no inputs wherever they stand."""
_NAMED = frozenset("filter call block endblock macro endmacro".split())
"""Tags behind which a name stands that is no value."""


def own_names(text: str, inputs: Inputs, notes: list[str]) -> str:
    """Return a template with its inputs under the names they have here, and declare those that were not.

    What cannot be read as Jinja is left as it is, with a note.
    """
    try:
        words = list(_words(text))
    except TemplateSyntaxError as error:
        notes.append(f"a part is not valid Jinja and was left as it is: {error.message}")
        return text
    names = _Names(inputs)
    made = "".join(names.written(words))
    notes += [parts_of_items(name, each) for name, each in names.parts.items()]
    return made


def _words(text: str) -> Iterator[Word]:
    """Yield the tokens of a template, each with the white space before it."""
    space = ""
    for _, kind, value in _ENVIRONMENT.lex(text):
        if kind == "whitespace":
            space += value
        else:
            yield Word(kind, value, space)
            space = ""
    yield Word("data", "", space)


def _inside(words: list[Word], start: int) -> list[Word]:
    """Return the words up to the end of a tag."""
    end = start
    while end < len(words) and words[end].kind not in _END:
        end += 1
    return words[start:end]


@dataclass(slots=True)
class _Names:
    """The names of a template while it is written anew.

    Attributes:
        inputs: of the template.
        parts: list → the parts of its items that are used.
    """

    inputs: Inputs
    parts: dict[str, dict[str, None]] = field(default_factory=dict)
    _scopes: Scopes = field(default_factory=Scopes)

    def written(self, words: list[Word]) -> Iterator[str]:
        """Yield the text of each token, or of each value as it is called here."""
        bound: set[int] = set()
        since, head, inside = -1, Head(), words[:0]
        index = 0
        while index < len(words):
            if words[index].kind == "block_begin":
                inside = _inside(words, index + 1)
                head = read_head(inside)
                bound = {index + 1 + each for each in head.bound}
                since = index + 1 + (len(inside) if head.since is None else head.since)
            if index == since:
                self._scopes.apply(head, inside)
            path = [] if index in bound else _path(words, index)
            known = bool(path) and path[0] not in _WORDS
            yield words[index].space
            yield self._value(path, several=words[index - 1].text == "in") if known else words[index].text
            index += 2 * len(path) - 1 if known else 1

    def _value(self, path: list[str], *, several: bool) -> str:
        if path[0] not in self._scopes:
            return self.inputs.use(".".join(path), several=several)
        if len(path) > 1 and (over := self._scopes.over(path[0])):
            self.parts.setdefault(over, {})[path[1]] = None
        return ".".join(path)


def _path(words: list[Word], index: int) -> list[str]:
    """Return the parts of the name of a value that begins at a word, or nothing where none does."""
    if words[index].kind != "name" or not _is_value(words, index):
        return []
    path = [words[index].text]
    at = index + 1
    while at + 1 < len(words) and words[at].text == "." and words[at + 1].kind == "name":
        path.append(words[at + 1].text)
        at += 2
    # What is called is a function, or a method of the value before it.
    return path[:-1] if at < len(words) and words[at].text == "(" else path


def _is_value(words: list[Word], index: int) -> bool:
    """Return whether a name is that of a value: not a tag, filter, test, part of a value or named argument."""
    # A name never stands first, where the sign of its tag does, nor last, where what closes the text does.
    earlier, before, after = words[max(0, index - 2)], words[index - 1], words[index + 1]
    if before.kind == "block_begin" or before.text in (".", "|", "is") or after.text == "=":
        return False
    named = earlier.kind == "block_begin" and before.text in _NAMED
    return not named and (earlier.text, before.text) != ("is", "not")
