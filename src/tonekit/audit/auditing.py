"""Audit a pile: read every mail once, count, and keep no mail."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ..mails.mail import BrokenMail, Mail
from .observation import Observation
from .tally import Tally

ReadMany = Callable[[Iterable[Mail]], Iterable[Observation]]
"""Takes mails and gives what is observed in each, in order; it may read ahead, and in other processes."""


def audit(
    mails: Iterable[Mail | BrokenMail], read_many: ReadMany, tally: Tally, *, automatic: bool = False
) -> Iterator[Observation]:
    """Count the mails of a pile into `tally`, one at a time; yield each, for those who want a row per mail.

    Args:
        mails: the pile, such as a `MailPile`.
        read_many: how mails are read.
        tally: what they are counted into; complete when the iteration ends.
        automatic: whether mail of programs is read as well; else it is only counted.
    """

    def wanted() -> Iterator[Mail]:
        for each in mails:
            if isinstance(each, BrokenMail):
                tally.add_broken(each)
            elif each.automatic and not automatic:
                tally.automatic[each.automatic] += 1
            elif tally.known.seen(each):
                tally.add_copy(each)
            else:
                yield each

    for seen in read_many(wanted()):
        tally.add(seen)
        yield seen
