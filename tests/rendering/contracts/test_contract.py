"""A contract says what a template takes, and nothing undeclared gets in."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest

from tonekit.argument_errors import WrongInputError
from tonekit.conditions.condition import Observed
from tonekit.errors import TemplateError
from tonekit.files.datafile import DataFile
from tonekit.rendering.contracts.contract import Contract, Known
from tonekit.rendering.contracts.contract_reading import read_contract
from tonekit.rendering.contracts.values import Text

CONTRACT = """
id: quote
kind: reply
inputs:
  customer.name: {type: line, trust: customer, max: 10}
  message.text: {type: text, trust: customer}
  answer.steps: {type: list, trust: agent, required: true}
  answer.count: {type: number, trust: agent}
  answer.ready: {type: flag, trust: agent}
  answer.links: {type: links, trust: agent}
  answer.code: {type: code, trust: agent}
  quote.sent: {type: date, trust: agent}
  quote.items: {type: prices, trust: agent}
  quote.total: {type: money, trust: agent, min: 0}
  answer.minutes: {type: number, trust: agent, min: 1}
  appointment.options: {type: datetimes, trust: agent}
select:
  - {use: informal, when: {style.address: informal}}
  - {use: default}
subject: {en: A quote}
"""


def contract(text: str = CONTRACT) -> Contract:
    """Read a contract from text."""
    return read_contract(DataFile(Path("template.yaml"), text), "replies/quote")


def taken(**values: Any) -> dict[str, Any]:
    """Return what the contract takes; `customer__name` stands for `customer.name`."""
    return contract().take({name.replace("__", "."): value for name, value in values.items()})


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param({"customer__name": "Anna\nBcc: x"}, {"customer.name": "Anna Bcc:"}, id="as-long-as-declared"),
        pytest.param({"customer__name": "  "}, {}, id="blank-is-missing"),
        pytest.param({"customer__name": None}, {}, id="none-is-missing"),
        pytest.param({"answer__ready": False}, {"answer.ready": False}, id="false-is-there"),
        pytest.param({"other__thing": "x"}, {}, id="undeclared-stays-out"),
        pytest.param(
            {"message__text": " a\r\nb ", "answer__count": 3},
            {"message.text": "a\nb", "answer.count": 3},
            id="each-by-its-type",
        ),
    ],
)
def test_take(values: dict[str, Any], expected: dict[str, Any]) -> None:
    """Inputs are converted to their type; what is blank or undeclared is not there."""
    assert taken(**values) == expected


def test_texts_keep_their_trust() -> None:
    """A text remembers who wrote it."""
    name = taken(customer__name="Anna")["customer.name"]

    assert isinstance(name, Text)
    assert name.trust == "customer"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        pytest.param({"answer__count": "three"}, "answer.count.*needs a number", id="number"),
        pytest.param({"answer__links": "javascript:alert(1)"}, "answer.links.*not an address", id="link"),
        pytest.param({"answer__minutes": 0}, "answer.minutes.*needs 1 or more, not 0", id="number-below-the-least"),
        pytest.param({"quote__total": "-5 EUR"}, "quote.total.*needs 0 EUR or more, not -5 EUR", id="negative-amount"),
        pytest.param({"quote__items": [{"text": "CRM"}]}, "quote.items.*a text and a price", id="inside-a-list"),
    ],
)
def test_wrong_type(values: dict[str, Any], words: str) -> None:
    """A value of another type is an error that names the input."""
    with pytest.raises(TemplateError, match=words):
        taken(**values)


def test_wrong_type_has_file_and_line() -> None:
    """The error for a value of another type leads to the line that declares the input."""
    with pytest.raises(WrongInputError) as caught:
        taken(quote__sent="soon")

    line = next(number for number, text in enumerate(CONTRACT.split("\n"), 1) if "quote.sent" in text)
    assert (caught.value.template, caught.value.line) == ("replies/quote/template.yaml", line)


def test_wrong_type_names_its_input() -> None:
    """A service can tell a fact that does not fit from a template that is broken, and which fact it is."""
    with pytest.raises(WrongInputError) as caught:
        taken(quote__sent="soon")

    back: WrongInputError = pickle.loads(pickle.dumps(caught.value))
    assert issubclass(WrongInputError, TemplateError)
    assert (back.input_path, back.rule, str(back)) == ("quote.sent", "wrong-value", str(caught.value))


@pytest.mark.parametrize("names", [("answer__ready", "quote__sent"), ("quote__sent", "answer__ready")])
def test_first_wrong_type_of_the_contract_is_named(names: tuple[str, ...]) -> None:
    """Of two wrong values the one that is declared first is named, in whatever order they are given."""
    with pytest.raises(TemplateError, match=r"input 'answer\.ready'"):
        taken(**dict.fromkeys(names, "soon"))


def test_missing_required_inputs_are_named() -> None:
    """A template without its required inputs says which are missing."""
    assert contract().missing({}) == ("answer.steps",)
    assert contract().missing({"answer.steps": ["a"]}) == ()


@pytest.mark.parametrize(("address", "variant"), [("informal", "informal"), ("formal", "default")])
def test_variant(address: str, variant: str) -> None:
    """The first line of select that holds names the body."""
    assert contract().variant({"style.address": Observed(address)}) == variant


def test_what_is_known_is_converted_once() -> None:
    """Templates that declare an input alike share its conversion; one that declares it otherwise has its own."""
    other = contract(CONTRACT.replace("max: 10", "max: 3"))
    given: dict[str, Any] = {"customer.name": "Anna Berg", "answer.steps": ["a"]}
    known: Known = {}
    first, again = contract().take(given, known=known), contract().take(given, known=known)

    assert first["customer.name"] is again["customer.name"]
    assert other.take(given, known=known)["customer.name"] == "Ann"
    assert contract().take(given, known=known) == contract().take(given)
    assert contract().lacking({}, known={}) == ("answer.steps",)
