"""A calibration is kept as a file that reads back, says what it was made of, and refuses labels that tell nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from tonekit import ToneKit
from tonekit.analysis import DIMENSIONS
from tonekit.errors import CalibrationError, DataFileError
from tonekit.evaluation.calibration.kept_parts import calibrated_file
from tonekit.evaluation.calibration.material import material_of
from tonekit.evaluation.calibration.on_labels import Calibration, calibrate, calibrate_observed, data_hash, observe
from tonekit.evaluation.calibration.options import Options
from tonekit.evaluation.calibration.weights_toml import weights_text
from tonekit.evaluation.calibration.words_file import read_words, words_text
from tonekit.evaluation.labelled import LabelledMessage
from tonekit.files.tomlfile import read_toml_file
from tonekit.reading.heads.additive_heads import load_heads
from tonekit.reading.heads.calibrated import CalibratedFile, load_calibrated
from tonekit.reading.observed_message import ObservedMessage

DAY = date(2026, 11, 28)


def text(number: int) -> str:
    """Return a text that is no copy of that with another number: it differs in a word."""
    return f"text {''.join(chr(ord('a') + int(digit)) for digit in str(number))}"


def labelled(labels: Sequence[str]) -> list[LabelledMessage]:
    """Return messages with these labels for mood."""
    return [LabelledMessage(str(row), text(row), {"mood": label}) for row, label in enumerate(labels)]


def calibration(*, precision: float | None = None, accept_all: bool = True) -> Calibration:
    """Return a calibration on messages that speak in words of their own."""
    words = {"frustrated": "wobbly", "neutral": "steady", "enthusiastic": "shiny"}
    labels = [label for label in words for _ in range(30)]
    observed = [ObservedMessage("en", {"mood": []}, (("body", (words[label], "gizmo")),)) for label in labels]
    options = Options(precision, accept_all=accept_all)
    return calibrate_observed(labelled(labels), observed, {"mood": load_heads()["mood"]}, options=options)


@pytest.mark.parametrize(
    ("labels", "words"),
    [
        pytest.param(["neutral"] * 10 + ["frustrated"] * 10, "20 labels are too few", id="few"),
        pytest.param(["neutral"] * 40, "40 of 40 are 'neutral'", id="one-class"),
        pytest.param(["neutral"] * 40 + ["frustrated"] * 4, "one-sided: 40 of 44 are 'neutral'", id="one-sided"),
        pytest.param([], "No message has a label", id="none"),
    ],
)
def test_labels_that_tell_nothing_are_refused(labels: list[str], words: str) -> None:
    """Too few labels, or nearly all of one class, end in one clear line that says what is missing."""
    with pytest.raises(CalibrationError, match=words) as caught:
        calibrate(labelled(labels))

    assert "\n" not in str(caught.value)


def test_a_dimension_that_cannot_be_used_does_not_stop_the_others() -> None:
    """What is labelled well is calibrated; of the rest it is said why not."""
    messages = [
        LabelledMessage(str(row), text(row), {"mood": "neutral" if row % 2 else "frustrated", "urgency": "none"})
        for row in range(40)
    ]
    observed = [ObservedMessage("en", {"mood": [("praise", 1.0)]}, ())] * 40
    found = calibrate_observed(messages, observed, {"mood": load_heads()["mood"]}, options=Options())

    assert list(found.outcomes) == ["mood"]
    assert "one-sided" in calibrated_file(found, labelled="a", date=DAY).dimensions["urgency"].why


@pytest.mark.parametrize("precision", [None, 0.9], ids=["plain", "precision"])
def test_the_file_reads_back(tmp_path: Path, precision: float | None) -> None:
    """What is written is what is read: record, rows, words."""
    content = calibrated_file(calibration(precision=precision), labelled='odd "name".jsonl', date=DAY)
    path = tmp_path / "weights.toml"
    path.write_text(weights_text(content), encoding="utf-8")

    assert read_toml_file(path).into(CalibratedFile) == content
    assert load_calibrated(path).cues["en"]["own.en.wobbly"] == ("wobbly",)
    assert (content.dimensions["mood"].precision is None) == (precision is None)


TEXTS = (
    "The app has been down since this morning and nobody answers. This is the third time I write!",
    "Könnten Sie mir bitte ein Angebot für 20 Lizenzen schicken? Wir vergleichen noch.",
    "tack för hjälpen, nu funkar skrivaren igen 😊",
    "Maskinen lækker vand.",
    "Hei, kan jeg flytte timen min fra torsdag til fredag?",
    "@railway so you cancelled my train again, brilliant",
)


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_it_starts_from_what_the_reader_says(toolkit: ToneKit, dimension: str) -> None:
    """The scores before a calibration are those of `analyze`: of cues, of words, and of what counts in posts."""
    head = load_heads()[dimension]
    messages = [LabelledMessage(str(row), text, {dimension: head.file.neutral}) for row, text in enumerate(TEXTS)]
    material = material_of(head, observe(messages, {dimension: head}), [head.file.neutral] * len(TEXTS))
    verdicts = [getattr(toolkit.analyze(text), dimension) for text in TEXTS]

    for scores, verdict in zip(material.before(), verdicts, strict=True):
        assert dict(zip(material.labels, scores, strict=True)) == pytest.approx(verdict.scores, abs=1e-6)
    assert material.given(material.before())[0] == [verdict.label for verdict in verdicts]


def test_the_file_says_what_it_was_made_of() -> None:
    """Date, file, hash of the data, hashes of what it starts from, scores before and after."""
    lines = weights_text(calibrated_file(calibration(), labelled="mails.jsonl", date=DAY)).splitlines()
    keys = [line.split(" = ")[0] for line in lines if " = " in line]

    assert {"date", "labelled", "data", "messages", "weights", "ruleset", "why", "macro_f1", "log_loss"} <= set(keys)
    assert "date = 2026-11-28" in lines


def test_the_same_labels_make_the_same_file() -> None:
    """Nothing is left to chance."""
    one, other = (weights_text(calibrated_file(calibration(), labelled="a", date=DAY)) for _ in range(2))

    assert one == other


def test_words_that_were_not_accepted_do_not_count() -> None:
    """Without being accepted, words are proposed and nothing else."""
    found = calibration(accept_all=False)

    assert calibrated_file(found, labelled="a", date=DAY).cues == {}
    assert {"wobbly", "steady", "shiny"} == {each.phrase for each in found.proposals["mood"]}


def test_the_name_of_a_file_stays_in_its_comment(tmp_path: Path) -> None:
    """A file may be named anything; its name cannot add a line to what is written."""
    odd = 'a\n[en]\nx = {accept = true, phrases = ["x"]}'
    path = tmp_path / "own-words.toml"
    path.write_text(words_text({}, labelled=odd, name=odd), encoding="utf-8")

    assert read_toml_file(path).data == {}


def test_proposals_are_accepted_by_hand(tmp_path: Path) -> None:
    """The file of proposals accepts nothing by itself; what a person accepts comes back with its dimensions."""
    path = tmp_path / "own-words.toml"
    content = words_text(calibration(accept_all=False).proposals, labelled="mails.jsonl", name=path.name)
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DataFileError, match="no word is accepted"):
        read_words(path)
    path.write_text(content.replace("wobbly = {accept = false", "wobbly = {accept = true"), encoding="utf-8")
    words = read_words(path)

    assert words.cues == {"en": {"own.en.wobbly": ("wobbly",)}}
    assert words.counts("own.en.wobbly", "mood")
    assert not words.counts("own.en.wobbly", "urgency")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        pytest.param("lift = {accept = true, phrases = []}", "phrases", id="no-phrase"),
        pytest.param('lift = {accept = true, phrases = ["lift{s"]}', "never closed", id="pattern"),
        pytest.param('lift = {acept = true, phrases = ["lift"]}', "not a known key", id="misspelt"),
        pytest.param('lift = {phrases = ["lift"], speaks_for = {mod = "x"}}', "no dimension", id="dimension"),
    ],
)
def test_mistakes_in_the_words_are_told_with_their_line(tmp_path: Path, line: str, words: str) -> None:
    """A mistake of the person who edits is one line with its place."""
    path = tmp_path / "own-words.toml"
    path.write_text(f"# words\n[en]\n{line}\n", encoding="utf-8")

    with pytest.raises(DataFileError, match=words) as caught:
        read_words(path)

    assert caught.value.line == 3


def test_the_hash_knows_texts_and_labels() -> None:
    """Another text or another label is other data; the order of the labels is not."""
    one = labelled(["neutral", "frustrated"])

    assert data_hash(one) == data_hash(labelled(["neutral", "frustrated"]))
    assert data_hash(one) != data_hash(labelled(["frustrated", "neutral"]))
