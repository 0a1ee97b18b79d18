"""What starting costs: importing tonekit, and a process from nothing to its first result."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from statistics import median

_TEXT = "Hello, this is the third time I write about invoice 4711 and I still have no answer. Please call me today."
_REFERENCE = (
    "import spacy, jinja2; from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer; "
    f"spacy.blank('en')({_TEXT!r})"
)
_PROGRAMS = {
    "bare Python": "pass",
    "`import tonekit`": "import tonekit",
    "`tonekit.analyze(message)`": f"import tonekit; tonekit.analyze({_TEXT!r})",
    "`tonekit.personalize(message)`": f"import tonekit; tonekit.personalize({_TEXT!r}).reply.text",
    "spaCy, vaderSentiment, Jinja; one message tokenised": _REFERENCE,
}
_ROUNDS = 9


def cold_start_lines(rounds: int = _ROUNDS) -> Iterator[str]:
    """Yield the table of whole processes: median processor time and median time on the clock."""
    taken: dict[str, list[float]] = {name: [] for name in _PROGRAMS}
    for _ in range(rounds):
        for name, code in _PROGRAMS.items():
            taken[name].append(_seconds(code))
    medians = {name: median(each) * 1000 for name, each in taken.items()}
    bare, *_, reference = medians.values()
    yield "| process | processor time, ms | over bare Python, ms | ratio to the last line |"
    yield "|---|---|---|---|"
    for name, milliseconds in medians.items():
        yield f"| {name} | {milliseconds:.0f} | {milliseconds - bare:.0f} | {milliseconds / reference:.2f} |"


def _seconds(code: str) -> float:
    """Return the processor time of a process, its own and the system's for it."""
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.DEVNULL) as process:  # noqa: S603 - our code
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"failed: {code}")
    return used.ru_utime + used.ru_stime
