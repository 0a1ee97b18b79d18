"""A prompt as its role blocks, each compiled by itself.

What stands in the system role comes from style, brand and language alone, as a rule. Such a block is the same for every
message that is answered in the same style, so it can be written once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from jinja2 import nodes

from ..analysis import DIMENSIONS
from ..prompt import Role
from .contracts.inputs import ALWAYS
from .syntax.compiling import Compiled
from .syntax.roles import role_of
from .syntax.variables import Parse, find_uses

LABELLED = frozenset(f"reading.{dimension}" for dimension in DIMENSIONS)
"""Inputs that have a handful of values: the labels of what was read."""


@dataclass(frozen=True, slots=True)
class Block:
    """One role block.

    Attributes:
        role: its role.
        compiled: ready to render.
        labels: where its text depends on style, brand, language and these inputs alone, else None.
    """

    role: Role
    compiled: Compiled
    labels: tuple[str, ...] | None


def role_blocks(
    tree: nodes.Template, parse: Parse, compile_block: Callable[[nodes.Template], Compiled], *, name: str
) -> tuple[Block, ...]:
    """Return the blocks of a prompt that consists of nothing else, or none where it does more at its top level.

    Args:
        tree: a parsed and checked prompt; it is changed.
        parse: parses an included template by name.
        compile_block: compiles what stands in a block.
        name: the file of the prompt.
    """
    # Text beside the blocks has been refused: what an output holds is white space.
    blocks = [node for node in tree.body if not isinstance(node, nodes.Output)]
    made = []
    for block in blocks:
        role = role_of(block) if isinstance(block, nodes.CallBlock) else None
        if role is None:
            return ()
        inner = nodes.Template(cast(nodes.CallBlock, block).body, lineno=1)
        used = {use.path for use in find_uses(inner, parse, name=name)}
        labels = tuple(sorted(used & LABELLED)) if used <= LABELLED | set(ALWAYS) else None
        made.append(Block(cast(Role, role), compile_block(inner), labels))
    return tuple(made)
