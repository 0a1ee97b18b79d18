"""Nothing is compiled that uses what it may not: bodies, subjects, phrases and parts."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tonekit.errors import TemplateError
from tonekit.files.datafile import DataFile
from tonekit.rendering.contracts.contract import Contract
from tonekit.rendering.contracts.contract_file import Kind
from tonekit.rendering.contracts.contract_reading import read_contract
from tonekit.rendering.environment import Sandbox, build_environment, inert_in_markdown
from tonekit.rendering.folders.sources import TemplateFolders
from tonekit.rendering.phrases.phrase_book import PhraseBook, read_phrases
from tonekit.rendering.syntax.checked_compiling import CheckedCompiler
from tonekit.rendering.syntax.parsed_file import ParsedFile

CONTRACT = """
id: note
kind: reply
inputs:
  answer.summary: {type: text, trust: agent}
subject:
  en: "A note"
  de: "{{ answer.sumary }}"
"""
PHRASES = """
closing:
  - {id: plain, text: Bye}
  - {id: undeclared, text: "Bye {{ answer.summary }}"}
  - {id: calling, text: "{{ phrase('closing') }}"}
"""
PARTS = {
    "fine": "{{ answer.summary }}",
    "filter": "a\n{{ answer.summary | upprcase }}",
    "tag": "{% block a %}{% endblock %}",
}
BODY = "replies/note/en.md.j2"


def book(language: str) -> PhraseBook:
    """Return the same phrases for every language."""
    return read_phrases(DataFile(Path(f"{language}.yaml"), PHRASES))


def contract() -> Contract:
    """Read the contract."""
    return read_contract(DataFile(Path("template.yaml"), CONTRACT), "replies/note")


def compiler(folder: Path, body: str = "") -> CheckedCompiler:
    """Return a compiler on a folder with the contract, one body and the parts."""
    texts = {"replies/note/template.yaml": CONTRACT, BODY: body}
    for name, text in (texts | {f"parts/{part}.j2": text for part, text in PARTS.items()}).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="")
    folders = TemplateFolders(folder)
    environment = build_environment(inert_in_markdown)
    environments: dict[Kind, Sandbox] = {"reply": environment, "prompt": environment}

    def part(kind: Kind, name: str) -> ParsedFile:
        return made.file(kind, name)

    made = CheckedCompiler(folders, environments, part=part, phrases=book)
    return made


def test_body_knows_what_it_uses(tmp_path: Path) -> None:
    """A body names the inputs that it and its parts use, and its files."""
    made = compiler(tmp_path, 'a {% include "parts/fine.j2" %}').body(contract(), BODY, "en", "default")

    assert made.uses == {"answer.summary"}
    assert made.compiled.files == (BODY, "parts/fine.j2")


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        pytest.param("a", "a", True, id="same-text"),
        pytest.param("a", "b", False, id="other-text"),
        pytest.param("a", "a{{ phrase('closing') }}", False, id="with-phrases"),
    ],
)
def test_hash_follows_what_a_body_is_made_of(tmp_path: Path, first: str, second: str, same: bool) -> None:
    """Two bodies have the same hash where they are made of the same texts."""
    hashes = [compiler(tmp_path, text).body(contract(), BODY, "en", "default").made_of for text in (first, second)]

    assert (hashes[0] == hashes[1]) is same


@pytest.mark.parametrize(
    ("body", "rules"),
    [
        pytest.param("{{ answer.sumary }}", ["undeclared-variable"], id="undeclared"),
        pytest.param("{{ phrase('welcome') }}", ["missing-slot"], id="slot"),
        pytest.param("{% user %}a{% enduser %}", ["role-in-reply"], id="role"),
        pytest.param("{{ a.b }}{{ phrase('x') }}", ["undeclared-variable", "missing-slot"], id="all-at-once"),
    ],
)
def test_body_is_refused(tmp_path: Path, body: str, rules: list[str]) -> None:
    """A body that uses what it may not is refused, with all of its mistakes."""
    with pytest.raises(TemplateError) as caught:
        compiler(tmp_path, body).body(contract(), BODY, "en", "default")

    assert [each.rule for each in (caught.value, *caught.value.more) if isinstance(each, TemplateError)] == rules


def test_subject_is_refused_with_its_line(tmp_path: Path) -> None:
    """A mistake in a subject is reported where the contract has that subject."""
    made = compiler(tmp_path)

    assert made.subject(contract(), "en").straight == ("A note",)
    with pytest.raises(TemplateError, match="not declared") as caught:
        made.subject(contract(), "de")
    assert (caught.value.template, caught.value.line) == ("replies/note/template.yaml", 8)


@pytest.mark.parametrize(
    ("number", "word", "remedy"),
    [
        pytest.param(1, "answer.summary", "put it into the 'needs' of the phrase", id="undeclared"),
        pytest.param(2, "phrase", "cannot call 'phrase'.* write the words here", id="phrase"),
    ],
)
def test_phrase_is_refused_with_its_line(tmp_path: Path, number: int, word: str, remedy: str) -> None:
    """A phrase prints what it needs and calls no other phrase."""
    plain, *others = book("en").slots["closing"]

    assert compiler(tmp_path).phrase(plain, "phrases/en.yaml", "reply").straight == ("Bye",)
    with pytest.raises(TemplateError, match=remedy) as caught:
        compiler(tmp_path).phrase(others[number - 1], "phrases/en.yaml", "reply")
    assert (caught.value.word, caught.value.line) == (word, 3 + number)


@pytest.mark.parametrize(("part", "line"), [("filter", 2), ("tag", 1)])
def test_part_is_refused_by_itself(tmp_path: Path, part: str, line: int) -> None:
    """A part is checked also where no body includes it."""
    compiler(tmp_path).part_alone("parts/fine.j2")

    with pytest.raises(TemplateError) as caught:
        compiler(tmp_path).part_alone(f"parts/{part}.j2")
    assert (caught.value.template, caught.value.line) == (f"parts/{part}.j2", line)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["{{", "}}", "{%", "%}", " ", "if", "phrase(", "'a'", ")", "|", "answer.summary"])))
def test_no_text_breaks_the_compiler(tmp_path: Path, pieces: list[str]) -> None:
    """Whatever a body holds, it is compiled or refused as a template; no other error comes out."""
    with suppress(TemplateError):
        compiler(tmp_path, "".join(pieces)).body(contract(), BODY, "en", "default")


def test_part_that_comes_meanwhile_is_refused(tmp_path: Path) -> None:
    """A part that appears between gathering files and checking them is in neither: the body is read again instead."""
    made, asked = compiler(tmp_path, '{% include "parts/fine.j2" %}'), list[str]()

    def part(kind: Kind, name: str) -> ParsedFile:
        asked.append(name)
        if asked.count("parts/fine.j2") == 1 == len(asked) - 1:
            raise TemplateError("no such file", template=name, rule="missing-file")
        return made.file(kind, name)

    environment = build_environment(inert_in_markdown)
    late = CheckedCompiler(
        TemplateFolders(tmp_path), {"reply": environment, "prompt": environment}, part=part, phrases=book
    )

    with pytest.raises(TemplateError, match="read the templates again"):
        late.body(contract(), BODY, "en", "default")
