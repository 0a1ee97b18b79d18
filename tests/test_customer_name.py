"""What a customer is called: names and titles, and what forms and imports leave in their place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit import Customer
from tonekit.customer_name import printable_name


def called(name: str | None, *, title: str | None = None, company: str | None = None) -> tuple[str | None, str | None]:
    """Return title and name as they are said."""
    said = printable_name(Customer(name=name, title=title, company=company))
    return said.title, said.name


@pytest.mark.parametrize(
    ("name", "title", "expected"),
    [
        pytest.param("Kim Berg", None, (None, "Kim Berg"), id="name"),
        pytest.param(" Kim  Berg\n", None, (None, "Kim Berg"), id="blanks"),
        pytest.param("Vogt", "Frau", ("Frau", "Vogt"), id="title-of-the-record"),
        pytest.param("Frau Vogt", None, ("Frau", "Vogt"), id="title-in-the-name"),
        pytest.param("Frau Vogt", "Frau", ("Frau", "Vogt"), id="title-twice"),
        pytest.param("Mr Smith", None, ("Mr", "Smith"), id="english"),
        pytest.param("Dr. Vogt", None, ("Dr.", "Vogt"), id="full-stop"),
        pytest.param("Dr.Vogt", None, ("Dr.", "Vogt"), id="no-blank"),
        pytest.param("Herrn Dr. Vogt", None, ("Herr Dr.", "Vogt"), id="accusative"),
        pytest.param("Familien Hansen", None, ("Familien", "Hansen"), id="family"),
        pytest.param("Fröken Ek", None, ("Fröken", "Ek"), id="swedish"),
        pytest.param("Drew Herrera", None, (None, "Drew Herrera"), id="begins-like-a-title"),
        pytest.param("Berg, Kim", None, (None, "Kim Berg"), id="family-name-first"),
        pytest.param("BERG, KIM", None, (None, "KIM BERG"), id="capitals"),
        pytest.param("von Berg, Kim K.", None, (None, "Kim K. von Berg"), id="particle-and-initial"),
        pytest.param("Berg, Dr. Kim", None, ("Dr.", "Kim Berg"), id="title-behind-the-comma"),
        pytest.param("Vogt, Frau", None, ("Frau", "Vogt"), id="title-alone-behind-the-comma"),
        pytest.param('"Berg, Kim"', None, (None, "Kim Berg"), id="quotation-marks"),
        pytest.param("'Kim Berg'", None, (None, "Kim Berg"), id="single-quotation-marks"),
        pytest.param("Berg, Kim, Dr.", None, ("Dr.", "Kim Berg"), id="title-at-the-end"),
        pytest.param("Kim Berg (Acme)", None, (None, "Kim Berg"), id="firm-in-brackets"),
        pytest.param("Berg, Kim (Acme Sales)", None, (None, "Kim Berg"), id="turned-and-in-brackets"),
        pytest.param("Nordvik (Sverige) AB", None, (None, "Nordvik (Sverige) AB"), id="firm-with-brackets"),
        pytest.param("Mr. and Mrs. Smith", None, ("Mr. and Mrs.", "Smith"), id="couple"),
        pytest.param("Herr und Frau Vogt", None, ("Herr und Frau", "Vogt"), id="german-couple"),
        pytest.param("Herr Gast", None, ("Herr", "Gast"), id="name-that-is-a-role-alone"),
        pytest.param("Christopher Guest", None, (None, "Christopher Guest"), id="name-with-a-role"),
        pytest.param("Kim Berg, MBA", None, (None, "Kim Berg, MBA"), id="degree"),
        pytest.param("Kim Berg, Jr.", None, (None, "Kim Berg, Jr."), id="junior"),
        pytest.param("Nordvik, AB", None, (None, "Nordvik, AB"), id="firm"),
        pytest.param("Dr. Lind GmbH", None, (None, "Dr. Lind GmbH"), id="firm-with-a-title"),
        pytest.param("Berg & Sønner A/S", None, (None, "Berg & Sønner A/S"), id="legal-form"),
        pytest.param("Åsa O’Brien-Li", None, (None, "Åsa O’Brien-Li"), id="signs-of-names"),
        pytest.param("J.R. Smith", None, (None, "J.R. Smith"), id="initials"),
        pytest.param("Na Li", None, (None, "Na Li"), id="name-that-is-a-filler-alone"),
        pytest.param("李明", None, (None, "李明"), id="other-script"),
        pytest.param("Vogt", "N/A", (None, "Vogt"), id="filler-as-title"),
        pytest.param(None, "-", (None, None), id="dash-as-title"),
        pytest.param(None, "Frau", ("Frau", None), id="no-name"),
    ],
)
def test_names(name: str | None, title: str | None, expected: tuple[str | None, str | None]) -> None:
    """Titles are told from names, and the first name stands first."""
    assert called(name, title=title) == expected


@pytest.mark.parametrize(
    "name",
    [
        *("null", "None", "NULL NULL", "(null)", "undefined", "Unknown", "N/A", "n.a.", "-", "?", ".", "123", "K"),
        *("kim.berg@example.com", "https://evil.example/x", "evil.example", "www.evil.example", "//evil.example"),
        *("Kim3000", "<b>Kim</b>", "{{ brand }}", "[a](b)", "Frau", "Herr Dr."),
        *("no-reply", "No Reply", "noreply", "info", "Support", "Guest", "Gæst", '"Kunde"'),
        "Congratulations you have won a big prize today",
    ],
)
def test_what_is_no_name(name: str) -> None:
    """Fillers, addresses, figures, markup and sentences are nobody's name, and no title stands alone."""
    assert called(name) == (None, None)


def test_a_firm_keeps_its_name() -> None:
    """The name of the firm of the record is not taken apart."""
    assert called("Berg, Lind", company="Berg, Lind") == (None, "Berg, Lind")


@given(st.text(max_size=80), st.none() | st.text(max_size=20))
def test_a_name_is_made_of_its_own_signs(name: str, title: str | None) -> None:
    """Whatever the record holds, nothing is said that does not stand there, and a second look changes nothing."""
    said = printable_name(Customer(name=name, title=title))

    assert set(said.name or "") <= {*name, " "}
    assert printable_name(said).name == said.name
