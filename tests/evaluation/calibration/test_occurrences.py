"""Words and pairs are found as the reader would find them, once they are cues."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tonekit.analysis import ZoneKind
from tonekit.evaluation.calibration.occurrences import LEAST_MESSAGES, faded_sum, grams, own_name, phrases_of
from tonekit.reading.heads.additive_heads import Head, load_heads
from tonekit.reading.observed_message import ObservedMessage
from tonekit.reading.reader import Reader

BODY = frozenset[ZoneKind]({"body"})
MESSAGES = Path(__file__).parents[3] / "benchmarks" / "messages"


def seen(*words: str, zone: str = "body") -> ObservedMessage:
    """Return a message of one piece."""
    return ObservedMessage("en", {}, ((zone, words),))  # type: ignore[arg-type]


def test_words_and_pairs_but_no_empty_ones() -> None:
    """Function words alone, single letters, numbers and addresses are no candidates."""
    found = grams(seen("the", "lift", "is", "a", "k", "@me", "x2", "stuck"), BODY, {"the", "is", "a"})

    assert found == {"lift": 1, "stuck": 1, "the lift": 1, "lift is": 1, "a k": 1}


def test_pairs_do_not_run_over_signs_or_zones() -> None:
    """A pair stands in one piece, and only zones that the head reads count."""
    message = ObservedMessage("en", {}, (("body", ("stuck",)), ("body", ("again",)), ("signature", ("acme",))))

    assert grams(message, BODY, ()) == {"stuck": 1, "again": 1}


def test_rare_words_are_no_candidates() -> None:
    """What stands in two messages only may be somebody's name."""
    counts = [{"lift": 1, "smith": 1}] * (LEAST_MESSAGES - 1) + [{"lift": 3}]
    (found,) = phrases_of(["en"] * LEAST_MESSAGES, counts, fade=0.5)

    assert list(found.names) == [own_name("en", "lift")]
    assert found.matrix([0])[:, 0].tolist() == [1.0] * (LEAST_MESSAGES - 1) + [1.75]


def test_languages_are_kept_apart() -> None:
    """A word of one language says nothing in another."""
    found = phrases_of(["en", "de"] * 3, [{"gift": 1}] * 6, fade=0.5)

    assert [list(each.names) for each in found] == [["own.de.gift"], ["own.en.gift"]]
    assert found[0].matrix([0])[:, 0].tolist() == [0, 1, 0, 1, 0, 1]


@given(st.text())
def test_any_text_can_be_observed(text: str) -> None:
    """Whatever a message holds, its words are pieces without white space, in lower case."""
    observed = READER.observe(text, {})

    assert all(word and word == word.lower() and not word.isspace() for _, words in observed.runs for word in words)


READER = Reader(["en"])


def test_counted_as_the_reader_counts() -> None:
    """What calibration counts of a word is what the reader counts once the word is a cue."""
    rows = [json.loads(line)["text"] for line in (MESSAGES / "en.jsonl").read_text(encoding="utf-8").splitlines()[:60]]
    shipped = load_heads()["mood"]
    phrases = ["invoice", "the invoice", "my account", "no one", "delivery", "not work", "don't", "thank you"]
    cues = {own_name("en", phrase): (phrase,) for phrase in phrases}
    head = Head("mood", shipped.file.model_copy(update={"weights": {cue: {} for cue in cues}}), repeat=shipped.repeat)
    reader = Reader(["en"], cues={"en": cues})
    found = 0
    for text in rows:
        counts = grams(READER.observe(text, {}), head.file.zones, ())
        by_reader: dict[str, float] = {}
        for cue, value in reader.observe(text, {"mood": head}).counted["mood"]:
            by_reader[cue] = by_reader.get(cue, 0.0) + value
        ours = {own_name("en", each): faded_sum(counts[each], head.repeat) for each in phrases if counts[each]}
        assert ours == by_reader, text
        found += len(ours)

    assert found > 5
