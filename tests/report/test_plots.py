"""Plots are well-formed SVG whose texts are escaped and whose shapes follow the numbers."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from tonekit.report.heat_map import heat_map
from tonekit.report.line_plot import line_plot
from tonekit.report.plots import Bar, bars, columns, stacked_bars

HOSTILE = '<script>alert(1)</script>"\' onload="x" &amp;'
SHARES = st.floats(min_value=0, max_value=1)
NAMES = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="￾￿"), max_size=30)


def parsed(plot: Markup) -> ET.Element:
    """Return a plot as XML; a plot that is not well-formed raises."""
    return ET.fromstring(plot)


def rects(plot: Markup) -> list[ET.Element]:
    """Return the rectangles of a plot."""
    return list(parsed(plot).iter("rect"))


@pytest.mark.parametrize(
    "plot",
    [
        pytest.param(bars([Bar(HOSTILE, 1, HOSTILE)], title=HOSTILE), id="bars"),
        pytest.param(stacked_bars({HOSTILE: [(HOSTILE, 1.0)]}, title=HOSTILE), id="stacked"),
        pytest.param(columns({HOSTILE: 1.0}, title=HOSTILE), id="columns"),
        pytest.param(
            heat_map({}, rows=[HOSTILE], columns=[HOSTILE], title=HOSTILE, shown={(HOSTILE, HOSTILE): HOSTILE}),
            id="heat",
        ),
        pytest.param(line_plot([HOSTILE], {HOSTILE: [0.5]}, title=HOSTILE), id="lines"),
    ],
)
def test_texts_are_escaped(plot: Markup) -> None:
    """A name is text wherever it stands: no element, no attribute, no entity comes of it."""
    root = parsed(plot)

    assert not [each for each in root.iter() if each.tag == "script" or "onload" in each.attrib]
    assert root.attrib["aria-label"] == HOSTILE


def test_bars_share_a_scale() -> None:
    """A bar of half the value is half as long, and a whisker stays inside the picture."""
    one, other = rects(bars([Bar("a", 2, "2"), Bar("b", 1, "1", low=0.5, high=4)], title="x"))

    assert float(one.attrib["width"]) == pytest.approx(2 * float(other.attrib["width"]), abs=0.2)


def test_stacked_bars_fill_their_row() -> None:
    """The parts of a row stand side by side and add up to its width."""
    parts = rects(stacked_bars({"row": [("a", 1), ("b", 3)]}, title="x"))
    widths = [float(each.attrib["width"]) for each in parts]

    assert widths[1] == pytest.approx(3 * widths[0], abs=0.2)
    assert float(parts[1].attrib["x"]) == pytest.approx(float(parts[0].attrib["x"]) + widths[0], abs=0.2)


def test_heat_map_is_darkest_at_the_most() -> None:
    """The largest value is opaque, a missing one is not drawn at all."""
    plot = heat_map({("r", "a"): 4, ("r", "b"): 1}, rows=["r"], columns=["a", "b", "c"], title="x")

    assert [each.attrib["fill-opacity"] for each in rects(plot)] == ["1.000", "0.250", "0.000"]


def test_lines_leave_gaps() -> None:
    """Where there is no value, the line is broken and no point is drawn."""
    root = parsed(line_plot(["a", "b", "c"], {"x": [0.1, None, 0.3]}, title="x"))
    (line,) = [each for each in root.iter("path") if "line" in each.attrib["class"]]

    assert line.attrib["d"].count("M") == 2
    assert len(list(root.iter("circle"))) == 2


def test_names_of_lines_do_not_cover_each_other() -> None:
    """Lines that end in one place have their names below each other."""
    root = parsed(line_plot(["a"], {"one": [0.5], "two": [0.5], "three": [0.5]}, title="x"))
    places = [float(each.attrib["y"]) for each in root.iter("text") if " t" in each.attrib["class"]]

    assert len(set(places)) == 3


@pytest.mark.parametrize(
    "plot",
    [
        pytest.param(bars([], title="x"), id="bars"),
        pytest.param(stacked_bars({}, title="x"), id="stacked"),
        pytest.param(columns({}, title="x"), id="columns"),
        pytest.param(heat_map({}, rows=[], columns=[], title="x"), id="heat"),
        pytest.param(line_plot([], {}, title="x"), id="lines"),
        pytest.param(bars([Bar("a", 0, "0")], title="x"), id="all-zero"),
        pytest.param(stacked_bars({"a": [("b", 0)]}, title="x"), id="nothing-to-divide"),
        pytest.param(line_plot(["a"], {"x": [None]}, title="x"), id="no-value"),
    ],
)
def test_nothing_to_draw_is_no_error(plot: Markup) -> None:
    """An empty plot is a plot."""
    assert parsed(plot).tag == "svg"


@given(st.dictionaries(NAMES, SHARES, max_size=5))
def test_any_names_and_values_are_drawn(values: dict[str, float]) -> None:
    """Whatever the names and values, each plot is well-formed."""
    parsed(bars([Bar(name, value, name) for name, value in values.items()], title="x"))
    parsed(stacked_bars({"row": list(values.items())}, title="x"))
    parsed(columns(values, title="x"))
    parsed(line_plot(list(values), {"x": list(values.values())}, title="x"))
