"""Other libraries on the same rows, in an environment of their own: their dependencies stay out of ours."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from answers import Answered
from labelled_sets import ROOT

from tonekit.evaluation.scores import accuracy, macro_f1

HOME = ROOT / ".venv-peers"
PACKAGES = ("vaderSentiment", "afinn", "asent", "langdetect", "py3langid", "lingua-language-detector")
ASKING = Path(__file__).with_name("peer_answers.py")
DIMENSIONS = ("sentiment", "mood", "language")


def peer_lines(measured: Iterable[Answered]) -> Iterator[str]:
    """Yield a table of the peers' scores; tonekit beside them."""
    python = environment()
    yield "| set | dimension | score | tonekit | peers |"
    yield "|---|---|---|---|---|"
    for each in measured:
        for dimension in [name for name in DIMENSIONS if name in each.dimensions]:
            wanted, given, _ = each.column(dimension)
            score, name = (accuracy, "accuracy") if dimension == "language" else (macro_f1, "macro-F1")
            answers = _ask(python, each, dimension)
            shown = ", ".join(f"{peer} {score(wanted, found):.2f}" for peer, found in answers.items())
            yield f"| {each.name} | {dimension} | {name} | {score(wanted, given):.2f} | {shown or '–'} |"


def environment() -> Path:
    """Return the interpreter of the peers' environment; make it where it is missing."""
    python = HOME / "bin" / "python"
    marker = HOME / ".installed"
    if not marker.is_file():
        print(f"installing {', '.join(PACKAGES)} into {HOME.name} …", file=sys.stderr)
        venv.create(HOME, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)  # noqa: S603 - our own list
        marker.touch()
    return python


def _ask(python: Path, each: Answered, dimension: str) -> dict[str, Sequence[str]]:
    """Return peer → answers; a peer that does not know the language of the set answers nothing."""
    question = {
        "dimension": dimension,
        "language": _language(each.name),
        "texts": each.texts(dimension),
        "labels": sorted({row.labels[dimension] for row in each.asked.rows}),
    }
    done = subprocess.run(  # noqa: S603 - our own script
        [python, ASKING], input=json.dumps(question), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"the peers failed on {each.name}:\n{done.stderr}")
    answers: dict[str, Sequence[str]] = json.loads(done.stdout)
    return answers


def _language(name: str) -> str | None:
    return next((code for code in ("en", "de", "sv", "nb", "da") if code in name.replace("/", "_").split("_")), None)
