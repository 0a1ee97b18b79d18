"""The screen of a person who labels messages."""

from __future__ import annotations

from dataclasses import dataclass

from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.text import Text

from ...analysis import LanguageVerdict, Verdict
from ...evaluation.labelling import Asked
from ...evaluation.questions import Question
from ...explanations.shown_evidence import telling
from ...foreign_text.fencing import one_line, visible

_FURNITURE = 9
"""Lines around the message: frame, head, question, keys, and space between them."""
_FEWEST_LINES = 3
_BESIDE_LABEL = 6
"""Signs of a line of a label that are neither the label nor its meaning: the key, and blanks."""
_NARROWEST = 20
"""Signs of a meaning in a line at least; a narrower terminal cuts them."""
_SHOWN_WORDS = 5
_KEYS = "s skip · n next message · u undo · g guess · space scroll · q save and quit"


@dataclass(frozen=True, slots=True)
class View:
    """What is shown.

    Attributes:
        asked: the question that is open.
        question: its words.
        total: how many messages there are.
        page: which part of a long message is wanted, from 0; behind the last one it starts again.
        guess: tonekit's own reading, or None if it is hidden.
        note: what happened last, or empty.
    """

    asked: Asked
    question: Question
    total: int
    page: int = 0
    guess: Verdict | LanguageVerdict | None = None
    note: str = ""


def screen(view: View, console: Console) -> RenderableType:
    """Return the screen; a message that does not fit is shown in pages."""
    options = _options(view, console)
    room = max(_FEWEST_LINES, console.height - _FURNITURE - len(options.split()) - bool(view.guess))
    text, pages = _page(view, console, room)
    head = Text(f"message {view.asked.number} of {view.total}", style="bold")
    head.append(f"   {one_line(view.asked.message.id)}", style="dim")
    if pages > 1:
        head.append(f"   page {view.page % pages + 1} of {pages} (space)", style="yellow")
    question = Text(f"{view.asked.dimension}  ", style="bold cyan").append(view.question.question, style="bold")
    parts: list[RenderableType] = [head, Panel(text, border_style="dim"), question, options]
    if view.guess is not None:
        parts.append(_guess(view.guess))
    return Group(*parts, Text(view.note, style="yellow"), Text(_KEYS, style="dim", no_wrap=True, overflow="ellipsis"))


def _page(view: View, console: Console, room: int) -> tuple[Text, int]:
    # Control signs of a customer would move the cursor or change the title of the terminal.
    text = Text(visible(view.asked.message.text).replace("\t", "    ").strip("\n"))
    lines = text.wrap(console, max(1, console.width - 4))
    pages = max(1, -(-len(lines) // room))
    first = view.page % pages * room
    return Text("\n").join(lines[first : first + room]), pages


def _options(view: View, console: Console) -> Text:
    # No table: where the terminal is narrow it would cut keys and labels before it cuts what they mean.
    labels = view.question.labels
    widest = max(map(len, labels))
    indent = widest + _BESIDE_LABEL
    text = Text(no_wrap=True, overflow="ellipsis")
    for number, (label, meaning) in enumerate(labels.items(), start=1):
        # The end of a meaning is often what tells two labels apart.
        lines = Text(meaning).wrap(console, max(_NARROWEST, console.width - indent))
        text.append(f" {number}  ", style="bold green").append(f"{label:<{widest}}  ", style="bold")
        text.append(f"\n{' ' * indent}".join(line.plain.rstrip() for line in lines), style="dim")
        text.append("" if number == len(labels) else "\n")
    return text


def _guess(verdict: Verdict | LanguageVerdict) -> Text:
    text = Text(f"tonekit: {verdict.label} {verdict.confidence:.2f} (Enter takes it)", style="magenta")
    text.no_wrap, text.overflow = True, "ellipsis"
    if isinstance(verdict, Verdict):
        said = [one_line(term.text) for term in telling(verdict)]
        text.append("  " + " · ".join(dict.fromkeys(said[:_SHOWN_WORDS])), style="dim")
    return text
