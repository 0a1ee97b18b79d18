"""Labelling goes forward, back, and on from where it was left."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.errors import DataFileError
from tonekit.evaluation.labelled import LabelledMessage
from tonekit.evaluation.labelling import Labelling, once_each, sample

MESSAGES = [LabelledMessage(name, f"text of {name}", {"mood": "neutral"}, ("chat",)) for name in "abc"]
ASKED = ("mood", "urgency")
FILE = Path("labels.jsonl")


def sitting(*done: LabelledMessage) -> Labelling:
    """Return a sitting over three messages with two questions each."""
    return Labelling(MESSAGES, ASKED, done, FILE)


def place(labelling: Labelling) -> tuple[str, str] | None:
    """Return message and dimension of the question that is open."""
    return (labelling.asked.message.id, labelling.asked.dimension) if labelling.asked else None


def test_labels_of_the_input_do_not_leak() -> None:
    """Who labels anew is asked everything and keeps the tags alone: the labels of another person are not taken over."""
    labelling = sitting()
    labelling.answer("frustrated")

    assert place(labelling) == ("a", "urgency")
    assert labelling.labelled() == (LabelledMessage("a", "text of a", {"mood": "frustrated"}, ("chat",)),)
    assert (labelling.total, labelling.left) == (3, 3)


def test_sitting_goes_on_where_it_was_left() -> None:
    """What has its label is not asked again; what other sittings labelled is kept."""
    elsewhere = LabelledMessage("z", "of another file", {"mood": "neutral"})
    labelling = sitting(LabelledMessage("a", "text of a", {"mood": "neutral"}), elsewhere)
    labelling.answer("none")

    assert place(labelling) == ("b", "mood")
    assert [(each.id, each.labels) for each in labelling.labelled()] == [
        ("a", {"mood": "neutral", "urgency": "none"}),
        ("z", {"mood": "neutral"}),
    ]


def test_skipping_and_the_end() -> None:
    """A question or the rest of a message can be left out; at the end nothing is asked."""
    labelling = sitting()
    labelling.skip()
    labelling.answer("none")
    labelling.skip_message()
    labelling.skip_message()

    assert place(labelling) is None
    assert labelling.left == 0
    assert [(each.id, each.labels) for each in labelling.labelled()] == [("a", {"urgency": "none"})]


def test_undo_at_the_start_does_nothing() -> None:
    """There is nothing to take back of earlier sittings."""
    labelling = sitting(LabelledMessage("a", "text of a", {"mood": "neutral"}))

    assert not labelling.undo()
    assert place(labelling) == ("a", "urgency")


@given(st.lists(st.sampled_from(["answer", "skip", "skip_message"]), max_size=6))
def test_undo_takes_every_step_back(steps: list[str]) -> None:
    """Whatever was done, as many undos lead back to the start, with nothing labelled."""
    labelling = sitting()
    seen = [(place(labelling), labelling.labelled())]
    for step in steps:
        if labelling.asked:
            labelling.answer("neutral") if step == "answer" else getattr(labelling, step)()
            seen.append((place(labelling), labelling.labelled()))
    for before in reversed(seen[:-1]):
        assert labelling.undo()
        assert (place(labelling), labelling.labelled()) == before
    assert not labelling.undo()


def test_changed_message_is_refused() -> None:
    """Labels are not put onto a message that has become another one."""
    with pytest.raises(DataFileError, match="the message 'a' had another text") as caught:
        sitting(LabelledMessage("a", "something else", {"mood": "neutral"}))

    assert caught.value.path == FILE


def test_nobody_is_asked_the_same_text_twice() -> None:
    """Of messages with one text the first is asked about."""
    again = LabelledMessage("d", "text of a", {})

    assert list(once_each([*MESSAGES, again])) == MESSAGES


def test_sample_is_the_same_for_everybody() -> None:
    """A sample hangs on the texts alone, keeps the order of the file, and a larger one holds the smaller one."""
    messages = [LabelledMessage(str(number), f"text {number}", {}) for number in range(200)]
    small, large = sample(messages, size=20), sample(iter(messages), size=60)

    assert small == sample(messages, size=20)
    assert [int(each.id) for each in large] == sorted(int(each.id) for each in large)
    assert {each.id for each in small} < {each.id for each in large}
    assert len(large) == 60
