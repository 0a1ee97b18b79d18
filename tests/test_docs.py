"""The examples of README and documentation run and show what comes out; links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import tonekit
from tonekit.reading.heads.calibrated import shipped_hashes
from tonekit.testing import assert_reads

CHECKOUT = Path(__file__).resolve().parents[1]
PAGES = sorted([CHECKOUT / "README.md", CHECKOUT / "CONTRIBUTING.md", *(CHECKOUT / "docs").glob("*.md")])


def examples(page: Path) -> list[str]:
    """Return the Python blocks of a page."""
    return re.findall(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)


EXAMPLES = examples(CHECKOUT / "README.md")
DOCS = [page for page in PAGES if page.parent.name == "docs" and examples(page)]
SHOWN = (r"print\(.*\)\s+# (.+)", r"^# ((?:phrase|input|author) .+)")
"""Lines of output that an example shows: behind `print`, or below it."""
WEIGHTS = """\
[calibration]
date = 2026-11-28
labelled = "labelled.jsonl"
data = "0123456789ab"
messages = 200
weights = "{weights}"
ruleset = "{ruleset}"

[dimensions.mood]
refitted = false
why = "no gain"
labels = 200
"""
ELSEWHERE = {"tiktoken", "presidio_analyzer", "tonekit.integrations.spark"}
"""What an example may need that is not at hand; Spark needs Java and a cluster."""


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_readme_example_runs(number: int, capsys: pytest.CaptureFixture[str]) -> None:
    """Each Python block of the README runs as it stands, the ones before it included."""
    names: dict[str, object] = {}
    for example in EXAMPLES[: number + 1]:
        exec(compile(example, "README.md", "exec"), names)

    assert capsys.readouterr().out


def test_readme_comments_are_true() -> None:
    """What the first example says in its comments is what comes out."""
    names: dict[str, object] = {}
    exec(compile(EXAMPLES[0], "README.md", "exec"), names)
    claims = re.findall(r"^(result\.\S+)\s+# ('[a-z]+'|\d+)$", EXAMPLES[0], re.MULTILINE)

    assert len(claims) >= 3
    for expression, value in claims:
        assert eval(expression, names) == eval(value)


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in a folder with the files that examples name."""
    weights, ruleset = shipped_hashes()
    calibrated = WEIGHTS.format(weights=weights, ruleset=ruleset)
    (tmp_path / "weights.toml").write_text(calibrated, encoding="utf-8")
    (tmp_path / "labelled.jsonl").write_text('{"text": "Hi", "mood": "neutral", "tags": ["must"]}', encoding="utf-8")
    (tmp_path / "my-templates").mkdir()
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.name)
def test_docs_examples_run(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The Python blocks of a page run as pasted, in their order; what they say comes out does."""
    names: dict[str, Any] = {}
    for example in examples(page):
        code = compile(example, page.name, "exec")
        if not ELSEWHERE & set(code.co_names):
            exec(code, names)
            assert_values(example, names)
            assert_printed(example, capsys.readouterr().out)


def assert_values(example: str, names: dict[str, Any]) -> None:
    """Hold an example to the values that stand behind its expressions."""
    for expression, value in re.findall(r"^(\w\S+(?: \S+)*?)\s+# ('[^']*'|\d+)", example, re.MULTILINE):
        assert eval(expression, names) == eval(value)


def assert_printed(example: str, printed: str) -> None:
    """Hold an example to the lines that it says it prints; `…` stands for what they leave out."""
    for shown in (line for form in SHOWN for line in re.findall(form, example, re.MULTILINE)):
        assert re.search(".*".join(map(re.escape, shown.split("…"))), printed), shown


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link of a page names a file that is there."""
    targets = re.findall(r"\]\((?!https?://|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8"))

    assert [target for target in targets if not (page.parent / target).exists()] == []


def anchors(page: Path) -> set[str]:
    """Return the anchors that GitHub gives the headings of a page: lower case, no punctuation, hyphens for blanks."""
    prose = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    headings = re.findall(r"^#+ (.+)$", prose, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_anchors_name_headings(page: Path) -> None:
    """Every link to a section names a heading of the page that it leads to."""
    links = re.findall(r"\]\(([\w./-]*)#([^)\s]+)\)", page.read_text(encoding="utf-8"))

    assert [
        (file, anchor) for file, anchor in links if anchor not in anchors(page.parent / file if file else page)
    ] == []


def test_explanation_in_docs_is_what_comes_out() -> None:
    """The explanation that docs/reading.md shows is that of the message which the README begins with."""
    page = (CHECKOUT / "docs" / "reading.md").read_text(encoding="utf-8")
    shown = re.search(r"```\n(urgency: .*?)```", page, re.DOTALL)
    explained = tonekit.personalize("This is the third time I write and still nothing since Monday.").explain()

    assert shown
    assert shown[1] in explained


def test_failure_in_docs_is_what_comes_out() -> None:
    """The failure that docs/evaluate.md shows is, as far as it is shown, what the assertion of its first line says."""
    page = (CHECKOUT / "docs" / "evaluate.md").read_text(encoding="utf-8")
    shown = re.search(r"```\n(    (\S.*)\n    mood: wanted (\w+),.*?) *…\n```", page, re.DOTALL)

    assert shown
    with pytest.raises(AssertionError) as failure:
        assert_reads(shown[2], mood=shown[3])
    assert str(failure.value).lstrip("\n").startswith(shown[1])


def test_votes_in_docs_are_those_that_decide() -> None:
    """The votes and the lead from which docs/reading.md lets small words decide alone are those of the file."""
    page = (CHECKOUT / "docs" / "reading.md").read_text(encoding="utf-8")
    said = re.search(r"From (\d+) votes on, with a lead of (\d+)", page)
    constants = (Path(tonekit.__file__).parent / "reading" / "language" / "language.yaml").read_text(encoding="utf-8")

    assert said
    assert re.findall(r"^decisive_(?:votes|lead): (\d+)\.0", constants, re.MULTILINE) == list(said.groups())
