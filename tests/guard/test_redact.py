"""Redaction: what identifies a person is replaced and comes back, and what only looks like it stays."""

from __future__ import annotations

import pickle
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tonekit import Customer
from tonekit.guard.identifiers.page import Found, Page
from tonekit.guard.identifiers.record_names import RecordNames
from tonekit.guard.redact import KINDS, Redactor, Vault

REDACTOR = Redactor()
CUSTOMER = Customer(id="K-20417", name="Anna-Lena Björk", company="Nordvik Rör AB")
PIECES = st.sampled_from(
    [
        "anna@example.se",
        "+46 70 123 45 67",
        "070-123 45 67",
        "SE45 5000 0000 0583 9825 7466",
        "4111 1111 1111 1111",
        "811218-9876",
        "192.168.1.44",
        "2001:db8::1",
        "[EMAIL_1]",
        "[email 2]",
        "\\[NAME\\_1\\]",
        "<LITERAL_1>",
        "{{NAME_1}}",
        "EMAIL_1",
        "\\",
        "`",
        "https://",
        "[LITERAL_1]",
        "Björk",
        "Nordvik Rör AB",
        "call ",
        "tel ",
        " ",
        "\n",
        "[",
        "_1]",
        "1",
        "+",
        "é",
    ]
)


@example("EMAIL_1ANNA:0@0.AA")
@example("EMAIL_1.anna@example.com bo@example.com")
@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=30).map("".join)))
def test_what_was_replaced_comes_back(text: str) -> None:
    """Whatever the text, its placeholders restore it to the letter, those among them that its writer made up."""
    redaction = REDACTOR.redact(text, customer=CUSTOMER)

    assert redaction.restore(redaction.text) == text


@given(st.lists(PIECES, max_size=20).map(" ".join))
def test_report_says_where(text: str) -> None:
    """Each entry of the report points at its words in the text, and none of them overlap."""
    redaction = REDACTOR.redact(text, customer=CUSTOMER)

    assert [text[each.start : each.end] for each in redaction.replaced] == [
        redaction.values[each.placeholder] for each in redaction.replaced
    ]
    assert all(
        first.end <= second.start for first, second in zip(redaction.replaced, redaction.replaced[1:], strict=False)
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Hej, jag heter Anna-Lena Björk.", "Hej, jag heter [NAME_1] [NAME_2].", id="name"),
        pytest.param("Annas, Lena's und Björks Konto", "[NAME_1]s, [NAME_2]'s und [NAME_3]s Konto", id="genitive"),
        pytest.param("mvh anna-lena", "mvh [NAME_1]", id="small-letters"),
        pytest.param("BJÖRK, Bjork", "[NAME_1], [NAME_2]", id="capitals-and-plain-letters"),
        pytest.param("Annan, Björklund", "Annan, Björklund", id="longer-words"),
        pytest.param("Nordvik Rör AB och Nordvik Rör", "[COMPANY_1] och [COMPANY_2]", id="company"),
        pytest.param("Kund K-20417.", "Kund [CUSTOMER_NUMBER_1].", id="key"),
        pytest.param("a@b.se, c@d.se, a@b.se", "[EMAIL_1], [EMAIL_2], [EMAIL_1]", id="same-value-same-placeholder"),
        pytest.param("Björk [NAME_1]", "[NAME_1] [LITERAL_1]", id="customer-wrote-a-placeholder"),
        pytest.param("bjork.anna@example.se", "[EMAIL_1]", id="names-in-an-address"),
    ],
)
def test_names_and_numbering(text: str, expected: str) -> None:
    """Names of the record go in whole and in part; the same value is the same placeholder."""
    assert REDACTOR.redact(text, customer=CUSTOMER).text == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("see \\<LITERAL_1> there", id="literal"),
        pytest.param("see \\\\\\<LITERAL_1>", id="three"),
        pytest.param("C:\\Users\\Björk\\x.txt", id="path"),
        pytest.param("\\anna@example.se\\anna@example.se", id="address"),
    ],
)
def test_backslashes_come_back(text: str) -> None:
    """A backslash before what is replaced is not taken for one of Markdown's."""
    redaction = REDACTOR.redact(text, customer=CUSTOMER)

    assert redaction.replaced
    assert redaction.restore(redaction.text) == text


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        pytest.param("set `EMAIL_1` in your settings", "set `EMAIL_1` in your settings", id="in-code"),
        pytest.param("Set EMAIL_1, please.", "Set EMAIL_1, please.", id="bare"),
        pytest.param("Set {EMAIL_1}, please.", "Set {EMAIL_1}, please.", id="in-other-brackets"),
        pytest.param("We wrote to [EMAIL_1].", "We wrote to anna@example.com.", id="placeholder"),
        pytest.param("It is [LITERAL_1].", "It is EMAIL_1.", id="the-word-itself"),
    ],
)
def test_a_word_of_the_customer_stays_that_word(answer: str, expected: str) -> None:
    """Where the customer has a variable called like a placeholder, nobody's address is put in its place."""
    redaction = REDACTOR.redact("The mail of anna@example.com is wrong, our variable is called EMAIL_1.")

    assert redaction.restore(answer) == expected


@pytest.mark.parametrize(
    ("name", "written"),
    [
        pytest.param("Jörg Müller", "Jorg Muller", id="german-without-dots"),
        pytest.param("Jörg Müller", "JOERG MUELLER", id="german-in-two-letters"),
        pytest.param("Änne Größl", "Aenne Groessl", id="sharp-s"),
        pytest.param("Søren Ærø", "Soren Aero", id="danish-without-strokes"),
        pytest.param("Søren Ærø", "Soeren Aeroe", id="danish-in-two-letters"),
        pytest.param("Åse Strömå", "Aase Stroemaa", id="ring-in-two-letters"),
        pytest.param("Åse Strömå", "Ase Stroma", id="without-ring"),
        pytest.param("Łucja Wałęsa", "Lucja Walesa", id="polish"),
        pytest.param("Ju\u0308rgen A\u030agren", "Juergen Aagren", id="decomposed-record"),
        pytest.param("Jürgen Ågren", "Ju\u0308rgen A\u030agren", id="decomposed-text"),
    ],
)
def test_names_as_other_keyboards_write_them(name: str, written: str) -> None:
    """A name is found without its accents, and as passports and airlines spell its letters."""
    assert REDACTOR.redact(f"Hi, {written}", customer=Customer(name=name)).text == "Hi, [NAME_1] [NAME_2]"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("annakarin", "[NAME_1]", id="without-hyphen"),
        pytest.param("AnnakarinMueller87", "[NAME_1]87", id="two-names-as-one"),
        pytest.param("@annakarin", "@[NAME_1]", id="handle"),
        pytest.param("Anna_Karin", "[NAME_1]_[NAME_2]", id="underscore"),
        pytest.param("Anna\u2011Karin", "[NAME_1]", id="other-hyphen"),
        pytest.param("Oström Östrom", "[NAME_1] [NAME_2]", id="half-of-the-accents"),
        pytest.param("Öström2 öström_1987", "[NAME_1]2 [NAME_2]_1987", id="digits-behind"),
        pytest.param("Ｍüller", "[NAME_1]", id="fullwidth"),
        pytest.param("MüllerBau", "[COMPANY_1]", id="company-in-one-word"),
        pytest.param("www.mullerbau.de", "www.[COMPANY_1].de", id="company-as-host"),
        pytest.param("K4471 K 4471 k-4471", "[CUSTOMER_NUMBER_1] [CUSTOMER_NUMBER_2] [CUSTOMER_NUMBER_3]", id="key"),
        pytest.param("XK4471 K-44712 Müllerei Bau", "XK4471 K-44712 Müllerei Bau", id="longer-or-shorter"),
    ],
)
def test_other_spellings_of_the_record(text: str, expected: str) -> None:
    """Names go in handles and names of hosts, with any of their accents; the key however its parts are joined."""
    customer = Customer(name="Anna-Karin Öström Müller", id="K-4471", company="Müller Bau GmbH")

    assert REDACTOR.redact(text, customer=customer).text == expected


def test_a_name_without_accents_is_found_with_them() -> None:
    """What the record lost on its way is found as its owner writes it."""
    assert REDACTOR.redact("Jörg Müller", customer=Customer(name="Jorg Muller")).text == "[NAME_1] [NAME_2]"


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        pytest.param("Will May", "I will do so in may, Will", "I will do so in may, [NAME_1]", id="english"),
        pytest.param("Will May", "thanks, will may", "thanks, [NAME_1] [NAME_2]", id="both-words"),
        pytest.param("Bo Berg", "Var ska vi bo på ett berg?", "Var ska vi bo på ett berg?", id="swedish"),
        pytest.param("Dr. Ludwig von der Tann", "von der Firma, Tann", "von der Firma, [NAME_1]", id="particles"),
    ],
)
def test_names_that_are_ordinary_words(name: str, text: str, expected: str) -> None:
    """A name that everybody uses as a word is one only with a capital, or beside another part of the name."""
    assert REDACTOR.redact(text, customer=Customer(name=name)).text == expected


def test_senders_are_names() -> None:
    """Who stands in the sender line of a mail is a name in its text; an address there is none."""
    redaction = REDACTOR.redact("Gruß, Jonas", senders=["Jonas Weber <jonas@example.de>", "info@example.de"])

    assert redaction.text == "Gruß, [NAME_1]"


def test_a_long_sender_line_crowds_out_nobody() -> None:
    """Of one name few parts are looked for, so that those behind it keep theirs."""
    senders = ["".join(f"{chr(97 + place // 26)}{chr(97 + place % 26)}q " for place in range(40)), "Jonas Weber"]

    assert REDACTOR.redact("Gruß, Jonas Weber", senders=senders).text == "Gruß, [NAME_1] [NAME_2]"


def test_report_holds_no_value() -> None:
    """The report can be logged: neither it nor the repr of a redaction says what stood there."""
    redaction = REDACTOR.redact("anna@example.se")

    assert "anna" not in repr(redaction)
    assert redaction.replaced[0].model_dump() == {
        "kind": "email",
        "placeholder": "[EMAIL_1]",
        "part": "",
        "start": 0,
        "end": 15,
    }


@pytest.mark.parametrize(
    "answer",
    ["[EMAIL_1]", "[email_1]", "[EMAIL 1]", r"\[EMAIL\_1\]", "[ EMAIL_1 ]", "[EMAIL-1]", "[Email_1]"],
)
def test_restoring_is_lenient(answer: str) -> None:
    """A placeholder is put back however a model spells it."""
    assert REDACTOR.redact("anna@example.se").restore(answer) == "anna@example.se"


def test_unknown_placeholders_stay() -> None:
    """What stands for nothing is left as it is."""
    assert REDACTOR.redact("anna@example.se").restore("[EMAIL_2] [PHONE_1] [Step 1]") == "[EMAIL_2] [PHONE_1] [Step 1]"


def test_restored_values_are_not_read_again() -> None:
    """What a placeholder stands for may look like a placeholder; it is put back as it is."""
    redaction = REDACTOR.redact("[EMAIL_1] a@b.se")

    assert redaction.text == "[LITERAL_1] [EMAIL_1]"
    assert redaction.restore("[LITERAL_1]") == "[EMAIL_1]"


def test_vault_joins_texts() -> None:
    """Texts that share a vault share their numbering."""
    vault = Vault()
    first, second = (
        REDACTOR.redact_parts({"": text}, names=RecordNames(None), language="und", vault=vault)[""]
        for text in ("a@b.se", "c@d.se and a@b.se")
    )

    assert (first.text, second.text) == ("[EMAIL_1]", "[EMAIL_2] and [EMAIL_1]")
    assert vault.values == {"[EMAIL_1]": "a@b.se", "[EMAIL_2]": "c@d.se"}


@pytest.mark.parametrize("kind", KINDS)
def test_kinds_can_be_left(kind: str) -> None:
    """Each kind can be switched off by its name, and the others stay."""
    text = (
        "Björk, Nordvik Rör AB, K-20417, a@b.se, +46 70 123 45 67, SE45 5000 0000 0583 9825 7466, "
        "4111 1111 1111 1111, 811218-9876, 192.168.1.44, bilen ABC 123"
    )
    kinds = {each.kind for each in Redactor(leave=[kind]).redact(text, customer=CUSTOMER).replaced}

    assert kinds == set(KINDS) - {kind}


def test_own_addresses_can_be_kept() -> None:
    """Your own support address stays readable for the model."""
    assert Redactor(keep=["Help@Nordlys.example"]).redact("help@nordlys.example a@b.se").text.endswith("[EMAIL_1]")
    assert Redactor(keep=["Help@Nordlys.example"]).redact("help@nordlys.example a@b.se").text.startswith("help@")


class Badges:
    """Finds numbers of badges."""

    def find(self, page: Page, /) -> Iterator[Found]:
        """Yield them."""
        start = page.text.find("badge ")
        if start >= 0:
            yield Found("badge", start + 6, start + 10)


def test_own_recogniser() -> None:
    """A recogniser of one's own brings a kind of its own, and comes back like the others."""
    redaction = Redactor(more=[Badges()]).redact("badge 7781 and [badge 1]")

    assert redaction.text == "badge [BADGE_1] and [LITERAL_1]"
    assert redaction.restore(redaction.text) == "badge 7781 and [badge 1]"


def test_overlapping_finds_are_one() -> None:
    """Where two kinds share signs, all of them go: nothing of a number is left beside its placeholder."""

    class Half:
        def find(self, page: Page, /) -> Iterator[Found]:
            yield Found("half", 0, len(page.text) // 2)

    redaction = Redactor(more=[Half()]).redact("call anna@example.se")

    assert redaction.text == "[HALF_1]"
    assert redaction.restore(redaction.text) == "call anna@example.se"


def test_redaction_can_be_pickled() -> None:
    """A redaction comes back from another process."""
    redaction = REDACTOR.redact("anna@example.se")

    assert pickle.loads(pickle.dumps(redaction)) == redaction


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("<p>anna&#64;example.se</p>", "<p>[EMAIL_1]</p>", id="at-sign"),
        pytest.param("anna&#x40;example&period;se", "[EMAIL_1]", id="hexadecimal-and-named"),
        pytest.param("tel&nbsp;+46&nbsp;70&nbsp;123&nbsp;45&nbsp;67<br>", "tel&nbsp;[PHONE_1]<br>", id="blanks"),
        pytest.param("<b>Anna&#45;Lena Bj&ouml;rk</b>", "<b>[NAME_1] [NAME_2]</b>", id="name"),
        pytest.param("IBAN SE45&nbsp;5000&nbsp;0000&nbsp;0583&nbsp;9825&nbsp;7466", "IBAN [IBAN_1]", id="iban"),
        pytest.param("R&amp;D, &copy 2026, a&b;", "R&amp;D, &copy 2026, a&b;", id="nothing-hidden"),
    ],
)
def test_entities_hide_nothing(text: str, expected: str) -> None:
    """The source of an HTML mail is redacted as what its reader sees, and comes back as it was written."""
    redaction = REDACTOR.redact(text, customer=CUSTOMER)

    assert redaction.text == expected
    assert redaction.restore(redaction.text) == text


@given(
    st.lists(PIECES | st.sampled_from(["&#64;", "&nbsp;", "&amp;", "&", ";", "&#0;", "&NotEqualTilde;"])).map("".join)
)
def test_entities_come_back(text: str) -> None:
    """Whatever entities a text holds, it comes back to the letter."""
    redaction = REDACTOR.redact(text, customer=CUSTOMER)

    assert redaction.restore(redaction.text) == text


@pytest.mark.parametrize("name", ["Jürgen Müßler", "JÃ¼rgen MÃ¼ÃŸler"])
@pytest.mark.parametrize(
    "written", ["Jürgen Müßler", "JÃ¼rgen MÃ¼ÃŸler", "Juergen Muessler", "JÃ¼rgen M&uuml;&szlig;ler"]
)
def test_garbled_names_are_found(name: str, written: str) -> None:
    """A name that the wrong character set has garbled is found as it was meant, in the record and in the text."""
    text = f"Danke und viele GrÃ¼ÃŸe, {written}"
    redaction = REDACTOR.redact(text, customer=Customer(name=name))

    assert redaction.text == "Danke und viele GrÃ¼ÃŸe, [NAME_1] [NAME_2]"
    assert redaction.restore(redaction.text) == text
