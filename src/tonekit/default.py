"""The module functions `tonekit.personalize`, `analyze` and `check`: a ToneKit with its defaults, built once."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Unpack

from .analysis import Analysis
from .finding import Finding
from .garbage_collection import uncollected
from .incoming import Incoming
from .options import AnalyzeOptions, PersonalizeOptions
from .result import Result
from .toolkit import ToneKit


def personalize(message: Incoming, **options: Unpack[PersonalizeOptions]) -> Result:
    """Return analysis, style profile, prompt, reply and decision; the options are those of `ToneKit.personalize`."""
    return _default().personalize(message, **options)


def analyze(message: Incoming, **options: Unpack[AnalyzeOptions]) -> Analysis:
    """Return how the sender of a message communicates; the options are those of `ToneKit.analyze`."""
    return _default().analyze(message, **options)


def check(draft: str, result: Result, *, today: date | None = None) -> tuple[Finding, ...]:
    """Return what does not fit in a draft of the reply, as `ToneKit.check` does, by the shipped templates."""
    return _default().check(draft, result, today=today)


def _default() -> ToneKit:
    if _built.cache_info().currsize:
        return _built()
    # A server that starts gets its first requests at once: each thread would build a toolkit, and load templates of its
    # own into it.
    with uncollected():
        return _built()


@lru_cache(maxsize=1)
def _built() -> ToneKit:
    return ToneKit()
