"""What facts give in their own words holds for the figure of a draft."""

from __future__ import annotations

from decimal import Decimal

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
        ("Delivery is not included.", set()),
        ("Besøget er med i prisen.", {"free"}),
        ("Besøget er ikke med i prisen.", set()),
        ("There was a mistake in the price.", set()),
        ("There is no cancellation charge.", {"free"}),
        ("There is no charge until May.", set()),
        ("It does not cost more than £40.", set()),
        ("We pay your excess.", {"free"}),
        ("Die Stromkosten dafür übernehmen wir.", {"free"}),
        ("Självrisken står vi för.", {"free"}),
        ("Egenandelen dekker vi.", {"free"}),
        ("Vi afholder omkostningerne.", {"free"}),
        ("The repair is covered by the warranty.", {"free"}),
        ("Die Reparatur ist von der Garantie gedeckt.", {"free"}),
        ("Lagningen täcks av garantin.", {"free"}),
        ("Reparasjonen dekkes av garantien.", {"free"}),
        ("Reparationen dækkes ikke af garantien.", set()),
        ("We do not pay your excess.", set()),
        ("We pay for the taxi.", {"free"}),
        ("Den Schlüsseldienst zahlen wir.", {"free"}),
        ("Vi betalar hotellet.", {"free"}),
        ("Vi dekker taxien hjem.", {"free"}),
        ("Hotellet betaler vi.", {"free"}),
        ("Vi betaler beløbet tilbage.", set()),
        ("Du betaler hotellet.", set()),
        ("Du betaler egenandelen.", set()),
        ("Die Stromkosten übernehmen wir nicht.", set()),
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

    told = {name for name in ("free", "month_after", "next_day") if getattr(words, name)}
    assert told | ({"half"} if Decimal(50) in words.shares else set()) == given


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("Tickets are refunded in full.", {100}),
        ("Billetter refunderes helt.", {100}),
        ("Der volle Kaufpreis wird nicht erstattet.", set()),
        ("The full address is needed.", set()),
        ("Change a quarter of the water.", {25}),
        ("Byt en fjärdedel av vattnet.", {25}),
        ("It takes a quarter of an hour.", set()),
        ("A bill for each quarter of the year.", set()),
        ("Kvart över nio.", set()),
        ("The full order is sent back.", set()),
        ("Sie erhalten volle Garantie.", set()),
    ],
)
def test_shares(text: str, shares: set[int]) -> None:
    """A fourth part, and all of what is paid back, are known in words."""
    assert GivenInWords([text]).shares == set(map(Decimal, shares))


@pytest.mark.parametrize(
    ("text", "days"),
    [("Book at weekends.", {5, 6}), ("Vardagar eller helger?", set(range(7))), ("Am Montag.", set())],
)
def test_weekdays(text: str, days: set[int]) -> None:
    """The days of the weekend and of the working week are known where they are named together."""
    assert GivenInWords([text]).weekdays == days


@pytest.mark.parametrize(
    ("text", "hours"),
    [("180 s", {0.05}), ("10 v", {1680}), ("5 min", {0.0833}), ("14 kg", set()), ("12 V", set())],
)
def test_measured(text: str, hours: set[float]) -> None:
    """A length of time in a short unit is known with its unit."""
    assert GivenInWords([text]).measured == hours


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("minst ti tegn", {10}),
        ("It seats twenty-five of us.", {25}),
        ("At Ten Oaks Road.", set()),
        ("klockan tolv", set()),
        ("a thousand thanks", set()),
    ],
)
def test_numbers(text: str, numbers: set[int]) -> None:
    """Numbers in words that count something are known, those of names and hours are not."""
    assert GivenInWords([text]).numbers == set(map(Decimal, numbers))
