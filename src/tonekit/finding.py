"""A finding about a draft: what is wrong, where, and what to do about it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, PrivateAttr

from .foreign_text.surrogates import without_surrogates
from .models.deferred import unchecked
from .models.shown_model import ShownModel
from .models.uncompared import Uncompared

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
"""Most severe first."""


class Finding(ShownModel):
    """One thing about a draft that does not fit.

    Attributes:
        rule: id of the rule, such as `ungiven-date`; docs/guard-check.md lists them.
        severity: an `error` must not go out, a `warning` should be looked at, a `note` is a matter of taste.
        message: what is wrong, one sentence; it never quotes the draft.
        fix: what to do about it, one sentence.
        text: the words of the draft in question; empty if something is missing or the whole draft is meant.
        start, end: character offsets of `text` in the draft, end exclusive; None if the whole draft is meant.
        line, column: where `text` begins, both 1-based; None if the whole draft is meant.
    """

    rule: str
    severity: Severity
    message: str
    fix: str
    text: str = ""
    start: int | None = Field(default=None, ge=0)
    end: int | None = Field(default=None, ge=0)
    line: int | None = Field(default=None, ge=1)
    column: int | None = Field(default=None, ge=1)

    _draft: Uncompared[str] = PrivateAttr(default_factory=Uncompared)

    @classmethod
    def in_draft(
        cls, draft: str, span: tuple[int, int] | None, *, rule: str, severity: Severity, message: str, fix: str
    ) -> Finding:
        """Return a finding about the words of a draft at `span`, or about all of it if `span` is None."""
        start, end = span or (None, None)
        fields = {
            "rule": rule,
            "severity": severity,
            "message": message,
            "fix": fix,
            "text": "" if span is None else without_surrogates(draft[start:end]),
            "start": start,
            "end": end,
            "line": None if start is None else draft.count("\n", 0, start) + 1,
            "column": None if start is None else start - draft.rfind("\n", 0, start),
        }
        return unchecked(cls, fields, private={"_draft": Uncompared(draft)})

    @property
    def draft(self) -> str | None:
        """The draft it is about; None for a finding that was read back from JSON."""
        return self._draft.value

    def __str__(self) -> str:
        place = f"{self.line}:{self.column}: " if self.line else ""
        return f"{place}{self.severity}: {self.message} [{self.rule}]"
