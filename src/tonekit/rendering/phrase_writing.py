"""The function `phrase("slot")` that templates call."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from markupsafe import Markup

from .contract import Contract
from .filling import fill
from .library import TemplateLibrary, inside
from .occasion import Occasion
from .phrases import VariationKey, missing_slot


class PhraseWriter:
    """Writes the phrases of one rendering and remembers which.

    Args:
        library: compiles phrases.
        contract: the template that is being rendered.
        occasion: situation, conversation and recent phrases.
        there: paths of the inputs that are there.
        language: language of the phrases.
        longest: most characters of a phrase.
    """

    def __init__(
        self,
        library: TemplateLibrary,
        contract: Contract,
        occasion: Occasion,
        there: Collection[str],
        *,
        language: str,
        longest: int,
    ) -> None:
        self._library = library
        self._contract = contract
        self._occasion = occasion
        self._there = there
        self._language = language
        self._longest = longest
        self._key = VariationKey(occasion.key)
        self.context: Mapping[str, Any] = {}
        self.used: list[str] = []

    def __call__(self, slot: str) -> Markup:
        """Return the phrase for a slot, or nothing where none is eligible.

        Raises:
            TemplateError: the phrase book has no such slot.
        """
        book = self._library.phrases(self._language)
        if slot not in book.slots:
            raise missing_slot(slot, book, self._contract.folder)
        situation, recent = self._occasion.situation, self._occasion.recent
        found = book.choose(slot, situation, there=self._there, key=self._key, recent=recent)
        if found is None:
            return Markup()
        self.used.append(found.file.id)
        template = self._library.phrase_template(self._language, found, self._contract.file.kind)
        name = f"phrases/{self._language}.yaml"
        with inside(name, found.line):
            # Every value that the phrase prints went through the environment's `finalize`.
            return Markup(fill(template, self.context, name=name, longest=self._longest))  # noqa: S704
