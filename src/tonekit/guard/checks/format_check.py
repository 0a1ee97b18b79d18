"""Is the draft written for a program: JSON around it, a call of a tool, a model's thinking, escaped line breaks?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from json import JSONDecoder

from ...rendering.markup.code_spans import without_code
from ..draft import Draft
from .rules import Breach

TAGS = frozenset(
    "think thinking reasoning scratchpad analysis tool_call tool_calls tool_code tool_use tool_result function_call "
    "function_calls invoke".split()
)
"""Names of tags in which models think and call tools."""
_TAG = re.compile(rf"</?(?:{'|'.join(sorted(TAGS))})(?:\s[^<>\n]{{0,80}})?>", re.IGNORECASE)
_OPENS = re.compile(r"\s*(?:```\w{0,12}\s*)?(?P<data>\{\s*\"[\w .-]{1,60}\"\s*:|\[\s*(?:\{\s*\"|\"))")
_READER = JSONDecoder(strict=False)
"""Models leave line breaks in texts as they are."""
_CLOSES = re.compile(r"[\]}]\s*(?:```\s*)?\Z")
_LAST = 40
"""Characters at the end in which a bracket closes."""
_BREAKS = re.compile(r"(?:\\r)?\\n(?:\\r)?\\n")
"""Two line breaks as programs write them: one may be a part of a path."""


def check_format(draft: Draft) -> Iterator[Breach]:
    """Yield what only programs read; what stands in code beside other words is shown to the reader on purpose."""
    text = draft.text
    opening = _OPENS.match(text) if _CLOSES.search(text, max(0, len(text) - _LAST)) else None
    if opening and _is_all(text, opening.start("data")):
        yield Breach("machine-format")
        return
    plain = without_code(text)
    plain = plain if plain.strip() else text
    if "<" in plain:
        yield from (Breach("machine-format", match.span()) for match in _TAG.finditer(plain))
    if "\\n" in plain:
        yield from (Breach("machine-format", match.span()) for match in _BREAKS.finditer(plain))


def _is_all(text: str, start: int) -> bool:
    """Return whether the data that open a text are all of it; those with a mistake are taken for it."""
    try:
        _, end = _READER.raw_decode(text, start)
    except (ValueError, RecursionError):
        return True
    rest = text[end:].strip(" \r\n`,")
    return not rest or _OPENS.match(rest) is not None
