"""Guards around what an imported template prints and may lack: other tools print nothing there, ours refuses to."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

_TAG = re.compile(r"\{%-?\s*+(?P<tag>\w++)(?P<rest>[^%]*+)%\}|\{\{-?\s*(?P<printed>[a-z_]+(?:\.[a-z_]+)?)\b[^{}]*\}\}")
_DEFAULT = re.compile(r"\|\s*d(?:efault)?\b")
_LOOP = re.compile(r"\w+\s+in\s+(?P<over>[a-z_]+(?:\.[a-z_]+)?)")


@dataclass(slots=True)
class _Blocks:
    """The blocks that are open at a place.

    Attributes:
        sure: for each open block the input that it asks for, or nothing.
        closing: for each open block what has to be written behind its end.
    """

    sure: list[str] = field(default_factory=list)
    closing: list[str] = field(default_factory=list)

    def open(self, name: str, behind: str = "") -> None:
        self.sure.append(name)
        self.closing.append(behind)

    def close(self) -> str:
        if not self.sure:
            return ""
        self.sure.pop()
        return self.closing.pop()


def guarded(text: str, optional: Collection[str]) -> str:
    """Return a text of a template in which whatever prints or loops over an optional input asks for it first."""
    blocks = _Blocks()
    return _TAG.sub(lambda match: _guarded(match, optional, blocks), text)


def _guarded(match: re.Match[str], optional: Collection[str], blocks: _Blocks) -> str:
    whole, tag, printed = match[0], match["tag"], match["printed"]
    rest = (match["rest"] or "").removesuffix("-").strip()
    if tag is None:
        # What names a default of its own has something to print.
        missing = printed in optional and printed not in blocks.sure and not _DEFAULT.search(whole)
        return f"{{% if {printed} %}}{whole}{{% endif %}}" if missing else whole
    if tag == "if":
        blocks.open(rest)
    elif tag in ("else", "elif") and blocks.sure:
        blocks.sure[-1] = rest
    elif tag == "for":
        loop = _LOOP.match(rest)
        over = loop["over"] if loop else ""
        missing = over in optional and over not in blocks.sure
        blocks.open("", "{% endif %}" if missing else "")
        return f"{{% if {over} %}}{whole}" if missing else whole
    elif tag in ("endif", "endfor"):
        return whole + blocks.close()
    return whole
