"""One head at the panel: the columns of its labels among those of all heads, and the verdict on their sums."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import exp
from typing import Any

from ..analysis import SentimentVerdict, Verdict
from .feature import Features
from .heads import BIAS, POST, Caution, Head, HeadFile, Locate, cautious, softmax


@dataclass(frozen=True, slots=True)
class Seat:
    """A head, the columns of its labels, and its bit; what its file says is at hand here, for it is asked often.

    A head with weights for posts has a second seat for them, `in_posts`, with the same bit.
    """

    head: Head
    start: int
    end: int
    bit: int
    in_posts: Seat | None
    labels: tuple[str, ...]
    neutral: int
    unsure_below: float
    cautions: Mapping[str, tuple[Caution, ...]]


def seated(heads: Sequence[Head]) -> Iterator[Seat]:
    """Yield a seat for each head, side by side; those for posts stand behind all of them."""
    start, behind = 0, sum(len(head.file.labels) for head in heads)
    for place, head in enumerate(heads):
        in_posts = _seat(_for_posts(head), behind, 1 << place) if head.in_posts else None
        seat = _seat(head, start, 1 << place, in_posts)
        start, behind = seat.end, in_posts.end if in_posts else behind
        yield seat


def _seat(head: Head, start: int, bit: int, in_posts: Seat | None = None) -> Seat:
    file = head.file
    return Seat(
        head=head,
        start=start,
        end=start + len(file.labels),
        bit=bit,
        in_posts=in_posts,
        labels=file.labels,
        neutral=file.labels.index(file.neutral),
        unsure_below=file.unsure_below,
        cautions={label: of_label for label in file.labels if (of_label := _cautions(file, label))},
    )


def _for_posts(head: Head) -> Head:
    weights = dict(head.in_posts)
    file = head.file.model_copy(update={"bias": weights.pop(BIAS, {}), "weights": weights})
    return Head(head.dimension, file, repeat=head.repeat)


def setting_seat(heads: Iterable[Head], *, behind: Iterable[Seat]) -> Seat | None:
    """Return the seat of what tells posts from mail, behind all others; None where no head asks for it."""
    setting = next((head.setting for head in heads if head.setting and head.in_posts), None)
    # It has no bit: that a text is a post says nothing yet on any dimension.
    return _seat(setting, max(seat.end for seat in behind), 0) if setting else None


def posted(setting: Seat | None, totals: Sequence[float]) -> float:
    """Return how far the text is a post, 0 to 1."""
    if setting is None:
        return 0.0
    scores = dict(zip(setting.labels, totals[setting.start : setting.end], strict=True))
    return softmax(scores)[POST]


def scores_at(seat: Seat, totals: list[float], share: float) -> list[float]:
    """Return the scores of a head out of the sums of all columns; `share` tells how far the text is a post."""
    scores, posts = totals[seat.start : seat.end], seat.in_posts
    if posts is None:
        return scores
    return [score + share * more for score, more in zip(scores, totals[posts.start : posts.end], strict=True)]


def _cautions(file: HeadFile, leaning: str) -> tuple[Caution, ...]:
    return tuple(caution for caution in file.cautions if caution.instead_of == leaning)


def verdict_of(seat: Seat, scores: list[float], features: Features, locate: Locate, counted: int) -> Verdict:
    """Return the verdict of one head; what most callers never read, its probabilities among it, is made when read."""
    labels = seat.labels
    highest = max(scores)
    raised = [exp(score - highest) for score in scores]
    total = sum(raised)
    given = best = scores.index(highest)
    leaning = labels[best]
    if not counted & seat.bit or raised[best] / total < seat.unsure_below:
        given = seat.neutral
    elif leaning in seat.cautions:
        given = labels.index(cautious(leaning, _shares(labels, raised, total), seat.cautions[leaning]))
    fields: dict[str, Any] = {
        "label": labels[given],
        "confidence": raised[given] / total,
        "leaning": leaning,
        "unsure": given != best,
    }
    makers: dict[str, Callable[[], Any]] = {
        "probabilities": partial(_shares, labels, raised, total),
        "scores": partial(_by_label, labels, scores),
        "evidence": partial(seat.head.evidence, features, leaning, locate),
    }
    if seat.head.dimension != "sentiment":
        return Verdict.made(makers, fields)
    shares = _shares(labels, raised, total)
    fields["score"] = max(-1.0, min(1.0, shares["positive"] - shares["negative"]))
    return SentimentVerdict.made(makers, fields)


def _shares(labels: Sequence[str], raised: Sequence[float], total: float) -> dict[str, float]:
    return {label: value / total for label, value in zip(labels, raised, strict=True)}


def _by_label(labels: Sequence[str], scores: Sequence[float]) -> dict[str, float]:
    return dict(zip(labels, scores, strict=True))
