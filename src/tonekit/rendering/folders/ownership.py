"""Which shipped file an override was based on, by hash: copied out by `init` and `eject`, compared by `doctor`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from shutil import copyfile
from typing import Literal

from ...errors import DataFileError, UnknownNameError
from ...files.whole_file import writing

BASES = ".tonekit/based_on.txt"
"""The list of bases in a folder: hash and name on each line."""
_DIGEST_BYTES = 8
_COPIED = (".yaml", ".j2", ".txt", ".md")

State = Literal["own", "same", "untouched", "current", "changed", "gone", "unknown"]
FOLLOWING: frozenset[State] = frozenset({"same", "untouched"})
"""States of files that hold nothing of one's own: without them the shipped ones count."""


@dataclass(frozen=True, slots=True)
class Override:
    """One file of a folder of one's own.

    Attributes:
        name: its name in the folder.
        state: `own` has no shipped file of its name; `same` is word for word the shipped one; `current` was changed
            and its base is what ships now; `changed` was changed, and so was the shipped file since; `untouched` is
            its base still, and the shipped file has changed since; `gone` was based on a file that no longer ships;
            `unknown` overrides a shipped file without a record of its base.
    """

    name: str
    state: State


def copy_all(shipped: Path, target: Path) -> list[str]:
    """Copy every shipped file into a folder that is new or empty; return their names.

    Raises:
        DataFileError: the folder has something in it, or cannot be written.
    """
    with writing(target):
        taken = target.exists() and (not target.is_dir() or any(target.iterdir()))
    if taken:
        raise DataFileError("is not empty; name a new folder", path=target)
    return _copy(shipped, target, sorted(_files(shipped)))


def copy_out(shipped: Path, target: Path, name: str) -> list[str]:
    """Copy one shipped file, or a folder of them, into a folder of one's own; return the names that were copied.

    Raises:
        UnknownNameError: nothing that ships is called so.
        DataFileError: one of the files is there already, or cannot be written.
    """
    bare = name.strip("/")
    wanted = sorted(each for each in _files(shipped) if each == bare or each.startswith(f"{bare}/"))
    if not wanted:
        available = {"/".join(each.split("/")[:2]) for each in _files(shipped)}
        raise UnknownNameError("shipped file or folder", name, available=available)
    with writing(target):
        there = [each for each in wanted if (target / each).exists()]
    if there:
        raise DataFileError("already exists; delete it first to start from the shipped one", path=target / there[0])
    return _copy(shipped, target, wanted)


def examine(shipped: Path, own: Path) -> Iterator[Override]:
    """Yield every file of a folder of one's own with its state, sorted by name."""
    bases = _bases(own)
    there = {name: digest_of(shipped / name) for name in _files(shipped)}
    for name in sorted(_files(own)):
        yield Override(name, _state(digest_of(own / name), there.get(name), bases.get(name)))


def clean(shipped: Path, own: Path, overrides: Iterable[Override]) -> int:
    """Delete the files that hold nothing of one's own, and folders that are empty then; return how many files.

    Raises:
        DataFileError: one of them cannot be deleted, or the folder is the shipped one.
    """
    if own.resolve() == shipped.resolve():
        raise DataFileError("is the shipped folder; name one of your own", path=own)
    following = [own / each.name for each in overrides if each.state in FOLLOWING]
    with writing(own):
        for path in following:
            path.unlink()
        # The innermost first: a folder is empty when those in it are gone.
        for folder in sorted({above for path in following for above in _folders_of(path, own)}, reverse=True):
            if not any(folder.iterdir()):
                folder.rmdir()
    return len(following)


def _folders_of(path: Path, own: Path) -> list[Path]:
    return [above for above in path.parents if own in above.parents]


def digest_of(path: Path) -> str:
    """Return a short hash of a file; line ends of Windows do not count."""
    return blake2b(path.read_bytes().replace(b"\r\n", b"\n"), digest_size=_DIGEST_BYTES).hexdigest()


def _state(own: str, shipped: str | None, base: str | None) -> State:
    if shipped is None:
        return "own" if base is None else "gone"
    if own == shipped:
        return "same"
    if base is None:
        return "unknown"
    if base == shipped:
        return "current"
    return "untouched" if own == base else "changed"


def _files(folder: Path) -> list[str]:
    paths = (path for path in folder.rglob("*") if path.suffix in _COPIED and path.is_file())
    names = (path.relative_to(folder).as_posix() for path in paths)
    return [name for name in names if not name.startswith(".")]


def _copy(shipped: Path, target: Path, names: list[str]) -> list[str]:
    with writing(target):
        for name in names:
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            copyfile(shipped / name, target / name)
        bases = {**_bases(target), **{name: digest_of(shipped / name) for name in names}}
        path = target / BASES
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(f"{digest}  {name}\n" for name, digest in sorted(bases.items())), encoding="utf-8")
    return names


def _bases(folder: Path) -> Mapping[str, str]:
    path = folder / BASES
    if not path.is_file():
        return {}
    pairs = (line.split(maxsplit=1) for line in path.read_text(encoding="utf-8").splitlines())
    return {pair[1]: pair[0] for pair in pairs if len(pair) == 2}  # noqa: PLR2004 - hash and name
