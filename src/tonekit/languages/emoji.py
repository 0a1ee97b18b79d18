"""The emoji table: what an emoji or emoticon stands for, the same in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..errors import DataFileError
from .cue_list import cue_list

EMOJI_TABLE = Path(__file__).with_name("emoji.tsv")
_PLAIN = "emoji.plain"
_FIELDS = 4
_PICTURE = re.compile("[\u2600-\u27bf\u2b05-\u2b55\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff]")
_FIRST_PICTURE = "\u2600"


@dataclass(frozen=True, slots=True)
class Emoji:
    """One line of the table: cue id, valence −4 to 4, English name."""

    cue: str
    valence: float
    name: str


class EmojiTable:
    """Finds emoji and emoticons in a text from which variation selectors and skin tones are gone.

    Args:
        entries: emoji or emoticon → what it stands for.
    """

    def __init__(self, entries: dict[str, Emoji]) -> None:
        self._entries = entries
        by_beginning: dict[str, list[str]] = {}
        for sign in sorted(entries, key=len, reverse=True):
            by_beginning.setdefault(sign[:2], []).append(sign)
        self._by_beginning = {beginning: tuple(signs) for beginning, signs in by_beginning.items()}
        firsts = {sign[0] for sign in entries}
        signs = "".join(re.escape(first) for first in sorted(firsts) if first < _FIRST_PICTURE and not first.isalnum())
        # Most signs of most texts begin no emoji. What may begin one is looked for first, by a set of signs that is
        # quick to ask: one with all pictures in it takes twenty times as long.
        self._beginning = re.compile(f"[{signs}{_FIRST_PICTURE}-\U0010ffff]")
        self._lettered = tuple(sign for sign in entries if sign[0].isalnum())

    def __len__(self) -> int:
        return len(self._entries)

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield start, end and cue id of every emoji, in order."""
        starts = [match.start() for match in self._beginning.finditer(text)]
        for sign in self._lettered:
            if sign in text:
                starts += [match.start() for match in re.finditer(re.escape(sign), text)]
        free = 0
        for start in sorted(starts):
            if start >= free and (sign := self._sign_at(text, start)):
                free = start + len(sign)
                entry = self._entries.get(sign)
                yield start, free, entry.cue if entry else _PLAIN

    def _sign_at(self, text: str, start: int) -> str:
        """Return the emoji that begins at `start`, "" for none."""
        for sign in (*self._by_beginning.get(text[start : start + 2], ()), *self._by_beginning.get(text[start], ())):
            if text.startswith(sign, start) and (not sign.isascii() or _stands_free(text, sign, start)):
                return sign
        return text[start] if _PICTURE.match(text, start) else ""

    def valence(self, sign: str) -> float:
        """Return the valence of an emoji, 0 where it has none."""
        entry = self._entries.get(sign)
        return entry.valence if entry else 0.0


def _stands_free(text: str, sign: str, start: int) -> bool:
    """Return whether an emoticon is one: ":/" in "http://" and ":D" in "C:Data" are none, "thanks:)" is one."""
    before, after = text[start - 1 : start], text[start + len(sign) : start + len(sign) + 1]
    # "**Price:** 12": what follows belongs to Markdown.
    if after in ("/", "_", "*") or after.isalnum():
        return False
    if sign[0].isalnum():
        return before not in ("/", ":", "_") and not before.isalnum()
    return before not in ("/", ":")


def load_emoji() -> EmojiTable:
    """Return the emoji table.

    Raises:
        DataFileError: a line that is not emoji, cue id, valence and name, or a cue id that is none for emoji.
    """
    known = {cue_id for cue_id, cue in cue_list().items() if cue.origin == "emoji"}
    entries: dict[str, Emoji] = {}
    for number, line in enumerate(EMOJI_TABLE.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("# "):
            continue
        fields = line.split("\t")
        if len(fields) != _FIELDS:
            raise DataFileError(
                "needs emoji, cue id, valence and name, with tabs between", path=EMOJI_TABLE, line=number
            )
        sign, cue, valence, name = (field.strip() for field in fields)
        if cue not in known:
            raise DataFileError(
                f"'{cue}' is not a cue id for emoji: {', '.join(sorted(known))}", path=EMOJI_TABLE, line=number
            )
        if sign in entries:
            raise DataFileError(f"'{sign}' has a line already", path=EMOJI_TABLE, line=number)
        entries[sign] = Emoji(cue, float(valence), name)
    return EmojiTable(entries)
