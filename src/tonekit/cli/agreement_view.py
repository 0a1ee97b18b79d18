"""What `label --agreement` shows to people."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text

from ..evaluation.agreement import Agreement, Agreements
from ..evaluation.written import optional
from ..fencing import one_line
from .evaluation_view import plain_table

SHOWN_DISPUTES = 10


def agreement_view(agreements: Agreements) -> RenderableType:
    """Return how far two people agree, and on which messages they do not."""
    table = plain_table("dimension", "n", "agreement", "kappa", "macro-F1")
    for name, each in agreements.dimensions.items():
        table.add_row(name, str(each.n), f"{each.share:.3f}", optional(each.kappa, ".3f"), f"{each.macro_f1:.3f}")
    parts: list[RenderableType] = [Text(f"{agreements.shared} messages stand in both files"), table]
    for name, each in agreements.dimensions.items():
        if each.disputes:
            parts.append(_disputes(name, each))
    if agreements.different:
        ids = ", ".join(map(one_line, agreements.different[:SHOWN_DISPUTES]))
        parts.append(Text(f"left out, because the texts differ: {ids}", style="yellow"))
    return Group(*parts)


def _disputes(name: str, agreement: Agreement) -> Text:
    text = Text(f"\n{name}: {len(agreement.disputes)} differ", style="bold")
    for id_, one, other in agreement.disputes[:SHOWN_DISPUTES]:
        text.append(f"\n    {one_line(id_)}: {one} / {other}", style="default")
    return text
