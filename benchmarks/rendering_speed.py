"""Measure how long a prompt and a reply take to be written: `python benchmarks/rendering_speed.py`.

Every call gets a customer, a message and a conversation of its own, in turn in four styles, so that nothing is measured
that only a repeated call would have. Reading the message and choosing the style come before and are left out.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from statistics import median
from time import perf_counter
from typing import Any

from tonekit.conditions.condition import Observed
from tonekit.conditions.situation import with_style
from tonekit.files.datafile import read_data_file
from tonekit.profile import StyleProfile
from tonekit.rendering.folders.sources import TemplateFolders
from tonekit.rendering.occasion import Occasion
from tonekit.rendering.renderer import Renderer
from tonekit.settings import Settings

STYLES: tuple[dict[str, Any], ...] = (
    {},
    {"tone": "formal", "greeting": "formal", "detail": "details", "structure": "bullets", "length": "long"},
    {"tone": "warm", "greeting": "casual", "address": "informal", "emoji": "mirror"},
    {"empathy": "acknowledge", "order": "acknowledge_first", "urgency_first": True, "length": "short"},
)
TEMPLATE, LANGUAGE = "support_solution", "de"
"""A reply of middling size: frame, summary, particulars, steps, a link, next step."""
WARM_UP = 200


def main() -> None:
    """Print the median and the 95th percentile of each part, in microseconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calls", type=int, default=4000)
    calls = parser.parse_args().calls
    folders = TemplateFolders(None)
    renderer = Renderer(folders, read_data_file(folders.path("tonekit.yaml")).into(Settings))

    def prompt(each: Occasion) -> object:
        return renderer.prompt("reply", each)

    def reply(each: Occasion) -> Any:
        return renderer.reply(TEMPLATE, each, language=LANGUAGE)

    parts: dict[str, Callable[[Occasion], object]] = {
        "prompt": prompt,
        "reply": reply,
        "prompt and reply": lambda each: (prompt(each), reply(each)),
        "prompt, reply and its HTML": lambda each: (prompt(each), reply(each).html),
        "all of it, spans too": lambda each: (prompt(each), (made := reply(each)).html, getattr(made, "spans", None)),
    }
    example = next(occasions())
    print(
        f"characters: prompt {_size(prompt(example))}, text {len(reply(example).text)}, HTML {len(reply(example).html)}"
    )
    print("| what | median µs | 95 % below µs |")
    print("|---|---|---|")
    for name, part in parts.items():
        times = sorted(_times(part, calls))
        print(f"| {name} | {median(times) * 1e6:.0f} | {times[len(times) * 95 // 100] * 1e6:.0f} |")


def occasions() -> Iterator[Occasion]:
    """Yield occasions that have nothing in common but the four styles."""
    for number, style in enumerate(cycle(STYLES)):
        profile = StyleProfile(language=LANGUAGE, **style)
        contacts = 3 if "empathy" in style else None
        situation = {
            "mood": Observed("frustrated" if contacts else "neutral"),
            "request": Observed("problem"),
            "contact_count": Observed(contacts),
        }
        yield Occasion(_given(number, contacts), with_style(situation, profile), profile, f"conversation {number}")


def _given(number: int, contacts: int | None) -> dict[str, Any]:
    return {
        "customer.name": f"Kim Berg-{number}",
        "customer.company": f"Berg & Sohn {number}",
        "message.text": f"Guten Tag,\n\nder Export hängt seit heute früh bei {number} %.\nBitte um Hilfe!\n",
        "message.subject": f"Export {number}",
        "reading.request": "problem",
        "reading.contact_count": contacts,
        "reading.tried": [f"Neustart {number}"],
        "thread.turns": [{"author": "agent", "text": f"Welche Version haben Sie?\nIhr Fall {number} ist bei uns."}],
        "answer.summary": f"Der Export ist an der Grenze von {number} MB hängen geblieben. Er läuft wieder.",
        "answer.steps": ["Melden Sie sich ab.", "Melden Sie sich wieder an.", f"Starten Sie den Export {number} neu."],
        "answer.details": [f"Version 4.{number}", "Grenze: 512 MB (pro Auftrag)"],
        "answer.links": [{"url": f"https://docs.example.com/export/{number}", "text": "Export"}],
        "answer.next_step": f"Bleibt er wieder hängen, antworten Sie bitte auf diese Nachricht ({number}).",
    }


def _times(part: Callable[[Occasion], object], calls: int) -> Iterator[float]:
    for number, each in enumerate(islice(occasions(), calls + WARM_UP)):
        started = perf_counter()
        part(each)
        if number >= WARM_UP:
            yield perf_counter() - started


def _size(prompt: Any) -> int:
    return sum(len(message.content) for message in prompt.messages)


if __name__ == "__main__":
    main()
