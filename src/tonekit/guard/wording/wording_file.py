"""One file of `wording/`, as a model: the wording of one language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Annotated

from pydantic import AfterValidator, Field

from ...languages.pack import Phrases
from ...models.frozen_model import FrozenModel
from .words import words_of


class Imperatives(FrozenModel):
    """Imperatives that, at the start of a sentence, address the reader familiarly without a pronoun.

    Attributes:
        forms: the words.
        nouns_too: words that can also be nouns, and count only before one of `object`.
        object: words that follow an imperative but never a noun.
        not_before: words that do not follow an imperative: "Schicke ich …".
        after: words that may precede it: "Bitte schick …".
        first_person: ending shared with the first person: "Sende Ihnen anbei die Rechnung" leaves out "ich".
        not_with: words later in the sentence that, like a polite form, show such a form to be a first person.
    """

    forms: frozenset[str]
    nouns_too: frozenset[str]
    object: frozenset[str]
    not_before: frozenset[str]
    after: frozenset[str]
    first_person: Annotated[str, Field(min_length=1)]
    not_with: frozenset[str]

    @cached_property
    def known(self) -> frozenset[str]:
        """All words that may be imperatives."""
        return self.forms | self.nouns_too


class Address(FrozenModel):
    """The words of address of a language.

    Attributes:
        apart: whether both forms are in use and must not be mixed (German).
        polite, familiar: the words, with their capitals.
        imperatives: of the familiar form, if they differ from those of the polite one.
    """

    apart: bool
    polite: frozenset[str]
    familiar: frozenset[str]
    imperatives: Imperatives | None = None

    @cached_property
    def in_lower_case(self) -> frozenset[str]:
        """All of them in lower case."""
        return frozenset(word.lower() for word in self.polite | self.familiar)


def _single_words(phrases: Sequence[str]) -> Sequence[str]:
    for phrase in phrases:
        if len(words_of(phrase)) != 1:
            raise ValueError(f"'{phrase}' is not a single word")
    return phrases


class WordingFile(FrozenModel):
    """The wording of one language: phrases by what is wrong with them, and the words around names."""

    model_talk: Phrases
    blame: Phrases
    cheer: Phrases
    acknowledgement: Phrases
    hand_holding: Phrases
    casual: Phrases
    stiff: Phrases
    jargon: Phrases
    titles: Phrases
    colleagues: Phrases
    naming: Phrases
    not_names: Phrases
    first_step: Phrases
    next_step: Phrases
    negations: Annotated[Phrases, Field(min_length=1), AfterValidator(_single_words)]
    idle_negations: Phrases
    conditions: Phrases
    opening_conditions: Phrases
    turned_subjects: Annotated[Phrases, AfterValidator(_single_words)]
    bare_openings: Annotated[Phrases, AfterValidator(_single_words)]
    asked: Phrases
    clearing: Phrases
    program_speaks: Phrases
    counter_signs: Mapping[
        Annotated[str, Field(pattern=r"^(model_talk|blame|cheer|acknowledgement|relief|reader)$")], Phrases
    ]
    address: Address
