"""What a template may consist of: no inheritance, includes by name, text of a prompt inside role blocks alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Literal

from jinja2 import nodes

from ...errors import Problems, TemplateError
from .roles import role_of
from .variables import Parse

_MACROS = "write the macro into the file that calls it, or make its text a part and include that"
_NOT_USED: Mapping[type[nodes.Node], str] = {
    nodes.Extends: "'extends' is not used here; include a part instead",
    nodes.Block: "'block' is not used here; include a part instead",
    **dict.fromkeys((nodes.Import, nodes.FromImport), f"'import' is not used here; {_MACROS}"),
    nodes.ScopedEvalContextModifier: "'autoescape' is not used here; what is printed is always made harmless",
}
_RAW = ("safe", "forceescape", "escape", "e", "autoescape")
"""Filters that mark or make text as ready to send; all of that is done by what prints."""


def check_structure(tree: nodes.Template, parse: Parse, *, kind: Literal["reply", "prompt"], template: str) -> None:
    """Check the tags of a template and of what it includes; includes that do not exist are passed over.

    Raises:
        TemplateError: a tag that is not used here, a role in a reply, a role in another, text outside the roles.
    """
    problems = Problems()
    with problems.collecting():
        check_tags(tree, template)
    walk = _Walk(parse, (template,), problems, outside=kind == "prompt")
    roles = list(_roles(tree, walk))
    if kind == "reply" and roles:
        name, line = roles[0]
        problem = "a role block belongs in a prompt, not in a reply; take it out"
        problems.add(TemplateError(problem, template=name, line=line, rule="role-in-reply"))
    if kind == "prompt" and not roles:
        problem = "the prompt has no role block; put its text into one, such as {% user %}…{% enduser %}"
        problems.add(TemplateError(problem, template=template, rule="text-outside-role"))
    problems.raise_first()


def check_tags(tree: nodes.Template, template: str) -> None:
    """Check the tags and filters of one template, without what it includes.

    Raises:
        TemplateError: a tag or filter that is not used here.
    """
    problems = Problems()
    for node in tree.find_all(tuple(_NOT_USED)):
        raw = isinstance(node, nodes.ScopedEvalContextModifier)
        rule = "raw-filter" if raw else "unused-tag"
        problems.add(TemplateError(_NOT_USED[type(node)], template=template, line=node.lineno, rule=rule))
    for include in tree.find_all(nodes.Include):
        if problem := _wrong_include(include):
            problems.add(TemplateError(problem, template=template, line=include.lineno, rule="missing-include"))
    for each in unknown_filters(tree):
        problems.add(_wrong_filter(each, template))
    problems.raise_first()


def unknown_filters(tree: nodes.Template) -> list[nodes.Filter]:
    """Return the filters of one template that templates do not have."""
    known = tree.environment.filters if tree.environment else {}
    return [node for node in tree.find_all(nodes.Filter) if node.name not in known]


def _wrong_filter(node: nodes.Filter, template: str) -> TemplateError:
    known = node.environment.filters if node.environment else {}
    if node.name in _RAW:
        problem = f"the filter '{node.name}' is not used here; delete it, what is printed is made harmless anyway"
        return TemplateError(problem, template=template, line=node.lineno, rule="raw-filter", word=node.name)
    close = get_close_matches(node.name, known, n=1)
    hint = f"did you mean '{close[0]}'? " if close else ""
    problem = f"there is no filter '{node.name}' here; {hint}Filters: {', '.join(sorted(known))}"
    return TemplateError(problem, template=template, line=node.lineno, rule="banned-filter", word=node.name)


def _wrong_include(include: nodes.Include) -> str:
    if not isinstance(include.template, nodes.Const) or not isinstance(include.template.value, str):
        return "'include' needs one name; write the name of one file in quotes"
    if not include.with_context:
        return "a part needs the inputs; leave 'without context' out"
    return ""


@dataclass(frozen=True, slots=True)
class _Walk:
    """Where a walk is: the chain of files, and whether text must not stand here."""

    parse: Parse
    chain: tuple[str, ...]
    problems: Problems
    outside: bool

    def inside(self) -> _Walk:
        return replace(self, outside=False)

    def part(self, name: str) -> tuple[nodes.Template, _Walk] | None:
        """Return an included template and the walk inside it; None if it cannot be, as `find_uses` says."""
        if name in self.chain:
            return None
        try:
            return self.parse(name), replace(self, chain=(*self.chain, name))
        except TemplateError:
            return None


def _roles(node: nodes.Node, walk: _Walk) -> Iterator[tuple[str, int]]:
    """Yield template and line of every role block that stands in no other."""
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.CallBlock) and role_of(child):
            yield walk.chain[-1], child.lineno
            for inner, line in _roles(child, walk.inside()):
                problem = "a role block is inside another; close the outer one first"
                walk.problems.add(TemplateError(problem, template=inner, line=line, rule="text-outside-role"))
        elif isinstance(child, nodes.Include) and isinstance(child.template, nodes.Const):
            if found := walk.part(str(child.template.value)):
                with walk.problems.collecting():
                    check_tags(found[0], found[1].chain[-1])
                yield from _roles(*found)
        elif walk.outside and isinstance(child, nodes.Output):
            _refuse_text(child, walk)
        else:
            kept_for_later = isinstance(child, (nodes.Macro, nodes.AssignBlock))
            yield from _roles(child, walk.inside() if kept_for_later else walk)


def _refuse_text(output: nodes.Output, walk: _Walk) -> None:
    for part in output.nodes:
        text = part.data if isinstance(part, nodes.TemplateData) else "{{ … }}"
        if words := text.split():
            line = part.lineno + text[: text.index(words[0])].count("\n")
            shown = " ".join(words)[:40]
            problem = f"'{shown}' is outside a role block; put it into one, such as {{% user %}}…{{% enduser %}}"
            error = TemplateError(problem, template=walk.chain[-1], line=line, rule="text-outside-role", word=words[0])
            walk.problems.add(error)
            return
