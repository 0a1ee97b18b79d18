"""Contracts carry their own tests; snapshots are kept beside them."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from tonekit.errors import DataFileError
from tonekit.files.datafile import DataFile, read_data_file
from tonekit.rendering.contracts.contract_reading import read_contract
from tonekit.rendering.folders.sources import TemplateFolders
from tonekit.rendering.renderer import Renderer
from tonekit.rendering.trials.trial import Outcome, run_trials, unused_snapshots
from tonekit.settings import Brand, ChoiceFile, Settings

BASE = Path(__file__).parents[1] / "lint" / "base"
SETTINGS = Settings(brand=Brand(name="Example"), replies=(ChoiceFile(template="note"),))
CONTRACT = """
id: quote
kind: reply
inputs:
  customer.name: {type: line, trust: customer}
  offer.price: {type: line, trust: system, required: true}
  offer.note: {type: text, trust: agent}
select:
  - {use: informal, when: {style.address: informal}}
  - {use: default}
subject: {en: "Quote, {{ offer.price }}", de: Das Angebot}
tests:
"""


def outcomes(folder: Path, tests: str, *, update: bool = False) -> list[Outcome]:
    """Run the tests that a contract of the folder carries."""
    path = folder / "replies" / "quote" / "template.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(CONTRACT + tests, encoding="utf-8")
    folders = TemplateFolders(folder, shipped=BASE)
    return list(run_trials(Renderer(folders, SETTINGS), folders, update=update))


@pytest.mark.parametrize(
    ("test", "problems"),
    [
        pytest.param(
            "{name: n, language: en, facts: {offer.price: 5 €}, expect: {contains: [price is 5], absent: [None]}}",
            (),
            id="passes",
        ),
        pytest.param(
            "{name: n, language: en, facts: {offer: {price: 5 €}}, expect: {subject: 'Quote, 5 €'}}",
            (),
            id="facts-in-groups-and-subject",
        ),
        pytest.param(
            "{name: n, language: en, facts: {offer.price: 5}, expect: {contains: [six, price], absent: [price]}}",
            ("“six” is missing", "“price” must not stand there"),
            id="words",
        ),
        pytest.param(
            "{name: n, language: de, profile: {address: informal}, facts: {offer.price: 5}, expect:"
            " {variant: default}}",
            ("the body 'informal' was taken, not 'default'",),
            id="variant",
        ),
        pytest.param(
            "{name: n, language: en, facts: {offer.price: 5}, expect: {subject: Quote}}",
            ("the subject is “Quote, 5”, not “Quote”",),
            id="subject",
        ),
        pytest.param(
            "{name: n, language: en, expect: {contains: [x]}}",
            ("replies/quote/en.md.j2:2: 'offer.price' is missing or blank; give it",),
            id="missing",
        ),
        pytest.param(
            "{name: n, language: en, facts: {offer.price: 5}, expect: {contains: [price]}}"
            "\nlimits: {max_chars: 10, max_words: 3}",
            ("The reply has 45 characters; its contract allows 10.", "The reply has 8 words; its contract allows 3."),
            id="limits",
        ),
        pytest.param(
            "{name: n, language: en, facts: {offer.price: a long price}, expect: {subject: 'Quote, a long…'}}"
            "\nlimits: {max_subject: 14, max_words: 40}",
            (),
            id="limit-of-the-subject",
        ),
    ],
)
def test_problems(tmp_path: Path, test: str, problems: tuple[str, ...]) -> None:
    """A test names everything that is not as expected; an error of rendering is a problem too."""
    (outcome,) = outcomes(tmp_path, f"  - {test}\n")

    assert len(outcome.problems) == len(problems)
    assert all(found.startswith(wanted) for found, wanted in zip(outcome.problems, problems, strict=True))


def test_snapshots(tmp_path: Path) -> None:
    """A snapshot is missing, then written on request, then the same, then different with the lines that differ."""
    test = "  - {name: n, language: en, facts: {offer.price: 5 €}, expect: {snapshot: plain}}\n"
    seen = [
        outcomes(tmp_path, test)[0].snapshot,
        outcomes(tmp_path, test, update=True)[0].snapshot,
        outcomes(tmp_path, test)[0].snapshot,
    ]
    kept = (tmp_path / "replies/quote/tests/plain.txt").read_text(encoding="utf-8")
    (changed,) = outcomes(tmp_path, test.replace("5 €", "6 €"))

    assert seen == ["missing", "written", "same"]
    assert kept.startswith("Subject: Quote, 5 €\n\nHello,\n\nThe price is 5 €.\n")
    assert changed.snapshot == "different"
    assert "-The price is 5 €." in changed.problems[0]
    assert "+The price is 6 €." in changed.problems[0]


def test_snapshots_that_ship_are_not_those_of_another_name(tmp_path: Path) -> None:
    """In a folder of one's own, shipped snapshots hold another signature: they fail no test and are not copied."""
    shipped = tmp_path / "shipped"
    copytree(BASE, shipped)
    test = "  - {name: n, language: en, facts: {offer.price: 5}, expect: {contains: [5], snapshot: s}}"
    outcomes(shipped, test, update=True)
    mine = tmp_path / "mine"
    mine.mkdir()
    folders = TemplateFolders(mine, shipped=shipped)
    settings = SETTINGS.model_copy(update={"brand": Brand(name="Acme")})
    (shipped / "replies/quote/tests/s.txt").write_text("Something else", encoding="utf-8")

    def said(*, update: bool) -> list[tuple[str, tuple[str, ...]]]:
        return [
            (each.snapshot, each.problems) for each in run_trials(Renderer(folders, settings), folders, update=update)
        ]

    assert said(update=True) == [("none", ())]
    assert list(mine.iterdir()) == []

    copytree(shipped / "replies/quote", mine / "replies/quote")
    assert said(update=False)[0][0] == "different"


def test_prompt_with_roles(tmp_path: Path) -> None:
    """The text of a prompt shows its roles, and truth values and numbers of YAML are what the contract says."""
    folder = tmp_path / "prompts" / "answer"
    folder.mkdir(parents=True)
    (folder / "template.yaml").write_text(
        "id: answer\nkind: prompt\ninputs:\n"
        "  message.text: {type: text, trust: customer, required: true}\n"
        "  order.count: {type: number, trust: system}\n  order.paid: {type: flag, trust: system}\n"
        "tests:\n  - {name: n, language: en, facts: {message.text: Hi, order.count: 3, order.paid: 'false'},"
        " expect: {contains: ['=== user', '3 ordered', unpaid]}}\n",
        encoding="utf-8",
    )
    said = "{{ order.count + 0 }} ordered{% if not order.paid %}, unpaid{% endif %}"
    body = f"{{% user %}}{said}\n{{{{ message.text }}}}{{% enduser %}}"
    (folder / "en.j2").write_text(body, encoding="utf-8")
    folders = TemplateFolders(tmp_path, shipped=BASE)

    (outcome,) = run_trials(Renderer(folders, SETTINGS), folders)

    assert outcome.problems == ()


@pytest.mark.parametrize(
    ("test", "words"),
    [
        pytest.param("{name: n, language: en, expect: {}}", "needs something to look for", id="nothing"),
        pytest.param("{name: n, language: en, expect: {contain: [x]}}", "contain: is not a known key", id="key"),
        pytest.param("{name: n, language: en, profile: {tone: loud}, expect: {contains: [x]}}", "loud", id="style"),
        pytest.param(
            "{name: n, language: en, profile: {ton: warm}, expect: {contains: [x]}}", "did you mean 'tone'", id="field"
        ),
        pytest.param(
            "{name: n, language: en, labels: {mood: angry}, expect: {contains: [x]}}", "cannot be 'angry'", id="label"
        ),
        pytest.param(
            "{name: n, language: en, labels: {moood: neutral}, expect: {contains: [x]}}",
            "did you mean 'mood'",
            id="name",
        ),
        pytest.param(
            "{name: n, language: en, labels: {contact_count: many}, expect: {contains: [x]}}",
            "is a number",
            id="number",
        ),
        pytest.param(
            "{name: n, language: en, facts: {offer.prize: 5}, expect: {contains: [x]}}",
            "did you mean 'offer.price'",
            id="fact",
        ),
        pytest.param(
            "{name: n, language: en, expect: {variant: formal}}", "no line of select uses 'formal'", id="variant"
        ),
        pytest.param("{name: n, language: en, expect: {snapshot: ../x}}", "snapshot", id="path"),
        pytest.param(
            "{name: a, language: en, expect: {snapshot: x}}\n  - {name: b, language: en, expect: {snapshot: x}}",
            "two tests have the snapshot 'x'",
            id="shared",
        ),
    ],
)
def test_refused(test: str, words: str) -> None:
    """A test that is misspelt is an error with its line, never one that silently passes."""
    with pytest.raises(DataFileError, match=words) as caught:
        read_contract(DataFile(Path("template.yaml"), f"{CONTRACT}  - {test}\n"), "replies/quote")

    assert caught.value.line is not None
    assert caught.value.line >= 12


def test_shipped_contracts_pass() -> None:
    """Every shipped template carries tests, and they pass."""
    folders = TemplateFolders(None)
    renderer = Renderer(folders, read_data_file(folders.path("tonekit.yaml")).into(Settings))

    assert [each.folder for each in renderer.library.contracts.values() if not each.file.tests] == []
    told = list(run_trials(renderer, folders))
    assert [outcome for outcome in told if outcome.problems] == []
    assert {outcome.snapshot for outcome in told} == {"none", "same"}


def test_unused_snapshots() -> None:
    """A snapshot that no test has is named; files of templates that are not known are left alone."""
    test = "  - {name: n, language: en, expect: {snapshot: kept}}\n"
    contract = read_contract(DataFile(Path("x"), CONTRACT + test), "replies/quote")
    names = ["replies/quote/tests/kept.txt", "replies/quote/tests/old.txt", "replies/none/tests/x.txt", "tests/x"]

    assert list(unused_snapshots([contract], names)) == ["replies/quote/tests/old.txt"]
