"""A file of results, one line per row of the input, that can be resumed after the program was killed."""

from __future__ import annotations

import json
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from ..errors import MessageSourceError
from .rows import Line, Row

_BLOCK = 1 << 20


class ResultFile:
    """Lines of results, in the order of the rows: line n belongs to row n, so as many rows are done as there are lines.

    As a context it is open for writing; leaving it raises MessageSourceError where the last lines find no room. What a
    kill left of an unfinished line is taken off when it opens, not before: until `check` the file may turn out to be
    another one.

    Args:
        path: the file.
        resume: whether to go on with what is there.

    Attributes:
        done: rows that have their line.
        failed: those of them whose line says an error, as far as they were there before.

    Raises:
        MessageSourceError: it is there and not to be gone on with, or cannot be read.
    """

    def __init__(self, path: Path, *, resume: bool) -> None:
        self.path = path
        if path.exists() and not resume:
            raise self._error("already exists; give --resume to continue it, or another name")
        self.done, self.failed, self._end = self._complete_lines() if path.is_file() else (0, 0, 0)
        self._file: BinaryIO | None = None

    def check(self, row: Row, *, name: str, key: str, ruleset: str) -> None:
        """See whether the last line can be that of `row`, made as the next ones will be.

        Args:
            row: the last row that is done.
            name: what the result is called in a line.
            key: hash of the options of the command.
            ruleset: the hash over everything that makes a result.

        Raises:
            MessageSourceError: the line belongs to another input, another command, other options or other rules.
        """
        last = self._last_line()
        if last.get("row") != row.number or _plain(last.get("id")) != _plain(row.id):
            raise self._error(f"does not belong to this input: its line {self.done} is not that of row {row.number}")
        if "error" not in last and name not in last:
            raise self._error(f"holds other results: its lines have no '{name}'")
        if last.get("options") != key:
            raise self._error("was made with other options (facts, name, locale, template, field); give the same ones")
        if name in last and last[name].get("ruleset") != ruleset:
            raise self._error("was made with other rules or templates, which would be mixed; start anew")

    def __enter__(self) -> Self:
        try:
            self._file = self.path.open("r+b" if self.path.exists() else "xb")
            # A pipe or a device has no length.
            if self.path.is_file():
                self._file.truncate(self._end)
                self._file.seek(self._end)
        except OSError as error:
            if self._file:
                self._file.close()
            raise self._error(f"cannot be written: {error.strerror}") from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is None:
            return
        try:
            self._file.close()
        except OSError as failed:
            # The last lines are written now, and may not find room. What has stopped the run before is worth more.
            if error is None:
                raise self._error(f"cannot be written: {failed.strerror}") from failed

    def write(self, line: Line) -> None:
        """Add a line.

        Raises:
            MessageSourceError: the disk is full, or the like.
            ValueError: the file is not open.
        """
        if self._file is None:
            raise ValueError("a file of results is written inside `with`")
        try:
            self._file.write(line.text.encode() + b"\n")
        except OSError as error:
            raise self._error(f"cannot be written: {error.strerror}") from error
        self.done += 1

    def _complete_lines(self) -> tuple[int, int, int]:
        """Return how many lines are complete, how many of these say an error, and where the last of them ends."""
        count = failed = end = 0
        try:
            with self.path.open("rb") as file:
                for line in file:
                    if line.endswith(b"\n"):
                        count += 1
                        failed += _says_error(line)
                        end += len(line)
        except OSError as error:
            raise self._error(f"cannot be read: {error.strerror}") from error
        return count, failed, end

    def _last_line(self) -> dict[str, Any]:
        """Return what the last complete line says; nothing if it is not a line of results."""
        start, read = self._end, b""
        with self.path.open("rb") as file:
            # From the end, as far as the line reaches: until the end of the one before it.
            while start and b"\n" not in read[:-1]:
                start = max(0, self._end - max(_BLOCK, 2 * len(read)))
                file.seek(start)
                read = file.read(self._end - start)
        return _fields(read[:-1].rpartition(b"\n")[2])

    def _error(self, problem: str) -> MessageSourceError:
        return MessageSourceError(problem, source=str(self.path))


def _fields(line: bytes) -> dict[str, Any]:
    """Return what a line says; nothing if it is not a line of results."""
    try:
        found: Any = json.loads(line)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _says_error(line: bytes) -> bool:
    # Lines of results are long, and few fail: only a line that may is read as JSON.
    return b'"error"' in line and "error" in _fields(line)


def _plain(value: Any) -> str:
    return json.dumps(value, default=str)
