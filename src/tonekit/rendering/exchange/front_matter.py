"""The front matter of a prompt file: YAML between two lines of `---`, above the body."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ...errors import DataFileError
from ...files.datafile import DataFile

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<yaml>.*?)^---[ \t]*(?:\n|\Z)(?P<body>.*)\Z", re.DOTALL | re.MULTILINE)
_OPENING = re.compile(r"---[ \t]*$", re.MULTILINE)


def split_front_matter(text: str, path: Path) -> tuple[Mapping[str, Any], str]:
    """Return the keys of the front matter and the body below it; a file may have no front matter.

    Raises:
        DataFileError: the front matter is not closed, is not YAML, or has no keys.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    match = _FRONT_MATTER.match(text)
    if match is None and _OPENING.match(text):
        raise DataFileError("the front matter is not closed; add a line with --- below it", path=path, line=1)
    # The first line of the YAML is the second of the file.
    data = DataFile(path, f"\n{match['yaml']}" if match else "").data or {}
    if not isinstance(data, dict):
        raise DataFileError("the front matter needs keys with values, such as name: reply", path=path, line=2)
    return data, match["body"] if match else text
