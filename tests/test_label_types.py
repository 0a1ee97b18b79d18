"""The types of labels: a label that does not exist is found by a type checker, not by a customer."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from tonekit import analyze
from tonekit.analysis import DIMENSIONS, LABELS, SentimentVerdict, Verdict

CHECKOUT = Path(__file__).resolve().parents[1]


def test_all_verdicts_are_of_one_class() -> None:
    """At run time a verdict is a Verdict whatever its dimension, so that each can stand in the place of another."""
    assert {type(verdict) for _, verdict in analyze("Where is my order?").verdicts()} == {Verdict, SentimentVerdict}


def test_a_label_that_does_not_exist_is_found(tmp_path: Path) -> None:
    """A type checker refuses a comparison with a misspelt label in every dimension, and none with one that exists."""
    right = ", ".join(f'analysis.{name}.label == "{label}"' for name in DIMENSIONS for label in LABELS[name])
    wrong = "\n".join(f'print(analysis.{name}.leaning == "{LABELS[name][0]}x")' for name in DIMENSIONS)
    (tmp_path / "used.py").write_text(
        f'import tonekit\n\nanalysis = tonekit.analyze("hi")\nprint({right})\n{wrong}\n', encoding="utf-8"
    )
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", str(tmp_path / "used.py")],
        cwd=CHECKOUT,
        env={**os.environ, "MYPYPATH": "src"},
        capture_output=True,
        text=True,
        check=False,
    )
    found = [
        re.findall(r":(\d+): ", line)[0]
        for line in done.stdout.splitlines()
        if "Non-overlapping equality check" in line
    ]
    assert found == [str(5 + place) for place in range(len(DIMENSIONS))], done.stdout
