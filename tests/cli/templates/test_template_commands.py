"""The commands for template folders: lint, test, init, eject, doctor, render, vars, i18n, import, export."""

from __future__ import annotations

import errno
import json
import os
import re
import shlex
import sys
from pathlib import Path

import pytest

from tonekit.cli.app import main
from tonekit.cli.templates.lint_command import annotation
from tonekit.rendering.folders.ownership import digest_of
from tonekit.rendering.folders.sources import shipped_templates
from tonekit.rendering.lint.finding import Finding


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line in an empty folder on a terminal of 80 columns."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return Run(monkeypatch, capsys)


class Run:
    """Runs commands; keeps what was said."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch = monkeypatch
        self._capsys = capsys
        self.said = ""

    def __call__(self, *arguments: str) -> int:
        self._monkeypatch.setattr(sys, "argv", ["tonekit", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        said = self._capsys.readouterr()
        self.said = said.out + said.err
        return int(ended.value.code or 0)


def test_start_edit_and_check(run: Run) -> None:
    """A support lead copies the templates, breaks one, is told where and what to do, and repairs it."""
    body = Path("templates/replies/acknowledgement/de.md.j2")
    codes = [run("init"), run("lint")]
    text = body.read_text(encoding="utf-8")
    body.write_text(text + "{{ custmer.name }}\n", encoding="utf-8")
    codes.append(run("lint"))
    said = run.said
    body.write_text(text, encoding="utf-8")
    codes += [run("lint", "--strict"), run("test")]

    assert codes == [0, 0, 1, 0, 0]
    line = text.count("\n") + 1
    assert f"templates/replies/acknowledgement/de.md.j2:{line}:4\n" in said
    assert "Did you mean 'customer.name'?" in said
    assert max(map(len, said.splitlines())) <= 80


def test_lint_for_machines(run: Run) -> None:
    """JSON holds every finding with its place; GitHub gets annotations; warnings fail only when asked to."""
    folder = Path("own/replies/extra")
    folder.mkdir(parents=True)
    contract = "id: extra\nkind: reply\nsubject: {en: Hello}\n"
    (folder / "template.yaml").write_text(contract, encoding="utf-8")
    (folder / "en.md.j2").write_text('{{ phrase("greeting") }} {{ phrase("closing") }}\n', encoding="utf-8")

    assert run("lint", "own", "--format", "json") == 0
    as_before = run.said
    assert run("lint", "own", "--json") == 0
    assert run.said == as_before
    assert [(each["rule"], each["path"], each["line"]) for each in json.loads(run.said)] == [
        ("missing-language", "own/replies/extra/template.yaml", 1),
        ("unnamed-reply", "own/replies/extra/template.yaml", 1),
    ]
    assert run("lint", "own", "--format", "github", "--strict") == 1
    assert run.said.startswith("::warning file=own/replies/extra/template.yaml,line=1,col=1,title=missing-language::")


def test_annotation_is_one_line() -> None:
    """Signs that GitHub takes for its own are written as codes."""
    finding = Finding("a-rule", "error", "x", Path("/a,b/c:d"), 1, 2, "100 %\nof it", "Try.")

    assert annotation(finding) == "::error file=/a%2Cb/c%3Ad,line=1,col=2,title=a-rule::100 %25%0Aof it. Try."


def test_annotations_name_files_from_the_root_of_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """GitHub looks for a file from the root of the repository, also where the command runs further down."""
    below = tmp_path / "support" / "templates"
    below.mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path / "support")
    finding = Finding("a-rule", "error", "x", below / "x.yaml", 1, 2, "Wrong", "Try.")

    assert annotation(finding).startswith("::error file=support/templates/x.yaml,line=1,")


def test_wrong_choice_is_said_plainly(run: Run) -> None:
    """A value that an option does not have is answered with those it has, in words for people."""
    assert run("lint", "--format", "xml") == 2
    assert run.said.startswith("tonekit: Invalid value for '--format': 'xml' is not one of 'text', 'json', 'github' (")


def test_init_never_overwrites(run: Run) -> None:
    """A folder with something in it is left alone."""
    Path("mine").mkdir()
    Path("mine/notes.txt").write_text("x", encoding="utf-8")

    assert run("init", "mine") == 1
    assert "is not empty" in run.said


def test_what_comes_next_can_be_copied(run: Run) -> None:
    """The commands that init names work as they stand, also for a folder whose name has a blank and an umlaut."""
    run("init", "Unsere Vorlägen")

    command = next(line for line in run.said.splitlines() if " lint " in line)
    assert command.strip() == 'tonekit lint "Unsere Vorlägen"'
    assert run(*shlex.split(command)[1:]) == 0


def test_init_helps_editors(run: Run) -> None:
    """The new folder tells an editor which schema is for which file, and the schemas are there."""
    run("init", "mine")
    settings = json.loads(Path("mine/.vscode/settings.json").read_text(encoding="utf-8"))

    assert settings["yaml.schemas"]["./.tonekit/contract.schema.json"] == [
        "replies/*/template.yaml",
        "prompts/*/template.yaml",
    ]
    assert all(json.loads((Path("mine") / name).read_text(encoding="utf-8")) for name in settings["yaml.schemas"])


@pytest.mark.parametrize(
    "command",
    [
        pytest.param("init taken/x", id="init-below-a-file"),
        pytest.param("eject replies/quote --templates taken", id="eject-onto-a-file"),
        pytest.param("eject replies/quote --templates taken/x", id="eject-below-a-file"),
        pytest.param("import ask.prompt --templates taken/x", id="import-below-a-file"),
        pytest.param("export promptfoo taken", id="export-onto-a-file"),
        pytest.param("export promptfoo taken/x", id="export-below-a-file"),
        pytest.param("test own --update", id="snapshot-below-a-file"),
    ],
)
def test_what_cannot_be_written_is_one_line(run: Run, command: str) -> None:
    """Where a file stands in the way, a command that writes says so in one line and what to do, and ends with 1."""
    Path("taken").write_text("", encoding="utf-8")
    Path("ask.prompt").write_text("---\nmodel: any\n---\nHello {{name}}\n", encoding="utf-8")
    reply = Path("own/replies/hi")
    reply.mkdir(parents=True)
    (reply / "template.yaml").write_text(
        "id: hi\nkind: reply\nsubject: {en: Hi}\nby_name: true\n"
        "tests: [{name: plain, language: en, expect: {snapshot: plain}}]\n",
        encoding="utf-8",
    )
    (reply / "en.md.j2").write_text("Hi there.\n", encoding="utf-8")
    (reply / "tests").write_text("", encoding="utf-8")
    code = run(*command.split())

    *before, last = run.said.splitlines()
    assert code == 1
    assert re.fullmatch("tonekit: .+: cannot be written: .+; .+, or give another name", last)
    assert not before or command.startswith("test")


def test_full_disk_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no room for the templates, one line says so."""

    def full(path: Path, *_: object, **__: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    monkeypatch.setattr(Path, "write_text", full)

    assert run("init") == 1
    assert run.said.count("\n") == 1
    assert "make room" in run.said


def test_lines_go_whole_into_pipes(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the log of a CI a finding is one line for what is wrong and one for what to do, not padded."""
    Path("mine/replies/recall").mkdir(parents=True)
    Path("mine/replies/recall/template.yaml").write_text("id: recall\nkind: reply\nsubject: {en: Recall}\n", "utf-8")
    Path("mine/replies/recall/en.md.j2").write_text("We call it back.\n", "utf-8")
    monkeypatch.delenv("COLUMNS")

    assert run("lint", "mine") == 0
    lines = run.said.splitlines()
    assert "  warning: has no body in da, de, nb, sv, which other replies have  [missing-language]" in lines
    assert "    → Write the body, or rely on the fallback language of tonekit.yaml." in lines


def test_a_new_name_is_told_what_to_do_about_snapshots(run: Run) -> None:
    """Snapshots that were copied hold the shipped name; lint counts apart what is one's own."""
    run("eject", "replies/acknowledgement", "--templates", "mine")
    Path("mine/tonekit.yaml").write_text("brand: {name: Acme}\n", encoding="utf-8")

    assert run("test", "mine") == 1
    assert "tonekit test --update writes the snapshots anew" in run.said
    assert run("test", "mine", "--update") == 0
    assert (run("test", "mine"), "--update" in run.said) == (0, False)
    run("lint", "mine")
    assert re.search(r"mine: \d+ files of yours and \d\d\d that ship checked, nothing to report", run.said)


def test_eject_and_doctor(run: Run) -> None:
    """A file that is taken over is watched: unchanged, changed here, changed there, both, gone, and one's own."""
    own = Path("mine")
    own.mkdir()
    codes = [run("eject", name, "--templates", "mine") for name in ("style.yaml", "parts", "phrases/de.yaml")]
    bases = own / ".tonekit" / "based_on.txt"
    text = bases.read_text(encoding="utf-8")
    digest = next(line.split()[0] for line in text.splitlines() if line.endswith("phrases/de.yaml"))
    bases.write_text(text.replace(digest, "0" * 16) + f"{'1' * 16}  parts/old.md.j2\n", encoding="utf-8")
    for name in ("parts/answer.md.j2", "phrases/de.yaml", "parts/old.md.j2", "parts/new.md.j2", "tonekit.yaml"):
        with (own / name).open("a", encoding="utf-8") as file:
            file.write("# mine\n")

    assert codes == [0, 0, 0]
    assert run("doctor", "mine") == 1
    blocks = dict(block.split(":", 1) for block in run.said.replace("\n  ", " ").splitlines() if ":" in block)
    assert "phrases/de.yaml" in blocks["The shipped file has changed since you took it over"]
    assert "parts/old.md.j2" in blocks["The file it was based on no longer ships"]
    assert "tonekit.yaml" in blocks["Overrides a shipped file; its base is not recorded"]
    assert "style.yaml" in blocks["Word for word the shipped file"]
    assert "parts/answer.md.j2" in blocks["Yours, and its base is what ships now"]
    assert "parts/new.md.j2" in blocks["Your own"]


def test_doctor_cleans_what_was_never_changed(run: Run) -> None:
    """After an update only files that were changed on both sides are to be compared; untouched ones go at a word."""
    run("init", "mine")
    own = Path("mine")
    bases = own / ".tonekit" / "based_on.txt"
    text = bases.read_text(encoding="utf-8")
    for name in ("phrases/de.yaml", "phrases/sv.yaml"):
        older = (own / name).read_text(encoding="utf-8") + "# as it shipped before\n"
        (own / name).write_text(older, encoding="utf-8")
        digest = next(line.split()[0] for line in text.splitlines() if line.endswith(name))
        text = text.replace(digest, digest_of(own / name))
    bases.write_text(text, encoding="utf-8")
    for name in ("phrases/de.yaml", "parts/answer.md.j2"):
        with (own / name).open("a", encoding="utf-8") as file:
            file.write("# mine\n")

    assert run("doctor", "mine") == 1
    blocks = dict(block.split(":", 1) for block in run.said.replace("\n  ", " ").splitlines() if ":" in block)
    assert "phrases/de.yaml" in blocks["The shipped file has changed since you took it over"]
    assert "phrases/sv.yaml" in blocks["The shipped file has changed, and you never changed yours"]
    assert re.search(r"replies/quote/ \(\d+ files\)", blocks["Word for word the shipped file"])
    assert len(run.said.splitlines()) < 90

    assert run("doctor", "mine", "--diff") == 1
    assert "--- yours/phrases/de.yaml\n+++ shipped/phrases/de.yaml\n@@ " in run.said
    assert "-# as it shipped before\n-# mine\n" in run.said
    assert "yours/phrases/sv.yaml" not in run.said

    assert run("doctor", "mine", "--clean") == 1
    left = sorted(path.relative_to(own).as_posix() for path in own.rglob("*") if path.suffix in (".yaml", ".j2"))
    assert left == ["parts/answer.md.j2", "phrases/de.yaml"]
    assert not (own / "replies").exists()
    assert (run("lint", "mine"), run("test", "mine")) == (0, 0)


def test_what_ships_is_not_cleaned(run: Run) -> None:
    """In a checkout ./templates is what ships: nothing of it is deleted, under another name neither."""
    Path("templates").symlink_to(shipped_templates())
    before = sorted(shipped_templates().rglob("*"))

    assert run("doctor", "--clean") == 1
    assert "is the shipped folder" in run.said
    assert sorted(shipped_templates().rglob("*")) == before


def test_one_file_makes_a_folder_of_ones_own(run: Run) -> None:
    """After one file was taken over, commands without a folder look at ./templates, whatever it holds."""
    run("eject", "phrases/de.yaml")
    path = Path("templates/phrases/de.yaml")
    text = path.read_text(encoding="utf-8").replace("\ngreeting:", "\ngreting:")
    path.write_text(text, encoding="utf-8")
    line = text.split("\ngreting:")[0].count("\n") + 2

    assert run("lint", "--format", "json") == 1
    assert [(each["path"], each["line"], each["rule"]) for each in json.loads(run.said)] == [
        ("templates/phrases/de.yaml", line, "missing-slot")
    ]
    assert run("doctor") == 0
    assert "phrases/de.yaml" in run.said


def test_doctor_names_the_keys_that_stand_as_shipped(run: Run) -> None:
    """Of a `tonekit.yaml` with a name alone, the keys that it leaves to the shipped file are listed."""
    Path("mine").mkdir()
    Path("mine/tonekit.yaml").write_text("brand: {name: Acme}\nlimits: {}\n", encoding="utf-8")

    assert run("doctor", "mine") == 0
    assert "as shipped: languages, redaction, answers, replies, queues, topics" in " ".join(run.said.split())
    assert "Your own: 1\n  tonekit.yaml" in run.said


def test_what_ships_is_not_written(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Marks and snapshots go into a folder of one's own; files of the installation stay as they are."""
    run("eject", "phrases/de.yaml")
    assert run("i18n", "mark", "quote") == 1
    assert "tonekit eject replies/quote" in run.said

    run("init", "installed")
    monkeypatch.setattr("tonekit.rendering.folders.sources.INSTALLED", Path("installed").resolve())
    before = Path("installed/replies/quote/de.md.j2").read_text(encoding="utf-8")
    for command in (["i18n", "mark", "quote", "--templates", "installed"], ["test", "installed", "--update"]):
        assert run(*command) == 1
        assert "belongs to the installation" in run.said
    assert Path("installed/replies/quote/de.md.j2").read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("file", "folder", "words"),
    [
        pytest.param("own/tonekit.yaml", "own/replies", "it lies in one: give own.", id="too deep"),
        pytest.param("own/tonekit.yml", "own", "'tonekit.yaml'", id="ending"),
        pytest.param("own/replies/note/en.md", "own", "is not read", id="body"),
    ],
)
def test_nothing_passes_that_is_not_read(run: Run, file: str, folder: str, words: str) -> None:
    """Where files are passed over for their name or place, no test of the shipped ones says that all is well."""
    Path("own/replies/note").mkdir(parents=True)
    Path(file).write_text("", encoding="utf-8")

    for command in (["test", folder], ["render", "acknowledgement", "--templates", folder]):
        assert run(*command) == 1
        assert words in run.said.replace("\n", " ")


def test_tests_of_what_ships_are_counted_and_not_listed(run: Run) -> None:
    """Beside an own reply, the dozens of tests that ship are one line; one that fails for an own phrase is listed."""
    folder = Path("own/replies/extra")
    folder.mkdir(parents=True)
    contract = "id: extra\nkind: reply\nsubject: {en: Hello}\n"
    tests = "tests: [{name: mine, language: en, expect: {contains: [Hello]}}]\n"
    (folder / "template.yaml").write_text(contract + tests, encoding="utf-8")
    (folder / "en.md.j2").write_text("Hello.\n", encoding="utf-8")

    assert run("test", "own") == 0
    assert run.said.startswith("replies/extra\n  ✓ mine (en)\n\n")
    assert "of templates that ship, are not listed." in run.said
    assert "replies/quote" not in run.said


def test_render(run: Run) -> None:
    """A template is filled from a file, options and labels, without any message being read."""
    Path("facts.yaml").write_text("answer: {summary: Der Export läuft.}\ncustomer.name: Kim\n", encoding="utf-8")
    code = run(
        *("render", "support_solution", "--language", "de", "--facts", "facts.yaml", "--profile", "address=informal"),
        *("--fact", "answer.steps=Eins", "--fact", "answer.steps=Zwei", "--label", "request=problem"),
    )

    assert code == 0
    assert run.said.startswith("Subject: ")
    assert all(words in run.said for words in ("Kim", "Der Export läuft.", "1. Eins\n2. Zwei"))


def test_vars(run: Run) -> None:
    """Everything that can be used in a template is listed with type, trust and source."""
    assert run("vars", "prompts/reply") == 0
    row = next(line for line in run.said.splitlines() if line.startswith("message.text"))
    assert row.split()[:4] == ["message.text", "text", "customer", "tonekit"]
    assert "style.tone" in run.said
    assert run("vars", "replies/quote/") == 0
    # Where a contract says nothing more to people, what it tells a model is better than nothing.
    assert "What it costs" in run.said


def test_i18n(run: Run) -> None:
    """Translations are marked, and shown as stale once their source changes."""
    run("init")
    assert run("i18n", "status") == 0
    assert run("i18n", "mark", "acknowledgement") == 0
    assert run("i18n", "mark", "replies/acknowledgement/", "--language", "sv") == 0
    assert run("i18n", "mark", "acknowledgement", "--language", "fr") == 1
    assert "there is no translation of replies/acknowledgement into 'fr'. Available: da, de, nb, sv" in run.said
    assert run("i18n", "status") == 0
    assert "✓" in next(line for line in run.said.splitlines() if line.startswith("replies/acknowledgement"))

    with Path("templates/replies/acknowledgement/en.md.j2").open("a", encoding="utf-8") as file:
        file.write("\nMore.\n")
    assert run("i18n", "status") == 1
    assert "stale" in next(line for line in run.said.splitlines() if line.startswith("replies/acknowledgement"))
    assert run("lint", "--strict") == 1
    assert "[stale-translation]" in run.said


def test_import_and_export(run: Run) -> None:
    """Text modules come in, with a dry run first; tests of prompts go out as files of promptfoo."""
    Path("modules.csv").write_text("name,content\nOpening hours,We are here from 8 to 5.\n", encoding="utf-8")

    assert run("import", "modules.csv", "--dry-run") == 0
    assert "1 template would be written" in run.said
    assert not Path("templates").exists()
    assert run("import", "modules.csv") == 0
    assert Path("templates/replies/opening_hours/en.md.j2").read_text(encoding="utf-8") == "We are here from 8 to 5.\n"
    assert run("export", "promptfoo", "out") == 0
    messages = json.loads(Path("out/reply-1.prompt.json").read_text(encoding="utf-8"))
    assert [message["role"] for message in messages] == ["system", "user"]


def test_an_export_names_what_is_left_over(run: Run) -> None:
    """Files whose test is gone are named, and deleted where that is wanted; copies, links and files of others stay."""
    assert run("export", "promptfoo", "out") == 0
    out = Path("out")
    written = out.joinpath("reply-1.yaml").read_text(encoding="utf-8")
    out.joinpath("gone-1.yaml").write_text(written.replace("reply-1", "gone-1"), encoding="utf-8")
    out.joinpath("gone-1.prompt.json").write_text("[]", encoding="utf-8")
    out.joinpath("mine.yaml").write_text("providers: [echo]\n", encoding="utf-8")
    out.joinpath("reply-1-with-a-model.yaml").write_text(written, encoding="utf-8")
    out.joinpath("folder.yaml").mkdir()
    out.joinpath("link-1.yaml").symlink_to(out.joinpath("gone-1.yaml").resolve())
    out.joinpath("nowhere.yaml").symlink_to("nothing")
    before = sorted(path.name for path in out.iterdir())

    assert run("export", "promptfoo", "out") == 0
    assert "gone-1.yaml" in run.said
    assert "with-a-model" not in run.said
    assert "export with --clean" in run.said
    assert sorted(path.name for path in out.iterdir()) == before
    assert run("export", "promptfoo", "out", "--clean") == 0
    assert sorted(path.name for path in out.iterdir()) == [name for name in before if not name.startswith("gone")]


def test_test_command(run: Run) -> None:
    """A test that fails is named with what is wrong; --update writes a snapshot; --hostile finds nothing."""
    run("eject", "prompts/reply", "--templates", ".")
    path = Path("prompts/reply/template.yaml")
    text = path.read_text(encoding="utf-8")
    path.write_text(
        f"{text}  - {{name: mine, language: en, facts: {{message.text: Hi}}, expect: {{contains: [nowhere],"
        " snapshot: mine}}\n",
        encoding="utf-8",
    )

    assert run("test", ".") == 1
    assert "✗ mine (en)" in run.said
    assert "“nowhere” is missing" in run.said
    assert run("test", ".", "--update") == 1
    assert Path("prompts/reply/tests/mine.txt").read_text(encoding="utf-8").startswith("=== system")
    path.write_text(text, encoding="utf-8")
    assert run("test", ".") == 0
    assert "Snapshots that no test has, to be deleted: prompts/reply/tests/mine.txt" in run.said.replace("\n", " ")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(["lint", "none"], "is not a folder", id="folder"),
        pytest.param(["render", "suport_solution"], "Did you mean 'support_solution'?", id="template"),
        pytest.param(["render", "quote"], "'quote.items' is missing or blank", id="missing-list"),
        pytest.param(["render", "support_solution", "--profile", "addres=x"], "did you mean 'address'", id="style"),
        pytest.param(["render", "support_solution", "--label", "moood=x"], "did you mean 'mood'", id="label"),
        pytest.param(["render", "support_solution", "--fact", "x"], "needs name=value", id="pair"),
        pytest.param(
            ["render", "support_solution", "--fact", "answer.summary=Yes.", "--fact", "answer.stepps=One"],
            "there is no input of replies/support_solution 'answer.stepps'. Did you mean 'answer.steps'?",
            id="fact",
        ),
        pytest.param(["render", "support_solution", "--language", "fr"], "'fr'", id="language"),
        pytest.param(["eject", "nothing"], "there is no shipped file", id="eject"),
        pytest.param(["doctor"], "./templates: there is no such folder here", id="doctor"),
        pytest.param(["i18n", "mark", "quote"], "./templates: there is no such folder here", id="mark"),
        pytest.param(["test", "--update"], "./templates: there is no such folder here", id="update"),
        pytest.param(["import", "x.csv"], "cannot be read", id="no-file"),
        pytest.param(["import", "x.csv", "--language", "german"], "the code of a language, such as sv", id="no-code"),
        pytest.param(["import", "x.xyz"], "add --from", id="kind"),
        pytest.param(["vars", "quott"], "there is no template 'quott'", id="vars"),
    ],
)
def test_errors_are_one_line(run: Run, arguments: list[str], words: str) -> None:
    """What is wrong is said in one line, with what there is; what is written wrong there has exit code 2."""
    assert run(*arguments) == (2 if words in ("needs name=value", "the code of a language, such as sv") else 1)
    assert words in run.said
    assert len(run.said.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        pytest.param(["eject", "replies/quot"], 1, "Did you mean 'replies/quote'?\n", id="of many names the one meant"),
        pytest.param(["eject", "zzz"], 1, "Available: examples/da.yaml, ", id="no near one: all"),
        pytest.param(["render", "quote", "own"], 2, "a template folder is named with --templates", id="folder"),
        pytest.param(["preview", "quote"], 2, "it is called render here", id="name of other tools"),
    ],
)
def test_errors_end_with_what_to_type(run: Run, arguments: list[str], code: int, words: str) -> None:
    """A list of dozens of names hides the one that was meant, and a folder in the wrong place is told its option."""
    assert run(*arguments) == code
    assert words in run.said
