"""Template references: which template made a text, and a hash over everything that its words depend on.

    replies/quote@de--informal#1f0c2b7a9e44

Same reference, same words for the same inputs: the hash covers body, contract, included parts, the phrases of the slots
that they name, sentences of style, examples and names of facts where they are used, brand and limits.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...files.fingerprint import digest
from ..body import Body
from ..contracts.contract import Contract
from ..contracts.told_facts import NAME, ToldFacts
from ..examples import ExampleBook
from ..style_words import StyleWords


class References:
    """Makes template references. Safe to share between threads.

    Args:
        settings: hash over brand and limits.
        words: sentences for the style.
        examples: the examples.
        told: the facts that prompts tell.
    """

    def __init__(self, settings: str, words: StyleWords, examples: ExampleBook, told: ToldFacts) -> None:
        self._settings = settings
        self._words = words
        self._examples = examples
        self._told = told
        self._made: dict[tuple[str, str], str] = {}

    def of(self, contract: Contract, body: Body) -> str:
        """Return the reference of a body."""
        # A body `any` is another in each language: its phrases differ.
        key = (body.name, body.language)
        found = self._made.get(key)
        if found is None:
            hashed = digest([body.made_of, self._settings, *self._more(contract, body)])
            found = f"{contract.folder}@{body.language}--{body.variant}#{hashed}"
            self._made[key] = found
        return found

    def _more(self, contract: Contract, body: Body) -> Iterator[str]:
        if "style.instructions" in body.uses:
            yield repr(self._words.sentences)
        if "examples" in contract.file.inputs:
            yield from (repr(each.file) for each in self._examples.examples)
        if NAME in contract.file.inputs:
            yield from self._told.labels()
