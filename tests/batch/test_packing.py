"""Results on their way: what is computed late comes out the same on the other side, and is not sent."""

from __future__ import annotations

import pickle
from functools import partial
from typing import Any

import pytest

from tonekit import Result, ToneKit
from tonekit.batch.packing import pack, unpack
from tonekit.cli.demo import load_scenes

MESSAGES = [scene.message for scene in load_scenes()][:6]


def test_late_fields_are_computed_here(toolkit: ToneKit) -> None:
    """A result that has travelled equals the one that was sent, evidence, HTML and spans included."""
    for message in MESSAGES:
        sent = toolkit.personalize(message)
        come: Result = unpack(pack(sent, whole=False), partial(toolkit.personalize, message))

        assert come.reply is not None
        assert sent.reply is not None
        assert come.analysis.mood.evidence == sent.analysis.mood.evidence
        assert (come.reply.html, come.reply.spans) == (sent.reply.html, sent.reply.spans)
        assert come.model_dump_json() == sent.model_dump_json()
        assert pickle.loads(pickle.dumps(come)) == sent


def test_repeated_once_and_only_where_read(toolkit: ToneKit) -> None:
    """The message is read once more when the first late field is read, not before, and not again for the next."""
    repeated: list[Any] = []

    def again() -> Any:
        repeated.append(1)
        return toolkit.personalize(MESSAGES[0])

    come = unpack(pack(toolkit.personalize(MESSAGES[0]), whole=False), again)

    assert come.analysis.mood.label
    assert come.reply.text
    assert repeated == []
    assert come.analysis.mood.evidence
    assert come.analysis.formality.evidence
    assert come.reply.html
    assert repeated == [1]


def test_whole(toolkit: ToneKit) -> None:
    """A whole result needs nothing to be computed: not where templates may have changed in between."""
    sent = toolkit.personalize(MESSAGES[0])

    def again() -> Any:
        raise AssertionError("nothing is missing")

    assert unpack(pack(sent, whole=True), again) == sent


def test_late_fields_are_not_sent(toolkit: ToneKit) -> None:
    """Evidence that has been read already is left out as well: packed it takes less than a fifth."""
    sent = toolkit.analyze(MESSAGES[0])
    whole = pack(sent, whole=True)

    assert len(pack(sent, whole=False)) < len(whole) / 5


@pytest.mark.parametrize("value", [None, 3, "text", ["list"], {"a": 1}], ids=repr)
def test_other_values_travel_as_they_are(value: object) -> None:
    """What is no model of ours is sent as it is."""
    assert unpack(pack(value, whole=False), lambda: None) == value
