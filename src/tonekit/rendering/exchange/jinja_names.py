"""A Jinja template of another tool with its inputs renamed to what they are called here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from jinja2 import Environment, TemplateSyntaxError

from .imported_inputs import ImportedInputs, item_parts_note
from .jinja_scopes import Binding, Scopes, Token, read_binding

_ENVIRONMENT = Environment(autoescape=True, keep_trailing_newline=True)
_TAG_ENDS = ("variable_end", "block_end")
_KEYWORDS = frozenset(
    "and or not in is if else true false none True False None recursive with without context ignore missing import as "
    "loop range super self".split()
)
"""Words that are never an input."""
_TAGS_WITH_NAME = frozenset("filter call block endblock macro endmacro".split())
"""Tags followed by the name of something other than a value."""


def rename_inputs(text: str, inputs: ImportedInputs, notes: list[str]) -> str:
    """Return a template with its inputs renamed, and declare those that the source does not.

    Text that is not valid Jinja is returned unchanged, with a note.
    """
    try:
        tokens = list(_tokens(text))
    except TemplateSyntaxError as error:
        notes.append(f"a text is not valid Jinja and was left unchanged: {error.message}")
        return text
    renaming = _Renaming(inputs)
    renamed = "".join(renaming.rewritten(tokens))
    notes += [item_parts_note(name, parts) for name, parts in renaming.item_parts.items()]
    return renamed


def _tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of a template, each with the white space before it."""
    space = ""
    for _, kind, value in _ENVIRONMENT.lex(text):
        if kind == "whitespace":
            space += value
        else:
            yield Token(kind, value, space)
            space = ""
    yield Token("data", "", space)


def _rest_of_tag(tokens: list[Token], start: int) -> list[Token]:
    end = start
    while end < len(tokens) and tokens[end].kind not in _TAG_ENDS:
        end += 1
    return tokens[start:end]


@dataclass(slots=True)
class _Renaming:
    """The rewriting of one template.

    Attributes:
        inputs: of the template.
        item_parts: list → the parts of its items that the template uses.
    """

    inputs: ImportedInputs
    item_parts: dict[str, dict[str, None]] = field(default_factory=dict)
    _scopes: Scopes = field(default_factory=Scopes)

    def rewritten(self, tokens: list[Token]) -> Iterator[str]:
        """Yield the text of each token, and for each value the name that it has here."""
        bound: set[int] = set()
        binding, binding_starts, tag = Binding(), -1, tokens[:0]
        index = 0
        while index < len(tokens):
            if tokens[index].kind == "block_begin":
                first = index + 1
                tag = _rest_of_tag(tokens, first)
                binding = read_binding(tag)
                bound = {first + position for position in binding.names}
                binding_starts = first + (len(tag) if binding.starts is None else binding.starts)
            if index == binding_starts:
                self._scopes.apply(binding, tag)
            path = [] if index in bound else _path(tokens, index)
            is_value = bool(path) and path[0] not in _KEYWORDS
            yield tokens[index].space
            yield self._renamed(path, looped=tokens[index - 1].text == "in") if is_value else tokens[index].text
            # A path of n names is n names with n - 1 dots between them.
            index += 2 * len(path) - 1 if is_value else 1

    def _renamed(self, path: list[str], *, looped: bool) -> str:
        if path[0] not in self._scopes:
            return self.inputs.use(".".join(path), looped=looped)
        if len(path) > 1 and (looped_list := self._scopes.looped_list(path[0])):
            self.item_parts.setdefault(looped_list, {})[path[1]] = None
        return ".".join(path)


def _path(tokens: list[Token], index: int) -> list[str]:
    """Return the names of `a.b.c` if a value starts at a token, else nothing."""
    if tokens[index].kind != "name" or not _is_value(tokens, index):
        return []
    path = [tokens[index].text]
    end = index + 1
    while end + 1 < len(tokens) and tokens[end].text == "." and tokens[end + 1].kind == "name":
        path.append(tokens[end + 1].text)
        end += 2
    # A name before a bracket is a function, or a method of the value before it.
    return path[:-1] if end < len(tokens) and tokens[end].text == "(" else path


def _is_value(tokens: list[Token], index: int) -> bool:
    """Return whether a name is that of a value: not a tag, filter, test, attribute or named argument."""
    # A name is never the first token, which opens its tag, nor the last, which `_tokens` adds.
    earlier, before, after = tokens[max(0, index - 2)], tokens[index - 1], tokens[index + 1]
    if before.kind == "block_begin" or before.text in (".", "|", "is") or after.text == "=":
        return False
    follows_tag = earlier.kind == "block_begin" and before.text in _TAGS_WITH_NAME
    return not follows_tag and (earlier.text, before.text) != ("is", "not")
