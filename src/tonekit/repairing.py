"""The request that sends a draft back to the model with its findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from .finding import SEVERITIES, Finding
from .foreign_text.fencing import FENCES, fenced, prompt_line

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


def repair_request(findings: Sequence[Finding], draft: str, *, values: Mapping[str, str] | None = None) -> str:
    """Return the user message that sends a draft back: the draft fenced as a model's text, the findings as ours.

    Args:
        findings: what is to be put right.
        draft: the draft.
        values: placeholder → the personal data that the prompt leaves out; the draft leaves it out as well.
    """
    listed = sorted(findings, key=lambda each: SEVERITIES.index(each.severity))[:MOST_FINDINGS]
    lines = [_OPENING, _fenced(_hidden(draft, values), LONGEST_DRAFT), "", _TASK, ""]
    for number, finding in enumerate(listed, start=1):
        lines += _listed(number, finding, values)
    return "\n".join(lines)


def _listed(number: int, finding: Finding, values: Mapping[str, str] | None) -> Iterator[str]:
    # Findings may have been read back from a file: their sentences, too, are one line and close no fence.
    yield f"{number}. {prompt_line(finding.message)} {prompt_line(finding.fix)}"
    if finding.text:
        yield f"In line {finding.line}:"
        yield _fenced(_hidden(finding.text, values), LONGEST_WORDS)


def _hidden(text: str, values: Mapping[str, str] | None) -> str:
    """Return a text with placeholders for personal data, the longest first: a name may be a part of an address."""
    for placeholder, value in sorted((values or {}).items(), key=lambda item: -len(item[1])):
        text = text.replace(value, placeholder) if value else text
    return text


def _fenced(text: str, longest: int) -> str:
    return fenced(text, longest=longest, name=FENCES["model"])
