"""What cannot be done with a value: ask for what is not below it, call it, add it to a text, loop without end."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import NamedTuple

from jinja2 import nodes

from ..environment import MOST_TURNS
from .value_shapes import TEXT_FILTERS, Names, Shape, entry, shape_of
from .value_spelling import in_a_loop, listed, printed, spelled


class Misuse(NamedTuple):
    """Something that a value cannot do.

    Attributes:
        problem: what is wrong and what to do.
        rule: id of the lint rule.
        word: the expression, as far as it can be looked up in its line.
    """

    problem: str
    rule: str
    word: str


_RULE = "wrong-operation"
_SIGNS: Mapping[type[nodes.Node], str] = {
    nodes.Add: "+",
    nodes.Sub: "-",
    nodes.Mul: "*",
    nodes.Div: "/",
    nodes.FloorDiv: "//",
    nodes.Mod: "%",
    nodes.Neg: "-",
    nodes.Pos: "+",
}
_FILLED = {"customer": ("first_name",)}
"""Inputs that tonekit fills where a contract declares them, and that are looked for below another."""
_ORDER = {"gt": ">", "gteq": ">=", "lt": "<", "lteq": "<="}
_WITHOUT_ORDER = ("written", "list", "item", "group", "macro")
"""What would be ordered letter by letter, "€9.00" behind "€10.00", or not at all."""
_NO_NUMBERS = ("text", *_WITHOUT_ORDER)
_CALLED = {
    "text": "a text",
    "written": "a text here",
    "number": "a number",
    "flag": "true or false",
    "list": "a list",
    "item": "an item of a list",
    "group": "a group",
    "macro": "a macro",
}
_LARGEST = 10**12
"""Numbers in a template that are computed here; a loop is far too long before."""
_BESIDE = "write texts beside each other, without a sign between them"
_REMEDIES = {
    "list": "count what a list has: | length",
    "written": "amounts, dates and times are texts in templates: give a flag, or a second input of type number",
}
_NUMBER = "declare it as type: number, if it is one"
_LITERAL = "write a number, without quotes"
_CALLS = {"caller": "{{ caller() }}", "phrase": '{{ phrase("slot") }}', "range": "{% for each in range(3) %}"}
"""Functions, and how each of them is called."""


def misuse_of(node: nodes.Node, names: Names) -> Misuse | None:
    """Return what is wrong with one expression, without the expressions in it."""
    return next((check(node, names) for kinds, check in _CHECKS if isinstance(node, kinds)), None)


def unprintable(node: nodes.Node, names: Names) -> Misuse | None:
    """Return what is wrong with printing an expression: a group is none of its inputs, and a list none of its items."""
    shape, word = shape_of(node, names), spelled(node).removesuffix("()")
    shown = f"{word}(…)" if isinstance(node, nodes.Call) else word
    match shape.kind:
        case "group":
            what, remedy = "a group of inputs", f"print one of them: {listed(shape, shown)}"
        case "list":
            what, remedy = "a list", f"print its entries in a loop: {in_a_loop(shown, shape)}"
        case "item" | "loop":
            what = f"several values ({listed(shape, shown)})"
            remedy = f"print {{{{ {printed(shown, shape)} }}}}"
        case "macro":
            what, remedy = "a macro", f"call it: {{{{ {shown}(…) }}}}"
        case _ if isinstance(node, nodes.Name) and node.name in _CALLS and node.name not in names:
            what, remedy = "a function", f"call it: {_CALLS[node.name]}"
        case _:
            return None
    rule = "undeclared-variable" if shape.kind == "group" else _RULE
    return Misuse(f"'{shown}' is {what} and cannot be printed; {remedy}", rule, word)


def _below(node: nodes.Getattr | nodes.Getitem, names: Names) -> Misuse | None:
    name, owner = entry(node), shape_of(node.node, names)
    # What a group does not have is not declared, which the check of inputs says.
    if name is None or owner.kind in ("unknown", "group") or name in owner.fields:
        return None
    path, above = spelled(node), spelled(node.node)
    return Misuse(f"'{path}' is not declared; {_instead(name, above, owner, names)}", "undeclared-variable", path)


def _instead(name: str, above: str, owner: Shape, names: Names) -> str:
    """Return what to do about something that is not below a value."""
    if owner.fields:
        close = get_close_matches(name, owner.fields, n=1)
        hint = f"did you mean '{above}.{close[0]}'? " if close else ""
        return f"{hint}'{above}' has {', '.join(owner.fields)}"
    if owner.kind == "list":
        return f"'{above}' is a list: write {in_a_loop(above, owner, name)}"
    if meant := _of_its_own(name, above, names):
        return f"did you mean '{meant}'? Nothing stands below '{above}'"
    if name in TEXT_FILTERS:
        return f"write the filter: {{{{ {above} | {name} }}}}"
    return f"nothing stands below '{above}', so print it whole, or declare the part as an input of its own"


def _of_its_own(name: str, above: str, names: Names) -> str:
    """Return the input that holds what was looked for below another, or nothing."""
    group, _, own = above.partition(".")
    declared = [each for each in names[group].fields if each != own] if group in names else []
    close = get_close_matches(f"{name}_{own}", [*declared, *_FILLED.get(group, ())], n=1, cutoff=0.8)
    return f"{group}.{close[0]}" if close else ""


def _call(node: nodes.Call, names: Names) -> Misuse | None:
    if isinstance(node.node, nodes.Name):
        name = node.node.name
        # A name that is nothing is not declared, which the check of inputs says.
        return _range(node, names) if name == "range" else _no_function(node, names) if name in names else None
    return None if isinstance(node.node, nodes.ExtensionAttribute) else _no_function(node, names)


def _no_function(node: nodes.Call, names: Names) -> Misuse | None:
    if shape_of(node.node, names).kind in ("macro", "loop") or _is_nothing(node.node, names):
        return None
    path, name = spelled(node.node), entry(node.node)
    filters = node.environment.filters if node.environment else {}
    known = name and name in filters
    hint = f"write the filter: {{{{ {path.removesuffix(f'.{name}')} | {name} }}}}" if known else "print it as it is"
    problem = f"'{path}' is called, and values have nothing that can be called; {hint}"
    return Misuse(problem, _RULE, path)


def _is_nothing(node: nodes.Node, names: Names) -> bool:
    """Return whether an expression begins with a name that is not declared, which the check of inputs says."""
    while isinstance(node, (nodes.Getattr, nodes.Getitem, nodes.Call, nodes.Filter)) and node.node:
        node = node.node
    return isinstance(node, nodes.Name) and node.name not in names and node.name not in _CALLS


def _range(node: nodes.Call, names: Names) -> Misuse | None:
    if wrong := next((each for each in node.args if shape_of(each, names).kind in _NO_NUMBERS), None):
        return _needs_number("range", wrong, names)
    limits = [_whole(each) for each in node.args]
    found = [each for each in limits if each is not None]
    if len(found) < len(limits) or not 1 <= len(found) <= 3 or found[2:] == [0]:  # noqa: PLR2004 - as Python's range
        return None
    turns = len(range(*found))
    if turns <= MOST_TURNS:
        return None
    problem = f"this loop takes {turns} turns, but at most {MOST_TURNS} are allowed; use smaller numbers in range()"
    return Misuse(problem, _RULE, "range")


def _power(node: nodes.Pow, _: Names) -> Misuse:
    return Misuse("'**' is not used here; write the number itself", _RULE, spelled(node.left))


def _sum(node: nodes.BinExpr | nodes.UnaryExpr, names: Names) -> Misuse | None:
    sides = (node.left, node.right) if isinstance(node, nodes.BinExpr) else (node.node,)
    wrong = next((each for each in sides if shape_of(each, names).kind in _NO_NUMBERS), None)
    if wrong is None or type(node) not in _SIGNS:
        return None
    beside = isinstance(node, nodes.Add) and any(shape_of(each, names).kind == "text" for each in sides)
    return _needs_number(_SIGNS[type(node)], wrong, names, remedy=_BESIDE if beside else "")


def _needs_number(sign: str, side: nodes.Node, names: Names, *, remedy: str = "") -> Misuse:
    word, kind, literal = spelled(side), shape_of(side, names).kind, isinstance(side, nodes.Const)
    shown = word if literal else f"'{word}'"
    remedy = remedy or _REMEDIES.get(kind) or (_LITERAL if literal else _NUMBER)
    return Misuse(f"'{sign}' works on numbers, and {shown} is {_CALLED.get(kind, 'none')}; {remedy}", _RULE, word)


def _compared(node: nodes.Compare, names: Names) -> Misuse | None:
    sides = (node.expr, *(each.expr for each in node.ops))
    shapes = [shape_of(each, names).kind for each in sides]
    for index, each in enumerate(node.ops):
        pair = shapes[index : index + 2]
        refused = _NO_NUMBERS if "number" in pair else _WITHOUT_ORDER
        wrong = next((at for at, kind in enumerate(pair, index) if kind in refused), None)
        if each.op in _ORDER and wrong is not None:
            return _needs_number(_ORDER[each.op], sides[wrong], names)
    return None


def _whole(node: nodes.Node) -> int | None:
    """Return a whole number that a template writes out, or None."""
    if isinstance(node, nodes.Const) and isinstance(node.value, int):
        return node.value if abs(node.value) < _LARGEST else _LARGEST
    if isinstance(node, nodes.Neg):
        inner = _whole(node.node)
        return None if inner is None else -inner
    if type(node) not in _COMPUTED:
        return None
    left, right = _whole(node.left), _whole(node.right)  # type: ignore[attr-defined]
    if left is None or right is None:
        return None
    return max(-_LARGEST, min(_LARGEST, _COMPUTED[type(node)](left, right)))


_COMPUTED: Mapping[type[nodes.Node], Callable[[int, int], int]] = {
    nodes.Add: int.__add__,
    nodes.Sub: int.__sub__,
    nodes.Mul: int.__mul__,
}
_CHECKS: tuple[tuple[tuple[type[nodes.Node], ...], Callable[..., Misuse | None]], ...] = (
    ((nodes.Getattr, nodes.Getitem), _below),
    ((nodes.Call,), _call),
    ((nodes.Pow,), _power),
    ((nodes.BinExpr, nodes.UnaryExpr), _sum),
    ((nodes.Compare,), _compared),
)
