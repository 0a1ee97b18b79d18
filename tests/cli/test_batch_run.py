"""Many messages from the command line: a file in, a file out, and a kill in the middle."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from tonekit import Analysis, Result, ToneKit
from tonekit.cli.app import main

COMMAND = [sys.executable, "-c", "from tonekit.cli.app import main; main()"]


def run(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> int:
    """Run the command line in this process; return its exit code."""
    monkeypatch.setattr(sys, "argv", ["tonekit", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


def mails(folder: Path, count: int) -> Path:
    """Write a file of messages."""
    path = folder / "mails.jsonl"
    rows = ({"id": f"m{number}", "text": f"Where is my order {number}?"} for number in range(count))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def results(path: Path) -> list[dict[str, Any]]:
    """Return the lines of a file of results."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("workers", ["0", "2"])
def test_analyze_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, toolkit: ToneKit, workers: str) -> None:
    """Each row of the input gets its line, in order, with what the message gets alone."""
    out = tmp_path / "out.jsonl"

    code = run(["analyze", "-i", str(mails(tmp_path, 40)), "-o", str(out), "--workers", workers], monkeypatch)
    lines = results(out)

    assert code == 0
    assert [(line["row"], line["id"]) for line in lines] == [(n + 1, f"m{n}") for n in range(40)]
    assert lines[7]["analysis"] == json.loads(toolkit.analyze("Where is my order 7?").model_dump_json())


def test_a_folder_of_mails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Mails as they lie on a server are read with their headers; a broken one is a line, and the run goes on."""
    folder, out = tmp_path / "mails", tmp_path / "out.jsonl"
    folder.mkdir()
    headers = {"a": "From: a@example.com", "c": "From: c@example.com\nAuto-Submitted: auto-replied"}
    for name, head in headers.items():
        (folder / f"{name}.eml").write_text(f"{head}\n\nWhere is my order?", encoding="utf-8")
    (folder / "b.eml").write_bytes(b"")

    code = run(["personalize", "-i", str(folder), "-o", str(out)], monkeypatch)
    first, broken, automatic = results(out)

    assert code == 1
    assert [line["id"] for line in (first, broken, automatic)] == ["a.eml", "b.eml", "c.eml"]
    assert "is empty" in broken["error"]["message"]
    assert automatic["result"]["analysis"]["facts"]["automatic"]["kind"] == "reply"
    assert first["result"]["analysis"]["facts"]["automatic"] is None


@pytest.mark.parametrize(("command", "model"), [("analyze", Analysis), ("personalize", Result)])
def test_without_evidence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, toolkit: ToneKit, command: str, model: type[Analysis | Result]
) -> None:
    """Lines without evidence say the same labels in less than half the size, and are read back; none are mixed in."""
    path, out = mails(tmp_path, 3), tmp_path / "out.jsonl"

    assert run([command, "-i", str(path), "-o", str(out), "--no-evidence"], monkeypatch) == 0
    made = results(out)[0][{"analyze": "analysis", "personalize": "result"}[command]]
    whole = getattr(toolkit, command)("Where is my order 0?")
    read = model.model_validate(made)
    assert repr(getattr(read, "analysis", read)) == repr(getattr(whole, "analysis", whole))
    assert len(json.dumps(made)) < len(whole.model_dump_json()) / 2
    assert '"evidence"' not in json.dumps(made.get("analysis", made))
    assert run([command, "-i", str(path), "-o", str(out), "--resume"], monkeypatch) == 1
    assert run([command, "-i", str(path), "-o", str(out), "--resume", "--no-evidence"], monkeypatch) == 0


def test_personalize_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Customer and facts of a row reach its reply, and the options of the command line all others."""
    path = tmp_path / "mails.jsonl"
    rows = [{"text": "Where is it?", "customer": {"name": "Ada Holm"}}, {"text": "Where is it?"}]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    out = tmp_path / "out.jsonl"

    code = run(["personalize", "-i", str(path), "-o", str(out), "--name", "Kim Berg"], monkeypatch)
    first, second = (line["result"]["reply"]["text"] for line in results(out))

    assert code == 0
    assert "Ada" in first
    assert "Kim" in second


def test_bad_row_has_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A row without a message gets a line that says why; the exit code tells that there is one, resumed or not."""
    path = tmp_path / "mails.jsonl"
    path.write_text('{"text": "Hi"}\n{"id": 9, "txt": "Hi"}\n{"text": "Hi"}\n', encoding="utf-8")
    out = tmp_path / "out.jsonl"

    code = run(["analyze", "-i", str(path), "-o", str(out)], monkeypatch)

    assert code == 1
    assert ["error" in line for line in results(out)] == [False, True, False]
    assert results(out)[1]["id"] == 9
    assert "1 of 3 have no result" in capsys.readouterr().err

    assert run(["analyze", "-i", str(path), "-o", str(out), "--resume"], monkeypatch) == 1
    assert "1 of 3 have no result" in capsys.readouterr().err


@pytest.mark.parametrize("workers", ["0", "2"])
def test_kill_in_the_middle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workers: str) -> None:
    """After a kill -9 in the middle, --resume makes the file that an undisturbed run makes."""
    count = 600
    source, cut, whole = mails(tmp_path, count), tmp_path / "cut.jsonl", tmp_path / "whole.jsonl"
    arguments = ["analyze", "--input", str(source), "--workers", workers, "--output"]

    with subprocess.Popen([*COMMAND, *arguments, str(cut)], stderr=subprocess.PIPE) as program:
        while not (cut.exists() and cut.stat().st_size > 50_000):
            with suppress(subprocess.TimeoutExpired):
                assert program.wait(0.02) is None, "it ended before it could be killed"
        program.kill()
    done_before = cut.read_bytes().count(b"\n")
    code = run([*arguments, str(cut), "--resume"], monkeypatch)
    run([*arguments, str(whole)], monkeypatch)

    assert 0 < done_before < count
    assert code == 0
    assert cut.read_bytes() == whole.read_bytes()
    assert [line["row"] for line in islice(results(cut), count)] == list(range(1, count + 1))


def test_resuming_what_is_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Going on with a finished file changes nothing."""
    source, out = mails(tmp_path, 3), tmp_path / "out.jsonl"
    arguments = ["analyze", "-i", str(source), "-o", str(out), "--resume"]
    run(arguments, monkeypatch)
    before = out.read_bytes()

    assert run(arguments, monkeypatch) == 0
    assert out.read_bytes() == before


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(["--name", "Ada Holm"], id="name"),
        pytest.param(["--name", "Kim Berg", "--fact", "answer=Soon."], id="fact"),
        pytest.param(["--name", "Kim Berg", "--locale", "sv"], id="locale"),
        pytest.param(["--name", "Kim Berg", "--template", "acknowledgement"], id="template"),
        pytest.param(["--name", "Kim Berg", "--field", "id"], id="field"),
    ],
)
def test_resuming_with_other_options(
    tmp_path: Path, other: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Answers that were made of other facts, or in another way, are not mixed into a file; it stays as it is."""
    out = tmp_path / "out.jsonl"
    arguments = ["personalize", "-i", str(mails(tmp_path, 2)), "-o", str(out)]
    run([*arguments, "--name", "Kim Berg"], monkeypatch)
    before = out.read_bytes()

    assert run([*arguments, *other, "--resume"], monkeypatch) == 1
    assert "was made with other options" in capsys.readouterr().err
    assert run([*arguments, "--name", "Kim Berg", "--resume"], monkeypatch) == 0
    assert out.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(["-i", "none.jsonl", "-o", "out.jsonl"], "none.jsonl: is not a file", id="no-input"),
        pytest.param(["-i", "mails.jsonl"], "both --input and --output", id="no-output"),
        pytest.param(["-i", "mails.jsonl", "-o", "mails.jsonl"], "already exists", id="same-file"),
        pytest.param(["-i", "mails.jsonl", "-o", "mails.jsonl", "--resume"], "does not belong", id="resume-other"),
        pytest.param(["-i", "mails.jsonl", "-o", "out.jsonl", "Hi"], "one message or --input", id="message-too"),
        pytest.param(["-i", "mails.jsonl", "-o", "out.jsonl", "--field", "body"], "no field 'body'", id="field"),
        pytest.param(["-i", "mails.jsonl", "-o", "no/out.jsonl"], "cannot be written", id="no-folder"),
    ],
)
def test_errors_are_one_line(
    tmp_path: Path,
    arguments: list[str],
    words: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What is wrong is said in one line, and the input stays as it is."""
    before = mails(tmp_path, 2).read_bytes()
    monkeypatch.chdir(tmp_path)

    code = run(["analyze", *arguments], monkeypatch)
    said = capsys.readouterr().err

    # 2 where the command line contradicts itself, as for an option that does not exist.
    assert code == (2 if "--input" in words else 1)
    assert words in said
    assert len(said.strip().splitlines()) == 1
    assert (tmp_path / "mails.jsonl").read_bytes() == before
