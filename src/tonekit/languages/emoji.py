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
_PICTURES = "\u2600-\u27bf\u2b05-\u2b55\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff"


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
        faces = sorted((sign for sign in entries if sign.isascii()), key=len, reverse=True)
        pictures = sorted((sign for sign in entries if not sign.isascii()), key=len, reverse=True)
        # An emoticon stands free: ":/" inside "http://" or ":D" inside "C:Data" is none, "thanks:)" is one.
        lettered = "|".join(re.escape(face) for face in faces if face[0].isalnum())
        signed = "|".join(re.escape(face) for face in faces if not face[0].isalnum())
        drawn = "|".join(map(re.escape, pictures))
        choices = [
            *([rf"(?<![\w/:])(?:{lettered})(?![\w/])"] if lettered else []),
            *([rf"(?<![/:])(?:{signed})(?![\w/])"] if signed else []),
            *([drawn] if drawn else []),
            f"[{_PICTURES}]",
        ]
        self._pattern = re.compile("|".join(choices))

    def __len__(self) -> int:
        return len(self._entries)

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield start, end and cue id of every emoji, in order."""
        for match in self._pattern.finditer(text):
            entry = self._entries.get(match[0])
            yield match.start(), match.end(), entry.cue if entry else _PLAIN

    def valence(self, sign: str) -> float:
        """Return the valence of an emoji, 0 where it has none."""
        entry = self._entries.get(sign)
        return entry.valence if entry else 0.0


def load_emoji(path: Path = EMOJI_TABLE) -> EmojiTable:
    """Return the emoji table.

    Raises:
        DataFileError: a line that is not emoji, cue id, valence and name, or a cue id that is none for emoji.
    """
    known = {cue_id for cue_id, cue in cue_list().items() if cue.origin == "emoji"}
    entries: dict[str, Emoji] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("# "):
            continue
        fields = line.split("\t")
        if len(fields) != _FIELDS:
            raise DataFileError("needs emoji, cue id, valence and name, with tabs between", path=path, line=number)
        sign, cue, valence, name = (field.strip() for field in fields)
        if cue not in known:
            raise DataFileError(
                f"'{cue}' is not a cue id for emoji: {', '.join(sorted(known))}", path=path, line=number
            )
        if sign in entries:
            raise DataFileError(f"'{sign}' has a line already", path=path, line=number)
        entries[sign] = Emoji(cue, float(valence), name)
    return EmojiTable(entries)
