"""Check the labels that templates compare with: one that does not exist makes a condition that never holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from jinja2 import nodes

from ...analysis import LABELS
from ...conditions.situation import STYLE_NAMES
from ...errors import Problems, TemplateError
from ...models.plain_problems import meant_among
from .parsed_file import ParsedFile
from .variables import path_of

_PART_OF = frozenset({"in", "notin"})
_COMPARED = frozenset({"eq", "ne"}) | _PART_OF
_TRUTH = ("true", "false")
_VALUES: Mapping[str, tuple[str, ...]] = {
    path: values
    for path, values in {**STYLE_NAMES, **{f"reading.{name}": values for name, values in LABELS.items()}}.items()
    if values and values != _TRUTH
}
"""Fields of the style and dimensions, each with its labels."""


def check_compared(files: Iterable[ParsedFile]) -> None:
    """Check the labels that a template and what it includes compare fields of the style and dimensions with.

    Raises:
        TemplateError: a label that does not exist, with its line and those that do.
    """
    problems = Problems()
    for file in files:
        own = {name.name for name in file.tree.find_all(nodes.Name) if name.ctx != "load"}
        for node in file.tree.find_all(nodes.Compare):
            for path, label in _compared(node):
                # A loop or `with` may call something of its own "style".
                if label not in _VALUES[path] and path.partition(".")[0] not in own:
                    problems.add(_unknown(path, label, file.name, node.lineno))
    problems.raise_first()


def _compared(node: nodes.Compare) -> Iterator[tuple[str, str]]:
    """Yield each field of the style or dimension that is compared with a text, and the text.

    Not the empty text, which asks whether there is a label at all, nor a part of a text: `"elev" in reading.urgency`.
    """
    left: nodes.Node = node.expr
    for operand in node.ops:
        for one, other in ((left, operand.expr), (operand.expr, left)):
            path = path_of(one) if operand.op in _COMPARED else None
            if path and path in _VALUES:
                yield from ((path, each.value) for each in _texts(other, operand.op) if each.value)
        left = operand.expr


def _texts(node: nodes.Node, operator: str) -> Iterator[nodes.Const]:
    """Yield the texts that a label is compared with, as a whole."""
    listed = isinstance(node, (nodes.List, nodes.Tuple))
    items: list[nodes.Node] = [*node.iter_child_nodes()] if listed else [] if operator in _PART_OF else [node]
    yield from (each for each in items if isinstance(each, nodes.Const) and isinstance(each.value, str))


def _unknown(path: str, label: str, name: str, line: int) -> TemplateError:
    close = meant_among(label, _VALUES[path])
    hint = f"did you mean '{close}'? It" if close else "it"
    problem = f"'{path}' is never '{label}'; {hint} is one of {', '.join(_VALUES[path])}"
    return TemplateError(problem, template=name, line=line, rule="wrong-value", word=label)
