"""The demo: the same wish in two tones and five languages, and messages that common tools misread."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rich.console import Console
from rich.panel import Panel
from rich.text import Text

from ..analysis import Analysis
from ..files.datafile import read_data_file
from ..models.frozen_model import FrozenModel
from ..toolkit import ToneKit
from .command_line import called_as
from .views import highlighted

SCENES = Path(__file__).with_name("demo.yaml")
_SHOWN = ("formality", "directness", "knowledge", "mood", "urgency", "request", "detail_need")


class Scene(FrozenModel):
    """A message of the demo, what the answer has to say, and what to look at."""

    title: str
    look: str
    message: str
    answer: dict[str, Any] | None = None


class Scenes(FrozenModel):
    """`demo.yaml`."""

    scenes: tuple[Scene, ...]


def load_scenes() -> tuple[Scene, ...]:
    """Return the scenes of the demo.

    Raises:
        DataFileError: the file is not valid.
    """
    return read_data_file(SCENES).into(Scenes).scenes


def show_demo(toolkit: ToneKit) -> None:
    """Print every scene: the message with its words marked, the verdicts, the reply and the decision."""
    console = Console(highlight=False)
    for scene in load_scenes():
        result = toolkit.personalize(scene.message, facts={"answer": scene.answer} if scene.answer else None)
        console.rule(f"[bold]{scene.title}[/bold]  ({scene.look})")
        console.print(Panel(highlighted(result.analysis), title="message", title_align="left"))
        console.print(_verdicts(result.analysis))
        if result.reply:
            title = f"reply: {result.reply.subject}"
            console.print(Panel(Text(result.reply.text), title=title, title_align="left", border_style="green"))
        reasons = " ".join(reason.text for reason in result.decision.reasons)
        console.print(Text(f"decision: {result.decision.action}. {reasons}\n", style="dim"))
    command = called_as()
    tried = f'Try your own: {command} personalize "your message"   (or: {command} explain "…")'
    console.print(Text(tried), soft_wrap=True)


def _verdicts(analysis: Analysis) -> Text:
    text = Text(f"language {analysis.language.label} {analysis.language.confidence:.2f}")
    for name in _SHOWN:
        verdict = getattr(analysis, name)
        text.append(f"   {name} ")
        text.append(verdict.label, style="bold")
        text.append(f" {verdict.confidence:.2f}", style="dim")
    if analysis.facts.contact_count:
        text.append(f"   contact count {analysis.facts.contact_count}", style="bold")
    return text
