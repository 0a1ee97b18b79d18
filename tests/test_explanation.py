"""An explanation is made of the same numbers that decided."""

from __future__ import annotations

import pytest

from tonekit import ToneKit
from tonekit.explanation import turning_point

MESSAGE = "This is the third time I write and still nothing since Monday."


def test_explanation_names_words_rules_and_reasons(toolkit: ToneKit) -> None:
    """Words, rule, template and safeguard all come up."""
    text = toolkit.personalize(MESSAGE).explain()

    assert "mood: frustrated" in text
    assert '"third time' in text
    assert "(rule frustrated, because mood=frustrated" in text
    assert "decision: escalate" in text
    assert "contact_count = 3" in text


@pytest.mark.parametrize(
    "message", ["Hejsan! Kan ni visa lite?", "Could you show me a bit, would be awesome", "Third time I write."]
)
def test_turning_point_turns_the_verdict(toolkit: ToneKit, message: str) -> None:
    """Without the named term, or without all single words, the sums lean to the named label."""
    verdicts = [verdict for _, verdict in toolkit.analyze(message).verdicts()]
    turned = [(verdict, found) for verdict in verdicts if (found := turning_point(verdict))]

    assert turned
    for verdict, (term, other) in turned:
        without = {label: score - term.weights.get(label, 0.0) for label, score in verdict.scores.items()}
        assert max(without, key=lambda label: without[label]) == other != verdict.leaning
