"""A compiled body of a template."""

from __future__ import annotations

from dataclasses import dataclass

from .prompt_blocks import Block
from .syntax.compiling import Compiled


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Body:
    """A compiled body.

    Attributes:
        name: its file, relative to the template folders.
        language, variant: which body it is.
        compiled: ready to render.
        made_of: hash over body, contract, parts, and the phrases of the slots named.
        uses: paths of the inputs that it uses.
        blocks: of a prompt, its role blocks where it consists of nothing else.
    """

    name: str
    language: str
    variant: str
    compiled: Compiled
    made_of: str
    uses: frozenset[str]
    blocks: tuple[Block, ...] = ()
