"""Read `profiles.yaml`: the user's list of rules, with the shipped ones in the place of `use`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from ..errors import DataFileError, Problems
from ..files.datafile import DataFile, Entry, Place, read_data_file

SHIPPED_RULES: Final = "!profiles.yaml"
"""What `use` names: the rules of the file that ships."""
_NEARLY = 0.75


def read_rules_file(path: Path, *, shipped: Path | None, problems: Problems) -> DataFile:
    """Return a `profiles.yaml` whose list holds, in the place of `use`, the rules that ship.

    A rule behind `use` with the id of one that ships changes that one in its place; `set` is changed field by field,
    so that who changes the tone for the frustrated does not lose that nobody cheers at them.

    Args:
        path: the file.
        shipped: the one that ships; None if `use` is not possible.
        problems: takes what is wrong with `use` and the rules that it brings in.

    Raises:
        DataFileError: there is no list of rules, or another key beside it.
    """
    file = _listed(path)
    own: list[Any] = file.data["rules"]
    uses = [number for number, value in enumerate(own) if isinstance(value, dict) and "use" in value]
    for error in _wrong_uses(file, uses, shipped):
        problems.add(error)
    if not uses or shipped in (None, path):
        return file.with_list("rules", [(file, ("rules", at), each) for at, each in enumerate(own) if at not in uses])
    base = _listed(shipped)
    before: list[Entry] = [(file, ("rules", at), each) for at, each in enumerate(own[: uses[0]])]
    behind: list[Entry] = [
        (file, ("rules", at), each) for at, each in enumerate(own) if at > uses[0] and at not in uses
    ]
    early = _too_early(before, base)
    for error in early.values():
        problems.add(error)
    first = [each for at, each in enumerate(before) if at not in early]
    return file.with_list("rules", [*first, *_changed(base, behind, problems)])


def _listed(path: Path) -> DataFile:
    file = read_data_file(path)
    if not isinstance(file.data, dict) or not isinstance(file.data.get("rules"), list):
        raise file.error(
            "needs a list under 'rules'; write rules: in a line of its own, and the list below it", ("rules",)
        )
    if more := file.data.keys() - {"rules"}:
        raise file.error(f"'{min(more)}' is not known here; all rules go under 'rules'", (min(more),))
    return file


def _wrong_uses(file: DataFile, uses: Sequence[int], shipped: Path | None) -> Iterator[DataFileError]:
    line = f'- use: "{SHIPPED_RULES}"'
    for number in uses:
        place: Place = ("rules", number, "use")
        if shipped in (None, file.path):
            yield file.error("only a profiles.yaml of your own can use the one that ships; delete this line", place)
        elif number != uses[0]:
            yield file.error("the rules that ship are in the list already; delete this line", place)
        elif file.data["rules"][number] != {"use": SHIPPED_RULES}:
            yield file.error(f"'use' brings in the rules that ship, and nothing else; write {line}", place)


def _too_early(entries: Iterable[Entry], base: DataFile) -> dict[int, DataFileError]:
    """Return an error for each rule before `use` that has the id of one that ships, by its number."""
    shipped = _ids(base)
    problem = "'use' brings in a rule '{}' further down; write this one after it to change that, or give it another id"
    return {
        number: file.error(problem.format(name), (*place, "id"))
        for number, (file, place, value) in enumerate(entries)
        if (name := _id(value)) in shipped
    }


def _changed(base: DataFile, behind: Iterable[Entry], problems: Problems) -> list[Entry]:
    """Return the rules that ship, changed by those behind `use` that have their ids, and the others of these."""
    entries: list[Entry] = [(base, ("rules", at), value) for at, value in enumerate(base.data["rules"])]
    shipped = _ids(base)
    unchanged = dict(shipped)
    changed: list[int] = []
    for file, place, value in behind:
        name = _id(value)
        if name in unchanged:
            at = unchanged.pop(name)
            if file.is_blank((*place, "set")):
                blank = "nothing is given; write the fields that change, or {} to switch the rule off"
                problems.add(file.error(blank, (*place, "set")))
            entries[at] = (file, place, _merged(entries[at][2], value))
            changed.append(at)
        elif name in shipped:
            problems.add(file.error(f"'{name}' is changed twice; write both changes in one entry", (*place, "id")))
        elif name and (problem := _unknown(name, value, shipped)):
            problems.add(file.error(problem, (*place, "id")))
        else:
            entries.append((file, place, value))
    off = {at for at in changed if not (entries[at][2].get("set") or entries[at][2].get("add_focus"))}
    return [each for at, each in enumerate(entries) if at not in off]


def _merged(rule: Mapping[str, Any], change: Mapping[str, Any]) -> dict[str, Any]:
    # What sets nothing any more protects nothing.
    before = {key: value for key, value in rule.items() if key != "protects" or change.get("set") != {}}
    fields = change.get("set")
    changed = {"set": {**(rule.get("set") or {}), **fields}} if isinstance(fields, dict) and fields else {}
    return {**before, **change, **changed}


def _unknown(name: str, value: Mapping[str, Any], shipped: Collection[str]) -> str | None:
    """Return what is wrong with a rule that was meant to change one that ships and names none, if it was."""
    sets_nothing = not (value.get("set") or value.get("add_focus"))
    close = get_close_matches(name, shipped, n=1, cutoff=_NEARLY)
    if not sets_nothing and ("when" in value or not close):
        return None
    hint = f"did you mean '{close[0]}'? " if close else ""
    new = "'set' or 'add_focus'" if sets_nothing else "a 'when', {} where it always holds"
    return f"there is no rule '{name}' to be changed; {hint}A new one needs {new}"


def _ids(base: DataFile) -> dict[str, int]:
    return {name: at for at, value in enumerate(base.data["rules"]) if (name := _id(value))}


def _id(value: Any) -> str | None:
    name = value.get("id") if isinstance(value, dict) else None
    return name if isinstance(name, str) else None
