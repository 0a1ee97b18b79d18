"""A calibration as a file of weights that a person can read and `ToneKit(weights=…)` loads."""

from __future__ import annotations

from collections.abc import Iterator

from ...files.tomlfile import toml_key, toml_value
from ...reading.heads.calibrated import CalibratedFile, DimensionPart

_HEAD = """\
# Weights of tonekit, calibrated on labelled messages; tonekit.ToneKit(weights=…) takes this file.
# Only what differs from the shipped weights stands here: feature → label → what one hit adds to the score of the label.
# Scores are those of messages that the weights had not seen (cross-validation). docs/calibrate.md explains each line.
"""
_TABLES = ("by_language", "bias", "weights")


def weights_text(content: CalibratedFile) -> str:
    """Return the text of the file; `load_calibrated` reads it back."""
    return "\n".join(_lines(content)) + "\n"


def _lines(content: CalibratedFile) -> Iterator[str]:
    yield from (_HEAD.rstrip("\n"), "", "[calibration]")
    yield f"date = {content.calibration.date.isoformat()}"
    rest = content.calibration.model_dump(exclude={"date"})
    yield from (f"{name} = {toml_value(value)}" for name, value in rest.items())
    for name, part in content.dimensions.items():
        yield from _dimension(name, part)
    for code, cues in content.cues.items():
        yield from ("", f"[cues.{toml_key(code)}]")
        yield from (f"{toml_key(cue)} = {toml_value(phrases)}" for cue, phrases in cues.items())


def _dimension(name: str, part: DimensionPart) -> Iterator[str]:
    yield from ("", f"[dimensions.{name}]")
    plain = part.model_dump(exclude=set(_TABLES), exclude_none=True, exclude_defaults=True)
    yield from (f"{key} = {toml_value(value)}" for key, value in plain.items())
    tables = part.model_dump(include=set(_TABLES), exclude_none=True)
    for table in _TABLES:
        if rows := tables.get(table):
            yield from ("", f"[dimensions.{name}.{table}]")
            yield from (f"{toml_key(key)} = {toml_value(row)}" for key, row in rows.items())
