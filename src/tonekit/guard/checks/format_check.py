"""Is the draft written for a program: JSON around it, a call of a tool, a model's thinking, escaped line breaks?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .draft import Draft
from .rules import Breach, Rule, by_id

RULES = by_id(
    Rule(
        "machine-format",
        "error",
        "This is written for a program, not for a reader.",
        "Write the reply alone, as text: no JSON, no calls of tools, no thinking, no escaped line breaks.",
    )
)
TAGS = frozenset(
    "think thinking reasoning scratchpad analysis tool_call tool_calls tool_code tool_use tool_result function_call "
    "function_calls invoke".split()
)
"""Names of tags in which models think and call tools."""
_TAG = re.compile(rf"</?(?:{'|'.join(sorted(TAGS))})(?:\s[^<>\n]{{0,80}})?>", re.IGNORECASE)
_OPENS = re.compile(r"\s*(?:```\w{0,12}\s*)?(?:\{\s*\"[\w .-]{1,60}\"\s*:|\[\s*(?:\{\s*\"|\"))")
_CLOSES = re.compile(r"[\]}]\s*(?:```\s*)?\Z")
_LAST = 40
"""Characters at the end in which a bracket closes."""
_BREAKS = re.compile(r"(?:\\r)?\\n(?:\\r)?\\n")
"""Two line breaks as programs write them: one may be a part of a path."""


def check_format(draft: Draft) -> Iterator[Breach]:
    """Yield what only programs read."""
    text = draft.text
    if _OPENS.match(text) and _CLOSES.search(text, max(0, len(text) - _LAST)):
        yield Breach("machine-format")
        return
    if "<" in text:
        yield from (Breach("machine-format", match.span()) for match in _TAG.finditer(text))
    if "\\n" in text:
        yield from (Breach("machine-format", match.span()) for match in _BREAKS.finditer(text))
