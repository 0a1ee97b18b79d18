"""Labelled messages are read whole, from either kind of file, or refused with the place that is wrong."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.errors import DataFileError
from tonekit.evaluation.labelled import LabelledMessage, as_line, passed_over, read_labelled, stream_labelled
from tonekit.evaluation.text_lines import LARGEST_FILE

FIRST = '{"id": "first", "text": "y"}'
TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1).filter(str.strip)


def written(folder: Path, content: str | bytes, name: str = "labelled.jsonl") -> Path:
    """Write a file."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def test_json_lines_are_read_in_order(tmp_path: Path) -> None:
    """Every line is a message; what is not labelled is absent, and a message without id is named by its line."""
    first = {"id": "a", "text": "Hi\u2028there", "mood": "neutral", "language": "en", "tags": ["chat"]}
    second = {"text": "Still nothing", "mood": None, "profile.cheer": False, "template": "apology", "language": "no"}
    path = written(tmp_path, f"\ufeff{json.dumps(first)}\n\n{json.dumps(second)}\r\n")

    assert read_labelled(path) == (
        LabelledMessage("a", "Hi\u2028there", {"language": "en", "mood": "neutral"}, ("chat",)),
        LabelledMessage(
            "3", "Still nothing", {"language": "nb"}, expected={"template": "apology", "profile.cheer": "false"}
        ),
    )


@pytest.mark.parametrize("delimiter", [pytest.param(sign, id=repr(sign)) for sign in ",;\t|"])
def test_csv_holds_the_same(tmp_path: Path, delimiter: str) -> None:
    """CSV has the same fields; spreadsheets of all countries are understood, cells of several lines too."""
    rows = [
        ["Text", "id", "mood", "tags", "profile.tone"],
        ['He said "no"\nand left; twice, today', "a", "frustrated", "chat | must", "warm"],
        ["Hello", "", "", "", ""],
        ["", "", "", "", ""],
    ]
    sheet = StringIO()
    csv.writer(sheet, delimiter=delimiter).writerows(rows)
    path = written(tmp_path, "\ufeff" + sheet.getvalue(), "labelled.csv")

    assert read_labelled(path) == (
        LabelledMessage(
            "a",
            'He said "no"\nand left; twice, today',
            {"mood": "frustrated"},
            ("chat", "must"),
            {"profile.tone": "warm"},
        ),
        LabelledMessage("4", "Hello", {}),
    )


def test_blanks_around_a_label_are_nothing(tmp_path: Path) -> None:
    """What a spreadsheet leaves around a label does not count, and a cell of blanks is empty."""
    path = written(tmp_path, "text,mood,urgency,profile.tone\nHello, neutral ,  , warm\n", "labelled.csv")

    assert read_labelled(path) == (
        LabelledMessage("2", "Hello", {"mood": "neutral"}, expected={"profile.tone": "warm"}),
    )


@pytest.mark.parametrize(
    ("name", "cell", "label"),
    [
        pytest.param("mood", "Neutral", "neutral", id="capital"),
        pytest.param("mood", "FRUSTRATED\u200b", "frustrated", id="invisible-sign"),
        pytest.param("role", "IT professional", "it_professional", id="blank-for-underline"),
        pytest.param("role", "business-user", "business_user", id="hyphen"),
        pytest.param("profile.cheer", "TRUE", "true", id="truth-of-a-sheet"),
    ],
)
def test_labels_are_taken_as_people_type_them(tmp_path: Path, name: str, cell: str, label: str) -> None:
    """Capitals, blanks and invisible signs make no other label."""
    path = written(tmp_path, f"text,{name}\nHello,{cell}\n", "labelled.csv")
    (found,) = read_labelled(path)

    assert {**found.labels, **found.expected} == {name: label}


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("sep=;\ntext;mood\nHello;neutral\n", id="line-for-excel"),
        pytest.param("\n\ntext,mood\nHello,neutral\n", id="blank-lines-above"),
        pytest.param("text|mood\nHello|neutral\n", id="bar"),
        pytest.param("text;mood;;\nHello;neutral;; \n", id="columns-left-behind"),
        pytest.param(" TEXT ; Mood\nHello;neutral\n", id="names-with-capitals"),
    ],
)
def test_what_spreadsheets_write_around_the_rows_is_nothing(tmp_path: Path, content: str) -> None:
    """Sheets are read as they come out of a spreadsheet."""
    (found,) = read_labelled(written(tmp_path, content, "labelled.csv"))

    assert (found.text, found.labels) == ("Hello", {"mood": "neutral"})


def test_keys_of_json_may_have_capitals_too(tmp_path: Path) -> None:
    """A key is taken as the column of a sheet is; where both forms stand, the other one is a field of its own."""
    path = written(tmp_path, '{"Text": "Hello", "Mood": "neutral"}\n{"text": "Hi", "mood": "neutral", "Mood": "x"}\n')

    assert [each.labels for each in stream_labelled(path, more=True)] == [{"mood": "neutral"}] * 2
    assert passed_over(path) == ("Mood",)
    with pytest.raises(DataFileError, match="'Mood' is not a field of labelled messages; did you mean 'mood'"):
        read_labelled(path)


def test_the_field_called_exactly_so_holds_the_message(tmp_path: Path) -> None:
    """Of Body and body the one that is named counts, whichever comes first."""
    path = written(tmp_path, '{"body": "small", "Body": "large"}')

    texts = {name: next(stream_labelled(path, text=name, more=True)).text for name in ("Body", "body", "BODY")}

    assert texts == {"Body": "large", "body": "small", "BODY": "small"}
    assert passed_over(path, text="Body") == ("body",)


def test_bar_in_a_name_parts_no_columns(tmp_path: Path) -> None:
    """A bar is the delimiter where no comma, semicolon or tab stands between the names."""
    (found,) = stream_labelled(written(tmp_path, "text,a|b|c\nHello,x\n", "labelled.csv"), more=True)

    assert found.text == "Hello"


def test_unknown_kind_is_told_before_anything_is_passed_over(tmp_path: Path) -> None:
    """A file of another kind is one clear line there too."""
    with pytest.raises(DataFileError, match="of no known kind"):
        passed_over(tmp_path / "labelled.txt")


def test_the_column_of_the_message_is_named_as_it_stands(tmp_path: Path) -> None:
    """`--text-column Body` finds the column Body."""
    for name, content in (("a.csv", "Body,mood\nHello,neutral\n"), ("a.jsonl", '{"Body": "Hello", "mood": "neutral"}')):
        assert [each.text for each in stream_labelled(written(tmp_path, content, name), text="Body")] == ["Hello"]


@pytest.mark.parametrize("label", ["Enthusiast", "enthusastic"])
def test_a_label_close_by_is_named(tmp_path: Path, label: str) -> None:
    """Who misspells a label is told which one is meant."""
    path = written(tmp_path, f"text,mood\nHello,{label}\n", "labelled.csv")

    with pytest.raises(DataFileError, match=f"'{label}' is not a label of mood; did you mean 'enthusiastic'?"):
        read_labelled(path)


@pytest.mark.parametrize(
    ("header", "cell", "words"),
    [
        pytest.param("mood", "frustriert", "did you mean 'frustrated'?", id="german"),
        pytest.param("request", "Beschwerde", "did you mean 'complaint'?", id="german-capital"),
        pytest.param("request", "Beschwerden", "did you mean 'complaint'?", id="german-plural"),
        pytest.param("request", "klagomål", "did you mean 'complaint'?", id="swedish"),
        pytest.param("mood", "sint", "did you mean 'frustrated'?", id="norwegian"),
        pytest.param("request", "Spørgsmål", "did you mean 'question'?", id="danish"),
        pytest.param("urgency", "kritisk", "did you mean 'critical'?", id="norwegian-danish"),
        pytest.param("mood", "grün", "mood; its labels are frustrated", id="none"),
        pytest.param("Stimmung", "neutral", "is not a field .* did you mean 'mood'?", id="field"),
        pytest.param("Ærinde", "neutral", "is not a field .* known are id", id="no-field"),
    ],
)
def test_labels_in_other_languages_are_told_in_english(tmp_path: Path, header: str, cell: str, words: str) -> None:
    """Who labelled in their own language is told which label or field is meant; nothing is guessed silently."""
    path = written(tmp_path, f"text,{header}\nHallo,{cell}\n", "labelled.csv")

    with pytest.raises(DataFileError, match=words):
        read_labelled(path)


def test_a_column_that_is_not_there_is_told_from_those_that_are(tmp_path: Path) -> None:
    """Who misspells the column of the message is told which one is near, and which there are."""
    path = written(tmp_path, "ticket,Mail body,mood\n7,Hello,neutral\n", "export.csv")

    with pytest.raises(DataFileError, match="did you mean 'mail body'\\? There are: ticket, mail body, mood"):
        list(stream_labelled(path, text="mailbody", more=True))


@pytest.mark.parametrize(
    ("moods", "words"),
    [
        pytest.param(["angry", "neutral"], None, id="one"),
        pytest.param(["angry", "neutral", "sad"], "(wrong too: line 4)", id="two"),
        pytest.param(["angry", "sad", "neutral", "glad"], "(wrong too: lines 3, 5)", id="three"),
        pytest.param(["angry"] * 40, "20, 21, 22 and more)", id="many"),
    ],
)
def test_further_wrong_lines_are_named(tmp_path: Path, moods: list[str], words: str | None) -> None:
    """All labels that were typed wrongly are mended in one go, not one with each run."""
    path = written(tmp_path, "text,mood\n" + "".join(f"Hello,{mood}\n" for mood in moods), "labelled.csv")

    with pytest.raises(DataFileError) as caught:
        read_labelled(path)

    assert caught.value.line == 2
    assert ("wrong too" in caught.value.problem) == bool(words)
    assert caught.value.problem.endswith(words or "enthusiastic")


def test_other_columns_can_be_passed_over(tmp_path: Path) -> None:
    """An export of a helpdesk is read where the column of the message is named."""
    path = written(tmp_path, "ticket,body,mood\n7,Hello,neutral\n", "export.csv")

    assert list(stream_labelled(path, text="body", more=True)) == [LabelledMessage("7", "Hello", {"mood": "neutral"})]


@pytest.mark.parametrize(
    ("header", "row", "name"),
    [
        pytest.param("Nachricht;mood", "Hallo;neutral", "a.csv", id="german"),
        pytest.param("meddelande,mood", "Hallo,neutral", "a.csv", id="swedish"),
        pytest.param("mood,Besked", "neutral,Hallo", "a.csv", id="danish"),
        pytest.param("Message (plain),mood", "Hallo,neutral", "a.csv", id="in-brackets"),
        pytest.param("", '{"Nachricht": "Hallo", "mood": "neutral"}', "a.jsonl", id="json"),
    ],
)
def test_the_column_of_the_message_is_guessed_as_in_an_audit(tmp_path: Path, header: str, row: str, name: str) -> None:
    """A usual name in any of our languages needs no option."""
    path = written(tmp_path, f"{header}\n{row}\n", name)

    assert [(each.text, each.labels) for each in stream_labelled(path)] == [("Hallo", {"mood": "neutral"})]
    assert passed_over(path) == ()


@pytest.mark.parametrize(
    ("header", "cells", "ids"),
    [
        pytest.param("Ticketnr;text", ["T-7;a", "T-8;b"], ["T-7", "T-8"], id="german"),
        pytest.param("Ärendenummer;text", [" 7 ;a"], ["7"], id="blanks"),
        pytest.param(
            "Ticket;text", ["7;a", "7;b", "8;c", "7;d"], ["7", "7 (2)", "8", "7 (3)"], id="mails-of-one-ticket"
        ),
        pytest.param("Ticket;text", [";a", "7;b"], ["2", "7"], id="empty-cell"),
        pytest.param("id;Ticketnr;text", ["1;T-7;a"], ["1"], id="the-format-tells"),
        pytest.param("Number;mood", ["7;neutral"], [], id="the-text-is-no-id"),
    ],
)
def test_the_column_of_the_id_is_guessed_as_in_an_audit(
    tmp_path: Path, header: str, cells: list[str], ids: list[str]
) -> None:
    """Rows of an export keep the names that the helpdesk knows them by, also when the export is sorted anew."""
    path = written(tmp_path, "\n".join([header, *cells]), "export.csv")
    text = None if ids else "number"

    assert [each.id for each in stream_labelled(path, text=text, more=True)] == (ids or ["2"])


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param("text,Nachricht\nHello,x\n", "'nachricht' is not a field", id="text-outranks-all"),
        pytest.param("request,mood\nproblem,neutral\n", "needs a field 'text'", id="labels-are-no-text"),
    ],
)
def test_nothing_is_guessed_where_the_format_tells(tmp_path: Path, content: str, words: str) -> None:
    """A field of the format is what it is called."""
    with pytest.raises(DataFileError, match=words):
        read_labelled(written(tmp_path, content, "labelled.csv"))


def test_the_guess_holds_for_the_whole_file(tmp_path: Path) -> None:
    """A later line without that field is a mistake, and no message is taken from another field of it."""
    path = written(tmp_path, '{"message": "Hello"}\n{"comment": "of a colleague"}\n')

    with pytest.raises(DataFileError, match="needs a field 'message' with the message") as caught:
        list(stream_labelled(path, more=True))

    assert caught.value.line == 2


def test_export_may_have_words_of_its_own_under_our_names(tmp_path: Path) -> None:
    """Where no labels are read, a helpdesk may call urgency and language what it likes."""
    path = written(tmp_path, "id,text,urgency,language,tags\n7,Hello,High,German,a;b\n", "export.csv")

    assert list(stream_labelled(path, more=True, labels=False)) == [LabelledMessage("7", "Hello", {}, ("a", "b"))]


@pytest.mark.parametrize(
    ("line", "column", "words"),
    [
        pytest.param("{", 2, "not valid JSON", id="json"),
        pytest.param("[]", None, "one JSON object a line", id="no-object"),
        pytest.param("[" * 100_000, None, "nested too deeply", id="nested"),
        pytest.param('{"text": " "}', 2, "'text' that is not empty", id="blank"),
        pytest.param('{"text": 3}', 2, "'text' that is not empty", id="number"),
        pytest.param('{"mood": "neutral"}', None, "a field 'text' with the message; there are: mood", id="no-text"),
        pytest.param('{"text": "x", "mood": "cross"}', 15, "frustrated, neutral, enthusiastic", id="label"),
        pytest.param('{"text": "x", "mood": 3}', 15, "'3' is not a label of mood", id="label-number"),
        pytest.param('{"text": "x", "language": "Latin!"}', 15, "not a language code", id="language"),
        pytest.param('{"text": "\\"mood\\": x", "mood": "cross"}', 25, "is not a label of mood", id="key-in-a-text"),
        pytest.param('{"text": "x", "modd": "neutral"}', 15, "did you mean 'mood'", id="key-misspelt"),
        pytest.param('{"text": "x", "Text": "y"}', 15, "'Text' is not a field", id="key-with-capitals"),
        pytest.param('{"text": "x", "zzz": "neutral"}', 15, "known are id, text", id="key"),
        pytest.param('{"text": "x", "text": "y"}', 2, "stands twice", id="key-twice"),
        pytest.param('{"text": "x", "tags": 3}', 15, "a list of texts", id="tags"),
        pytest.param('{"text": "x", "tags": ["a,b"]}', 15, "without the signs", id="tag-with-comma"),
        pytest.param('{"text": "x", "id": true}', 15, "a text or a whole number", id="id"),
        pytest.param('{"text": "x", "id": "first"}', 15, "is already used in line 1", id="id-twice"),
        pytest.param('{"text": "x", "profile.tone": "rude"}', 15, "formal, professional", id="profile-value"),
        pytest.param('{"text": "x", "profile.colour": "red"}', 15, "not a field", id="profile-field"),
        pytest.param('{"text": "\0"}', 11, "zero byte", id="zero-byte"),
    ],
)
def test_wrong_line_is_named(tmp_path: Path, line: str, column: int | None, words: str) -> None:
    """What is wrong in JSON Lines is reported with file, line and column, and what would be right."""
    path = written(tmp_path, f"{FIRST}\n{line}")

    with pytest.raises(DataFileError, match=words) as caught:
        read_labelled(path)

    assert (caught.value.path, caught.value.line, caught.value.column) == (path, 2, column)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("content", "place", "words"),
    [
        pytest.param("id,mood\n1,neutral\n", (1, None), "a field 'text' .* there are: id, mood", id="missing-column"),
        pytest.param("text,modd\nx,neutral\n", (1, 2), "did you mean 'mood'", id="unknown-column"),
        pytest.param("text,modd\nx,\n", (1, 2), "did you mean 'mood'", id="unknown-blank-column"),
        pytest.param("text,\nx,y\n", (2, 2), "column has no name", id="nameless-column"),
        pytest.param("text,mood,mood\nx,,\n", (1, 3), "second time", id="column-twice"),
        pytest.param("text,mood\nx,neutral\ny,cross\n", (3, 2), "'cross' is not a label of mood", id="label"),
        pytest.param('text,mood\n"x\ny",neutral\nz,cross\n', (4, 2), "'cross' is not a label", id="label-behind-lines"),
        pytest.param("text,mood\nx,neutral,3\n", (2, None), "3 cells, .* 2 columns", id="too-many-cells"),
        pytest.param("text,mood\nx\n", (2, None), "1 cells, .* 2 columns", id="too-few-cells"),
        pytest.param('text,mood\n"x,neutral\ny,neutral\n', (2, None), "never closed", id="open-quote"),
        pytest.param("text,mood\rx,neutral\r", (1, None), "carriage return", id="line-ends-of-old-macs"),
        pytest.param("\nsep=;\ntext;mood\nx;neutral\ny;cross\n", (5, 2), "not a label of mood", id="below-lines-above"),
        pytest.param('text\n"x"y\n', (2, None), "not valid CSV", id="quote-in-a-cell"),
        pytest.param("text,mood\n,neutral\n", (2, 1), "'text' that is not empty", id="blank-text"),
        pytest.param("text\n" + "x" * 140_000, (2, None), "more than 131,072 characters", id="huge-cell"),
    ],
)
def test_wrong_csv_is_named(tmp_path: Path, content: str, place: tuple[int, int | None], words: str) -> None:
    """What is wrong in CSV is reported with file, line and number of the column."""
    path = written(tmp_path, content, "labelled.csv")

    with pytest.raises(DataFileError, match=words) as caught:
        read_labelled(path)

    assert (caught.value.path, caught.value.line, caught.value.column) == (path, *place)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        pytest.param("x.jsonl", None, "cannot be read: No such file", id="absent"),
        pytest.param("x.jsonl", b"", "holds no messages", id="empty"),
        pytest.param("x.csv", b"", "holds no messages", id="empty-csv"),
        pytest.param("x.csv", b"text,mood\n", "holds no messages", id="heading-alone"),
        pytest.param("x.jsonl", b"\n \n", "holds no messages", id="blank-lines"),
        pytest.param("x.csv", b"PK\x03\x04", "an Excel or zip file", id="excel"),
        pytest.param("x.jsonl", b"\x1f\x8b\x08", "gzip", id="gzip"),
        pytest.param("x.txt", b"{}", "of no known kind; .* .jsonl, .ndjson, .csv, .tsv", id="kind"),
    ],
)
def test_wrong_file_is_one_clear_line(tmp_path: Path, name: str, content: bytes | None, words: str) -> None:
    """A file that is absent, empty or of another kind is one line that says what to do."""
    path = tmp_path / name if content is None else written(tmp_path, content, name)

    with pytest.raises(DataFileError, match=words) as caught:
        read_labelled(path)

    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("name", ["labelled.csv", "labelled.jsonl"])
def test_encodings_of_windows_are_read(tmp_path: Path, name: str, encoding: str) -> None:
    """A file is read in whatever encoding a table for `analyze` may have."""
    rows = {
        "labelled.csv": "text;mood\r\nnaïve é;neutral\r\n",
        "labelled.jsonl": '{"text": "naïve é", "mood": "neutral"}\n',
    }

    [message] = read_labelled(written(tmp_path, rows[name].encode(encoding), name))

    assert (message.text, message.labels) == ("naïve é", {"mood": "neutral"})


def test_mixed_encodings_are_read_line_by_line(tmp_path: Path) -> None:
    """A file that is UTF-8 in one line and Windows-1252 in the next was put together from two; both are read."""
    path = written(tmp_path, "text\nFräulein ä\n".encode() + "naïve é\n".encode("cp1252"), "labelled.csv")

    assert [message.text for message in read_labelled(path)] == ["Fräulein ä", "naïve é"]


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252"])
def test_mistakes_are_placed_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    """Line and column count characters, not bytes."""
    path = written(tmp_path, '{"text": "é"}\n{"text": "é", "mood": "sad"}\n'.encode(encoding))

    with pytest.raises(DataFileError, match="'sad' is not a label") as caught:
        read_labelled(path)

    assert (caught.value.line, caught.value.column) == (2, 15)


def test_folder_is_no_file(tmp_path: Path) -> None:
    """A folder of the right name is refused."""
    (tmp_path / "x.jsonl").mkdir()

    with pytest.raises(DataFileError, match="is a folder"):
        read_labelled(tmp_path / "x.jsonl")


def test_gigabyte_is_refused_before_it_is_read(tmp_path: Path) -> None:
    """A file of a gigabyte is a mistake, and said to be one at once."""
    path = written(tmp_path, "")
    with path.open("r+b") as file:
        file.truncate(1_000_000_000)  # a sparse file: it takes no room

    with pytest.raises(DataFileError, match=r"has 1,000 MB; labelled messages have 256 MB at most"):
        read_labelled(path)


def test_endless_line_is_refused(tmp_path: Path) -> None:
    """A line without end is not taken into memory."""
    path = written(tmp_path, "")
    with path.open("r+b") as file:
        file.truncate(LARGEST_FILE - 1)

    with pytest.raises(DataFileError, match="the line has more than 4,000,000 characters") as caught:
        read_labelled(path)

    assert caught.value.line == 1


def test_messages_come_one_by_one(tmp_path: Path) -> None:
    """Reading is streamed: what is before a mistake is given out before it is met."""
    stream = stream_labelled(written(tmp_path, f"{FIRST}\n{{"))

    assert next(stream).id == "first"
    with pytest.raises(DataFileError):
        next(stream)


@given(
    st.lists(
        st.fixed_dictionaries(
            {"text": TEXTS},
            optional={
                "mood": st.sampled_from(["frustrated", "neutral"]),
                "template": st.sampled_from(["apology", "quote"]),
                "tags": st.lists(st.sampled_from(["chat", "must", "two words"]), unique=True).map(tuple),
            },
        ),
        min_size=1,
    )
)
def test_what_is_written_is_read_again(tmp_path_factory: pytest.TempPathFactory, rows: list[dict[str, Any]]) -> None:
    """Whatever the text, the message that was written is the message that is read."""
    messages = tuple(
        LabelledMessage(
            f"m{number}",
            row["text"],
            {"mood": row["mood"]} if "mood" in row else {},
            row.get("tags", ()),
            {"template": row["template"]} if "template" in row else {},
        )
        for number, row in enumerate(rows)
    )
    path = written(tmp_path_factory.mktemp("labelled"), "".join(map(as_line, messages)))

    assert read_labelled(path) == messages


@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_else(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    """Whatever stands in a file, it is read or refused with a DataFileError."""
    folder = tmp_path_factory.mktemp("bytes")
    for name in ("x.jsonl", "x.csv"):
        try:
            assert read_labelled(written(folder, content, name))
        except DataFileError as error:
            assert "\n" not in str(error).replace(str(folder), "")  # noqa: PT017 - either outcome is right
