"""Conditions around what an imported template prints: other tools print nothing for a missing input, ours refuse."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

_TAG = re.compile(r"\{%-?\s*+(?P<tag>\w++)(?P<rest>[^%]*+)%\}|\{\{-?\s*(?P<printed>[a-z_]+(?:\.[a-z_]+)?)\b[^{}]*\}\}")
_DEFAULT = re.compile(r"\|\s*d(?:efault)?\b")
_LOOP = re.compile(r"\w+\s+in\s+(?P<over>[a-z_]+(?:\.[a-z_]+)?)")


@dataclass(slots=True)
class _OpenBlocks:
    """The blocks that are open at a place in a template.

    Attributes:
        present: for each block the input that its condition asks for, or nothing.
        endings: for each block what has to follow its end tag.
    """

    present: list[str] = field(default_factory=list)
    endings: list[str] = field(default_factory=list)

    def open(self, present: str, *, ending: str = "") -> None:
        self.present.append(present)
        self.endings.append(ending)

    def close(self) -> str:
        if not self.present:
            return ""
        self.present.pop()
        return self.endings.pop()


def guard_optional(text: str, optional: Collection[str]) -> str:
    """Return a template in which an optional input is printed or looped over only where it is given."""
    blocks = _OpenBlocks()

    def guard(match: re.Match[str]) -> str:
        if match["tag"] is None:
            return _guard_print(match, optional, blocks)
        return _guard_statement(match, optional, blocks)

    return _TAG.sub(guard, text)


def _guard_print(match: re.Match[str], optional: Collection[str], blocks: _OpenBlocks) -> str:
    printed = match["printed"]
    # A filter `default` prints something even where the input is missing.
    if printed not in optional or printed in blocks.present or _DEFAULT.search(match[0]):
        return match[0]
    return f"{{% if {printed} %}}{match[0]}{{% endif %}}"


def _guard_statement(match: re.Match[str], optional: Collection[str], blocks: _OpenBlocks) -> str:
    tag, rest = match["tag"], match["rest"].removesuffix("-").strip()
    if tag == "for":
        return _guard_loop(match[0], rest, optional, blocks)
    if tag == "if":
        blocks.open(rest)
    elif tag in ("else", "elif") and blocks.present:
        blocks.present[-1] = rest
    elif tag in ("endif", "endfor"):
        return match[0] + blocks.close()
    return match[0]


def _guard_loop(tag: str, head: str, optional: Collection[str], blocks: _OpenBlocks) -> str:
    loop = _LOOP.match(head)
    over = loop["over"] if loop else ""
    if over not in optional or over in blocks.present:
        blocks.open("")
        return tag
    blocks.open("", ending="{% endif %}")
    return f"{{% if {over} %}}{tag}"
