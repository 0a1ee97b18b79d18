"""Who has written on a topic before, without storing who they are."""

from __future__ import annotations

from hashlib import blake2b

MOST_SENDERS = 300_000
"""Pairs of sender and topic that are remembered: about 30 MB. Beyond that a first mail of a sender is not told."""


class Senders:
    """Remembers which sender has written on which topic, as hashes.

    Attributes:
        full: whether there were more than `MOST_SENDERS` pairs, so that contacts that came again may be missing.
    """

    def __init__(self, *, most: int = MOST_SENDERS) -> None:
        self.full = False
        self._most = most
        self._seen: set[int] = set()

    def wrote_before(self, sender: str | None, topic: str) -> bool:
        """Return whether a sender has written on a topic before, and remember that they have now."""
        if sender is None:
            return False
        pair = f"{sender.casefold()}\0{topic}".encode("utf-8", "surrogatepass")
        key = int.from_bytes(blake2b(pair, digest_size=8).digest())
        if key in self._seen:
            return True
        if len(self._seen) < self._most:
            self._seen.add(key)
        else:
            self.full = True
        return False
