"""Minimise a smooth convex function: L-BFGS (Liu & Nocedal 1989) with backtracking, in numpy alone."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]
    Function = Callable[[Matrix], tuple[float, Matrix]]
    Memory = Iterable[tuple[Matrix, Matrix]]

REMEMBERED = 10
"""Steps whose curvature is remembered; the usual number."""
_ENOUGH = 1e-4
"""Share of the promised decrease that a step has to bring (Armijo)."""
_HALVINGS = 30


def minimise(function: Function, start: Matrix, *, steps: int, tolerance: float = 1e-3) -> Matrix:
    """Return the place of the least value that was found.

    Args:
        function: returns value and gradient at a place.
        start: where to begin.
        steps: the most steps taken.
        tolerance: a largest gradient entry below this ends the search.
    """
    import numpy as np

    place = start.copy()
    value, gradient = function(place)
    memory: deque[tuple[Matrix, Matrix]] = deque(maxlen=REMEMBERED)
    for _ in range(steps):
        if np.abs(gradient).max() < tolerance:
            break
        direction = -_scaled(gradient, memory)
        found = _line_search(function, place, value, gradient, direction)
        if found is None:
            break
        new_place, value, new_gradient = found
        moved, turned = new_place - place, new_gradient - gradient
        if float((moved * turned).sum()) > 0:
            memory.append((moved, turned))
        place, gradient = new_place, new_gradient
    return place


def _scaled(gradient: Matrix, memory: Memory) -> Matrix:
    """Return the gradient times the inverse Hessian as far as the last steps tell it: the two-loop recursion."""
    pairs = list(memory)
    scaled = gradient.copy()
    shares: list[float] = []
    for moved, turned in reversed(pairs):
        share = float((moved * scaled).sum()) / float((moved * turned).sum())
        shares.append(share)
        scaled -= share * turned
    if pairs:
        moved, turned = pairs[-1]
        scaled *= float((moved * turned).sum()) / float((turned * turned).sum())
    else:
        scaled /= max(1.0, float((gradient * gradient).sum()) ** 0.5)
    for (moved, turned), share in zip(pairs, reversed(shares), strict=True):
        back = float((turned * scaled).sum()) / float((moved * turned).sum())
        scaled += (share - back) * moved
    return scaled


def _line_search(
    function: Function, place: Matrix, value: float, gradient: Matrix, direction: Matrix
) -> tuple[Matrix, float, Matrix] | None:
    """Return the first place on the way that is low enough, its value and gradient; None if nothing is."""
    promised = float((gradient * direction).sum())
    length = 1.0
    for _ in range(_HALVINGS):
        new_place = place + length * direction
        new_value, new_gradient = function(new_place)
        if new_value <= value + _ENOUGH * length * promised:
            return new_place, new_value, new_gradient
        length /= 2
    return None
