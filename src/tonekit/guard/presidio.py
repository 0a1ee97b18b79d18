"""Microsoft Presidio as a recogniser beside the shipped ones, where `presidio-analyzer` is installed.

Nothing of Presidio is imported here: the engine that is handed in brings it along, with the models it was built with.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Protocol

from .identifiers.page import Found, Page

KINDS: Mapping[str, str] = {
    "EMAIL_ADDRESS": "email",
    "PHONE_NUMBER": "phone",
    "IBAN_CODE": "iban",
    "CREDIT_CARD": "card",
    "IP_ADDRESS": "ip_address",
    "PERSON": "name",
    "ORGANIZATION": "company",
    "UK_NHS": "identity_number",
    "UK_NINO": "identity_number",
    "SE_PERSONNUMMER": "identity_number",
    "DE_TAX_ID": "identity_number",
}
"""Presidio's names of what tonekit finds as well; any other name becomes a kind of its own, in small letters."""
SCORE = 0.5
"""Presidio gives 0.5 to a pattern with some support, and less to digits of the right number alone."""


class Result(Protocol):
    """What `RecognizerResult` of Presidio holds."""

    entity_type: str
    start: int
    end: int
    score: float


class Analyzer(Protocol):
    """What `presidio_analyzer.AnalyzerEngine` does."""

    def analyze(self, *, text: str, language: str, **options: Any) -> Sequence[Result]:
        """Return what is found in a text."""
        ...


class PresidioRecogniser:
    """Finds what an engine of Presidio finds: `ToneKit(recognisers=[PresidioRecogniser(engine)])`.

    Args:
        engine: a `presidio_analyzer.AnalyzerEngine`.
        languages: the languages that it was built with; other texts are searched as the first of them.
        entities: Presidio's names of what is looked for; everything by default.
        score: least score of what is taken, 0 to 1.
    """

    def __init__(
        self,
        engine: Analyzer,
        *,
        languages: Sequence[str] = ("en",),
        entities: Collection[str] | None = None,
        score: float = SCORE,
    ) -> None:
        self._engine = engine
        self._languages = tuple(languages)
        self._entities = list(entities) if entities is not None else None
        self._score = score

    def find(self, page: Page, /) -> Iterator[Found]:
        """Yield what the engine is sure enough of."""
        language = page.language if page.language in self._languages else self._languages[0]
        for result in self._engine.analyze(text=page.text, language=language, entities=self._entities):
            if result.score >= self._score:
                kind = KINDS.get(result.entity_type) or _kind(result.entity_type)
                yield Found(kind, result.start, result.end)


def _kind(entity: str) -> str:
    """Return a name of Presidio as a kind: letters and single underscores, no digits."""
    return "_".join(filter(None, "".join(sign if sign.isalpha() else "_" for sign in entity.lower()).split("_")))
