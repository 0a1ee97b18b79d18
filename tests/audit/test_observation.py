"""An observation holds the labels and numbers of one mail, and of its words the body alone."""

from __future__ import annotations

import pytest

from tonekit import ToneKit
from tonekit.analysis import DIMENSIONS
from tonekit.audit.observation import MOST_BODY, observe
from tonekit.mails.mail import Mail

MAIL = (
    "Hello Anna,\n\nthis is the third time I write about my invoice and nobody answers.\n\n"
    "Kind regards\nBo Ek\n\n> On Monday you wrote\n> thanks"
)


def test_everything_is_taken(toolkit: ToneKit) -> None:
    """Labels, confidence, topic, repetition and zones of a mail are taken; greeting and signature are not quoted."""
    seen = observe(Mail(MAIL, id="1"), toolkit.analyze(MAIL))

    assert set(seen.labels) == {"language", *DIMENSIONS} == set(seen.confidence)
    assert seen.repeated
    assert seen.topic.endswith("invoice and payment")
    assert {"greeting", "body", "closing", "signature", "quote"} <= set(seen.zones)
    assert "Anna" not in seen.body
    assert "Bo Ek" not in seen.body
    assert "third time" in seen.body


@pytest.mark.parametrize("text", ["I have a question about the price of your pumps.", "", "😀", "12"])
def test_nothing_repeated_where_nothing_says_so(text: str, toolkit: ToneKit) -> None:
    """A mail that tells of no earlier contact is none that is repeated."""
    assert not observe(Mail(text, id="1"), toolkit.analyze(text)).repeated


def test_doubtful_verdicts_are_unsure(toolkit: ToneKit) -> None:
    """A verdict below one half counts as unsure, and so does each one of which tonekit says so."""
    analysis = toolkit.analyze("hm, well")
    seen = observe(Mail("hm, well", id="1"), analysis)

    assert seen.unsure >= {name for name, verdict in analysis.verdicts() if verdict.unsure or verdict.confidence < 0.5}


def test_long_bodies_are_cut(toolkit: ToneKit) -> None:
    """Of a huge mail only the beginning is kept."""
    text = "This is a sentence. " * 2000

    assert len(observe(Mail(text, id="1"), toolkit.analyze(text)).body) == MOST_BODY
