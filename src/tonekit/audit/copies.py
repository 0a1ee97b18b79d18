"""Find duplicate mails in a pile: one mail exported twice is not a repeated contact."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b

from ..mails.mail import Mail

MOST_COPIES = 300_000
"""Names of mails that are remembered, one or two for each: about 30 MB. Of later mails no copy is told."""


class Copies:
    """Remembers mails, as hashes.

    Attributes:
        full: whether there were more than can be remembered, so that copies may be missing.
    """

    def __init__(self, *, most: int = MOST_COPIES) -> None:
        self.full = False
        self._most = most
        self._seen: set[int] = set()

    def seen(self, mail: Mail) -> bool:
        """Return whether a mail of the same text and day has the same id or sender, and remember this one."""
        names = set(_names(mail))
        if not names.isdisjoint(self._seen):
            return True
        if len(self._seen) < self._most:
            self._seen |= names
        else:
            self.full = True
        return False


def _names(mail: Mail) -> Iterator[int]:
    # Two people may well write the same few words, so that the text alone tells no copy.
    for kind, name in (("id", mail.id), ("sender", mail.sender)):
        if name:
            whole = "\0".join((kind, name.casefold(), str(mail.sent), mail.text)).encode("utf-8", "surrogatepass")
            yield int.from_bytes(blake2b(whole, digest_size=8).digest())
