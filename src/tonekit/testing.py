"""Hold tonekit to your own messages, in your own tests: one message, or a file of labelled ones.

    import pytest
    from tonekit.testing import LabelledMessage, assert_labelled, assert_reads, assert_scores, labelled_cases

    def test_reminder() -> None:
        assert_reads("Third time I ask, still nothing.", mood="frustrated", urgency="elevated")

    def test_our_customers() -> None:
        assert_scores("labelled.jsonl", {"mood": 0.8, "urgency": 0.75})

    @pytest.mark.parametrize(**labelled_cases("labelled.jsonl", tag="must"))
    def test_what_must_never_go_wrong(message: LabelledMessage) -> None:
        assert_labelled(message)

The format of the file is described in docs/evaluate.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from .analysis import ALL_DIMENSIONS, Analysis
from .default import analyze as default_analyze
from .default import personalize
from .evaluation.answers import AnsweredMessage, answered
from .evaluation.columns import column_of, pairs_of, scores
from .evaluation.labelled import read_labelled
from .evaluation.labelled_message import SCORED, LabelledMessage, as_label
from .evaluation.mistakes import Mistake, surest
from .result import Result

__all__ = ["LabelledMessage", "Read", "assert_labelled", "assert_reads", "assert_scores", "labelled_cases"]

Read = Callable[[str], Analysis | Result]
"""How a message is read, such as `ToneKit(…).analyze`; for profile fields and templates `ToneKit(…).personalize`."""
SHOWN_ERRORS = 5

# pytest shows a failure at the line of the user's test: functions with `__tracebackhide__` are left out.


def assert_reads(text: str, *, analyze: Read = default_analyze, **labels: str) -> None:
    """Fail where a message is not read as the labels say; the message of the failure shows the words that decided.

    Args:
        text: the message.
        analyze: how it is read, such as `ToneKit(…).analyze`.
        labels: dimension = label, `language` among them.

    Raises:
        AssertionError: a label differs.
        TypeError: there is no such dimension, or no label is given.
        ValueError: the dimension has no such label.
    """
    __tracebackhide__ = True
    if not labels:
        raise TypeError("assert_reads needs a label to hold the message to, such as mood='frustrated'")
    _check_names(labels, ALL_DIMENSIONS)
    wanted = {name: _label(name, label) for name, label in labels.items()}
    _assert_right(answered(LabelledMessage("", text, wanted), analyze(text)))


def assert_labelled(message: LabelledMessage, *, analyze: Read | None = None) -> None:
    """Fail where a message is not read as it is labelled, or not answered as it says it should be.

    Args:
        message: a message of `labelled_cases`.
        analyze: how it is read; by default as `tonekit.analyze` does, or `tonekit.personalize` where the message
            expects a profile field or a template.

    Raises:
        AssertionError: a label differs; the message of the failure shows the words that decided.
    """
    __tracebackhide__ = True
    _assert_right(_answered(message, analyze))


def labelled_cases(path: Path | str, *, tag: str | None = None) -> dict[str, Any]:
    """Return what `pytest.mark.parametrize` takes to run a test for each message of a file, under its id.

    The test gets the message as `message`.

    No reading is right throughout: hold the file as a whole to `assert_scores`, and to this those messages that
    must never go wrong.

    Args:
        path: a file of labelled messages.
        tag: only messages with this tag.

    Raises:
        DataFileError: the file is not valid.
        ValueError: no message has the tag.
    """
    chosen = [each for each in read_labelled(Path(path)) if tag is None or tag in each.tags]
    if not chosen:
        raise ValueError(f"no message of {path} has the tag '{tag}'")
    return {"argnames": "message", "argvalues": chosen, "ids": [each.id for each in chosen]}


def assert_scores(
    labelled: Path | str | Iterable[LabelledMessage], floors: Mapping[str, float], *, analyze: Read | None = None
) -> dict[str, float]:
    """Fail where a dimension scores below its floor on labelled messages; return the scores, macro-F1, 0 to 1.

    Args:
        labelled: a file of labelled messages, or messages that were read from one.
        floors: dimension → the least macro-F1, 0 to 1.
        analyze: how a message is read; by default as in `assert_labelled`.

    Raises:
        AssertionError: a score is below its floor; the message shows the surest mistakes.
        DataFileError: the file is not valid.
        TypeError: there is no such dimension.
        ValueError: no message has a label of a dimension, or a floor is not a number from 0 to 1.
    """
    __tracebackhide__ = True
    _check_names(floors, SCORED)
    _check_floors(floors)
    messages = read_labelled(Path(labelled)) if isinstance(labelled, (str, Path)) else tuple(labelled)
    read = [_answered(_asked_only(message, floors), analyze) for message in messages]
    found = {name: _score(name, read) for name in floors}
    if low := [name for name, floor in floors.items() if found[name] < floor]:
        raise AssertionError("\n".join(line for name in low for line in _below(name, found[name], floors[name], read)))
    return found


def _answered(message: LabelledMessage, analyze: Read | None) -> AnsweredMessage:
    read = analyze or (personalize if message.expected else default_analyze)
    return answered(message, read(message.text))


def _asked_only(message: LabelledMessage, names: Iterable[str]) -> LabelledMessage:
    """Return the message without what nobody asks for: a whole answer takes longer than an analysis."""
    return replace(message, expected={name: message.expected[name] for name in names if name in message.expected})


def _check_names(names: Iterable[str], known: Sequence[str]) -> None:
    if unknown := sorted(set(names) - set(known)):
        raise TypeError(f"there is no dimension '{unknown[0]}'; there are {', '.join(known)}")


def _label(name: str, label: str) -> str:
    """Return a label as the reader of files does: what no answer can be would look like a wrong reading."""
    if known := as_label(name, label):
        return known
    raise ValueError(f"{name} needs a label, not '{label}'")


def _check_floors(floors: Mapping[str, float]) -> None:
    """Refuse floors that every score holds, or none."""
    for name, floor in floors.items():
        if not 0 <= floor <= 1:
            raise ValueError(f"the floor of {name} needs a number from 0 to 1, such as 0.8, not {floor!r}")


def _score(name: str, read: Sequence[AnsweredMessage]) -> float:
    pairs = list(pairs_of(read, name))
    if not pairs:
        raise ValueError(f"no message has a label for {name}; label some, or leave it out")
    return scores(column_of(pairs)).macro_f1


def _below(name: str, score: float, floor: float, read: Iterable[AnsweredMessage]) -> Iterator[str]:
    yield f"{name}: macro-F1 {score:.3f} is below {floor:g}. The surest mistakes:"
    wrong = [mistake for each in read for mistake in each.mistakes if mistake.dimension == name]
    for mistake in surest(wrong, most=SHOWN_ERRORS):
        yield f"[{mistake.id}]"
        yield f"    {mistake.excerpt}"
        yield from _lines(mistake)


def _assert_right(message: AnsweredMessage) -> None:
    __tracebackhide__ = True
    if message.mistakes:
        lines = [line for mistake in message.mistakes for line in _lines(mistake)]
        raise AssertionError("\n".join([f"    {message.mistakes[0].excerpt}", *lines]))


def _lines(mistake: Mistake) -> Iterator[str]:
    sure = "" if mistake.confidence is None else f" ({mistake.confidence:.2f})"
    yield f"    {mistake.dimension}: wanted {mistake.wanted}, read as {mistake.given}{sure}"
    for term in mistake.terms:
        words = f"  “{term.text}”" if term.text else ""
        yield f"        {term.pull:+.2f} towards {mistake.given}: {term.cue}{words}"
