"""Where each head sits among the columns of the panel, and how the sums there become the scores of its labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp
from operator import add, mul

from .additive_heads import Head
from .head_file import BIAS, POST, POSTED, SPOKEN, Caution

Matrix = tuple[tuple[float, ...], ...]
"""Label that gains × label that the words speak for."""


@dataclass(frozen=True, slots=True, eq=False)
class Seat:
    """A head, the columns of its labels, and its bit; what its file says is at hand here, for it is asked often.

    Attributes:
        head: the head.
        start, end: its columns.
        bit: tells that something counts in it.
        labels, neutral, unsure_below: as in its file; `neutral` as the place of the label.
        cautions: the cautions by the label that they hold back.
        in_posts: where the weights for posts are summed up.
        words: the columns of the table of words that are about it.
        weighed: what the head makes of them; None if they are added as they are.
        weighed_in_posts: what it makes of them in posts besides.
    """

    head: Head
    start: int
    end: int
    bit: int
    labels: tuple[str, ...]
    neutral: int
    unsure_below: float
    cautions: Mapping[str, tuple[Caution, ...]]
    in_posts: Seat | None = None
    words: slice | None = None
    weighed: Matrix | None = None
    weighed_in_posts: Matrix | None = None

    def scores(self, totals: Sequence[float], said: Sequence[float], share: float) -> list[float]:
        """Return the scores of the labels.

        Args:
            totals: the sums of the panel.
            said: the sums of the table of words.
            share: how far the text is a post, 0 to 1.
        """
        scores = list(totals[self.start : self.end])
        if self.words is not None:
            spoken = said[self.words]
            scores = list(map(add, scores, spoken if self.weighed is None else _times(spoken, self.weighed)))
            if self.weighed_in_posts is not None:
                scores = _added(scores, _times(spoken, self.weighed_in_posts), share)
        if self.in_posts is not None:
            scores = _added(scores, totals[self.in_posts.start : self.in_posts.end], share)
        return scores


@dataclass(frozen=True, slots=True)
class Seats:
    """The seats of all heads.

    Attributes:
        verdicts: those that a verdict is asked of.
        setting: the seat of what tells posts from mail, where a head asks for it.
        every: all seats that have columns, in their order.
    """

    verdicts: tuple[Seat, ...]
    setting: Seat | None
    every: tuple[Seat, ...]

    def reading(self, zone: str) -> tuple[Seat, ...]:
        """Return the seats of the heads that read a zone."""
        return tuple([seat for seat in self.every if zone in seat.head.file.zones])

    def posted(self, totals: Sequence[float]) -> float:
        """Return how far the text is a post, 0 to 1."""
        if self.setting is None:
            return 0.0
        scores = totals[self.setting.start : self.setting.end]
        highest = max(scores)
        raised = [exp(score - highest) for score in scores]
        return raised[self.setting.labels.index(POST)] / sum(raised)


def seated(heads: Iterable[Head]) -> Seats:
    """Return the seats of heads: first those of verdicts, then those of weights for posts, then that of the setting."""
    heads = tuple(heads)
    behind = sum(len(head.file.labels) for head in heads)
    verdicts, posts = list[Seat](), list[Seat]()
    start = 0
    for place, head in enumerate(heads):
        in_posts = None
        if head.in_posts:
            in_posts = _seat(_for_posts(head), behind, 1 << place)
            behind = in_posts.end
            posts.append(in_posts)
        verdicts.append(_seat(head, start, 1 << place, in_posts))
        start = verdicts[-1].end
    setting = next((head.setting for head in heads if head.setting and head.in_posts), None)
    # It has no bit: that a text is a post says nothing yet on any dimension.
    last = _seat(setting, behind, 0) if setting else None
    return Seats(tuple(verdicts), last, (*verdicts, *posts, *([last] if last else [])))


def _seat(head: Head, start: int, bit: int, in_posts: Seat | None = None) -> Seat:
    file = head.file
    return Seat(
        head=head,
        start=start,
        end=start + len(file.labels),
        bit=bit,
        labels=file.labels,
        neutral=file.labels.index(file.neutral),
        unsure_below=file.unsure_below,
        cautions={label: held for label in file.labels if (held := tuple(_cautions(file.cautions, label)))},
        in_posts=in_posts,
        words=head.words.columns[head.dimension] if head.words else None,
        weighed=_matrix(head, "") if head.words else None,
        weighed_in_posts=_matrix(head, POSTED) if head.words else None,
    )


def _cautions(cautions: Iterable[Caution], leaning: str) -> Iterator[Caution]:
    return (caution for caution in cautions if caution.instead_of == leaning)


def _for_posts(head: Head) -> Head:
    weights = {name: row for name, row in head.in_posts.items() if not name.startswith(SPOKEN)}
    file = head.file.model_copy(update={"bias": weights.pop(BIAS, {}), "weights": weights})
    return Head(head.dimension, file, repeat=head.repeat)


def _matrix(head: Head, prefix: str) -> Matrix | None:
    """Return what the head makes of the words; None if that is to add them, or in posts nothing besides."""
    labels = head.file.labels
    rows = [head.file.weights.get(prefix + SPOKEN + label, {}) for label in labels]
    matrix = tuple(tuple(row.get(label, 0.0) for row in rows) for label in labels)
    as_they_are = tuple(tuple(float(one == other) for other in labels) for one in labels)
    nothing = prefix and not any(map(any, matrix))
    return None if nothing or (not prefix and matrix == as_they_are) else matrix


def _added(scores: Sequence[float], more: Sequence[float], share: float) -> list[float]:
    return [score + share * value for score, value in zip(scores, more, strict=True)]


def _times(spoken: Sequence[float], matrix: Matrix) -> list[float]:
    return [sum(map(mul, spoken, column)) for column in matrix]
