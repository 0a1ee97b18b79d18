"""Topics are sorted by the repeated contacts that they bring, and marked where they clearly bring more than others."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tonekit.audit.figures import Figures
from tonekit.audit.observation import Observation
from tonekit.audit.section_topics import SHOWN, ranked_topics, stands_out, topics_section
from tonekit.audit.tally import Tally


@pytest.mark.parametrize(
    ("repeated", "mails", "expected"),
    [
        pytest.param(15, 50, True, id="clearly-more"),
        pytest.param(6, 60, False, id="as-many"),
        pytest.param(8, 50, False, id="within-chance"),
        pytest.param(1, 2, False, id="an-accident"),
        pytest.param(0, 0, False, id="none"),
    ],
)
def test_marked_topics(repeated: int, mails: int, expected: bool) -> None:
    """A topic is marked where its share is beyond chance above that of all mails, here a tenth; one mail never is."""
    overall = Figures(mails=1000, repeated=100)

    assert stands_out(Figures(mails=mails, repeated=repeated), overall) is expected


def test_topics_are_ranked_by_repeated_contacts(look: Callable[..., Observation], tally: Tally) -> None:
    """What brings most people back stands first, then what there is most of."""
    for topic, repeated in (
        ("rare", True),
        ("rare", True),
        ("common", False),
        ("common", True),
        ("common", False),
        ("b", False),
    ):
        tally.add(look(topic=topic, repeated=repeated))

    assert [name for name, _ in ranked_topics(tally)] == ["rare", "common", "b"]


@pytest.mark.parametrize(("topics", "said"), [(SHOWN, False), (SHOWN + 1, True)], ids=["all", "cut"])
def test_a_cut_table_says_so(topics: int, said: bool, look: Callable[..., Observation], tally: Tally) -> None:
    """Where there are more topics than the page shows, it says of how many these are the first."""
    for number in range(topics):
        tally.add(look(topic=f"topic {number}"))

    shown = "".join(topics_section(tally).blocks)
    assert (f"The first {SHOWN} of {topics} topics; --csv has all." in shown) is said
