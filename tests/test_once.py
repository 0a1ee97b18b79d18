"""Tests of once.py."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, dataclass, field

import pytest

from tonekit.once import once


@dataclass(frozen=True)
class Message:
    """A frozen object that computes its words late and notes how often."""

    text: str
    computed: list[str] = field(default_factory=list, compare=False)

    @once
    def words(self) -> list[str]:
        """The words."""
        self.computed.append(self.text)
        return self.text.split()


def test_value_is_computed_once_for_each_object() -> None:
    """It is computed when it is first read, not before and not again, and for every object by itself."""
    one, other = Message("still nothing"), Message("thank you")

    assert one.computed == []
    assert [one.words, one.words, other.words] == [["still", "nothing"], ["still", "nothing"], ["thank", "you"]]
    assert one.words is one.words
    assert (one.computed, other.computed) == (["still nothing"], ["thank you"])


def test_object_stays_as_it_is_otherwise() -> None:
    """A frozen object stays frozen, equal to its like, and documented."""
    message = Message("still nothing")
    _ = message.words

    with pytest.raises(FrozenInstanceError):
        message.words = []
    assert message == Message("still nothing")
    assert Message.words.__doc__ == "The words."
