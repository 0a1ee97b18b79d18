"""YAML files keep text as text and every value's place."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict

from tonekit.errors import DataFileError
from tonekit.files.datafile import DataFile, read_data_file

HERE = Path("rules.yaml")


class Shop(BaseModel):
    """A model to read into."""

    model_config = ConfigDict(extra="forbid")

    languages: list[str]
    open: bool = True
    floors: int = 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("[en, de, sv, no, da]", ["en", "de", "sv", "no", "da"], id="norwegian-is-no-boolean"),
        pytest.param("1.10", "1.10", id="versions-keep-their-zero"),
        pytest.param("0123", "0123", id="leading-zero"),
        pytest.param("on", "on", id="on"),
        pytest.param("~", None, id="null"),
        pytest.param("", None, id="empty"),
        pytest.param("{a: 1, 5: x}", {"a": "1", "5": "x"}, id="a-number-as-key"),
        pytest.param("{a: {b: [1, x]}}", {"a": {"b": ["1", "x"]}}, id="nested"),
    ],
)
def test_scalars_stay_text(text: str, expected: object) -> None:
    """No scalar changes its meaning on the way in."""
    assert DataFile(HERE, text).data == expected


def test_model_decides_types() -> None:
    """The model that a file is read into makes booleans and numbers of the text."""
    shop = DataFile(HERE, "languages: [no, de]\nopen: 'false'\nfloors: 3").into(Shop)

    assert (shop.languages, shop.open, shop.floors) == (["no", "de"], False, 3)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        pytest.param("languages: [de]\nfloors: many\n", 2, "floors", id="wrong-type"),
        pytest.param("languages: [de]\n\nopne: true\n", 3, "not a known key", id="unknown-key"),
        pytest.param("open: true\n", 1, "is needed and missing", id="missing-key"),
        pytest.param("languages: [de]\nlanguages: [sv]\n", 2, "twice", id="duplicate-key"),
        pytest.param("languages: [de\nopen: true\n", 1, "not valid YAML", id="syntax"),
        pytest.param("languages: [de]\nfloors: {high: 0,5}\n", 2, "comma ends an entry; write 0.5", id="comma"),
        pytest.param("languages:\n  - !de\n", 2, "!de without quotes is a mark of YAML", id="mark"),
    ],
)
def test_errors_name_the_line(text: str, line: int, words: str) -> None:
    """Whatever is wrong in a file is reported with its line and in words."""
    with pytest.raises(DataFileError, match=words) as caught:
        DataFile(HERE, text).into(Shop)

    assert caught.value.line == line
    assert str(caught.value).startswith(f"rules.yaml:{line}")


def test_missing_file_is_named(tmp_path: Path) -> None:
    """A file that is not there is an error with its path."""
    with pytest.raises(DataFileError, match="does not exist"):
        read_data_file(tmp_path / "none.yaml")


def test_foreign_encoding_is_an_error(tmp_path: Path) -> None:
    """A file in another encoding is refused, not misread."""
    path = tmp_path / "latin.yaml"
    path.write_bytes("name: Müller".encode("latin-1"))

    with pytest.raises(DataFileError, match="UTF-8"):
        read_data_file(path)


def test_utf16_is_called_by_its_name(tmp_path: Path) -> None:
    """What Windows calls Unicode is named, instead of the first byte of its mark."""
    path = tmp_path / "wide.yaml"
    path.write_bytes("name: Müller".encode("utf-16"))

    with pytest.raises(DataFileError, match="is UTF-16, as some editors of Windows save it; save the whole file as"):
        read_data_file(path)


def test_an_error_points_at_the_file_that_an_entry_comes_from() -> None:
    """A list may be put together of entries of two files, and each keeps its own place."""
    mine = DataFile(Path("mine.yaml"), "\n\nrows:\n  - {a: 1}\n")
    theirs = DataFile(Path("theirs.yaml"), "rows:\n  - {b: 2}\n  - {c: }\n")
    whole = mine.with_list("rows", [(theirs, ("rows", 1), {"c": None}), (mine, ("rows", 0), {"a": "1"})])

    assert whole.data == {"rows": [{"c": None}, {"a": "1"}]}
    assert str(whole.error("wrong", ("rows", 0, "c"))) == "theirs.yaml:3:6: wrong"
    assert str(whole.error("wrong", ("rows", 1, "a"))) == "mine.yaml:4:6: wrong"
    assert whole.is_blank(("rows", 0, "c"))
    assert not whole.is_blank(("rows", 1, "a"))
