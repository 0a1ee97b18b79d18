"""Files of messages: each kind gives the same rows, and what is wrong is said with its place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit import Customer, Message
from tonekit.batch.row_files import row_file
from tonekit.batch.rows import row_of
from tonekit.errors import MessageSourceError

ROWS: list[dict[str, Any]] = [
    {"id": "a", "text": "Hej,\nvar är min faktura?", "subject": "Faktura"},
    {"id": "b", "text": 'Sie schrieben: "bald"; wann, bitte?', "subject": None},
    {"id": "c", "text": None, "subject": None},
    {"id": "d", "text": "x" * 200_000, "subject": None},
]


def written(folder: Path, kind: str) -> Path:
    """Write ROWS as a file of a kind."""
    path = folder / f"mails.{kind}"
    if kind == "parquet":
        parquet = pytest.importorskip("pyarrow.parquet", reason="needs the extra tonekit[parquet]")
        table = pytest.importorskip("pyarrow").Table.from_pylist(ROWS)
        parquet.write_table(table, path)
    elif kind == "jsonl":
        path.write_text("\n\n".join(json.dumps(row) for row in ROWS), encoding="utf-8-sig")
    else:
        delimiter = {"csv": ";", "tsv": "\t"}[kind]
        lines = [delimiter.join(ROWS[0])]
        lines += [
            delimiter.join(f'"{(value or "").replace(chr(34), chr(34) * 2)}"' for value in r.values()) for r in ROWS
        ]
        path.write_text("\r\n".join(lines), encoding="utf-8-sig", newline="")
    return path


@pytest.mark.parametrize("kind", ["jsonl", "csv", "tsv", "parquet"])
def test_rows(tmp_path: Path, kind: str) -> None:
    """Every kind of file gives the rows in order, however long a message and whatever signs it holds."""
    file = row_file(written(tmp_path, kind))
    file.check()
    rows = list(file.rows())

    assert file.count() == len(ROWS)
    assert [(row.number, row.id) for row in rows] == [(1, "a"), (2, "b"), (3, "c"), (4, "d")]
    assert [row.readable().text for row in rows] == [row["text"] or "" for row in ROWS]
    assert rows[0].readable().subject == "Faktura"
    assert list(file.rows(after=2)) == rows[2:]


def test_further_fields(tmp_path: Path) -> None:
    """Locale, channel, customer and facts are taken along; a channel that tonekit does not know is passed over."""
    path = tmp_path / "mails.ndjson"
    rows: list[dict[str, Any]] = [
        {"body": "Hei", "locale": "nb-NO", "channel": "chat", "customer": {"name": "Kim"}, "facts": {"answer": "Ja."}},
        {"body": "Hei", "channel": "Zendesk API", "number": 7},
    ]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")

    first, second = row_file(path, text_field="body").rows()

    assert first.readable() == Message(text="Hei", locale="nb-NO", channel="chat")
    assert first.options == {"customer": Customer(name="Kim"), "facts": {"answer": "Ja."}}
    assert second.readable() == Message(text="Hei")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        pytest.param(b"{text: 1}", "row 2: is not valid JSON", id="no-json"),
        pytest.param(b'{"text": "cut o', "row 2: is not valid JSON", id="cut-off"),
        pytest.param(b"\xff\xfe{}", "save the whole file as UTF-8", id="no-utf8"),
        pytest.param(b"[1]", "is not an object", id="no-object"),
        pytest.param(b'{"txt": "Hi"}', "has no field 'text'.*--field.*Fields: txt", id="no-field"),
        pytest.param(b'{"text": ["Hi"]}', "'text' holds list, not text", id="no-text"),
    ],
)
def test_bad_row_is_an_error_of_its_own(tmp_path: Path, line: bytes, words: str) -> None:
    """A row that holds no message carries its error, and the next one is read."""
    path = tmp_path / "mails.jsonl"
    path.write_bytes(b'{"text": "one"}\n' + line + b'\n{"text": "three"}\n')

    _, bad, third = row_file(path).rows()

    with pytest.raises(MessageSourceError, match=words):
        bad.readable()
    assert third.readable().text == "three"


def test_a_comma_outside_quotation_marks_cuts_no_message_off(tmp_path: Path) -> None:
    """A row of CSV with more cells than names is an error of its own: its message would lose what follows the comma."""
    path = tmp_path / "mails.csv"
    path.write_text('id,text\n1,"Hi, Kim"\n2,My card, my name\n3\n4,Bye,, \n', encoding="utf-8")

    first, bad, short, trailing = row_file(path).rows()

    assert [row.readable().text for row in (first, short, trailing)] == ["Hi, Kim", "", "Bye"]
    with pytest.raises(MessageSourceError, match="row 2: has more cells than the first line has names"):
        bad.readable()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        pytest.param("mails.xlsx", b"", "cannot be read; give one of .jsonl", id="kind"),
        pytest.param("none.csv", None, "is not a file", id="none"),
        pytest.param("mails.csv", b"id,body\n1,Hi\n", "has no field 'text'.*Fields: id, body", id="column"),
        pytest.param("mails.csv", b"PK\3\4\0\0", "is not text; save it as a text file", id="workbook"),
        pytest.param("mails.jsonl", b"Dear all\n", "row 1: is not valid JSON", id="no-json"),
        pytest.param(
            "mails.parquet", b"PAR1 but not really", "is not a readable Parquet file|needs pyarrow", id="parquet"
        ),
    ],
)
def test_wrong_file(tmp_path: Path, name: str, content: bytes | None, words: str) -> None:
    """A file that is wrong as a whole is an error before anything is read, in one line."""
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(MessageSourceError, match=words) as raised:
        row_file(path).check()

    assert len(str(raised.value).splitlines()) == 1


@given(st.binary(max_size=300))
def test_any_bytes_are_rows_or_errors(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    """Whatever stands in a JSON Lines file: every line that is not empty is a row, with a message or an error."""
    path = tmp_path_factory.mktemp("rows") / "mails.jsonl"
    path.write_bytes(content)
    file = row_file(path)

    assert len(list(file.rows())) == file.count()


@pytest.mark.parametrize(
    ("name", "written", "problem"),
    [
        ("m.jsonl", '{"text": "a"}\n' + "[" * 100_000 + '\n{"text": "c"}\n', "nested too deep"),
        ("m.csv", 'text,id\na,1\n"b,2\nc,3\nd,4\n', "a quote is never closed"),
    ],
)
def test_a_broken_row_says_so(tmp_path: Path, name: str, written: str, problem: str) -> None:
    """What cannot be read is the error of its row: no run ends by it, and no row is taken for a part of a message."""
    path = tmp_path / name
    path.write_text(written, encoding="utf-8")

    first, broken, *_ = row_file(path).rows()
    assert first.readable().text == "a"
    with pytest.raises(MessageSourceError, match=problem):
        broken.readable()


def test_quotes_inside_cells(tmp_path: Path) -> None:
    """A quote inside a cell, and one around line breaks, are both fine."""
    path = tmp_path / "m.csv"
    path.write_text('text,id\na 24" screen,1\n"two\nlines of ""it""",2\n', encoding="utf-8")
    assert [row.readable().text for row in row_file(path).rows()] == ['a 24" screen', 'two\nlines of "it"']


def test_the_line_in_which_a_sheet_is_told_the_delimiter(tmp_path: Path) -> None:
    """It is no line of names."""
    path = tmp_path / "m.csv"
    path.write_text("sep=;\nid;text\n1;a, b\n", encoding="utf-8")
    file = row_file(path)
    assert [row.readable().text for row in file.rows()] == ["a, b"]
    assert file.count() == 1


def test_quotes_in_pairs_are_no_fault(tmp_path: Path) -> None:
    """What stands behind a closing quote, or a lonely one inside a cell, makes no row broken."""
    path = tmp_path / "m.csv"
    path.write_text('text,id\n"a\nb" c,1\na 24" screen,2\nd,3\n', encoding="utf-8")

    assert [row.readable().text for row in row_file(path).rows()] == ["a\nb c", 'a 24" screen', "d"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old-mac"])
def test_tables_of_windows(tmp_path: Path, encoding: str, end: str) -> None:
    """What Excel saves is read in each of its encodings, and with each end of a line."""
    path = tmp_path / "Mails für März.csv"
    path.write_bytes(end.join(["id;text", "1;Grüß Gott – 5 €", '2;"a', 'b"', ""]).encode(encoding))
    file = row_file(path)

    assert [row.readable().text for row in file.rows()] == ["Grüß Gott – 5 €", f"a{end}b"]
    assert file.count() == 2


def test_json_lines_of_powershell(tmp_path: Path) -> None:
    """A file that was written by `>` in PowerShell is UTF-16, and read."""
    path = tmp_path / "mails.jsonl"
    path.write_text('{"text": "Grüße"}\n\n{"text": "Hi 👋"}\n', encoding="utf-16", newline="\r\n")

    assert [row.readable().text for row in row_file(path).rows()] == ["Grüße", "Hi 👋"]


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        pytest.param('{"text": "Hi", "facts": 3}', "'facts' is not an object.*write it as JSON", id="facts"),
        pytest.param('{"text": "Hi", "customer": "Kim Berg"}', "'customer' is not an object", id="name"),
        pytest.param('{"text": "Hi", "customer": {"nam": "Kim"}}', "Customer.nam", id="field"),
    ],
)
def test_columns_that_only_answering_takes(tmp_path: Path, cells: str, words: str) -> None:
    """A column of an export that happens to be called `customer` stops no reading; who answers is told before it."""
    path = tmp_path / "mails.jsonl"
    path.write_text(cells, encoding="utf-8")
    file = row_file(path)
    file.check()
    (row,) = file.rows()

    assert row.readable().text == "Hi"
    for asked in (row.own_options, lambda: file.check(answering=True)):
        with pytest.raises(MessageSourceError, match=words):
            asked()


def test_a_map_of_parquet_is_an_object() -> None:
    """Facts in a column of maps are facts, however the library for Parquet hands them over."""
    row = row_of({"text": "Hi", "facts": [("answer", "Ja.")]}, 1, text_field="text", source="x")

    assert row.own_options() == {"facts": {"answer": "Ja."}}


def test_objects_in_cells(tmp_path: Path) -> None:
    """A cell of CSV holds a customer and facts as JSON, or nothing; channels are known in any capitals."""
    path = tmp_path / "mails.csv"
    path.write_text(
        'text;customer;facts;channel\nHi;"{""name"": ""Kim""}";"{""answer"": ""Ja.""}"; Email\nHei;; ;Fax\n',
        encoding="utf-8",
    )

    first, second = row_file(path).rows()

    assert first.own_options() == {"customer": Customer(name="Kim"), "facts": {"answer": "Ja."}}
    assert second.own_options() == {}
    assert [row.readable().channel for row in (first, second)] == ["email", None]


@pytest.mark.parametrize(
    "content",
    ["id|text\n1|Hi, you\n", "id; text \n1;Hi, you\n", '"id of\nticket",text\n1,"Hi, you"\n'],
    ids=["bars", "blanks-around-a-name", "name-of-two-lines"],
)
def test_strange_columns(tmp_path: Path, content: str) -> None:
    """What exports call their columns, and put between them, keeps no message from being found."""
    path = tmp_path / "mails.csv"
    path.write_text(content, encoding="utf-8")

    assert [row.readable().text for row in row_file(path).rows()] == ["Hi, you"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param("text,id,text\nHi,1,\n", "has two columns 'text'", id="twice"),
        pytest.param('"the\nmessage",id\nHi,1\n', "Fields: the message, id$", id="two-lines"),
    ],
)
def test_columns_that_tell_nothing(tmp_path: Path, content: str, words: str) -> None:
    """Which column holds the message is not guessed; the error names the columns in one line."""
    path = tmp_path / "mails.csv"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(MessageSourceError, match=words):
        row_file(path).check()
