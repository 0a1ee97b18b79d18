"""How far a share that was counted can be trusted."""

from __future__ import annotations

from math import sqrt

Z_95 = 1.959964
"""The normal quantile of a two-sided interval of 95 %."""


def wilson(hits: int, total: int, *, z: float = Z_95) -> tuple[float, float]:
    """Return the interval in which a share lies, 0 to 1 (Wilson 1927); all of it where nothing was counted."""
    if not total:
        return 0.0, 1.0
    share, spread = hits / total, z * z / total
    middle = (share + spread / 2) / (1 + spread)
    half = z * sqrt(share * (1 - share) / total + spread / (4 * total)) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


def changed(before: tuple[int, int], after: tuple[int, int], *, z: float = Z_95) -> bool:
    """Return whether two shares differ by more than chance: hits and total each (Newcombe 1998, method 10).

    The interval of the difference is made of the Wilson intervals of both shares; it does not hold 0.
    """
    if not before[1] or not after[1]:
        return False
    share_before, share_after = before[0] / before[1], after[0] / after[1]
    (low_before, high_before), (low_after, high_after) = wilson(*before, z=z), wilson(*after, z=z)
    gap = share_after - share_before
    low = gap - sqrt((share_after - low_after) ** 2 + (high_before - share_before) ** 2)
    high = gap + sqrt((high_after - share_after) ** 2 + (share_before - low_before) ** 2)
    return low > 0 or high < 0
