"""The few SVG elements that plots are made of; every text and attribute is escaped."""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import east_asian_width

from markupsafe import Markup, escape

COLOURS = 8
"""Classes `c0` to `c7` for areas, `t0` to `t7` for texts and `l0` to `l7` for lines; `page.css` gives the colours."""
GAP = 10
"""Pixels between a name and what it stands beside."""
_SIGN_WIDTH = 7.4
"""Mean width of a sign at 12 pixels in the widest of the usual sans-serif fonts (DejaVu Sans, Verdana), measured."""
_WIDEST_NAME = 300
WIDTH = 940
"""Pixels that a page leaves for a plot."""


def element(name: str, *children: object, **attributes: object) -> Markup:
    """Return an SVG element; `_` in the name of an attribute stands for `-`, and a trailing one is dropped.

    Children that are not Markup are escaped.
    """
    written = Markup("").join(
        Markup(' {}="{}"').format(key.rstrip("_").replace("_", "-"), _plain(value))
        for key, value in attributes.items()
        if value is not None
    )
    inner = Markup("").join(map(escape, children))
    return Markup("<{0}{1}>{2}</{0}>").format(name, written, inner)


def drawing(children: Iterable[Markup], *, width: float, height: float, title: str) -> Markup:
    """Return a whole picture that scales down with its page; `title` says what it shows to those who do not see it."""
    return element(
        "svg",
        element("title", title),
        *children,
        viewBox=f"0 0 {_plain(width)} {_plain(height)}",
        width=width,
        height=height,
        role="img",
        aria_label=title,
    )


def label(text: str, x: float, y: float, **attributes: object) -> Markup:
    """Return a line of text; `y` is its base line."""
    return element("text", text, x=x, y=y, **attributes)


def hint(text: str) -> Markup:
    """Return what a pointer shows above the element that it stands in."""
    return element("title", text)


def text_width(text: str) -> float:
    """Return about how many pixels a text takes at 12 pixels."""
    return _SIGN_WIDTH * sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def name_width(names: Iterable[str]) -> float:
    """Return the pixels to leave for a column of names, the gap behind them included."""
    return min(_WIDEST_NAME, max(map(text_width, names), default=0)) + GAP


def fitting(text: str, width: float) -> str:
    """Return a text that is cut, with `…`, to a number of pixels."""
    if text_width(text) <= width:
        return text
    return text[: max(1, int(width / _SIGN_WIDTH) - 1)].rstrip() + "…"


def _plain(value: object) -> object:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else escape(value)
