"""The strictest safeguard decides, with reasons and words; nothing is sent unseen unless somebody said so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tonekit import ToneKit
from tonekit.datafile import DataFile
from tonekit.errors import DataFileError
from tonekit.guard.decision import read_safeguards
from tonekit.settings import Settings

SETTINGS = """
brand: {name: Test}
replies: [{template: acknowledgement}]
safeguards:
  - id: a
    when: {moood: frustrated}
    action: approve
    reason: x
"""


@pytest.mark.parametrize(
    ("message", "action", "rule"),
    [
        pytest.param("My lawyer will be in touch if this is not refunded.", "escalate", "legal_threat", id="legal"),
        pytest.param(
            "Production is down, all our shops have stopped, we need somebody now!",
            "escalate",
            "critical",
            id="critical",
        ),
        pytest.param(
            "This is the third time I write and still nothing since Monday.", "escalate", "repeated_contact", id="third"
        ),
        pytest.param("I want to speak to a human, please.", "approve", "wants_a_person", id="person"),
        pytest.param("Bonjour, je voudrais une facture, merci.", "approve", "other_language", id="french"),
        pytest.param("Could you tell me your opening hours?", "approve", "default", id="harmless"),
    ],
)
def test_shipped_safeguards(toolkit: ToneKit, message: str, action: str, rule: str) -> None:
    """Each trigger leads to its action, and its safeguard is among the reasons."""
    decision = toolkit.personalize(message).decision

    assert decision.action == action
    assert rule in [reason.rule for reason in decision.reasons]


def test_reason_quotes_the_message(toolkit: ToneKit) -> None:
    """A colleague sees the words that led to the decision."""
    message = "My lawyer will be in touch if this is not refunded."
    reasons = {reason.rule: reason for reason in toolkit.personalize(message).decision.reasons}

    assert any("lawyer" in words for words in reasons["legal_threat"].evidence)


def test_strictest_comes_first(toolkit: ToneKit) -> None:
    """The first reason is one that asks for the action taken."""
    decision = toolkit.personalize("I am furious. My lawyer will sue you. Let me talk to a human!").decision

    assert decision.reasons[0].action == decision.action == "escalate"


def test_contact_count_is_told(toolkit: ToneKit) -> None:
    """The sentence of a reason carries the number."""
    decision = toolkit.personalize("This is the third time I write and still nothing since Monday.").decision

    assert "The sender has been in contact 3 times." in [reason.text for reason in decision.reasons]


def test_wrong_safeguard_is_refused() -> None:
    """A condition that cannot be meant is refused with its line."""
    file = DataFile(Path("tonekit.yaml"), SETTINGS)

    with pytest.raises(DataFileError, match="did you mean 'mood'") as caught:
        read_safeguards(file.into(Settings), file)

    assert caught.value.line == 6
