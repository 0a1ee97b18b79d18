"""The lines of `replies:` in `tonekit.yaml`, with their conditions read."""

from __future__ import annotations

from .conditions.condition import Condition
from .conditions.reading import read_condition
from .conditions.situation import READ_NAMES
from .errors import Problems
from .files.datafile import DataFile
from .settings import Settings

Choice = tuple[str | None, Condition]
"""Template, or None for `reply: none`, and when it is taken."""


def read_choices(settings: Settings, file: DataFile, *, topics: tuple[str, ...] = ()) -> tuple[Choice, ...]:
    """Return the lines of `replies:`; `topics` are all that there are.

    Raises:
        DataFileError: a condition is not valid.
    """
    # Of topics that come in by `use` only their finder knows the names.
    own = () if any(t.use for t in settings.topics) else tuple(t.topic for t in settings.topics if t.topic)
    known = {**READ_NAMES, "topics": topics or own or None}
    problems = Problems()
    choices = []
    for index, line in enumerate(settings.replies):
        with problems.collecting():
            choices.append((line.template, read_condition(line.when, file, ("replies", index, "when"), known=known)))
    problems.raise_first()
    return tuple(choices)
