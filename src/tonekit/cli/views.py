"""What the command line shows to people."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from ..analysis import Analysis, Verdict
from ..explanations.explanation import doubt, fact_lines
from ..explanations.shown_evidence import telling
from ..result import Reply, Result
from .console import Boxed, output_console
from .terminal_text import print_visibly, visible

_COLOURS = {
    "formality": "cyan",
    "directness": "blue",
    "knowledge": "green",
    "mood": "red",
    "sentiment": "magenta",
    "urgency": "yellow",
    "request": "bright_blue",
    "role": "bright_green",
    "detail_need": "bright_cyan",
    "decision": "bright_magenta",
}
_WAITS = " fits, but needs "
"""In the line of a reply whose facts were not given."""
_SHOWN = 3
_ACTIONS = {"send": "green", "approve": "yellow", "escalate": "red"}


def highlighted(analysis: Analysis) -> Text:
    """Return the message with the words that speak for a verdict in the colour of its dimension."""
    text = Text(visible(analysis.text))
    for dimension, verdict in analysis.verdicts():
        for term in telling(verdict):
            if term.start is not None and term.end is not None:
                text.stylize(f"bold {_COLOURS[dimension]}", term.start, term.end)
    return text


def analysis_view(analysis: Analysis) -> RenderableType:
    """Return message, verdicts and facts."""
    table = Table(box=None, pad_edge=False)
    for heading in ("dimension", "label", "confidence", "words"):
        table.add_column(heading, header_style="bold", no_wrap=heading != "words")
    language = analysis.language
    table.add_row(
        "language", "/".join([language.label, *language.alternatives]), f"{language.confidence:.2f}", language.method
    )
    for dimension, verdict in analysis.verdicts():
        label = Text(verdict.label, style=_COLOURS[dimension])
        table.add_row(dimension, label, f"{verdict.confidence:.2f}", _words(verdict))
    parts: list[RenderableType] = [Boxed(highlighted(analysis), "message"), table]
    if facts := list(fact_lines(analysis)):
        parts.append(Text("facts      " + "\n           ".join(facts)))
    parts += [Text(note, style="yellow") for note in analysis.notes]
    return Group(*parts)


def result_view(result: Result, *, show_prompt: bool) -> RenderableType:
    """Return analysis, style, reply and decision, and the prompt where wanted."""
    parts = [analysis_view(result.analysis), Text(""), _profile(result)]
    if show_prompt and result.prompt:
        parts += [
            Boxed(Text(visible(message.content)), f"prompt: {message.role}", style="dim")
            for message in result.prompt.messages
        ]
    if result.reply:
        parts.append(Boxed(Text(visible(result.reply.text)), f"reply: {result.reply.subject}", style="green"))
        parts.append(Text("reply      " + "\n           ".join(_chosen(result.reply)), style="dim"))
    else:
        parts.append(Text("no reply: " + " ".join(result.notes), style="yellow"))
    return Group(*parts, _decision(result))


def print_view(view: RenderableType) -> None:
    """Print to standard output: in colour and broken lines on a terminal, whole lines elsewhere."""
    print_visibly(view, output_console())


def _words(verdict: Verdict) -> Text:
    said = [" ".join(term.text.split()) for term in telling(verdict)][:4]
    words = Text(" · ".join(dict.fromkeys(said)))
    if verdict.unsure:
        words.append(f"  ({doubt(verdict)})", style="dim")
    return words


def _profile(result: Result) -> Text:
    rules: dict[str, list[str]] = {}
    for setting in result.profile.why:
        rules.setdefault(setting.rule, []).append(f"{setting.field} {setting.value}")
    text = Text("style      ", style="")
    text.append("\n           ".join(f"{', '.join(fields)}  ← {rule}" for rule, fields in rules.items()) or "neutral")
    return text


def _chosen(reply: Reply) -> list[str]:
    """Return why a reply was taken, and the first that wait for facts: ten more would tell nobody anything."""
    waiting = [line for line in reply.why if _WAITS in line]
    lines = [line for line in reply.why if line not in waiting]
    if len(waiting) <= _SHOWN:
        return [*lines, *waiting]
    return [*lines, *waiting[:_SHOWN], f"{len(waiting) - _SHOWN} more wait for facts; tonekit explain names them."]


def _decision(result: Result) -> Text:
    text = Text("decision   ")
    text.append(result.decision.action, style=f"bold {_ACTIONS[result.decision.action]}")
    if result.decision.hand_to:
        text.append(f" → {result.decision.hand_to}")
    for reason in result.decision.reasons:
        words = f" ({', '.join(reason.evidence)})" if reason.evidence else ""
        text.append(f"\n           {reason.text}{words}")
    return text
