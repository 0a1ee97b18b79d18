"""A pile is read once, in order, one mail at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

import pytest

from tonekit import ToneKit
from tonekit.audit.auditing import ReadMany, audit
from tonekit.audit.observation import Observation, observe
from tonekit.audit.tally import Tally
from tonekit.mails.mail import BrokenMail, Mail


def pile() -> Iterator[Mail | BrokenMail]:
    """Yield two mails and a broken one between them."""
    yield Mail("Third time I write, still nothing!", id="a")
    yield BrokenMail("line 2", "the text is empty")
    yield Mail("Thank you, all is well.", id="b")


@pytest.fixture
def read_many(toolkit: ToneKit) -> ReadMany:
    """Read mails one after the other."""

    def read(mails: Iterable[Mail]) -> Iterator[Observation]:
        return (observe(mail, toolkit.analyze(mail.text)) for mail in mails)

    return read


def test_mails_are_counted_in_order(read_many: ReadMany, tally: Tally) -> None:
    """Each mail is observed, broken ones are counted beside them."""
    seen = list(audit(pile(), read_many, tally))

    assert [each.mail.id for each in seen] == ["a", "b"]
    assert seen[0].labels["mood"] == "frustrated"
    assert (tally.overall.mails, tally.broken_mails) == (2, 1)


@pytest.mark.parametrize(("automatic", "read"), [(False, ["b"]), (True, ["a", "b"])])
def test_mail_of_programs_is_counted_apart(automatic: bool, read: list[str], read_many: ReadMany, tally: Tally) -> None:
    """What a program sent is counted by its kind and not read, unless that is wanted."""
    mails = [Mail("I am away.", id="a", automatic="reply"), Mail("Where is it?", id="b")]

    assert [each.mail.id for each in audit(mails, read_many, tally, automatic=automatic)] == read
    assert tally.automatic.total() == 2 - len(read)


def test_reading_ahead_is_allowed(read_many: ReadMany, tally: Tally) -> None:
    """A reader that takes all mails before it gives the first observation gets the same result."""
    seen = audit(pile(), lambda mails: list(read_many(list(mails))), tally)

    assert [each.mail.id for each in seen] == ["a", "b"]


def test_mails_are_not_gathered(read_many: ReadMany, tally: Tally) -> None:
    """An endless pile can be read: nothing waits for its end."""

    def endless() -> Iterator[Mail]:
        for number in count():
            yield Mail("Where is my parcel?", id=str(number))

    reading = audit(endless(), read_many, tally)
    for _ in range(5):
        next(reading)

    assert tally.overall.mails == 5
