"""Write by a plan where there is one, and by Jinja if there is none: the same way for prompts and replies."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import eq
from typing import Any, Generic, Protocol, TypeVar

from ...errors import TemplateError
from ..occasion import Occasion
from ..task import Task
from .holes import NotPlannedError
from .kept_plans import Asked, Plans
from .shapes import Shape

Plan = TypeVar("Plan")
Plan_co = TypeVar("Plan_co", covariant=True)
Made = TypeVar("Made")


class Planner(Protocol[Plan_co]):
    """Makes plans for a body in a language."""

    @property
    def shape(self) -> Shape:
        """What tells the shapes of messages."""

    def plan(self, values: Mapping[str, Any], occasion: Occasion) -> tuple[Asked, Plan_co]:
        """Return the plan for messages such as this one; raise `NotPlannedError` where there can be none."""


class PlannedWriting(Generic[Plan]):
    """Keeps the plans of a brand and what makes them. Safe to share between threads."""

    def __init__(self) -> None:
        self._plans: Plans[Plan] = Plans()
        self._planners: dict[tuple[str, str], Planner[Plan] | None] = {}

    def write(
        self,
        task: Task,
        *,
        planner: Callable[[Task], Planner[Plan]],
        by_plan: Callable[[Plan, Task], Made | None],
        filled: Callable[[Task], Made],
        same: Callable[[Made, Made], bool] = eq,
    ) -> Made:
        """Return what the plan for a message writes, or Jinja if there is no plan, or none that will do.

        Args:
            task: the message, and the template to be filled for it.
            planner: makes what plans a body; raises `NotPlannedError` or TemplateError where nothing can.
            by_plan: writes by a plan; None if that takes Jinja after all.
            filled: writes by Jinja.
            same: whether a plan has written what Jinja has; else it is not kept.
        """
        plans = self._planner(task, planner)
        if plans is None:
            return filled(task)
        shape = (task.body.name, task.language, *plans.shape.of(task.values, task.occasion))
        known = self._plans.find(shape, task.values)
        if known is not None:
            return by_plan(known, task) or filled(task)
        made = filled(task)

        def checked() -> tuple[Asked, Plan]:
            asked, plan = plans.plan(task.values, task.occasion)
            written = by_plan(plan, task)
            if written is None or not same(written, made):
                raise NotPlannedError
            return asked, plan

        self._plans.learn(shape, checked)
        return made

    def _planner(self, task: Task, make: Callable[[Task], Planner[Plan]]) -> Planner[Plan] | None:
        key = (task.body.name, task.language)
        if key not in self._planners:
            try:
                self._planners[key] = make(task)
            except (NotPlannedError, TemplateError):
                self._planners[key] = None
        return self._planners[key]
