"""The contract of a template in use: which body it takes, what it takes of the inputs given, what it lacks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from ...argument_errors import WrongInputError
from ...conditions.condition import Condition, Situation
from ...errors import MissingInputError
from ..figures import in_language
from .contract_file import ContractFile
from .converting import WrongTypeError
from .values import InputType, Section, Trust, marked

Known = dict[str, Any]
FIGURES = frozenset({"number", "date", "time", "datetime", "datetimes", "money", "prices"})
"""Types whose values are written as the language of the reply writes them."""
OWN: frozenset[Trust] = frozenset({"agent", "system"})
"""Those whose links are trusted: our own people and programs, not customers and models."""


class Step(NamedTuple):
    """How an input is converted: its path, type and trust, what converts it, and all that decides as one key."""

    path: str
    type: InputType
    trust: Trust
    convert: Callable[[Any], Any]
    key: str


# Compared as objects: the contract in one text is one object as long as that stays.
@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Contract:
    """A checked contract.

    Attributes:
        file: what `template.yaml` says.
        text: the text of that file, for hashes.
        folder: name of the template's folder, such as `replies/quote`.
        selection: variant and condition, first match wins, the last always holds.
        subject_lines: language → line of its subject in the file.
        blank: groups of declared inputs, such as `customer`, with nothing in them.
        sources: paths of all inputs, by the number in the mark of their source.
        marks: path → mark of its source.
        places: path → its group and its name there; the group is empty for an input without one.
        plan: how each input is converted, by its path.
        needed: the same for those that are required.
        input_lines: input → line of its declaration in the file.
        required: paths of the steps that are required.
        figures: paths whose values are written as the language of the reply writes them.
        own: paths of what our own people and programs give, not customers and models.
    """

    file: ContractFile
    text: str
    folder: str
    selection: tuple[tuple[str, Condition], ...]
    subject_lines: Mapping[str, int | None]
    blank: Mapping[str, Section]
    sources: tuple[str, ...]
    marks: Mapping[str, str]
    places: Mapping[str, tuple[str, str]]
    plan: Mapping[str, Step]
    needed: Mapping[str, Step]
    input_lines: Mapping[str, int | None]
    required: frozenset[str]
    figures: frozenset[str]
    own: tuple[str, ...]

    @property
    def free_texts(self) -> tuple[str, ...]:
        """Paths of what our own people and programs give in words of their own: texts, and lists of them."""
        return tuple([step.path for step in self.plan.values() if step.type in ("text", "list") and step.trust in OWN])

    def variant(self, situation: Situation) -> str:
        """Return the name of the body to use."""
        # The last line always holds, and most contracts have no other.
        for use, when in self.selection[:-1]:
            if when.holds(situation):
                return use
        return self.selection[-1][0]

    def missing(self, values: Mapping[str, Any]) -> tuple[str, ...]:
        """Return the required inputs that `values` does not hold."""
        return tuple(path for path in self.needed if path not in values)

    def require(self, taken: Mapping[str, Any]) -> None:
        """Check that the required inputs are among those taken.

        Raises:
            MissingInputError: the first of them that is missing or blank.
        """
        for path in self.missing(taken):
            raise MissingInputError(path, template=f"{self.folder}/template.yaml", available=sorted(taken))

    def take(self, given: Mapping[str, Any], *, known: Known | None = None) -> dict[str, Any]:
        """Return the declared inputs out of `given`, converted; what is missing or blank is left out.

        Args:
            given: inputs by dotted path.
            known: what has been converted out of `given` already; it is added to.

        Raises:
            WrongInputError: a value does not fit its type; the message names the input.
        """
        return self.taken(given, self.plan, {} if known is None else known)

    def lacks(self, given: Mapping[str, Any], *, known: Known | None = None) -> bool:
        """Return whether required inputs are missing or blank in `given`; `known` is as for `take`.

        Raises:
            WrongInputError: one of them does not fit its type.
        """
        # Most templates that fit lack an input altogether; nothing has to be converted to see that.
        return not given.keys() >= self.required or bool(self.needed and self.lacking(given, known=known))

    def lacking(self, given: Mapping[str, Any], *, known: Known | None = None) -> tuple[str, ...]:
        """Return the required inputs that are missing or blank in `given`; `known` is as for `take`.

        Raises:
            WrongInputError: one of them does not fit its type.
        """
        absent = self.missing(given)
        needed = {path: given[path] for path in self.needed if path in given}
        return absent or self.missing(self.taken(needed, self.needed, {} if known is None else known))

    def taken(self, given: Mapping[str, Any], plan: Mapping[str, Step], known: Known) -> dict[str, Any]:
        """Return the inputs of some steps of the plan, as `take` returns those of all, in the order given.

        Raises:
            WrongInputError: a value does not fit its type.
        """
        taken: dict[str, Any] = {}
        path = ""
        try:
            for path, raw in given.items():
                if raw is None or path not in plan:
                    continue
                _, _, _, convert, key = plan[path]
                value = known[key] if key in known else known.setdefault(key, convert(raw))
                if value is not None:
                    taken[path] = value
        except WrongTypeError as error:
            path, wrong = self._first_wrong(given, plan) or (path, error)
            name, line = f"{self.folder}/template.yaml", self.input_lines.get(path)
            raise WrongInputError(path, str(wrong), template=name, line=line) from error
        return taken

    def _first_wrong(self, given: Mapping[str, Any], plan: Mapping[str, Step]) -> tuple[str, WrongTypeError] | None:
        """Return the first input of the contract that does not fit: the same in whatever order the facts are given."""
        for path, step in plan.items():
            try:
                step.convert(given.get(path))
            except WrongTypeError as error:
                return path, error
        return None

    def written(self, taken: dict[str, Any], language: str) -> dict[str, Any]:
        """Return taken inputs with dates, amounts and numbers as a language writes them."""
        figures = [path for path in self.figures if path in taken]
        return {**taken, **{path: in_language(taken[path], language) for path in figures}} if figures else taken

    def marked(self, taken: Mapping[str, Any]) -> dict[str, Any]:
        """Return taken inputs with the marks of their sources."""
        return {path: marked(value, self.marks[path]) for path, value in taken.items()}
