"""The command `audit`: tables, CSV and one HTML file of a pile; wrong files end in one line."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

import pytest

from tonekit.analysis import LABELS
from tonekit.cli.app import main

MESSAGES = Path(__file__).parents[3] / "benchmarks" / "messages" / "en.jsonl"

PILE = """id,created,customer,segment,message,handling minutes,follow up
1,2026-01-05,a@firma.example,private,"Third time I write about the same invoice, and still nothing!",12,yes
2,2026-02-06,b@firma.example,firm,"Könnt ihr mir bitte sagen, was der Tarif kostet? Meine Nummer ist 0171 2345678.",3,no
3,2026-03-07,c@firma.example,firm,<script>alert(1)</script> my screen stays black,5,no
4,someday,,,,,
"""


def run(arguments: list[str], monkeypatch: pytest.MonkeyPatch, *, columns: int = 200) -> int:
    """Run the command line in this process; return its exit code."""
    monkeypatch.setattr(sys, "argv", ["tonekit", *arguments])
    monkeypatch.setenv("COLUMNS", str(columns))
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    """A small pile as a helpdesk exports it."""
    path = tmp_path / "mails.csv"
    path.write_text(PILE, encoding="utf-8")
    return path


def test_tables(pile: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A person sees topics, labels, trends, types, zones, and what could not be read."""
    code = run(["audit", str(pile)], monkeypatch)
    shown = capsys.readouterr().out

    assert code == 0
    assert "3 mails read" in shown
    assert all(
        words in shown
        for words in (
            "Topics that bring people back",
            "How customers write",
            "mood and request",
            "Trends",
            "Types of customers",
            "What the text is",
            "What tonekit is unsure of",
            "the text is empty",
            "e.g. line 5",
        )
    )


@pytest.mark.parametrize("costs", [pytest.param("", id="plain"), pytest.param(",12,yes", id="with-costs")])
def test_tables_can_be_read_in_80_columns(
    costs: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """All labels, topics and figures stand there whole, whatever the pile tells."""
    lines = MESSAGES.read_text(encoding="utf-8").splitlines()[::40]
    heading = "id,text" + (",handling minutes,follow up" if costs else "")
    path = tmp_path / "mails.csv"
    rows = [f"{number},{json.dumps(json.loads(line)['text'], ensure_ascii=False)}" for number, line in enumerate(lines)]
    path.write_text("\n".join([heading, *(row.replace('\\"', '""') + costs for row in rows)]), encoding="utf-8")

    assert run(["audit", str(path)], monkeypatch, columns=80) == 0
    shown = capsys.readouterr().out
    assert "…" not in shown
    assert all(len(line) <= 80 for line in shown.splitlines())
    assert all(label in shown.split() for label in (*LABELS["request"], *LABELS["role"]))


def test_workers_change_nothing(
    pile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The figures are the same however many processes read."""
    tables = {workers: tmp_path / f"{workers}.csv" for workers in ("0", "2")}
    for workers, path in tables.items():
        assert run(["audit", str(pile), "--csv", str(path), "--workers", workers], monkeypatch) == 0
    capsys.readouterr()

    assert tables["0"].read_text(encoding="utf-8") == tables["2"].read_text(encoding="utf-8")


def test_files(pile: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Report, figures and rows are written; the mails' words stand redacted in the report alone."""
    html, tables, rows = (pile.with_name(name) for name in ("r.html", "t.csv", "m.csv"))
    code = run(["audit", str(pile), "--html", str(html), "--csv", str(tables), "--rows", str(rows)], monkeypatch)
    page = html.read_text(encoding="utf-8")

    assert code == 0
    assert str(html) in capsys.readouterr().out
    assert "Audit of mails.csv" in page
    assert "<script" not in page
    assert "2345678" not in page
    with rows.open(encoding="utf-8", newline="") as file:
        assert [row["id"] for row in csv.DictReader(file)] == ["1", "2", "3"]
    assert "invoice, and still" not in tables.read_text(encoding="utf-8") + rows.read_text(encoding="utf-8")


def test_control_signs_are_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a file holds cannot move the cursor or colour the screen."""
    path = tmp_path / "x.csv"
    path.write_text("text,segment\nMy screen stays black,a\x1b[31mb\n", encoding="utf-8")

    assert run(["audit", str(path)], monkeypatch) == 0
    shown = capsys.readouterr().out
    assert "\x1b[31m" not in shown
    assert "a␛[31mb" in shown


def test_columns_by_option(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Columns with names that nobody can guess are named, dates in another order too."""
    path = tmp_path / "x.csv"
    path.write_text("A,B\nMy screen stays black,02/11/2026\nMy lift is stuck,01/12/2026\n", encoding="utf-8")

    code = run(
        ["audit", str(path), "--text-column", "A", "--date-column", "B", "--date-format", "%m/%d/%Y"], monkeypatch
    )

    assert code == 0
    assert "2026-01-12" in capsys.readouterr().out


def test_failed_pile_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the pile cannot be read, nothing is written, not even half."""
    path = tmp_path / "x.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")

    assert run(["audit", str(path), "--rows", str(tmp_path / "m.csv")], monkeypatch) == 1
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("name", "content", "options", "words"),
    [
        pytest.param("x.csv", "", [], "it is empty", id="empty"),
        pytest.param("x.csv", "a\n1\n", [], "--text-column", id="no-text"),
        pytest.param("x.csv", "text\nhello\n", ["--date-column", "day"], "there is no column in", id="column"),
        pytest.param("x.txt", "hello", [], "give a file of these kinds", id="kind"),
        pytest.param("x.csv", "text\nhello\n", ["--html", "/none/x.html"], "cannot be written", id="target"),
    ],
)
def test_errors_are_one_line(
    name: str,
    content: str,
    options: list[str],
    words: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What is wrong is said in one line."""
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")

    assert run(["audit", str(path), *options], monkeypatch) == 1
    said = capsys.readouterr().err
    assert words in said
    assert len(said.strip().splitlines()) == 1


def test_pile_without_a_readable_mail(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A pile of which nothing can be read fails, and says what is wrong with it."""
    path = tmp_path / "x.csv"
    path.write_text("id,text\n1,\n2,\n", encoding="utf-8")

    assert run(["audit", str(path)], monkeypatch) == 1
    shown = capsys.readouterr()
    assert "the text is empty" in shown.out
    assert "--automatic" not in shown.err


@pytest.mark.parametrize(
    "header",
    [
        pytest.param("Precedence: list\nList-Id: <support.acme.example>", id="group"),
        pytest.param("Auto-Submitted: auto-generated", id="contact-form"),
    ],
)
def test_pile_of_nothing_but_marked_mail(
    header: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where groups or contact forms mark everything, the message names the option that reads it."""
    path = tmp_path / "x.eml"
    path.write_text(f"From: kim@example.com\nSubject: Printer\n{header}\n\nMy printer is broken again.\n", "utf-8")

    assert run(["audit", str(path)], monkeypatch) == 1
    assert "--automatic" in capsys.readouterr().err
    assert run(["audit", str(path), "--automatic"], monkeypatch) == 0


def test_what_is_not_shown_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of a long table the terminal shows a part, and says so; of few mails it says how little a share is worth."""
    path = tmp_path / "mails.csv"
    rows = [f"{2025 + month // 12}-{month % 12 + 1:02d}-05,My screen stays black\n" for month in range(14)]
    path.write_text("date,message\n" + "".join(rows), encoding="utf-8")

    assert run(["audit", str(path)], monkeypatch) == 0
    shown = capsys.readouterr().out
    assert "Trends, the last 12 of 14 (all of them with --csv)" in shown
    assert "14 mails are few" in shown
