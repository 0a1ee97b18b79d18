"""The hash over data changes with whatever can change a result."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import tonekit
from tonekit.files.fingerprint import fingerprint
from tonekit.languages.loading import available_languages
from tonekit.reading.heads.head_file import WEIGHTS
from tonekit.reading.reader import Reader
from tonekit.reading.ruleset import reading_hash
from tonekit.reading.shared_reader import shared_reader
from tonekit.rendering.folders.sources import TemplateFolders, shipped_templates
from tonekit.template_set import TemplateSet

PACKAGE = Path(tonekit.__file__).parent
NO_DATA = (".py", ".pyc", ".typed", ".sha256")
NO_RESULT = {
    "audit/topics.yaml",
    "cli/demo.yaml",
    "evaluation/label_words.yaml",
    "evaluation/questions.yaml",
    "mails/columns.yaml",
    "rendering/lint/words.yaml",
    "report/page.css",
    "selftest/changes.yaml",
}
"""What no analysis and no result depends on: it is shown, counted or asked beside them."""


def shipped(*folders: str) -> list[str]:
    """Return the names of the files in folders of the package that are no code."""
    files = (path for folder in folders for path in (PACKAGE / folder).rglob("*") if path.is_file())
    names = (path.relative_to(PACKAGE).as_posix() for path in files if path.suffix not in NO_DATA)
    return sorted(name for name in names if not name.startswith("_templates/"))


def of_reading() -> str:
    """Return the hash that an analysis carries."""
    return reading_hash(available_languages(), WEIGHTS)


def of_results() -> str:
    """Return what the hash of a result adds to that of its analysis."""
    return TemplateSet(TemplateFolders(None), check=False, count_tokens=None, more="").ruleset


@pytest.mark.parametrize(
    ("name", "hashed"),
    [
        *(pytest.param(name, of_reading, id=name) for name in shipped("reading", "languages")),
        *(pytest.param(name, of_results, id=name) for name in shipped("guard")),
    ],
)
def test_every_shipped_file_counts(name: str, hashed: Callable[[], str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A change of any data file that reading, checks or redaction look at is another ruleset."""
    read, changed = Path.read_bytes, PACKAGE / name
    before = hashed()
    monkeypatch.setattr(Path, "read_bytes", lambda path: read(path) + (b"\n" if path == changed else b""))

    assert hashed() != before


def test_no_file_is_forgotten() -> None:
    """A data file in any other folder is known as one that no result depends on."""
    rest = {name for name in shipped(".") if not name.startswith(("reading/", "languages/", "guard/"))}

    assert rest == NO_RESULT


def test_languages_count() -> None:
    """Who reads fewer languages reads otherwise, in whatever order they are named."""
    one, other, fewer = (reading_hash(codes, WEIGHTS) for codes in (["de", "en"], ["en", "de"], ["de"]))

    assert (one == other, one == fewer) == (True, False)


def test_shared_readers_have_the_hash_of_their_own() -> None:
    """A reader that toolkits share carries the same hash as one that is built alone."""
    assert shared_reader(["en"]).ruleset == Reader(["en"]).ruleset


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param({"a.tsv": "x"}, {"a.tsv": "y"}, id="content"),
        pytest.param({"a.tsv": "x"}, {"b.tsv": "x"}, id="name"),
        pytest.param({"quote/de.j2": "x"}, {"offer/de.j2": "x"}, id="folder"),
        pytest.param({"a/de.j2": "x", "b/de.j2": "y"}, {"a/de.j2": "y", "b/de.j2": "x"}, id="which-folder"),
        pytest.param({"a.tsv": "x", "b.tsv": ""}, {"a.tsv": "", "b.tsv": "x"}, id="which-file"),
        pytest.param({"a.tsv": "x\0b.tsv\0y"}, {"a.tsv": "x", "b.tsv": "y"}, id="borders"),
    ],
)
def test_names_and_borders_count(tmp_path: Path, before: dict[str, str], after: dict[str, str]) -> None:
    """Names, contents and where a file ends are all part of the hash."""
    hashes = set()
    for number, files in enumerate((before, after)):
        folder = tmp_path / str(number)
        folder.mkdir()
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        hashes.add(fingerprint({name: folder / name for name in files}))

    assert len(hashes) == 2


def test_places_do_not_count(tmp_path: Path) -> None:
    """The same templates are the same ruleset wherever a machine keeps them, and one that moves is another."""
    hashes = []
    for place, folder in (("a", "quote"), ("zz", "quote"), ("a", "offer")):
        root = tmp_path / place / folder
        path = root / "replies" / folder / "en.md.j2"
        path.parent.mkdir(parents=True)
        path.write_text("Hello", encoding="utf-8")
        hashes.append(fingerprint(TemplateFolders(root).named_files()))

    assert (hashes[0] == hashes[1], hashes[0] == hashes[2]) == (True, False)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param(b"a: b\nc: d\n", b"a: b\r\nc: d\r\n", True, id="Windows"),
        pytest.param(b"a: b\n", b"\xef\xbb\xbfa: b\n", True, id="byte-order-mark"),
        pytest.param(b"a: b\n", b"a: b\n\n", False, id="another-line"),
        pytest.param(b"a: b\nc: d\n", b"a: b\rc: d\n", False, id="old-Mac"),
    ],
)
def test_ends_of_lines_do_not_count(tmp_path: Path, one: bytes, other: bytes, same: bool) -> None:
    """Templates that Git has checked out on Windows are the same ruleset as on Linux, for they are read the same."""
    hashes = []
    for content in (one, other):
        (tmp_path / "tonekit.yaml").write_bytes(content)
        hashes.append(fingerprint({"tonekit.yaml": tmp_path / "tonekit.yaml"}))

    assert (hashes[0] == hashes[1]) is same


def test_templates_of_windows_are_the_same_ruleset(tmp_path: Path) -> None:
    """A folder with bodies, contracts and rules that end their lines with two signs has the hash of the plain one."""
    rulesets: list[str] = []
    for end in (b"\n", b"\r\n"):
        folder = tmp_path / str(len(rulesets))
        shutil.copytree(shipped_templates(), folder)
        for path in folder.rglob("*.*"):
            path.write_bytes(path.read_bytes().replace(b"\n", end))
        rulesets.append(TemplateSet(TemplateFolders(folder), check=False, count_tokens=None, more="").ruleset)

    assert rulesets[0] == rulesets[1]
