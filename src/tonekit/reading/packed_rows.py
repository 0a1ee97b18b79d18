"""Rows of numbers as one integer each, so that to add up two rows is one addition.

A table says little of each word and is asked about a hundred words a message: to add them column by column costs more
than to find them. Here every column has 32 bits of an integer; what is below 0 borrows from its neighbour, and the
sum of all rows pays it back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from struct import Struct

UNIT = 1000
"""A number counts in thousandths; a row holds numbers below two million."""
_BITS = 32
_HALF = 1 << _BITS - 1


class Packing:
    """How rows of one table are packed. Safe to share between threads.

    Args:
        width: columns of the table.
    """

    def __init__(self, width: int) -> None:
        self.width = width
        self._form = Struct(f"<{width}I")
        self._halves = self._each([_HALF] * width)

    def packed(self, units: Iterable[int]) -> int:
        """Return a row as an integer; `units` are thousandths, those of the last columns may be missing."""
        raised = [unit + _HALF for unit in units]
        return self._each([*raised, *[_HALF] * (self.width - len(raised))]) - self._halves

    def numbers(self, row: int) -> list[float]:
        """Return the numbers of a row, or of a sum of rows."""
        raised = self._form.unpack((row + self._halves).to_bytes(self._form.size, "little"))
        return [(each - _HALF) / UNIT for each in raised]

    def above(self, least: Sequence[float]) -> Above:
        """Return what tells which columns of a row are above `least`."""
        room = self._each([_HALF - 1 - round(each * UNIT) for each in least])
        return Above(room, self._halves, _BITS)

    def _each(self, columns: Sequence[int]) -> int:
        return int.from_bytes(self._form.pack(*columns), "little")


class Above:
    """Tells which columns of a row are above a bound, in two operations where none is.

    Args:
        room: what every column lacks to the highest of its bits.
        highest: the highest bit of every column.
        bits: bits of a column.
    """

    __slots__ = ("_bits", "_highest", "_room")

    def __init__(self, room: int, highest: int, bits: int) -> None:
        self._room = room
        self._highest = highest
        self._bits = bits

    def columns(self, row: int) -> list[int]:
        """Return the columns that are above their bound."""
        above = (row + self._room) & self._highest
        if not above:
            return []
        return [
            column for column in range(above.bit_length() // self._bits) if above >> (column + 1) * self._bits - 1 & 1
        ]
