"""Phones, cards, accounts, addresses and plates: the forms that are taken, and those that are not."""

from __future__ import annotations

import pytest

from tonekit.guard.redact import Redactor

REDACTOR = Redactor()


@pytest.mark.parametrize(
    ("before", "number"),
    [
        pytest.param("Ring mig på ", "070 - 123 45 67", id="dash-between-blanks"),
        pytest.param("", "08 - 123 456 78", id="dash-behind-short-area-code"),
        pytest.param("", "030 / 12 34 56 78", id="slash-between-blanks"),
        pytest.param("Tel. ", "0171 / 1234567", id="slash-announced"),
        pytest.param("", "+46 70 - 123 45 67", id="dash-international"),
        pytest.param("", "+44 (0) 20 - 7946 0958", id="dash-behind-trunk"),
        pytest.param("Tlf. ", "22 - 33 - 44 - 55", id="dashes"),
        pytest.param("", "(212) 555 - 0123", id="dash-american"),
        pytest.param("", "070\u2009123\u202f45\u200967", id="thin-blanks"),
        pytest.param("", "０７０－１２３ ４５ ６７", id="fullwidth"),
        pytest.param("", "＋46 70 123 45 67", id="fullwidth-plus"),
        pytest.param("Ring ", "070-\n123 45 67", id="line-ends-behind-dash"),
        pytest.param("Ring ", "070-123\r\n45 67", id="line-ends"),
        pytest.param("", "+46\n70 123 45 67", id="line-ends-behind-country"),
        pytest.param("", "+46 70 123\n45 67", id="line-ends-international"),
        pytest.param("", "4111.1111.1111.1111", id="card-dots"),
        pytest.param("", "4111  1111  1111  1111", id="card-two-blanks"),
        pytest.param("", "4111\u20091111\u20091111\u20091111", id="card-thin-blanks"),
        pytest.param("", "４１１１ １１１１ １１１１ １１１１", id="card-fullwidth"),
        pytest.param("", "4111 1111\n1111 1111", id="card-line-ends"),
        pytest.param("Valid to 2027\n", "4111 1111 1111 1111", id="card-behind-a-year"),
        pytest.param("I paid the invoice by card ", "4111 1111 1111 1111", id="card-behind-invoice"),
        pytest.param("I paid my order with ", "4111 1111 1111 1111", id="card-behind-order"),
        pytest.param("Rechnung bezahlt mit Karte ", "4111111111111111", id="card-word-de"),
        pytest.param("Faktura betald med kort ", "4111111111111111", id="card-word-sv"),
        pytest.param("Invoice paid with Visa ", "4111111111111111", id="card-brand"),
        pytest.param("", "DE89.3704.0044.0532.0130.00", id="iban-dots"),
        pytest.param("", "DE89  3704  0044  0532  0130  00", id="iban-two-blanks"),
        pytest.param("", "DE89\u20093704\u20090044\u20090532\u20090130\u200900", id="iban-thin-blanks"),
        pytest.param("", "ＤＥ８９ ３７０４ 0044 0532 0130 00", id="iban-fullwidth"),
        pytest.param("", "DE89 3704 0044\n0532 0130 00", id="iban-line-ends"),
        pytest.param("IBAN", "DE89370400440532013000", id="iban-glued-to-the-word"),
        pytest.param("AB12 3456 7890 ", "DE89 3704 0044 0532 0130 00", id="iban-behind-what-is-none"),
    ],
)
def test_other_ways_to_write_them(before: str, number: str) -> None:
    """A number goes to its last digit, whatever blanks, dashes and ends of lines stand in it."""
    redaction = REDACTOR.redact(before + number)

    assert list(redaction.values.values()) == [number]
    assert redaction.text.startswith(f"{before}[")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Tel. 040 123456\n20095 Hamburg", "Tel. [PHONE_1]\n20095 Hamburg", id="town-in-the-next-line"),
        pytest.param("01234\n56789\n01234", "01234\n56789\n01234", id="column"),
        pytest.param("Mo - Fr 08 - 16 / 09 - 14", "Mo - Fr 08 - 16 / 09 - 14", id="opening-hours"),
        pytest.param("01.02.2025 - 03.04.2025", "01.02.2025 - 03.04.2025", id="from-date-to-date"),
        pytest.param("200 - 300 / 400 - 500", "200 - 300 / 400 - 500", id="ranges"),
        pytest.param("Tracking 4111111111111111", "Tracking 4111111111111111", id="tracking-number"),
        pytest.param("070-123 45 67", "[PHONE_1]", id="se"),
        pytest.param("(08) 123 456 78", "[PHONE_1]", id="se-brackets"),
        pytest.param("+46 (0)70 123 45 67 12 st", "[PHONE_1] 12 st", id="se-plan-ends"),
        pytest.param("22 33 44 55", "[PHONE_1]", id="no"),
        pytest.param("tlf. 91234567", "tlf. [PHONE_1]", id="no-announced"),
        pytest.param("91234567", "91234567", id="no-not-announced"),
        pytest.param("+45 12 34 56 78", "[PHONE_1]", id="dk"),
        pytest.param("0221/123456-0", "[PHONE_1]", id="de"),
        pytest.param("020 7946 0958", "[PHONE_1]", id="uk"),
        pytest.param("(212) 555-0142", "[PHONE_1]", id="us"),
        pytest.param("+33 1 23 45 67 89", "[PHONE_1]", id="elsewhere"),
        pytest.param("Ordernr 0701234567, tel 0701234567", "Ordernr [PHONE_1], tel [PHONE_1]", id="known-everywhere"),
        pytest.param("Order 0701234567", "Order 0701234567", id="belied"),
        pytest.param("Order 55, ring 0701234567", "Order 55, ring [PHONE_1]", id="nearer-word"),
        pytest.param("#0701234567", "#0701234567", id="number-sign"),
        pytest.param("08.30-16.00", "08.30-16.00", id="hours"),
        pytest.param("01.02.2024 08:30", "01.02.2024 08:30", id="date"),
        pytest.param("01.02.2024 070-123 45 67", "01.02.2024 [PHONE_1]", id="behind-a-date"),
        pytest.param("4111 1111 1111 1111", "[CARD_1]", id="card"),
        pytest.param("4111 1111 1111 1112", "4111 1111 1111 1112", id="card-luhn"),
        pytest.param("3782 822463 10005", "[CARD_1]", id="card-amex"),
        pytest.param("112-4456789-1234567", "112-4456789-1234567", id="grouped-otherwise"),
        pytest.param("de89 3704 0044 0532 0130 00 bitte", "[IBAN_1] bitte", id="iban-small-letters"),
        pytest.param("DE88370400440532013000", "DE88370400440532013000", id="iban-check"),
        pytest.param("DE89370400440532013000x", "DE89370400440532013000x", id="iban-inside-a-word"),
        pytest.param("10.20.30.40:8080", "[IP_ADDRESS_1]:8080", id="v4"),
        pytest.param("v10.20.30.40", "v10.20.30.40", id="version-sign"),
        pytest.param("version 10.20.30.40", "version 10.20.30.40", id="version-word"),
        pytest.param("10.20.30.400", "10.20.30.400", id="no-octet"),
        pytest.param("fe80::1%eth0 ::1", "[IP_ADDRESS_1]%eth0 [IP_ADDRESS_2]", id="v6"),
        pytest.param("12:30:45 std::vector a::b", "12:30:45 std::vector a::b", id="no-v6"),
        pytest.param("bilen ABC 12D", "bilen [LICENCE_PLATE_1]", id="plate-se"),
        pytest.param("Kennzeichen B-AB 1234E", "Kennzeichen [LICENCE_PLATE_1]", id="plate-de"),
        pytest.param("skilt AB 12345", "skilt [LICENCE_PLATE_1]", id="plate-no"),
        pytest.param("nummerplade AB 12 345", "nummerplade [LICENCE_PLATE_1]", id="plate-dk"),
        pytest.param("my van AB12 CDE", "my van [LICENCE_PLATE_1]", id="plate-uk"),
        pytest.param("license plate 7ABC123", "license plate [LICENCE_PLATE_1]", id="plate-us"),
        pytest.param("ABC 123, B-AB 1234", "ABC 123, B-AB 1234", id="plate-not-announced"),
        pytest.param("Mein Auto, ein VW ID 3", "Mein Auto, ein VW ID 3", id="model-of-a-car"),
        pytest.param("<a.b+c@mail.example.co.uk>, x", "<[EMAIL_1]>, x", id="email"),
        pytest.param("@anna a@b user@localhost", "@anna a@b user@localhost", id="no-email"),
    ],
)
def test_forms(text: str, expected: str) -> None:
    """Each form is replaced to its last sign, and what only resembles one stays."""
    assert REDACTOR.redact(text).text == expected
