"""What many tests need: the shipped toolkit and reader, built once."""

from __future__ import annotations

import csv
from collections.abc import Iterator

import pytest

from tonekit import ToneKit
from tonekit.languages.loading import available_languages
from tonekit.reading.reader import Reader


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes golden files anew."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew; read the difference")


@pytest.fixture(scope="session")
def toolkit() -> ToneKit:
    """The toolkit as it ships."""
    return ToneKit()


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The reader as it ships."""
    return Reader(available_languages())


@pytest.fixture(autouse=True)
def _csv_limit() -> Iterator[None]:
    """Put back the longest CSV cell of Python: a command may raise it for its process, and tests share theirs."""
    before = csv.field_size_limit()
    yield
    csv.field_size_limit(before)


@pytest.fixture(autouse=True)
def _no_width(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forget the width of the terminal: what a command prints is the same wherever the tests run."""
    monkeypatch.delenv("COLUMNS", raising=False)
