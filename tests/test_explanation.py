"""An explanation is made of the same numbers that decided."""

from __future__ import annotations

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


def test_turning_point_turns_the_verdict(toolkit: ToneKit) -> None:
    """Without the named term the sums lean to the named label."""
    verdict = toolkit.analyze("Hejsan! Kan ni visa lite?").formality
    found = turning_point(verdict)

    if found is not None:
        term, other = found
        without = {label: score - term.weights.get(label, 0.0) for label, score in verdict.scores.items()}
        assert max(without, key=lambda label: without[label]) == other != verdict.leaning
