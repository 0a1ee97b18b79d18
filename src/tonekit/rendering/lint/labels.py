"""A rule on the facts that prompts tell: without a label, a model reads the path of the input instead."""

from __future__ import annotations

from collections.abc import Iterator

from ...errors import ToneKitError
from ..contracts.contract import Contract
from ..contracts.told_facts import NAME, can_be_told, path_in_words
from .finding import Rule
from .linted_folder import LintedFolder

RULES = (
    Rule(
        "fact-without-label",
        "warning",
        "a fact that prompts show under its path, because it has no label, or another one elsewhere",
        "Add a label that says what it is, such as: label: What happens next",
    ),
)


def check_labels(linted: LintedFolder) -> Iterator[ToneKitError]:
    """Yield the facts of replies that prompts would tell without a proper name."""
    contracts = linted.library.contracts.values()
    telling = [each.file.inputs.keys() for each in contracts if each.file.kind == "prompt" and NAME in each.file.inputs]
    if not telling:
        return
    # An input that all of these prompts declare themselves is named in their own words.
    named = frozenset(telling[0]).intersection(*telling[1:])
    replies = [each for each in contracts if each.file.kind == "reply"]
    for contract in replies:
        file = linted.contract_file(contract)
        for path, each in contract.file.inputs.items():
            if path not in named and can_be_told(path, each.type) and (problem := _problem(path, contract, replies)):
                yield file.error(problem, ("inputs", path), rule="fact-without-label")


def _problem(path: str, contract: Contract, replies: list[Contract]) -> str:
    label, called = contract.file.inputs[path].label, f"so prompts call it '{path_in_words(path)}'"
    if not label:
        return f"'{path}' has no label, {called}"
    for other in replies:
        told = other.file.inputs.get(path)
        if told and told.label not in ("", label):
            return f"'{path}' is '{label}' here, '{told.label}' in {other.folder}, {called}; give both one label"
    return ""
