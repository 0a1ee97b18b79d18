"""Examples are the clearest mails of each cell, redacted before they are kept."""

from __future__ import annotations

from collections.abc import Callable

from tonekit.audit.examples import MOST_PER_CELL, SHOWN_CHARACTERS, Examples
from tonekit.audit.observation import Observation
from tonekit.audit.redacting import redact_example

Look = Callable[..., Observation]
NEUTRAL = (("mood", "neutral"),)


def test_the_clearest_are_kept(look: Look) -> None:
    """Of many mails the surest of each cell are kept, the surest first."""
    examples = Examples(redact_example)
    for confidence in (0.5, 0.9, 0.7, 0.6):
        examples.offer(look(confidence=confidence, body=f"This mail is {confidence:.1f} sure of itself."))

    assert examples.of(NEUTRAL) == ("This mail is 0.9 sure of itself.", "This mail is 0.7 sure of itself.")
    assert len(examples.of(NEUTRAL)) == MOST_PER_CELL


def test_the_same_words_are_shown_once(look: Look) -> None:
    """A mail that came twice is one example."""
    examples = Examples(redact_example)
    for _ in range(3):
        examples.offer(look())

    assert len(examples.of(NEUTRAL)) == 1


def test_examples_are_redacted_and_cut(look: Look) -> None:
    """What identifies somebody is replaced before anything is cut, so that no half of it is left."""
    examples = Examples(redact_example)
    body = "word " * (SHOWN_CHARACTERS // 5 - 1) + "anna.berg@firma.example and more words than are shown"
    examples.offer(look(body=body, mail={"sender": "word"}))
    (shown,) = examples.of(NEUTRAL)

    assert "anna" not in shown
    assert "word " not in shown
    assert "[NAME_1]" in shown
    assert len(shown) <= SHOWN_CHARACTERS + 2


def test_short_mails_show_nothing(look: Look) -> None:
    """A mail of two words is no example."""
    examples = Examples(redact_example)
    examples.offer(look(body="ok thanks"))

    assert examples.of(NEUTRAL) == ()


def test_unknown_cells_have_none() -> None:
    """A cell without mails has no examples."""
    assert Examples(redact_example).of((("mood", "frustrated"),)) == ()
