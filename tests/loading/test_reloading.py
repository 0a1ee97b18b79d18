"""What is made of files follows them, and a mistake never takes away what worked."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from math import inf
from pathlib import Path
from threading import Barrier, Event

import pytest

from tonekit import DataFileError, TemplateError, ToneKit
from tonekit.loading import reloading
from tonekit.loading.reloading import Reloading
from tonekit.rendering.folders.sources import shipped_templates


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def write(path: Path, text: str) -> None:
    """Write a file with a time of change that no earlier state had."""
    times = path.stat().st_mtime_ns + 1_000_000_000 if path.exists() else 1_000_000_000
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(times, times))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with one word."""
    write(tmp_path / "word.txt", "one")
    return tmp_path / "word.txt"


def settle() -> None:
    """Wait for the threads that look at files."""
    for thread in threading.enumerate():
        if thread.name == "tonekit templates":
            thread.join(30)


def reader(file: Path, made: list[str]) -> Callable[[], str]:
    """Return what makes the file's word, and refuses the word `wrong`."""

    def make() -> str:
        made.append(file.read_text(encoding="utf-8"))
        if "wrong" in made[-1]:
            raise DataFileError("is wrong", path=file)
        return made[-1]

    return make


def test_change_is_picked_up_when_it_is_time(file: Path) -> None:
    """A change counts at the first look after `seconds`, and nothing is made anew without a change."""
    clock, made = Clock(), list[str]()
    kept = Reloading(reader(file, made), file.parent.iterdir, source="templates", seconds=2, clock=clock)
    write(file, "two")

    clock.now += 1.9
    assert kept.current() == "one"
    clock.now += 0.1
    kept.current()
    settle()
    assert kept.current() == "two"
    clock.now += 10
    assert kept.current() == "two"
    assert made == ["one", "two"]


def test_files_are_not_looked_at_in_between(file: Path) -> None:
    """Between two looks no file is touched, however often it is asked for."""
    clock, looks = Clock(), list[int]()

    def files() -> list[Path]:
        looks.append(1)
        return [file]

    kept = Reloading(lambda: 1, files, source="templates", seconds=5, clock=clock)
    for _ in range(1000):
        kept.current()
    clock.now += 5
    for _ in range(1000):
        kept.current()
    settle()

    assert len(looks) == 2


@pytest.mark.parametrize("how", ["new", "deleted", "size", "time"])
def test_what_counts_as_a_change(file: Path, how: str) -> None:
    """A new file, a deleted one, another size and another time are changes."""
    other = file.with_name("other.txt")
    write(other, "x")
    clock, made = Clock(), list[str]()
    kept = Reloading(reader(file, made), file.parent.iterdir, source="templates", seconds=0, clock=clock)
    stat = file.stat()
    if how == "new":
        write(file.with_name("new.txt"), "")
    elif how == "deleted":
        other.unlink()
    elif how == "size":
        file.write_text("longer", encoding="utf-8")
        os.utime(file, ns=(stat.st_mtime_ns, stat.st_mtime_ns))
    else:
        os.utime(file, ns=(stat.st_mtime_ns + 1, stat.st_mtime_ns + 1))

    kept.current()

    assert len(made) == 2


def test_mistake_is_reported_once_and_the_old_stays(file: Path, caplog: pytest.LogCaptureFixture) -> None:
    """While the files are wrong the last valid state serves; log and attribute say why, once, until all is well."""
    made: list[str] = []
    kept = Reloading(reader(file, made), lambda: [file], source="templates", seconds=0, clock=Clock())
    write(file, "wrong")
    with caplog.at_level(logging.INFO, logger="tonekit"):
        assert [kept.current() for _ in range(5)] == ["one"] * 5
        assert "word.txt: is wrong" in str(kept.error)
        assert [record.levelname for record in caplog.records] == ["ERROR"]
        assert caplog.messages == [f"changed templates in templates are not used, the earlier ones stay: {kept.error}"]
        assert getattr(kept.error, "__notes__", None) == ["in templates"]

        write(file, "still wrong")
        assert kept.current() == "one"
        write(file, "two")
        assert [kept.current() for _ in range(3)] == ["two"] * 3

    assert kept.error is None
    assert [record.levelname for record in caplog.records] == ["ERROR", "ERROR", "INFO"]
    assert caplog.messages[-1] == "changed templates in templates are in use"
    assert made == ["one", "wrong", "still wrong", "two"]


def test_every_mistake_is_told(file: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Whatever goes wrong while files are read, a monitor sees it, until they are mended."""
    clock = Clock()

    def make() -> str:
        if file.read_text(encoding="utf-8") == "deep":
            raise RecursionError("too deep")
        return file.read_text(encoding="utf-8")

    kept = Reloading(make, file.parent.iterdir, source="templates", seconds=2, clock=clock)
    for word, error in (("deep", RecursionError), ("two", type(None))):
        write(file, word)
        clock.now += 10
        kept.current()
        settle()
        assert type(kept.error) is error
    assert kept.current() == "two"
    assert [each.message for each in caplog.records if each.levelno >= logging.ERROR] == [
        "changed templates in templates are not used, the earlier ones stay: RecursionError: too deep"
    ]


def test_long_reading_makes_no_quiet_times(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who asks right after files that took long to read waits for nothing."""
    clock, waited = Clock(), list[float | None]()
    kept = Reloading(lambda: clock.now, file.parent.iterdir, source="templates", seconds=2, clock=clock)

    def slowly() -> float:
        clock.now += 60
        return clock.now

    kept._make = slowly
    write(file, "two")
    clock.now += 2
    kept.current()
    settle()
    monkeypatch.setattr(
        "tonekit.loading.reloading.Thread.join", lambda _, timeout=None: waited.append(timeout), raising=True
    )
    kept.current()
    clock.now += 2
    kept.current()
    assert waited == [0.0]


def test_change_while_reading_is_seen(file: Path) -> None:
    """What changes after the files were looked at and before they were read is not missed at the next look."""
    made: list[str] = []

    def make() -> str:
        made.append(file.read_text(encoding="utf-8"))
        if len(made) == 1:
            write(file, "two")
        return made[-1]

    kept = Reloading(make, lambda: [file], source="templates", seconds=0, clock=Clock())

    assert kept.current() == "two"


def blocked(file: Path, making: Event, go_on: Event) -> Callable[[], str]:
    """Return what makes the file's word, and takes until `go_on` for the word `two`."""

    def make() -> str:
        word = file.read_text(encoding="utf-8")
        if word == "two":
            making.set()
            assert go_on.wait(30)
        return word

    return make


def test_nobody_waits_while_files_are_read(file: Path) -> None:
    """Among many who ask nobody pays for the change, the one who notices it neither: all get the old state."""
    clock, making, go_on = Clock(), Event(), Event()
    make = blocked(file, making, go_on)
    kept = Reloading(make, lambda: [file], source="templates", seconds=2, clock=clock)
    write(file, "two")
    for _ in range(3):
        clock.now += 2
        assert kept.current() == "one"
    assert making.wait(30)
    go_on.set()
    settle()

    assert kept.current() == "two"


def test_after_quiet_times_one_waits(file: Path) -> None:
    """Who asks first after quiet times gets the new state; while that is read the others get the old one at once."""
    clock, making, go_on = Clock(), Event(), Event()
    make = blocked(file, making, go_on)
    kept = Reloading(make, lambda: [file], source="templates", seconds=2, clock=clock)
    write(file, "two")
    clock.now += 4
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(kept.current)
        assert making.wait(30)
        assert [kept.current() for _ in range(3)] == ["one"] * 3
        go_on.set()
        assert first.result() == "two"


def test_nobody_waits_for_long(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After quiet times, too, a folder that takes long to read holds up nobody for longer than the patience."""
    monkeypatch.setattr(reloading, "PATIENCE", 0.0)
    making, go_on = Event(), Event()
    make = blocked(file, making, go_on)
    kept = Reloading(make, lambda: [file], source="templates", seconds=0, clock=Clock())
    write(file, "two")

    assert kept.current() == "one"
    go_on.set()
    settle()
    assert kept.current() == "two"


def test_looks_itself_where_there_is_no_thread(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system has no thread left, a change is picked up all the same, and no message fails."""

    def refuse(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    kept = Reloading(reader(file, []), lambda: [file], source="templates", seconds=0, clock=Clock())
    write(file, "two")
    monkeypatch.setattr(threading.Thread, "start", refuse)

    assert kept.current() == "two"


_FORKED_MEANWHILE = """
import os, sys, threading
from pathlib import Path
from tonekit.loading.reloading import Reloading

file, making = Path(sys.argv[1]), threading.Event()
def make():
    if (word := file.read_text()) == "two":
        making.set()
        sum(range(2_000_000))
    return word

now = [0.0]
kept = Reloading(make, lambda: [file], source="templates", seconds=2, clock=lambda: now[0])
file.write_text("two")
now[0] += 2
kept.current()
making.wait()
child = os.fork()
if child == 0:
    file.write_text("three!")
    now[0] += 4
    os._exit(0 if kept.current() == "three!" else 3)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows starts processes anew")
def test_a_forked_process_follows_its_files(file: Path) -> None:
    """A process that is forked while a thread reads changed files goes on following them."""
    options = [sys.executable, "-W", "ignore::DeprecationWarning", "-c", _FORKED_MEANWHILE, str(file)]
    done = subprocess.run(options, capture_output=True, text=True, check=True, timeout=60)

    assert done.stdout.split() == ["0"]


def test_wrong_at_start_is_an_error(file: Path) -> None:
    """What is wrong from the beginning is raised with the folder it is in, for there is nothing to go on with."""
    write(file, "wrong")

    with pytest.raises(DataFileError) as caught:
        Reloading(reader(file, []), lambda: [file], source="templates", seconds=0, clock=Clock())

    assert getattr(caught.value, "__notes__", None) == ["in templates"]


def test_late_is_made_when_it_is_asked_for(file: Path) -> None:
    """With `late` nothing is read at start, and once however many threads ask at once; a mistake shows then."""
    made: list[str] = []
    kept = Reloading(reader(file, made), lambda: [file], source="templates", seconds=inf, clock=Clock(), late=True)
    assert made == []

    write(file, "wrong")
    with pytest.raises(DataFileError):
        kept.current()
    write(file, "two")
    barrier = Barrier(4)
    with ThreadPoolExecutor(4) as pool:
        words = list(pool.map(lambda _: (barrier.wait(30), kept.current())[1], range(4)))

    assert (words, made) == (["two"] * 4, ["wrong", "two"])


BODY = Path("replies") / "acknowledgement" / "en.md.j2"
PHRASES = Path("phrases") / "en.yaml"
MESSAGE = "Hello, just so you know."


def phrases(word: str) -> str:
    """Return the shipped English phrases with one slot more."""
    return (shipped_templates() / PHRASES).read_text(encoding="utf-8") + f"\nword: [{{id: w, text: {word}}}]\n"


def reply(kit: ToneKit) -> str:
    """Return the text of a reply."""
    made = kit.personalize(MESSAGE, template="acknowledgement").reply
    assert made is not None
    return made.text


def test_toolkit_follows_its_folder(tmp_path: Path) -> None:
    """With `reload` an edited body, phrase or setting is in use at the next look, with another ruleset."""
    write(tmp_path / BODY, "One.\n")
    clock = Clock()
    kit = ToneKit(templates=tmp_path, languages=["en"], reload=True, reload_seconds=3, clock=clock)
    before = kit.ruleset
    write(tmp_path / BODY, "Two {{ phrase('word') }}.\n")
    write(tmp_path / PHRASES, phrases("words"))

    assert reply(kit) == "One."
    clock.now += 6
    assert reply(kit) == "Two words."
    assert kit.ruleset != before
    assert kit.reload_error is None


def test_toolkit_survives_every_mistake(tmp_path: Path) -> None:
    """Wrong body, wrong settings, folder gone: the replies stay as they were, and `reload_error` names the file."""
    folder = tmp_path / "templates"
    write(folder / BODY, "One.\n")
    kit = ToneKit(templates=folder, languages=["en"], reload=True, reload_seconds=0)

    write(folder / BODY, "{{ costumer.name }}\n")
    assert reply(kit) == "One."
    assert isinstance(kit.reload_error, TemplateError)
    assert "en.md.j2:1: 'costumer.name' is not declared" in str(kit.reload_error)
    write(folder / BODY, "Two.\n")
    write(folder / "tonekit.yaml", "brand: {}\n")
    assert reply(kit) == "One."
    assert "tonekit.yaml" in str(kit.reload_error)
    shutil.rmtree(folder)
    assert reply(kit) == "One."
    assert "is not a folder" in str(kit.reload_error)
    write(folder / BODY, "Three.\n")
    assert reply(kit) == "Three."
    assert kit.reload_error is None


def test_a_monitor_need_not_wait_for_a_message(tmp_path: Path) -> None:
    """`reload_error` tells the state of the files as they are now, also where no message has come in since."""
    folder = tmp_path / "templates"
    write(folder / BODY, "One.\n")
    kit = ToneKit(templates=folder, languages=["en"], reload=True, reload_seconds=0)

    write(folder / BODY, "{{ costumer.name }}\n")
    assert "'costumer.name' is not declared" in str(kit.reload_error)
    write(folder / BODY, "Two.\n")
    assert kit.reload_error is None


def test_toolkits_of_one_process_are_told_apart(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Log and error name the folder: of a hundred toolkits in a process it is the one to mend."""
    folders = [tmp_path / "first", tmp_path / "second"]
    for folder in folders:
        write(folder / BODY, "One.\n")
    kits = [ToneKit(templates=each, languages=["en"], reload=True, reload_seconds=0) for each in folders]

    write(folders[1] / BODY, "{{ costumer.name }}\n")
    assert [reply(kit) for kit in kits] == ["One.", "One."]

    assert [str(folder) in caplog.text for folder in folders] == [False, True]
    assert [getattr(kit.reload_error, "__notes__", None) for kit in kits] == [None, [f"in {folders[1]}"]]


def test_toolkit_reads_nothing_later(tmp_path: Path) -> None:
    """After the start no template file is needed any more: an old state serves whole while the new one is wrong."""
    folder = tmp_path / "templates"
    write(folder / BODY, "One.\n")
    kit = ToneKit(templates=folder, languages=["en"], reload=True, reload_seconds=10, clock=Clock())
    shutil.rmtree(folder)

    assert reply(kit) == "One."


def test_without_reload_nothing_changes(tmp_path: Path) -> None:
    """By default the templates are those of the start."""
    write(tmp_path / BODY, "One.\n")
    kit = ToneKit(templates=tmp_path, languages=["en"])
    write(tmp_path / BODY, "Two.\n")

    assert reply(kit) == "One."
    assert kit.reload_error is None


def test_threads_never_see_half_a_folder(tmp_path: Path) -> None:
    """Body and phrase change together; every reply is of one state or of the other."""
    write(tmp_path / BODY, "{{ phrase('word') }} {{ phrase('word') }} A\n")
    write(tmp_path / PHRASES, phrases("a"))
    clock, start = Clock(), Barrier(5)
    kit = ToneKit(templates=tmp_path, languages=["en"], reload=True, reload_seconds=1, clock=clock)

    def ask() -> set[str]:
        start.wait(30)
        return {reply(kit) for _ in range(20)}

    with ThreadPoolExecutor(4) as pool:
        asked = [pool.submit(ask) for _ in range(4)]
        write(tmp_path / BODY, "{{ phrase('word') }} {{ phrase('word') }} B\n")
        write(tmp_path / PHRASES, phrases("b"))
        clock.now += 1
        start.wait(30)
        seen = set().union(*(each.result() for each in asked))

    settle()
    assert seen <= {"a a A", "b b B"}
    assert reply(kit) == "b b B"
