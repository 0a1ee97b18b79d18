"""What a template sees: its inputs, brand and style, and the language of the reply."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..settings import Brand
from .contracts.contract import Contract
from .contracts.inputs import ALWAYS_MARKS, brand_inputs, language_inputs, style_inputs
from .contracts.values import Section, Settled, Text
from .environment import Inert
from .occasion import Occasion
from .style_words import StyleWords

MOST_STYLES = 512
"""Styles whose sections are kept; the shipped rules bring forth a few dozen in practice."""


class Contexts:
    """Makes contexts for one kind of template. Safe to share between threads.

    Brand and style come up in every message, so their sections are made, and their texts made inert, once.

    Args:
        brand: who answers.
        words: sentences for the style.
        inert: what makes a printed text of these templates inert.
        marks: whether texts are printed with the marks of their sources.
    """

    def __init__(self, brand: Brand, words: StyleWords, inert: Inert, *, marks: bool = False) -> None:
        self._brand = brand
        self._words = words
        self._inert = inert
        self._marks: Mapping[str, str] = ALWAYS_MARKS if marks else {}
        self._languages: dict[str, dict[str, Section]] = {}
        self._styles: dict[object, Section] = {}

    def context(
        self, contract: Contract, values: Mapping[str, Any], occasion: Occasion, language: str
    ) -> dict[str, Any]:
        """Return the context of a template.

        Args:
            contract: of the template.
            values: its converted inputs by dotted path.
            occasion: for the style.
            language: language of the reply.
        """
        shared = self._by_language(language)
        context: dict[str, Any] = {**shared, "style": self._style(occasion), **contract.blank}
        blank, places = contract.blank, contract.places
        for path, value in values.items():
            group, name = places[path]
            if not group:
                context[name] = value
                continue
            if (section := context[group]) is blank[group]:
                section = context[group] = Section(group)
            section[name] = value
        return context

    def over(self, context: Mapping[str, Any], occasion: Occasion, language: str) -> dict[str, Any]:
        """Return the context of another kind of template with the same inputs."""
        return {**context, **self._by_language(language), "style": self._style(occasion)}

    def _by_language(self, language: str) -> dict[str, Section]:
        found = self._languages.get(language)
        if found is None:
            brand = self._section("brand", brand_inputs(self._brand, language))
            found = {"brand": brand, "reply_language": self._section("reply_language", language_inputs(language))}
            self._languages[language] = found
        return found

    def _style(self, occasion: Occasion) -> Section:
        key, profile = occasion.style, occasion.profile
        found = self._styles.get(key)
        if found is None:
            if len(self._styles) >= MOST_STYLES:
                self._styles.clear()
            found = self._section("style", style_inputs(profile, self._words.instructions(profile)))
            self._styles[key] = found
        return found

    def _section(self, group: str, values: Mapping[str, Any]) -> Section:
        return Section(group, {name: self._settled(f"{group}.{name}", value) for name, value in values.items()})

    def _settled(self, path: str, value: Any) -> Any:
        if isinstance(value, str):
            text = Text.of(value, "system", lines=True, mark=self._marks.get(path, ""))
            return Settled.of_shown(text, self._inert(text))
        if isinstance(value, Sequence):
            return [self._settled(path, each) for each in value]
        return value
