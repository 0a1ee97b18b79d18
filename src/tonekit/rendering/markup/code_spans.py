"""Where Markdown shows code: what stands there is meant as it stands."""

from __future__ import annotations

import re

_CODE = re.compile(
    r"^[ \t]{0,3}(?P<fence>```|~~~)[^\n]*\n.*?(?:^[ \t]{0,3}(?P=fence)|\Z)"
    r"|(?<!`)(?P<ticks>`{1,3})(?!`)[^\n]+?(?<!`)(?P=ticks)(?!`)",
    re.DOTALL | re.MULTILINE,
)
_SIGN = re.compile(r"[^\n]")


def without_code(text: str) -> str:
    """Return Markdown with blanks for its code, so that the places of all else stay the same."""
    if "`" not in text and "~~~" not in text:
        return text
    return _CODE.sub(lambda match: _SIGN.sub(" ", match[0]), text)
