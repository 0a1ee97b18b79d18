"""What one rendering is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..conditions import Situation
from ..profile import StyleProfile


@dataclass(frozen=True, slots=True)
class Occasion:
    """Inputs, situation and style of one rendering.

    Attributes:
        given: inputs by dotted path, unconverted.
        situation: what conditions look at, the style among it.
        profile: the style.
        key: the conversation; alternatives vary with it.
        recent: ids of phrases used lately.
        converted: inputs that have been converted already, by path, type, trust and longest text: prompt, choice of the
            reply and reply ask for the same ones.
    """

    given: Mapping[str, Any]
    situation: Situation
    profile: StyleProfile
    key: str
    recent: Sequence[str] = ()
    converted: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)
