"""`tonekit check`: draft and message in, a table or JSON out, an exit code by the gravest finding."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from tonekit.cli.app import main

MESSAGE = "Hello, where is my order 88412?"
GOOD = "Hello,\n\nthank you for your message. Your order 88412 is on its way to you.\n\nKind regards\nAnna\n"


def run(arguments: list[str], monkeypatch: pytest.MonkeyPatch, *, piped: str = "") -> int:
    """Run the command line in this process; return its exit code."""
    monkeypatch.setattr(sys, "argv", ["tonekit", "check", *arguments])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(piped.encode("utf-8"))))
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        pytest.param(GOOD, 0, id="nothing"),
        pytest.param("Hello,\n\nyour order is there.", 3, id="warning"),
        pytest.param(GOOD + "TODO", 4, id="error"),
    ],
)
def test_exit_code(draft: str, code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The exit code tells the gravest finding."""
    assert run([draft, "--message", MESSAGE], monkeypatch) == code


def test_table(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A person sees place, severity, rule, remedy and words."""
    run([GOOD + "It costs 20 EUR.", "-m", MESSAGE], monkeypatch)
    shown = capsys.readouterr().out

    assert all(word in shown for word in ("7:10", "error", "ungiven-amount", "→ Take it out", "20 EUR"))


@pytest.mark.parametrize("option", [("--json",), ("--format", "json")], ids=" ".join)
def test_files_and_json(
    option: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Draft and message may be files; facts are given as name=value; JSON has the fields of a finding."""
    (tmp_path / "draft.txt").write_text(GOOD + "{{ name }}", encoding="utf-8")
    (tmp_path / "message.txt").write_text(MESSAGE, encoding="utf-8")
    files = ["--file", str(tmp_path / "draft.txt"), "--message-file", str(tmp_path / "message.txt")]
    code = run([*files, "--fact", "answer=It arrives on 3 December.", *option], monkeypatch)
    findings = json.loads(capsys.readouterr().out)

    assert code == 4
    assert {each["rule"] for each in findings} == {"missing-fact", "template-syntax"}
    assert findings[-1]["text"] == "{{ name }}"
    assert findings[-1]["line"] == 7


@pytest.mark.parametrize("today", ["2026-13-01", "tomorrow", "01.12.2026", ""])
def test_no_day(today: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """What is no day is refused in words that say how to write one."""
    assert run(["Hello", "-m", MESSAGE, "--today", today], monkeypatch) == 2
    assert "write it as year-month-day, such as 2026-12-01" in capsys.readouterr().err


@pytest.mark.parametrize(("today", "code"), [("2026-12-02", 0), ("2026-12-01", 4)])
def test_today(today: str, code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """On the day before the given date, "tomorrow" tells it."""
    draft = "Hello,\n\nyour order has left our house, and it arrives tomorrow.\n\nKind regards"
    given = ["--fact", "status.summary=Your order has left our house.", "--fact", "status.expected=2026-12-03"]

    assert run([draft, "-m", MESSAGE, *given, "--today", today], monkeypatch) == code


def test_draft_from_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a draft on the command line standard input is read."""
    assert run(["-m", MESSAGE], monkeypatch, piped=GOOD + "TODO") == 4


def test_message_is_needed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a message the command says which option gives one."""
    assert run([GOOD], monkeypatch) == 2
    assert "--message" in capsys.readouterr().err
