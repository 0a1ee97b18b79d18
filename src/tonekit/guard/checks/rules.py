"""The rules that drafts are checked against: id, severity, what is wrong and how to fix it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from ...finding import Finding, Severity
from .draft import Draft

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        id: its name, as in `ungiven-date`.
        severity: how grave a breach is, unless `checks:` of `tonekit.yaml` says otherwise.
        message: what is wrong, one sentence; `{…}` stands for what a check fills in.
        fix: what to do about it, one sentence.
    """

    id: str
    severity: Severity
    message: str
    fix: str


@dataclass(frozen=True, slots=True)
class Breach:
    """One breach of a rule.

    Attributes:
        rule: id of the rule.
        span: where in the draft; None where the whole draft is meant.
        filled: what stands for the `{…}` of message and fix; never words of the draft.
        doubtful: whether nothing but learned words, or a length of time without a word of promise, speaks for it: then
            it is no error, however grave the rule.
        taste: whether it is a matter of taste in this draft: then it is a note, however grave the rule.
    """

    rule: str
    span: Span | None = None
    filled: Mapping[str, str] = field(default_factory=dict)
    doubtful: bool = False
    taste: bool = False


Check = Callable[[Draft], Iterator[Breach]]
"""A family of checks: what it finds in a draft."""


def said(draft: Draft, tag: str, rule: str, filled: Mapping[str, str] | None = None) -> list[Breach]:
    """Return a breach of a rule for each phrase, and then each sentence, with a given tag."""
    by_phrase = [Breach(rule, (hit.start, hit.end), filled or {}) for hit in draft.hits[tag]]
    return by_phrase + [Breach(rule, span, filled or {}, doubtful=True) for span in draft.manners[tag]]


def by_id(*rules: Rule) -> dict[str, Rule]:
    """Return rules by their ids."""
    return {rule.id: rule for rule in rules}


def finding(breach: Breach, rule: Rule, severity: Severity, draft: str) -> Finding:
    """Return a breach as a finding."""
    return Finding.in_draft(
        draft,
        breach.span,
        rule=rule.id,
        severity=severity,
        message=rule.message.format_map(breach.filled),
        fix=rule.fix.format_map(breach.filled),
    )
