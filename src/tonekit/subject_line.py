"""Subject lines: which of them answer or pass on an earlier mail, and what they say without the `Re:`."""

from __future__ import annotations

import re
from collections.abc import Iterable

_COUNTED = r"(?:\[\d{1,3}\])?\s?:"
"""Some programs count: `Re[2]:`."""
_TAG = r"\s*(?:\[[^\[\]]{0,60}\]\s*)?"
"""What helpdesks and mail gateways put first: `[#4471]`, `[EXTERNAL]`."""
_PREFIXES = re.compile(rf"^\s*(?:(?:re|aw|antw|sv|vs|ref){_COUNTED}\s*)+", re.IGNORECASE)
_ANSWERS = re.compile(rf"{_TAG}(?:re|aw|antw|sv|ref){_COUNTED}", re.IGNORECASE)
# VS is "videresendt" in Norwegian and Danish; in Finnish it would be "vastaus", an answer.
_PASSES_ON = re.compile(rf"{_TAG}(?:fwd?|wg|vb|vs|tr){_COUNTED}", re.IGNORECASE)


def joined_subjects(subjects: Iterable[str | None]) -> str:
    """Return subject lines as one text: each once, each in a line of its own."""
    lines = (" ".join(subject.split()) for subject in subjects if subject)
    return "\n".join(dict.fromkeys(filter(None, lines)))


def without_answer_prefix(subject: str) -> str:
    """Return a subject without the `Re:`, `AW:` or `Sv:` of earlier replies."""
    return _PREFIXES.sub("", subject)


def answers(subject: str) -> bool:
    """Return whether a subject is that of an answer: then its words are those of an earlier mail."""
    return _ANSWERS.match(subject) is not None


def passes_on(subject: str) -> bool:
    """Return whether a subject says that somebody else's mail is passed on."""
    return _PASSES_ON.match(subject) is not None


def own_lines(subjects: str) -> str:
    """Return the subject lines whose words may be the sender's own: those that answer nothing."""
    return "\n".join(line for line in subjects.split("\n") if not answers(line))
