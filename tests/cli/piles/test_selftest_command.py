"""The command `selftest`: scores, violations, floors."""

from __future__ import annotations

import json
import re
import sys
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from tonekit.analysis import ALL_DIMENSIONS
from tonekit.cli.app import main
from tonekit.cli.piles.selftest_view import scores_view
from tonekit.selftest.changes import load_changes
from tonekit.selftest.violation import Scores

UNSEEN = ("hidden_signs", "line_ends", "html", "footer")
"""Changes that nobody sees, or that stand outside of what is read."""


def run(arguments: list[str], monkeypatch: pytest.MonkeyPatch, *, columns: int = 200) -> int:
    """Run the command line in this process; return its exit code."""
    monkeypatch.setattr(sys, "argv", ["tonekit", *arguments])
    monkeypatch.setenv("COLUMNS", str(columns))
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
    assert re.search(r"36 labels looked at, \d flipped: (100|9\d)\.\d\d% held", shown)


def test_tables_can_be_read_in_80_columns(
    pile: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every change and dimension stands on a line with its whole name and figure."""
    assert run(["selftest", str(pile), "--show", "0"], monkeypatch, columns=80) == 0
    rows = capsys.readouterr().out.split("What flips")[0].splitlines()
    shown = {line.split()[0]: line.split()[1] for line in rows if line.split()[1:]}

    # Nothing in this pile has a place for these.
    assert load_changes().keys() - shown.keys() == {"curly_quotes", "decomposed", "line_ends", "line_width"}
    assert set(ALL_DIMENSIONS) <= shown.keys()
    assert all(re.fullmatch(r"\d+\.\d", shown[name]) for name in (*ALL_DIMENSIONS, "all", "thanks", "english_footer"))
    assert "…" not in "".join(rows)


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


def test_what_flipped_once_is_not_rounded_up_to_never() -> None:
    """One flip in ten thousand shows as 99.9, and 100.0 stands only where nothing flipped."""
    scores = Scores()
    scores.checks.update({("typos", "mood"): 10_000, ("footer", "mood"): 10_000})
    scores.flips["typos", "mood"] = 1
    sheet = StringIO()
    Console(file=sheet, width=100).print(scores_view(scores))
    held = dict(
        line.split()[:2] for line in sheet.getvalue().splitlines() if line.startswith(("typos", "footer", "all"))
    )

    assert held == {"typos": "99.9", "footer": "100.0", "all": "99.9"}


def test_every_nth_message(pile: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Of a large pile every n-th message can be taken."""
    run(["selftest", str(pile), "--every", "2", "--change", "thanks", "--json"], monkeypatch)

    assert json.loads(capsys.readouterr().out)["messages"] == 1


@pytest.mark.parametrize(
    ("least", "failed"),
    [
        pytest.param(["0"], [], id="none"),
        pytest.param(["1"], ["typos"], id="each-change"),
        pytest.param(["typos=1"], ["typos"], id="one-change"),
        pytest.param(["hidden_signs=1"], [], id="another-change"),
        pytest.param(["1", "typos=0.5"], [], id="its-own-floor-counts"),
        pytest.param(["0.98"], ["typos"], id="though-98-of-100-held-over-all"),
    ],
)
def test_floors_decide_the_exit_code(
    least: list[str], failed: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A floor is asked of each change: those that nobody sees always hold, and no reading of words survives typos."""
    options = [option for each in least for option in ("--min", each)]
    changes = [option for each in (*UNSEEN, "typos") for option in ("--change", each)]
    code = run(["selftest", *options, *changes, "--show", "0"], monkeypatch)
    shown = capsys.readouterr().out

    assert code == bool(failed)
    assert re.findall(r"^(\w+): [\d.]+ of the labels held, below", shown, re.MULTILINE) == failed
    (over_all,) = re.findall(r"([\d.]+)% held, with typos", shown)
    assert float(over_all) > 98


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
    """What is wrong is said in one line; a floor that is none is a mistake in the command line."""
    assert run(["selftest", *options], monkeypatch) == (2 if "a share" in words else 1)
    said = capsys.readouterr().err
    assert words in said
    assert len(said.strip().splitlines()) == 1
