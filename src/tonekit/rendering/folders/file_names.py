"""Which files of a template folder are read; one that is misnamed would pass unseen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from ...errors import DataFileError, TemplateError, ToneKitError
from ...language_names import is_language

TOP = ("tonekit.yaml", "profiles.yaml", "style.yaml", "prompts", "replies", "phrases", "parts", "examples")
"""What a template folder may hold."""
_BODY = r"[a-z]{2,3}(?:--[a-z0-9_-]+)?"
_READ = re.compile(
    rf"(?:tonekit|profiles|style)\.yaml|(?:replies|prompts)/[^/]+/(?:template\.yaml|tests/[^/]+\.txt)"
    rf"|replies/[^/]+/{_BODY}\.md\.j2|prompts/[^/]+/{_BODY}\.j2|phrases/[a-z]{{2,3}}\.yaml|examples/[^/]+\.yaml"
)
_MEANT = re.compile(r"\.(?:ya?ml|j2|jinja2?)(?:\.txt)?$")
"""How the names of template files end, also where an editor has hung on `.txt`; backups (`de.md.j2~`) end otherwise."""
_FOR_PEOPLE = re.compile(r"(?:README|LICEN[SC]E|\.)", re.IGNORECASE)
_REMEDIES = {
    "phrases": "a phrase file is called after its language, such as de.yaml",
    "examples": "files of examples end in .yaml",
    "replies": "a body is called after its language: de.md.j2, de--informal.md.j2",
    "prompts": "a body is called after its language: de.j2, de--informal.j2",
}
_ALMOST = re.compile(r"(?P<language>[A-Za-z]{2,3})(?:[-_ ]+(?P<variant>[A-Za-z0-9_ -]+))?\.[A-Za-z0-9.]+")
"""The name of a body whose capitals, dashes or ending are not quite right."""
_REGION = re.compile("[A-Z]{2}")
_CLOSE = 0.75


def is_read(name: str) -> bool:
    """Return whether a file of this name is read; whether another is depends on what templates include."""
    return bool(_READ.fullmatch(name))


def files_of(folder: Path) -> Iterator[str]:
    """Yield the names of the files in a folder, sorted, without what is for people or hidden."""
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    for name in names:
        *folders, file = name.split("/")
        if not _FOR_PEOPLE.match(file) and not any(each.startswith(".") for each in folders):
            yield name


def misnamed(folder: Path) -> Iterator[ToneKitError]:
    """Yield an error for each file or folder that is called nearly as one that is read."""
    entries = sorted(path for path in folder.iterdir() if not _FOR_PEOPLE.match(path.name))
    near = [(path, problem) for path in entries if (problem := _near(path))]
    for path, problem in near:
        yield DataFileError(problem, path=path, rule="misnamed-file")
    if entries and not near and not any(path.name in TOP for path in entries):
        above = next((each for each in (folder.resolve().parents)[:2] if (each / "tonekit.yaml").is_file()), None)
        where = f"it lies in one: give {above.name}. One" if above else "one"
        problem = f"is not a template folder; {where} contains some of {', '.join(TOP)}"
        yield DataFileError(problem, path=folder, rule="misnamed-file")
    for name in files_of(folder):
        if not is_read(name) and _looks_meant(name) and (remedy := _remedy(name)):
            meant = _body_meant(name)
            if meant and not (folder / name).with_name(meant).exists():
                remedy = f"rename it {meant}, since {remedy}"
            yield TemplateError(f"is not read; {remedy}", template=name, rule="misnamed-file")


def _looks_meant(name: str) -> bool:
    """Return whether a name shows that a file of templates was meant."""
    return bool(_MEANT.search(name)) or is_read(f"{name}.j2")


def _remedy(name: str) -> str | None:
    """Return how a file should be called in its folder; of parts and of unknown folders that is open."""
    top, *below = name.split("/")
    if top not in ("replies", "prompts"):
        return _REMEDIES.get(top) if below else None
    if len(below) == 1:
        return "a template is a folder with template.yaml in it"
    if len(below) > 2:  # noqa: PLR2004 - the folder of the template, and the file
        return "a body lies beside its template.yaml, no deeper"
    return "a contract is called template.yaml" if re.search(r"\.ya?ml", below[1]) else _REMEDIES[top]


def _body_meant(name: str) -> str | None:
    """Return what a body was meant to be called: after its language, and a variant behind two dashes."""
    top, *_, file = name.split("/")
    found = _ALMOST.fullmatch(file) if top in ("replies", "prompts") else None
    if found is None or not is_language(found["language"].casefold()) or re.search(r"\.ya?ml", file):
        return None
    variant = "" if _REGION.fullmatch(found["variant"] or "") else (found["variant"] or "").casefold()
    written = f"--{re.sub(r'[^a-z0-9_-]+', '_', variant).strip('_')}" if variant else ""
    return f"{found['language'].casefold()}{written}.{'md.' if top == 'replies' else ''}j2"


def _near(path: Path) -> str | None:
    """Return what is wrong with the name of an entry of a template folder that is not read, if anything was meant."""
    if path.name in TOP:
        return None
    if path.is_dir() and any((path / each).exists() for each in TOP):
        return "is not read: it is a template folder itself; name it, or move what it holds up"
    if not (path.is_dir() or _looks_meant(path.name)):
        return None
    bare = path.name.removesuffix(".txt")
    stems = {each.partition(".")[0]: each for each in TOP}
    close = stems.get(bare.partition(".")[0]) or next(iter(get_close_matches(bare, TOP, n=1, cutoff=_CLOSE)), None)
    return f"is not read; did you mean '{close}'?" if close else None
