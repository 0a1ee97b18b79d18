"""What stands in a template for a value that is not there, and what whoever prints it is told."""

from __future__ import annotations

from typing import Any

from jinja2 import StrictUndefined
from jinja2.exceptions import TemplateRuntimeError, UndefinedError
from jinja2.utils import missing

from .contracts.values import Section


class MissingValueError(UndefinedError):
    """An input was printed, looped over or counted that is not there; carries its path to where the line is known."""

    def __init__(self, path: str) -> None:
        self.path = path
        super().__init__(path)


class NothingBelowError(UndefinedError):
    """Something was asked for below a value that has nothing below it; carries its name, or the number of an item."""

    def __init__(self, name: str) -> None:
        self.name = name.rpartition(".")[2]
        super().__init__(name)


class Missing(StrictUndefined):
    """An input that is not there: false in a condition, an error when printed, looped over or counted."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: type[TemplateRuntimeError] = UndefinedError,
    ) -> None:
        # What Jinja explains by a hint is not an input: the first of an empty list, an attribute that is refused.
        if hint is None and exc is UndefinedError:
            above = getattr(obj, "_undefined_exception", MissingValueError)
            absent = obj is missing or (isinstance(obj, (Section, Missing)) and above is MissingValueError)
            exc = MissingValueError if absent else NothingBelowError
        super().__init__(hint, obj, name, exc)

    # jinja2 declares that a strict undefined never returns a truth value; a guard has to be able to ask for one.
    def __bool__(self) -> bool:  # type: ignore[override]
        return False

    @property
    def _undefined_message(self) -> str:
        """What whoever looped over it or counted it is told: for an input its path, as for whoever printed it."""
        ours = self._undefined_exception in (MissingValueError, NothingBelowError)
        return self.path if ours else super()._undefined_message

    @property
    def path(self) -> str:
        """Dotted path of the input."""
        owner = self._undefined_obj
        name = str(self._undefined_name)
        return f"{owner.path}.{name}" if isinstance(owner, (Section, Missing)) else name
