"""Remember mails and senders without keeping them: duplicates in a pile, and who has written on a topic before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b

from ..mails.mail import Mail

MOST_REMEMBERED = 300_000
"""Hashes that are kept: about 30 MB. What comes later is not recognised when it comes again."""


class Remembered:
    """A bounded set of texts, kept as hashes.

    Attributes:
        full: whether there were more than can be remembered, so that some that came again may be missing.
    """

    def __init__(self, *, most: int = MOST_REMEMBERED) -> None:
        self.full = False
        self._most = most
        self._hashes: set[int] = set()

    def _again(self, texts: Iterable[str]) -> bool:
        """Return whether any of the texts was given before; if not, remember them."""
        hashes = set(map(_hash, texts))
        if not hashes.isdisjoint(self._hashes):
            return True
        if len(self._hashes) < self._most:
            self._hashes |= hashes
        else:
            self.full = True
        return False


class Copies(Remembered):
    """Recognises duplicates: one mail exported twice is not a repeated contact."""

    def seen(self, mail: Mail) -> bool:
        """Return whether a mail of the same text and day has the same id or sender, and remember this one."""
        return self._again(_names(mail))


class Senders(Remembered):
    """Recognises senders who write on a topic again."""

    def wrote_before(self, sender: str | None, topic: str) -> bool:
        """Return whether a sender has written on a topic before, and remember that they have now."""
        return sender is not None and self._again([f"{sender.casefold()}\0{topic}"])


def _names(mail: Mail) -> Iterator[str]:
    # Two people may well write the same few words, so that the text alone does not make a copy.
    for kind, name in (("id", mail.id), ("sender", mail.sender)):
        if name:
            yield "\0".join((kind, name.casefold(), str(mail.sent), mail.text))


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest())
