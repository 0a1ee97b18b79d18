"""Results in a given style, so that checks of drafts do not hang on how a message is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from tonekit import Customer, Result, ToneKit
from tonekit.profile import Style, StyleProfile

Answer = Callable[..., Result]


@pytest.fixture(scope="session")
def answer(toolkit: ToneKit) -> Answer:
    """What makes the result for a message in a style: `answer(message, language=…, style=…, facts=…, customer=…)`."""

    def make(
        message: Any,
        *,
        language: str = "en",
        style: Mapping[str, Any] | None = None,
        facts: Mapping[str, Any] | None = None,
        customer: Mapping[str, Any] | None = None,
    ) -> Result:
        profile = StyleProfile(language=language, **Style.model_validate(style or {}).model_dump())
        known = Customer(**customer) if customer else None
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("tonekit.personalizing.choose_profile", lambda *_, **__: profile)
            return toolkit.personalize(message, facts=facts, customer=known, locale=language)

    return make


@pytest.fixture(scope="session")
def graver(toolkit: ToneKit, answer: Answer) -> Callable[..., set[str]]:
    """What gives the rules of the graver findings, but that a draft is short: `graver(language, fact, draft)`."""

    def check(language: str, fact: str, draft: str, *, message: str = "Hello?") -> set[str]:
        result = answer(message, language=language, facts={"answer.summary": fact})
        return {each.rule for each in toolkit.check(draft, result) if each.severity != "note"} - {"too-short"}

    return check
