"""`tonekit label`, with a terminal as a person has it."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

import tonekit
from tonekit.cli.app import main
from tonekit.cli.labelled.label_screen import View, screen
from tonekit.evaluation.labelled import LabelledMessage, read_labelled
from tonekit.evaluation.labelling import Asked
from tonekit.evaluation.questions import load_questions

PATIENCE = 120
"""Seconds without a sign after which a test gives up instead of hanging."""
QUESTIONS = load_questions()


def run(arguments: list[object], monkeypatch: pytest.MonkeyPatch) -> int:
    """Run the command line in this process; return its exit code."""
    monkeypatch.setattr(sys, "argv", ["tonekit", "label", *map(str, arguments)])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


class Terminal:
    """The other end of a terminal in which the command runs."""

    def __init__(self, end: int) -> None:
        self._end = end
        self._seen = b""

    def until(self, words: str) -> str:
        """Wait until words have been shown, and return everything that was shown up to them."""
        while words.encode() not in self._seen:
            ready, _, _ = select.select([self._end], [], [], PATIENCE)
            assert ready, f"“{words}” was never shown: {self._seen.decode(errors='replace')}"
            self._seen += os.read(self._end, 65536)
        shown, _, self._seen = self._seen.partition(words.encode())
        return shown.decode(errors="replace")

    def press(self, keys: str) -> None:
        """Press keys."""
        os.write(self._end, keys.encode())


@contextmanager
def terminal(*arguments: object) -> Iterator[tuple[Terminal, subprocess.Popen[bytes]]]:
    """Run the command in a terminal of its own."""
    pty = pytest.importorskip("pty", reason="a terminal of its own needs a pty, which Windows does not have")
    ours, theirs = pty.openpty()
    # A program that was started in the background ignores Ctrl-C, and so would what it starts.
    program = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
    program += "from tonekit.cli.app import main; main()"
    command = [sys.executable, "-c", program, "label", *map(str, arguments)]
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    try:
        yield Terminal(ours), process
    finally:
        process.kill()
        process.wait()
        os.close(ours)


@pytest.fixture
def mails(tmp_path: Path) -> Path:
    """Return an export with a column that tonekit does not know."""
    path = tmp_path / "mails.csv"
    path.write_text("id;kunde;text\na;Kim;Third time, still nothing.\nb;Bo;Where is it?\n", encoding="utf-8")
    return path


def test_person_labels_undoes_and_goes_on(mails: Path) -> None:
    """Keys label, u takes back, q leaves; every label is in the file at once, and the next sitting goes on."""
    out = mails.with_name("mails.labelled.jsonl")
    with terminal(mails, "--dimension", "mood", "--dimension", "urgency") as (screen_, process):
        screen_.until("colour does the message have?")
        screen_.press("1")
        screen_.until("time pressure")
        assert json.loads(out.read_text(encoding="utf-8"))["mood"] == "frustrated"
        screen_.press("2u3")
        screen_.until("message 2 of 2")
        screen_.press("q")
        screen_.until("1 message labelled, 1 of 2 to go")
        assert process.wait(PATIENCE) == 0
    with terminal(mails, "--dimension", "mood") as (screen_, process):
        assert "Third time" not in screen_.until("Where is it?")
        screen_.press("2")
        screen_.until("All questions have been asked")
        screen_.press("q")
        screen_.until("2 messages labelled, 0 of 2 to go")
        assert process.wait(PATIENCE) == 0

    assert read_labelled(out) == (
        LabelledMessage("a", "Third time, still nothing.", {"mood": "frustrated", "urgency": "critical"}),
        LabelledMessage("b", "Where is it?", {"mood": "neutral"}),
    )


def test_guess_is_hidden_until_asked_for(mails: Path) -> None:
    """The reading of tonekit does not lead the eye: g shows it for one question, and Enter takes it over."""
    with terminal(mails, "--dimension", "mood") as (screen_, process):
        assert "tonekit:" not in screen_.until("q save and quit")
        screen_.press("\ng")
        screen_.until("tonekit: frustrated")
        screen_.press("\n")
        screen_.until("message 2 of 2")
        assert "tonekit:" not in screen_.until("q save and quit")
        screen_.press("\n\x04")
        screen_.until("1 message labelled")
        assert process.wait(PATIENCE) == 0

    [labelled] = read_labelled(mails.with_name("mails.labelled.jsonl"))
    assert labelled.labels == {"mood": "frustrated"}


def test_guess_is_shown_with_every_question_where_it_was_chosen(mails: Path) -> None:
    """With --guess the reading is there without a key; g hides it for one question."""
    with terminal(mails, "--dimension", "mood", "--guess") as (screen_, process):
        screen_.until("tonekit: frustrated")
        screen_.press("g")
        screen_.until("message 1 of 2")
        assert "tonekit:" not in screen_.until("q save and quit")
        screen_.press("1")
        screen_.until("tonekit: ")
        screen_.press("q")
        assert process.wait(PATIENCE) == 0


def test_interrupt_loses_nothing_and_gives_the_terminal_back(mails: Path) -> None:
    """Ctrl-C ends the sitting with what was labelled, and the terminal is as it was before."""
    termios = pytest.importorskip("termios", reason="Windows has no termios")
    with terminal(mails, "--dimension", "mood") as (screen_, process):
        screen_.until("q save and quit")
        screen_.press("1")
        screen_.until("message 2 of 2")
        process.send_signal(2)
        assert process.wait(PATIENCE) == 130
        assert termios.tcgetattr(screen_._end)[3] & termios.ICANON

    assert len(read_labelled(mails.with_name("mails.labelled.jsonl"))) == 1


def shown(text: str, *, page: int = 0, height: int = 30, guess: bool = False) -> str:
    """Return the screen of a message as it is printed."""
    reading = tonekit.analyze(text).mood if guess else None
    console = Console(file=StringIO(), width=80, height=height, force_terminal=False)
    asked = Asked(LabelledMessage("id\x1b[2J", text, {}), "mood", 1)
    console.print(screen(View(asked, QUESTIONS["mood"], 1, page=page, guess=reading), console))
    return str(console.file.getvalue())  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\x1b]0;title\x07 \x1b[2J \x9b31m gone", id="control-signs"),
        pytest.param("\u202egnp.exe\u2066", id="bidirectional"),
        pytest.param("[bold red]x[/bold red] [/] :smile:", id="markup"),
        pytest.param("\ud800 half", id="half-sign"),
        pytest.param("a\tb\r\nc", id="tabs-and-returns"),
    ],
)
def test_screen_shows_any_text_as_text(text: str) -> None:
    """No message moves the cursor, changes the title of the terminal, or is taken for markup."""
    printed = shown(text)

    assert printed.replace("\n", "").isprintable()
    assert "[bold red]x[/bold red]" in printed or "bold" not in text
    assert "1  frustrated" in printed


def test_long_message_is_shown_in_pages() -> None:
    """A message that does not fit is cut into pages; all of it can be read, and the keys stay on the screen."""
    text = "\n".join(f"line {number}." for number in range(60))
    pages = [shown(text, page=page) for page in range(20)]

    assert all(len(printed.splitlines()) <= 30 for printed in pages)
    assert all(any(f"line {number}." in printed for printed in pages) for number in range(60))
    assert "page 1 of" in pages[0]
    assert all("q save and quit" in printed for printed in pages)


@pytest.mark.parametrize("dimension", QUESTIONS)
@pytest.mark.parametrize("width", [80, 100])
def test_what_labels_mean_is_shown_whole(dimension: str, width: int) -> None:
    """The criterion that tells two labels apart often stands at the end: lines are wrapped, not cut."""
    console = Console(file=StringIO(), width=width, height=24, force_terminal=False)
    question = QUESTIONS[dimension]
    asked = Asked(LabelledMessage("id", "My lift is stuck.\n" * 40, {}), dimension, 1)
    console.print(screen(View(asked, question, 1), console))
    printed = console.file.getvalue()  # type: ignore[attr-defined]
    shown_words = " ".join(printed.split())

    assert all(f"{label} {meaning}" in shown_words for label, meaning in question.labels.items())
    assert len(printed.splitlines()) <= 24


def test_tiny_terminal_is_no_error() -> None:
    """A terminal of a few lines still shows some of the message."""
    assert "line" in shown("line\n" * 50, height=5, guess=True)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        pytest.param(["mails.csv"], 1, "needs a terminal", id="no-terminal"),
        pytest.param(["mails.csv", "mails.csv"], 2, "one file of messages", id="two-files"),
        pytest.param(["mails.csv", "--agreement"], 2, "two labelled files", id="agreement-of-one"),
        pytest.param(["mails.csv", "--sample", "0"], 2, "--sample", id="sample-of-none"),
    ],
)
def test_wrong_calls_are_one_line(
    arguments: list[str],
    code: int,
    words: str,
    mails: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What is wrong is said in one line."""
    monkeypatch.chdir(mails.parent)

    assert run([*arguments], monkeypatch) == code
    said = capsys.readouterr().err
    assert words in said
    assert len(said.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(["--out", "labels.csv"], "labels go into a .jsonl file", id="csv"),
        pytest.param(["--out", "none/labels.jsonl"], "in a folder that exists", id="folder"),
        pytest.param(["--text-column", "body"], "needs a field 'body'", id="column"),
        pytest.param(["--dimension", "mod"], "there is no dimension 'mod'", id="dimension"),
    ],
)
def test_wrong_options_are_said_in_a_terminal_too(
    arguments: list[str], words: str, mails: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is wrong with the options is said before the screen is taken."""
    monkeypatch.chdir(mails.parent)
    with terminal(mails.name, *arguments) as (screen_, process):
        screen_.until(words)

        assert process.wait(PATIENCE) in (1, 2)


def test_agreement_of_two_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Kappa and the disputed messages are shown, and given to machines as JSON."""
    files = [tmp_path / "a.jsonl", tmp_path / "b.jsonl"]
    for file, moods in zip(
        files, (["neutral", "frustrated"] * 5, ["neutral", "frustrated"] * 4 + ["neutral"] * 2), strict=True
    ):
        rows = [json.dumps({"id": f"m{number}", "text": "x", "mood": mood}) for number, mood in enumerate(moods)]
        file.write_text("\n".join(rows), encoding="utf-8")

    assert run([*files, "--agreement"], monkeypatch) == 0
    assert "m9: frustrated / neutral" in capsys.readouterr().out
    assert run([*files, "--agreement", "--json"], monkeypatch) == 0
    mood = json.loads(capsys.readouterr().out)["dimensions"]["mood"]
    assert mood["kappa"] == pytest.approx(0.8)


def test_agreement_needs_something_in_common(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two files without a message in common are a mistake, not full agreement."""
    files = [tmp_path / "a.jsonl", tmp_path / "b.jsonl"]
    for file in files:
        file.write_text(json.dumps({"id": file.stem, "text": "x", "mood": "neutral"}), encoding="utf-8")

    assert run([*files, "--agreement"], monkeypatch) == 1
    assert "no message has a label in both" in capsys.readouterr().err
