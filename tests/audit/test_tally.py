"""A tally counts mails and keeps none of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tonekit.audit.observation import Observation
from tonekit.audit.seen_before import Senders
from tonekit.audit.tally import AXES, MOST_TYPES, OTHER_TYPES, Tally
from tonekit.mails.mail import BrokenMail

Look = Callable[..., Observation]


def test_groups_add_up(full_tally: Tally) -> None:
    """Every way to divide the mails gives all of them."""
    whole = full_tally.overall.mails

    assert whole == 60
    assert sum(each.mails for each in full_tally.topics.values()) == whole
    assert sum(each.mails for each in full_tally.by("mood", "request").values()) == whole
    assert sum(day["mails"] for day in full_tally.days.values()) == whole
    assert sum(full_tally.furniture_bins.values()) == whole


@pytest.mark.parametrize("axes", [("mood",), ("mood", "request"), AXES])
def test_projections_keep_the_figures(axes: tuple[str, ...], full_tally: Tally) -> None:
    """However few axes are looked at, time, follow-ups and repeated contacts stay the same."""
    groups = full_tally.by(*axes).values()
    whole = full_tally.overall

    assert sum(each.minutes for each in groups) == pytest.approx(whole.minutes)
    assert sum(each.follow_ups for each in groups) == whole.follow_ups
    assert sum(each.repeated for each in groups) == whole.repeated
    assert sum(each.frustrated for each in groups) == whole.frustrated


def test_same_sender_on_the_same_topic_is_repeated(look: Look, tally: Tally) -> None:
    """Who writes on a topic again has come back, even without saying so; on another topic they have not."""
    for topic in ("a", "b", "a", "a"):
        tally.add(look(topic=topic, mail={"sender": "Kim@firma.example", "sent": date(2026, 1, 1)}))
    tally.add(look(topic="a", mail={"sender": "other"}))
    tally.add(look(topic="a"))

    assert (tally.overall.repeated, tally.overall.again) == (2, 2)
    assert tally.topics["a"].repeated == 2
    # Later mails have more mails before them, so a trend counts only what senders say.
    assert tally.days[date(2026, 1, 1)]["repeated"] == 0


def test_senders_are_bounded() -> None:
    """Beyond the bound no sender is remembered anew, and that is told."""
    senders = Senders(most=1)

    assert [senders.wrote_before(name, "a") for name in ("x", "y", "x", "y", None)] == [
        False,
        False,
        True,
        False,
        False,
    ]
    assert senders.full


def test_types_of_customers_are_bounded(look: Look, tally: Tally) -> None:
    """A column that is different in each row does not fill the memory, and the spelling of case does not count."""
    for number in range(MOST_TYPES + 5):
        tally.add(look(mail={"customer_type": f"type {number}"}))
    tally.add(look(mail={"customer_type": "TYPE  0"}))
    types = tally.by("customer_type")

    assert len(types) == MOST_TYPES + 1
    assert types[OTHER_TYPES,].mails == 5
    assert types["type 0",].mails == 2


def test_mails_without_a_type_are_left_out(look: Look, tally: Tally) -> None:
    """Where the helpdesk knows no type, there is no group of unknowns."""
    tally.add(look())

    assert tally.by("customer_type") == {}
    assert tally.by("mood")["neutral",].mails == 1


def test_furniture(look: Look, tally: Tally) -> None:
    """Furniture is signature, footer and quote; a mail of nothing else is in the last bin."""
    tally.add(look(zones={"body": 50, "quote": 30, "footer": 20}))
    tally.add(look(zones={"quote": 100}))
    tally.add(look(zones={}))

    assert tally.furniture_share == pytest.approx(0.75)
    assert tally.furniture_bins == {5: 1, 10: 1}


def test_broken_mails_are_counted_with_places(tally: Tally) -> None:
    """Each kind of damage is counted, with the first places where it is."""
    for number in range(5):
        tally.add_broken(BrokenMail(f"line {number}", "the text is empty"))

    assert tally.broken == {"the text is empty": (5, ("line 0", "line 1", "line 2"))}
    assert tally.broken_mails == 5


def test_unsure_and_unreadable(look: Look, tally: Tally) -> None:
    """What tonekit is unsure of and which cells could not be read is counted."""
    tally.add(look(unsure=frozenset({"role"}), mail={"unreadable": ("date",)}))
    tally.add(look())

    assert tally.unsure == {"role": 1}
    assert tally.unreadable == {"date": 1}
    assert tally.confidence["mood"] == pytest.approx(1.6)


def test_figures_without_mails(tally: Tally) -> None:
    """An empty pile divides by nothing."""
    assert tally.overall.share(0) == 0.0
    assert tally.overall.mean_minutes is None
    assert tally.overall.follow_up_share is None
    assert tally.furniture_share == 0.0
