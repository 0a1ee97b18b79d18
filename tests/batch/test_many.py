"""`analyze_many` and `personalize_many`: what one message gets alone, many get in a stream."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from tonekit import Customer, Message, Thread, ToneKit, Turn, UnknownNameError
from tonekit.argument_errors import ArgumentTypeError
from tonekit.cli.demo import load_scenes
from tonekit.errors import MessageSourceError, WorkerError

MESSAGES: list[Any] = [
    *(scene.message for scene in load_scenes()),
    Message(text="<p>Hej! Var är min faktura?</p>", locale="sv"),
    Thread(id="T1", turns=(Turn(author="customer", message=Message(text="Hallo? Noch jemand da?")),)),
    "",
    "\ud800 \x00 😊",
    "word " * 5_000,
]


@pytest.mark.parametrize("workers", [0, 2])
def test_analyze_many(toolkit: ToneKit, workers: int) -> None:
    """Every message is read as it is alone, whichever process reads it."""
    results = [outcome.unwrap() for outcome in toolkit.analyze_many(MESSAGES, workers=workers)]

    assert results == [toolkit.analyze(message) for message in MESSAGES]


@pytest.mark.parametrize("workers", [0, 2])
def test_personalize_many(toolkit: ToneKit, workers: int) -> None:
    """Every message is answered as it is alone, with the options of all and those of its own."""
    customer = Customer(name="Kim Berg")
    own = {"facts": {"answer": "It is on its way."}, "prompt": "reply"}
    items: list[Any] = ["Where is my order?", ("Where is my invoice?", own)]

    first, second = toolkit.personalize_many(items, workers=workers, customer=customer, prompt="summary")

    assert first.unwrap() == toolkit.personalize(items[0], customer=customer, prompt="summary")
    assert second.unwrap() == toolkit.personalize("Where is my invoice?", customer=customer, **own)  # type: ignore[arg-type]
    assert second.message == "Where is my invoice?"


@pytest.mark.parametrize("workers", [0, 1])
def test_wrong_items_have_errors(toolkit: ToneKit, workers: int) -> None:
    """What is no message, and what cannot be answered, has its error; the next message is answered."""
    items: list[Any] = [
        7,
        ("Hi", 3),
        ("Hi", {"template": "suport_solution"}),
        ("Hi", {"colour": 1}),
        "Where is my order?",
    ]

    *wrong, right = toolkit.personalize_many(items, workers=workers)

    assert [type(outcome.error) for outcome in wrong] == [
        ArgumentTypeError,
        ArgumentTypeError,
        UnknownNameError,
        TypeError,
    ]
    assert "Did you mean 'support_solution'" in str(wrong[2].error)
    assert right.unwrap().reply is not None


@pytest.mark.parametrize("workers", [0, 1])
def test_error_in_place_of_a_message(toolkit: ToneKit, workers: int) -> None:
    """Whoever reads messages from files gives why there is none; it is the outcome, and the next message is read."""
    broken = MessageSourceError("is empty", source="7.eml")

    first, second = toolkit.analyze_many([broken, "Where is my order?"], workers=workers)

    assert (type(first.error), str(first.error)) == (MessageSourceError, "7.eml: is empty")
    assert second.unwrap() == toolkit.analyze("Where is my order?")


def test_unknown_option_is_refused(toolkit: ToneKit) -> None:
    """An option that there is not is refused at once, not message by message."""
    with pytest.raises(TypeError, match="locle"):
        toolkit.analyze_many([], locle="sv")  # type: ignore[call-arg]


@pytest.mark.parametrize("single", ["hello", Message(text="hello"), {"text": "hello"}, 5], ids=repr)
def test_single_message_is_refused(toolkit: ToneKit, single: Any) -> None:
    """One message is not read as many: a text is no iterable of messages of one letter."""
    with pytest.raises(TypeError, match="messages is a list or another iterable, not"):
        toolkit.personalize_many(single)


def test_toolkit_travels_as_its_configuration(tmp_path: Any) -> None:
    """A toolkit that comes out of a pickle gives the same answers, with folder and languages of its own."""
    kit = ToneKit(templates=tmp_path, languages=iter(["en", "sv"]))

    back = pickle.loads(pickle.dumps(kit))

    assert back.ruleset == kit.ruleset
    assert back.personalize("Hej, var är min faktura?") == kit.personalize("Hej, var är min faktura?")


def test_counter_that_cannot_be_sent() -> None:
    """A token counter that cannot travel is named, with what to do."""
    kit = ToneKit(count_tokens=lambda text: len(text) // 4)

    with pytest.raises(WorkerError, match="count_tokens"):
        kit.personalize_many(["Hi"], workers=1)
    assert [outcome.error for outcome in kit.personalize_many(["Hi"])] == [None]
