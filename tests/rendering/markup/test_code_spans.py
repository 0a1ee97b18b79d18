"""Code of Markdown is told from all else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.rendering.markup.code_spans import without_code


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        pytest.param("a `b` c", "a     c", id="inline"),
        pytest.param("a ``b`c`` d", "a         d", id="doubled"),
        pytest.param("a `b\nc` d", "a `b\nc` d", id="never-over-lines"),
        pytest.param("a\n```sh\nb\n```\nc", "a\n     \n \n   \nc", id="block"),
        pytest.param("a\n~~~\nb\n~~~\nc", "a\n   \n \n   \nc", id="tildes"),
        pytest.param("a\n```\nb", "a\n   \n ", id="never-closed"),
        pytest.param("a ' b", "a ' b", id="none"),
    ],
)
def test_code_becomes_blanks(text: str, rest: str) -> None:
    """Blocks and spans are blank, whatever is in them; the rest is as it was."""
    assert without_code(text) == rest


@given(st.text(alphabet="`~ab \n", max_size=200))
def test_places_stay(text: str) -> None:
    """Nothing moves: length and lines stay the same."""
    rest = without_code(text)

    assert len(rest) == len(text)
    assert [at for at, sign in enumerate(rest) if sign == "\n"] == [at for at, sign in enumerate(text) if sign == "\n"]
