"""The table of changes is valid, and says of each why it may touch what."""

from __future__ import annotations

from pathlib import Path

import pytest

from tonekit.analysis import ALL_DIMENSIONS
from tonekit.errors import DataFileError
from tonekit.languages.loading import available_languages
from tonekit.selftest.changes import ANY, Change, load_changes

CHANGES = load_changes()


@pytest.mark.parametrize("name", CHANGES)
def test_every_exception_has_a_reason(name: str) -> None:
    """What a change may touch is a dimension, with a reason in words; language it may never touch."""
    assert all(len(reason.split()) >= 4 for reason in CHANGES[name].may_touch.values())
    assert "language" in CHANGES[name].protected
    assert {*CHANGES[name].protected, *CHANGES[name].may_touch} == set(ALL_DIMENSIONS)


@pytest.mark.parametrize("name", [name for name, change in CHANGES.items() if change.make == "insert"])
def test_insertions_have_texts(name: str) -> None:
    """What is put in stands there for every language, or serves all."""
    texts = CHANGES[name].texts

    assert set(texts) in ({ANY}, set(available_languages()))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("changes: {x: {what: a, make: insert}}", "an insertion needs texts"),
        ("changes: {x: {what: a, make: typos, may_touch: {moood: because}}}", "there is no dimension 'moood'"),
        ("changes: {x: {what: a, make: spin}}", "needs one of"),
        ("changes: {x: {what: a, make: typos, mat_touch: {}}}", "is not a known key"),
    ],
)
def test_wrong_table_is_told(content: str, words: str, tmp_path: Path) -> None:
    """A slip in the table is told with its line."""
    path = tmp_path / "changes.yaml"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(DataFileError, match=words) as error:
        load_changes(path)
    assert error.value.line is not None


def test_protected_is_what_may_not_be_touched() -> None:
    """All dimensions are protected but those named."""
    change = Change(what="x", make="typos", may_touch={"role": "because"})

    assert change.protected == tuple(name for name in ALL_DIMENSIONS if name != "role")
