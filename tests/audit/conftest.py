"""What tests of the audit need: mails that are read already."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tonekit.analysis import ALL_DIMENSIONS, LABELS
from tonekit.audit.observation import Observation
from tonekit.audit.redacting import redact_example
from tonekit.audit.tally import Tally
from tonekit.mails.mail import Mail

NEUTRAL = {
    "language": "en",
    **{name: labels[-1] for name, labels in LABELS.items()},
    "mood": "neutral",
    "urgency": "none",
}
Look = Callable[..., Observation]


@pytest.fixture
def look() -> Look:
    """Make an observation: labels by keyword, and what the mail itself holds."""

    def make(
        *,
        topic: str = "question: invoice and payment",
        repeated: bool = False,
        unsure: frozenset[str] = frozenset(),
        confidence: float = 0.8,
        body: str = "My invoice is wrong, please look into it.",
        zones: dict[Any, int] | None = None,
        mail: dict[str, Any] | None = None,
        **labels: str,
    ) -> Observation:
        return Observation(
            mail=Mail(text=body, id="1", **(mail or {})),
            labels={**NEUTRAL, **labels},
            confidence=dict.fromkeys(ALL_DIMENSIONS, confidence),
            unsure=unsure,
            topic=topic,
            repeated=repeated,
            zones={"body": 80, "footer": 20} if zones is None else zones,
            body=body,
        )

    return make


@pytest.fixture
def tally() -> Tally:
    """A tally that nothing is counted in yet."""
    return Tally(redact_example)


@pytest.fixture
def full_tally(look: Look) -> Tally:
    """A tally of sixty mails over three months, with everything that a helpdesk may know."""
    tally = Tally(redact_example)
    for number in range(60):
        mail = {
            "sent": date(2026, 1 + number % 3, 1 + number % 28),
            "sender": f"c{number % 7}@firma.example",
            "customer_type": ("private", "=business", "<b>gold</b>")[number % 3],
            "handling_minutes": float(number % 10),
            "follow_up": number % 4 == 0,
        }
        tally.add(
            look(
                topic=("problem: home", "complaint: invoice and payment")[number % 2],
                request=("problem", "complaint")[number % 2],
                mood=("neutral", "frustrated")[number % 2],
                urgency=("none", "elevated", "critical")[number % 3],
                language=("en", "de", "sv")[number % 3],
                repeated=number % 10 == 1,
                unsure=frozenset({"role"}) if number % 5 == 0 else frozenset(),
                body=f"<script>alert({number})</script> Call +46 70 123 45 67 or anna@firma.example, my lift is stuck.",
                mail=mail,
            )
        )
    return tally
