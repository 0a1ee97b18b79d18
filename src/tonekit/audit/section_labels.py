"""The sections of the report on labels: how customers write, and what goes together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup, escape

from ..analysis import ALL_DIMENSIONS, LABELS, LANGUAGE
from ..report.heat_map import heat_map
from ..report.page import Section, beside, figure, folded, heading, quotations, table
from ..report.plots import stacked_bars
from .examples import DEEP, PAIRS, Cell
from .figures import Figures
from .formatting import pain_headings, pains, percent
from .tally import Tally

SHOWN_COMBINATIONS = 15
_MOST_LANGUAGES = 8


def ordered_labels(tally: Tally, dimension: str) -> list[str]:
    """Return the labels of a dimension that occur: languages by number, others in the order of docs/labels.md."""
    there = {label: figures.mails for (name, label), figures in tally.labels.items() if name == dimension}
    if dimension == LANGUAGE:
        return sorted(there, key=lambda label: (-there[label], label))
    return [label for label in LABELS[dimension] if label in there]


def labels_section(tally: Tally) -> Section:
    """Return the shares of all labels of all dimensions, with examples."""
    parts = {
        name: [(label, float(tally.labels[name, label].mails)) for label in ordered_labels(tally, name)]
        for name in ALL_DIMENSIONS
    }
    return Section(
        "labels",
        "How customers write",
        "Each bar is all mails, divided by what tonekit reads. What the labels mean is in docs/labels.md: "
        "a label is a claim about what a sender shows in one mail, never about who they are.",
        [figure(stacked_bars(parts, title="Shares of labels by dimension")), beside(_details(tally))],
    )


def _details(tally: Tally) -> Iterator[tuple[Markup, ...]]:
    for name in ALL_DIMENSIONS:
        labels = ordered_labels(tally, name)
        rows = [[label, *pains(tally.labels[name, label], tally.overall)] for label in labels]
        quoted = (quotations(tally.examples.of(((name, label),)), summary=label) for label in labels)
        yield table([name, *pain_headings(tally.overall)], rows), folded("Examples", quoted)


def combinations_section(tally: Tally) -> Section:
    """Return which labels go together, as maps of pairs and as the commonest whole combinations."""
    return Section(
        "combinations",
        "What goes together",
        "Each map counts mails by two labels: the darker, the more. Every other pair is in the CSV (--csv). "
        f"Below, the commonest combinations of {', '.join(DEEP[:-1])} and {DEEP[-1]}.",
        [block for one, other in PAIRS for block in _map(tally, one, other)] + list(_deep(tally)),
    )


def _map(tally: Tally, one: str, other: str) -> Iterator[Markup]:
    counts = {(values[0], values[1]): figures for values, figures in tally.by(one, other).items()}
    rows, columns = ordered_labels(tally, one)[:_MOST_LANGUAGES], ordered_labels(tally, other)
    drawn = heat_map(
        {square: float(figures.mails) for square, figures in counts.items()},
        rows=rows,
        columns=columns,
        title=f"Mails by {one} and {other}",
        shown={square: f"{figures.mails:,}" for square, figures in counts.items()},
    )
    yield heading(f"{one} and {other}")
    yield figure(drawn)
    cells = [((one, row), (other, column)) for row in rows for column in columns if (row, column) in counts]
    yield _cell_examples(tally, cells, [counts[cell[0][1], cell[1][1]] for cell in cells])


def _cell_examples(tally: Tally, cells: Sequence[Cell], figures: Sequence[Figures]) -> Markup:
    """Return, behind one line that opens it, a table of the cells with their examples."""
    rows = [
        (", ".join(label for _, label in cell), _quoted(tally.examples.of(cell)), f"{each.mails:,}")
        for cell, each in zip(cells, figures, strict=True)
    ]
    inside = table(["cell", "examples", "mails"], rows, texts=2)
    return folded("Examples of each cell", [inside])


def _quoted(texts: Sequence[str]) -> Markup:
    return Markup("").join(Markup("<blockquote>{}</blockquote>").format(text) for text in texts)


def _deep(tally: Tally) -> Iterator[Markup]:
    found = list(tally.by(*DEEP).items())
    rows = []
    for values, figures in found[:SHOWN_COMBINATIONS]:
        examples = tally.examples.of(tuple(zip(DEEP, values, strict=True)))
        what = Markup("{}{}").format(escape(", ".join(values)), quotations(examples, summary="Examples"))
        rows.append([what, *pains(figures, tally.overall)])
    shown = sum(figures.mails for _, figures in found[:SHOWN_COMBINATIONS])
    said = (
        f"The commonest {len(rows)} of {len(found):,} combinations ({percent(tally.overall.share(shown))} of the mails)"
    )
    yield heading(said)
    yield table([", ".join(DEEP), *pain_headings(tally.overall)], rows)
