"""Every rule has a deliberately broken example; what the linter says of it is known to the last sign.

`broken/<rule>/` overrides some files of the small folder `base/`; `expected/<rule>.txt` is the whole output.
`pytest tests/rendering/lint --update-golden` writes the expectations anew; read the difference.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tonekit.cli.templates.lint_command import lint_folders
from tonekit.rendering.folders.sources import TemplateFolders, shipped_templates
from tonekit.rendering.lint.linter import RULES

HERE = Path(__file__).parent
BASE = HERE / "base"
EXAMPLES = sorted(path for path in (HERE / "broken").iterdir() if path.is_dir())


def said(folder: Path, *, shipped: Path = BASE) -> str:
    """Return everything that the linter says of a folder over the base, or what ships, as text."""
    lines = []
    for finding in lint_folders(TemplateFolders(folder, shipped=shipped)):
        lines += [str(finding), f"    → {finding.hint}"]
    return "".join(f"{line}\n" for line in lines)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_broken_example(example: Path, request: pytest.FixtureRequest) -> None:
    """Exactly these findings, each with file, line, column, message and hint; never only the first."""
    expected = HERE / "expected" / f"{example.name}.txt"
    text = said(example)
    if request.config.getoption("--update-golden"):
        expected.write_text(text, encoding="utf-8")

    assert text == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_an_example(rule: str) -> None:
    """The example called after a rule breaks it."""
    assert f"[{rule}]" in (HERE / "expected" / f"{rule}.txt").read_text(encoding="utf-8")


def test_base_is_clean(tmp_path: Path) -> None:
    """The folder that the examples break is in order."""
    assert said(tmp_path) == ""


def test_protection_that_is_left_out_is_named(tmp_path: Path) -> None:
    """A list of one's own says which safeguards and topics that ship it drops, unless it uses them or names each."""
    own = tmp_path / "tonekit.yaml"
    own.write_text(
        "safeguards: [{id: legal_threat, when: {alerts: legal}, action: approve, reason: x, hand_to: legal}]\n"
        "topics: [{topic: recall, words: [recall]}]\n",
        encoding="utf-8",
    )
    findings = lint_folders(TemplateFolders(tmp_path))

    assert [(each.rule, each.file, each.line) for each in findings] == [
        ("lost-protection", "tonekit.yaml", 1),
        ("lost-protection", "tonekit.yaml", 2),
    ]
    assert "self_harm, safety, regulator" in findings[0].message
    assert findings[1].message == "this list leaves out topics that ship: bereavement"

    own.write_text(
        'safeguards: [{use: "!tonekit.yaml"}]\ntopics: [{use: "!tonekit.yaml"}, {topic: bereavement, words: []}]\n',
        encoding="utf-8",
    )
    assert lint_folders(TemplateFolders(tmp_path)) == ()


def test_a_safeguard_turned_to_something_else_is_named(tmp_path: Path) -> None:
    """A safeguard with the id of one that ships, and a condition on something else, takes its protection away."""
    own = tmp_path / "tonekit.yaml"
    turned = (
        "{id: self_harm, when: {mood: frustrated}}, {id: frustrated, when: {mood: frustrated, min_confidence: 0.6}}"
    )
    own.write_text(f'safeguards: [{{use: "!tonekit.yaml"}}, {turned}]\n', encoding="utf-8")
    (finding,) = lint_folders(TemplateFolders(tmp_path))

    assert (finding.rule, finding.line) == ("lost-protection", 1)
    assert finding.message == "'self_harm' ships with a condition on alerts, which this one no longer looks at"


def test_slots_that_are_left_out_are_one_finding(tmp_path: Path) -> None:
    """A file of phrases with one slot lacks all others in one finding, which says how to get them."""
    path = tmp_path / "phrases" / "de.yaml"
    path.parent.mkdir()
    path.write_text('thanks:\n  - {id: danke, text: "Danke für Ihre Nachricht."}\n', encoding="utf-8")
    lacking = [each for each in lint_folders(TemplateFolders(tmp_path)) if each.rule == "missing-slot"]

    assert [each.file for each in lacking] == ["phrases/de.yaml"]
    assert lacking[0].message.startswith("has none of the slots ")
    assert "greeting" in lacking[0].message
    assert "Rename it, call tonekit eject phrases/de.yaml, and copy yours into that" in lacking[0].hint


def test_shipped_templates_are_clean() -> None:
    """The templates that ship have no finding, warnings included."""
    assert [str(each) for each in lint_folders(TemplateFolders(None))] == []


def test_every_rule_is_documented() -> None:
    """The page on the linter has a line for each rule, with its severity and what it looks for."""
    page = (HERE.parents[2] / "docs" / "templates-lint.md").read_text(encoding="utf-8")

    assert [rule.id for rule in RULES.values() if f"| `{rule.id}` | {rule.severity}" not in page] == []
    assert [rule.id for rule in RULES.values() if f"| {rule.what} |" not in page] == []


FILES = sorted(path.relative_to(BASE).as_posix() for path in BASE.rglob("*") if path.is_file())
PIECES = (
    "{{ customer.name }} {{ offer.price }} {% if offer.note %} {% else %} {% endif %} {% for x in offer.note %}"
    ' {% endfor %} {% include "parts/open.md.j2" %} {% set a = offer.note %} {{ a }} {{ phrase("greeting") }}'
    " {{ phrase(a) }} {{ phrase() }} {{ x.y.z }} {{ a|default(b) }} {{ a if b }} {{ [a, {'b': c}] }} {{ a.b[c] }}"
    " {% system %} {% endsystem %} {# x #} {% macro m(a) %} {% endmacro %} {{ m(1) }} {% call m(1) %} {% endcall %}"
    " {% filter upper %} {% endfilter %} {% raw %} {% endraw %} {{ }} {% { } id: kind: reply inputs: subject: select:"
    " - {use: x, when: {mood: neutral}} tests: [] greeting: rules: brand: replies: null ~ 1 [] {} 'x' \" \n   \n- \n"
    "\ufdd0 \x00 TODO Sie du Ihr [name] %"
).split(" ")


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(FILES), pieces=st.lists(st.sampled_from(PIECES), max_size=25), after=st.booleans())
def test_no_file_is_too_broken(tmp_path: Path, name: str, pieces: list[str], after: bool) -> None:
    """Whatever stands in a file, the linter comes back with findings and never with an error of its own."""
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    text = " ".join(pieces)
    path.write_text((BASE / name).read_text(encoding="utf-8") + text if after else text, encoding="utf-8")

    for finding in lint_folders(TemplateFolders(tmp_path, shipped=BASE)):
        assert finding.message
        assert finding.hint
        assert finding.line >= 1
        assert finding.column >= 1
    path.unlink()


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        pytest.param("never_say: [{id: mine, words: {en: [discount]}}]\n", ["calm-down"], id="never-say"),
        pytest.param(
            "replies: [{template: acknowledgement}]\n",
            ["alerts: self_harm", "automatic: present", "alerts: safety"],
            id="replies",
        ),
        pytest.param(
            'replies: [{template: quote, when: {request: purchase}}, {use: "!tonekit.yaml"}]\n',
            ["alerts: self_harm", "automatic: present"],
            id="template-before-the-stops",
        ),
        pytest.param(
            "replies:\n  - {reply: none, when: {alerts: self_harm}}\n  - {reply: none, when: {automatic: present}}\n"
            '  - {template: quote, when: {request: purchase}}\n  - use: "!tonekit.yaml"\n'
            'never_say: [{use: "!tonekit.yaml"}, {id: mine, words: {en: [discount]}}]\n',
            [],
            id="all-used",
        ),
    ],
)
def test_what_keeps_words_back_is_missed(tmp_path: Path, text: str, lost: list[str]) -> None:
    """A list of one's own says which words never said and which lines `reply: none` it drops or overtakes."""
    (tmp_path / "tonekit.yaml").write_text(text, encoding="utf-8")
    found = [
        each.message + each.hint for each in lint_folders(TemplateFolders(tmp_path)) if each.rule == "lost-protection"
    ]

    assert len(found) == len(lost)
    assert all(words in message for words, message in zip(lost, found, strict=True))


@pytest.mark.parametrize(
    ("name", "message", "rule"),
    [
        pytest.param("phrases/sv (1).yaml", "is not read", "misnamed-file", id="phrases"),
        pytest.param("examples/de (1).yaml", "the name holds a space", "template-syntax", id="examples"),
        pytest.param("replies/quote copy/template.yaml", "the name holds a space", "template-syntax", id="template"),
        pytest.param("parts/times.de copy.md.j2", "the name holds a space", "template-syntax", id="part"),
    ],
)
def test_a_copied_file_is_one_finding_among_others(tmp_path: Path, name: str, message: str, rule: str) -> None:
    """A name that no file can have hides nothing that is wrong elsewhere."""
    for each, text in ((name, "text: x\n"), ("profile.yaml", "rules: []\n"), ("replies/note/de.md.j2", "{{ x }}\n")):
        path = tmp_path / each
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    found = lint_folders(TemplateFolders(tmp_path, shipped=BASE))

    assert [(each.message, each.rule) for each in found if each.file == name] == [(message, rule)]
    assert {"profile.yaml", "replies/note/de.md.j2"} <= {each.file for each in found}


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        pytest.param("replies/quote/en.md.j2", "template-syntax", id="body"),
        pytest.param("parts/note.md.j2", "template-syntax", id="part"),
        pytest.param("phrases/en.yaml", "yaml-syntax", id="phrases"),
        pytest.param("tonekit.yaml", "yaml-syntax", id="settings"),
    ],
)
def test_what_is_not_utf8_is_named_by_its_kind(tmp_path: Path, name: str, rule: str) -> None:
    """A file saved as Windows-1252 is `template-syntax` where it is a template, and `yaml-syntax` where it is data."""
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_bytes("# Grüße\n".encode("cp1252"))
    found = [each for each in lint_folders(TemplateFolders(tmp_path)) if each.file == name and "UTF-8" in str(each)]

    assert {each.rule for each in found} == {rule}


def test_a_sender_that_ships_stricter_ones_is_none(tmp_path: Path) -> None:
    """A safeguard that sends beside all that ship decides where none of them holds, and is no finding."""
    when = "{request: question, mood: {not: frustrated}, min_confidence: 0.8}"
    own = f"{{id: routine, when: {when}, action: send, reason: x}}"
    (tmp_path / "tonekit.yaml").write_text(f'safeguards: [{{use: "!tonekit.yaml"}}, {own}]\n', encoding="utf-8")

    assert said(tmp_path, shipped=shipped_templates()) == ""


@pytest.mark.parametrize("text", [pytest.param("", id="nothing"), pytest.param("{# later #}\n\n", id="comment")])
def test_an_empty_body_is_one_finding(tmp_path: Path, text: str) -> None:
    """Bodies in other languages are not compared with what is not written yet."""
    path = tmp_path / "replies" / "quote" / "en.md.j2"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")

    assert said(tmp_path) == (
        "replies/quote/en.md.j2:1:1: error: is empty: nothing would be written [template-syntax]\n"
        "    → Write the text, or delete the file\n"
    )


FINE = {
    "heading": "# Reset the router\n\nHold the button for ten seconds.\n\n# After that\n\nThe light is green.\n",
    "fence": "Run this:\n\n```\n# start it anew\nprintf 'a\\nB' > C:\\Temp\n<p>&nbsp;</p>\n// done\n```\n\nWrite.\n",
    "fence-with-value": "```\n# of {{ offer.price }}\n# and &amp;\n```\nThat is it.\n",
    "code": "Write `\\n` for a new line, `&amp;` for the sign and `<b>` for bold.\n",
    "journey": "Your journey:\n\nFrom: Oslo\nTo: Bergen\nDate: 3 March\n",
    "mail-signature": "The line is this:\n\nSent from my phone\n\nOpen Settings to change it.\n",
    "share": "The folder is\n//server/share\nin your network.\n",
}


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in FINE.items()])
def test_technical_replies_are_fine(tmp_path: Path, text: str) -> None:
    """Headings, code, journeys and what a reply is about are neither pasted nor forgotten."""
    write_bodies(tmp_path, {"en": text})

    assert rules_of(tmp_path).isdisjoint({"pasted-text", "placeholder-left"})


@pytest.mark.parametrize(
    "bodies",
    [
        pytest.param({"sv": 'Öppna "Where you are signed in" i inställningarna.\n'}, id="name-in-quotes"),
        pytest.param({"de": "**What you see when you are signed in**\n"}, id="name-in-bold"),
        pytest.param(dict.fromkeys(("en", "sv"), "Nordlys Software AB, Storgatan 1, Stockholm\n"), id="address"),
        pytest.param(dict.fromkeys(("en", "de"), "https://example.com/one/two/three/four\n"), id="link"),
        pytest.param(dict.fromkeys(("nb", "da"), "Din faktura er klar. Du kan betale den i butikken.\n"), id="kin"),
    ],
)
def test_what_is_no_other_language(tmp_path: Path, bodies: dict[str, str]) -> None:
    """Names of buttons, addresses, links, and sentences that two languages share are no texts in a wrong language."""
    write_bodies(tmp_path, bodies)

    assert "wrong-language" not in rules_of(tmp_path)


@pytest.mark.parametrize(
    ("bodies", "rule"),
    [
        pytest.param({"en": "# ask Kim before this goes out\nThank you.\n"}, "pasted-text", id="note"),
        pytest.param({"en": "Thank you.\n\nSent from my phone\n"}, "pasted-text", id="phone"),
        pytest.param({"de": "Von: Kim\nDatum: 3.3.\nBetreff: Rechnung\n\nDanke.\n"}, "pasted-text", id="head"),
        pytest.param(
            dict.fromkeys(("nb", "da"), "Vi har sendt varen til dig, og den er hos dig.\n"),
            "wrong-language",
            id="kin",
        ),
        pytest.param(
            {"de": "We have **not** got it and what you are after is gone.\n"}, "wrong-language", id="english"
        ),
    ],
)
def test_what_was_copied_is_still_found(tmp_path: Path, bodies: dict[str, str], rule: str) -> None:
    """Notes, heads of mails, lines of phones and untranslated texts are named."""
    write_bodies(tmp_path, bodies)

    assert rule in rules_of(tmp_path)


def write_bodies(folder: Path, bodies: dict[str, str]) -> None:
    """Write a reply of one's own with these bodies."""
    path = folder / "replies" / "mine"
    path.mkdir(parents=True)
    subject = {language: f"Subject {language}" for language in bodies}
    contract = f"id: mine\nkind: reply\nabout: Mine.\nby_name: true\nsource_language: {next(iter(bodies))}\n"
    inputs = "inputs:\n  offer.price: {type: line, trust: agent, required: true, about: The price., label: Price}\n"
    (path / "template.yaml").write_text(f"{contract}subject: {subject}\n{inputs}", encoding="utf-8")
    for language, text in bodies.items():
        (path / f"{language}.md.j2").write_text(text, encoding="utf-8")


def rules_of(folder: Path) -> set[str]:
    """Return the rules that the files of a folder break."""
    return {each.rule for each in lint_folders(TemplateFolders(folder, shipped=BASE)) if "mine" in each.file}


def test_a_language_that_is_begun_is_one_warning(tmp_path: Path) -> None:
    """Who writes a first reply in a new language is told once, and not for each of the replies that ship."""
    contract = (
        "id: recall\nkind: reply\nabout: x\nby_name: true\n"
        "inputs: {recall.model: {type: line, trust: agent, required: true, label: Model}}\n"
        "select: [{use: default}]\nsource_language: nl\nsubject: {nl: Terugroepactie}\n"
    )
    (tmp_path / "replies/recall").mkdir(parents=True)
    (tmp_path / "replies/recall/template.yaml").write_text(contract, encoding="utf-8")
    (tmp_path / "replies/recall/nl.md.j2").write_text("Gebruik {{ recall.model }} niet meer.\n", encoding="utf-8")

    missing = [each for each in lint_folders(TemplateFolders(tmp_path)) if each.rule == "missing-language"]
    assert [each.file for each in missing] == ["replies/recall/nl.md.j2", "replies/recall/template.yaml"]
    assert missing[0].message.startswith("15 other replies have no body in Dutch: ")
    assert "and 12 more" in missing[0].message


def test_a_phrase_book_that_was_copied_and_not_translated_is_named(tmp_path: Path) -> None:
    """Dutch phrases that are still the English ones are one warning, though no pack knows Dutch; two alike are none."""
    for folder in ("phrases", "replies/note"):
        (tmp_path / folder).mkdir(parents=True)
    contract = (BASE / "replies/note/template.yaml").read_text(encoding="utf-8")
    (tmp_path / "replies/note/template.yaml").write_text(
        contract.replace("subject: {", "subject: {nl: Uw bericht, ", 1), encoding="utf-8"
    )
    (tmp_path / "replies/note/nl.md.j2").write_text(
        (BASE / "replies/note/de.md.j2").read_text(encoding="utf-8"), encoding="utf-8"
    )
    book = (BASE / "phrases/en.yaml").read_text(encoding="utf-8")
    lines = [f'  - {{id: more-{number}, text: "This is thing number {word}."}}' for number, word in enumerate("abc")]
    for name in ("en", "nl"):
        text = "\n".join([book.rstrip(), "more:", *lines, ""])
        (tmp_path / f"phrases/{name}.yaml").write_text(text, encoding="utf-8")
    found = [each for each in lint_folders(TemplateFolders(tmp_path, shipped=BASE)) if "very words" in each.message]

    assert [(each.rule, each.file) for each in found] == [("wrong-language", "phrases/nl.yaml")]
    assert "phrases have the very words of phrases/en.yaml" in found[0].message

    few = (tmp_path / "phrases/nl.yaml").read_text(encoding="utf-8").replace("thing number c", "ding nummer c")
    (tmp_path / "phrases/nl.yaml").write_text(few, encoding="utf-8")
    again = [each for each in lint_folders(TemplateFolders(tmp_path, shipped=BASE)) if each.file == "phrases/nl.yaml"]
    assert not [each for each in again if "very words" in each.message]
