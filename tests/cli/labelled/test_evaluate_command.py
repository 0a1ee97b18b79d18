"""`tonekit evaluate`: figures for people and machines, floors for CI, and nothing half-written."""

from __future__ import annotations

import csv
import json
import re
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tonekit.cli.app import main
from tonekit.evaluation.calibration.on_labels import data_hash
from tonekit.evaluation.calibration.weights_toml import weights_text
from tonekit.evaluation.labelled import read_labelled
from tonekit.reading.heads.calibrated import CalibratedFile, DimensionPart, Origin, shipped_hashes
from tonekit.testing import assert_scores

FIXTURES = Path(__file__).parents[2] / "fixtures" / "messages" / "en.jsonl"
CROSS = "This is the third time I write and still nothing since Monday."
ROWS = [
    {"id": "m1", "text": CROSS, "language": "en", "mood": "frustrated", "tags": ["must"]},
    {"id": "m2", "text": f"=1+1 {CROSS}\x1b[2J", "mood": "enthusiastic", "tags": ["wrong"]},
    {"id": "m3", "text": "Wo finde ich die Rechnung?", "mood": "neutral", "urgency": "none"},
]


def run(arguments: list[object], monkeypatch: pytest.MonkeyPatch) -> int:
    """Run the command line in this process; return its exit code."""
    monkeypatch.setattr(sys, "argv", ["tonekit", "evaluate", *map(str, arguments)])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """Return a file of three messages, one of them read wrongly."""
    path = tmp_path / "ours.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    return path


def test_person_sees_figures_and_mistakes(
    ours: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The tables of all dimensions, languages and tags, and the surest mistakes with their words."""
    assert run([ours], monkeypatch) == 0

    shown = capsys.readouterr().out
    assert "3 messages (en 2, de 1)" in shown
    assert all(
        word in shown for word in ("macro-F1", "ECE", "by language", "by tag", "towards frustrated: contact.unanswered")
    )
    assert "\x1b[2J" not in shown
    assert re.search(
        r"^Fewer than 30 labels, too few for an interval of macro-F1: .* urgency 1\.$", shown, re.MULTILINE
    )


def test_answers_that_nobody_labelled_are_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file of one label holds its floor, and it is said what else was answered."""
    path = tmp_path / "plain.jsonl"
    rows = [("Where is my parcel?", "neutral")] * 9 + [(CROSS, "neutral")]
    path.write_text("".join(json.dumps({"text": text, "mood": mood}) + "\n" for text, mood in rows), encoding="utf-8")

    assert run([path, "--min", "mood=0.94"], monkeypatch) == 0
    assert "mood: answered but never labelled: frustrated 1" in capsys.readouterr().out.splitlines()


def test_one_dimension_in_full(ours: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Classes, confusions, calibration, coverage, tags and mistakes of a dimension can be asked for."""
    assert run([ours, "--show", "mood"], monkeypatch) == 0

    shown = capsys.readouterr().out
    for words in (
        "precision",
        "columns: answer",
        "share that was right",
        "from the surest on",
        "right by tag",
        "1 mistake",
    ):
        assert words in shown


def test_scores_are_those_of_the_other_doors(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command and `tonekit.testing` score the same messages the same, to the last digit."""
    assert run([FIXTURES, "--json"], monkeypatch) == 0

    dimensions = json.loads(capsys.readouterr().out)["evaluation"]["dimensions"]
    scores = {name: report["scores"]["macro_f1"] for name, report in dimensions.items()}
    assert scores == assert_scores(FIXTURES, dict.fromkeys(scores, 0.0))


@pytest.mark.parametrize(
    ("floors", "code", "words"),
    [
        pytest.param(["urgency=1.0"], 0, "", id="holds"),
        pytest.param(["urgency=1.0", "mood=0.9"], 1, "mood: macro-F1 0.556 is below 0.9", id="below"),
        pytest.param(["role=0.5"], 1, "no message is labelled for role", id="not-labelled"),
        pytest.param(["mod=0.5"], 2, "there is no dimension 'mod'; there are language, formality", id="dimension"),
        pytest.param(["mood=high"], 2, "a number from 0 to 1", id="no-number"),
        pytest.param(["mood=80"], 2, "a number from 0 to 1", id="percent"),
        pytest.param(["mood=nan"], 2, "a number from 0 to 1", id="nan"),
    ],
)
def test_floors_decide_the_exit_code(
    floors: list[str],
    code: int,
    words: str,
    ours: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A score below its floor ends with 1 and says which; a wrong floor ends with 2."""
    assert run([ours, *(part for floor in floors for part in ("--min", floor))], monkeypatch) == code

    said = capsys.readouterr().err
    assert words in said
    assert len(said.strip().splitlines()) == bool(words)


def test_files_are_written(ours: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Report, table of mistakes and JSON are written; a cell that a spreadsheet would run is guarded."""
    html, errors, kept = tmp_path / "r.html", tmp_path / "e.csv", tmp_path / "k.json"

    assert run([ours, "--html", html, "--errors", errors, "--save", kept], monkeypatch) == 0
    with errors.open(encoding="utf-8", newline="") as file:
        heading, *rows = csv.reader(file)
    assert heading[:4] == ["id", "dimension", "wanted", "given"]
    assert [row[:4] for row in rows] == [["m2", "mood", "enthusiastic", "frustrated"]]
    assert rows[0][5].startswith("'=1+1")
    assert "<svg" in html.read_text(encoding="utf-8")
    assert json.loads(kept.read_text(encoding="utf-8"))["evaluation"]["messages"] == 3


def test_earlier_run_is_compared(
    ours: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same answers are called the same; messages that are new are counted and left out."""
    kept = tmp_path / "before.json"
    run([ours, "--save", kept], monkeypatch)
    with ours.open("a", encoding="utf-8") as file:
        file.write('{"id": "m4", "text": "Danke!", "mood": "neutral"}\n')

    assert run([ours, "--compare", kept], monkeypatch) == 0
    shown = capsys.readouterr().out
    assert "same answers" in shown
    assert "because new or changed: 1." in shown
    ours.write_text('{"text": "Else"}\n', encoding="utf-8")
    assert run([ours, "--compare", kept], monkeypatch) == 0
    shown = capsys.readouterr().out
    assert "No message is labelled" in shown
    assert "Nothing to compare" in shown


def test_comparison_can_be_read_in_80_columns(
    ours: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No figure is cut off, and no verdict."""
    kept = tmp_path / "before.json"
    run([ours, "--save", kept], monkeypatch)
    kept.write_text(kept.read_text(encoding="utf-8").replace('"mood": "neutral"', '"mood": "frustrated"'), "utf-8")
    capsys.readouterr()
    monkeypatch.setenv("COLUMNS", "80")

    assert run([ours, "--compare", kept], monkeypatch) == 0
    table = capsys.readouterr().out.split("Compared with the earlier run")[1].splitlines()[1:5]
    assert [line.split() for line in table] == [
        ["dimension", "n", "before", "after", "right,", "wrong", "p", "verdict"],
        ["language", "1", "1.000", "1.000", "+0", "−0", "1.000", "same", "answers"],
        ["mood", "3", "0.167", "0.556", "+1", "−0", "1.000", "no", "clear", "difference"],
        ["urgency", "1", "1.000", "1.000", "+0", "−0", "1.000", "same", "answers"],
    ]


def test_runs_that_chose_from_other_labels_are_not_compared(
    ours: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A run with --two-classes is an easier exam than one without."""
    ours.write_text('{"text": "Danke!", "mood": "enthusiastic"}\n{"text": "Mist", "mood": "frustrated"}\n', "utf-8")
    kept = tmp_path / "before.json"
    assert run([ours, "--two-classes", "--save", kept], monkeypatch) == 0

    assert run([ours, "--compare", kept], monkeypatch) == 1
    assert "took one of two labels for mood, this run does for no dimension" in capsys.readouterr().err
    assert run([ours, "--two-classes", "--compare", kept], monkeypatch) == 0
    assert run([ours, "--save", kept], monkeypatch) == 0
    assert run([ours, "--two-classes", "--compare", kept], monkeypatch) == 1
    assert "took one of two labels for no dimension, this run does for mood" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param('{"id": "a", "mood": "neutral"}\n', "ours.jsonl:1: needs a field 'text'", id="missing-column"),
        pytest.param(
            '{"text": "x"}\n{"text": "y", "mood": "cross"}\n', "ours.jsonl:2:15: 'cross' is not a label", id="label"
        ),
        pytest.param('{"text": "x"}\n{"text": "\0"}\n', "ours.jsonl:2:11: holds a zero byte", id="no-text"),
        pytest.param("", "ours.jsonl: holds no messages", id="empty"),
        pytest.param(None, "ours.jsonl: has 1,000 MB", id="gigabyte"),
    ],
)
def test_wrong_file_is_one_line_and_nothing_is_written(
    content: str | bytes | None,
    words: str,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Whatever is wrong with the file is said in one line, before anything is written."""
    path = tmp_path / "ours.jsonl"
    path.write_bytes(content.encode() if isinstance(content, str) else content or b"")
    if content is None:
        with path.open("r+b") as file:
            file.truncate(1_000_000_000)

    targets = [part for name in ("html", "save", "errors") for part in (f"--{name}", tmp_path / name)]
    assert run([path, *targets], monkeypatch) == 1
    said = capsys.readouterr()
    assert words in said.err
    assert len(said.err.strip().splitlines()) == 1
    assert said.out == ""
    assert [each.name for each in tmp_path.iterdir()] == ["ours.jsonl"]


def test_target_that_cannot_be_written_is_said_first(
    ours: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody waits for an evaluation whose report then has nowhere to go."""
    assert run([ours, "--html", tmp_path / "none" / "r.html"], monkeypatch) == 1
    assert "in a folder that exists" in capsys.readouterr().err


def test_several_processes_answer_the_same(
    ours: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With two processes the JSON is the same as with one."""
    printed: list[Any] = []
    for workers in (1, 2):
        assert run([ours, "--json", "--workers", workers], monkeypatch) == 0
        printed.append(capsys.readouterr().out)

    assert printed[0] == printed[1]


def test_profile_and_template_are_scored(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where an answer is expected, the style and the reply that is chosen are scored like labels."""
    path = tmp_path / "ours.csv"
    path.write_text(f"text,profile.empathy,template\n{CROSS},acknowledge,no_such_reply\n", encoding="utf-8")

    assert run([path, "--json"], monkeypatch) == 0
    dimensions = json.loads(capsys.readouterr().out)["evaluation"]["dimensions"]
    assert dimensions["profile.empathy"]["scores"]["accuracy"]["hits"] == 1
    assert dimensions["template"]["wrong"] == 1


def test_what_is_passed_over_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With --more-columns a dimension that is misspelt does not go unseen; what is printed for machines stays so."""
    path = tmp_path / "ours.csv"
    path.write_text("Team;Body;mood;urgancy\n7;Danke!;Neutral;none\n", encoding="utf-8")

    assert run([path, "--more-columns", "--text-column", "Body", "--json"], monkeypatch) == 0
    said = capsys.readouterr()
    assert said.err == "passed over: team, urgancy\n"
    assert list(json.loads(said.out)["evaluation"]["dimensions"]) == ["mood"]


def test_weights_that_know_these_messages_are_told(
    ours: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Weights that were fitted on the file say so in words and JSON; on another file they say nothing."""
    weights, ruleset = shipped_hashes()
    origin = Origin(
        date=date(2026, 11, 30),
        labelled="ours.jsonl",
        data=data_hash(read_labelled(ours)),
        messages=3,
        weights=weights,
        ruleset=ruleset,
    )
    parts = {"mood": DimensionPart(refitted=False, why="too few labels", labels=3)}
    path = tmp_path / "weights.toml"
    path.write_text(weights_text(CalibratedFile(calibration=origin, dimensions=parts)), encoding="utf-8")
    said = []
    for more in ("", '{"id": "m4", "text": "Danke!", "mood": "neutral"}\n'):
        with ours.open("a", encoding="utf-8") as file:
            file.write(more)
        assert run([ours, "--weights", path], monkeypatch) == 0
        said.append("fitted on these very messages" in " ".join(capsys.readouterr().out.split()))

    assert said == [True, False]


def test_sets_of_opposites(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of a file that leaves the middle out on purpose, one of its two labels is the answer."""
    path = tmp_path / "ours.csv"
    path.write_text("text,formality\nThe pump stopped on Monday.,formal\nhey whats up lol,informal\n", encoding="utf-8")
    given = []
    for option in ([], ["--two-classes"]):
        assert run([path, "--json", *option], monkeypatch) == 0
        given.append(set(json.loads(capsys.readouterr().out)["evaluation"]["dimensions"]["formality"]["classes"]))

    assert given == [{"formal", "neutral", "informal"}, {"formal", "informal"}]
