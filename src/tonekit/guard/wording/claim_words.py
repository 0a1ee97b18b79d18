"""The words that tell what a figure or a day in a text is good for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, lru_cache
from typing import Literal

from ...files.datafile import read_data_file
from ...models.frozen_model import FrozenModel
from .wording import FOLDER

MOST_DAYS = 31
Phrase = tuple[str, ...]


class ClaimWords(FrozenModel):
    """`wording/claim_words.yaml`, where each section is described: the words of all languages."""

    nearly: frozenset[str]
    above: frozenset[str]
    about: frozenset[str]
    contrast: frozenset[str]
    conditions: frozenset[str]
    joining: frozenset[str]
    subjects: frozenset[str]
    subordinate: frozenset[str]
    booked: frozenset[str]
    half: frozenset[str]
    quarters: frozenset[str]
    noon: frozenset[str]
    midnight: frozenset[str]
    prices: tuple[str, ...]
    included: frozenset[str]
    in_price: tuple[str, ...]
    articles: frozenset[str]
    charging: frozenset[str]
    billed: frozenset[str]
    bearing: frozenset[str]
    covering: frozenset[str]
    owed: frozenset[str]
    bearers: frozenset[str]
    limiting: frozenset[str]
    borne: frozenset[str]
    grounds: tuple[str, ...]
    without: frozenset[str]
    wholly: frozenset[str]
    aged: frozenset[str]
    counted: frozenset[str]
    vacant: frozenset[str]
    weekends: frozenset[str]
    workdays: frozenset[str]
    working_days: frozenset[str]
    on_days: frozenset[str]
    next_day: tuple[str, ...]
    that_day: tuple[str, ...]
    yesterday: tuple[str, ...]
    before_yesterday: tuple[str, ...]
    some: frozenset[str]
    paying: tuple[str, ...]
    apart: frozenset[str]
    day_before: tuple[str, ...]
    wishes: frozenset[str]
    listing: frozenset[str]
    excepting: frozenset[str]
    all_but: frozenset[str]
    every: frozenset[str]
    whose: frozenset[str]
    made_theirs: frozenset[str]
    each: frozenset[str]
    totals: frozenset[str]
    none: frozenset[str]
    is_in: frozenset[str]
    until_then: frozenset[str]
    refunding: tuple[str, ...]
    back: tuple[str, ...]
    parted: frozenset[str]
    short_units: dict[str, Literal["second", "minute", "hour", "day", "week", "month"]]
    offers: frozenset[str]
    ahead_of_feasts: frozenset[str]
    reckoning: frozenset[str]
    limits: frozenset[str]
    technical_units: frozenset[str]
    next_month: frozenset[str]
    firm: frozenset[str]
    small_money: frozenset[str]
    elapsed: frozenset[str]
    waiting: frozenset[str]
    missed: frozenset[str]
    to_wait: frozenset[str]
    queues: frozenset[str]
    month_ends: tuple[str, ...]
    month_closings: tuple[str, ...]
    year_ends: tuple[str, ...]
    between: frozenset[str]
    joined: frozenset[str]
    until: frozenset[str]
    day_parts: tuple[str, ...]
    forenoon: frozenset[str]
    afternoon: tuple[str, ...]
    moved: tuple[str, ...]
    ordinals: dict[str, tuple[str, ...]]
    endings: dict[str, tuple[str, ...]]
    of: frozenset[str]
    first_of: tuple[str, ...]
    firsts: frozenset[str]

    @cached_property
    def beside_hours(self) -> frozenset[str]:
        """The words of which one stands beside each span of hours, but those of the clock."""
        return self.between | {"h"} | {words.split()[-1] for words in self.day_parts}

    @cached_property
    def days(self) -> Mapping[str, tuple[tuple[Phrase, int], ...]]:
        """First word of an ordinal → what follows of it, the longest first, and the day that it is."""
        days: dict[str, dict[Phrase, int]] = {}
        for language, names in self.ordinals.items():
            for day, name in enumerate(names, 1):
                for ending in self.endings.get(language, ("",)):
                    first, *rest = (name + ending).split()
                    days.setdefault(first, {})[tuple(rest)] = day
        return {first: tuple(sorted(each.items(), key=lambda row: -len(row[0]))) for first, each in days.items()}

    @cached_property
    def day_words(self) -> frozenset[str]:
        """The first words of ordinals, and those for the first of a month."""
        return self.firsts.union(self.days)


@lru_cache
def load_claim_words() -> ClaimWords:
    """Return these words of all languages."""
    return read_data_file(FOLDER / "claim_words.yaml").into(ClaimWords)
