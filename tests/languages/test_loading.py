"""A language pack that is wrong is refused with file and line; the shipped ones are rich enough."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tonekit.errors import DataFileError, UnknownNameError
from tonekit.languages.cue_list import clashing_dimension, cue_list
from tonekit.languages.emoji import load_emoji
from tonekit.languages.loading import PACKS, available_languages, load_language_file, load_pack, load_shared_cues

CODES = ("da", "de", "en", "nb", "sv")
FEWEST_CUES = 70
FEWEST_PHRASES = 800
FEWEST_WORDS = 2000
FEWEST_EMOJI = 150


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """A copy of the Swedish pack that a test may spoil."""
    shutil.copytree(PACKS / "sv", tmp_path / "sv")
    return tmp_path


def spoil(path: Path, text: str) -> int:
    """Append a line to a file of a pack; return its number."""
    content = path.read_text(encoding="utf-8").rstrip("\n") + "\n" + text + "\n"
    path.write_text(content, encoding="utf-8")
    return content.count("\n")


def test_five_languages_ship() -> None:
    """English, German, Swedish, Norwegian and Danish are there."""
    assert available_languages() == CODES


@pytest.mark.parametrize("code", CODES)
def test_shipped_pack_is_rich_enough(code: str) -> None:
    """Every pack covers the cues with enough phrases, and its lexicon enough words."""
    pack = load_pack(code)
    wanted = {cue_id for cue_id, cue in cue_list().items() if cue.origin in ("phrases", "mail")}

    assert wanted - pack.cues.keys() == set()
    assert len(pack.cues) >= FEWEST_CUES
    assert sum(map(len, pack.cues.values())) >= FEWEST_PHRASES
    assert code == "en" or len(pack.lexicon) >= FEWEST_WORDS


@pytest.mark.parametrize("code", CODES)
def test_phrases_are_lower_case_with_straight_apostrophes(code: str) -> None:
    """What a pack lists is written as the reader compares it."""
    pack = load_pack(code)
    phrases = [phrase for phrases in pack.cues.values() for phrase in phrases] + list(pack.lexicon)

    assert [phrase for phrase in phrases if phrase != phrase.lower() or "’" in phrase] == []


def test_emoji_table_is_rich_enough() -> None:
    """At least 150 emoji and emoticons are known."""
    assert len(load_emoji()) >= FEWEST_EMOJI


def test_shared_cues_are_valid() -> None:
    """The cues that all languages share load, technical terms among them."""
    assert "tech.term" in load_shared_cues()


@pytest.mark.parametrize(
    ("name", "line", "words"),
    [
        pytest.param("cues.yaml", "greeting.cosmic: [ave]", "'greeting.cosmic' is not a cue id", id="unknown-cue"),
        pytest.param("lexicon.tsv", "dålig", "needs a word, a tab and a number", id="no-number"),
        pytest.param("lexicon.tsv", "qqqfin\t9", "outside", id="valence-out-of-range"),
        pytest.param("lexicon.tsv", "qqq(fin\t1", "never closed", id="bad-pattern"),
        pytest.param("lexicon.tsv", "qqqfin{,t,t}\t1\nqqqfint\t2", "has a valence already", id="word-twice"),
        pytest.param("facts.yaml", "planets: [mars]", "not a known key", id="unknown-key"),
    ],
)
def test_wrong_line_is_named(packs: Path, name: str, line: str, words: str) -> None:
    """What is wrong in a pack is reported with file and line."""
    number = spoil(packs / "sv" / name, line)

    with pytest.raises(DataFileError, match=words) as caught:
        load_pack("sv", packs)

    assert (caught.value.path.name, caught.value.line) == (name, number)


@pytest.mark.parametrize(
    ("phrases", "words"),
    [
        pytest.param("slang: [blafs]\ndialect: [blafs, blafs]", "stands in 'dialect' twice", id="twice"),
        pytest.param("polite.formula: [blafs]\nslang: [blafs]", "the other pole of formality", id="two-poles"),
    ],
)
def test_claims_that_clash_are_refused(packs: Path, phrases: str, words: str) -> None:
    """A phrase stands once in a cue, and never in cues whose poles disagree."""
    (packs / "sv" / "cues.yaml").write_text(phrases, encoding="utf-8")

    with pytest.raises(DataFileError, match=words) as caught:
        load_pack("sv", packs)

    assert caught.value.line == 2


def test_phrase_may_stand_in_cues_that_agree(packs: Path) -> None:
    """Cues of the same pole, or of different dimensions, may share a phrase."""
    (packs / "sv" / "cues.yaml").write_text("slang: [blafs]\ndialect: [blafs]\nsafety: [blafs]", encoding="utf-8")

    assert load_pack("sv", packs).cues["safety"] == ("blafs",)


def test_unknown_language_names_the_known_ones() -> None:
    """Asking for a language without a pack says which there are."""
    with pytest.raises(UnknownNameError, match="Available: da, de, en, nb, sv"):
        load_pack("tlh")


@pytest.mark.parametrize(
    ("right", "wrong", "words"),
    [
        pytest.param(
            "[jag, mig, mej, min", "[jag, mig, mej, jag", "'jag' stands in 'function_words' twice", id="small"
        ),
        pytest.param("mej, dej, oxå", "mej, mej, oxå", "'mej' stands in 'distinctive_words' twice", id="distinctive"),
        pytest.param("[ä, ö]", "[ä, ä]", "'ä' stands in 'letters' twice", id="letters"),
        pytest.param("[du, dig,", "[du, du,", "'du' stands in 'informal' twice", id="address"),
        pytest.param("[kl, ca, nr,", "[kl, ca, kl,", "'kl' stands in 'abbreviations' twice", id="words"),
    ],
)
def test_word_twice_is_refused(packs: Path, right: str, wrong: str, words: str) -> None:
    """A list of `language.yaml` that holds a word twice is refused with the line of the second."""
    path = packs / "sv" / "language.yaml"
    before, found, after = path.read_text(encoding="utf-8").rpartition(right)
    path.write_text(before + wrong + after, encoding="utf-8")

    with pytest.raises(DataFileError, match=f"{words}; keep one") as caught:
        load_language_file("sv", packs)
    assert found
    assert (caught.value.path, caught.value.line) == (path, before.count("\n") + 1)


def test_poles_clash_only_on_a_shared_dimension() -> None:
    """Two cues clash where they speak for different labels of one dimension."""
    assert clashing_dimension("polite.formula", "slang") == "formality"
    assert clashing_dimension("slang", "praise") is None
