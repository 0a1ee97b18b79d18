"""A file is written whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from tonekit.errors import DataFileError
from tonekit.files.whole_file import whole_file, writing


def test_written_when_the_block_ends(tmp_path: Path) -> None:
    """The file takes its name at the end, and nothing else is left behind."""
    path = tmp_path / "report.html"
    with whole_file(path) as file:
        file.write("å")
        assert not path.exists()

    assert path.read_text(encoding="utf-8") == "å"
    assert list(tmp_path.iterdir()) == [path]


def test_failure_leaves_the_old_file(tmp_path: Path) -> None:
    """Where the block fails, the earlier file stays as it was."""
    path = tmp_path / "report.html"
    path.write_text("old", encoding="utf-8")

    def fail() -> None:
        with whole_file(path) as file:
            file.write("new")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()

    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_link_stays_a_link(tmp_path: Path) -> None:
    """A link is followed, not replaced."""
    target, link = tmp_path / "target.csv", tmp_path / "link.csv"
    target.write_text("old", encoding="utf-8")
    link.symlink_to(target)
    with whole_file(link) as file:
        file.write("new")

    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "new"


def test_no_folder_is_an_error_of_ours(tmp_path: Path) -> None:
    """Where nothing can be written, one line says so."""
    with (
        pytest.raises(DataFileError, match=r"cannot be written.*make its folder"),
        whole_file(tmp_path / "no" / "x.csv"),
    ):
        pass


@pytest.mark.parametrize(
    ("number", "remedy"),
    [
        pytest.param(errno.ENOSPC, "make room", id="full"),
        pytest.param(errno.EACCES, "may write to", id="not-allowed"),
        pytest.param(errno.EROFS, "may write to", id="read-only"),
        pytest.param(errno.ENOTDIR, "a file is where a folder", id="file-above"),
        pytest.param(errno.EISDIR, "another name", id="folder"),
        pytest.param(errno.ENAMETOOLONG, "another name", id="anything-else"),
    ],
)
def test_what_stops_writing_is_said_with_a_remedy(number: int, remedy: str) -> None:
    """Whatever the system refuses becomes an error of ours that names the file and what to do."""
    with (
        pytest.raises(DataFileError, match=rf"^below/file\.yaml: cannot be written: .*{remedy}"),
        writing(Path("below")),
    ):
        raise OSError(number, os.strerror(number), "below/file.yaml")


def test_half_signs_are_written(tmp_path: Path) -> None:
    """A text that UTF-8 cannot hold does not stop the writing."""
    path = tmp_path / "x.txt"
    with whole_file(path) as file:
        file.write("a\ud800b")

    assert path.read_text(encoding="utf-8") == "a\\ud800b"
