"""Load weights: the shipped ones, a complete file of the user, or what `tonekit calibrate` wrote."""

from __future__ import annotations

from pathlib import Path

from .additive_heads import load_heads
from .head_set import HeadSet


def load_head_set(path: Path) -> HeadSet:
    """Return the heads of a file: whole weights (`.yaml`), or what `tonekit calibrate` has written (`.toml`).

    Raises:
        DataFileError: the file is not valid, or it was made on other shipped weights.
    """
    if path.suffix.lower() != ".toml":
        return HeadSet(load_heads(path))
    # Few have calibrated weights, and the model of their file takes a hundredth of the first message.
    from .calibrated import load_calibrated

    return load_calibrated(path)
