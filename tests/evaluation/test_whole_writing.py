"""A file is written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tonekit.errors import MessageSourceError
from tonekit.evaluation.whole_writing import write_whole


def test_replaces_what_was_there(tmp_path: Path) -> None:
    """The new text stands there, and nothing else is left in the folder."""
    path = tmp_path / "a.toml"
    path.write_text("old", encoding="utf-8")
    write_whole(path, "nеw ☂")

    assert path.read_text(encoding="utf-8") == "nеw ☂"
    assert list(tmp_path.iterdir()) == [path]


def test_what_cannot_be_encoded_leaves_the_old_file(tmp_path: Path) -> None:
    """A failure in the middle leaves the earlier file as it was."""
    path = tmp_path / "a.toml"
    path.write_text("old", encoding="utf-8")

    with pytest.raises(UnicodeEncodeError):
        write_whole(path, "half \ud800")

    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_no_such_folder_is_one_line(tmp_path: Path) -> None:
    """Where it cannot be written, the error says where."""
    with pytest.raises(MessageSourceError, match="cannot be written"):
        write_whole(tmp_path / "none" / "a.toml", "text")
