"""Label messages one question at a time: forward, back, and on from where a sitting ended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from heapq import nsmallest
from pathlib import Path

from ..errors import DataFileError
from .labelled_message import LabelledMessage


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that is open.

    Attributes:
        message: the message.
        dimension: what is asked about it.
        number: place of the message among all, from 1.
    """

    message: LabelledMessage
    dimension: str
    number: int


class Labelling:
    """The state of one sitting.

    Args:
        messages: what is to be labelled; labels that they have already are not looked at.
        dimensions: what is asked about each of them, in this order.
        done: messages with the labels of earlier sittings; those that are not among `messages` are kept as they are.

    Raises:
        DataFileError: a message of an earlier sitting has another text now.
    """

    def __init__(
        self,
        messages: Sequence[LabelledMessage],
        dimensions: Sequence[str],
        done: Iterable[LabelledMessage],
        file: Path,
    ) -> None:
        self._done = {each.id: each for each in done}
        self._total = len(messages)
        for each in messages:
            _check_same(each, self._done.get(each.id), file)
        self._open = [
            Asked(each, dimension, number)
            for number, each in enumerate(messages, start=1)
            for dimension in dimensions
            if each.id not in self._done or dimension not in self._done[each.id].labels
        ]
        self._place = 0
        self._steps: list[tuple[int, LabelledMessage | None]] = []

    @property
    def asked(self) -> Asked | None:
        """The question that is open; None when all have been put."""
        return self._open[self._place] if self._place < len(self._open) else None

    @property
    def total(self) -> int:
        """How many messages there are."""
        return self._total

    @property
    def left(self) -> int:
        """How many messages still have a question that was not put."""
        return len({each.message.id for each in self._open[self._place :]})

    def answer(self, label: str) -> None:
        """Give the message a label for what is asked, and go on."""
        asked = self._asked()
        known = self._done.get(asked.message.id)
        self._steps.append((self._place, known))
        before = known or replace(asked.message, labels={}, expected={})
        self._done[asked.message.id] = replace(before, labels={**before.labels, asked.dimension: label})
        self._place += 1

    def skip(self) -> None:
        """Leave what is asked without a label, and go on."""
        self._step_to(self._place + 1)

    def skip_message(self) -> None:
        """Leave the rest of the message without labels, and go on to the next one."""
        asked, place = self._asked(), self._place
        while place < len(self._open) and self._open[place].message.id == asked.message.id:
            place += 1
        self._step_to(place)

    def undo(self) -> bool:
        """Go back one step and take its label back; return whether there was one."""
        if not self._steps:
            return False
        self._place, known = self._steps.pop()
        id_ = self._open[self._place].message.id
        if known is None:
            self._done.pop(id_, None)
        else:
            self._done[id_] = known
        return True

    def labelled(self) -> tuple[LabelledMessage, ...]:
        """Return all messages that have a label, those of earlier sittings first."""
        return tuple(self._done.values())

    def _step_to(self, place: int) -> None:
        self._steps.append((self._place, self._done.get(self._asked().message.id)))
        self._place = place

    def _asked(self) -> Asked:
        if self.asked is None:
            raise IndexError("all questions have been put")
        return self.asked


def once_each(messages: Iterable[LabelledMessage]) -> Iterator[LabelledMessage]:
    """Yield the first message of each text: nobody should have to judge the same mail twice."""
    seen: set[bytes] = set()
    for message in messages:
        if (hashed := _hash(message.text)) not in seen:
            seen.add(hashed)
            yield message


def sample(messages: Iterable[LabelledMessage], *, size: int) -> list[LabelledMessage]:
    """Return `size` messages, taken by a hash of their text: the same ones for everybody, in the order of the file."""
    numbered = enumerate(messages)
    chosen = nsmallest(size, numbered, key=lambda pair: (_hash(pair[1].text), pair[0]))
    return [message for _, message in sorted(chosen, key=lambda pair: pair[0])]


def _hash(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def _check_same(message: LabelledMessage, earlier: LabelledMessage | None, file: Path) -> None:
    if earlier is not None and earlier.text != message.text:
        raise DataFileError(
            f"the message '{message.id}' had another text when it was labelled; give messages ids of their own, or "
            "start a new file with --out",
            path=file,
        )
