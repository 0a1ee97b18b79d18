"""The tests of a contract: given this style and these facts, the text holds that."""

from __future__ import annotations

from typing import Any

from pydantic import Field, model_validator

from ...models.frozen_model import FrozenModel
from ...settings import LanguageCode


class ExpectFile(FrozenModel):
    """What a test expects; at least one of these.

    Attributes:
        variant: the body that is taken.
        subject: the whole subject line of a reply.
        contains: each of these stands in the text.
        absent: none of these stands in the text.
        snapshot: name of a file with the whole text, `tests/<name>.txt` beside the contract; written by
            `tonekit test --update`.
    """

    variant: str | None = None
    subject: str | None = None
    contains: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    snapshot: str | None = Field(default=None, pattern=r"^[a-z0-9][a-z0-9_.-]*$")

    @model_validator(mode="after")
    def _something(self) -> ExpectFile:
        if not (self.variant or self.subject or self.contains or self.absent or self.snapshot):
            raise ValueError("needs something to look for: variant, subject, contains, absent or snapshot")
        return self


class TrialFile(FrozenModel):
    """One test of a template.

    Attributes:
        name: what is promised, in a few words.
        language: language of the text.
        profile: fields of the style, such as `{address: informal}`; all others are neutral.
        labels: what was read of the message, such as `{mood: frustrated, contact_count: 3}`.
        facts: the inputs by their dotted path.
        expect: what the text must hold.
    """

    name: str = Field(pattern=r"\S")
    language: LanguageCode
    profile: dict[str, Any] = Field(default={})
    labels: dict[str, Any] = Field(default={})
    facts: dict[str, Any] = Field(default={})
    expect: ExpectFile
