"""The messages written to test with are read as well as they were when the floors were set, or better.

No weight is fitted on them. A floor stands a little below the score at that time (docs/accuracy.md), so that it breaks
when something is lost, not when a single message tips.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tonekit.evaluation.labelled import read_labelled
from tonekit.testing import assert_scores

FIXTURES = Path(__file__).parents[1] / "fixtures" / "messages"
GROUPS = {
    "situational_frustration": "mood",
    "polite_anger": "mood",
    "sarcasm": "mood",
    "calm_fault": "mood",
    "technical_words": "mood",
    "courtesy_no_joy": "mood",
    "grounded_urgency": "urgency",
    "claimed_urgency": "urgency",
    "sloppy_expert": "knowledge",
    "formal_beginner": "knowledge",
}
FEWEST = 60
