"""Bars, stacked bars and columns as SVG text, for a page that loads nothing.

Colours are classes (`c0` to `c7`, `heat`) whose values stand in `page.css`, for light and dark screens.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from .svg import COLOURS, GAP, WIDTH, drawing, element, fitting, hint, label, name_width, text_width

_ROW = 24
_BAR = 16
_NARROW = 40
"""A part of a stacked bar that is narrower bears no text."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a bar chart.

    Attributes:
        name: what stands before the bar.
        value: its length, 0 or more.
        shown: what stands behind it.
        low, high: ends of an interval around the value, drawn as a whisker.
        colour: number of its colour.
    """

    name: str
    value: float
    shown: str
    low: float | None = None
    high: float | None = None
    colour: int = 0


def bars(rows: Sequence[Bar], *, title: str) -> Markup:
    """Return horizontal bars, one a row, all on the scale of the longest bar or whisker."""
    left = name_width(row.name for row in rows)
    right = max((text_width(row.shown) for row in rows), default=0) + GAP
    most = max((max(row.value, row.high or 0) for row in rows), default=0) or 1
    scale = (WIDTH - left - right) / most
    drawn = [_bar(row, left, scale, index * _ROW) for index, row in enumerate(rows)]
    return drawing(drawn, width=WIDTH, height=max(1, len(rows)) * _ROW, title=title)


def _bar(row: Bar, left: float, scale: float, top: float) -> Markup:
    middle = top + _ROW / 2
    parts = [
        label(fitting(row.name, left - GAP), left - GAP, middle + 4, class_="name", text_anchor="end"),
        element(
            "rect", x=left, y=middle - _BAR / 2, width=row.value * scale, height=_BAR, class_=f"c{row.colour % COLOURS}"
        ),
    ]
    end = row.value
    if row.low is not None and row.high is not None:
        end = row.high
        spans = f"M{left + row.low * scale:.1f} {middle}H{left + row.high * scale:.1f}"
        parts.append(element("path", d=spans, class_="whisker"))
    parts.append(label(row.shown, left + end * scale + 6, middle + 4, class_="value"))
    return element("g", hint(f"{row.name}: {row.shown}"), *parts)


def stacked_bars(rows: Mapping[str, Sequence[tuple[str, float]]], *, title: str) -> Markup:
    """Return one bar a row that is divided into named shares; each row is drawn to its own whole."""
    left = name_width(rows)
    drawn: list[Markup] = []
    for index, (name, parts) in enumerate(rows.items()):
        middle = index * (_ROW + 4) + _ROW / 2
        drawn.append(label(name, left - GAP, middle + 4, class_="name", text_anchor="end"))
        drawn += _stack(parts, left, WIDTH - left, middle)
    return drawing(drawn, width=WIDTH, height=max(1, len(rows)) * (_ROW + 4), title=title)


def _stack(parts: Sequence[tuple[str, float]], left: float, room: float, middle: float) -> list[Markup]:
    total = sum(value for _, value in parts) or 1
    drawn: list[Markup] = []
    for index, (name, value) in enumerate(parts):
        size = room * value / total
        said = f"{name} {value / total:.0%}"
        inside = [element("rect", x=left, y=middle - 11, width=size, height=22, class_=f"c{index % COLOURS}")]
        shown = next((text for text in (said, name) if text_width(text) < size - 6), "") if size > _NARROW else ""
        if shown:
            inside.append(label(shown, left + size / 2, middle + 4, class_="inside", text_anchor="middle"))
        drawn.append(element("g", hint(said), *inside))
        left += size
    return drawn


def columns(values: Mapping[str, float], *, title: str, width: float = WIDTH, height: float = 180) -> Markup:
    """Return upright columns, as of a histogram, each with its number above and its name below."""
    most = max(values.values(), default=0) or 1
    step = width / max(1, len(values))
    drawn = []
    for index, (name, value) in enumerate(values.items()):
        tall = (height - 44) * value / most
        middle = index * step + step / 2
        top = height - 22 - tall
        drawn += [
            element(
                "rect",
                hint(f"{name}: {value:,.0f}"),
                x=index * step + 3,
                y=top,
                width=step - 6,
                height=tall,
                class_="c0",
            ),
            label(f"{value:,.0f}", middle, top - 5, class_="value", text_anchor="middle"),
            label(name, middle, height - 6, class_="name", text_anchor="middle"),
        ]
    return drawing(drawn, width=width, height=height, title=title)
