"""A file that `tonekit calibrate` has written decides where it is meant to, and is refused where it cannot be meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from tonekit.errors import DataFileError
from tonekit.languages.loading import available_languages
from tonekit.reading.heads.additive_heads import load_heads
from tonekit.reading.heads.calibrated import load_calibrated, shipped_hashes
from tonekit.reading.heads.weights import load_head_set
from tonekit.reading.reader import Reader

TEXT = """\
[calibration]
date = 2026-11-28
labelled = "mails.jsonl"
data = "0123456789ab"
messages = 200
weights = "{weights}"
ruleset = "{ruleset}"

[dimensions.mood]
refitted = true
why = "better"
labels = 200
languages = ["en"]
scale = 2
unsure_below = 0.3

[dimensions.mood.bias]
neutral = 1.5

[dimensions.mood.weights]
praise = {enthusiastic = 0.5}
"own.en.gizmo" = {frustrated = 4}

[cues.en]
"own.en.gizmo" = ["wobbly gizmo{,s}"]
"""


def text(**changes: str) -> str:
    """Return the file, made on this version."""
    weights, ruleset = shipped_hashes()
    hashes = {"weights": weights, "ruleset": ruleset} | changes
    return TEXT.replace("{weights}", hashes["weights"]).replace("{ruleset}", hashes["ruleset"])


def written(folder: Path, content: str) -> Path:
    """Return a file with this content."""
    path = folder / "weights.toml"
    path.write_text(content, encoding="utf-8")
    return path


def test_rows_replace_those_that_ship(tmp_path: Path) -> None:
    """Named rows are new, all others as shipped; the scale multiplies them all."""
    shipped = load_heads()["mood"].file
    mood = load_calibrated(written(tmp_path, text())).of("en")["mood"].file

    assert mood.bias == {"neutral": 3.0}
    assert mood.weights["praise"] == {"enthusiastic": 1.0}
    assert mood.weights["wait.long"] == {label: 2 * weight for label, weight in shipped.weights["wait.long"].items()}
    assert (mood.unsure_below, mood.cautions) == (0.3, shipped.cautions)


def test_other_languages_and_dimensions_are_as_shipped(tmp_path: Path) -> None:
    """What was not calibrated is read as before."""
    heads = load_head_set(written(tmp_path, text()))
    shipped = load_heads()

    assert heads.of("de")["mood"].file == shipped["mood"].file
    assert heads.of("en")["urgency"].file == shipped["urgency"].file


def test_own_cues_count_and_are_evidence(tmp_path: Path) -> None:
    """A cue of the user decides like any other, and stands in the evidence with its words."""
    message = "I look at the wobbly gizmos here."
    path = written(tmp_path, text())
    mood = Reader(available_languages(), weights=path).read(message).mood

    assert Reader(available_languages()).read(message).mood.label == "neutral"
    assert mood.label == "frustrated"
    assert [(term.cue, term.text) for term in mood.evidence if term.cue.startswith("own.")] == [
        ("own.en.gizmo", "wobbly gizmos")
    ]


def test_own_cues_hide_no_others(tmp_path: Path) -> None:
    """A word that is a cue of the user too is still every cue that it was."""
    message = "Your support is terrible, the printer crashed again."
    cues = text().replace("wobbly gizmo{,s}", "the printer crashed again")
    shipped = Reader(available_languages()).read(message)
    mine = Reader(available_languages(), weights=written(tmp_path, cues)).read(message)

    assert mine.urgency == shipped.urgency
    assert {term.cue for term in mine.mood.evidence} == {term.cue for term in shipped.mood.evidence} | {"own.en.gizmo"}


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        pytest.param("dimensions.mood", "dimensions.moood", 9, "no dimension", id="dimension"),
        pytest.param("praise = {enthusiastic", "praise = {enthusiatic", 21, "not a label of mood", id="label"),
        pytest.param("\npraise =", "\nprayse =", 21, "no cue 'prayse'", id="cue"),
        pytest.param("praise = {enthusiastic = 0.5}", 'praise = "x"', 21, "praise", id="no-row"),
        pytest.param('"own.en.gizmo" = [', '"gizmo" = [', 25, "starts with own.", id="cue-name"),
        pytest.param("[cues.en]", "[cues.xx]", 24, "no language pack 'xx'", id="cue-language"),
        pytest.param('languages = ["en"]', 'languages = ["xx"]', 13, "no language pack 'xx'", id="language"),
        pytest.param("gizmo{,s}", "gizmo{,s", 25, "never closed", id="pattern"),
        pytest.param("unsure_below = 0.3", "unsure_below = 3", 15, "unsure_below", id="probability"),
        pytest.param("scale = 2", "scale = -1", 14, "scale", id="scale"),
        pytest.param("labels = 200", "labels = 200\nlables = 1", 13, "not a known key", id="misspelt"),
        pytest.param("date = 2026-11-28\n", "", 1, "is needed and missing", id="no-date"),
    ],
)
def test_wrong_files_are_refused_with_their_line(tmp_path: Path, old: str, new: str, line: int, words: str) -> None:
    """What cannot be meant is refused, with the line or that of its table."""
    content = text()
    assert old in content

    with pytest.raises(DataFileError, match=words) as caught:
        load_calibrated(written(tmp_path, content.replace(old, new)))

    assert caught.value.line == line


def test_other_shipped_weights_are_refused(tmp_path: Path) -> None:
    """Rows of two fits do not fit together: the file is refused, and says how to make it anew."""
    with pytest.raises(DataFileError, match=r"tonekit calibrate mails\.jsonl --out weights\.toml") as caught:
        load_calibrated(written(tmp_path, text(weights="000000000000")))

    assert caught.value.line == 6


def test_other_packs_are_warned_of(tmp_path: Path) -> None:
    """With other language packs the weights still hold, but the scores may not: that is said."""
    with pytest.warns(UserWarning, match="words are found otherwise"):
        load_calibrated(written(tmp_path, text(ruleset="000000000000")))


def test_the_ruleset_knows_the_file(tmp_path: Path) -> None:
    """Another calibration is another ruleset."""
    one = Reader(["en"], weights=written(tmp_path, text())).ruleset
    other = Reader(["en"], weights=written(tmp_path, text().replace("= 4}", "= 3}"))).ruleset

    assert len({one, other, Reader(["en"]).ruleset}) == 3
