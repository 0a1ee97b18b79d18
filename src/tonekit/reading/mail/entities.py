"""Write the character references that are left in a text whose tags are gone: `k&ouml;nnen`, `it&#39;s`, `&nbsp;`."""

from __future__ import annotations

import re
from html import unescape

_REFERENCE = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,5}|#[xX][0-9a-fA-F]{2,5});")
_LETTERS = r"(?:[aouAOU](?:uml|ring|slash)|szlig|aelig|AElig|eacute|rsquo|lsquo|apos|#0?39|#x27)"
_OF_WORDS = re.compile(rf"(?<=[^\W\d_])&{_LETTERS};|&(?:nbsp|#160);")
"""Letters and apostrophes inside a word, and hard spaces: nobody types those. Who writes of HTML types `&amp;`."""


def without_entities(text: str) -> str:
    """Return `text` with the characters that its references stand for, where it is what is left of HTML.

    A text that only speaks of references (`&amp;`, `&lt;`) is returned as it is.
    """
    if "&" not in text or ";" not in text or not _OF_WORDS.search(text):
        return text
    return _REFERENCE.sub(lambda match: unescape(match[0]), text)
