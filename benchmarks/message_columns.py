"""What stands in messages, as columns of a sparse matrix; a part of fit_words.py."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix, diags

from tonekit.reading.heads.head_file import BIAS, POSTED, VALENCE, plain_name


@dataclass(frozen=True)
class Columns:
    """Some columns of what stands in messages: their names, and a row for each message."""

    names: Sequence[str]
    rows: csr_matrix


def columns_of(found: Sequence[Iterable[tuple[str, float]]], *, least: int) -> Columns:
    """Return the columns of what some messages hold; what stands in fewer than `least` has none."""
    rows = [list(each) for each in found]
    spread = Counter(name for each in rows for name in {name for name, _ in each})
    names = sorted(name for name, count in spread.items() if count >= least)
    return Columns(names, _sparse(rows, names))


def parted(counted: Iterable[tuple[str, float]]) -> tuple[list[tuple[str, float]], list[tuple[str, float]]]:
    """Return what is told of some messages alone, and measures, which are told of nearly every one."""
    parts: tuple[list[tuple[str, float]], list[tuple[str, float]]] = ([], [])
    for name, value in counted:
        measured = plain_name(name).startswith(("measure.", VALENCE)) or name == POSTED + BIAS
        parts[measured].append((name, value))
    return parts


def evened(rows: csr_matrix) -> csr_matrix:
    """Return columns of one size, so that no step is too long for one of them."""
    size = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=0)).ravel() / np.maximum(rows.getnnz(axis=0), 1))
    return rows @ diags(1 / np.where(size > 0, size, 1.0))


def _sparse(rows: Sequence[Sequence[tuple[str, float]]], names: Sequence[str]) -> csr_matrix:
    place = {name: column for column, name in enumerate(names)}
    entries = [(row, place[name], value) for row, each in enumerate(rows) for name, value in each if name in place]
    where = ([row for row, *_ in entries], [column for _, column, _ in entries])
    return csr_matrix(([value for *_, value in entries], where), shape=(len(rows), len(names)))
