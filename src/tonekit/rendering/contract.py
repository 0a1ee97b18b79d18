"""The contract of a template: which inputs it takes, which body is used when, its subject and limits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from ..conditions import Condition, Situation, read_condition
from ..datafile import DataFile, Place
from ..errors import MissingInputError, Problems, TemplateError
from ..message import Customer
from ..settings import LanguageCode
from ..situation import READ_NAMES, STYLE_NAMES
from .converting import WrongTypeError, converted
from .figures import in_language
from .inputs import ALWAYS, fact_slots
from .provenance import INPUT, mark
from .trial_file import TrialFile
from .values import InputType, Trust, marked
from .written_values import check_labels, check_style

InputPath = Annotated[str, Field(pattern=r"^[a-z_]+(\.[a-z_]+)?$")]
DEFAULT_VARIANT = "default"
Step = tuple[str, InputType, Trust, int | None]
Known = dict[Step, Any]
_ALWAYS_THERE = frozenset({"brand", "style", "reply_language", "phrase", "range", "caller", "loop"})
_FROM_CUSTOMERS = re.compile(
    r"message\.|customer\.|thread\.turns$|examples$|reading\.(?:waited|deadline|tried|order_numbers|error_codes)$"
)
"""Inputs that hold words of the customer, whatever a contract says of them."""
_FILLED: Mapping[str, tuple[InputType, ...]] = {
    **dict.fromkeys(("thread.turns",), ("turns",)),
    **dict.fromkeys(("examples",), ("examples",)),
    **dict.fromkeys(("reading.tried", "reading.order_numbers", "reading.error_codes"), ("list",)),
    **dict.fromkeys(("reading.contact_count", "thread.left_out"), ("number",)),
    **dict.fromkeys(("message.text", "message.subject", "reading.waited", "reading.deadline"), ("line", "text")),
    **dict.fromkeys((f"customer.{name}" for name in (*Customer.model_fields, "first_name")), ("line", "text")),
}
"""The types that fit the inputs which tonekit fills by itself."""
FIGURES = frozenset({"number", "date", "time", "datetime", "datetimes", "money", "prices"})
"""Types whose values are written as the language of the reply writes them."""


class InputFile(BaseModel):
    """One input.

    Attributes:
        type: `line` (one line), `text` (several), `list`, `number`, `flag`, `links`, `turns`, `code`, `date`,
            `time`, `datetime`, `datetimes`, `money`, `prices`, `examples`.
        trust: who wrote it.
        required: whether the template is not eligible without it.
        max: longest text, in characters.
        about: one sentence for the person who fills it in.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    type: InputType
    trust: Trust
    required: bool = False
    max: int | None = Field(default=None, ge=1)
    about: str = ""


class SelectFile(BaseModel):
    """One line of `select`.

    Attributes:
        use: the body that is taken, `default` or a variant.
        when: the condition; the last line has none.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    use: str = Field(pattern=r"^[a-z0-9_-]+$")
    when: dict[str, Any] | None = None


class ContractFile(BaseModel):
    """The contract of a template, `template.yaml`.

    Attributes:
        id: name of the template, the same as that of its folder.
        kind: `reply` or `prompt`.
        about: one sentence on what the template is for.
        source_language: language whose body the others are compared with.
        inputs: what the template may print, by dotted path.
        select: which body is taken; the first line that holds wins, the last has no condition.
        subject: subject line of a reply, by language.
        tests: what `tonekit test` checks.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    kind: Literal["reply", "prompt"]
    about: str = ""
    source_language: LanguageCode = "en"
    inputs: dict[InputPath, InputFile] = {}
    select: tuple[SelectFile, ...] = Field(default=(SelectFile(use=DEFAULT_VARIANT),), min_length=1)
    subject: dict[LanguageCode, Annotated[str, Field(pattern=r"\S")]] = {}
    tests: tuple[TrialFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Contract:
    """A checked contract.

    Attributes:
        file: what `template.yaml` says.
        folder: name of the template's folder, such as `replies/quote`.
        selection: variant and condition, first match wins, the last always holds.
        subject_lines: language → line of its subject in the file.
        groups: groups of declared inputs, such as `customer`.
        sources: paths of all inputs, by the number in the mark of their source.
        marks: path → mark of its source.
        places: path → its group and its name there; the group is empty for an input without one.
        plan: path, type, trust and longest text of each input.
        input_lines: input → line of its declaration in the file.
    """

    file: ContractFile
    folder: str
    selection: tuple[tuple[str, Condition], ...]
    subject_lines: Mapping[str, int | None]
    groups: tuple[str, ...]
    sources: tuple[str, ...]
    marks: Mapping[str, str]
    places: Mapping[str, tuple[str, str]]
    plan: tuple[Step, ...]
    input_lines: Mapping[str, int | None]

    def variant(self, situation: Situation) -> str:
        """Return the name of the body to use."""
        return next(use for use, when in self.selection if when.holds(situation))

    def missing(self, values: Mapping[str, Any]) -> tuple[str, ...]:
        """Return the required inputs that `values` does not hold."""
        return tuple(path for path, each in self.file.inputs.items() if each.required and values.get(path) is None)

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
            TemplateError: a value does not fit its type; the message names the input.
        """
        return self._taken(given, self.plan, {} if known is None else known)

    def lacking(self, given: Mapping[str, Any], *, known: Known | None = None) -> tuple[str, ...]:
        """Return the required inputs that are missing or blank in `given`; `known` is as for `take`.

        Raises:
            TemplateError: one of them does not fit its type.
        """
        required = [step for step in self.plan if self.file.inputs[step[0]].required]
        return self.missing(self._taken(given, required, {} if known is None else known))

    def _taken(self, given: Mapping[str, Any], plan: Iterable[Step], known: Known) -> dict[str, Any]:
        taken: dict[str, Any] = {}
        step = None
        try:
            for step in plan:
                path, kind, trust, longest = step
                if (raw := given.get(path)) is None:
                    continue
                if step not in known:
                    known[step] = converted(raw, kind, trust, longest=longest)
                if (value := known[step]) is not None:
                    taken[path] = value
        except WrongTypeError as error:
            path = step[0] if step else ""
            name, line = f"{self.folder}/template.yaml", self.input_lines.get(path)
            raise TemplateError(f"input '{path}' {error}", template=name, line=line) from error
        return taken

    def written(self, taken: Mapping[str, Any], language: str) -> dict[str, Any]:
        """Return taken inputs with dates, amounts and numbers as a language writes them."""
        return {
            path: in_language(value, language) if self.file.inputs[path].type in FIGURES else value
            for path, value in taken.items()
        }

    def marked(self, taken: Mapping[str, Any]) -> dict[str, Any]:
        """Return taken inputs with the marks of their sources."""
        return {path: marked(value, self.marks[path]) for path, value in taken.items()}


def read_contract(file: DataFile, folder: str) -> Contract:
    """Return the checked contract of a template folder.

    Raises:
        DataFileError: a wrong key or value, a selection whose last line has a condition or an earlier one has none.
    """
    content = file.into(ContractFile)
    problems = Problems()
    for path, each in content.inputs.items():
        if problem := _unfit(path, each, content.inputs):
            problems.add(file.error(problem, ("inputs", path)))
    selection = []
    for index in range(len(content.select)):
        with problems.collecting():
            selection.append(_selected(content, index, file))
    for index, trial in enumerate(content.tests):
        with problems.collecting():
            _check_trial(trial, content, file, ("tests", index))
    if content.kind == "reply" and not content.subject:
        problems.add(file.error("a reply needs a subject for each language"))
    problems.raise_first()
    lines = {language: file.line(("subject", language)) for language in content.subject}
    groups = sorted({path.partition(".")[0] for path in content.inputs if "." in path})
    sources = (*ALWAYS, *content.inputs)
    marks = {path: mark(INPUT, number) for number, path in enumerate(sources)}
    places = {path: _place(path) for path in content.inputs}
    plan = tuple((path, each.type, each.trust, each.max) for path, each in content.inputs.items())
    declared = {path: file.line(("inputs", path)) for path in content.inputs}
    return Contract(
        content, folder, tuple(selection), lines, tuple(groups), sources, marks, places, plan, input_lines=declared
    )


def _place(path: str) -> tuple[str, str]:
    group, dot, name = path.partition(".")
    return (group, name) if dot else ("", path)


def _selected(content: ContractFile, index: int, file: DataFile) -> tuple[str, Condition]:
    line = content.select[index]
    place: Place = ("select", index)
    last = index == len(content.select) - 1
    if last and line.when is not None:
        problem = "the last line of select has no 'when': else a body is missing; add {use: default} below"
        raise file.error(problem, place, rule="no-default-variant")
    if not last and line.when is None:
        problem = "only the last line may lack 'when': else a body is never used; move it to the end"
        raise file.error(problem, place, rule="shadowed-variant")
    return line.use, read_condition(line.when, file, (*place, "when"), known={**READ_NAMES, **STYLE_NAMES})


def _check_trial(trial: TrialFile, content: ContractFile, file: DataFile, place: Place) -> None:
    check_style(trial.profile, file, (*place, "profile"))
    check_labels(trial.labels, file, (*place, "labels"))
    for path in fact_slots(trial.facts):
        if path not in content.inputs:
            close = get_close_matches(path, content.inputs, n=1)
            hint = f"did you mean '{close[0]}'?" if close else f"inputs: {', '.join(content.inputs)}"
            raise file.error(f"'{path}' is not an input; {hint}", (*place, "facts"))
    if trial.expect.variant and trial.expect.variant not in {line.use for line in content.select}:
        raise file.error(f"no line of select uses '{trial.expect.variant}'", (*place, "expect", "variant"))
    names = [each.expect.snapshot for each in content.tests if each.expect.snapshot]
    if trial.expect.snapshot and names.count(trial.expect.snapshot) > 1:
        problem = f"two tests have the snapshot '{trial.expect.snapshot}'; each needs its own"
        raise file.error(problem, (*place, "expect", "snapshot"))


def _unfit(path: str, each: InputFile, inputs: Mapping[str, InputFile]) -> str:
    """Return why an input cannot be declared so, or nothing."""
    group, dot, _ = path.partition(".")
    if group in _ALWAYS_THERE:
        return f"'{group}' is there without being declared; call the input otherwise"
    if not dot and any(other.startswith(f"{path}.") for other in inputs):
        return f"'{path}' is a group of inputs already; call the input otherwise"
    if _FROM_CUSTOMERS.match(path) and each.trust != "customer":
        return f"'{path}' is written by customers; its trust is customer"
    if each.type not in _FILLED.get(path, (each.type,)):
        return f"'{path}' is filled by tonekit; its type is {' or '.join(_FILLED[path])}"
    return ""
