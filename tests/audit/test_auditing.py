"""A pile is read once, in order, one mail at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tonekit import Analysis, ToneKit
from tonekit.audit.auditing import audit
from tonekit.audit.tally import Tally
from tonekit.mails.mail import BrokenMail, Mail


def pile() -> Iterator[Mail | BrokenMail]:
    """Yield two mails and a broken one between them."""
    yield Mail("Third time I write, still nothing!", id="a")
    yield BrokenMail("line 2", "the text is empty")
    yield Mail("Thank you, all is well.", id="b")


def test_mails_are_counted_in_order(toolkit: ToneKit, tally: Tally) -> None:
    """Each mail is met with its own analysis, broken ones are counted beside them."""
    seen = list(audit(pile(), lambda texts: map(toolkit.analyze, texts), tally))

    assert [each.mail.id for each in seen] == ["a", "b"]
    assert seen[0].labels["mood"] == "frustrated"
    assert (tally.overall.mails, tally.broken_mails) == (2, 1)


def test_reading_ahead_keeps_the_order(toolkit: ToneKit, tally: Tally) -> None:
    """A reader that takes many texts before it gives the first analysis gets the same result."""

    def ahead(texts: Iterable[str]) -> list[Analysis]:
        return [toolkit.analyze(text) for text in list(texts)]

    assert [each.mail.id for each in audit(pile(), ahead, tally)] == ["a", "b"]


def test_mails_are_not_gathered(toolkit: ToneKit, tally: Tally) -> None:
    """An endless pile can be read: nothing waits for its end."""

    def endless() -> Iterator[Mail]:
        while True:
            yield Mail("Where is my parcel?", id="x")

    reading = audit(endless(), lambda texts: map(toolkit.analyze, texts), tally)
    for _ in range(5):
        next(reading)

    assert tally.overall.mails == 5
