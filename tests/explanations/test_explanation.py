"""An explanation is made of the same numbers that decided."""

from __future__ import annotations

import re

import pytest

from tonekit import ToneKit
from tonekit.analysis import SINGLE_WORD, Evidence, Verdict
from tonekit.explanations.explanation import explain_analysis
from tonekit.explanations.shown_evidence import runner_up

MESSAGE = "This is the third time I write and still nothing since Monday."
EVIDENCE = [
    ("bias", "", {"neutral": 1.5}),
    ("contact.repeated", "third\ntime", {"frustrated": 2.0}),
    ("contact.unanswered", "still nothing", {"frustrated": 1.0, "neutral": -0.25}),
    (SINGLE_WORD, "why", {"frustrated": 0.5}),
    (SINGLE_WORD, "please", {"neutral": 0.25}),
    # Speaks for the leaning, and as much for the label that came next: it did not decide.
    ("field.again", "again", {"frustrated": 0.75, "neutral": 0.75}),
    ("measure.length", "", {"neutral": 0.5}),
    ("field.i", "I", {"neutral": 0.125}),
    ("field.still", "still", {"frustrated": 0.0625}),
]


def verdict(label: str, *, confidence: float, unsure: bool) -> Verdict:
    """Return a verdict on mood that leans to frustration, by 3.5625 − 3.125 + 1.0."""
    labels = ("frustrated", "neutral", "enthusiastic")
    scores = {each: sum(weights.get(each, 0.0) for _, _, weights in EVIDENCE) for each in labels}
    evidence = [
        Evidence(cue=cue, text=text, weight=weights.get("frustrated", 0.0), weights=weights)
        for cue, text, weights in EVIDENCE
    ]
    return Verdict(
        label=label,
        confidence=confidence,
        probabilities={},
        scores=scores,
        evidence=tuple(evidence),
        leaning="frustrated",
        unsure=unsure,
    )


def explained_mood(toolkit: ToneKit, mood: Verdict) -> list[str]:
    """Return the lines that explain a mood."""
    lines = list(explain_analysis(toolkit.analyze("").model_copy(update={"mood": mood})))
    names = [line.partition(":")[0] for line in lines]
    return lines[names.index("mood") : names.index("sentiment")]


def test_explanation_names_words_rules_and_reasons(toolkit: ToneKit) -> None:
    """Words, rule, template and safeguard all come up."""
    text = toolkit.personalize(MESSAGE).explain()

    assert "mood: frustrated" in text
    assert '"third time' in text
    assert "(rule frustrated, because mood=frustrated" in text
    assert "decision: escalate" in text
    assert "contact_count = 3" in text


def test_five_terms_are_shown_against_the_label_that_came_next(toolkit: ToneKit) -> None:
    """What holds before any word is one of them, single words are one, and the rest is counted."""
    assert explained_mood(toolkit, verdict("frustrated", confidence=0.8, unsure=False)) == [
        "mood: frustrated rather than neutral (0.80)",
        '    +2.00  contact.repeated  "third time"',
        "    -1.50  bias  before any word",
        '    +1.25  contact.unanswered  "still nothing"',
        "    -0.50  measure.length",
        "    +0.25  words  why, …",
        "    -0.06  2 more",
    ]


@pytest.mark.parametrize(
    ("label", "unsure", "first"),
    [
        pytest.param(
            "neutral", True, "mood: neutral (0.30, unsure; leaning to frustrated rather than neutral)", id="careful"
        ),
        pytest.param("frustrated", True, "mood: frustrated rather than neutral (0.30, unsure)", id="by-a-hair"),
        pytest.param("frustrated", False, "mood: frustrated rather than neutral (0.30)", id="sure"),
    ],
)
def test_doubt_is_said(toolkit: ToneKit, label: str, first: str, *, unsure: bool) -> None:
    """Where a verdict is unsure it is said so, and where it leans if its label is another."""
    assert explained_mood(toolkit, verdict(label, confidence=0.3, unsure=unsure))[0] == first


@pytest.mark.parametrize("message", [MESSAGE, "Hejsan! Kan ni visa lite?", "", "12 34", "Great, third broken one!"])
def test_what_is_shown_sums_up_to_the_lead(toolkit: ToneKit, message: str) -> None:
    """The lines of a verdict never speak against it: they are all that lies between it and the next label."""
    analysis = toolkit.analyze(message)
    lines = "\n".join(explain_analysis(analysis))
    for name, each in analysis.verdicts():
        block = re.search(rf"^{name}: .*\n((?:    .*\n?)*)", lines, re.MULTILINE)
        assert block
        pulls = [float(pull) for pull in re.findall(r"^    ([+-]\d+\.\d\d)  ", block[1], re.MULTILINE)]
        lead = each.scores[each.leaning] - each.scores[runner_up(each)]
        # Each line is rounded to two places.
        assert sum(pulls) == pytest.approx(lead, abs=0.005 * len(pulls) + 1e-9)
