"""A table of numbers as shades."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from .svg import GAP, drawing, element, fitting, hint, label, name_width, text_width

Square = tuple[str, str]
_HEAD, _ROW = 24, 30
_NARROWEST = 56.0
_STRONG = 0.55
"""From this share of the largest value on, letters have to be light."""


def heat_map(
    values: Mapping[Square, float],
    *,
    rows: Sequence[str],
    columns: Sequence[str],
    title: str,
    shown: Mapping[Square, str] | None = None,
    total: float | None = None,
) -> Markup:
    """Return a table of (row, column) → value, 0 or more, in shades.

    Args:
        values: what is drawn; what is missing counts as 0.
        rows, columns: their names, in order.
        title: what the picture shows.
        shown: what is written into the squares, instead of the value as a whole number.
        total: the value of the darkest shade; the largest by default.
    """
    left = name_width(rows)
    wide = max([_NARROWEST, *(text_width(name) + 12 for name in columns)])
    most = total or max(values.values(), default=0) or 1
    drawn = [
        label(name, left + index * wide + wide / 2, 16, class_="name", text_anchor="middle")
        for index, name in enumerate(columns)
    ]
    for down, row in enumerate(rows):
        top = _HEAD + down * _ROW
        drawn.append(label(fitting(row, left - GAP), left - GAP, top + 19, class_="name", text_anchor="end"))
        for across, column in enumerate(columns):
            value = values.get((row, column), 0.0)
            text = f"{value:,.0f}" if shown is None else shown.get((row, column), "")
            square = _square(text, left + across * wide, top, wide, value / most)
            drawn.append(element("g", hint(f"{row}, {column}: {text}"), *square))
    return drawing(drawn, width=left + wide * len(columns), height=_HEAD + 4 + _ROW * len(rows), title=title)


def _square(text: str, x: float, y: float, wide: float, strength: float) -> tuple[Markup, Markup]:
    shade = "cell strong" if strength > _STRONG else "cell"
    return (
        element("rect", x=x + 1, y=y + 1, width=wide - 2, height=28, class_="heat", fill_opacity=f"{strength:.3f}"),
        label(text, x + wide / 2, y + 19, class_=shade, text_anchor="middle"),
    )
