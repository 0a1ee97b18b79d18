"""What heads count: something found in a message, how much of it, and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..analysis import ZoneKind

Located = tuple[int, int, str, float]
"""Start and end in the parsed text, cue id or semantic field or valence, and how much of it; 1 for a phrase."""


@dataclass(slots=True)
class Features:
    """Everything in one message that a head may count.

    Attributes:
        found: cues, fields and shapes, in the order of the text, then blocks of code.
        valence: words with a valence.
        found_in, valence_in: the zone that each of them stands in.
        measures: measures of the whole message that are not 0.
        words: the words in lower case, their stems and pairs, each with the place where it stands first; none where
            no pack was read.
    """

    found: Sequence[Located] = ()
    found_in: Sequence[ZoneKind] = ()
    valence: Sequence[Located] = ()
    valence_in: Sequence[ZoneKind] = ()
    measures: Mapping[str, float] = field(default_factory=dict)
    words: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def placed(self) -> Iterator[tuple[Located, ZoneKind]]:
        """Yield everything but the measures, each with its zone."""
        yield from zip(self.found, self.found_in, strict=True)
        yield from zip(self.valence, self.valence_in, strict=True)
