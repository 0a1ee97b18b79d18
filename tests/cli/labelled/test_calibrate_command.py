"""The command `calibrate`: labelled messages in, weights out, and one line for whatever is wrong."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tonekit import ToneKit
from tonekit.cli.app import main

TEXTS = {
    "frustrated": "The gizmo arrived in bits and pieces: {}.",
    "neutral": "The gizmo stands on the table in room {}.",
    "enthusiastic": "The gizmo rocks our whole team of {}.",
}
PLACES = ("garden", "kitchen", "cellar", "office", "station")
THINGS = ("lamp", "chair", "bottle", "carpet", "mirror")
COLOURS = ("blue", "green", "yellow", "purple", "white")


def ending(row: int) -> str:
    """Return three words, of which no two rows have two in common: no message is a copy of another."""
    return f"{COLOURS[row % 5]} {THINGS[row // 5]}, {PLACES[(row + row // 5) % 5]}"


def run(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> int:
    """Run the command line in this process; return its exit code."""
    monkeypatch.setattr(sys, "argv", ["tonekit", "calibrate", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


@pytest.fixture
def mails(tmp_path: Path) -> Path:
    """Return a file of labelled messages whose words tell the mood."""
    rows = [{"text": TEXTS[label].format(ending(row)), "mood": label} for label in TEXTS for row in range(25)]
    path = tmp_path / "mails.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_from_labels_to_weights_that_read_better(
    mails: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Propose words, accept one of each kind, calibrate with them: new messages are read with the file."""
    folder = mails.parent
    words, out = folder / "own-words.toml", folder / "weights.toml"
    assert run([str(mails), "--out", str(out), "--propose", str(words)], monkeypatch) == 0
    assert "own-words.toml" in capsys.readouterr().out
    proposed = words.read_text(encoding="utf-8")
    words.write_text(proposed.replace("accept = false", "accept = true"), encoding="utf-8")

    assert run([str(mails), "--out", str(out), "--cues", str(words), "--precision", "0.9"], monkeypatch) == 0
    assert "mood" in capsys.readouterr().out
    mood = ToneKit(weights=out).analyze("Half of the delivery lies here in bits and pieces.").mood
    assert mood.label == "frustrated"
    assert any(term.cue.startswith("own.en.") for term in mood.evidence)
    assert sorted(path.name for path in folder.iterdir()) == ["mails.jsonl", "own-words.toml", "weights.toml"]


def test_copies_are_told(mails: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A file in which every message stands twice says so, in words and in the file of weights."""
    out = mails.with_name("weights.toml")
    mails.write_text(mails.read_text(encoding="utf-8") * 2, encoding="utf-8")
    assert run([str(mails), "--out", str(out)], monkeypatch) == 0

    assert "75 of 150 messages say nearly the same" in " ".join(capsys.readouterr().out.split())
    assert "copies = 75" in out.read_text(encoding="utf-8").splitlines()


def test_json_is_for_machines(mails: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """With --json nothing but the record is printed."""
    assert run([str(mails), "--out", str(mails.with_name("w.toml")), "--accept-all", "--json"], monkeypatch) == 0
    record = json.loads(capsys.readouterr().out)

    assert record["calibration"]["messages"] == 75
    assert record["dimensions"]["mood"]["refitted"] is True


@pytest.mark.parametrize(
    ("content", "arguments", "words"),
    [
        pytest.param(b'{"text": "a", "moood": "neutral"}\n', [], "moood", id="unknown-key"),
        pytest.param(b'{"text": "a", "mood": "sad"}\n', [], "'sad' is not a label of mood", id="unknown-label"),
        pytest.param(b"PK\x03\x04", [], "an Excel or zip file", id="kind"),
        pytest.param(b"", [], "message", id="empty"),
        pytest.param(b'{"text": "a", "mood": "neutral"}\n', [], "too few", id="few"),
        pytest.param(b'{"text": "a", "mood": "neutral"}\n', ["--cues", "none.toml"], "none.toml", id="no-cues"),
        pytest.param(None, [], "mails.jsonl", id="missing"),
        pytest.param(b"{}", ["--precision", "2"], "precision", id="precision"),
        pytest.param(b"{}", ["--cues", "a.toml", "--accept-all"], "give one", id="both"),
    ],
)
def test_wrong_input_is_one_line_and_writes_nothing(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    content: bytes | None,
    arguments: list[str],
    words: str,
) -> None:
    """Whatever is wrong ends in one line on standard error, and no file is written."""
    mails = tmp_path / "mails.jsonl"
    if content is not None:
        mails.write_bytes(content)
    before = sorted(tmp_path.iterdir())
    code = run([str(mails), "--out", str(tmp_path / "w.toml"), *arguments], monkeypatch)
    said = capsys.readouterr().err

    assert code in {1, 2}
    assert words in said
    assert said.count("\n") == 1
    assert sorted(tmp_path.iterdir()) == before


def test_a_huge_file_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A gigabyte is not read into memory first."""
    mails = tmp_path / "mails.jsonl"
    with mails.open("wb") as file:
        file.truncate(1_000_000_000)

    assert run([str(mails), "--out", str(tmp_path / "w.toml")], monkeypatch) == 1
    assert "larger than 50 MB" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("out", "more", "words"),
    [
        pytest.param("w.yaml", [], "ends in .toml", id="no-toml"),
        pytest.param("none/w.toml", [], "no such folder", id="no-folder"),
        pytest.param("w.toml", ["--propose", "mails.jsonl"], "exists", id="proposal-exists"),
    ],
)
def test_places_that_cannot_be_written_are_refused_first(
    mails: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    out: str,
    more: list[str],
    words: str,
) -> None:
    """Where a file cannot or should not be written it is said before the work, not after it."""
    monkeypatch.chdir(mails.parent)

    assert run([str(mails), "--out", out, *more], monkeypatch) == 1
    assert words in capsys.readouterr().err


def test_columns_of_another_tool(mails: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message may stand in a column of any name, beside columns that are no labels, as with `evaluate`."""
    plain, other = mails.parent / "plain.toml", mails.parent / "other.toml"
    rows = [json.loads(line) for line in mails.read_text(encoding="utf-8").splitlines()]
    renamed = [{"Nachricht": row["text"], "mood": row["mood"], "Kanal": "Mail"} for row in rows]
    assert run([str(mails), "--out", str(plain)], monkeypatch) == 0
    mails.write_text("".join(json.dumps(row) + "\n" for row in renamed), encoding="utf-8")

    assert run([str(mails), "--text-column", "Nachricht", "--more-columns", "--out", str(other)], monkeypatch) == 0
    assert other.read_text(encoding="utf-8") == plain.read_text(encoding="utf-8")
