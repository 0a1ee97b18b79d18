"""Write the character references that are left in a text whose tags are gone: `k&ouml;nnen`, `it&#39;s`, `&nbsp;`."""

from __future__ import annotations

import re
from html import unescape

_REFERENCE = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,5}|#[xX][0-9a-fA-F]{2,5});")
_LETTERS = r"(?:[aouAOU](?:uml|ring|slash)|szlig|aelig|AElig|eacute|rsquo|lsquo|apos|#0?39|#x27)"
_OF_WORDS = re.compile(rf"(?<=[^\W\d_])&{_LETTERS};|&(?:nbsp|#160);")
"""Letters and apostrophes inside a word, and hard spaces: nobody types those. Who writes of HTML types `&amp;`."""

_FEWEST = 2
"""One alone is what somebody complains of: "it prints O&#39;Shea on my card"."""


def without_entities(text: str) -> str:
    """Return `text` with the characters that its references stand for, where it is what is left of HTML.

    A text that only speaks of them, of `&amp;` and `&lt;` or of a single one, is returned as it is.
    """
    if text.count("&") < _FEWEST or len(_OF_WORDS.findall(text)) < _FEWEST:
        return text
    return _REFERENCE.sub(lambda match: unescape(match[0]), text)
