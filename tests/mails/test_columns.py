"""Columns are found by their names, or as the user says."""

from __future__ import annotations

import pytest

from tonekit.errors import MessageSourceError, UnknownNameError
from tonekit.mails.columns import COLUMNS, column_names, guessed_column, match_columns


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        pytest.param(["text", "id"], {"text": "text", "id": "id"}, id="plain"),
        pytest.param(
            ["Ticket ID", "Created at", "Body", "Handling minutes"],
            {"text": "Body", "id": "Ticket ID", "date": "Created at", "handling_time": "Handling minutes"},
            id="helpdesk",
        ),
        pytest.param(["Nachricht", "Kundentyp"], {"text": "Nachricht", "customer_type": "Kundentyp"}, id="german"),
        pytest.param(
            ["Nachricht", "Bearbeitungszeit (min)", "Datum [UTC]"],
            {"text": "Nachricht", "handling_time": "Bearbeitungszeit (min)", "date": "Datum [UTC]"},
            id="with-brackets",
        ),
        pytest.param(["Text (old)", "text"], {"text": "text"}, id="without-brackets-first"),
        pytest.param(["Text (internal)", "Nachricht"], {"text": "Nachricht"}, id="a-whole-name-outranks-brackets"),
        pytest.param(["Meddelande", "Skickat"], {"text": "Meddelande", "date": "Skickat"}, id="swedish"),
        pytest.param(["description", "message"], {"text": "message"}, id="the-better-guess-wins"),
        pytest.param(["text", "Text"], {"text": "text"}, id="the-first-of-two-alike"),
        pytest.param(["message", "", "  "], {"text": "message"}, id="columns-without-name"),
    ],
)
def test_columns_are_guessed(header: list[str], expected: dict[str, str]) -> None:
    """Usual names are known, however they are spelt; what is missing is left out."""
    assert match_columns(header, {}, source="x.csv") == expected


def test_one_column_can_be_guessed_alone() -> None:
    """Who needs the text alone gets the same guess, and none where no name tells."""
    assert guessed_column("text", ["id", "Meddelande (SMS)"]) == "Meddelande (SMS)"
    assert guessed_column("text", ["id", "datum"]) is None


def test_given_columns_win() -> None:
    """What the user says outranks every guess, and is not guessed for anything else."""
    found = match_columns(["message", "note", "date"], {"text": "note", "id": "date"}, source="x.csv")

    assert found == {"text": "note", "id": "date"}


def test_unknown_column_is_named() -> None:
    """A column that the file does not have is an error that lists the ones it has."""
    with pytest.raises(UnknownNameError, match=r"no column in x\.csv 'texts'.*Did you mean 'text'.*date, text"):
        match_columns(["text", "date"], {"text": "texts"}, source="x.csv")


def test_text_is_needed() -> None:
    """Without a column for the text the error says which option helps."""
    with pytest.raises(MessageSourceError, match=r"--text-column.*Columns: a, b"):
        match_columns(["a", "b"], {}, source="x.csv")


def test_every_column_has_names() -> None:
    """Each column can be guessed, and no name stands for two of them."""
    names = column_names().names
    listed = [name for each in names.values() for name in each]

    assert set(names) == set(COLUMNS)
    assert sorted(listed) == sorted(set(listed))
