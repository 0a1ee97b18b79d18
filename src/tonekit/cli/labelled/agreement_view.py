"""What `label --agreement` shows to people."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text

from ...evaluation.agreement import Agreement, Agreements
from ...evaluation.formatting import optional
from ...foreign_text.fencing import one_line
from .evaluation_view import plain_table

SHOWN_DISPUTES = 10


def agreement_view(agreements: Agreements) -> RenderableType:
    """Return how far two people agree, and on which messages they do not."""
    table = plain_table("dimension", "n", "agreement", "kappa", "macro-F1")
    for name, each in agreements.dimensions.items():
        table.add_row(name, *_figures(each))
    parts: list[RenderableType] = [
        Text(f"{agreements.shared} messages are in both files with the same text"),
        table,
        Text("In brackets: 95 % intervals.", style="dim"),
    ]
    parts += [Text(line, style="yellow") for line in _left_out(agreements)]
    parts += [_disputes(name, each) for name, each in agreements.dimensions.items() if each.disputes]
    return Group(*parts)


def _figures(agreement: Agreement) -> tuple[str, ...]:
    kappa = optional(agreement.kappa, ".3f") + _interval(agreement.kappa_interval)
    share = f"{agreement.share:.3f}" + _interval(agreement.share_interval)
    return str(agreement.n), share, kappa, f"{agreement.macro_f1:.3f}"


def _interval(bounds: tuple[float, float] | None) -> str:
    return f" ({bounds[0]:.2f}–{bounds[1]:.2f})" if bounds else ""


def _left_out(agreements: Agreements) -> list[str]:
    lines = []
    if any(agreements.alone):
        lines.append(
            "left out, because only one file has the id: {} of the first, {} of the second".format(*agreements.alone)
        )
    if agreements.different:
        lines.append(f"left out, because the texts differ: {_named(agreements.different)}")
    if agreements.copies:
        lines.append(f"{agreements.copies} of them say nearly the same as one before them; intervals count such as one")
    half = {name: each.alone for name, each in agreements.dimensions.items() if any(each.alone)}
    if half:
        said = ", ".join(f"{name} {first} and {second}" for name, (first, second) in half.items())
        lines.append(f"left out, because only the first and only the second has a label: {said}")
    return lines


def _named(ids: tuple[str, ...]) -> str:
    more = len(ids) - SHOWN_DISPUTES
    return ", ".join(map(one_line, ids[:SHOWN_DISPUTES])) + (f" and {more} more" if more > 0 else "")


def _disputes(name: str, agreement: Agreement) -> Text:
    text = Text(f"\n{name}: {len(agreement.disputes)} differ", style="bold")
    for id_, one, other in agreement.disputes[:SHOWN_DISPUTES]:
        text.append(f"\n    {one_line(id_)}: {one} / {other}", style="default")
    if (more := len(agreement.disputes) - SHOWN_DISPUTES) > 0:
        text.append(f"\n    and {more} more (all of them with --json)", style="dim")
    return text
