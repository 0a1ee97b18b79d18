"""Which inputs a template uses, with their lines, found in its syntax tree before anything is rendered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from jinja2 import nodes

from ...errors import Problems, TemplateError
from .roles import role_of


@dataclass(frozen=True, slots=True)
class Use:
    """An input that a template names.

    Attributes:
        path: dotted path, as far as the template spells it out.
        line: 1-based line.
        role: the role block it stands in, or None.
        template: the file it stands in: the template, or what that includes.
        called: whether it is used as a function.
        within: the template, where the file it stands in is one that it includes.
    """

    path: str
    line: int
    role: str | None
    template: str
    called: bool = False
    within: str = ""


Parse = Callable[[str], nodes.Template]
_Scope = nodes.For | nodes.With | nodes.Macro | nodes.CallBlock
_SCOPES = (nodes.For, nodes.With, nodes.Macro, nodes.CallBlock)


def find_uses(tree: nodes.Template, parse: Parse, *, name: str) -> Iterator[Use]:
    """Yield the inputs that a template and what it includes use.

    Args:
        tree: the parsed template.
        parse: parses an included template by name.
        name: the file of the template.

    Raises:
        TemplateError: it includes what does not exist, or itself; raised at the end, the first of them.
    """
    problems = Problems()
    yield from _uses(tree, frozenset(), None, _Including(parse, (name,), problems))
    problems.raise_first()


def find_slots(tree: nodes.Template, parse: Parse, *, name: str) -> Iterator[tuple[str, str, int]]:
    """Yield slot, file and line of every `phrase("slot")` that a template and what it includes write.

    What cannot be included is passed over: `find_uses` reports it.
    """
    for part, each in ((name, tree), *included(tree, parse, name=name)):
        for slot, line in asked_slots(each):
            if slot is not None:
                yield slot, part, line


def asked_slots(tree: nodes.Template) -> Iterator[tuple[str | None, int]]:
    """Yield slot and line of every call of `phrase` in one file, None for a slot that is not written out."""
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "phrase":
            slot = call.args[0] if call.args else None
            yield str(slot.value) if isinstance(slot, nodes.Const) else None, call.lineno


def included(tree: nodes.Template, parse: Parse, *, name: str) -> Iterator[tuple[str, nodes.Template]]:
    """Yield name and tree of each file that a template includes, at any depth; what cannot be included is left out."""
    yield from _included(tree, parse, (name,))


def _included(tree: nodes.Template, parse: Parse, chain: tuple[str, ...]) -> Iterator[tuple[str, nodes.Template]]:
    for include in tree.find_all(nodes.Include):
        part = str(include.template.value) if isinstance(include.template, nodes.Const) else chain[-1]
        if part not in chain:
            with suppress(TemplateError):
                inner = parse(part)
                yield part, inner
                yield from _included(inner, parse, (*chain, part))


@dataclass(frozen=True, slots=True)
class _Including:
    """Where a walk is: the chain of files, and what was wrong with includes so far."""

    parse: Parse
    chain: tuple[str, ...]
    problems: Problems

    @property
    def template(self) -> str:
        return self.chain[-1]

    def use(self, path: str, node: nodes.Node, role: str | None, *, called: bool = False) -> Use:
        within = self.chain[0] if len(self.chain) > 1 else ""
        return Use(path, node.lineno, role, self.template, called=called, within=within)

    def part(self, name: str, line: int) -> tuple[nodes.Template, _Including] | None:
        """Return an included template and the walk inside it, or None if it cannot be included."""
        if name in self.chain:
            cycle = " → ".join((*self.chain[self.chain.index(name) :], name))
            problem = f"'{name}' includes itself through {cycle}; take one of the includes out"
            error = TemplateError(problem, template=self.template, line=line, rule="include-cycle", word=name)
            self.problems.add(error)
            return None
        found: tuple[nodes.Template, _Including] | None = None
        with self.problems.collecting():
            found = _part(name, line, self.parse, self.template), replace(self, chain=(*self.chain, name))
        return found  # noqa: RET504 - a `return` inside the block would hide that it may be left by an error


def _uses(node: nodes.Node, local: frozenset[str], role: str | None, including: _Including) -> Iterator[Use]:
    if isinstance(node, _SCOPES):
        yield from _scoped(node, local, role, including)
        return
    if isinstance(node, nodes.Include) and isinstance(node.template, nodes.Const):
        if found := including.part(str(node.template.value), node.lineno):
            yield from _uses(found[0], local, role, found[1])
        return
    if path := path_of(node):
        if path.split(".")[0] not in local:
            yield including.use(path, node, role)
        return
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name):
        if node.node.name not in local:
            yield including.use(node.node.name, node, role, called=True)
        node = nodes.List(list(node.iter_child_nodes(exclude=("node",))), lineno=node.lineno)
    if isinstance(node, (nodes.Template, nodes.If)):
        local = local | {name for child in node.iter_child_nodes() for name in _assigned(child)}
    for child in node.iter_child_nodes():
        yield from _uses(child, local, role, including)


def _scoped(node: _Scope, local: frozenset[str], role: str | None, including: _Including) -> Iterator[Use]:
    if isinstance(node, nodes.CallBlock):
        role = role_of(node) or role
    outside, inside, bound = _scope(node)
    for part in outside:
        yield from _uses(part, local, role, including)
    local = local | bound | {name for part in inside for name in _assigned(part)}
    for part in inside:
        yield from _uses(part, local, role, including)


def _scope(node: _Scope) -> tuple[Sequence[nodes.Node], Sequence[nodes.Node], frozenset[str]]:
    """Return what of a block is read outside it and inside it, and the names that are there inside only."""
    match node:
        case nodes.For():
            inside = (*node.body, *node.else_, *([node.test] if node.test else []))
            return (node.iter,), inside, _bound(node.target) | {"loop"}
        case nodes.With():
            return node.values, node.body, frozenset().union(*map(_bound, node.targets))
    outside = (*node.defaults, *([node.call] if isinstance(node, nodes.CallBlock) else []))
    return outside, node.body, frozenset(each.name for each in node.args)


def _part(name: str, line: int, parse: Parse, including: str) -> nodes.Template:
    try:
        return parse(name)
    except TemplateError as error:
        if error.template == name and error.line is None:
            problem = f"includes '{name}': {error.problem}"
            raise TemplateError(problem, template=including, line=line, rule="missing-include", word=name) from error
        raise


def path_of(node: nodes.Node) -> str | None:
    """Return `a` or `a.b` of a name, or None; deeper paths are entries of a value."""
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
        node = nodes.Getattr(node.node, node.arg.value, "load", lineno=node.lineno)
    if isinstance(node, nodes.Name):
        return node.name if node.ctx == "load" else None
    if isinstance(node, nodes.Getattr):
        owner = path_of(node.node)
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
    if isinstance(node, nodes.FromImport):  # refused for itself; what it would bring is no second mistake
        return frozenset(each if isinstance(each, str) else each[1] for each in node.names)
    if isinstance(node, nodes.Import):
        return frozenset({node.target})
    return frozenset({node.name}) if isinstance(node, nodes.Macro) else frozenset()
