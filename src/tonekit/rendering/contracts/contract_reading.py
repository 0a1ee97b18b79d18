"""Read the contract of a template from its file, and refuse one that cannot be meant."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches

from ...conditions.condition import Condition
from ...conditions.reading import read_condition
from ...conditions.situation import READ_NAMES, STYLE_NAMES
from ...errors import Problems
from ...files.datafile import DataFile, Place
from ...message import Customer
from ..markup.provenance import INPUT, mark
from ..trials.trial_file import TrialFile
from .contract import FIGURES, OWN, Contract, Step
from .contract_file import ContractFile, InputFile
from .converting import converter
from .inputs import ALWAYS, fact_slots
from .values import InputType, Section
from .written_values import check_labels, check_style

_ALWAYS_THERE = frozenset({"brand", "style", "reply_language", "phrase", "range", "caller", "loop"})
FROM_CUSTOMERS = re.compile(
    r"message\.|customer\.|thread\.turns$|examples$|facts$|reading\.(?:waited|deadline|tried|order_numbers|error_codes)$"
)
"""Inputs that hold words of the customer, whatever a contract says of them."""
_MEASURED: tuple[InputType, ...] = ("number", "money")
_FILLED: Mapping[str, tuple[InputType, ...]] = {
    **dict.fromkeys(("personal.redacted",), ("flag",)),
    **dict.fromkeys(("thread.turns",), ("turns",)),
    **dict.fromkeys(("examples",), ("examples",)),
    **dict.fromkeys(("facts",), ("facts",)),
    **dict.fromkeys(("reading.tried", "reading.order_numbers", "reading.error_codes"), ("list",)),
    **dict.fromkeys(("reading.courtesy",), ("line",)),
    **dict.fromkeys(("reading.contact_count", "thread.left_out"), ("number",)),
    **dict.fromkeys(("message.text", "message.subject", "reading.waited", "reading.deadline"), ("line", "text")),
    **dict.fromkeys((f"customer.{name}" for name in (*Customer.model_fields, "first_name")), ("line", "text")),
}
"""The types that fit the inputs which tonekit fills by itself."""


def read_contract(file: DataFile, folder: str) -> Contract:
    """Return the checked contract of a template folder.

    Raises:
        DataFileError: a wrong key or value, a selection whose last line has a condition or an earlier one has none.
    """
    _refuse_groups(file)
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
    return _made(content, folder, tuple(selection), file)


def _refuse_groups(file: DataFile) -> None:
    """Refuse inputs that stand in a group, as facts may: what lacks there is said of the group, and helps nobody."""
    inputs = file.data.get("inputs") if isinstance(file.data, dict) else None
    for name, below in inputs.items() if isinstance(inputs, dict) else ():
        if isinstance(below, dict) and below and all(isinstance(each, dict) for each in below.values()):
            key = next(iter(below))
            problem = f"'{name}' is a group of inputs, and each is written here with its whole name"
            raise file.error(f"{problem}; write {name}.{key}: {{type: …, trust: …}}", ("inputs", name))


def _made(content: ContractFile, folder: str, selection: tuple[tuple[str, Condition], ...], file: DataFile) -> Contract:
    lines = {language: file.line(("subject", language)) for language in content.subject}
    groups = sorted({path.partition(".")[0] for path in content.inputs if "." in path})
    sources = (*ALWAYS, *content.inputs)
    marks = {path: mark(INPUT, number) for number, path in enumerate(sources)}
    places = {path: _place(path) for path in content.inputs}
    plan = {path: _step(path, each) for path, each in content.inputs.items()}
    needed = {path: step for path, step in plan.items() if content.inputs[path].required}
    declared = {path: file.line(("inputs", path)) for path in content.inputs}
    inputs = content.inputs.items()
    return Contract(
        content,
        file.text,
        folder,
        selection,
        lines,
        {group: Section(group) for group in groups},
        sources,
        marks,
        places,
        plan,
        needed,
        input_lines=declared,
        required=frozenset(needed),
        figures=frozenset(path for path, each in inputs if each.type in FIGURES),
        own=tuple(path for path, each in inputs if each.trust in OWN),
    )


def _step(path: str, content: InputFile) -> Step:
    key = f"{path} {content.type} {content.trust} {content.max} {content.min}"
    convert = converter(content.type, content.trust, longest=content.max, least=content.min)
    return Step(path, content.type, content.trust, convert, key)


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
        return f"'{group}' is there without being declared; rename the input"
    if not dot and any(other.startswith(f"{path}.") for other in inputs):
        return f"'{path}' is a group of inputs already; rename the input"
    if FROM_CUSTOMERS.match(path) and each.trust != "customer":
        return f"'{path}' is written by customers; its trust is customer"
    if each.min is not None and each.type not in _MEASURED:
        return f"'{path}' is of the type {each.type}; min is for {' and '.join(_MEASURED)}: delete it"
    if each.type not in _FILLED.get(path, (each.type,)):
        return f"'{path}' is filled by tonekit; its type is {' or '.join(_FILLED[path])}"
    return ""
