"""Read `tonekit.yaml`: the user's file, with the shipped one for the keys that it leaves out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .conditions.condition import Condition
from .conditions.reading import read_condition
from .conditions.situation import READ_NAMES
from .errors import Problems
from .files.datafile import DataFile, Entry, Place, read_data_file
from .settings import SHIPPED_LIST, Settings

_SPLICED = ("replies", "never_say")
"""Lists into which `use` brings the entries that ship; what reads safeguards and topics looks at theirs by itself."""
Choice = tuple[str | None, Condition]
"""Template, or None for `reply: none`, and when it is taken."""


def read_settings(path: Path, *, shipped: Path) -> tuple[Settings, DataFile]:
    """Return what a `tonekit.yaml` says, and the file for errors.

    A top-level key stands in one file as a whole: who writes `brand` writes all of it, for the signature of somebody
    else under one's own name would be worse than none.

    Args:
        path: the file.
        shipped: the one that ships; its keys count where `path` leaves them out.

    Raises:
        DataFileError: the file is empty, or a key or value is wrong.
    """
    file = read_data_file(path)
    if file.data is None:
        raise file.error("is empty; write the keys that you change, or delete the file", ())
    if path != shipped:
        base = read_data_file(shipped)
        file = file.over(base)
        for key in (*_SPLICED, "safeguards", "topics"):
            _refuse_odd_use(file, key)
        for key in _SPLICED:
            file = _spliced(file, key, base)
    return file.into(Settings), file


def _spliced(file: DataFile, key: str, base: DataFile) -> DataFile:
    """Return the file with the shipped entries of a list where `use` stands in it.

    An entry behind them with the id of one that ships changes it, key by key.
    """
    listed = _listed(file, key)
    if not any(map(_uses, listed)):
        return file
    entries: list[Entry] = []
    inherited: dict[str, int] = {}
    for number, value in enumerate(listed):
        name = value.get("id") if isinstance(value, dict) else None
        if _uses(value):
            # A line that stands before may be one that ships, so that those behind it do not overtake it.
            own = listed[:number]
            shipped: list[Entry] = [
                (base, (key, at), there) for at, there in enumerate(base.data[key]) if there not in own
            ]
            inherited |= {there["id"]: len(entries) + at for at, (_, _, there) in enumerate(shipped) if "id" in there}
            entries += shipped
        elif isinstance(name, str) and name in inherited:
            changed = inherited.pop(name)
            entries[changed] = (file, (key, number), {**entries[changed][2], **value})
        else:
            entries.append((file, (key, number), value))
    return file.with_list(key, entries)


def _listed(file: DataFile, key: str) -> list[Any]:
    """Return a list of one's own; empty where the file has none, or something else of that name."""
    listed = file.data.get(key) if isinstance(file.data, dict) and key not in file.inherited else None
    return listed if isinstance(listed, list) else []


def _uses(entry: object) -> bool:
    return isinstance(entry, dict) and entry.get("use") == SHIPPED_LIST


def _refuse_odd_use(file: DataFile, key: str) -> None:
    """Refuse what would be passed over in silence: a second `use`, and keys beside one."""
    used = [(number, entry) for number, entry in enumerate(_listed(file, key)) if _uses(entry)]
    for number, _ in used[1:]:
        raise file.error(f"brings in all {key} that ship a second time; delete it", (key, number, "use"))
    for number, entry in used:
        if entry != {"use": SHIPPED_LIST}:
            raise file.error(
                "brings in all entries that ship and stands alone; delete the other keys", (key, number, "use")
            )


def shipped_file(file: DataFile, place: Place, shipped: Path | None) -> DataFile:
    """Return the `tonekit.yaml` that ships, which another uses.

    Raises:
        DataFileError: the file that uses it ships itself.
    """
    if shipped is None or shipped == file.path:
        raise file.error("only a tonekit.yaml of your own can use the one that ships; delete this line", place)
    return read_data_file(shipped)


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
