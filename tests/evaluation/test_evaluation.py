"""An evaluation holds all figures, and survives being kept as JSON."""

from __future__ import annotations

from pathlib import Path

import pytest

from tonekit.errors import DataFileError
from tonekit.evaluation.answers import AnsweredMessage
from tonekit.evaluation.comparing import compare
from tonekit.evaluation.evaluation import Evaluation, evaluation_of
from tonekit.evaluation.evaluation_file import as_json, read_evaluation


def evaluated(answered: list[AnsweredMessage]) -> Evaluation:
    """Return the evaluation of answered messages."""
    return evaluation_of(answered, file="ours.jsonl", data="00ff")


def test_figures_stand_by_dimension_language_and_tag(answered: list[AnsweredMessage]) -> None:
    """Every labelled dimension has its figures, of all languages, of each, and of each tag; others are absent."""
    found = evaluated(answered)
    mood = found.dimensions["mood"]

    assert (found.messages, found.languages, list(found.dimensions)) == (
        4,
        {"en": 2, "de": 2},
        ["mood", "urgency", "template"],
    )
    assert (mood.scores.n, mood.scores.accuracy.hits, mood.wrong) == (3, 2, 1)
    assert {code: scores.accuracy.value for code, scores in mood.languages.items()} == {"de": 1.0, "en": 0.5}
    assert mood.confusion["frustrated"] == {"frustrated": 1, "neutral": 1}
    assert [(each.n, each.hits) for each in mood.reliability] == [(3, 2)]
    assert {name: (each.n, each.hits) for name, each in found.tags["chat"].items()} == {
        "mood": (2, 1),
        "urgency": (1, 1),
    }
    assert [each.id for each in mood.mistakes] == ["m2"]


def test_answers_that_nobody_labelled_are_named(answered: list[AnsweredMessage]) -> None:
    """Each dimension says which answers stand on no label of the file; a dimension without such says nothing."""
    found = evaluated(answered)

    assert list(found.never_labelled()) == ["template: answered but never labelled: quote 1"]
    assert '"never_labelled":{"quote":1}' in as_json(found).replace("\n", "").replace(" ", "")


def test_template_has_no_calibration(answered: list[AnsweredMessage]) -> None:
    """What has no confidence has no reliability table and no curve."""
    template = evaluated(answered).dimensions["template"]

    assert (template.reliability, template.curve, template.scores.calibration_error) == ((), (), None)


def test_kept_evaluation_comes_back(tmp_path: Path, answered: list[AnsweredMessage]) -> None:
    """What was kept is what is read, with or without a comparison in the file."""
    evaluation, path = evaluated(answered), tmp_path / "before.json"
    for comparison in (None, compare(evaluation, answered)):
        path.write_text(as_json(evaluation, comparison), encoding="utf-8")

        assert read_evaluation(path) == evaluation


def test_json_is_the_same_every_time(answered: list[AnsweredMessage]) -> None:
    """The same answers give the same bytes: nothing of the day or the machine is in them."""
    assert as_json(evaluated(answered)) == as_json(evaluated(list(answered)))


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("", id="empty"),
        pytest.param("{", id="cut-off"),
        pytest.param("[]", id="list"),
        pytest.param('{"evaluation": {"kind": "tonekit evaluation"}}', id="fields-missing"),
    ],
)
def test_other_json_is_refused(tmp_path: Path, content: str) -> None:
    """A file that is no evaluation is one clear line."""
    path = tmp_path / "before.json"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(DataFileError, match="is not an evaluation that `tonekit evaluate --json` printed") as caught:
        read_evaluation(path)

    assert "\n" not in str(caught.value)


def test_later_format_is_refused(tmp_path: Path, answered: list[AnsweredMessage]) -> None:
    """An evaluation of a version that is not known is not half understood."""
    path = tmp_path / "before.json"
    path.write_text(as_json(evaluated(answered)).replace('"version": 1', '"version": 2'), encoding="utf-8")

    with pytest.raises(DataFileError, match=r"evaluation\.version"):
        read_evaluation(path)
