"""What a self-test shows in the terminal."""

from __future__ import annotations

from collections.abc import Mapping

from rich.console import Group
from rich.table import Table
from rich.text import Text

from ...analysis import ALL_DIMENSIONS
from ...selftest.violation import Scores, Violation

_MOST_WEAKEST = 3
_MOST_REASONS = 15
_GOOD, _FAIR = 0.99, 0.95
_NEARLY_ALL = 99.9
"""Percent."""


def scores_view(scores: Scores) -> Group:
    """Return the share of labels that held, by change and by dimension, each with where it is weakest."""
    changes = _table("Share of labels that held (%)", "change", "weakest dimensions")
    for change in scores.changes():
        shares = {name: scores.held(change=change, dimension=name) for name in ALL_DIMENSIONS}
        changes.add_row(change, _coloured(scores.held(change=change)), _weakest(shares))
    changes.add_row(Text("all", style="bold"), _coloured(scores.held()), "")
    dimensions = _table("\nThe same by dimension (%)", "dimension", "weakest changes")
    for name in ALL_DIMENSIONS:
        shares = {change: scores.held(change=change, dimension=name) for change in scores.changes()}
        dimensions.add_row(name, _coloured(scores.held(dimension=name)), _weakest(shares))
    return Group(changes, dimensions)


def reasons_view(scores: Scores) -> Table:
    """Return the cues behind most flips, so that one repair can be seen to mend many."""
    table = Table(box=None, pad_edge=False, title="\nWhat flips them most often", title_justify="left")
    for heading in ("cue", "change", "dimension"):
        table.add_column(heading, header_style="bold", no_wrap=heading != "cue")
    table.add_column("flips", header_style="bold", no_wrap=True, justify="right")
    ranked = sorted(scores.reasons.items(), key=lambda item: (-item[1], item[0]))
    for (change, dimension, cue), count in ranked[:_MOST_REASONS]:
        table.add_row(Text(cue), Text(change), dimension, f"{count:,}")
    return table


def violation_view(violation: Violation) -> Text:
    """Return a violation: which message, what flipped, the smallest change that flips it, and why."""
    text = Text(f"\n{violation.change} → {violation.dimension}  ", style="bold")
    text.append(f"[{violation.message}]\n", style="dim")
    text.append(f"    {violation.before} ({violation.sure_before:.2f}) became ", style="not bold")
    text.append(f"{violation.after} ({violation.sure_after:.2f}): ", style="not bold red")
    text.append(violation.smallest, style="not bold cyan")
    for cause in violation.causes:
        text.append(f"\n        {cause}", style="not bold dim")
    return text


def _table(title: str, *headings: str) -> Table:
    table = Table(box=None, pad_edge=False, title=title, title_justify="left")
    named, weakest = headings
    table.add_column(named, header_style="bold", no_wrap=True)
    table.add_column("held", header_style="bold", no_wrap=True, justify="right")
    table.add_column(weakest, header_style="bold")
    return table


def _weakest(shares: Mapping[str, float]) -> Text:
    """Return where least held, the weakest first; nothing where all held."""
    lost = sorted((share, name) for name, share in shares.items() if share < 1)[:_MOST_WEAKEST]
    words = [Text(f"{name}\N{NO-BREAK SPACE}").append(_coloured(share)) for share, name in lost]
    return Text(" · ").join(words)


def _coloured(share: float) -> Text:
    # What flipped once in ten thousand is not rounded up to what never does.
    shown = min(share * 100, _NEARLY_ALL) if share < 1 else 100.0
    return Text(f"{shown:.1f}", style="green" if share >= _GOOD else "yellow" if share >= _FAIR else "red")
