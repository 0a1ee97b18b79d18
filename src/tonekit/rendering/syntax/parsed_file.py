"""One file of a template, parsed: what it includes, and which phrases it asks for."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from jinja2 import nodes

from ...errors import TemplateError
from ...loading.sharing import Shared
from ..environment import Sandbox
from .text_errors import parsed
from .variables import asked_slots


# Compared as objects: the same text in the same environment is one object, see `parsed_file`.
@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class ParsedFile:
    """A parsed text.

    Attributes:
        name: the file that it stands in.
        text: the text.
        tree: its syntax tree, which is looked at and never changed.
        includes: names of the files that it includes itself, in order.
        slots: the slots of the phrases that it asks for itself.
        computes_slot: whether it asks for a phrase whose slot is not written out.
    """

    name: str
    text: str
    tree: nodes.Template
    includes: tuple[str, ...]
    slots: frozenset[str]
    computes_slot: bool


_FILES = Shared[ParsedFile]()


def parsed_file(environment: Sandbox, text: str, name: str) -> ParsedFile:
    """Return the parsed text that stands in the file `name`.

    Raises:
        TemplateError: it cannot be parsed.
    """
    return _FILES.once((environment, name, text), lambda: _parsed(environment, text, name))


def with_parts(file: ParsedFile, part: Callable[[str], ParsedFile]) -> tuple[ParsedFile, ...]:
    """Return a file and what it includes, at any depth and each once; what cannot be included is left out.

    Args:
        file: the file.
        part: returns an included file by name; raises TemplateError if there is none.
    """
    found = {file.name: file}
    _add_parts(file, part, found)
    return tuple(found.values())


def writes_nothing(tree: nodes.Template) -> bool:
    """Return whether a template writes nothing but white space, whatever it is given."""
    return all(_is_blank(node) for node in tree.body)


def _is_blank(node: nodes.Node) -> bool:
    if not isinstance(node, nodes.Output):
        return False
    return all(isinstance(part, nodes.TemplateData) and not part.data.strip() for part in node.nodes)


def _add_parts(file: ParsedFile, part: Callable[[str], ParsedFile], found: dict[str, ParsedFile]) -> None:
    for name in file.includes:
        if name not in found:
            with suppress(TemplateError):
                found[name] = part(name)
                _add_parts(found[name], part, found)


def _parsed(environment: Sandbox, text: str, name: str) -> ParsedFile:
    tree = parsed(environment, text, name)
    named = [each.template for each in tree.find_all(nodes.Include)]
    slots = {slot for slot, _ in asked_slots(tree)}
    return ParsedFile(
        name=name,
        text=text,
        tree=tree,
        includes=tuple(str(each.value) for each in named if isinstance(each, nodes.Const)),
        slots=frozenset(slot for slot in slots if slot is not None),
        computes_slot=None in slots,
    )
