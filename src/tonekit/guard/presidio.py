"""Microsoft Presidio as a recogniser beside the shipped ones, where `presidio-analyzer` is installed.

Nothing of Presidio is imported here: the engine that is handed in brings it along, with the models it was built with.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
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
_ENTITY = "entity of Presidio"
_NO_ENTITY = "Name one under 'entities', or leave 'entities' out to look for everything."
_Supported = Callable[..., Sequence[str]]
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


class PresidioRecogniser:
    """Finds what an engine of Presidio finds: `ToneKit(recognisers=[PresidioRecogniser(engine)])`.

    Args:
        engine: a `presidio_analyzer.AnalyzerEngine`.
        languages: the languages that it was built with; other texts are searched as the first of them.
        entities: Presidio's names of what is looked for; everything by default.
        score: least score of what is taken, 0 to 1.

    Raises:
        UnknownNameError: no entity is named, the engine has no such entity, or finds none of them in one of the
            languages: it would fail with the first message in it. An engine of one's own that only analyses is not
            asked what it finds.
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
        supported: _Supported | None = getattr(engine, "get_supported_entities", None)
        found = {each: _found_in(supported, each) for each in self._languages} if supported else {}
        if self._entities == []:
            raise UnknownNameError(_ENTITY, "", available=set().union(*found.values()), hint=_NO_ENTITY)
        if found:
            _check(found, self._entities)

    def find(self, page: Page, /) -> Iterator[Found]:
        """Yield what the engine is sure enough of."""
        language = page.language if page.language in self._languages else self._languages[0]
        for piece in _PIECE.finditer(page.text):
            for result in self._engine.analyze(text=piece[0], language=language, entities=self._entities):
                if result.score >= self._score:
                    kind = KINDS.get(result.entity_type) or _kind(result.entity_type)
                    yield Found(kind, piece.start() + result.start, piece.start() + result.end)


def _found_in(supported: _Supported, language: str) -> frozenset[str]:
    """Return the entities that an engine finds in a language; none where it does not have it."""
    try:
        return frozenset(supported(language=language))
    except ValueError:
        return frozenset()


def _check(found: Mapping[str, frozenset[str]], entities: Collection[str] | None) -> None:
    """Raise where an entity is found in no language, or a language has none of the entities."""
    everything = frozenset[str]().union(*found.values())
    for entity in entities or ():
        if entity not in everything:
            raise UnknownNameError(_ENTITY, entity, available=everything)
    wanted = everything if entities is None else frozenset(entities)
    usable = [language for language, there in found.items() if there & wanted]
    for language in found:
        if language not in usable:
            raise UnknownNameError("language in which this engine finds these entities:", language, available=usable)


def _kind(entity: str) -> str:
    """Return a name of Presidio as a kind: letters and single underscores, no digits."""
    return "_".join(filter(None, "".join(sign if sign.isalpha() else "_" for sign in entity.lower()).split("_")))
