"""What facts give in their own words holds for the figure of a draft."""

from __future__ import annotations

import pytest

from tonekit.guard.facts.given_in_words import GivenInWords


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("Die Hälfte des Fahrpreises wird überwiesen.", {"half"}),
        ("Halvdelen af billetprisen bliver udbetalt.", {"half"}),
        ("You pay half of the monthly fee.", {"half"}),
        ("You do not pay half the price.", set()),
        ("The second half of January.", set()),
        ("Frakten till Luleå ingår.", {"free"}),
        ("Delivery is included.", {"free"}),
        ("Install the free app.", {"free"}),
        ("We are free on Monday, feel free to call.", set()),
        ("Vi krever ikke leie for sesongen.", {"free"}),
        ("Für Dezember wird keine Miete berechnet.", {"free"}),
        ("För december debiteras ingen hyra.", {"free"}),
        ("Der opkræves ikke leje i december.", {"free"}),
        ("The rent is charged in December.", set()),
        ("No further documents are needed.", set()),
        ("It starts in the following month.", {"month_after"}),
        ("från nästa månadsskifte", {"month_after"}),
        ("It costs £64 a month.", set()),
        ("Delivery to Malham is free.", {"free"}),
        ("Is the room free on 5 May?", set()),
        ("The slot at nine is free.", set()),
        ("Luk døren og vent til næste dag.", {"next_day"}),
        ("Leave it alone until the next day.", {"next_day"}),
    ],
)
def test_given(text: str, given: set[str]) -> None:
    """Half of a price, no further cost, the next month and the next day are known under other names."""
    words = GivenInWords([text])

    assert {name for name in ("half", "free", "month_after", "next_day") if getattr(words, name)} == given


@pytest.mark.parametrize(
    ("text", "days"),
    [("Book at weekends.", {5, 6}), ("Vardagar eller helger?", set(range(7))), ("Am Montag.", set())],
)
def test_weekdays(text: str, days: set[int]) -> None:
    """The days of the weekend and of the working week are known where they are named together."""
    assert GivenInWords([text]).weekdays == days
