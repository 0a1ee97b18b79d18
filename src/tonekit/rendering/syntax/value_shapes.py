"""What is known of a value before it is there: a text, a number, a list, and what an item of a list holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from jinja2 import nodes

from ...profile import Style
from ..contracts.inputs import ALWAYS
from ..contracts.values import InputType

Kind = Literal["text", "written", "number", "flag", "list", "item", "group", "loop", "macro", "input", "unknown"]


@dataclass(frozen=True, slots=True)
class Shape:
    """What is known of a value.

    Attributes:
        kind: what it is; `written` is an amount, date or time, which is there as a text only,
            `input` is an input of a type that is not known, `unknown` may be anything.
        fields: what stands below it, for an item of a list or a group of inputs.
        item: what a list holds.
    """

    kind: Kind
    fields: Mapping[str, Shape] = field(default_factory=dict)
    item: Shape | None = None


Names = Mapping[str, Shape]
"""Every name that a place of a template can use."""

UNKNOWN = Shape("unknown")
MACRO = Shape("macro")
TEXT, NUMBER, FLAG, INPUT = Shape("text"), Shape("number"), Shape("flag"), Shape("input")
WRITTEN = Shape("written")
TEXTS = Shape("list", item=TEXT)
LOOP = Shape("loop", dict.fromkeys(("index", "index0", "first", "last", "length", "revindex"), UNKNOWN))
"""The counters of a loop; see `environment`."""


def _items(*texts: str, **others: Shape) -> Shape:
    return Shape("list", item=Shape("item", {**dict.fromkeys(texts, TEXT), **others}))


_TYPES: Mapping[InputType, Shape] = {
    "number": NUMBER,
    "flag": FLAG,
    "list": TEXTS,
    "date": WRITTEN,
    "datetime": WRITTEN,
    "time": WRITTEN,
    "money": WRITTEN,
    "datetimes": Shape("list", item=WRITTEN),
    "links": _items("url", "text"),
    "turns": _items("author", "text"),
    "examples": _items("message", "answer"),
    "facts": _items("path", "label", "value", "form"),
    "prices": _items("text", quantity=NUMBER, price=WRITTEN, each=WRITTEN),
}
"""What is not here is a text."""
_ALWAYS_LISTS = ("brand.never", "style.focus", "style.instructions")
_ALWAYS_FLAGS = tuple(f"style.{name}" for name, each in Style.model_fields.items() if each.annotation is bool)
_ALWAYS: Names = {
    **dict.fromkeys(ALWAYS, TEXT),
    **dict.fromkeys(_ALWAYS_LISTS, TEXTS),
    **dict.fromkeys(_ALWAYS_FLAGS, FLAG),
}
TEXT_FILTERS = ("capitalize", "lower", "title", "trim", "truncate", "upper")
"""Filters that make a text of a text."""
_NUMBER_FILTERS = ("count", "int", "length", "round")
_LIST_FILTERS = ("list", "reject", "rejectattr", "select", "selectattr", "sort", "unique")


def given_names(inputs: Mapping[str, InputType | None]) -> Names:
    """Return the names that a template with these inputs begins with: groups, and inputs without a group.

    Args:
        inputs: dotted path → type, or None if it is not known.
    """
    shapes = {**_ALWAYS, **{path: _TYPES.get(each, TEXT) if each else INPUT for path, each in inputs.items()}}
    groups: dict[str, dict[str, Shape]] = {}
    for path, shape in shapes.items():
        group, dot, name = path.partition(".")
        if dot:
            groups.setdefault(group, {})[name] = shape
    alone = {path: shape for path, shape in shapes.items() if "." not in path}
    return {**alone, **{group: Shape("group", fields) for group, fields in groups.items()}}


def shape_of(node: nodes.Node, names: Names) -> Shape:
    """Return what is known of the value of an expression."""
    ends = list(outcomes(node))
    if ends[0] is not node:
        return _either(shape_of(each, names) for each in ends)
    for kinds, find in _FINDERS:
        if isinstance(node, kinds):
            return find(node, names)
    return UNKNOWN


def outcomes(node: nodes.Node) -> Iterator[nodes.Node]:
    """Yield the expressions whose value an expression may have: the sides of an inline `if`, `or` and `default`."""
    sides: Iterable[nodes.Node | None]
    match node:
        case nodes.CondExpr():
            sides = (node.expr1, node.expr2)
        case nodes.Or():
            sides = (node.left, node.right)
        case nodes.And():
            sides = (node.right,)
        case nodes.Filter(name="default" | "d"):
            sides = (node.node, *node.args[:1])
        case _:
            yield node
            return
    for each in filter(None, sides):
        yield from outcomes(each)


def item_of(shape: Shape) -> Shape:
    """Return what a loop over a value gives."""
    return (shape.item or UNKNOWN) if shape.kind == "list" else TEXT if shape.kind in ("text", "written") else UNKNOWN


def entry(node: nodes.Node) -> str | None:
    """Return the name in `….name` or `…["name"]`, or None for another expression."""
    if isinstance(node, nodes.Getattr):
        return node.attr
    named = isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str)
    return str(node.arg.value) if named else None  # type: ignore[attr-defined]


def _constant(node: nodes.Const, _: Names) -> Shape:
    kinds = ((bool, FLAG), ((int, float), NUMBER), (str, TEXT))
    return next((shape for kind, shape in kinds if isinstance(node.value, kind)), UNKNOWN)


def _below(node: nodes.Getattr | nodes.Getitem, names: Names) -> Shape:
    owner = shape_of(node.node, names)
    name = entry(node)
    if name is not None:
        return owner.fields.get(name, UNKNOWN)
    return owner if isinstance(node.arg, nodes.Slice) else item_of(owner)  # type: ignore[union-attr]


def _filtered(node: nodes.Filter, names: Names) -> Shape:
    inner = shape_of(node.node, names) if node.node else UNKNOWN
    if node.name in _LIST_FILTERS:
        return inner if inner.kind == "list" else Shape("list")
    if node.name in ("first", "last"):
        return item_of(inner)
    return TEXT if node.name in (*TEXT_FILTERS, "join") else NUMBER if node.name in _NUMBER_FILTERS else UNKNOWN


def _called(node: nodes.Call, _: Names) -> Shape:
    name = node.node.name if isinstance(node.node, nodes.Name) else ""
    return {"phrase": TEXT, "range": Shape("list", item=NUMBER)}.get(name, UNKNOWN)


def _either(shapes: Iterable[Shape]) -> Shape:
    first, *others = shapes
    if all(each == first for each in others):
        return first
    return WRITTEN if all(each in (TEXT, WRITTEN) for each in (first, *others)) else UNKNOWN


_FINDERS: tuple[tuple[tuple[type[nodes.Node], ...], Callable[..., Shape]], ...] = (
    ((nodes.Name,), lambda node, names: names.get(node.name, UNKNOWN)),
    ((nodes.Const,), _constant),
    ((nodes.Getattr, nodes.Getitem), _below),
    ((nodes.Filter,), _filtered),
    ((nodes.Call,), _called),
    ((nodes.TemplateData, nodes.Concat), lambda *_: TEXT),
    ((nodes.Not, nodes.Compare, nodes.Test), lambda *_: FLAG),
    ((nodes.List, nodes.Tuple), lambda *_: Shape("list")),
    ((nodes.BinExpr, nodes.UnaryExpr), lambda *_: NUMBER),
)
"""By type of expression; the first that fits, so `not` comes before the other expressions of one side."""
