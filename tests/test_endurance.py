"""Running long, in a short form: `make soak` runs the same programs over a million messages and 32,000 in threads."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SOAK = Path(__file__).resolve().parents[1] / "benchmarks" / "soak.py"


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param("threads --threads 16 --messages 30", id="threads"),
        # spaCy's store of words would grow by 20 MB over a thousand such messages.
        pytest.param("endurance --messages 2500 --settle 1000 --growth 6", id="memory"),
    ],
)
def test_soak(arguments: str) -> None:
    """Sixteen threads from a cold start agree with one; memory is level over messages of unseen words."""
    done = subprocess.run([sys.executable, SOAK, *arguments.split()], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
