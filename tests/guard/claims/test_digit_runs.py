"""What stands beside digits: no figure is passed over because a pattern was not tried."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.guard.claims.digit_runs import DigitRuns
from tonekit.guard.claims.figures import PERCENT, PLAIN
from tonekit.guard.days.calendar_figures import CLOCK, DOTTED, ISO, SLASHED
from tonekit.guard.identifiers.identifier_forms import CARD, IBAN, PHONE, REFERENCE

Starts = Callable[[DigitRuns], Iterable[int]]
FIGURES = st.text(alphabet="0123457 +-./:,#()ABkr€%xlm\n\x00", max_size=40)
TRIED: dict[str, tuple[re.Pattern[str], Starts]] = {
    "iso": (ISO, lambda runs: runs.starts(most=4, behind="-")),
    "dotted": (DOTTED, lambda runs: runs.starts(most=2, behind=".")),
    "slashed": (SLASHED, lambda runs: runs.starts(most=2, behind="/")),
    "clock": (CLOCK, lambda runs: runs.starts(most=2)),
    "percent": (PERCENT, lambda runs: runs.all_starts),
    "plain": (PLAIN, lambda runs: runs.all_starts),
    "card": (CARD, lambda runs: runs.all_starts),
}
GATES: dict[str, tuple[re.Pattern[str], Callable[[DigitRuns], bool]]] = {
    "iban": (IBAN, DigitRuns.may_be_iban),
    "card": (CARD, DigitRuns.may_be_card),
    "phone": (PHONE, DigitRuns.may_be_phone),
    "reference": (REFERENCE, DigitRuns.may_be_reference),
}


@pytest.mark.parametrize("name", TRIED)
@given(text=FIGURES)
def test_pattern_is_tried_where_it_matches(name: str, text: str) -> None:
    """A pattern matches nowhere but where it is tried."""
    pattern, starts = TRIED[name]

    assert {match.start() for match in pattern.finditer(text)} <= set(starts(DigitRuns(text)))


@pytest.mark.parametrize("name", GATES)
@given(text=FIGURES)
def test_pattern_is_tried_when_it_matches(name: str, text: str) -> None:
    """Where a pattern matches, the digits give a sign of it."""
    pattern, may_be = GATES[name]

    assert may_be(DigitRuns(text)) or not pattern.search(text)


@given(text=FIGURES, start=st.integers(0, 30), size=st.integers(1, 8))
def test_rows_that_are_left(text: str, start: int, size: int) -> None:
    """Where whole rows of digits are blanked out, the others are those that a new look finds."""
    runs = DigitRuns(text)
    taken = [span for span in runs.spans if start <= span[0] < start + size]
    blanked = "".join("\x00" if any(a <= at < b for a, b in taken) else sign for at, sign in enumerate(text))

    left, anew = runs.left_in(blanked), DigitRuns(blanked)
    assert (left.spans, left.before, left.behind) == (anew.spans, anew.before, anew.behind)
