"""Words that call for a person together, where no phrase does."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.languages.loading import load_pack, load_shared_cues
from tonekit.reading.alerts.alert_words import (
    BASE,
    FEW,
    AlertWords,
    beside_words,
    shipped_words,
)
from tonekit.reading.language_reading import for_pack
from tonekit.reading.words.said import said_words
from tonekit.reading.words.shipped_table import ALERT, ALERT_WORDS, LEARNED
from tonekit.reading.words.word_table import WordTable
from tonekit.stated_facts import Alert, AlertKind

PARSER = for_pack(load_pack("en"), load_shared_cues()).parser
COLUMNS = dict.fromkeys(LEARNED, "")


def row(entry: str, **weights: float) -> str:
    """Write a line of a table."""
    return "\t".join([entry, *(f"{weights[kind]:g}" if kind in weights else "" for kind in COLUMNS)])


def table_of(folder: Path, *rows: str) -> WordTable:
    """Write a table whose base is -3 for each kind."""
    head = "\t".join(["word", *(f"{ALERT}.{kind}" for kind in LEARNED)])
    path = folder / "alert_words.tsv"
    path.write_text("\n".join([head, row(BASE, **dict.fromkeys(LEARNED, -3.0)), *rows]) + "\n", encoding="utf-8")
    return WordTable(path, {ALERT: LEARNED})


@pytest.fixture
def table(tmp_path: Path) -> WordTable:
    """A table that takes two words for a danger, or a word and a pair for a threat of the law."""
    return table_of(
        tmp_path,
        row("smok*", safety=2.0),
        row("cot", safety=2.0),
        row("barri", legal=2.0),
        row("on lette", legal=2.0),
        row("= fault.failing", stopped=4.0),
    )


def found(text: str, table: WordTable, *known: Alert) -> list[tuple[str, str]]:
    """Return kind and words of what is learned from a text."""
    parsed = PARSER.parse(text)
    alerts = AlertWords(table).find(parsed, said_words(parsed), text, known=known)
    return [(each.kind, each.text) for each in alerts]


@pytest.mark.parametrize(
    ("text", "alerts"),
    [
        pytest.param("It smokes by the cot.", [("safety", "smokes by the cot")], id="one-sentence"),
        pytest.param("It smokes. Right by the cot.", [("safety", "smokes")], id="two-sentences"),
        pytest.param("It smokes. I was out. Right by the cot.", [], id="not-neighbours"),
        pytest.param("It smokes and smokes.", [], id="each-once"),
        pytest.param("The cot is blue.", [], id="one-word-alone"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_words_add_up_in_neighbouring_sentences(table: WordTable, text: str, alerts: list[tuple[str, str]]) -> None:
    """What two neighbouring sentences say adds up; the words named are those that say most, in one of them."""
    assert found(text, table) == alerts


def test_pairs_and_cues_are_words_too(table: WordTable) -> None:
    """Two words in a row count as one entry, and so does what a pack has found."""
    parsed = PARSER.parse("My barri on letters. It keeps crashing.")

    assert [kind for kind, _ in found("My barri on letters.", table)] == ["legal"]
    assert all(each.startswith("= ") for each in beside_words(parsed))
    assert "= field.broken" in beside_words(parsed)


def test_what_phrases_have_found_is_not_looked_for(table: WordTable) -> None:
    """A kind that a phrase has found already is not told again."""
    known = Alert(text="It smokes", start=0, end=9, kind="safety")

    assert found("It smokes by the cot.", table, known) == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param("Our legal team reviewed my barri on letters.", [], id="their-sentence"),
        pytest.param("Our legal team reviewed it. My barri on letters.", ["legal"], id="another-sentence"),
        pytest.param("Our legal team reviewed how it smokes by the cot.", ["safety"], id="another-kind"),
        pytest.param("Nobody was hurt, it smokes by the cot.", ["safety"], id="gravest"),
    ],
)
def test_harmless_words_silence_their_kind(table: WordTable, text: str, kinds: list[str]) -> None:
    """Words that take a kind of alert back silence their sentence about it; of the gravest kinds only themselves."""
    assert [kind for kind, _ in found(text, table)] == kinds


def test_gravest_words_that_are_taken_back_say_nothing(tmp_path: Path) -> None:
    """Of danger and despair nothing counts that stands in the words which take it back."""
    table = table_of(tmp_path, row("burnt", safety=2.0), row("sienna", safety=2.0))

    assert found("The paint is burnt sienna.", table) == []
    assert [kind for kind, _ in found("The sienna is burnt.", table)] == ["safety"]


def test_few_words_have_to_say_more(tmp_path: Path) -> None:
    """What is enough in a long sentence is not in a short one, and two short sentences count as one longer text."""
    table = table_of(tmp_path, row(FEW, safety=-1.0), row("smok*", safety=2.0), row("cot", safety=2.0))

    assert found("It smokes by the cot.", table) == []
    assert [kind for kind, _ in found("It smokes by the cot" + " and so on" * 5, table)] == ["safety"]
    assert [kind for kind, _ in found("It smokes." + " And so on, we all stood there" * 2 + " by the cot.", table)]


@pytest.mark.parametrize(
    ("known", "kinds"),
    [
        ("regulator", {"erasure", "legal"}),
        ("press", {"erasure", "legal"}),
        ("safety", {"erasure", "legal", "leaving"}),
    ],
)
def test_words_tell_no_leaving_beside_a_threat(tmp_path: Path, known: AlertKind, kinds: set[str]) -> None:
    """Where a phrase has found a threat, words do not tell of leaving besides."""
    table = table_of(tmp_path, row("wipe", erasure=5.0, legal=5.0, leaving=5.0))
    alert = Alert(text="Now", start=0, end=3, kind=known)

    assert {kind for kind, _ in found("Now wipe it.", table, alert)} == kinds


@pytest.mark.parametrize(
    ("access", "kinds"),
    [
        pytest.param(4.0, {"erasure", "legal"}, id="far-less"),
        pytest.param(6.0, {"erasure", "access", "legal"}, id="near"),
    ],
)
def test_a_right_is_told_beside_another_where_words_say_enough_of_it(
    tmp_path: Path, access: float, kinds: set[str]
) -> None:
    """Two sentences speak of the likeliest right, of another that is nearly as likely, and of any other matter."""
    table = table_of(tmp_path, row("wipe", erasure=7.0, access=access, legal=4.0))

    assert {kind for kind, _ in found("Wipe it.", table)} == kinds


def test_shipped_table_asks_for_more_than_nothing() -> None:
    """Every kind has a base below 0, so that a message without telling words calls for nobody; few words less still."""
    table = WordTable(ALERT_WORDS, {ALERT: LEARNED})

    assert all(base < 0 for base in table.entries()[BASE])
    assert all(less <= 0 for less in table.entries()[FEW])
    assert table.columns == {ALERT: slice(0, len(LEARNED))}


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    """Whatever the text, what is found stands in it, and each kind comes once."""
    parsed = PARSER.parse(text)
    alerts = list(shipped_words().find(parsed, said_words(parsed), text, known=()))

    assert all(text[each.start : each.end] == each.text and each.text for each in alerts)
    assert len({each.kind for each in alerts}) == len(alerts)
