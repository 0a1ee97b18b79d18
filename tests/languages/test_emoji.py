"""Emoji and emoticons are found where they stand free, and nowhere else."""

from __future__ import annotations

import pytest

from tonekit.languages.emoji import EmojiTable, load_emoji


@pytest.fixture(scope="module")
def table() -> EmojiTable:
    """The shipped table."""
    return load_emoji()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Vore jättekul 😊", ["😊"], id="emoji"),
        pytest.param("thanks :)", [":)"], id="emoticon"),
        pytest.param("thanks:)", [":)"], id="glued-to-a-word"),
        pytest.param("http://example.com", [], id="link"),
        pytest.param("C:Data and 8:00", [], id="path-and-time"),
        pytest.param("**Price:** 12", [], id="markdown"),
        pytest.param("bye :*", [":*"], id="kiss"),
        pytest.param("🎉🎉", ["🎉", "🎉"], id="twice"),
        pytest.param("𝒳 and ∑", [], id="no-picture"),
    ],
)
def test_find(table: EmojiTable, text: str, found: list[str]) -> None:
    """Faces in links, paths and times are no faces."""
    assert [text[start:end] for start, end, _ in table.find(text)] == found


def test_unknown_picture_is_plain(table: EmojiTable) -> None:
    """A picture without a line is an emoji all the same."""
    assert [cue for _, _, cue in table.find("\U0001fabf")] == ["emoji.plain"]
