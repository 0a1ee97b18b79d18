"""What is to be written: one template for one message."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from .body import Body
from .contexts import Contexts
from .contracts.contract import Contract
from .folders.library import TemplateLibrary
from .occasion import Occasion
from .phrases.alternatives import Phrase
from .phrases.phrase_writing import PhraseWriter


class Task(NamedTuple):
    """A template to be filled.

    Attributes:
        contract, body: the template.
        occasion: the message.
        values: its converted inputs.
        language: of the reply.
    """

    contract: Contract
    body: Body
    occasion: Occasion
    values: Mapping[str, Any]
    language: str

    def context(self, contexts: Contexts, library: TemplateLibrary, *, marks: bool = False) -> dict[str, Any]:
        """Return what Jinja fills the template with; its `phrase` remembers what it was called for."""
        context = contexts.context(self.contract, self.values, self.occasion, self.language)
        context["phrase"] = self.phrases(context, library, marks=marks)
        return context

    def speaking(self, contexts: Contexts, library: TemplateLibrary) -> Callable[[Phrase], str]:
        """Return what writes a single phrase by Jinja; the context is made only for a phrase that takes it."""

        def written(phrase: Phrase) -> str:
            writer: PhraseWriter = self.context(contexts, library)["phrase"]
            return writer.written(phrase)

        return written

    def phrases(self, context: Mapping[str, Any], library: TemplateLibrary, *, marks: bool = False) -> PhraseWriter:
        """Return what writes phrases that see a context."""
        return PhraseWriter(
            library, self.contract, self.occasion, context, there=self.values, language=self.language, marks=marks
        )
