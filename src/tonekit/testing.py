"""Hold tonekit to your own messages, in your own tests: one message, or a file of labelled ones.

    from tonekit.testing import assert_reads, assert_scores

    def test_reminder():
        assert_reads("Third time I ask, still nothing.", mood="frustrated", urgency="elevated")

    def test_our_customers():
        assert_scores("labelled.jsonl", {"mood": 0.8, "urgency": 0.75})

The file format is described in `tonekit.evaluation.labelled`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from .analysis import Analysis, Verdict
from .default import analyze
from .evaluation.labelled import KEYS, LabelledMessage, read_labelled
from .evaluation.scores import macro_f1

Analyze = Callable[[str], Analysis]
SHOWN_TERMS = 5
SHOWN_ERRORS = 5


def assert_reads(text: str, *, analyze: Analyze = analyze, **labels: str) -> None:
    """Fail where a message is not read as the labels say; the message of the failure shows the words that decided.

    Args:
        text: the message.
        analyze: how it is read, such as `ToneKit(…).analyze`.
        labels: dimension = label, `language` among them.

    Raises:
        AssertionError: a label differs.
        TypeError: there is no such dimension.
    """
    _check_dimensions(labels)
    analysis = analyze(text)
    if wrong := {name: label for name, label in labels.items() if analysis.label(name) != label}:
        raise AssertionError("\n".join(_lines(text, analysis, wrong)))


def assert_scores(
    labelled: Path | str | Iterable[LabelledMessage], floors: Mapping[str, float], *, analyze: Analyze = analyze
) -> dict[str, float]:
    """Fail where a dimension scores below its floor on labelled messages; return the scores, macro-F1, 0 to 1.

    Args:
        labelled: a JSON Lines file, or messages that were read from one.
        floors: dimension → the least macro-F1, 0 to 1.
        analyze: how a message is read.

    Raises:
        AssertionError: a score is below its floor; the message shows the surest mistakes.
        DataFileError: the file is not valid.
        TypeError: there is no such dimension.
        ValueError: no message has a label of a dimension.
    """
    _check_dimensions(floors)
    messages = read_labelled(Path(labelled)) if isinstance(labelled, (str, Path)) else tuple(labelled)
    read = [(message, analyze(message.text)) for message in messages]
    scores = {dimension: _score(dimension, read) for dimension in floors}
    if low := [dimension for dimension, floor in floors.items() if scores[dimension] < floor]:
        raise AssertionError("\n".join(line for name in low for line in _below(name, scores[name], floors[name], read)))
    return scores


def _check_dimensions(names: Iterable[str]) -> None:
    known = KEYS[KEYS.index("language") :]
    if unknown := sorted(set(names) - set(known)):
        raise TypeError(f"there is no dimension '{unknown[0]}'; there are {', '.join(known)}")


def _score(dimension: str, read: Sequence[tuple[LabelledMessage, Analysis]]) -> float:
    pairs = [(each.labels[dimension], analysis.label(dimension)) for each, analysis in read if dimension in each.labels]
    if not pairs:
        raise ValueError(f"no message has a label for {dimension}; label some, or leave it out")
    return macro_f1([wanted for wanted, _ in pairs], [given for _, given in pairs])


def _below(
    dimension: str, score: float, floor: float, read: Iterable[tuple[LabelledMessage, Analysis]]
) -> Iterator[str]:
    yield f"{dimension}: macro-F1 {score:.3f} is below {floor:g}. The surest mistakes:"
    wrong = [
        (message, analysis)
        for message, analysis in read
        if dimension in message.labels and analysis.label(dimension) != message.labels[dimension]
    ]
    wrong.sort(key=lambda pair: -getattr(pair[1], dimension).confidence)
    for message, analysis in wrong[:SHOWN_ERRORS]:
        yield f"[{message.id}]"
        yield from _lines(message.text, analysis, {dimension: message.labels[dimension]})


def _lines(text: str, analysis: Analysis, wrong: Mapping[str, str]) -> Iterator[str]:
    yield f"    {' '.join(text.split())[:200]}"
    for dimension, label in wrong.items():
        verdict = getattr(analysis, dimension)
        yield f"    {dimension}: wanted {label}, read as {verdict.label} ({verdict.confidence:.2f})"
        if isinstance(verdict, Verdict):
            yield from _terms(verdict, label)


def _terms(verdict: Verdict, wanted: str) -> Iterator[str]:
    """Yield the words that weighed most between the label that was wanted and the one that was read."""

    def pull(weights: Mapping[str, float]) -> float:
        return weights.get(verdict.label, 0.0) - weights.get(wanted, 0.0)

    ranked = sorted(verdict.evidence, key=lambda term: -abs(pull(term.weights)))
    for term in ranked[:SHOWN_TERMS]:
        words = f"  “{' '.join(term.text.split())}”" if term.text else ""
        yield f"        {pull(term.weights):+.2f} towards {verdict.label}: {term.cue}{words}"
