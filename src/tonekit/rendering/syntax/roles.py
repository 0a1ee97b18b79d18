"""Roles of a prompt: block tags of the author's text, and nothing else.

    {% system %} … {% endsystem %}   {% user %} … {% enduser %}   {% assistant %} … {% endassistant %}

A tag writes Unicode noncharacters around its block; every printed value has lost those (see `inert`), so that
no text can open or close a role.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import cast

from jinja2 import nodes
from jinja2.ext import Extension
from jinja2.parser import Parser
from markupsafe import Markup

from ...errors import TemplateError
from ...prompt import ChatMessage, Role
from ..budget import TooMuchWrittenError
from ..markup.inert import ROLE_CLOSE, ROLE_NAMED, ROLE_OPEN

ROLES = ("system", "user", "assistant")


class RoleTags(Extension):
    """The three block tags."""

    tags = set(ROLES)  # noqa: RUF012 - jinja2 declares it as an instance attribute

    def parse(self, parser: Parser) -> nodes.Node:
        """Turn a role block into a call that marks what its body writes."""
        token = next(parser.stream)
        body = parser.parse_statements((f"name:end{token.value}",), drop_needle=True)
        call = self.call_method("_marked", [nodes.Const(token.value)])
        return nodes.CallBlock(call, [], [], body).set_lineno(token.lineno)

    def _marked(self, role: str, caller: Callable[[], str]) -> Markup:
        before, after = role_marks(role)
        return Markup(f"{before}{caller()}{after}")  # noqa: S704 - author's text


def role_marks(role: str) -> tuple[str, str]:
    """Return what a role block writes before and after its text."""
    return f"{ROLE_OPEN}{role}{ROLE_NAMED}", ROLE_CLOSE


def role_of(node: nodes.CallBlock) -> str | None:
    """Return the role that a block of a parsed template opens, or None for other call blocks."""
    call = node.call
    if isinstance(call.node, nodes.ExtensionAttribute) and call.node.name == "_marked":
        return str(cast(nodes.Const, call.args[0]).value)
    return None


def split_roles(rendered: str, *, template: str) -> tuple[ChatMessage, ...]:
    """Return the messages of a rendered prompt, empty ones left out.

    Raises:
        TemplateError: text stands outside a role, or roles stand inside each other.
    """
    messages = []
    outside, *blocks = rendered.split(ROLE_OPEN)
    _refuse_text(outside, template)
    for block in blocks:
        role, _, text = block.partition(ROLE_NAMED)
        content, closed, outside = text.partition(ROLE_CLOSE)
        _refuse_text(outside if closed else block, template)
        messages.append(ChatMessage(role=cast(Role, role), content=content.strip()))
    return whole_prompt(messages, template=template, longest=len(rendered))


def whole_prompt(messages: Iterable[ChatMessage], *, template: str, longest: int) -> tuple[ChatMessage, ...]:
    """Return the messages that hold something.

    Raises:
        TemplateError: none does.
        TooMuchWrittenError: they have more than `longest` characters together.
    """
    whole = tuple([message for message in messages if message.content])
    if not whole:
        raise TemplateError("the prompt has no role block with text in it", template=template)
    if sum([len(message.content) for message in whole]) > longest:
        raise TooMuchWrittenError(longest=longest, template=template)
    return whole


def _refuse_text(outside: str, template: str) -> None:
    if outside.strip():
        found = outside.strip()[:40].replace(ROLE_NAMED, " ").replace(ROLE_CLOSE, "")
        raise TemplateError(f"'{found}' is outside a role block, or a role block in another", template=template)
