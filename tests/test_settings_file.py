"""A `tonekit.yaml` of one's own holds what is changed; the rest is what ships."""

from __future__ import annotations

from pathlib import Path

import pytest

from tonekit.errors import DataFileError
from tonekit.rendering.folders.sources import TemplateFolders, shipped_templates
from tonekit.settings import Settings
from tonekit.settings_file import read_settings

SHIPPED = shipped_templates() / "tonekit.yaml"


def read(folder: Path, text: str) -> Settings:
    """Return the settings of a `tonekit.yaml` of one's own."""
    (folder / "tonekit.yaml").write_text(text, encoding="utf-8")
    return read_settings(folder / "tonekit.yaml", shipped=SHIPPED)[0]


def test_keys_that_are_left_out_are_those_that_ship(tmp_path: Path) -> None:
    """A name change is one line; everything else stays as it ships, and a key that is there counts as a whole."""
    shipped, _ = read_settings(SHIPPED, shipped=SHIPPED)
    mine = read(tmp_path, "brand: {name: Acme}\n")

    assert mine.brand.name == "Acme"
    assert mine.brand.signature == {}
    assert mine.model_copy(update={"brand": shipped.brand}) == shipped


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        pytest.param("", "own/tonekit.yaml", "is empty; write the keys that you change", id="empty"),
        pytest.param("brand: {nam: x}\n", "own/tonekit.yaml:1:9", "brand.nam: is not a known key", id="own-key"),
        pytest.param("limits: {}\n", "shipped.yaml:1:9", "brand.nam: is not a known key", id="key-of-the-shipped-file"),
    ],
)
def test_a_mistake_is_named_where_it_stands(tmp_path: Path, text: str, place: str, message: str) -> None:
    """An error points at the file and line that hold it, the shipped file among them."""
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "tonekit.yaml").write_text(text, encoding="utf-8")
    shipped = tmp_path / "shipped.yaml"
    shipped.write_text("brand: {nam: x}\nreplies: [{template: x}]\n", encoding="utf-8")

    with pytest.raises(DataFileError) as caught:
        read_settings(folder / "tonekit.yaml", shipped=shipped)

    assert str(caught.value).startswith(f"{tmp_path}/{place}")
    assert message in str(caught.value)


@pytest.mark.parametrize("amount", ["4.000", "4,000", "4'000", "1.250.000"])
def test_amounts_have_no_separators(tmp_path: Path, amount: str) -> None:
    """A limit of 4.000 crowns would be one of four."""
    with pytest.raises(DataFileError, match="needs an amount without separators"):
        read(tmp_path, f'limits: {{amounts: {{DKK: "{amount}"}}}}\n')


def test_the_shipped_file_counts_among_the_files(tmp_path: Path) -> None:
    """A folder that follows its files follows the shipped settings too, for they stand behind its own."""
    read(tmp_path, "brand: {name: Acme}\n")

    assert {tmp_path.resolve() / "tonekit.yaml", SHIPPED.resolve()} <= set(TemplateFolders(tmp_path).files())


def test_lists_take_over_what_ships(tmp_path: Path) -> None:
    """With `use`, lines of one's own stand beside those that ship, and an id that ships changes its entry alone."""
    shipped, _ = read_settings(SHIPPED, shipped=SHIPPED)
    mine = read(
        tmp_path,
        'replies: [{template: quote, when: {request: question}}, {use: "!tonekit.yaml"}]\n'
        "never_say:\n"
        '  - use: "!tonekit.yaml"\n'
        "  - {id: guarantee, severity: error}\n"
        "  - {id: discount, words: {en: [discount]}}\n",
    )

    assert mine.replies[1:] == shipped.replies
    first = "{reply: none, when: {alerts: self_harm}}"
    again = read(
        tmp_path, f'replies: [{first}, {{template: quote, when: {{mood: neutral}}}}, {{use: "!tonekit.yaml"}}]\n'
    )
    assert [again.replies[0], *again.replies[2:]] == list(shipped.replies)
    assert [each.id for each in mine.never_say] == [*(each.id for each in shipped.never_say), "discount"]
    before, after = (next(e for e in each.never_say if e.id == "guarantee") for each in (shipped, mine))
    assert after == before.model_copy(update={"severity": "error"})


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param('never_say:\n  - use: "!tonekit.yaml"\n  - {id: x, words: [y]}\n', "3:13", id="new"),
        pytest.param('never_say:\n  - use: "!tonekit.yaml"\n  - {id: guarantee, severity: y}\n', "3:21", id="changed"),
        pytest.param('replies:\n  - use: "!tonekit.yaml"\n  - {template: [x]}\n', "3:6", id="behind"),
        pytest.param("replies:\n  - use: tonekit.yaml\n", "2:5", id="other-file"),
        pytest.param('replies:\n  - use: "!tonekit.yaml"\n  - use: "!tonekit.yaml"\n', "3:5", id="used-twice"),
        pytest.param('replies:\n  - {use: "!tonekit.yaml", reply: none}\n', "2:6", id="no-reply-beside"),
        pytest.param('never_say:\n  - {use: "!tonekit.yaml", severity: note}\n', "2:6", id="key-beside"),
        pytest.param('safeguards:\n  - {use: "!tonekit.yaml", action: send}\n', "2:6", id="safeguard"),
        pytest.param('topics:\n  - use: "!tonekit.yaml"\n  - use: "!tonekit.yaml"\n', "3:5", id="topics"),
        pytest.param(
            'never_say:\n  - use: "!tonekit.yaml"\n  - {id: guarantee, why: x}\n  - {id: guarantee, why: y}\n',
            "4:5",
            id="changed-twice",
        ),
    ],
)
def test_a_mistake_beside_used_entries_keeps_its_place(tmp_path: Path, text: str, place: str) -> None:
    """Entries that come in by `use` do not move the places of one's own."""
    with pytest.raises(DataFileError) as caught:
        read(tmp_path, text)

    assert f"tonekit.yaml:{place}: " in str(caught.value)
