"""What all files of messages have in common: they are read row by row in constant memory."""

from __future__ import annotations

import csv
from abc import ABC, abstractmethod
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from ..errors import MessageSourceError
from .rows import TEXT, Row, row_of


class RowFile(ABC):
    """A file of messages.

    Args:
        path: the file.
        text_field: the field or column that holds the message.
    """

    def __init__(self, path: Path, *, text_field: str = TEXT) -> None:
        self.path = path
        self.text_field = text_field

    def rows(self, *, after: int = 0) -> Generator[Row, None, None]:
        """Yield the rows after the first `after`. A row that holds no message carries its error.

        Raises:
            MessageSourceError: the file cannot be read on.
        """
        numbered = islice(enumerate(self._fields(), start=1), after, None)
        for number, fields in numbered:
            yield self._row(fields, number)

    def check(self, *, answering: bool = False) -> None:
        """Read the first row, and where messages are to be answered its own options.

        Raises:
            MessageSourceError: the file cannot be read, or its first row holds no message.
        """
        # Closed here and now: what is raised keeps the rows alive, and with them the file.
        with closing(self.rows()) as rows:
            for row in islice(rows, 1):
                row.readable()
                if answering:
                    row.own_options()

    @abstractmethod
    def count(self) -> int:
        """Return the number of rows."""

    @abstractmethod
    def _fields(self) -> Iterator[Any]:
        """Yield what stands in each row."""

    def _row(self, fields: Any, number: int) -> Row:
        return row_of(fields, number, text_field=self.text_field, source=f"{self.path}: row {number}")


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn what goes wrong while reading into an error that names the file."""
    try:
        yield
    except UnicodeDecodeError as error:
        raise MessageSourceError("is not UTF-8; save it as UTF-8", source=str(path)) from error
    except csv.Error as error:
        raise MessageSourceError(f"is not valid CSV: {error}", source=str(path)) from error
    except OSError as error:
        raise MessageSourceError(f"cannot be read: {error.strerror or error}", source=str(path)) from error
