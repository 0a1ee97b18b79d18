"""Files of results: what a kill leaves of them is gone on with; what is no such file is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tonekit import Message
from tonekit.batch.result_file import ResultFile
from tonekit.batch.rows import Line, Row
from tonekit.errors import MessageSourceError

LINES = [
    f'{{"row": {number}, "id": "m{number}", "options": "o1", "analysis": {{"ruleset": "r1"}}}}'
    for number in range(1, 4)
]


def row(number: int) -> Row:
    """Return a row as the input has it."""
    return Row(number, f"m{number}", Message(text=""))


def lines_of(path: Path) -> list[str]:
    """Return the lines of a file of results."""
    return path.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("cut", range(len("\n".join(LINES)) + 2))
def test_going_on_after_any_cut(tmp_path: Path, cut: int) -> None:
    """Wherever a kill has cut the file, the same file comes out: no line is lost, doubled or broken."""
    path = tmp_path / "out.jsonl"
    whole = "\n".join(LINES) + "\n"
    path.write_text(whole[:cut], encoding="utf-8")

    results = ResultFile(path, resume=True)
    if results.done:
        results.check(row(results.done), name="analysis", key="o1", ruleset="r1")
    with results:
        for line in LINES[results.done :]:
            results.write(Line(line))

    assert lines_of(path) == LINES
    assert results.done == len(LINES)


def test_long_last_line(tmp_path: Path) -> None:
    """The last line is found however long it is."""
    path = tmp_path / "out.jsonl"
    long = f'{{"row": 2, "id": "m2", "options": "o1", "analysis": {{"text": "{"x" * 5_000_000}", "ruleset": "r1"}}}}'
    path.write_text(f"{LINES[0]}\n{long}\n", encoding="utf-8")

    ResultFile(path, resume=True).check(row(2), name="analysis", key="o1", ruleset="r1")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param("Minutes of the meeting\nTop 1", "line 1 is not that of row 1", id="text"),
        pytest.param(
            '{"row": 2, "id": "m1", "options": "o1", "analysis": {"ruleset": "r1"}}\n',
            "is not that of row 1",
            id="number",
        ),
        pytest.param('{"row": 1, "id": "m7", "analysis": {"ruleset": "r1"}}\n', "is not that of row 1", id="other-id"),
        pytest.param('{"row": 1, "id": "m1", "result": {"ruleset": "r1"}}\n', "no 'analysis'", id="other-command"),
        pytest.param(
            '{"row": 1, "id": "m1", "options": "o2", "analysis": {"ruleset": "r1"}}\n', "options", id="other-options"
        ),
        pytest.param('{"row": 1, "id": "m1", "options": "o2", "error": {}}\n', "options", id="error-other-options"),
        pytest.param(
            '{"row": 1, "id": "m1", "options": "o1", "analysis": {"ruleset": "r2"}}\n', "other rules", id="other-rules"
        ),
        pytest.param("[1]\n", "is not that of row 1", id="list"),
    ],
)
def test_other_file_is_left_alone(tmp_path: Path, content: str, words: str) -> None:
    """A file that belongs to something else is refused, and not changed."""
    path = tmp_path / "out.jsonl"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(MessageSourceError, match=words):
        ResultFile(path, resume=True).check(row(1), name="analysis", key="o1", ruleset="r1")
    assert path.read_text(encoding="utf-8") == content


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """Without `resume` a file that is there is refused."""
    path = tmp_path / "out.jsonl"
    path.write_text("", encoding="utf-8")

    with pytest.raises(MessageSourceError, match="give --resume"):
        ResultFile(path, resume=False)


def test_folder_that_is_not_there(tmp_path: Path) -> None:
    """A place that cannot be written to is an error of our own."""
    with pytest.raises(MessageSourceError, match="cannot be written"), ResultFile(tmp_path / "x" / "y", resume=False):
        pass


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_no_room_for_the_last_lines(tmp_path: Path) -> None:
    """Lines that find no room when the file is closed are an error of our own."""
    path = tmp_path / "out.jsonl"
    path.symlink_to("/dev/full")
    results = ResultFile(path, resume=True)

    with pytest.raises(MessageSourceError, match="cannot be written"), results:
        results.write(Line("{}"))


def test_writing_needs_an_open_file(tmp_path: Path) -> None:
    """Nothing is written before the file is open."""
    with pytest.raises(ValueError, match="inside `with`"):
        ResultFile(tmp_path / "out.jsonl", resume=False).write(Line("{}"))
