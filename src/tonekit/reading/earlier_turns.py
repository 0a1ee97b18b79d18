"""The language and form of address that earlier turns of a conversation used."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ..loading.once import once
from .glance import AddressForms, Glance
from .language.recognition import UNDETERMINED


class EarlierTurns:
    """Language and form of address of a conversation, from the first of its turns that shows them.

    Made for one message, never shared. Turns are read on first access, because most messages leave nothing open.

    Args:
        turns: texts of earlier turns, the most relevant first.
        glance: takes a quick look at a text.
        note: a note on the conversation for the analysis, such as why nothing in it waits for an answer.
    """

    def __init__(self, turns: Sequence[str], glance: Callable[[str], Glance], *, note: str | None = None) -> None:
        self.note = note
        self._turns, self._glance = turns, glance
        self._seen: list[Glance] = []

    @once
    def language(self) -> str | None:
        """Its language, or None if no turn shows it."""
        return next((look.language.label for look in self._looks()), None)

    @once
    def address(self) -> AddressForms:
        """The form of address in it, or None if its language has only one or no turn shows it."""
        same = (look.address for look in self._looks() if look.language.label == self.language)
        return next(filter(None, same), None)

    def _looks(self) -> Iterator[Glance]:
        """Yield the turns whose language is certain, each read at most once."""
        for number, turn in enumerate(self._turns):
            if number == len(self._seen):
                self._seen.append(self._glance(turn))
            language = self._seen[number].language
            if language.label != UNDETERMINED and not language.unsure:
                yield self._seen[number]
