"""Audit a pile: read every mail once, count, and keep no mail."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator

from ..analysis import Analysis
from ..mails.mail import BrokenMail, Mail
from .observation import Observation, observe
from .tally import Tally

AnalyzeMany = Callable[[Iterable[str]], Iterable[Analysis]]
"""Takes texts and gives their analyses in order; it may read ahead."""


def audit(mails: Iterable[Mail | BrokenMail], analyze_many: AnalyzeMany, tally: Tally) -> Iterator[Observation]:
    """Count the mails of a pile into `tally`, one at a time; yield each, for those who want a row per mail.

    Args:
        mails: the pile, such as a `MailPile`.
        analyze_many: how texts are read.
        tally: what they are counted into; complete when the iteration ends.
    """
    under_way: deque[Mail] = deque()

    def texts() -> Iterator[str]:
        for each in mails:
            if isinstance(each, BrokenMail):
                tally.add_broken(each)
            else:
                under_way.append(each)
                yield each.text

    for analysis in analyze_many(texts()):
        seen = observe(under_way.popleft(), analysis)
        tally.add(seen)
        yield seen
