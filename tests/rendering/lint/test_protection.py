"""A `profiles.yaml` of one's own says which rules that keep customers from harm it drops or overrides."""

from __future__ import annotations

from pathlib import Path

import pytest

from tonekit.cli.templates.lint_command import lint_folders
from tonekit.errors import DataFileError
from tonekit.profiles.rules import Rules, load_rules, read_rules
from tonekit.rendering.folders.sources import TemplateFolders, shipped_templates
from tonekit.rendering.lint.dead_rules import StyleRule, check_rules
from tonekit.rendering.lint.protection import check_protection

PATH = shipped_templates() / "profiles.yaml"
SHIPPED = load_rules(PATH)
USE = '{use: "!profiles.yaml"}'
OWN = "{id: own, when: {customer.tier: gold}, set: {tone: warm}}"
PROTECTING = [rule.id for rule in SHIPPED if rule.protects]


def written(folder: Path, *entries: str) -> Path:
    """Write a `profiles.yaml` of one's own, an entry in each line from the second."""
    path = folder / "profiles.yaml"
    path.write_text("rules:\n" + "".join(f"  - {each}\n" for each in entries), encoding="utf-8")
    return path


def style_rules(rules: Rules) -> list[StyleRule]:
    """Return rules as the check knows them."""
    return [StyleRule(each.id, each.when, each.settings, bool(each.focus), each.protects) for each in rules]


def found(path: Path) -> list[DataFileError]:
    """Return what is lost in a file."""
    rules, file = read_rules(path, shipped=PATH)
    try:
        check_protection(style_rules(rules), file, shipped=style_rules(SHIPPED))
    except DataFileError as error:
        return [error, *(each for each in error.more if isinstance(each, DataFileError))]
    return []


def test_rules_that_are_left_out_are_named_with_the_line_to_write(tmp_path: Path) -> None:
    """One rule of one's own in place of all names those that keep customers from harm, and they are no few."""
    written(tmp_path, OWN)
    (finding,) = lint_folders(TemplateFolders(tmp_path))

    assert (finding.rule, finding.file, finding.line) == ("lost-protection", "profiles.yaml", 1)
    assert finding.message.endswith(f": {', '.join(PROTECTING)}")
    assert finding.hint.startswith('Begin the list with - use: "!profiles.yaml"')
    assert {"frustrated", "beginner", "bereaved", "no_cheer_where_frustration_is_possible"} <= set(PROTECTING)


def test_a_misspelt_id_is_asked_for(tmp_path: Path) -> None:
    """A whole rule copied under a misspelt id, with or without those that ship, is asked whether that one was meant."""
    copied = "{id: begginer, when: {knowledge: beginner}, set: {jargon: ordinary}}"
    alone = found(written(tmp_path, copied))
    behind = found(written(tmp_path, USE, copied))

    for errors in (alone, behind):
        assert any("Did you mean 'beginner' by 'begginer'? Then give it that id" in each.problem for each in errors)
    assert all("Did you mean" not in each.problem for each in found(written(tmp_path, OWN)))


def test_a_copy_that_lacks_one_names_it(tmp_path: Path) -> None:
    """Whoever deletes one of them from a whole copy is told which."""
    blocks = PATH.read_text(encoding="utf-8").split("  - id: ")
    kept = "  - id: ".join(each for each in blocks if not each.startswith("beginner\n"))
    path = tmp_path / "profiles.yaml"
    path.write_text(kept, encoding="utf-8")

    assert [each.problem.partition(";")[0] for each in found(path)] == [
        "this list leaves out rules that ship and keep customers from harm: beginner"
    ]
    path.write_text("  - id: ".join(blocks), encoding="utf-8")
    assert found(path) == []


def test_a_copy_in_another_order_is_told(tmp_path: Path) -> None:
    """A rule that ships before those that protect, and stands behind them in one's own file, overrides them there."""
    blocks = PATH.read_text(encoding="utf-8").split("  - id: ")
    moved = sorted(blocks[1:], key=lambda each: each.startswith("enthusiastic\n"))
    path = tmp_path / "profiles.yaml"
    path.write_text("  - id: ".join([blocks[0], *moved]), encoding="utf-8")

    (error,) = found(path)

    assert error.problem.startswith(
        "'enthusiastic' overrides the cheer of 'critical', 'no_cheer_where_frustration_is_possible', 'bereaved', "
        "as with urgency=critical, mood=enthusiastic; "
    )


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param((USE, OWN), id="another-field"),
        pytest.param(('{id: own, set: {cheer: "true", jargon: avoid}}', USE), id="before"),
        pytest.param((USE, "{id: own, when: {mood: enthusiastic}, set: {cheer: false}}"), id="same-value"),
        pytest.param((USE, "{id: own, when: {knowledge: expert}, set: {jargon: technical}}"), id="other-case"),
        pytest.param((USE, "{id: bereaved, set: {empathy: none}}"), id="changed-by-name"),
        pytest.param((USE, "{id: bereaved, set: {}}"), id="switched-off-by-name"),
        pytest.param(
            (USE, "{id: beginner, protects: []}", "{id: own, when: {knowledge: beginner}, set: {jargon: technical}}"),
            id="no-longer-protecting",
        ),
    ],
)
def test_nothing_is_said_where_nothing_is_lost(tmp_path: Path, entries: tuple[str, ...]) -> None:
    """What is used, standing before, or given up by its name is no finding."""
    assert found(written(tmp_path, *entries)) == []


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        pytest.param(
            "{id: own, when: {mood: frustrated}, set: {emoji: mirror}}",
            "'own' overrides the emoji of 'frustrated', 'critical', 'bereaved', as with mood=frustrated",
            id="frustrated",
        ),
        pytest.param(
            "{id: own, when: {knowledge: beginner}, set: {jargon: technical}}",
            "'own' overrides the jargon of 'beginner', as with knowledge=beginner",
            id="beginner",
        ),
    ],
)
def test_a_rule_behind_that_overrides_them_is_named(tmp_path: Path, entry: str, message: str) -> None:
    """Which field of which rule, and the smallest message that shows it; what to do is to put it above `use`."""
    (error,) = found(written(tmp_path, USE, entry))
    problem, _, hint = error.problem.partition("; ")

    assert (error.rule, error.line, problem) == ("lost-protection", 3, message)
    assert 'write it above - use: "!profiles.yaml"' in hint


def test_two_rules_that_override_together_do_not_hide_each_other(tmp_path: Path) -> None:
    """Each of them would have to go."""
    path = written(tmp_path, USE, '{id: own, set: {cheer: "true"}}', '{id: more, set: {cheer: "true"}}')

    assert [each.line for each in found(path)] == [3, 4]


def test_rules_of_ones_own_may_protect_too(tmp_path: Path) -> None:
    """What a rule of one's own protects is not to be overridden by the rules that ship behind it."""
    path = written(tmp_path, '{id: own, when: {topics: recall}, set: {cheer: "false"}, protects: [cheer]}', USE)

    assert "'enthusiastic' overrides the cheer of 'own'" in found(path)[0].problem
    assert "write it above them" in found(path)[0].problem


def test_what_ships_is_not_dead_to_those_who_override_it(tmp_path: Path) -> None:
    """A rule that ships is not reported in a file that its reader cannot change."""
    path = written(tmp_path, USE, "{id: own, set: {tone: warm, greeting: casual, detail: standard}}")
    rules, file = read_rules(path, shipped=PATH)

    check_rules(style_rules(rules), file)
