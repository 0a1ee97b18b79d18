"""What `wording/<language>.yaml` says of one language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from ..languages.pack import Phrases
from .words import words_of


class Imperatives(BaseModel):
    """Imperatives that address a reader familiarly without a pronoun, where they open a sentence.

    Attributes:
        forms: the words.
        nouns_too: words that are nouns as well, and count before one of `object` alone.
        object: words that follow an imperative and no noun.
        not_before: words before which it is no imperative: "Schicke ich …".
        after: words that may stand before it: "Bitte schick …".
        first_person: ending of the forms that "ich" has too: "Sende Ihnen anbei die Rechnung" leaves it out.
        not_with: words that, like a polite form, show in the rest of the sentence that such a form is one of "ich".
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    forms: frozenset[str]
    nouns_too: frozenset[str]
    object: frozenset[str]
    not_before: frozenset[str]
    after: frozenset[str]
    first_person: Annotated[str, Field(min_length=1)]
    not_with: frozenset[str]

    @cached_property
    def known(self) -> frozenset[str]:
        """All words that may be one."""
        return self.forms | self.nouns_too


class Address(BaseModel):
    """Words of address of a language.

    Attributes:
        apart: whether a reader is addressed with one of the two forms alone (German).
        polite, familiar: the words, with their capitals.
        imperatives: of the familiar form, where they differ from those of the polite one.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    apart: bool
    polite: frozenset[str]
    familiar: frozenset[str]
    imperatives: Imperatives | None = None

    @cached_property
    def in_lower_case(self) -> frozenset[str]:
        """All of them in lower case."""
        return frozenset(word.lower() for word in self.polite | self.familiar)


class Sign(BaseModel):
    """What a sentence has to hold before all its words together make it a manner.

    Attributes:
        needs: it holds one of each list; an entry is a phrase, or the beginning of a word with `*` behind it.
        against: it holds none of these.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    needs: tuple[Phrases, ...]
    against: Phrases


def _single_words(phrases: Sequence[str]) -> Sequence[str]:
    for phrase in phrases:
        if len(words_of(phrase)) != 1:
            raise ValueError(f"'{phrase}' is not a single word")
    return phrases


class WordingFile(BaseModel):
    """`wording/<language>.yaml`: phrases by what is wrong with them, and the words around names."""

    model_config = ConfigDict(frozen=True, extra="forbid")

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
    clearing: Phrases
    program_speaks: Phrases
    signs: Mapping[Annotated[str, Field(pattern=r"^(model_talk|blame|cheer|acknowledgement)$")], Sign]
    address: Address
