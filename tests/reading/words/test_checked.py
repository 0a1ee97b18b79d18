"""A table whose hash stands beside it is taken as checked, and any other is read row by row."""

from __future__ import annotations

from pathlib import Path

import pytest

from tonekit.errors import DataFileError
from tonekit.reading.words.checked import is_checked, note_checked
from tonekit.reading.words.shipped_table import ALERT, ALERT_WORDS, LEARNED
from tonekit.reading.words.word_table import WORDS, WordTable

HEADER = "word\tmood.frustrated\tmood.neutral\tmood.enthusiastic\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table with one row."""
    path = tmp_path / "words.tsv"
    path.write_text(f"{HEADER}vent\t.5\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("shipped", [WORDS, ALERT_WORDS], ids=lambda path: path.name)
def test_shipped_tables_are_those_that_were_checked(shipped: Path) -> None:
    """After a change by hand the hash is written anew: `sha256sum words.tsv > words.sha256`."""
    assert is_checked(shipped)


@pytest.mark.parametrize(("path", "labels"), [(WORDS, None), (ALERT_WORDS, {ALERT: LEARNED})], ids=["words", "alerts"])
def test_shipped_tables_have_no_wrong_row(
    tmp_path: Path, path: Path, labels: dict[str, tuple[str, ...]] | None
) -> None:
    """Without their hash they are read row by row, and nothing is refused."""
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    read = WordTable(copy, labels) if labels else WordTable(copy)

    assert not is_checked(copy)
    assert len(list(read.known())) > 30_000


@pytest.mark.parametrize("row", ["vent\t.5", "lang\tmuch", "lang\t1\t1\t1\t1"])
def test_what_was_changed_is_checked(table: Path, row: str) -> None:
    """A row that was added later is refused as if no hash stood there, and so is one of a table with a broken hash."""
    note_checked(table)
    assert is_checked(table)
    table.write_text(f"{table.read_text(encoding='utf-8')}{row}\n", encoding="utf-8")
    with pytest.raises(DataFileError, match=r"words\.tsv:3"):
        WordTable(table).entries()

    table.with_suffix(".sha256").write_bytes(b"\xff")
    with pytest.raises(DataFileError, match=r"words\.tsv:3"):
        WordTable(table).entries()


def test_hash_changes_no_row(table: Path) -> None:
    """With its hash and without a table says the same."""
    before = WordTable(table).entries()
    note_checked(table)

    assert WordTable(table).entries() == before
