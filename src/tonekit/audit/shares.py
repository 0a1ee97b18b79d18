"""Whether a share has changed by more than chance."""

from __future__ import annotations

from math import sqrt

from ..evaluation.scores import NORMAL_95, wilson


def changed(before: tuple[int, int], after: tuple[int, int], *, z: float = NORMAL_95) -> bool:
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
