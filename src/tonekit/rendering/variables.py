"""Which inputs a template uses, with their lines, found in its syntax tree before anything is rendered."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from jinja2 import nodes

from ..errors import TemplateError
from .roles import role_of


@dataclass(frozen=True, slots=True)
class Use:
    """An input that a template names.

    Attributes:
        path: dotted path, as far as the template spells it out.
        line: 1-based line.
        role: the role block it stands in, or None.
        template: the file it stands in: the template, or what that includes.
    """

    path: str
    line: int
    role: str | None
    template: str


Parse = Callable[[str], nodes.Template]


def find_uses(tree: nodes.Template, parse: Parse, *, name: str) -> Iterator[Use]:
    """Yield the inputs that a template and what it includes use.

    Args:
        tree: the parsed template.
        parse: parses an included template by name.
        name: the file of the template.

    Raises:
        TemplateError: it includes what does not exist, or itself.
    """
    yield from _uses(tree, frozenset(), None, parse, (name,))


def find_slots(tree: nodes.Template, parse: Parse, *, name: str) -> Iterator[tuple[str, str, int]]:
    """Yield slot, file and line of every `phrase("slot")` of a template and its parts; no name where it is computed."""
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "phrase" and call.args:
            slot = call.args[0]
            yield str(slot.value) if isinstance(slot, nodes.Const) else "", name, call.lineno
    for include in tree.find_all(nodes.Include):
        if isinstance(include.template, nodes.Const):
            part = str(include.template.value)
            yield from find_slots(parse(part), parse, name=part)


def check_uses(
    uses: Iterator[Use],
    *,
    declared: Collection[str],
    customer: Collection[str],
    remedy: str = "declare it under 'inputs' in template.yaml",
) -> None:
    """Check that a template uses what is declared, and customer text outside the system role only.

    Raises:
        TemplateError: an input that nobody declared, with the line and what may be meant.
    """
    groups = {path.split(".")[0] for path in declared}
    from_customers = {*customer, *(path.split(".")[0] for path in customer), *(["phrase"] if customer else [])}
    for use in uses:
        if use.path not in declared and use.path not in groups:
            close = get_close_matches(use.path, declared, n=1)
            hint = f"; did you mean '{close[0]}'?" if close else f"; {remedy}."
            names = ", ".join(sorted(declared))
            raise TemplateError(
                f"'{use.path}' is not declared{hint} Declared: {names}", template=use.template, line=use.line
            )
        if use.role == "system" and use.path in from_customers:
            problem = (
                f"'{use.path}' is written by customers and may not stand in the system role; move it to a user block"
            )
            raise TemplateError(problem, template=use.template, line=use.line)


def _uses(
    node: nodes.Node, local: frozenset[str], role: str | None, parse: Parse, including: tuple[str, ...]
) -> Iterator[Use]:
    if isinstance(node, nodes.CallBlock):
        role = role_of(node) or role
    if isinstance(node, nodes.For):
        yield from _uses(node.iter, local, role, parse, including)
        local = local | _bound(node.target) | {"loop"}
        for part in (*node.body, *node.else_, *([node.test] if node.test else [])):
            yield from _uses(part, local, role, parse, including)
        return
    if isinstance(node, nodes.Include) and isinstance(node.template, nodes.Const):
        name = str(node.template.value)
        if name in including:
            cycle = " → ".join((*including, name))
            raise TemplateError(f"includes itself through {cycle}", template=name, line=node.lineno)
        yield from _uses(_part(name, node.lineno, parse, including[-1]), local, role, parse, (*including, name))
        return
    if path := _path(node):
        if path.split(".")[0] not in local:
            yield Use(path, node.lineno, role, including[-1])
        return
    if isinstance(node, (nodes.Template, nodes.CallBlock, nodes.If, nodes.With)):
        local = local | {name for child in node.iter_child_nodes() for name in _assigned(child)}
    for child in node.iter_child_nodes():
        yield from _uses(child, local, role, parse, including)


def _part(name: str, line: int, parse: Parse, including: str) -> nodes.Template:
    try:
        return parse(name)
    except TemplateError as error:
        if error.template == name and error.line is None:
            raise TemplateError(f"includes '{name}': {error.problem}", template=including, line=line) from error
        raise


def _path(node: nodes.Node) -> str | None:
    """Return `a` or `a.b` of a name, or None; deeper paths are entries of a value."""
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
        node = nodes.Getattr(node.node, node.arg.value, "load", lineno=node.lineno)
    if isinstance(node, nodes.Name):
        return node.name if node.ctx == "load" else None
    if isinstance(node, nodes.Getattr):
        owner = _path(node.node)
        if owner is None:
            return None
        return f"{owner}.{node.attr}" if "." not in owner else owner
    return None


def _bound(target: nodes.Node) -> frozenset[str]:
    return frozenset({name.name for name in target.find_all(nodes.Name)} | _own_name(target))


def _own_name(target: nodes.Node) -> set[str]:
    return {target.name} if isinstance(target, nodes.Name) else set()


def _assigned(node: nodes.Node) -> frozenset[str]:
    if isinstance(node, (nodes.Assign, nodes.AssignBlock)):
        return _bound(node.target)
    return frozenset({node.name}) if isinstance(node, nodes.Macro) else frozenset()
