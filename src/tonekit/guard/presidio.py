"""Microsoft Presidio as a recogniser beside the shipped ones, where `presidio-analyzer` is installed.

Nothing of Presidio is imported here: the engine that is handed in brings it along, with the models it was built with.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Protocol

from ..errors import UnknownNameError
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
    "EMAIL": "email",
}
"""Presidio's names of what tonekit finds as well; any other name becomes a kind of its own, in small letters."""
SCORE = 0.5
"""Presidio gives 0.5 to a pattern with some support, and less to digits of the right number alone."""
_LONGEST = 100_000
"""Characters that an engine is given at once: spaCy refuses a text of more than a million, and takes 1 GB for one."""
_PIECE = re.compile(rf".{{1,{_LONGEST}}}(?!\S)|.{{1,{_LONGEST}}}", re.DOTALL)


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

    def get_supported_entities(self, language: str | None = None) -> Sequence[str]:
        """Return what can be found in a language."""
        ...


class PresidioRecogniser:
    """Finds what an engine of Presidio finds: `ToneKit(recognisers=[PresidioRecogniser(engine)])`.

    Args:
        engine: a `presidio_analyzer.AnalyzerEngine`.
        languages: the languages that it was built with; other texts are searched as the first of them.
        entities: Presidio's names of what is looked for; everything by default.
        score: least score of what is taken, 0 to 1.

    Raises:
        UnknownNameError: the engine has no such entity, or finds none of them in one of the languages: it would fail
            with the first message in it.
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
        found = {each: self._found_in(each) for each in self._languages}
        for entity in self._entities or ():
            if not any(entity in there for there in found.values()):
                raise UnknownNameError("entity of Presidio", entity, available=set().union(*found.values()))
        for language, there in found.items():
            if not there if entities is None else there.isdisjoint(entities):
                usable = [each for each, there in found.items() if there and (not entities or there & set(entities))]
                raise UnknownNameError(
                    "language in which this engine finds these entities:", language, available=usable
                )

    def _found_in(self, language: str) -> frozenset[str]:
        """Return the entities that the engine finds in a language; none where it does not have it."""
        try:
            return frozenset(self._engine.get_supported_entities(language=language))
        except ValueError:
            return frozenset()

    def find(self, page: Page, /) -> Iterator[Found]:
        """Yield what the engine is sure enough of."""
        language = page.language if page.language in self._languages else self._languages[0]
        for piece in _PIECE.finditer(page.text):
            for result in self._engine.analyze(text=piece[0], language=language, entities=self._entities):
                if result.score >= self._score:
                    kind = KINDS.get(result.entity_type) or _kind(result.entity_type)
                    yield Found(kind, piece.start() + result.start, piece.start() + result.end)


def _kind(entity: str) -> str:
    """Return a name of Presidio as a kind: letters and single underscores, no digits."""
    return "_".join(filter(None, "".join(sign if sign.isalpha() else "_" for sign in entity.lower()).split("_")))
