"""Personal identity numbers: examples that the registers themselves publish, and near misses."""

from __future__ import annotations

import pytest

from tonekit.guard.identifiers.identity_numbers import IdentityNumbers
from tonekit.guard.identifiers.page import Page


def found(text: str) -> list[str]:
    """Return the numbers in a text."""
    return sorted({text[each.start : each.end] for each in IdentityNumbers().find(Page(text))})


@pytest.mark.parametrize(
    ("text", "number"),
    [
        pytest.param("pnr 811218-9876", "811218-9876", id="se"),
        pytest.param("19811218-9876.", "19811218-9876", id="se-century"),
        pytest.param("Jag: 8112189876", "8112189876", id="se-bare"),
        pytest.param("811218+9876", "811218+9876", id="se-over-a-hundred"),
        pytest.param("701063-2391", "701063-2391", id="se-coordination-number"),
        pytest.param("1981-12-18-9876", "1981-12-18-9876", id="se-in-four-pieces"),
        pytest.param("81 12 18-9876", "81 12 18-9876", id="se-date-with-blanks"),
        pytest.param("pnr 811218.9876", "811218.9876", id="se-point"),
        pytest.param("personnummer 811218/9876", "811218/9876", id="se-slash"),
        pytest.param("pnr: 811218_9876", "811218_9876", id="se-underscore"),
        pytest.param("personnummer 811218\n9876", "811218\n9876", id="se-over-two-lines"),
        pytest.param("01.01.07 50160", "01.01.07 50160", id="no-date-with-points"),
        pytest.param("CPR 01.01.20-1235", "01.01.20-1235", id="dk-date-with-points"),
        pytest.param("21-10-62-5629", "21-10-62-5629", id="dk-in-four-pieces"),
        pytest.param("CPR 01-01-20-1235", "01-01-20-1235", id="dk-in-four-pieces-announced"),
        pytest.param("CPR 010120  1235", "010120  1235", id="dk-two-blanks"),
        pytest.param("CPR 211062\n5629", "211062\n5629", id="dk-over-two-lines"),
        pytest.param("Steuer-ID: 86.095.742.719", "86.095.742.719", id="de-tax-points"),
        pytest.param("86-095-742-719", "86-095-742-719", id="de-tax-dashes"),
        pytest.param("AB-12-34-56-C", "AB-12-34-56-C", id="uk-insurance-dashes"),
        pytest.param("fnr 01010750160", "01010750160", id="no"),
        pytest.param("010107 50160", "010107 50160", id="no-blank"),
        pytest.param("211062-5629", "211062-5629", id="dk"),
        pytest.param("010120-1234", "010120-1234", id="dk-without-check-digit"),
        pytest.param("CPR 0101201234", "0101201234", id="dk-announced"),
        pytest.param("86 095 742 719", "86 095 742 719", id="de-tax"),
        pytest.param("15 070649 C 103", "15 070649 C 103", id="de-pension"),
        pytest.param("15070649C103", "15070649C103", id="de-pension-bare"),
        pytest.param("15 000049 C 109", "15 000049 C 109", id="de-pension-date-unknown"),
        pytest.param("Personalausweis L01X00T47", "L01X00T47", id="de-card"),
        pytest.param("Ausweisnr. L01X00T471", "L01X00T471", id="de-card-with-check"),
        pytest.param("AB 12 34 56 C", "AB 12 34 56 C", id="uk-insurance"),
        pytest.param("943 476 5919", "943 476 5919", id="uk-health"),
        pytest.param("NHS 9434765919", "9434765919", id="uk-health-announced"),
        pytest.param("9434765919 is my NHS number", "9434765919", id="announced-behind"),
        pytest.param("fnr ٠١٠١٠٧ ٥٠١٦٠", "٠١٠١٠٧ ٥٠١٦٠", id="digits-of-another-script"),
        pytest.param("fnr ０１０１０７５０１６０", "０１０１０７５０１６０", id="digits-of-full-width"),
    ],
)
def test_numbers_are_found(text: str, number: str) -> None:
    """Every form of every country is found to its last sign."""
    assert number in found(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("811218-9875", id="se-check-digit"),
        pytest.param("811318-9876", id="se-no-such-month"),
        pytest.param("01010750161", id="no-check-digit"),
        pytest.param("0101201235", id="dk-neither-announced-nor-checked"),
        pytest.param("order 010120-1235", id="dk-belied"),
        pytest.param("order 21-10-62-5629", id="dk-in-four-pieces-belied"),
        pytest.param("Fra 12-11-24-1530 til 13-11-24-1600 var serveren nede", id="dk-day-and-hour"),
        pytest.param("CPR-nummeret står på linje 3, ordren er 010120\n1235 stk.", id="dk-over-two-lines-unchecked"),
        pytest.param("811218.9876", id="se-point-not-announced"),
        pytest.param("Log 02-01-26-1341 restart", id="dk-moment-that-passes-the-check-digit"),
        pytest.param("2026-11-30 1530", id="date-and-time"),
        pytest.param("den 01.12.26-1234", id="date-and-number"),
        pytest.param("86095742710", id="de-tax-check-digit"),
        pytest.param("12345678903", id="de-tax-all-digits-different"),
        pytest.param("15 070649 C 104", id="de-pension-check-digit"),
        pytest.param("15 071349 C 107", id="de-pension-no-such-month"),
        pytest.param("15 400649 C 103", id="de-pension-no-such-day"),
        pytest.param("Teil L01X00T47", id="de-card-not-announced"),
        pytest.param("Ausweis L01X00T472", id="de-card-check-digit"),
        pytest.param("GB 12 34 56 C", id="uk-no-such-prefix"),
        pytest.param("9434765919", id="uk-health-not-announced"),
        pytest.param("943 476 5918", id="uk-health-check-digit"),
        pytest.param("A-811218-9876", id="part-of-a-longer-number"),
        pytest.param("811218-9876-1", id="longer-behind"),
        pytest.param("https://shop.example/811218-9876", id="in-an-address"),
    ],
)
def test_near_misses_stay(text: str) -> None:
    """A wrong check digit, a date that does not exist, a word that says otherwise: no number."""
    assert found(text) == []
