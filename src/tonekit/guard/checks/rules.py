"""The rules that drafts are checked against, read from `rules.yaml`, and what is said of a breach of one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from ...files.datafile import read_data_file
from ...finding import Finding, Severity
from ...models.frozen_model import FrozenModel
from ..draft import Draft

Span = tuple[int, int]


class Rule(FrozenModel):
    """One rule, as `rules.yaml` describes it: `{…}` in a message or a fix stands for what a check fills in."""

    severity: Severity
    message: str
    fix: str


@dataclass(frozen=True, slots=True)
class Breach:
    """One breach of a rule.

    Attributes:
        rule: id of the rule.
        span: where in the draft; None if the whole draft is meant.
        filled: what stands for the `{…}` of message and fix; never words of the draft.
        doubtful: whether nothing but learned words, or a length of time without a word of promise, speaks for it: then
            it is not an error, however grave the rule.
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


@lru_cache
def load_rules() -> Mapping[str, Rule]:
    """Return all rules by their ids, as in `ungiven-date`, but those that `never_say:` adds."""
    return read_data_file(Path(__file__).with_name("rules.yaml")).into_mapping_of(Rule)


def finding(breach: Breach, rule: Rule, severity: Severity, draft: str) -> Finding:
    """Return a breach as a finding."""
    return Finding.in_draft(
        draft,
        breach.span,
        rule=breach.rule,
        severity=severity,
        message=rule.message.format_map(breach.filled),
        fix=rule.fix.format_map(breach.filled),
    )
