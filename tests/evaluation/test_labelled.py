"""Labelled messages are read whole, or refused with the line that is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tonekit.errors import DataFileError
from tonekit.evaluation.labelled import LabelledMessage, read_labelled


def written(folder: Path, *lines: str) -> Path:
    """Write lines into a file."""
    path = folder / "labelled.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_messages_are_read_in_order(tmp_path: Path) -> None:
    """Every line is a message; what is not labelled is absent, and a message without id is named by its line."""
    path = written(
        tmp_path,
        json.dumps({"id": "a", "text": "Hi\u2028there", "mood": "neutral", "language": "en", "tags": ["chat"]}),
        "",
        '{"text": "Still nothing", "mood": null}',
    )

    assert read_labelled(path) == (
        LabelledMessage("a", "Hi\u2028there", {"language": "en", "mood": "neutral"}, ("chat",)),
        LabelledMessage("3", "Still nothing", {}),
    )


@pytest.mark.parametrize(
    ("line", "words"),
    [
        pytest.param("{", "not valid JSON", id="json"),
        pytest.param("[]", "one JSON object a line", id="no-object"),
        pytest.param('{"text": " "}', "'text' that is not empty", id="blank"),
        pytest.param('{"mood": "neutral"}', "'text' that is not empty", id="no-text"),
        pytest.param('{"text": "x", "mood": "cross"}', "frustrated, neutral, enthusiastic", id="label"),
        pytest.param('{"text": "x", "mod": "neutral"}', "known are id, text", id="key"),
        pytest.param('{"text": "x", "tags": "chat"}', "a list of texts", id="tags"),
        pytest.param('{"text": "x", "id": "first"}', "stands in line 1 already", id="id-twice"),
    ],
)
def test_wrong_line_is_named(tmp_path: Path, line: str, words: str) -> None:
    """What is wrong is reported with file and line, and what would be right."""
    path = written(tmp_path, '{"id": "first", "text": "y"}', line)

    with pytest.raises(DataFileError, match=words) as caught:
        read_labelled(path)

    assert (caught.value.path, caught.value.line) == (path, 2)


@pytest.mark.parametrize("content", [pytest.param(None, id="absent"), pytest.param(b"\xff\xfe{", id="not-utf-8")])
def test_unreadable_file_is_an_error(tmp_path: Path, content: bytes | None) -> None:
    """A file that is absent or no UTF-8 text is one clear error."""
    path = tmp_path / "labelled.jsonl"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(DataFileError, match="cannot be read as UTF-8"):
        read_labelled(path)
