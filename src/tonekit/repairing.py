"""What is asked of a model that gets its draft back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .fencing import FENCES, fenced, prompt_line
from .finding import SEVERITIES, Finding

LONGEST_DRAFT = 20_000
"""Characters of a draft that are shown; no reply comes near it."""
LONGEST_WORDS = 200
"""Characters of the words that a finding is about."""
MOST_FINDINGS = 20
"""Findings that are named; a draft with more of them is better written anew."""

_OPENING = "This draft of the reply was written:"
_TASK = (
    "It cannot go out as it is. Write the reply once more: put right what is listed here, change nothing else, "
    "and keep to everything that was said above. Return the reply alone."
)


def repair_request(findings: Sequence[Finding], draft: str) -> str:
    """Return the user message that sends a draft back: the draft fenced as a model's text, the findings as ours."""
    listed = sorted(findings, key=lambda each: SEVERITIES.index(each.severity))[:MOST_FINDINGS]
    lines = [_OPENING, _fenced(draft, LONGEST_DRAFT), "", _TASK, ""]
    for number, finding in enumerate(listed, start=1):
        lines += _listed(number, finding)
    return "\n".join(lines)


def _listed(number: int, finding: Finding) -> Iterator[str]:
    # Findings may have been read back from a file: their sentences, too, are one line and close no fence.
    yield f"{number}. {prompt_line(finding.message)} {prompt_line(finding.fix)}"
    if finding.text:
        yield f"In line {finding.line}:"
        yield _fenced(finding.text, LONGEST_WORDS)


def _fenced(text: str, longest: int) -> str:
    return fenced(text, longest=longest, name=FENCES["model"])
