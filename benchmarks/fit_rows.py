"""The rows that weights are fitted on: labelled messages, and what heads count in each; a part of fit_weights.py."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from fit_words import Message, Words
from labelled_sets import CLOSE_CALLS, CONTRASTS, FITTED, OWN, POSTS, PUBLIC, LabelledSet

from tonekit.analysis import LABELS
from tonekit.languages.loading import available_languages
from tonekit.reading.feature import Located
from tonekit.reading.heads.additive_heads import Head, softmax
from tonekit.reading.heads.head_file import BIAS, POST, POSTED, SETTING, SPOKEN, HeadFile
from tonekit.reading.reader import Reader

LENDING = (OWN, CONTRASTS, CLOSE_CALLS, POSTS)
"""Groups whose words may go into the table: nobody else's do."""
REPEAT = 0.5
IN_POSTS = ("sentiment", "request")
"""Heads with weights for posts. Polarity gains 0.07 by them on messages that no weight has seen, and 0.01 to 0.04 in
posts and reviews; what is wanted 0.01 on the former and 0.004 on the gold rows; register loses."""


@dataclass(frozen=True)
class Row:
    """One message: its set, its labels, the classes of its set, its words, and what each head counted in it."""

    group: str
    name: str
    labels: dict[str, str]
    classes: frozenset[str]
    words: tuple[str, ...]
    counted: dict[str, list[tuple[str, float]]]


def read_rows(sets: Sequence[LabelledSet], heads: dict[str, HeadFile]) -> list[Row]:
    """Return the rows to learn from, each with what the heads count in it."""
    reader = Reader(available_languages())
    counting = {name: Head(name, head, repeat=REPEAT) for name, head in heads.items()}
    rows = []
    for labelled in sets:
        group = labelled.group
        if group == PUBLIC and not set(labelled.dimensions) & set(FITTED) & heads.keys():
            continue
        classes = frozenset(label for row in labelled.rows for label in row.labels.values())
        for row in labelled.to_fit:
            features = reader.features(row.text)
            counted = {name: list(_named(head.counted(features))) for name, head in counting.items()}
            rows.append(Row(group, labelled.name, dict(row.labels), classes, tuple(features.words), counted))
    return rows


def _named(counted: Iterable[tuple[Located | str, float]]) -> Iterator[tuple[str, float]]:
    return ((each if isinstance(each, str) else each[2], value) for each, value in counted)


def with_words(
    rows: Sequence[Row], words: Mapping[str, Words], held_out: Mapping[str, Iterable[Sequence[float]]]
) -> list[Row]:
    """Return the rows with what words say; of our own messages, what words of others say, in their order."""
    said = {name: iter(sums) for name, sums in held_out.items()}
    spoken = []
    for row in rows:
        sums = {
            name: next(said[name]) if lends(row, name) else each.said(row.words)
            for name, each in words.items()
            if name in row.labels
        }
        more = {
            name: [
                *row.counted[name],
                *((SPOKEN + label, value) for label, value in zip(LABELS[name], each, strict=True)),
            ]
            for name, each in sums.items()
        }
        spoken.append(replace(row, counted={**row.counted, **more}))
    return spoken


def messages_of(rows: Sequence[Row], dimension: str) -> list[Message]:
    """Return our own messages and posts as words are learned from them for a dimension."""
    return [
        Message(row.name.rpartition("/")[2], row.words, row.labels[dimension], row.counted[dimension])
        for row in rows
        if lends(row, dimension) and dimension in row.labels
    ]


def lends(row: Row, dimension: str) -> bool:
    """Return whether a message lends its words to a dimension."""
    if row.group == POSTS and dimension == "sentiment":
        # Posts of all kinds of matters made words of polarity worse: reviews and posts about the railway lost 0.02.
        return set(row.labels) == {dimension}
    return row.group in LENDING


def with_posts(row: Row, setting: HeadFile) -> Row:
    """Return a row with what counts in posts alone, as far as it is one."""
    scores = {label: setting.bias.get(label, 0.0) for label in setting.labels}
    for name, value in row.counted[SETTING]:
        for label, weight in setting.weights.get(name, {}).items():
            scores[label] += weight * value
    share = softmax(scores)[POST]
    more = {
        name: [*counted, (POSTED + BIAS, share), *((POSTED + cue, value * share) for cue, value in counted)]
        for name, counted in row.counted.items()
        if name in IN_POSTS
    }
    return replace(row, counted={**row.counted, **more})
