"""What a template may consist of: no inheritance, includes by name, text of a prompt inside role blocks alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from jinja2 import nodes

from ..errors import TemplateError
from .roles import role_of
from .variables import Parse

_NOT_USED = {
    nodes.Extends: "'extends' is not used here; include a part instead",
    nodes.Block: "'block' is not used here; include a part instead",
    nodes.Import: "'import' is not used here; include a part instead",
    nodes.FromImport: "'import' is not used here; include a part instead",
}


def check_structure(tree: nodes.Template, parse: Parse, *, kind: Literal["reply", "prompt"], template: str) -> None:
    """Check the tags of a template and of what it includes.

    Raises:
        TemplateError: a tag that is not used here, a role in a reply, a role in another, text outside the roles.
    """
    check_tags(tree, template)
    roles = list(_roles(tree, parse, template, outside=kind == "prompt"))
    if kind == "reply" and roles:
        name, line = roles[0]
        raise TemplateError("a role block belongs into a prompt, not into a reply", template=name, line=line)
    if kind == "prompt" and not roles:
        raise TemplateError("the prompt has no role block, such as {% user %}…{% enduser %}", template=template)


def check_tags(tree: nodes.Template, template: str) -> None:
    """Check the tags of one template, without what it includes.

    Raises:
        TemplateError: a tag that is not used here.
    """
    for node in tree.find_all(tuple(_NOT_USED)):
        raise TemplateError(_NOT_USED[type(node)], template=template, line=node.lineno)
    for include in tree.find_all(nodes.Include):
        if not isinstance(include.template, nodes.Const) or not isinstance(include.template.value, str):
            problem = "'include' needs the name of one file in quotes"
            raise TemplateError(problem, template=template, line=include.lineno)
        if not include.with_context:
            problem = "leave 'without context' out; a part needs the inputs"
            raise TemplateError(problem, template=template, line=include.lineno)


def _roles(node: nodes.Node, parse: Parse, template: str, *, outside: bool) -> Iterator[tuple[str, int]]:
    """Yield template and line of every role block; `outside` tells that text must not stand here."""
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.CallBlock) and role_of(child):
            yield template, child.lineno
            for inner, line in _roles(child, parse, template, outside=False):
                raise TemplateError("a role block stands in another", template=inner, line=line)
        elif isinstance(child, nodes.Include) and isinstance(child.template, nodes.Const):
            part = str(child.template.value)
            tree = parse(part)
            check_tags(tree, part)
            yield from _roles(tree, parse, part, outside=outside)
        elif outside and isinstance(child, nodes.Output):
            _refuse_text(child, template)
        else:
            kept_for_later = isinstance(child, (nodes.Macro, nodes.AssignBlock))
            yield from _roles(child, parse, template, outside=outside and not kept_for_later)


def _refuse_text(output: nodes.Output, template: str) -> None:
    for part in output.nodes:
        text = part.data if isinstance(part, nodes.TemplateData) else "{{ … }}"
        if words := text.split():
            line = part.lineno + text[: text.index(words[0])].count("\n")
            problem = f"'{' '.join(words)[:40]}' stands outside a role block, such as {{% user %}}…{{% enduser %}}"
            raise TemplateError(problem, template=template, line=line)
