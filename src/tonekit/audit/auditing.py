"""Audit a pile: read every mail once, count, and keep no mail."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ..mails.mail import BrokenMail, Mail
from .observation import Observation
from .tally import Tally

ReadMany = Callable[[Iterable[Mail]], Iterable[Observation]]
"""Takes mails and gives what is observed in each, in order; it may read ahead, and in other processes."""


def audit(mails: Iterable[Mail | BrokenMail], read_many: ReadMany, tally: Tally) -> Iterator[Observation]:
    """Count the mails of a pile into `tally`, one at a time; yield each, for those who want a row per mail.

    Args:
        mails: the pile, such as a `MailPile`.
        read_many: how mails are read.
        tally: what they are counted into; complete when the iteration ends.
    """

    def sound() -> Iterator[Mail]:
        for each in mails:
            if isinstance(each, BrokenMail):
                tally.add_broken(each)
            else:
                yield each

    for seen in read_many(sound()):
        tally.add(seen)
        yield seen
