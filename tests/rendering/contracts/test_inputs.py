"""What templates are given beside the caller's facts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit import Customer, Message
from tonekit.analysis import Analysis
from tonekit.reading.reader import Reader
from tonekit.rendering.contracts.inputs import first_name, given_inputs, said_name, with_facts


@pytest.fixture(scope="module")
def analysis(reader: Reader) -> Analysis:
    """What was read of an ordinary message."""
    return reader.read("Where is my order?", locale=None)


@pytest.mark.parametrize(
    ("customer", "expected"),
    [
        pytest.param({"name": "Kim Berg"}, "Kim", id="two-words"),
        pytest.param({"name": "Anne-Marie Sørensen"}, "Anne-Marie", id="hyphen"),
        pytest.param({"name": "Åsa O’Brien"}, "Åsa", id="apostrophe"),
        pytest.param({"name": "Berg"}, None, id="one-word"),
        pytest.param({"name": "Kim van Berg"}, None, id="three-words"),
        pytest.param({"name": "Berg, Kim"}, None, id="family-name-first"),
        pytest.param({"name": "Berg AB"}, None, id="firm"),
        pytest.param({"name": "Nordlys GmbH"}, None, id="firm-in-mixed-case"),
        pytest.param({"name": "Nordlys Data", "company": "Nordlys Data"}, None, id="known-firm"),
        pytest.param({"name": "Nordlys Data", "company": "NORDLYS DATA AB"}, None, id="known-firm-with-legal-form"),
        pytest.param({"name": "Kim Berg", "company": "Berg AB"}, "Kim", id="firm-of-a-person"),
        pytest.param({"name": "Nordlys Limited"}, None, id="legal-form-that-is-a-word"),
        pytest.param({"name": "kim berg"}, None, id="lower-case"),
        pytest.param({"name": "Kim Berg", "title": "Frau"}, None, id="title-and-family-name"),
        pytest.param({"name": "K. Berg"}, None, id="initial"),
        pytest.param({"name": "Kim {{x}}"}, None, id="template"),
        pytest.param({}, None, id="no-name"),
    ],
)
def test_first_name(customer: dict[str, str], expected: str | None) -> None:
    """The first name is taken where the name shows it, and never guessed."""
    assert first_name(Customer.model_validate(customer)) == expected


@pytest.mark.parametrize(
    ("customer", "expected"),
    [
        pytest.param({"name": "Jens Meier", "title": "Herr"}, "Meier", id="title"),
        pytest.param({"name": "Jens Meier"}, "Jens Meier", id="no-title"),
        pytest.param({"name": "Meier", "title": "Herr"}, "Meier", id="family-name"),
        pytest.param({"name": "van Dijk", "title": "Frau"}, "van Dijk", id="particle"),
        pytest.param({"name": "Berg AB", "title": "Frau"}, "Berg AB", id="firm"),
        pytest.param({"name": "Anna Verlag", "title": "Frau"}, "Verlag", id="named-like-a-firm"),
        pytest.param({"title": "Frau"}, None, id="no-name"),
    ],
)
def test_said_name(customer: dict[str, str], expected: str | None) -> None:
    """Behind a title stands the family name, where the name shows which it is."""
    assert said_name(Customer.model_validate(customer)) == expected


@given(st.text(max_size=80), st.text(max_size=20))
def test_first_name_is_one_word_of_the_name(name: str, title: str) -> None:
    """Whatever the name is, its first name is a word of it."""
    found = first_name(Customer(name=name, title=title))

    assert found is None or found == name.split(maxsplit=1)[0]


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Export", "Export"),
        ("Re: Export", "Export"),
        ("RE: AW: Sv: Export", "Export"),
        ("Re[2]: Export", "Export"),
        ("Sv : Export", "Export"),
        ("Return: Export", "Return: Export"),
        ("Re", "Re"),
        ("Fwd: Export", "Fwd: Export"),
        (None, None),
    ],
)
def test_subject_without_reply_prefix(analysis: Analysis, subject: str | None, expected: str | None) -> None:
    """The marks of earlier replies go, so that a reply can set its own; everything else stays."""
    message = Message(text="x", subject=subject)
    inputs = given_inputs(message, None, analysis, {}, history=0, longest=100)

    assert inputs["message.subject"] == expected


@pytest.mark.parametrize(
    ("customer", "facts", "record", "others"),
    [
        pytest.param(None, {"customer.name": "Kim"}, Customer(name="Kim"), {}, id="no-record"),
        pytest.param(
            Customer(name="Kim", company="X"), {"customer.name": "Bo"}, Customer(name="Bo", company="X"), {}, id="both"
        ),
        pytest.param(
            Customer(id="7"),
            {"customer.first_name": "Bo"},
            Customer(id="7"),
            {"customer.first_name": "Bo"},
            id="derived",
        ),
        pytest.param(None, {"draft": "x"}, None, {"draft": "x"}, id="nothing-of-the-customer"),
        pytest.param(None, {"customer.name": 7, "draft": "x"}, None, {"customer.name": 7, "draft": "x"}, id="no-text"),
    ],
)
def test_facts_of_the_customer_are_the_record(
    customer: Customer | None, facts: dict[str, object], record: Customer | None, others: dict[str, object]
) -> None:
    """What facts say of the customer outranks the record field by field, and stands there alone."""
    assert with_facts(customer, facts) == (record, others)


def test_facts_outrank_what_was_derived(analysis: Analysis) -> None:
    """A first name that the caller gives is the one that counts."""
    facts = {"customer.first_name": "Kimberly"}
    inputs = given_inputs(Message(text="x"), Customer(name="Kim Berg"), analysis, facts, history=0, longest=100)

    assert inputs["customer.first_name"] == "Kimberly"
