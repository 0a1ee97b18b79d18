"""Rows of numbers as one integer each, so that to add up two rows is one addition.

A table says little of each word and is asked about a hundred words a message: to add them column by column costs more
than to find them. Here every column has its bits of an integer; what is below 0 borrows from its neighbour, and the
sum of all rows pays it back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from struct import Struct

UNIT = 1000
"""A number counts in thousandths; a row holds numbers below two million."""
FINE_UNIT = 10**8 << 16
"""Where weights of two decimals are halved again and again, and those of a calibration have all of theirs: a number
counts in so small parts that 16 halves of eight decimals are exact; a row holds numbers below a million."""
_SIGNS = {32: "i", 64: "q"}


class Packing:
    """How rows of one table are packed. Safe to share between threads.

    Args:
        width: columns of the table.
        unit: how many units are 1.
        bits: bits of a column, 32 or 64.
    """

    def __init__(self, width: int, *, unit: int = UNIT, bits: int = 32) -> None:
        self.width, self.unit = width, unit
        self._bits, self._half = bits, 1 << bits - 1
        self._raised = Struct(f"<{width}{_SIGNS[bits].upper()}")
        self._signed = Struct(f"<{width}{_SIGNS[bits]}")
        self._halves = self._each([self._half] * width)

    def packed(self, units: Iterable[int]) -> int:
        """Return a row as an integer; `units` are parts of 1, those of the last columns may be missing."""
        raised = [unit + self._half for unit in units]
        return self._each([*raised, *[self._half] * (self.width - len(raised))]) - self._halves

    def numbers(self, row: int) -> list[float]:
        """Return the numbers of a row, or of a sum of rows."""
        # With its highest bit turned, what was raised by half of all numbers is a signed number as machines write it.
        signed, halves, unit = self._signed, self._halves, self.unit
        return [each / unit for each in signed.unpack(((row + halves) ^ halves).to_bytes(signed.size, "little"))]

    def number(self, row: int, column: int) -> float:
        """Return one number of a row, or of a sum of rows."""
        raised = (row + self._halves) >> column * self._bits & (self._half << 1) - 1
        return (raised - self._half) / self.unit

    def above(self, least: Sequence[float]) -> Above:
        """Return what tells which of the first columns of a row are above `least`; it looks at no others."""
        others = [0] * (self.width - len(least))
        room = self._each([*[self._half - 1 - round(each * self.unit) for each in least], *others])
        return Above(room, self._each([*[self._half] * len(least), *others]), self._bits)

    def _each(self, columns: Sequence[int]) -> int:
        return int.from_bytes(self._raised.pack(*columns), "little")


class Above:
    """Tells which columns of a row are above a bound, in two operations where none is.

    Args:
        room: what every column lacks to the highest of its bits.
        highest: the highest bit of every column that is looked at.
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
