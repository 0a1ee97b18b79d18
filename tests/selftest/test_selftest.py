"""A self-test counts the labels that flip, and shows the smallest change that flips each, and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from tonekit import Analysis, LanguageVerdict, ToneKit
from tonekit.evaluation.labelled import read_labelled
from tonekit.selftest.changes import Change, load_changes
from tonekit.selftest.selftest import SelfTest, same
from tonekit.selftest.violation import Scores

FIXTURES = Path(__file__).parents[1] / "fixtures" / "messages"
CODES = ("da", "de", "en", "nb", "sv")
EVERY = 5
FLOOR = 0.97
"""Share of labels that has to hold over all changes; 0.986 when it was set (docs/selftest.md)."""
FLOORS = {
    "thanks": 0.92,
    "greeting": 0.94,
    "closing": 0.935,
    "signature": 0.94,
    "device": 0.95,
    "footer": 0.995,
    "english_footer": 0.995,
    "quote": 0.995,
    "outlook_quote": 0.995,
    "traceback": 0.97,
    "emoji_tone": 1.0,
    "emoji_selector": 1.0,
    "curly_quotes": 1.0,
    "upper_case": 0.92,
    "lower_case": 0.955,
    "typos": 0.92,
    "line_width": 0.98,
    "line_ends": 1.0,
    "hidden_signs": 1.0,
    "decomposed": 1.0,
    "html": 0.995,
}
"""About 0.02 below what was measured when they were set; what nobody sees must never matter."""
URGENT = Change(what="x", make="insert", texts={"any": ("Kim\nThis is urgent, we need it today!\nBo",)})


@pytest.fixture(scope="module")
def shipped(toolkit: ToneKit) -> Scores:
    """What holds of every fifth message of the shipped fixtures, with all changes."""
    test = SelfTest(toolkit.analyze, load_changes(), kept=0)
    messages = [each for code in CODES for each in read_labelled(FIXTURES / f"{code}.jsonl")[::EVERY]]
    for _ in test.run((each.id, each.text) for each in messages):
        pass
    return test.scores


def test_labels_hold(shipped: Scores) -> None:
    """Over all changes, at least the floor of the labels holds on the shipped fixtures."""
    assert shipped.messages == 100
    assert shipped.held() >= FLOOR


@pytest.mark.parametrize("change", load_changes())
def test_labels_hold_for_each_change(change: str, shipped: Scores) -> None:
    """Each change has its own floor, and an occasion in some of the messages."""
    assert change in shipped.changes()
    assert shipped.held(change=change) >= FLOORS[change]


def test_flip_is_counted_and_shrunk(toolkit: ToneKit) -> None:
    """Of an insertion that flips a label, the one line that does it is shown, and the cue behind it."""
    test = SelfTest(toolkit.analyze, {"urgent": URGENT}, kept=5)
    list(test.run([("a", "I have a question about the colour of your pumps.")]))
    (found,) = [each for each in test.violations() if each.dimension == "urgency"]

    assert test.scores.flips["urgent", "urgency"] == 1
    assert test.scores.held(change="urgent", dimension="urgency") == 0.0
    assert (found.message, found.before) == ("a", "none")
    assert found.smallest == "+ This is urgent, we need it today!"
    assert any(cause.startswith("urgent.") for cause in found.causes)
    assert sum(test.scores.reasons.values()) == test.scores.flips.total()


def test_what_may_be_touched_is_not_looked_at(toolkit: ToneKit) -> None:
    """A dimension that a change may touch is neither checked nor a violation."""
    allowed = URGENT.model_copy(update={"may_touch": {"urgency": "it presses"}})
    test = SelfTest(toolkit.analyze, {"urgent": allowed}, kept=5)
    list(test.run([("a", "I have a question about the colour of your pumps.")]))

    assert ("urgent", "urgency") not in test.scores.checks
    assert all(each.dimension != "urgency" for each in test.violations())


def test_only_the_most_striking_are_kept(toolkit: ToneKit) -> None:
    """All violations are counted, as many as wanted are kept."""
    test = SelfTest(toolkit.analyze, {"urgent": URGENT}, kept=1)
    list(test.run((str(number), "I have a question about the colour of your pumps.") for number in range(4)))

    assert test.scores.flips.total() >= 4
    assert len(list(test.violations())) == 1


def test_same_result_every_time(toolkit: ToneKit) -> None:
    """Two runs find the same violations in the same order."""
    runs = []
    for _ in range(2):
        test = SelfTest(toolkit.analyze, load_changes(), kept=2)
        list(test.run([("a", "hey, my Thermo printer is stuck again!! no idea why")]))
        runs.append([(each.change, each.dimension, each.smallest, each.causes) for each in test.violations()])

    assert runs[0] == runs[1]


def test_html_is_compared_as_text(toolkit: ToneKit) -> None:
    """An HTML mail is changed as the text that its reader sees."""
    test = SelfTest(toolkit.analyze, {"line_ends": load_changes()["line_ends"]}, kept=1)
    list(test.run([("a", "<html><body><p>My lift is stuck.</p><p>Please call me.</p></body></html>")]))

    assert test.scores.flips.total() == 0
    assert test.scores.checks.total() == 11


def test_danish_or_norwegian_is_one_answer(toolkit: ToneKit) -> None:
    """Where a text is legally either, it does not matter which comes first."""

    def read(label: str, *others: str) -> Analysis:
        verdict = LanguageVerdict(label=label, confidence=0.6, alternatives=others, method="words")
        return toolkit.analyze("Hvor er den?").model_copy(update={"language": verdict})

    assert same(read("da", "nb"), read("nb", "da"), "language")
    assert same(read("da"), read("nb", "da"), "language")
    assert not same(read("da"), read("nb"), "language")


def test_nothing_checked_holds() -> None:
    """Where there was no occasion, nothing is lost."""
    assert Scores().held() == 1.0
