"""How an author writes a value: an expression as it stands in the template, and what prints a list or an item."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jinja2 import nodes

from .value_shapes import Shape, entry


def spelled(node: nodes.Node) -> str:
    """Return an expression as an author would write it, as far as it is made of names, entries, calls and filters."""
    inner = spelled(node.node) if isinstance(node, (nodes.Getattr, nodes.Getitem, nodes.Call)) else ""
    if (name := entry(node)) is not None:
        return f"{inner}.{name}"
    match node:
        case nodes.Name():
            return node.name
        case nodes.Const():
            return repr(node.value)
        case nodes.Filter() if node.node:
            return f"({spelled(node.node)} | {node.name})"
    item = f"[{spelled(node.arg)}]" if isinstance(node, nodes.Getitem) else "()"
    return f"{inner}{item}" if inner else "…"


def owner_of(name: str, tree: nodes.Template) -> str:
    """Return what a template asks for the entry `name`, as it is spelled there; empty where it asks several values."""
    asked: Iterator[Any] = tree.find_all((nodes.Getattr, nodes.Getitem))
    owners = {spelled(each.node) for each in asked if entry(each) == name}
    return owners.pop() if len(owners) == 1 else ""


def printed(name: str, shape: Shape) -> str:
    """Return what can be printed of an item: its text, where it has one."""
    fields = shape.fields
    return f"{name}.{'text' if 'text' in fields else next(iter(fields))}" if fields else name


def in_a_loop(name: str, shape: Shape, field: str = "") -> str:
    """Return a loop that prints a list."""
    known = shape.item or shape
    each = f"each.{field}" if field in known.fields else printed("each", known)
    return f"{{% for each in {name} %}}{{{{ {each} }}}}{{% endfor %}}"


def listed(owner: Shape, name: str) -> str:
    """Return the inputs of a group, or the parts of an item, as they are written below its name."""
    return ", ".join(f"{name}.{each}" for each in owner.fields)
