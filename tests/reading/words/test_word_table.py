"""The table of words: what it knows of a word, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.analysis import LABELS
from tonekit.errors import DataFileError
from tonekit.languages.loading import available_languages
from tonekit.languages.pack import Words
from tonekit.reading.parsing import Parser
from tonekit.reading.reader import Reader
from tonekit.reading.words.said import said_words
from tonekit.reading.words.word_table import WordTable

SHIPPED = WordTable()
ENTRIES = SHIPPED.entries()
HEADER = "word\tmood.frustrated\tmood.neutral\tmood.enthusiastic\turgency.none\turgency.elevated\turgency.critical"


def table(folder: Path, *lines: str) -> WordTable:
    """Write a table and read it."""
    path = folder / "words.tsv"
    path.write_text("\n".join(["# learned somewhere", HEADER, *lines]) + "\n", encoding="utf-8")
    return WordTable(path)


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        pytest.param("vent", ["vent"], id="no-longer-than-a-stem"),
        pytest.param("Vente", ["vente", "vent*"], id="one-stem"),
        pytest.param("ventetid", ["ventetid", "vent*", "ventet*"], id="two-stems"),
        pytest.param("third time!", ["third", "thir*", "time", "!", "third time", "time !"], id="pairs"),
        pytest.param("3 (three)", ["3", "(", "three", "thre*", ")", "0 three"], id="any-number-and-no-brackets"),
        pytest.param("So. No", ["so", ".", "no"], id="no-pair-across-sentences"),
    ],
)
def test_entries_of_a_text(text: str, entries: list[str]) -> None:
    """A text is looked up by its words, by the beginnings of longer ones, and by two words in a row."""
    assert list(said_words(Parser(Words(), {}).parse(text))) == entries


def test_rows_are_those_of_the_entries(tmp_path: Path) -> None:
    """Entries that the table has come in their order; cells left out at the end are 0."""
    words = table(tmp_path, "vent*\t.5", "ventede\t0.25\t-0.25", "nu\t\t\t\t\t\t1", "aldri svar\t1")

    assert words.rows_of(["ventede", "vent*", "nu", "aldri", "aldri svar"]) == [
        ("ventede", (0.25, -0.25, 0.0, 0.0, 0.0, 0.0)),
        ("vent*", (0.5, 0.0, 0.0, 0.0, 0.0, 0.0)),
        ("nu", (0.0, 0.0, 0.0, 0.0, 0.0, 1.0)),
        ("aldri svar", (1.0, 0.0, 0.0, 0.0, 0.0, 0.0)),
    ]
    assert words.columns == {"mood": slice(0, 3), "urgency": slice(3, 6)}
    assert words.width == 6


def test_rows_of_a_long_table(tmp_path: Path) -> None:
    """Rows are found wherever they stand: on any page, behind an entry that ends alike, in the last, unended line."""
    rows = {entry: number / 100 for number in range(2000) for entry in (f"no{number}", f"no{number} no{number}")}
    path = tmp_path / "words.tsv"
    path.write_text("\n".join([HEADER, *(f"{entry}\t{row}" for entry, row in rows.items()), "bare"]), encoding="utf-8")
    words = WordTable(path)

    assert {entry: row[0] for entry, row in words.entries().items()} == {each: row for each, row in rows.items() if row}
    assert (words.sums(["no1", "bare", "o1"])[0], [*words.known()][-1]) == (0.01, "bare")


def test_two_tables_are_one(tmp_path: Path) -> None:
    """An entry has the columns of both tables, those of the first one first, whichever of them knows it."""
    first = tmp_path / "first.tsv"
    first.write_text("word\tmood.frustrated\tmood.neutral\tmood.enthusiastic\nvent\t1\nnu\t\t2\n", encoding="utf-8")
    second = tmp_path / "second.tsv"
    second.write_text("word\turgency.none\turgency.elevated\turgency.critical\nnu\t\t\t3\nso\t4\n", encoding="utf-8")
    words = WordTable(second, before=WordTable(first))

    assert words.columns == {"mood": slice(0, 3), "urgency": slice(3, 6)}
    assert words.rows_of(["vent", "nu", "never", "so"]) == [
        ("vent", (1.0, 0.0, 0.0, 0.0, 0.0, 0.0)),
        ("nu", (0.0, 2.0, 0.0, 0.0, 0.0, 3.0)),
        ("so", (0.0, 0.0, 0.0, 4.0, 0.0, 0.0)),
    ]
    assert sorted(words.known()) == ["nu", "so", "vent"]


@pytest.mark.parametrize(
    ("lines", "problem", "line"),
    [
        pytest.param(["a\t1", "a\t2"], "'a' stands here twice", 4, id="twice"),
        pytest.param(["a\t1\t1\t1\t1\t1\t1\t1"], "more than 6 cells", 3, id="too-many-cells"),
        pytest.param(["b\t0", "a\tmuch"], "numbers below 100 between tabs", 4, id="no-number"),
        pytest.param(["a\t100"], "numbers below 100 between tabs", 3, id="too-large"),
    ],
)
def test_wrong_lines_are_refused(tmp_path: Path, lines: list[str], problem: str, line: int) -> None:
    """A line that cannot be meant is named with its number."""
    with pytest.raises(DataFileError, match=problem) as refused:
        list(table(tmp_path, *lines).rows_of(["a"]))

    assert refused.value.line == line


@pytest.mark.parametrize("columns", ["cheer.high", "mood.frustrated", "mood.neutral\tmood.frustrated"])
def test_wrong_columns_are_refused(tmp_path: Path, columns: str) -> None:
    """The columns are dimensions with all of their labels in order."""
    path = tmp_path / "words.tsv"
    path.write_text(f"word\t{columns}\n", encoding="utf-8")

    with pytest.raises(DataFileError, match="opens no dimension with its labels") as refused:
        _ = WordTable(path).columns

    assert refused.value.line == 1


@pytest.mark.parametrize("text", ["", "# learned somewhere\n"])
def test_table_without_columns_is_refused(tmp_path: Path, text: str) -> None:
    """A file that was saved empty is named."""
    path = tmp_path / "words.tsv"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(DataFileError, match="has no line that names the columns"):
        WordTable(path).entries()


def test_shipped_table_is_about_words() -> None:
    """Every entry is a word or stem in lower case with a weight that shows, of dimensions that words may speak for."""
    words = SHIPPED
    entries = words.entries()

    assert set(words.columns) <= set(LABELS) - {"formality"}
    halves = {half.rstrip("*") for each in entries for half in each.split()} - {"!", "?", "0"}
    assert [each for each in entries if each != each.lower() or len(each.split()) > 2] == []
    assert [half for half in halves if not half.replace("-", "").isalpha()] == []
    assert [each for each, row in entries.items() if not any(row)] == []


@given(st.lists(st.text(max_size=12), max_size=30))
def test_any_words_are_looked_up(words: list[str]) -> None:
    """Whatever the words, each row belongs to one of them."""
    found = [word for word, _ in SHIPPED.rows_of(words)]

    assert found == [word for word in words if word in ENTRIES]


def test_words_of_signatures_and_other_languages_are_left_out() -> None:
    """A name under a message says nothing; nor does a word of a language that has no pack."""
    reader = Reader(available_languages())
    signed = reader.features("Where is my parcel?\n\nKind regards\nSuzanne Waiting\nBroken Ltd").words
    french = reader.features("Bonjour, où est mon colis ? Je l'attends depuis trois semaines.").words

    assert "parcel" in signed
    assert {"suzanne", "waiting", "broken"} & set(signed) == set()
    assert french == {}
