"""Messages with their answers, made up: how they are read is not the matter of these tests."""

from __future__ import annotations

import pytest

from tonekit.evaluation.answers import AnsweredMessage
from tonekit.evaluation.mistakes import Answer, Mistake, Term

ATTACK = '"><script>alert(1)</script><img src=x onerror=alert(2)> ${7*7} {{7*7}} =HYPERLINK("http://x")'


def message(
    id_: str, language: str, wanted: dict[str, str], given: dict[str, str], tags: tuple[str, ...] = ()
) -> AnsweredMessage:
    """Return a message that was answered; every wrong answer brings a mistake with an attack for a text."""
    wrong = [
        Mistake(id_, name, label, given[name], 0.75, f"{ATTACK} {id_}", (Term("cue.<b>", ATTACK, 1.5),))
        for name, label in wanted.items()
        if given[name] != label
    ]
    answers = {name: Answer(label, None if name == "template" else 0.75) for name, label in given.items()}
    return AnsweredMessage(id_, f"hash of {id_}", language, tags, wanted, answers, tuple(wrong), "rules")


@pytest.fixture
def answered() -> list[AnsweredMessage]:
    """Return four messages in two languages, with tags, a template, and two mistakes."""
    return [
        message("m1", "en", {"mood": "neutral", "urgency": "none"}, {"mood": "neutral", "urgency": "none"}, ("chat",)),
        message("m2", "en", {"mood": "frustrated"}, {"mood": "neutral", "urgency": "none"}, ("chat", ATTACK)),
        message("m3", "de", {"mood": "frustrated"}, {"mood": "frustrated", "urgency": "critical"}),
        message(ATTACK, "de", {"template": "apology"}, {"template": "quote", "mood": "neutral"}),
    ]
