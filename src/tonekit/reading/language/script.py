"""Languages that are recognised by their script, and texts without letters."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

_MOST_LETTERS = 2000
"""Letters looked at; a script does not change its mind later."""

# First code point, last code point, language, and others that share the script. Blocks: Unicode Standard, Blocks.txt.
_SCRIPTS: tuple[tuple[int, int, str, tuple[str, ...]], ...] = (
    (0x0370, 0x03FF, "el", ()),
    (0x0400, 0x04FF, "ru", ("uk", "bg", "sr")),
    (0x0530, 0x058F, "hy", ()),
    (0x0590, 0x05FF, "he", ("yi",)),
    (0x0600, 0x06FF, "ar", ("fa", "ur")),
    (0x0900, 0x097F, "hi", ("mr", "ne")),
    (0x0980, 0x09FF, "bn", ()),
    (0x0B80, 0x0BFF, "ta", ()),
    (0x0E00, 0x0E7F, "th", ()),
    (0x10A0, 0x10FF, "ka", ()),
    (0x3040, 0x30FF, "ja", ()),
    (0x4E00, 0x9FFF, "zh", ("ja",)),
    (0xAC00, 0xD7AF, "ko", ()),
)
_KANA = "ja"
_LAST_LATIN = 0x36F
_FOREIGN = re.compile("[" + "".join(f"{chr(first)}-{chr(last)}" for first, last, _, _ in _SCRIPTS) + "]")


def language_of_script(text: str) -> tuple[str, tuple[str, ...], float] | None:
    """Return language, alternatives and share of letters, or None if most letters are Latin or there are none."""
    if text.isascii() or not _FOREIGN.search(text):
        return None
    letters = list(islice((ord(character) for character in text if character.isalpha()), _MOST_LETTERS))
    foreign = Counter(found for letter in letters if letter > _LAST_LATIN and (found := _script(letter)) is not None)
    if not foreign or 2 * foreign.total() < len(letters):
        return None
    # Japanese mixes kana with Han; Chinese has no kana.
    language = _KANA if foreign[_KANA] else foreign.most_common(1)[0][0]
    alternatives = next(others for _, _, code, others in _SCRIPTS if code == language)
    return language, () if foreign[_KANA] else alternatives, foreign.total() / len(letters)


def _script(letter: int) -> str | None:
    return next((code for first, last, code, _ in _SCRIPTS if first <= letter <= last), None)
