"""Plans are made when a shape comes up again, found by what a message says, and bounded."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn

from tonekit.rendering.plans.holes import Ask, Hole, NotPlannedError
from tonekit.rendering.plans.kept_plans import MOST_PLANS, MOST_SHAPES, Asked, Plans

ENDS = Ask(Hole("a"), -1, "in", ".!?")


def making(plan: str, *asked: tuple[Ask, bool]) -> Callable[[], tuple[Asked, str]]:
    """Return what makes a plan that these questions lead to."""
    return lambda: (asked, plan)


def refusing() -> NoReturn:
    """Make no plan."""
    raise NotPlannedError


def test_planned_at_the_second_message() -> None:
    """What comes up once is not planned."""
    plans: Plans[str] = Plans()

    plans.learn("shape", making("plan"))
    assert plans.find("shape", {}) is None
    plans.learn("shape", making("plan"))
    assert plans.find("shape", {}) == "plan"
    assert plans.find("other", {}) is None


def test_answers_lead_to_the_plan() -> None:
    """A plan holds for messages that answer its questions as the one that it was made from."""
    plans: Plans[str] = Plans()
    for _ in range(2):
        plans.learn("shape", making("sentence", (ENDS, True)))

    assert plans.find("shape", {"a": "Done."}) == "sentence"
    assert plans.find("shape", {"a": "done"}) is None
    plans.learn("shape", making("fragment", (ENDS, False)))
    assert plans.find("shape", {"a": "done"}) == "fragment"
    assert plans.find("shape", {"a": "Done."}) == "sentence"


def test_plan_of_other_questions_gives_way() -> None:
    """A plan is found by its own questions alone, whatever was asked at their place before."""
    asked = Ask(Hole("b"), None, "eq", "x")
    plans: Plans[str] = Plans()
    for _ in range(2):
        plans.learn("shape", making("both", (ENDS, False), (asked, False)))

    plans.learn("shape", making("one", (asked, False)))

    assert plans.find("shape", {"a": "done", "b": "y"}) == "one"
    assert plans.find("shape", {"a": "done", "b": "x"}) is None


def test_refused_once_and_for_all() -> None:
    """Where there can be no plan, nobody tries again."""
    plans: Plans[str] = Plans()
    for make in (making("plan"), refusing, making("plan")):
        plans.learn("shape", make)

    assert plans.find("shape", {}) is None


def test_bounded() -> None:
    """Neither many shapes nor many answers fill the memory."""
    plans: Plans[str] = Plans()
    made: list[Any] = []

    def make(number: int) -> tuple[Asked, str]:
        made.append(number)
        return ((Ask(Hole("a"), None, "eq", str(number)), True),), "plan"

    for number in range(3 * MOST_PLANS):
        plans.learn("shape", lambda number=number: make(number))  # type: ignore[misc]
    assert len(made) == MOST_PLANS
    for number in range(3 * MOST_SHAPES):
        plans.learn(number, making("plan"))
    assert len(plans._shapes) <= MOST_SHAPES
