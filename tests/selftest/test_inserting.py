"""Insertions stand where they belong, in the language of the message, line by line."""

from __future__ import annotations

import pytest

from tonekit import ToneKit
from tonekit.selftest.changes import Change, load_changes
from tonekit.selftest.inserting import inserted

MAIL = "Hallo,\n\nmein Drucker geht nicht.\n\nViele Grüße\nKim"


def test_behind_the_last_own_sentence(toolkit: ToneKit) -> None:
    """Thanks stand behind the body, before closing and signature."""
    variation = inserted(load_changes()["thanks"], toolkit.analyze(MAIL))

    assert variation is not None
    thanks = variation.show((0,)).removeprefix("+ ")
    assert thanks in load_changes()["thanks"].texts["de"]
    assert variation.build((0,)) == f"Hallo,\n\nmein Drucker geht nicht.\n\n{thanks}\n\nViele Grüße\nKim"


@pytest.mark.parametrize(
    ("where", "expected"), [("start", "A\nB\n\nThe lift is stuck."), ("end", "The lift is stuck.\n\nA\nB")]
)
def test_start_and_end(where: str, expected: str, toolkit: ToneKit) -> None:
    """At start and end a blank line stands between."""
    change = Change.model_validate({"what": "x", "make": "insert", "where": where, "texts": {"any": ["A\nB"]}})
    variation = inserted(change, toolkit.analyze("The lift is stuck."))

    assert variation is not None
    assert variation.build((0, 1)) == expected
    assert variation.build((1,)) == expected.replace("A\n", "")


@pytest.mark.parametrize(
    ("change", "text"),
    [("greeting", MAIL), ("closing", MAIL), ("thanks", "Où est ma commande, s'il vous plaît ? Je l'attends.")],
)
def test_no_occasion(change: str, text: str, toolkit: ToneKit) -> None:
    """What a message has already, or what is not there in its language, is not put in."""
    assert inserted(load_changes()[change], toolkit.analyze(text)) is None


def test_lines_are_shown(toolkit: ToneKit) -> None:
    """A person sees which lines were put in."""
    change = Change(what="x", make="insert", texts={"any": ("A\nB\nC",)})
    variation = inserted(change, toolkit.analyze(MAIL))

    assert variation is not None
    assert variation.show((0, 2)) == "+ A ⏎ + C"


def test_one_of_the_texts_is_taken(toolkit: ToneKit) -> None:
    """Messages differ in which text they get; one message gets the same in every run."""
    change = Change(what="x", make="insert", texts={"any": ("A", "B", "C")})
    messages = [f"The lift in house {number} is stuck." for number in range(20)]
    taken = [
        [found.show((0,)) for each in messages if (found := inserted(change, toolkit.analyze(each)))] for _ in "ab"
    ]

    assert taken[0] == taken[1]
    assert set(taken[0]) == {"+ A", "+ B", "+ C"}
