"""How long each stage of one call takes: the real functions, timed where they are called."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from importlib import import_module
from statistics import median
from time import process_time_ns
from typing import Any
from unittest.mock import patch

from call_speed import texts_of_sixty
from speed_messages import LANGUAGES, SpeedMessages

from tonekit import ToneKit

_STAGES: Mapping[str, str] = {
    "normalise": "tonekit.reading.reader:read_part",
    "zones": "tonekit.reading.zones.splitting:ZoneSplitter.split",
    "language": "tonekit.reading.language.recognition:LanguageReader.read",
    "scan": "tonekit.reading.reader:scan",
    "features": "tonekit.reading.reader:collect_features",
    "heads": "tonekit.reading.heads.panel:Panel.decide",
    "profile": "tonekit.personalizing:choose_profile",
    "reply": "tonekit.rendering.renderer:Renderer.reply",
    "redacted prompt": "tonekit.personalizing:write_prompt",
    "decision": "tonekit.personalizing:decide",
}
"""Stage → module and name under which it is called."""
_WHOLE = "all of `personalize`"
_ROUNDS = 3


def stage_lines(toolkit: ToneKit, messages: Mapping[str, SpeedMessages]) -> Iterator[str]:
    """Yield the table of stages, median microseconds of a message of about 60 words."""
    yield "| language | " + " | ".join([*_STAGES, _WHOLE]) + " |"
    yield "|---|" + "---|" * (len(_STAGES) + 1)
    for language in LANGUAGES:
        taken = _stages(toolkit, texts_of_sixty(messages, language))
        yield f"| {language} | " + " | ".join(f"{each:,.0f}" for each in taken.values()) + " |"


def _stages(toolkit: ToneKit, texts: Sequence[str]) -> dict[str, float]:
    """Return stage → median microseconds a message; what a stage does more than once for a message is added up."""
    taken: dict[str, list[float]] = {name: [] for name in (*_STAGES, _WHOLE)}
    spent = dict.fromkeys(_STAGES, 0)
    with ExitStack() as patches:
        for name, place in _STAGES.items():
            patches.enter_context(_stopwatch(place, name, spent))
        for text in (*texts[:3], *list(texts) * _ROUNDS):
            spent.update(dict.fromkeys(_STAGES, 0))
            started = process_time_ns()
            toolkit.personalize(text)
            taken[_WHOLE].append((process_time_ns() - started) / 1000)
            for name, nanoseconds in spent.items():
                taken[name].append(nanoseconds / 1000)
    return {name: median(each[3:]) for name, each in taken.items()}


def _stopwatch(place: str, name: str, spent: dict[str, int]) -> Any:
    """Return a patch under which the function at a place adds its time to `spent`."""
    module, _, path = place.partition(":")
    *inner, attribute = path.split(".")
    owner: Any = import_module(module)
    for each in inner:
        owner = getattr(owner, each)
    real: Callable[..., Any] = getattr(owner, attribute)

    def timed(*arguments: Any, **options: Any) -> Any:
        started = process_time_ns()
        try:
            return real(*arguments, **options)
        finally:
            spent[name] += process_time_ns() - started

    return patch.object(owner, attribute, timed)
