"""A contract is read whole, and one that cannot be meant is refused with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tonekit.errors import DataFileError
from tonekit.files.datafile import DataFile
from tonekit.rendering.contracts.contract import Contract
from tonekit.rendering.contracts.contract_reading import read_contract

CONTRACT = """
id: quote
kind: reply
inputs:
  customer.name: {type: line, trust: customer, max: 10}
  message.text: {type: text, trust: customer}
  answer.steps: {type: list, trust: agent, required: true}
select:
  - {use: informal, when: {style.address: informal}}
  - {use: default}
subject: {en: A quote}
"""


def contract(text: str = CONTRACT) -> Contract:
    """Read a contract from text."""
    return read_contract(DataFile(Path("template.yaml"), text), "replies/quote")


def test_lines_and_groups() -> None:
    """A contract knows the groups of its inputs, and where the file declares its inputs and subjects."""
    read = contract()

    assert tuple(read.blank) == ("answer", "customer", "message")
    assert read.subject_lines == {"en": 11}
    assert read.input_lines == {"customer.name": 5, "message.text": 6, "answer.steps": 7}


def test_all_mistakes_are_found_at_once() -> None:
    """The first mistake is raised and carries the others."""
    broken = CONTRACT.replace("  - {use: default}\n", "").replace("subject: {en: A quote}\n", "")

    with pytest.raises(DataFileError, match="last line of select") as caught:
        contract(broken)

    assert ["needs a subject" in str(each) for each in caught.value.more] == [True]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        pytest.param("  - {use: default}\n", "", "last line of select", id="no-default"),
        pytest.param(
            "{use: informal, when: {style.address: informal}}", "{use: informal}", "only the last", id="shadow"
        ),
        pytest.param("max: 10", "min: 1", "min is for number and money", id="least-of-a-text"),
        pytest.param("max: 10", "min: low", "inputs.customer.name.min", id="least-that-is-no-number"),
        pytest.param("type: line", "type: lin", "inputs.customer.name.type", id="unknown-type"),
        pytest.param("trust: customer, max: 10", "max: 10", "inputs.customer.name.trust", id="no-trust"),
        pytest.param("subject: {en: A quote}\n", "", "needs a subject", id="no-subject"),
        pytest.param("subject: {en:", "subject: {False:", "subject.False", id="language-key"),
        pytest.param(
            "customer.name: {type: line, trust: customer",
            "customer.name: {type: line, trust: agent",
            "written by customers",
            id="customers-trusted",
        ),
        pytest.param(
            "message.text: {type: text",
            "message.text: {type: list",
            "its type is line or text",
            id="filled-with-another-type",
        ),
        pytest.param("answer.steps:", "brand.steps:", "'brand' is there without", id="always-there"),
        pytest.param(
            "answer.steps: {type: list, trust: agent, required: true}",
            "answer: {steps: {type: list, trust: agent}}",
            "write answer.steps: {type: …, trust: …}",
            id="inputs-in-a-group",
        ),
        pytest.param("answer.steps:", "customer:", "'customer' is a group of inputs", id="input-that-is-a-group"),
    ],
)
def test_refused(old: str, new: str, words: str) -> None:
    """A contract that cannot be meant is refused with its place."""
    assert old in CONTRACT

    with pytest.raises(DataFileError, match=words):
        contract(CONTRACT.replace(old, new))
