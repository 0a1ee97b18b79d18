"""TOML files are read with the line of what is wrong, and written so that they read back."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict

from tonekit.errors import DataFileError
from tonekit.files.tomlfile import read_toml_file, toml_key, toml_table, toml_text, toml_value


class Inner(BaseModel):
    model_config = ConfigDict(extra="forbid")

    size: int


class Outer(BaseModel):
    model_config = ConfigDict(extra="forbid")

    parts: dict[str, Inner]
    name: str = ""


def written(folder: Path, text: str) -> Path:
    """Return a file with this text."""
    path = folder / "file.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        pytest.param('name = "a"\n\n[parts."x.y"]\nsize = "big"\n', 4, "size", id="wrong-type"),
        pytest.param("[parts.a]\nsize = 1\ncolour = 2\n", 3, "is not a known key", id="unknown-key"),
        pytest.param("[parts.a]\n\n[parts.b]\nsize = 1\n", 1, "is needed and missing", id="missing"),
        pytest.param("[parts.a]\nsize = = 1\n", 2, "not valid TOML", id="syntax"),
        pytest.param("[parts.a]\nsize = 1\nsize = 2\n", 3, "not valid TOML", id="twice"),
        pytest.param("parts.a.size = 'x'\n", 1, "size", id="dotted-key"),
        pytest.param("x = " + "[" * 5000, None, "TOML|nested", id="deep"),
    ],
)
def test_mistakes_come_with_their_line(tmp_path: Path, text: str, line: int | None, words: str) -> None:
    """What is wrong is said with the line where it stands."""
    with pytest.raises(DataFileError, match=words) as caught:
        read_toml_file(written(tmp_path, text)).into(Outer)

    assert line is None or caught.value.line == line


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        pytest.param(None, "does not exist", id="missing"),
        pytest.param(b"\nname = '\xff'", "not UTF-8", id="encoding"),
        pytest.param(b"PK\x03\x04\x00", "not valid TOML", id="binary"),
    ],
)
def test_unreadable_files_end_in_one_line(tmp_path: Path, raw: bytes | None, words: str) -> None:
    """A file that is none is an error of one line."""
    path = tmp_path / "file.toml"
    if raw is not None:
        path.write_bytes(raw)

    with pytest.raises(DataFileError, match=words) as caught:
        read_toml_file(path)

    assert "\n" not in str(caught.value)


@given(st.text())
def test_texts_and_keys_read_back(text: str) -> None:
    """Whatever a word holds, it comes back as it was; half of a sign, which no file holds, becomes a question mark."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    read = tomllib.loads(f"{toml_key(whole)} = {toml_text(text)}")

    assert read == {whole: whole}


def test_tables_read_back() -> None:
    """Numbers, truth values, texts, lists and tables inside each other come back."""
    row = {"a b": 0.25, "c": True, "d": ["x", "ü"], "e": {"f": 3}, "g": '“q” "q"'}

    assert tomllib.loads(f"row = {toml_table(row)}\nnone = {toml_value([])}") == {"row": row, "none": []}
