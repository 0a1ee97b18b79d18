"""What a self-test shows in the terminal."""

from __future__ import annotations

from rich.table import Table
from rich.text import Text

from ..selftest.changes import CHECKED
from ..selftest.violation import Scores, Violation

_LONGEST = 7
_MOST_REASONS = 15
_GOOD, _FAIR = 0.99, 0.95


def scores_view(scores: Scores) -> Table:
    """Return, for each change and dimension, the share of labels that held; a dot where the change may touch it."""
    table = Table(box=None, pad_edge=False, title="Share of labels that held (%)", title_justify="left")
    table.add_column("change", header_style="bold")
    for name in ("all", *CHECKED):
        table.add_column(name[:_LONGEST], header_style="bold", justify="right")
    for change in scores.changes():
        cells = [_share(scores, change, name) for name in CHECKED]
        table.add_row(Text(change), _coloured(scores.held(change=change)), *cells)
    every = [_coloured(scores.held(dimension=name)) for name in CHECKED]
    table.add_row(Text("all", style="bold"), _coloured(scores.held()), *every)
    return table


def reasons_view(scores: Scores) -> Table:
    """Return the cues behind most flips, so that one repair can be seen to mend many."""
    table = Table(box=None, pad_edge=False, title="\nWhat flips them most often", title_justify="left")
    for heading in ("cue", "change", "dimension"):
        table.add_column(heading, header_style="bold")
    table.add_column("flips", header_style="bold", justify="right")
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


def _share(scores: Scores, change: str, dimension: str) -> Text:
    if not scores.checks[change, dimension]:
        return Text("·", style="dim")
    return _coloured(scores.held(change=change, dimension=dimension))


def _coloured(share: float) -> Text:
    return Text(f"{share * 100:.1f}", style="green" if share >= _GOOD else "yellow" if share >= _FAIR else "red")
