"""Lists of words: every file is valid, phrases are found as words, with gaps, inside one sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from tonekit.guard.days.calendar import load_calendar
from tonekit.guard.wording.wording import FOLDER, TAGS, PhraseIndex, load_wording, read_wording
from tonekit.guard.wording.wording_file import WordingFile
from tonekit.guard.wording.words import words_of
from tonekit.languages.phrases import LONGEST_GAP


@pytest.mark.parametrize("code", ["en", "de", "sv", "nb", "da"])
def test_file_is_valid(code: str) -> None:
    """Each language has a file of its own with every list."""
    assert (FOLDER / f"{code}.yaml").is_file()
    assert load_wording(code) is not load_wording("en") or code == "en"


def test_language_without_wording() -> None:
    """A language that has no file is checked by the English one."""
    text = "As an AI language model I cannot say."

    assert [hit.tag for hit in load_wording("fi").phrases.find(text, words_of(text))][:1] == ["model_talk"]


def test_phrase_of_two_lists() -> None:
    """A phrase that stands in several lists is found under each, the first list first, in every process."""
    tags = [f"list {number}" for number in range(20)]
    index = PhraseIndex({tag: ["after the holidays"] for tag in tags})

    assert [hit.tag for hit in index.find("after the holidays", words_of("after the holidays"))] == tags


@pytest.mark.parametrize("code", ["en", "de", "sv", "nb", "da"])
def test_model_talk_is_known_in_every_language(code: str) -> None:
    """A model that speaks of itself in English is found in drafts of all languages."""
    text = "I am an AI and cannot do that."

    assert "model_talk" in {hit.tag for hit in load_wording(code).phrases.find(text, words_of(text))}


@pytest.mark.parametrize(
    ("phrase", "text", "words"),
    [
        pytest.param("calm down", "Please CALM\ndown now.", "CALM\ndown", id="case and line break"),
        pytest.param("don't worry", "Don’t worry", "Don’t worry", id="curly apostrophe"),
        pytest.param("you should ~ read", "You should really have read it.", "You should really have read", id="gap"),
        pytest.param("you should ~ read", "You should read it.", "You should read", id="empty gap"),
        pytest.param("calm down", "calmly down", None, id="other word"),
        pytest.param("calm down", "Stay calm. Down there", None, id="over a sentence"),
        pytest.param("a ~ b", f"a {'x ' * LONGEST_GAP}b", f"a {'x ' * LONGEST_GAP}b", id="widest gap"),
        pytest.param("a ~ b", "a " + "x " * (LONGEST_GAP + 1) + "b", None, id="gap too long"),
        pytest.param("ki sprachmodell", "Als KI-Sprachmodell", "KI-Sprachmodell", id="hyphen"),
    ],
)
def test_phrase_is_found(phrase: str, text: str, words: str | None) -> None:
    """A phrase is found by its words, whatever their case and what joins them."""
    hits = list(PhraseIndex({"x": [phrase]}).find(text, words_of(text)))

    assert [text[hit.start : hit.end] for hit in hits] == ([words] if words else [])


def test_longest_phrase_of_a_tag_wins() -> None:
    """Of two phrases of one tag that begin alike the longer one is given, of two tags both."""
    text = "great news today"
    hits = PhraseIndex({"a": ["great", "great news"], "b": ["great news today"]}).find(text, words_of(text))

    assert {(hit.tag, text[hit.start : hit.end]) for hit in hits} == {("a", "great news"), ("b", text)}


def test_negations_are_single_words() -> None:
    """Several words that are listed as one negation are an error that names them."""
    file = read_wording("en").model_dump()

    with pytest.raises(ValidationError, match="'not at all' is not a single word"):
        WordingFile(**{**file, "negations": ["not at all"]})
    with pytest.raises(ValidationError, match="negations"):
        WordingFile(**{**file, "negations": []})


def test_calendar_is_valid() -> None:
    """Twelve months and seven weekdays are known in every language."""
    calendar = load_calendar()

    assert set(calendar.months.values()) == set(range(1, 13))
    assert set(calendar.weekdays.values()) == set(range(7))


@given(st.text(max_size=100))
def test_words_stand_where_they_say(text: str) -> None:
    """Offsets of words lead to the words."""
    for word in words_of(text):
        assert text[word.start : word.end].lower().replace("’", "'") == word.form


def test_tags_are_read() -> None:
    """Every list that is looked for can be found in English."""
    samples = {
        "model_talk": "as an AI",
        "blame": "user error",
        "cheer": "yay",
        "acknowledgement": "we are sorry",
        "hand_holding": "don't worry",
        "casual": "lol",
        "stiff": "hereby",
        "jargon": "backend",
    }

    assert set(samples) == set(TAGS)
    for tag, text in samples.items():
        assert tag in {hit.tag for hit in load_wording("en").phrases.find(text, words_of(text))}


HARMLESS = {
    "en": (
        "If you made a mistake, you can correct it under Settings.",
        "If you have just updated the app, restart it once.",
        "The change you made causes an error on our side.",
        "We will look more closely and pay more attention next time.",
        "A short message from us would have saved you the wait, and I am sorry.",
        "If you only used one licence, we charge for one.",
        "You can change the text in the editor at any time.",
        "The new version contains the fix, and I hope it works for you.",
        "Here is the answer to your question.",
        "The server says 429 when the limit is reached. The limit is the same for all.",
    ),
    "de": (
        "Wenn Sie sich vertippt haben, können Sie das in den Einstellungen ändern.",
        "Das ergibt sich aus dem Kontext der Meldung.",
        "Die Antwort enthält den Header Retry-After.",
        "Künftig passen wir besser auf, es tut uns leid.",
        "Eine kurze Nachricht von uns hätte genügt, das bedauern wir.",
        "Ich hoffe, diese Antwort hilft Ihnen weiter.",
    ),
    "sv": (
        "Om du skrev fel lösenord kan du försöka igen.",
        "Vi ska titta noggrannare på det och blir bättre framöver.",
        "Det var vårt fel och vi beklagar.",
        "Om du har gjort fel kan du ångra dig.",
        "Jag hoppas att svaret hjälper.",
    ),
    "nb": (
        "Hvis du skrev feil passord, kan du prøve igjen.",
        "Vi skal se nøyere på det og blir bedre fremover, og vi beklager.",
        "Hvis du har gjort feil, kan du angre.",
        "Jeg håper svaret hjelper.",
    ),
    "da": (
        "Hvis du skrev en forkert adgangskode, kan du prøve igen.",
        "Vi ser nøjere på det og bliver bedre fremover, og vi beklager.",
        "Jeg håber, at svaret hjælper.",
    ),
}
"""Sentences that any helpdesk writes, near to what the lists hold."""
MISTAKES = frozenset({"model_talk", "blame", "cheer", "hand_holding", "casual", "stiff"})


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in HARMLESS.items() for text in texts])
def test_harmless_sentence(code: str, text: str) -> None:
    """What is said of ourselves, or of what the customer may do, is neither blame nor a model's talk."""
    hits = load_wording(code).phrases.find(text, words_of(text))

    assert [text[hit.start : hit.end] for hit in hits if hit.tag in MISTAKES] == []
