"""What a style means in words that a model follows: `style.yaml`, one sentence per field and value."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from ..conditions.condition import written
from ..errors import Problems
from ..files.datafile import DataFile, read_data_file
from ..profile import Style, StyleProfile

_PER_ITEM = "focus"


class StyleWords:
    """Sentences for the fields of a style profile.

    Args:
        path: `style.yaml`: field → value → sentence; for `focus` one sentence an item.

    Raises:
        DataFileError: a field or value that does not exist, or a value without a sentence.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        file = read_data_file(path)
        if not isinstance(file.data, dict):
            raise file.error("needs a sentence for each value of each style field, such as {tone: {formal: …}}")
        self.sentences: dict[str, dict[str, str]] = file.data
        problems = Problems()
        for field, sentences in self.sentences.items():
            with problems.collecting():
                _check(file, field, sentences)
        problems.raise_first()

    def instructions(self, profile: StyleProfile) -> tuple[str, ...]:
        """Return one sentence for each field that has something to say, in the order of the file."""
        lines = []
        for field, sentences in self.sentences.items():
            value = getattr(profile, field)
            values = value if isinstance(value, tuple) else (written(value),)
            lines += [sentences[each] for each in values if sentences.get(each)]
        return tuple(lines)


def _check(file: DataFile, field: str, sentences: object) -> None:
    if field not in Style.model_fields:
        raise file.error(f"there is no style field '{field}'; there are {', '.join(Style.model_fields)}", (field,))
    wanted = set(_values(field))
    given = sentences if isinstance(sentences, dict) else {}
    for value, sentence in given.items():
        if not isinstance(sentence or "", str):
            raise file.error(f"{field}.{value} needs a sentence; put one with special signs in quotes", (field, value))
    if missing := wanted - set(given):
        problem = f"{field} has no sentence for {', '.join(sorted(missing))}; add one, which may be empty"
        raise file.error(problem, (field,))
    if unknown := set(given) - wanted:
        problem = f"{field} is never {', '.join(sorted(unknown))}; it is one of {', '.join(sorted(wanted))}"
        raise file.error(problem, (field, min(unknown)))


def _values(field: str) -> tuple[str, ...]:
    annotation = Style.model_fields[field].annotation
    if annotation is bool:
        return ("true", "false")
    return get_args(get_args(annotation)[0]) if field == _PER_ITEM else get_args(annotation)
