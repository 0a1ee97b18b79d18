"""How much the labels of messages surprise a head, every class counting alike, and what is known without reading any.

A head that gives each label its share in the file has learnt nothing from the texts. With every class counting alike
that is a guess among the labels of the file, whose log loss is the logarithm of their number: weights that do no
better have learnt noise, however much better they are than weights that other labels were meant for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .fitting import probabilities

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from .material import Material

    Matrix = NDArray[np.float64]

_TINY = 1e-12


def losses(material: Material, scores: Matrix) -> Matrix:
    """Return the log loss of each message, weighted so that every class counts alike."""
    import numpy as np

    shares = probabilities(scores)[np.arange(len(material.wanted)), material.wanted]
    found: Matrix = -_weights(material) * np.log(np.maximum(shares, _TINY))
    return found


def losses_of_shares(material: Material) -> Matrix:
    """Return what the loss of each message is for who knows how often each label is given, and no message."""
    import numpy as np

    found: Matrix = _weights(material) * np.log(len(np.unique(material.wanted)))
    return found


def fall_in_errors(before: Matrix, after: Matrix) -> float:
    """Return by how many of its standard errors the loss falls on average."""
    falls = before - after
    error = float(falls.std(ddof=1)) / len(falls) ** 0.5
    return float(falls.mean()) / error if error else 0.0


def _weights(material: Material) -> Matrix:
    import numpy as np

    counts = np.bincount(material.wanted, minlength=len(material.labels))
    found: Matrix = len(material.wanted) / (counts > 0).sum() / counts[material.wanted]
    return found
