"""Which elements of an HTML mail hide their content."""

from __future__ import annotations

import re
from collections.abc import Mapping

_NOTHING = r"\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:!important\s*)?(?:;|$)"
_HIDING_STYLE = re.compile(
    rf"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|(?:max-height|(?<![\w-])opacity){_NOTHING}",
    re.IGNORECASE,
)
"""Newsletters hide their first line so, and attackers their orders to a model."""
_NO_SIZE = re.compile(rf"font-size{_NOTHING}", re.IGNORECASE)
_WORDS_ALONE = frozenset("span font small sub sup b i u".split())
"""Elements of words: text of no size in them is hidden. In blocks it closes gaps between images, and what stands inside
has a size of its own."""


def is_hidden(attributes: Mapping[str, str], tag: str = "") -> bool:
    """Return whether the text inside a tag is shown to nobody."""
    style = attributes.get("style", "")
    if "hidden" in attributes or _HIDING_STYLE.search(style):
        return True
    return tag in _WORDS_ALONE and _NO_SIZE.search(style) is not None
