"""What a customer is called: names and titles, and what forms and imports leave in their place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit import Customer
from tonekit.names.customer_name import printable_name


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
        pytest.param("BERG, KIM", None, (None, "Kim Berg"), id="capitals"),
        pytest.param("von Berg, Kim K.", None, (None, "Kim K. von Berg"), id="particle-and-initial"),
        pytest.param("Berg, Dr. Kim", None, ("Dr.", "Kim Berg"), id="title-behind-the-comma"),
        pytest.param("Vogt, Frau", None, ("Frau", "Vogt"), id="title-alone-behind-the-comma"),
        pytest.param('"Berg, Kim"', None, (None, "Kim Berg"), id="quotation-marks"),
        pytest.param("'Kim Berg'", None, (None, "Kim Berg"), id="single-quotation-marks"),
        pytest.param("Berg, Kim, Dr.", None, ("Dr.", "Kim Berg"), id="title-at-the-end"),
        pytest.param("Kim Berg (Acme)", None, (None, "Kim Berg"), id="firm-in-brackets"),
        pytest.param("Berg, Kim (Acme Sales)", None, (None, "Kim Berg"), id="turned-and-in-brackets"),
        pytest.param("Mr. and Mrs. Smith", None, ("Mr. and Mrs.", "Smith"), id="couple"),
        pytest.param("Herr und Frau Vogt", None, ("Herr und Frau", "Vogt"), id="german-couple"),
        pytest.param("Herr Gast", None, ("Herr", "Gast"), id="name-that-is-a-role-alone"),
        pytest.param("Christopher Guest", None, (None, "Christopher Guest"), id="name-with-a-role"),
        pytest.param("Kim Berg, MBA", None, (None, "Kim Berg"), id="degree"),
        pytest.param("Kim Berg M.A.", None, (None, "Kim Berg"), id="degree-without-a-comma"),
        pytest.param("Dr. med. Anna Vogt", None, ("Dr.", "Anna Vogt"), id="faculty"),
        pytest.param("Dipl.-Ing. Karl Ernst", None, (None, "Karl Ernst"), id="german-degree"),
        pytest.param("JÃ¼rgen MÃ¼ller", None, (None, "Jürgen Müller"), id="wrong-character-set"),
        pytest.param("Kim Berg 🌸", None, (None, "Kim Berg"), id="emoji"),
        pytest.param("✨Anna👩🏽‍🚀✨", None, (None, "Anna"), id="emoji-around"),
        pytest.param("Kim Berg | Acme", None, (None, "Kim Berg"), id="employer-behind-a-line"),
        pytest.param("Kim Berg / Einkauf", None, (None, "Kim Berg"), id="department-behind-a-stroke"),
        pytest.param("CEO - Kim Berg", None, (None, None), id="function-before-a-dash"),
        pytest.param("Acme | Kim Berg", None, (None, None), id="which-part-is-open"),
        pytest.param("Anna Vogt / Max Vogt", None, (None, None), id="two-people"),
        pytest.param("Frau Meier - Müller", None, ("Frau", "Meier-Müller"), id="blanks-in-a-double-name"),
        pytest.param("Meier - Müller", "Frau", ("Frau", "Meier-Müller"), id="blanks-in-a-double-name-with-a-title"),
        pytest.param("jean - luc picard", None, (None, "Jean-Luc Picard"), id="blanks-in-a-first-name"),
        pytest.param("Patrick O´Brien", None, (None, "Patrick O´Brien"), id="accent-for-an-apostrophe"),
        pytest.param("josã© garcãa", None, (None, None), id="garbled-beyond-repair"),
        pytest.param("Ole Ing", None, (None, "Ole Ing"), id="family-name-like-a-degree"),
        pytest.param("Frau Ing", None, ("Frau", "Ing"), id="family-name-like-a-degree-behind-a-title"),
        pytest.param("Dr.-Ing. Anna Vogt", None, ("Dr.", "Anna Vogt"), id="doctor-of-engineering"),
        pytest.param("Dr. med. dent. Anna Vogt", None, ("Dr.", "Anna Vogt"), id="two-faculties"),
        pytest.param("Dipl.-Ing. (FH) Karl Ernst", None, (None, "Karl Ernst"), id="kind-of-school"),
        pytest.param("Mag. pharm. Anna Huber", None, (None, "Anna Huber"), id="austrian-degree"),
        pytest.param("Walter Stahl", None, (None, "Walter Stahl"), id="trade-behind-a-first-name"),
        pytest.param("Holz, Werner", None, (None, "Werner Holz"), id="trade-before-a-first-name"),
        pytest.param("Elsa Billing", None, (None, "Elsa Billing"), id="family-name-like-a-department"),
        pytest.param("Anna-Lena Berg-Ek", None, (None, "Anna-Lena Berg-Ek"), id="hyphens-of-names"),
        pytest.param("Anna Bau", None, (None, "Anna Bau"), id="trade-that-is-a-family-name"),
        pytest.param("Maria Sales", None, (None, "Maria Sales"), id="family-name-that-is-a-department-alone"),
        pytest.param("Einkauf", "Herr", ("Herr", "Einkauf"), id="department-behind-a-title"),
        pytest.param("Kim Berg, Jr.", None, (None, "Kim Berg, Jr."), id="junior"),
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


@pytest.mark.parametrize(
    "name",
    [
        *("Anna Bauer", "Kim Baker", "Peter Althaus", "Tom House", "Marie Church", "Jon Stad", "Erik Bank", "Ann Carr"),
        *("Lena Neumarkt", "Ole Senter", "Kate Bishop", "Paul Handel", "Marco Ranieri", "Jan Koch", "Eva Schule"),
        *("Charity Jones", "Anna Group-Smith", "Peter Bakkehuset", "Ursula Sieberei", "Erik Skola", "Hans Partner"),
        *("Anna Bau", "Kita Berg", "Anna Hotel Berg", "Verlag", "Anna Meyer-Landgesellschaft"),
    ],
)
def test_persons_with_names_like_firms(name: str) -> None:
    """A family name that is, or ends like, a word of trade is a name."""
    assert called(name) == (None, name)


@pytest.mark.parametrize(
    ("name", "title", "expected"),
    [
        ("Herr Bau", None, ("Herr", "Bau")),
        ("Frau Anna Bau", None, ("Frau", "Anna Bau")),
        ("Frau Anna Verlag", None, ("Frau", "Anna Verlag")),
        ("Verlag, Frau", None, ("Frau", "Verlag")),
        ("Mr Charity", None, ("Mr", "Charity")),
        ("Dr. Peter Partner", None, ("Dr.", "Peter Partner")),
        ("Familie Reisen", None, ("Familie", "Reisen")),
        ("Bau", "Frau", ("Frau", "Bau")),
        ("Anna Verlag", "Frau", ("Frau", "Anna Verlag")),
        ("Dr. Meyer (Zahnarztpraxis)", None, ("Dr.", "Meyer")),
        ("Kim Berg (Bergs Bygg)", None, (None, "Kim Berg")),
        ("Kim Berg (Elektro Schmidt)", None, (None, "Kim Berg")),
        ("Berg, Kim (Holzbau Berg)", None, (None, "Kim Berg")),
        ("kim berg (marketing group)", None, (None, "Kim Berg")),
        ("Anna Berg (Acme GmbH)", None, (None, "Anna Berg")),
    ],
)
def test_persons_beside_words_of_firms(name: str, title: str | None, expected: tuple[str | None, str]) -> None:
    """A title tells a person whatever the name is, and a note in brackets says where somebody works."""
    assert called(name, title=title) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("anna schmidt", "Anna Schmidt"),
        ("MÜLLER", "Müller"),
        ("anna-lena groß", "Anna-Lena Groß"),
        ("ANNA-LENA STRAUß", "Anna-Lena Strauß"),
        ("kim van der berg", "Kim van der Berg"),
        ("VAN DER BERG", "van der Berg"),
        ("otto von und zu stein", "Otto von und zu Stein"),
        ("MAX VON BERG", "Max von Berg"),
        ("carl af ekenstam", "Carl af Ekenstam"),
        ("MARIA DE LA CRUZ", "Maria de la Cruz"),
        ("jan van ’t hof", "Jan van ’t Hof"),
        ("sean o'neil", "Sean O'Neil"),
        ("SEAN O’NEIL", "Sean O’Neil"),
        ("ewan mcdonald", "Ewan McDonald"),
        ("MCX", "MCX"),
        ("åsa öberg", "Åsa Öberg"),
        ("ØYVIND AAS", "Øyvind Aas"),
        ("søren ærø", "Søren Ærø"),
        ("berg, kim", "Kim Berg"),
        ("j.r. smith", "J.R. Smith"),
        ("JOHN SMITH III", "John Smith III"),
        ("Anna SCHMIDT", "Anna Schmidt"),
        ("thi le", "Thi Le"),
        # Written by somebody who knew how:
        ("McX", "McX"),
        ("Ewan MacDonald", "Ewan MacDonald"),
        ("JP", "JP"),
        ("Anna de Vries", "Anna de Vries"),
        ("bell hooks Berg", "bell hooks Berg"),
    ],
)
def test_capitals(name: str, expected: str) -> None:
    """A name in small or capital letters alone is said with capitals; any other stays as it was written."""
    assert called(name) == (None, expected)


@pytest.mark.parametrize(
    ("name", "title", "expected"),
    [
        pytest.param("FRAU MÜLLER", None, ("Frau", "Müller"), id="capitals"),
        pytest.param("frau müller", None, ("Frau", "Müller"), id="small"),
        pytest.param("herr und frau vogt", None, ("Herr und Frau", "Vogt"), id="couple"),
        pytest.param("MÜLLER", "FRAU", ("Frau", "Müller"), id="title-of-the-record"),
        pytest.param("vogt", "frau", ("Frau", "Vogt"), id="small-title-of-the-record"),
        pytest.param("JENSEN", "hr.", ("hr.", "Jensen"), id="danish-title"),
    ],
)
def test_capitals_behind_titles(name: str, title: str | None, expected: tuple[str, str]) -> None:
    """Titles get their capitals as names do, and Scandinavian ones stay small."""
    assert called(name, title=title) == expected


@pytest.mark.parametrize(
    ("name", "company"),
    [
        ("Acme GmbH", None),
        ("Blumenhaus Meyer", None),
        ("BÄCKEREI MÜLLER", None),
        ("Müller Holzbau", None),
        ("Peter Schmidt e.K.", None),
        ("Schmidt & Partner", None),
        ("Zahnarztpraxis Dr. Weber", None),
        ("Stadtwerke Ulm", None),
        ("Smith & Sons", None),
        ("Johnson Electrical Services", None),
        ("The Flower Shop", None),
        ("Lindström Bygg", None),
        ("Hansens Bilverksted", None),
        ("Oslo kommune", None),
        ("Blomsterhuset Larsen", None),
        ("Weinhandel Lind", None),
        ("acme gmbh", None),
        ("ACME LTD", None),
        ("Nordvik Rör AB", None),
        ("Nordvik (Sverige) AB", None),
        ("Nordvik, AB", None),
        ("Bakken Bygg AS", None),
        ("Berg & Sønner A/S", None),
        ("Dr. Lind GmbH", None),
        ('"Acme GmbH"', None),
        ("Berg, Lind", "Berg, Lind"),
        ("Stadtwerke Kassel", "Stadtwerke Kassel AG"),
    ],
)
def test_a_firm_is_not_greeted_as_a_person(name: str, company: str | None) -> None:
    """The name of a firm is no name for a greeting; the record still says which firm it is."""
    said = printable_name(Customer(name=name, company=company))

    assert (said.title, said.name) == (None, None)
    assert said.company == (company or name.strip('"'))


@pytest.mark.parametrize(
    ("name", "company"),
    [
        ("Lindström Bygg (Malmö)", "Lindström Bygg"),
        ("Blumenhaus Meyer, Köln", "Blumenhaus Meyer, Köln"),
        ("Meyer, Blumenhaus", "Blumenhaus Meyer"),
    ],
)
def test_a_firm_with_its_town(name: str, company: str) -> None:
    """What stands behind the name of a firm makes no person of it."""
    said = printable_name(Customer(name=name))

    assert (said.name, said.company) == (None, company)


@given(st.text(max_size=80), st.none() | st.text(max_size=20))
def test_a_name_is_made_of_its_own_signs(name: str, title: str | None) -> None:
    """Whatever the record holds, nothing is said that does not stand there, and a second look changes nothing."""
    said = printable_name(Customer(name=name, title=title))

    assert set((said.name or "").casefold()) <= {*name.casefold(), " "}
    assert printable_name(said).name == said.name


@pytest.mark.parametrize(
    ("name", "company"),
    [
        *[
            pytest.param(name, None, id=name)
            for name in (
                "Einkauf",
                "Einkaufsabteilung",
                "IT-Abteilung",
                "Kundenservice",
                "Sekretariat",
                "Accounts Payable",
                "ACCOUNTS PAYABLE",
                "Accounts Payable Team",
                "Customer Service",
                "HR Department",
                "Kundtjänst",
                "Ekonomiavdelningen",
                "Kundeservice",
                "Innkjøpsavdelingen",
                "Bogholderi",
                "Økonomiafdelingen",
                "Team",
                "ohne Name",
                "😀",
            )
        ],
        pytest.param("Siemens AG, Einkauf", "Siemens AG, Einkauf", id="department-of-a-firm"),
        pytest.param("Müller Bau", "Müller Bau", id="trade-beside-a-common-name"),
        pytest.param("Bau Müller", "Bau Müller", id="trade-before-a-common-name"),
    ],
)
def test_departments_and_trades(name: str, company: str | None) -> None:
    """A department greets nobody and is no company, and a trade beside one of the commonest names is a firm."""
    said = printable_name(Customer(name=name))

    assert (said.title, said.name, said.company) == (None, None, company)


@pytest.mark.parametrize("name", ["Kim Berg | Acme GmbH", "Kim Berg @ Acme GmbH", "Acme GmbH - Kim Berg"])
def test_an_employer_beside_the_name(name: str) -> None:
    """A firm that is set apart from a name is where somebody works."""
    said = printable_name(Customer(name=name))

    assert (said.name, said.company) == ("Kim Berg", "Acme GmbH")
