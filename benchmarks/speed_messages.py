"""The messages that speed is measured on: real ones beside the checkout, else our own, and long ones made of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from random import Random

from labelled_sets import ROOT

from tonekit import ToneKit
from tonekit.analysis import Analysis

LANGUAGES = ("en", "de", "sv", "nb", "da")
WORDS = (5, 60, 600, 6000)
MEGABYTE = 1_000_000
HUNDRED_KB = 100_000
SHORTEST, LONGEST = 50, 75
"""Words of a message that counts as one of 60 words."""
_SEED = 5


class SpeedMessages:
    """Messages of one language in the lengths that are asked for.

    Args:
        texts: messages of ordinary length.
        unquoted: those of them that quote no other mail: behind a quotation's header nothing of a longer one is read.
    """

    def __init__(self, texts: list[str], unquoted: list[str]) -> None:
        self._texts = texts
        self._unquoted = unquoted
        self._chance = Random(_SEED)  # noqa: S311 - the same in every run

    def of_words(self, words: int, count: int) -> list[str]:
        """Return `count` messages of about so many words: as they are where there are such, else put together."""
        fitting = [text for text in self._texts if SHORTEST <= len(text.split()) <= LONGEST]
        if words == WORDS[1] and len(fitting) >= count:
            return fitting[:count]
        return [self._joined(words) for _ in range(count)]

    def of_bytes(self, size: int) -> str:
        """Return one message of so many bytes in UTF-8, give or take a character."""
        parts: list[str] = []
        length = 0
        while length < size:
            parts.append(self._chance.choice(self._unquoted))
            length += len(parts[-1].encode()) + 2
        return "\n\n".join(parts).encode()[:size].decode(errors="ignore")

    def _joined(self, words: int) -> str:
        parts: list[str] = []
        left = words
        while left > 0:
            text = self._chance.choice(self._unquoted)
            parts.append(text if len(text.split()) <= left else " ".join(text.split()[:left]))
            left -= len(text.split())
        return "\n\n".join(parts)


def speed_messages(data: Path) -> tuple[str, Mapping[str, SpeedMessages]]:
    """Return where the messages come from, and language → messages."""
    gold = data / "gold"
    own = ROOT / "benchmarks" / "messages"
    folder, name = (gold, "the gold messages") if gold.is_dir() else (own, "benchmarks/messages")
    toolkit = ToneKit()
    messages = {code: _texts(folder / f"{code}.jsonl") for code in LANGUAGES}
    return name, {
        code: SpeedMessages(texts, [text for text in texts if not _quotes(toolkit.analyze(text))])
        for code, texts in messages.items()
    }


def _quotes(analysis: Analysis) -> bool:
    return any(zone.kind in ("quote", "footer") for zone in analysis.zones)


def _texts(path: Path) -> list[str]:
    with path.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines if line.strip()]
    return [text for text in texts if text.strip()]
