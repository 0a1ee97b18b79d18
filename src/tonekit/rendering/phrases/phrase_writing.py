"""The function `phrase("slot")` that templates call."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from markupsafe import Markup

from ..contracts.contract import Contract
from ..filling import fill
from ..folders.library import TemplateLibrary
from ..markup.provenance import CLOSE
from ..occasion import Occasion
from ..syntax.text_errors import inside
from .alternatives import Phrase
from .phrase_book import missing_slot

LONGEST_PHRASE = 60_000
"""Characters; a phrase is a sentence or two, with an input in it."""


class PhraseWriter:
    """Writes the phrases of one rendering and remembers which.

    Args:
        library: compiles phrases.
        contract: the template that is being rendered.
        occasion: situation, conversation and recent phrases.
        context: what the phrases see.
        there: paths of the inputs that are there.
        language: language of the phrases.
        marks: whether a phrase is written with the mark of its source.
    """

    def __init__(
        self,
        library: TemplateLibrary,
        contract: Contract,
        occasion: Occasion,
        context: Mapping[str, Any],
        *,
        there: Collection[str],
        language: str,
        marks: bool = False,
    ) -> None:
        self._library = library
        self._contract = contract
        self._occasion = occasion
        self._there = there
        self._language = language
        self._context = context
        self._marks = marks
        self._book = library.phrases(language)
        self.used: list[str] = []

    def __call__(self, slot: str, *, widen: bool = False) -> Markup:
        """Return the phrase for a slot, or nothing if none is eligible.

        With `widen` a phrase that fits less closely comes before one that was used lately.

        Raises:
            TemplateError: the phrase book has no such slot.
        """
        book, occasion = self._book, self._occasion
        if slot not in book.slots:
            raise missing_slot(slot, book, self._contract.folder)
        found = book.choose(
            slot,
            occasion.situation,
            there=self._there,
            key=occasion.variation,
            values=occasion.values,
            recent=occasion.recent,
            widen=widen,
        )
        if found is None:
            return Markup()
        self.used.append(found.file.id)
        text = self.written(found)
        # Every value that the phrase prints went through the environment's `finalize`.
        marked = f"{book.marks[found.file.id]}{text}{CLOSE}" if self._marks else text
        return Markup(marked)  # noqa: S704 - see above

    def written(self, phrase: Phrase) -> str:
        """Return a phrase of the book, whether it fits or not.

        Raises:
            TemplateError: it cannot be filled.
        """
        if not phrase.prints:
            return phrase.file.text
        template = self._library.phrase_template(self._language, phrase, self._contract.file.kind)
        if (text := template.printed(self._context)) is not None:
            return text
        with inside(f"phrases/{self._language}.yaml", phrase.line):
            return fill(template, self._context, longest=LONGEST_PHRASE)
