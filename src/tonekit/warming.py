"""Load in advance what is otherwise loaded on first use: packs, weights, templates and checks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol

from .guard.fact_fit import TellLanguage, misfits
from .rendering.currencies import Money
from .rendering.figures import in_language

if TYPE_CHECKING:
    from .result import Result

_DRAFT = "Hello [NAME_1], it costs 30 EUR on Monday: https://example.com"
"""Contains something for every kind of check."""
_FIGURES = (datetime(2000, 1, 1), Money(Decimal("1.5"), "EUR"))  # noqa: DTZ001 - as a fact without time zone
_WORDLESS = "12:30"
"""A message that leaves its language open, so that it is read and answered in each that it may be in."""


class Answering(Protocol):
    """What a toolkit does with a message and with drafts."""

    def personalize(self, message: str, *, locale: str) -> Result:
        """Answer a message."""

    def check(self, draft: str, result: Result) -> object:
        """Compare a draft with the message."""

    def safe_answer(self, answer: str, result: Result) -> object:
        """Clean an answer."""

    def redact(self, text: str, *, language: str) -> object:
        """Replace personal data."""


def load_all(toolkit: Answering, languages: Iterable[str]) -> None:
    """Answer a message in each language, then check and clean the answer, as a first customer would.

    Raises:
        ToneKitError: the templates cannot answer it.
    """
    for code in languages:
        result = toolkit.personalize(_WORDLESS, locale=code)
        toolkit.check(_DRAFT, result)
        toolkit.safe_answer(_DRAFT, result)
        toolkit.redact(_DRAFT, language=code)
        in_language(list(_FIGURES), code)
        if result.reply:
            misfits(result.reply, {"fact": _DRAFT}, ["fact"], profile=result.profile, tell=_tell(result))


def _tell(result: Result) -> TellLanguage:
    return lambda _: result.analysis.language
