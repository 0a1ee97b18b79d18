"""A file that was saved empty, half or as a folder: the message names file, line and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from tonekit import ToneKit
from tonekit.errors import ToneKitError
from tonekit.rendering.environment import build_environment, inert_in_markdown
from tonekit.rendering.syntax.open_blocks import left_open

BODY = "replies/acknowledgement/de.md.j2"


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        pytest.param(BODY, "", f"{BODY}:1: is empty", id="empty-body"),
        pytest.param(BODY, "{# later #}\n", f"{BODY}:1: is empty", id="body-of-a-comment"),
        pytest.param(BODY, "Hallo\n{% if style.cheer %}\nfein\n", f"{BODY}:2: the tag 'if'", id="tag-left-open"),
        pytest.param("replies/acknowledgement/template.yaml", "", "template.yaml:1: is empty", id="empty-contract"),
    ],
)
def test_what_is_broken_is_named(tmp_path: Path, name: str, text: str, message: str) -> None:
    """Nobody gets an empty reply: such a folder is refused at start, with the place and what to do."""
    file = tmp_path / name
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")

    with pytest.raises(ToneKitError) as caught:
        ToneKit(templates=tmp_path)

    assert message in str(caught.value)
    assert "; " in str(caught.value)


def test_folder_in_the_place_of_a_file(tmp_path: Path) -> None:
    """A folder that is called like a body does not let the shipped body through."""
    (tmp_path / BODY).mkdir(parents=True)

    with pytest.raises(ToneKitError, match="is a folder and should be a file"):
        ToneKit(templates=tmp_path)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("{% if a %}\n{% for b in c %}\n{% endfor %}\n", ("if", 1), id="outer"),
        pytest.param("{% if a %}\n{% for b in c %}\n", ("for", 2), id="inner"),
        pytest.param("{% set a = 1 %}\n{% set b %}\n", ("set", 2), id="set-with-a-value-needs-no-end"),
        pytest.param("{% if a %}x{% else %}y{% endif %}{# {% if b %} #}", None, id="nothing-open"),
        pytest.param("{% endif %}", None, id="closed-only"),
        pytest.param("{% if a %}{{ '", None, id="cannot-be-told"),
    ],
)
def test_tag_that_is_left_open(text: str, expected: tuple[str, int] | None) -> None:
    """The innermost tag that nothing closes is found with its line."""
    environment = build_environment(inert_in_markdown)

    assert left_open(environment, text) == expected
