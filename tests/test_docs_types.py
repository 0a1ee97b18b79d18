"""The examples of README and documentation are well typed, as somebody would paste them into a program of their own."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import tonekit

pytest.importorskip("mypy", reason="needs the extra `check`")

CHECKOUT = Path(__file__).resolve().parents[1]
PAGES = [CHECKOUT / "README.md", *sorted((CHECKOUT / "docs").glob("*.md"))]
GIVEN = {"spark.md": "from pyspark.sql import DataFrame\n\nmails: DataFrame\n"}
"""What an example says is there already."""
SETTINGS = """\
[mypy]
strict = True
{elsewhere}
[mypy-tonekit.*]
follow_imports = silent
"""
ELSEWHERE = ("pandas", "presidio_analyzer", "pyarrow", "pyspark", "sklearn", "tiktoken", "vaderSentiment")
"""Packages that may be installed or not, and whose types are none of ours."""


def program(page: Path) -> str:
    """Return the Python blocks of a page as one module; nothing where it has none."""
    blocks = re.findall(r"^```python\n(.*?)^```", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    return GIVEN.get(page.name, "") + "\n".join(blocks) if blocks else ""


def test_examples_are_well_typed(tmp_path: Path) -> None:
    """`mypy --strict` finds nothing in the Python blocks of any page: what may be None is asked before it is used."""
    skipped = [f"[mypy-{name}.*]\nfollow_imports = skip\nignore_missing_imports = True\n" for name in ELSEWHERE]
    (tmp_path / "mypy.ini").write_text(SETTINGS.format(elsewhere="\n".join(skipped)), encoding="utf-8")
    programs = {page.stem.replace("-", "_").lower() + "_page.py": program(page) for page in PAGES}
    for name, text in programs.items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    command = [sys.executable, "-m", "mypy", "--no-error-summary", *programs]
    environment = {"MYPYPATH": str(Path(tonekit.__file__).parents[1])}
    run = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)

    assert (run.stdout, run.stderr) == ("", "")
