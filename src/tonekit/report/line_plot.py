"""Shares over an ordered row of places, such as weeks or bins of confidence, as lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import ceil

from markupsafe import Markup

from .svg import COLOURS, GAP, WIDTH, drawing, element, hint, label, name_width, text_width

Values = Sequence[float | None]
_HEIGHT = 240
"""Pixels."""
_LEFT, _ABOVE, _BELOW = 44, 12, 26
_LINE_HEIGHT = 14
_LEAST_TOP = 0.1


class _Frame:
    """Where values stand in the picture."""

    def __init__(self, width: float, places: int, top: float) -> None:
        self.right = width
        self.floor = _HEIGHT - _BELOW
        self.top = top
        self._step = (width - _LEFT) / max(1, places - 1)

    def x(self, place: int) -> float:
        return _LEFT + place * self._step

    def y(self, value: float) -> float:
        return self.floor - (self.floor - _ABOVE) * value / self.top


def line_plot(
    places: Sequence[str],
    series: Mapping[str, Values],
    *,
    title: str,
    top: float | None = None,
) -> Markup:
    """Return one line for each series, its name at its end.

    Args:
        places: what stands below, in order.
        series: name → a value, 0 to 1, for each place; None leaves a gap.
        title: what the picture shows.
        top: the value of the upper edge; by default the largest one, rounded up to a tenth.
    """
    largest = max((value for row in series.values() for value in row if value is not None), default=0.0)
    room = WIDTH - name_width(series) - GAP
    frame = _Frame(room, len(places), top or max(_LEAST_TOP, ceil(largest * 10) / 10))
    ends = _spread({name: frame.y(_last(row)) for name, row in series.items()})
    drawn = [*_grid(frame), *_ticks(places, frame)]
    for index, (name, row) in enumerate(series.items()):
        drawn += _line(name, places, row, frame, index % COLOURS)
        drawn.append(label(name, room + GAP, ends[name] + 4, class_=f"name t{index % COLOURS}"))
    return drawing(drawn, width=WIDTH, height=_HEIGHT, title=title)


def _grid(frame: _Frame) -> Iterator[Markup]:
    for fifth in range(6):
        value = frame.top * fifth / 5
        yield element("path", d=f"M{_LEFT} {frame.y(value):.1f}H{frame.right:.1f}", class_="grid")
        yield label(f"{value:.0%}", _LEFT - 6, frame.y(value) + 4, class_="name", text_anchor="end")


def _ticks(places: Sequence[str], frame: _Frame) -> Iterator[Markup]:
    """Yield as many names of places as stand side by side; the first and every n-th."""
    widest = max(map(text_width, places), default=1) + GAP
    every = max(1, ceil(len(places) * widest / (frame.right - _LEFT)))
    for index in range(0, len(places), every):
        yield label(places[index], frame.x(index), frame.floor + 18, class_="name", text_anchor="middle")


def _line(name: str, places: Sequence[str], row: Values, frame: _Frame, colour: int) -> Iterator[Markup]:
    path, pen_down = [], False
    for index, value in enumerate(row):
        if value is not None:
            path.append(f"{'L' if pen_down else 'M'}{frame.x(index):.1f} {frame.y(value):.1f}")
        pen_down = value is not None
    yield element("path", d="".join(path), class_=f"line l{colour}")
    for index, value in enumerate(row):
        if value is not None:
            said = hint(f"{name}, {places[index]}: {value:.1%}")
            yield element("circle", said, cx=frame.x(index), cy=frame.y(value), r=3, class_=f"c{colour}")


def _last(row: Values) -> float:
    return next((value for value in reversed(row) if value is not None), 0.0)


def _spread(ends: Mapping[str, float]) -> dict[str, float]:
    """Return where the names of lines stand, pushed apart so that none covers another."""
    placed: dict[str, float] = {}
    lowest = float("-inf")
    for name, end in sorted(ends.items(), key=lambda item: item[1]):
        lowest = max(end, lowest + _LINE_HEIGHT)
        placed[name] = lowest
    return placed
