"""Phones, cards, accounts, addresses and plates: the forms that are taken, and those that are not."""

from __future__ import annotations

import pytest

from tonekit.guard.redact import Redactor

REDACTOR = Redactor()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
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
