"""What a language pack holds, once it is read and checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from ..models.frozen_model import FrozenModel
from .phrases import expand

Register = Literal["formal", "neutral", "casual"]
Unit = Literal["minute", "hour", "day", "week", "month", "year"]


def _expanded(patterns: object) -> object:
    if not isinstance(patterns, list):
        return patterns
    return tuple(phrase for pattern in patterns for phrase in expand(str(pattern)))


Phrases = Annotated[tuple[str, ...], BeforeValidator(_expanded)]


class Address(FrozenModel):
    """Pronouns of address, in the case in which they are written.

    Attributes:
        telling: whether the form says something about register today (German: yes; Swedish: no).
        beside_verb: informal forms that are an address only beside a verb with one of `verb_endings`
            (German `ihr habt`, but `ihr Auto`).
        verb_forms: verbs that go with `beside_verb` alone, and tell it from the end of a clause (`ob ihr das habt`).
        subject_before: words that follow `beside_verb` only where it is the subject (`wenn ihr mir schreibt`).
        exclaimed: words behind a pronoun that make an exclamation of it, in lower case (`du meine Güte`).
    """

    telling: bool
    formal: tuple[str, ...] = ()
    informal: tuple[str, ...] = ()
    beside_verb: tuple[str, ...] = ()
    verb_endings: tuple[str, ...] = ()
    verb_forms: tuple[str, ...] = ()
    subject_before: tuple[str, ...] = ()
    exclaimed: tuple[str, ...] = ()


class Words(FrozenModel):
    """How a language writes its words.

    Attributes:
        hyphens_part: whether a hyphen between letters parts two words ("follow-up" is read as "follow up").
        ordinal_stop: whether a full stop makes an ordinal of a figure ("am 3. Mai").
        parted_endings: endings behind an apostrophe that are words of their own ("it's").
        clipped: words with an apostrophe at one end (Danish `ik'`, German `'ne`), lower case.
        abbreviations: words before a full stop that ends no sentence; lower case, without that stop.
    """

    hyphens_part: bool = False
    ordinal_stop: bool = False
    parted_endings: tuple[str, ...] = ()
    clipped: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()


class LanguageFile(FrozenModel):
    """`language.yaml`: what tells the language from others, and how it writes words and address."""

    name: str
    english_name: str
    function_words: Annotated[tuple[str, ...], Field(min_length=60)]
    distinctive_words: tuple[str, ...]
    letters: tuple[str, ...] = ()
    address: Address
    words: Words = Words()


class Boosters(FrozenModel):
    """Words that make the next words stronger (`up`) or weaker (`down`)."""

    up: Phrases
    down: Phrases


class ValenceFile(FrozenModel):
    """`valence.yaml`: words that change the valence of others."""

    boosters: Boosters
    negations: Phrases
    contrast: Phrases


class FactsFile(FrozenModel):
    """`facts.yaml`: the words that typed facts are made of."""

    numbers: dict[int, Phrases]
    ordinals: dict[int, Phrases]
    contact_nouns: Phrases
    contact_verbs: Phrases
    units: dict[Unit, Phrases]
    weekdays: Annotated[Phrases, Field(min_length=7)]
    months: Annotated[Phrases, Field(min_length=12)]
    contacted: Phrases = ()
    told_dates: Phrases = ()
    wait_words: Phrases
    long_waits: Phrases = ()
    since: Phrases
    deadline_words: Phrases
    absence_words: Phrases = ()
    suiting_words: Phrases = ()
    row_words: Phrases = ()
    pressing_words: Phrases = ()
    day_times: Phrases
    order_nouns: Phrases


class AnswersInside(FrozenModel):
    """How somebody says that answers stand in the quoted mail.

    Attributes:
        said: words for answers.
        where: words for the place or colour.
        asks: words that a firm asks with; what has one is no answer. Right before one of `said` it asks for answers.
        awaits: words of somebody who waits for an answer, and announces none.
    """

    said: Phrases
    where: Phrases
    asks: Phrases
    awaits: Phrases = ()


class MailFile(FrozenModel):
    """`mail.yaml`: the furniture of a mail."""

    greetings: dict[Register, Phrases]
    closings: dict[Register, Phrases]
    quote_headers: tuple[str, ...]
    original_message: Phrases
    header_fields: dict[Literal["from", "sent", "to", "cc", "subject"], Phrases]
    device_signatures: tuple[str, ...]
    legal_footers: Phrases
    banner_openings: Phrases = ()
    banners: Phrases = ()
    chat_customers: Phrases = ()
    chat_firms: Phrases = ()
    answers_inside: AnswersInside | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Families of words that call for a person where a word of each stands near the others.

    Attributes:
        families: their phrases.
        neighbours: whether they may stand in two neighbouring sentences of a paragraph.
        unless: phrases in whose sentence, and beside it, the families say nothing.
    """

    families: tuple[tuple[str, ...], ...]
    neighbours: bool = False
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alerts:
    """`alerts.yaml`: what calls for a person. It counts beside the cues, and hides none.

    Attributes:
        phrases: cue id → phrases.
        together: cue id → groups of families.
    """

    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    together: Mapping[str, tuple[Group, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LanguagePack:
    """Everything that tonekit knows about one language.

    Attributes:
        code: ISO 639-1 code (`nb` for Norwegian Bokmål).
        language, valence, facts, mail: the pack's files of these names.
        cues: cue id → phrases, greetings and closings of `mail.yaml` among them.
        fields: semantic field → its words and short phrases.
        lexicon: word → valence, −4 to 4.
        alerts: what calls for a person.
    """

    code: str
    language: LanguageFile
    valence: ValenceFile
    facts: FactsFile
    mail: MailFile
    cues: Mapping[str, tuple[str, ...]]
    fields: Mapping[str, tuple[str, ...]]
    lexicon: Mapping[str, float]
    alerts: Alerts = field(default_factory=Alerts)
