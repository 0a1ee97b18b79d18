"""The command `selftest`: scores, violations, floors."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tonekit.cli.app import main


def run(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> int:
    """Run the command line in this process; return its exit code."""
    monkeypatch.setattr(sys, "argv", ["tonekit", *arguments])
    monkeypatch.setenv("COLUMNS", "200")
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    """A small pile in which capitals flip a label."""
    path = tmp_path / "mails.csv"
    path.write_text(
        "id,text\n7,We noticed that your order is entirely mislabelled.\n8,My lift is stuck.\n", encoding="utf-8"
    )
    return path


def test_table_and_violations(pile: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A person sees what held, by change and dimension, and how many labels were looked at."""
    code = run(
        ["selftest", str(pile), "--change", "thanks", "--change", "line_ends", "--change", "upper_case"], monkeypatch
    )
    shown = capsys.readouterr().out

    assert code == 0
    assert "thanks" in shown
    assert "2 messages" in shown
    assert "held." in shown


def test_json(pile: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Machines get JSON and nothing else; its counts add up."""
    code = run(["selftest", str(pile), "--json"], monkeypatch)
    result = json.loads(capsys.readouterr().out)
    counts = [each for change in result["changes"].values() for each in change["dimensions"].values()]

    assert code == 0
    assert result["messages"] == 2
    assert sum(each["checks"] for each in counts) == result["checks"]
    assert sum(each["flips"] for each in counts) == result["flips"]
    assert sum(each["flips"] for each in result["reasons"]) == result["flips"]
    assert result["held"] == pytest.approx(1 - result["flips"] / result["checks"])


def test_every_nth_message(pile: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Of a large pile every n-th message can be taken."""
    run(["selftest", str(pile), "--every", "2", "--change", "thanks", "--json"], monkeypatch)

    assert json.loads(capsys.readouterr().out)["messages"] == 1


@pytest.mark.parametrize(("least", "code"), [("0", 0), ("typos=0", 0), ("1.0", 1), ("typos=1", 1)])
def test_floors_decide_the_exit_code(
    least: str, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Below a floor the command fails and says which one; no reading of words survives every typo."""
    assert run(["selftest", "--min", least, "--change", "typos", "--show", "0"], monkeypatch) == code
    assert ("of the labels held, below" in capsys.readouterr().out) == bool(code)


def test_messages_of_the_demo(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a pile the messages of the demo are tried."""
    assert run(["selftest", "--change", "hidden_signs", "--json", "--min", "1"], monkeypatch) == 0
    assert json.loads(capsys.readouterr().out)["messages"] >= 14


@pytest.mark.parametrize(
    ("options", "words"),
    [
        pytest.param(["--change", "typo"], "Did you mean 'typos'?", id="change"),
        pytest.param(["--min", "many"], "--min needs a share", id="number"),
        pytest.param(["--min", "1.5"], "--min needs a share", id="range"),
        pytest.param(["--min", "typo=0.5"], "there is no change 'typo'", id="floor-of-no-change"),
        pytest.param(["none.csv"], "no such file", id="file"),
    ],
)
def test_errors_are_one_line(
    options: list[str], words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is wrong is said in one line."""
    assert run(["selftest", *options], monkeypatch) == 1
    said = capsys.readouterr().err
    assert words in said
    assert len(said.strip().splitlines()) == 1
