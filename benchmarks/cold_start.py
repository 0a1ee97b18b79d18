"""What starting costs: importing tonekit, and a process from nothing to its first result."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from statistics import median
from tempfile import TemporaryDirectory

from peers import environment

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
}
_PEERS = "spaCy, vaderSentiment and Jinja imported, one message tokenised"
_ROUNDS = 9
_NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"


def cold_start_lines(*, quick: bool) -> Iterator[str]:
    """Yield the table of whole processes, the last one in the environment of the peers: median processor time.

    Each finds its bytecode, as pip leaves it behind an installation; an editable checkout need not have any.
    """
    peers = str(environment())
    programs = {name: (sys.executable, code) for name, code in _PROGRAMS.items()} | {_PEERS: (peers, _REFERENCE)}
    taken: dict[str, list[float]] = {name: [] for name in programs}
    with TemporaryDirectory() as bytecode:
        variables = {name: value for name, value in os.environ.items() if name != _NO_BYTECODE}
        variables["PYTHONPYCACHEPREFIX"] = bytecode
        for python, code in programs.values():
            _seconds(python, code, variables)
        for _ in range(_ROUNDS // 3 if quick else _ROUNDS):
            for name, (python, code) in programs.items():
                taken[name].append(_seconds(python, code, variables))
    medians = {name: median(each) * 1000 for name, each in taken.items()}
    bare, *_, reference = medians.values()
    yield "| process | processor time, ms | over bare Python, ms | ratio to the last line |"
    yield "|---|---|---|---|"
    for name, milliseconds in medians.items():
        yield f"| {name} | {milliseconds:.0f} | {milliseconds - bare:.0f} | {milliseconds / reference:.2f} |"


def _seconds(python: str, code: str, variables: Mapping[str, str]) -> float:
    """Return the processor time of a process, its own and the system's for it."""
    command = [python, "-c", code]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, env=variables) as process:  # noqa: S603 - our code
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"failed: {code}")
    return used.ru_utime + used.ru_stime
