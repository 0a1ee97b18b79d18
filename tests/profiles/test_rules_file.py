"""A `profiles.yaml` of one's own takes over the rules that ship, changes them by id, or says why it cannot."""

from __future__ import annotations

from pathlib import Path

import pytest

from tonekit.conditions.condition import Observed
from tonekit.errors import DataFileError
from tonekit.profiles.choosing import choose_profile
from tonekit.profiles.rules import Rules, load_rules, read_rules
from tonekit.rendering.folders.sources import TemplateFolders, shipped_templates

SHIPPED = shipped_templates() / "profiles.yaml"
USE = '{use: "!profiles.yaml"}'
CHEER = '{id: cheerful, set: {cheer: "true"}}'
FRUSTRATED = {"mood": Observed("frustrated", 0.9, {"frustrated": 0.9})}


def read(folder: Path, *entries: str) -> Rules:
    """Return the rules of a `profiles.yaml` of one's own, an entry in each line from the second."""
    path = folder / "profiles.yaml"
    path.write_text("rules:\n" + "".join(f"  - {each}\n" for each in entries), encoding="utf-8")
    return load_rules(path, shipped=SHIPPED)


def ids(rules: Rules) -> list[str]:
    """Return the names of rules in their order."""
    return [rule.id for rule in rules]


@pytest.mark.parametrize(
    ("entries", "cheer"),
    [
        pytest.param((USE,), False, id="shipped-alone"),
        pytest.param((CHEER, USE), False, id="before"),
        pytest.param((USE, CHEER), True, id="behind"),
        pytest.param((CHEER,), True, id="own-alone"),
    ],
)
def test_the_order_decides(tmp_path: Path, entries: tuple[str, ...], cheer: bool) -> None:
    """Rules that ship override those before `use`, and are overridden by those behind it."""
    assert choose_profile(FRUSTRATED, read(tmp_path, *entries), language="en").cheer is cheer


def test_rules_that_ship_stand_where_use_stands(tmp_path: Path) -> None:
    """Nothing of what ships is lost, doubled or moved."""
    last = "{id: last, when: {mood: neutral}, set: {tone: warm}}"

    assert ids(read(tmp_path, CHEER, USE, last)) == ["cheerful", *ids(load_rules(SHIPPED)), "last"]
    assert list(read(tmp_path, USE)) == list(load_rules(SHIPPED))


def test_an_id_that_ships_changes_its_rule_in_its_place(tmp_path: Path) -> None:
    """Key by key, and `set` field by field: a new tone for the frustrated does not take away that nobody cheers."""
    shipped = {rule.id: rule for rule in load_rules(SHIPPED)}
    changed = read(tmp_path, USE, "{id: frustrated, set: {tone: friendly}, why: Ours.}")
    mine = {rule.id: rule for rule in changed}

    assert ids(changed) == list(shipped)
    assert mine["frustrated"].settings == {**shipped["frustrated"].settings, "tone": "friendly"}
    assert mine["frustrated"].why == "Ours."
    assert [name for name, rule in mine.items() if rule != shipped[name]] == ["frustrated"]


@pytest.mark.parametrize(
    ("change", "gone"),
    [
        pytest.param("id: hesitant, set: {}", "hesitant", id="nothing-set"),
        pytest.param("id: purchaser, add_focus: []", "purchaser", id="nothing-added"),
        pytest.param("id: expert, set: {}, add_focus: []", "expert", id="neither"),
        pytest.param("id: critical, set: {}", None, id="still-adds"),
    ],
)
def test_a_rule_that_sets_nothing_any_more_is_switched_off(tmp_path: Path, change: str, gone: str | None) -> None:
    """An empty `set`, and an empty `add_focus` where the rule adds to it, takes a rule that ships out."""
    left = ids(read(tmp_path, USE, f"{{{change}}}"))

    assert left == [name for name in ids(load_rules(SHIPPED)) if name != gone]


@pytest.mark.parametrize(
    ("entries", "place", "words"),
    [
        pytest.param(
            (USE, "{id: begginer, set: {jargon: ordinary}}"),
            "3:6",
            "there is no rule 'begginer' to be changed; did you mean 'beginner'",
            id="misspelt",
        ),
        pytest.param((USE, "{id: begginer}"), "3:6", "did you mean 'beginner'", id="misspelt-and-empty"),
        pytest.param((USE, "{id: recall}"), "3:6", "A new one needs 'set' or 'add_focus'", id="unknown"),
        pytest.param((CHEER, "{use: profiles.yaml}"), "3:6", 'write - use: "!profiles.yaml"', id="other-file"),
        pytest.param(('{use: "!profiles.yaml", id: a}',), "2:6", "and nothing else", id="with-more"),
        pytest.param((USE, USE), "3:6", "are in the list already; delete this line", id="twice"),
        pytest.param(("{id: formal, set: {tone: warm}}", USE), "2:6", "'formal' further down", id="before-use"),
        pytest.param(
            (USE, "{id: formal, set: {tone: warm}}", "{id: formal, why: x}"), "4:6", "changed twice", id="changed-twice"
        ),
        pytest.param((USE, CHEER, CHEER), "4:6", "two rules are called 'cheerful'", id="own-twice"),
        pytest.param((USE, "{id: formal, set: }"), "3:18", "{} to switch the rule off", id="blank"),
        pytest.param((USE, "{id: formal, set: {tone: loud}}"), "3:24", "tone", id="wrong-change"),
        pytest.param((USE, "{when: {mood: neutral}}"), "3:5", "needs an id", id="no-id"),
        pytest.param((USE, "{id: formal, protects: [cheer]}"), "3:29", "'cheer' is not among", id="protects-unset"),
        pytest.param((USE, "{id: formal, protects: cheer}"), "3:18", "needs a list", id="protects-no-list"),
    ],
)
def test_a_mistake_is_named_where_it_stands(tmp_path: Path, entries: tuple[str, ...], place: str, words: str) -> None:
    """What cannot be taken over or changed is one error at the entry, and none in the file that ships."""
    with pytest.raises(DataFileError) as caught:
        read(tmp_path, *entries)

    assert str(caught.value).startswith(f"{tmp_path}/profiles.yaml:{place}: ")
    assert words in str(caught.value)
    assert caught.value.more == ()


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    """A wrong `use` does not hide what is wrong behind it."""
    with pytest.raises(DataFileError) as caught:
        read(tmp_path, "{use: profiles.yaml}", "{id: begginer}", "{id: a, when: {moood: neutral}, set: {tone: warm}}")

    assert [getattr(each, "line", None) for each in (caught.value, *caught.value.more)] == [2, 3, 4]


def test_what_ships_uses_nothing(tmp_path: Path) -> None:
    """The file that ships cannot take itself over."""
    path = tmp_path / "profiles.yaml"
    path.write_text(f"rules: [{USE}]", encoding="utf-8")

    for shipped in (path, None):
        with pytest.raises(DataFileError, match=r"only a profiles\.yaml of your own"):
            read_rules(path, shipped=shipped)


def test_the_shipped_file_counts_among_the_files(tmp_path: Path) -> None:
    """A folder that follows its files follows the rules that it takes over."""
    read(tmp_path, USE)

    assert {(tmp_path / "profiles.yaml").resolve(), SHIPPED.resolve()} <= set(TemplateFolders(tmp_path).files())
