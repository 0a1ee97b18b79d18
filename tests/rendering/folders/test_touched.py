"""What ships and is not touched by a folder of one's own has been linted before; what is touched is linted again."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from tonekit.cli.templates.lint_command import lint_folders
from tonekit.rendering.folders.sources import TemplateFolders

BASE = Path(__file__).parents[1] / "lint" / "base"
PARTS = ("parts/open.md.j2", "replies/quote/template.yaml", "phrases/en.yaml", "replies/quote/de.md.j2")


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """Return a folder that ships with a mistake in a reply."""
    folder = tmp_path / "shipped"
    copytree(BASE, folder)
    body = folder / "replies/quote/en.md.j2"
    body.write_text(body.read_text(encoding="utf-8") + "[name]\n", encoding="utf-8")
    return folder


def _rules(own: Path, shipped: Path) -> list[tuple[str, str]]:
    return [(each.rule, each.file) for each in lint_folders(TemplateFolders(own, shipped=shipped))]


MISTAKE = ("placeholder-left", "replies/quote/en.md.j2")


@pytest.mark.parametrize("name", PARTS)
def test_what_a_file_of_ones_own_touches_is_linted(name: str, tmp_path: Path, shipped: Path) -> None:
    """A part, contract, phrase book or other body of one's own has the shipped body beside it looked at."""
    own = tmp_path / "own"
    (own / name).parent.mkdir(parents=True)
    (own / name).write_text((BASE / name).read_text(encoding="utf-8") + "\n", encoding="utf-8")

    assert MISTAKE in _rules(own, shipped)


@pytest.mark.parametrize("copied", [*PARTS, ""], ids=[*PARTS, "none"])
def test_what_ships_untouched_is_not_linted_again(copied: str, tmp_path: Path, shipped: Path) -> None:
    """Neither settings of one's own nor unchanged copies have what ships looked at once more."""
    own = tmp_path / "own"
    own.mkdir()
    (own / "tonekit.yaml").write_bytes((BASE / "tonekit.yaml").read_bytes() + b"\n")
    if copied:
        (own / copied).parent.mkdir(parents=True, exist_ok=True)
        (own / copied).write_bytes((BASE / copied).read_bytes())

    assert MISTAKE not in _rules(own, shipped)


def test_the_shipped_folder_itself_is_linted(shipped: Path) -> None:
    """Without a folder behind it, everything is looked at."""
    assert MISTAKE in [(each.rule, each.file) for each in lint_folders(TemplateFolders(None, shipped=shipped))]
