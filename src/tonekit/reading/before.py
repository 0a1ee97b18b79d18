"""How a conversation was held before the turns that are answered: in which language, with which form of address."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ..once import once
from .glance import AddressForms, Glance
from .language.recognition import UNDETERMINED


class Before:
    """How a conversation was held, by the first of its turns that tell. Made for one message, never shared.

    Turns are looked at when it is first asked: most messages leave nothing open.

    Args:
        turns: texts of earlier turns, those that count most first.
        glance: reads one at a glance.
        note: what is to be told of the conversation, such as why nothing in it waits for an answer.
    """

    def __init__(self, turns: Sequence[str], glance: Callable[[str], Glance], *, note: str | None = None) -> None:
        self.note = note
        self._turns, self._glance = turns, glance
        self._seen: list[Glance] = []

    @once
    def language(self) -> str | None:
        """Its language, or None where no turn tells."""
        return next((look.language.label for look in self._looks()), None)

    @once
    def address(self) -> AddressForms:
        """The form of address in it, where its language tells by it."""
        same = (look.address for look in self._looks() if look.language.label == self.language)
        return next(filter(None, same), None)

    def _looks(self) -> Iterator[Glance]:
        """Yield what is seen of the turns that tell their language, none of them looked at twice."""
        for number, turn in enumerate(self._turns):
            if number == len(self._seen):
                self._seen.append(self._glance(turn))
            language = self._seen[number].language
            if language.label != UNDETERMINED and not language.unsure:
                yield self._seen[number]
