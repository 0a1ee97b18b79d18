"""What one rendering is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any

from ..conditions.condition import Situation
from ..loading.once import once
from ..profile import Style, StyleProfile
from .phrases.alternatives import Values
from .phrases.phrase_book import VariationKey

_style = attrgetter(*Style.model_fields)
_value = attrgetter("value")


@dataclass(frozen=True)
class Occasion:
    """Inputs, situation and style of one rendering.

    Attributes:
        given: inputs by dotted path, unconverted.
        situation: what conditions look at, the style among it.
        profile: the style.
        key: the conversation; alternatives vary with it.
        recent: ids of phrases used lately.
        converted: inputs that have been converted already, by the key of their step in a contract: prompt, choice of
            the reply and reply ask for the same ones.
    """

    given: Mapping[str, Any]
    situation: Situation
    profile: StyleProfile
    key: str
    recent: Sequence[str] = ()
    converted: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @once
    def style(self) -> object:
        """The fields of the style as one value that styles can be told apart by."""
        return _style(self.profile)

    @once
    def variation(self) -> VariationKey:
        """What wording varies with."""
        return VariationKey(self.key)

    @once
    def values(self) -> Values:
        """What was observed under each name."""
        return Values(zip(self.situation, map(_value, self.situation.values()), strict=True))
