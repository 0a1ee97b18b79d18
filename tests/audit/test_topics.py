"""What a mail is about follows from the semantic fields that its words belong to."""

from __future__ import annotations

from pathlib import Path

import pytest

from tonekit import ToneKit
from tonekit.audit.topics import NO_MATTER, matter, matter_of_field, topic
from tonekit.errors import DataFileError
from tonekit.reading.heads.additive_heads import load_heads


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The parcel was delivered to the wrong shop by your courier.", "parcel and delivery", id="en"),
        pytest.param("Die Rechnung wurde zweimal abgebucht, bitte die Zahlung prüfen.", "invoice and payment", id="de"),
        pytest.param("Jag vill säga upp mitt abonnemang och avsluta avtalet.", "contract and cancelling", id="sv"),
        pytest.param("Serveren og databasen svarer ikke, API-et er nede.", "servers and integration", id="nb"),
        pytest.param("Hm.", NO_MATTER, id="nothing"),
        pytest.param("", NO_MATTER, id="empty"),
    ],
)
def test_matters(text: str, expected: str, toolkit: ToneKit) -> None:
    """The matter that most words belong to is found in every language; where there is none, that is said."""
    assert matter(toolkit.analyze(text)) == expected


def test_fields_of_matters_are_counted() -> None:
    """The head of the request, whose evidence tells the matter, counts every field that belongs to one."""
    assert set(matter_of_field()) - set(load_heads()["request"].file.weights) == set()


def test_topic_is_request_and_matter(toolkit: ToneKit) -> None:
    """A topic names what is wanted, then the matter."""
    analysis = toolkit.analyze("I want to cancel my subscription.")

    assert topic(analysis) == "cancellation: contract and cancelling"


def test_each_field_has_one_matter() -> None:
    """The file is valid, and narrow matters stand before wide ones."""
    matters = list(dict.fromkeys(matter_of_field().values()))

    assert matters[-1] == "something out of order"
    assert matter_of_field()["field.parcel"] == "parcel and delivery"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("matters: {home: [field.hom]}", "'field.hom' is not a semantic field"),
        ("matters:\n  home: [field.home]\n  house: [field.home]", "belongs to a matter already"),
    ],
)
def test_wrong_file_is_told(content: str, words: str, tmp_path: Path) -> None:
    """A slip in the file is told with its line."""
    path = tmp_path / "topics.yaml"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(DataFileError, match=words) as error:
        matter_of_field(path)
    assert error.value.line is not None
