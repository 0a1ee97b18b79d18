"""A glance at a text: less work than reading it, and never another verdict."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.analysis import Verdict
from tonekit.languages.loading import available_languages
from tonekit.reading.glance import form_panel
from tonekit.reading.heads.additive_heads import Head, load_heads
from tonekit.reading.reader import Reader

FIXTURES = Path(__file__).parents[1] / "fixtures" / "guard"


@pytest.fixture(scope="module")
def reader() -> Reader:
    """A reader of all languages."""
    return Reader(available_languages())


def drafts() -> Iterator[str]:
    """Yield drafts of all languages, plain and marred."""
    for file in sorted(FIXTURES.glob("unseen.*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            draft = json.loads(line)["draft"]
            yield from (draft, f"<p>{draft.upper()}</p> 😀 :-)", f"> {draft}", draft[: len(draft) // 3])


def same(reader: Reader, text: str) -> bool:
    """Return whether a glance at a text sees what reading it does."""
    glance, analysis = reader.glance(text, locale="nb"), reader.read(text, locale="nb")
    names = ("text", "zones", "language", "formality", "mood", "knowledge", "emoji")
    return all(seen(getattr(glance, name)) == seen(getattr(analysis, name)) for name in names)


def seen(value: Any) -> Any:
    """Return what is compared: of a verdict nine decimals, for sums of another order differ in the sixteenth."""
    if not isinstance(value, Verdict):
        return value
    scores = {label: round(score, 9) for label, score in value.scores.items()}
    return value.label, scores, [(each.cue, each.start, round(each.weight, 9)) for each in value.evidence]


def test_drafts_at_a_glance(reader: Reader) -> None:
    """Of drafts, a glance gives what the analysis gives, to nine decimals, evidence and all."""
    assert [draft for draft in drafts() if not same(reader, draft)] == []


@given(text=st.text(max_size=80))
def test_any_text_at_a_glance(reader: Reader, text: str) -> None:
    """So it does of any text."""
    assert same(reader, text)


@pytest.mark.parametrize("cue", ["tech.version", "valence.positive", "amount.stated"])
def test_head_that_counts_more(cue: str) -> None:
    """A head of formality that counts forms, valence or facts is not decided at a glance."""
    heads = load_heads()
    head = heads["formality"]
    weights = {**head.file.weights, cue: {"formal": 1.0}}
    own = Head("formality", head.file.model_copy(update={"weights": weights}), repeat=head.repeat)

    assert form_panel(heads) is not None
    assert form_panel({**heads, "formality": own}) is None
