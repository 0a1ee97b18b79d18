"""The command line: text, file and pipe in; a view or JSON out; errors in one line."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import tonekit
from tonekit.cli.app import main

MAIL = b"""From: Anna Berg <anna@example.com>
To: help@example.com
Subject: =?utf-8?q?Skrivaren_kr=C3=A5nglar?=
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: 8bit

Hej,

skrivaren kr\xe5nglar igen. Kan ni hj\xe4lpa mig?

Mvh Anna
"""


def run(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> int:
    """Run the command line in this process; return its exit code."""
    monkeypatch.setattr(sys, "argv", ["tonekit", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


def test_personalize_shows_reply_and_decision(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A person sees message, verdicts, reply and decision."""
    code = run(["personalize", "Hejsan! Kan ni visa lite vad ert kan? Vore jättekul 😊", "--name", "Kim"], monkeypatch)
    shown = capsys.readouterr().out

    assert code == 0
    assert all(word in shown for word in ("formality", "informal", "Kim", "reply", "decision", "approve"))


def test_facts_reach_the_reply(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Facts given as name=value stand in the reply; a name given twice makes a list."""
    facts = [
        "--fact",
        "answer=It runs on port 8443.",
        "--fact",
        "answer.details=TLS 1.3",
        "--fact",
        "answer.details=HTTP/2",
    ]
    code = run(
        ["personalize", "Which port does it use, exactly? Please send the specification.", *facts, "--json"],
        monkeypatch,
    )
    reply = json.loads(capsys.readouterr().out)["reply"]

    assert code == 0
    assert "It runs on port 8443." in reply["text"]


def test_why_this_reply_is_a_few_lines(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """What was taken stands first, then three replies that wait for facts, and how many more; none is a paragraph."""
    assert run(["personalize", "Where is my order?"], monkeypatch) == 0
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    first = next(number for number, line in enumerate(lines) if line.startswith("reply "))

    assert lines[first].endswith("'acknowledgement' taken: it fits every message.")
    assert sum("fits, but needs" in line for line in lines) == 3
    assert any(re.fullmatch(r"\d+ more wait for facts; tonekit explain names them\.", line) for line in lines)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        pytest.param(["cancellation.order=true"], ["bestilling"], id="flag"),
        pytest.param(["cancellation.refund=199 NOK"], ["199 kr"], id="amount"),
        pytest.param(['cancellation.refund={"amount": "199", "currency": "NOK"}'], ["199 kr"], id="json"),
    ],
)
def test_facts_of_every_type(
    facts: list[str], words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Flags, amounts and whatever else is no text can be given on the command line."""
    given = [each for fact in ["cancellation.effective=2030-03-01", *facts] for each in ("--fact", fact)]
    arguments = ["personalize", "Hei, jeg vil gjerne si opp.", "--template", "cancellation", *given, "--json"]

    assert run(arguments, monkeypatch) == 0
    text = json.loads(capsys.readouterr().out)["reply"]["text"].replace("\u00a0", " ")
    assert [word for word in words if word not in text] == []


def test_prices_on_the_command_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The lines of a quote are given as JSON, to `render` as well."""
    facts = ['quote.items=[{"text": "Licence", "price": "49.90 EUR"}]', "quote.total=49.90 EUR"]

    assert run(["render", "quote", *(each for fact in facts for each in ("--fact", fact))], monkeypatch) == 0
    assert "€49.90" in capsys.readouterr().out


def test_analyze_json(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Machines get JSON and nothing else."""
    code = run(["analyze", "Wo ist meine Rechnung?", "--json"], monkeypatch)

    assert code == 0
    assert json.loads(capsys.readouterr().out)["language"]["label"] == "de"


def test_mail_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A mail is read with its charset and subject."""
    path = tmp_path / "mail.eml"
    path.write_bytes(MAIL)

    code = run(["personalize", "--file", str(path), "--json"], monkeypatch)
    result = json.loads(capsys.readouterr().out)

    assert code == 0
    assert "krånglar" in result["analysis"]["text"]
    assert result["reply"]["subject"].endswith("Skrivaren krånglar")


def test_explain(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The explanation shows terms with their weights."""
    code = run(["explain", "This is the third time I write and still nothing since Monday."], monkeypatch)
    shown = capsys.readouterr().out

    assert code == 0
    assert "contact.repeated" in shown
    assert "rule frustrated" in shown


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["analyze", "--json"], id="json"),
        pytest.param(["explain"], id="explain"),
        pytest.param(["personalize"], id="view"),
        pytest.param(["check", "Hello 😊", "--message"], id="check"),
    ],
)
@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_output_takes_any_sign(command: list[str], encoding: str) -> None:
    """Where standard output is no Unicode, a pipe gets UTF-8, and no sign of a message ends the run."""
    done = subprocess.run(
        [sys.executable, "-c", "from tonekit.cli.app import main; main()", *command, "Könnt ihr mir helfen? 😊"],
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )

    assert done.stderr == b""
    assert {"😊", "→"} & set(done.stdout.decode("utf-8"))


def test_terminal_without_unicode(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal that has no such sign there stands another."""
    terminal = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdout", terminal)

    assert run(["explain", "Könnt ihr mir helfen? 😊"], monkeypatch) == 0
    terminal.flush()
    assert "könnt ihr".encode("cp1252") in terminal.buffer.getvalue().lower()


def test_version(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """`--version` prints the version that is installed."""
    assert run(["--version"], monkeypatch) == 0
    assert capsys.readouterr().out == f"tonekit {tonekit.__version__}\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_of_a_file(
    encoding: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A text file is read in the encodings that editors write."""
    path = tmp_path / "message.txt"
    path.write_bytes("Könnt ihr mir helfen?".encode(encoding))

    assert run(["analyze", "--file", str(path), "--json"], monkeypatch) == 0
    assert json.loads(capsys.readouterr().out)["text"] == "Könnt ihr mir helfen?"


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", id="picture"),
        pytest.param("Hi".encode("utf-16-le"), id="no-mark"),
        pytest.param("Hi".encode("utf-32"), id="utf-32"),
    ],
)
def test_binary_file_is_refused(
    raw: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What holds no text is no message, and the error says what to give."""
    path = tmp_path / "message.txt"
    path.write_bytes(raw)

    assert run(["analyze", "--file", str(path)], monkeypatch) == 1
    said = "is not text; give a text file in UTF-8, or a mail as .eml"
    assert capsys.readouterr().err == f"tonekit: {path}: {said}\n"


def test_standard_input() -> None:
    """A pipe is read, in whatever encoding it comes."""
    done = subprocess.run(
        [sys.executable, "-c", "from tonekit.cli.app import main; main()", "analyze", "--json"],
        input="Könnt ihr mir bitte helfen?".encode("cp1252"),
        capture_output=True,
        check=True,
    )

    assert json.loads(done.stdout)["text"] == "Könnt ihr mir bitte helfen?"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        pytest.param(["analyze", "--file", "none.eml"], 1, "none.eml: cannot be read", id="no-file"),
        pytest.param(["analyze", "x", "--file", "none.eml"], 2, "not both", id="both"),
        pytest.param(["analyze", "x", "--resume"], 2, "--resume goes with --input and --output", id="resume"),
        pytest.param(["personalize", "x", "--workers", "2"], 2, "--workers goes with --input", id="workers"),
        pytest.param(["analyze", "x", "--no-evidence"], 2, "--no-evidence goes with --json", id="no-evidence"),
        pytest.param(["personalize", "x", "--template", "quot"], 1, "there is no reply template 'quot'", id="template"),
        pytest.param(["personalize", "x", "--fact", "answer"], 2, "needs name=value", id="fact"),
        pytest.param(
            ["personalize", "x", "--fact", "quote.items=[{L}]"], 2, "is not valid JSON: '[{L}]'", id="fact-json"
        ),
        pytest.param(["personalize", "x", "--templates", "none"], 1, "is not a folder", id="folder"),
        pytest.param(["personalize", "x", "--templates", ""], 2, "'--templates': it is empty", id="no-folder-named"),
        pytest.param(["analyze", "x", "--weights", ""], 2, "'--weights': it is empty", id="no-weights-named"),
        pytest.param(["evaluate", "x", "--weights", ""], 2, "'--weights': it is empty", id="evaluate-no-weights"),
        pytest.param(["vars", "x", "--templates", ""], 2, "'--templates': it is empty", id="vars-no-folder"),
        pytest.param(["personalise", "x"], 2, "No such command", id="command"),
        pytest.param(["analyze", "x", "--jsn"], 2, "No such option", id="option"),
        pytest.param(["analyze", "x", "--format", "json"], 2, "JSON is printed with --json", id="format"),
        pytest.param(["evaluate", "x.csv", "--format=json"], 2, "JSON is printed with --json", id="evaluate-format"),
        pytest.param(["lint", "--json", "--format", "github"], 2, "give --json or --format github", id="lint-both"),
        pytest.param(["check", "x", "--json", "--format", "text"], 2, "not both", id="check-both"),
    ],
)
def test_errors_are_one_line(
    arguments: list[str], code: int, words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is wrong is said in one line, with the exit code that docs promise."""
    assert run(arguments, monkeypatch) == code

    said = capsys.readouterr().err
    assert words in said
    assert len(said.strip().splitlines()) == 1


@pytest.mark.parametrize("command", [["--help"], ["analyze", "--help"], ["i18n", "--help"]], ids=" ".join)
def test_help_shows_no_value_for_flags(
    command: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An option that takes no value is not shown with the type of one: `--json true` would be an error."""
    assert run(command, monkeypatch) == 0

    shown = capsys.readouterr().out
    assert "--help" in shown
    assert "bool" not in shown


@pytest.mark.parametrize("command", ["personalize", "analyze", "explain", "check"])
def test_own_weights_are_read(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever reads a message reads it with weights of one's own, so what `calibrate` has written can be tried."""
    draft = ["-m", "hi"] if command == "check" else []
    assert run([command, "hi", *draft, "--weights", str(tmp_path / "none.toml")], monkeypatch) == 1
    assert "none.toml: this file is needed and does not exist" in capsys.readouterr().err


def test_demo_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The demo answers all its scenes."""
    assert run(["demo"], monkeypatch) == 0
    assert capsys.readouterr().out.count("decision:") >= 14


@pytest.mark.parametrize(("found", "called"), [("/usr/bin/tonekit", "tonekit"), (None, "bin/tonekit")])
def test_demo_names_the_command_as_it_is_typed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], found: str | None, called: str
) -> None:
    """The last line of the demo can be copied as it stands: by the name of the command where a shell finds it."""
    monkeypatch.setattr("tonekit.cli.command_line.which", lambda _: found)
    monkeypatch.setattr("tonekit.cli.demo.load_scenes", list)
    monkeypatch.setattr(sys, "argv", [called, "demo"])
    with pytest.raises(SystemExit):
        main()

    assert capsys.readouterr().out.startswith(f'Try your own: {called} personalize "your message"')


@pytest.mark.parametrize("command", ["analyze", "personalize"])
def test_lines_go_whole_into_a_pipe(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What `grep` looks for stands in one line and in no box; at the width of a terminal there is one."""
    message = "Where is [my] order? " + "I have been waiting. " * 20
    monkeypatch.delenv("COLUMNS", raising=False)
    run([command, message], monkeypatch)
    assert message.strip() in capsys.readouterr().out

    monkeypatch.setenv("COLUMNS", "80")
    run([command, message], monkeypatch)
    assert "╭" in capsys.readouterr().out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("command", [["schema", "contract"], ["--version"]], ids=["long", "short"])
def test_full_standard_output_is_one_line(command: list[str]) -> None:
    """Where the output finds no room, one line says so, however little there is of it."""
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "tonekit", *command], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )

    assert ended.returncode == 1
    assert ended.stderr.startswith("tonekit: standard output: cannot be written: ")
    assert ended.stderr.count("\n") == 1
