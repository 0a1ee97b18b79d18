"""Rules on inputs: declared and used, guarded where they may be missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from difflib import get_close_matches
from typing import Any

from jinja2 import nodes

from ...analysis import DIMENSIONS
from ...errors import TemplateError, ToneKitError
from ...files.datafile import Place, read_data_file
from ..contracts.contract import Contract
from ..contracts.inputs import ALWAYS
from ..phrases.phrase_book import PhraseBook
from ..syntax.variables import find_slots, find_uses
from .finding import Rule
from .guards import Scope, find_gaps
from .linted_folder import LintedFolder, TemplateText
from .selection import phrase_cases

RULES = (
    Rule(
        "unused-input",
        "warning",
        "a declared input that no body, subject or phrase uses",
        "Use it, or delete it from the contract: whoever fills the inputs looks it up for nothing.",
    ),
    Rule(
        "unguarded-optional",
        "error",
        "an input that may be missing, printed without a check that it is there",
        "Guard it, or declare it as required.",
    ),
    Rule(
        "optional-without-fallback",
        "warning",
        "a place that stays empty, or fails, in some cases: an inline 'if' without 'else', a slot without a phrase",
        "Say what is printed there otherwise.",
    ),
    Rule(
        "unknown-need",
        "error",
        "a phrase that needs an input which no template declares: it is never said",
        "Correct the name, or delete the need.",
    ),
)
_BRAND = ("brand.industry", "brand.signature")
_ALWAYS_READ = {f"reading.{name}" for name in DIMENSIONS}


def check_inputs(linted: LintedFolder) -> Iterator[ToneKitError]:
    """Yield what is wrong with the use of inputs."""
    for contract in linted.contracts():
        texts = [*linted.bodies(contract), *linted.subjects(contract)]
        yield from _unused(contract, texts, linted)
        required = {path for path, each in contract.file.inputs.items() if each.required}
        optional = (contract.file.inputs.keys() | set(_BRAND)) - required - _ALWAYS_READ
        for text in texts:
            yield from _unguarded(text, frozenset(optional))
    gaps = {book.path.stem: dict(_gaps(book)) for book in linted.phrases()}
    for contract in linted.contracts():
        for text in (*linted.bodies(contract), *linted.subjects(contract)):
            yield from _empty_slots(text, gaps.get(text.language, {}))
    for book in linted.phrases():
        for _, text in linted.phrase_texts(book):
            yield from _unguarded(text, frozenset(_BRAND))
        if not linted.library.broken:  # a contract that cannot be read may declare any input
            yield from _unknown_needs(book, linted)


def _unknown_needs(book: PhraseBook, linted: LintedFolder) -> Iterator[ToneKitError]:
    known = {*ALWAYS, *(path for contract in linted.library.contracts.values() for path in contract.file.inputs)}
    file = read_data_file(book.path)
    for place, need in _needs(file.data):
        if need not in known:
            close = get_close_matches(need, known, n=1)
            hint = f"did you mean '{close[0]}'?" if close else f"declared: {', '.join(sorted(known))}"
            yield file.error(f"no template declares '{need}'; {hint}", place, rule="unknown-need")


def _needs(data: Any) -> Iterator[tuple[Place, str]]:
    """Yield the inputs that phrases need, with their places; malformed entries are reported by other rules."""
    match data:
        case {"needs": [*needs]}:
            yield from ((("needs", index), need) for index, need in enumerate(needs) if isinstance(need, str))
        case dict():
            yield from (((key, *place), need) for key, part in data.items() for place, need in _needs(part))
        case list():
            yield from (((key, *place), need) for key, part in enumerate(data) for place, need in _needs(part))


def _unused(contract: Contract, texts: list[TemplateText], linted: LintedFolder) -> Iterator[ToneKitError]:
    try:
        used = {path for text in texts for path in _used(text, linted)}
    except TemplateError:
        return  # an include that cannot be read may use any input
    if len(texts) < len(_written(contract, linted)):
        return  # so may a body that cannot be read
    file = linted.contract_file(contract)
    for path in contract.file.inputs:
        if texts and path not in used and path.split(".")[0] not in used:
            yield file.error(f"'{path}' is declared and used nowhere", ("inputs", path), rule="unused-input")


def _written(contract: Contract, linted: LintedFolder) -> list[str]:
    bodies = [name for name in linted.sources.names(contract.folder) if name.endswith(".j2")]
    return [*bodies, *contract.file.subject]


def _used(text: TemplateText, linted: LintedFolder) -> Iterator[str]:
    """Yield the inputs that a text uses, through its includes and phrases."""
    yield from (use.path for use in find_uses(text.tree, text.parse, name=text.name))
    books = {book.path.stem: book for book in linted.phrases()}
    if book := books.get(text.language):
        slots = {slot for slot, _, _ in find_slots(text.tree, text.parse, name=text.name)}
        yield from (need for slot in slots for phrase in book.slots.get(slot, ()) for need in phrase.file.needs)


def _unguarded(text: TemplateText, optional: frozenset[str]) -> Iterator[TemplateError]:
    for gap in find_gaps(text.tree, Scope(optional, text.parse, (text.name,))):
        line = gap.line + text.line - 1 if gap.template == text.name else gap.line
        if gap.path:
            hint = f"write {{% if {gap.path} %}}…{{% endif %}} around it, or declare it as required"
            problem = f"'{gap.path}' may be missing and is printed unguarded; {hint}"
            yield TemplateError(problem, template=gap.template, line=line, rule="unguarded-optional", word=gap.path)
        else:
            problem = "this inline 'if' has no 'else'; add one, such as: else ''"
            yield TemplateError(problem, template=gap.template, line=line, rule="optional-without-fallback", word="if")


def _gaps(book: PhraseBook) -> Iterator[tuple[str, str]]:
    """Yield each slot that has no phrase in some case, and the smallest example of such a case."""
    for slot, phrases in book.slots.items():
        if all(phrase.closeness for phrase in phrases):
            gap = next((case for case in phrase_cases(phrases) if not case.holds), None)
            if gap is not None:
                yield slot, str(gap)


def _empty_slots(text: TemplateText, gaps: Mapping[str, str]) -> Iterator[TemplateError]:
    """Yield the slots that are printed without a check although they have no phrase in some case."""
    printed = set(_printed_slots(text.tree))
    for slot, template, line in find_slots(text.tree, text.parse, name=text.name):
        with suppress(TemplateError):
            tree = text.tree if template == text.name else text.parse(template)
            printed |= set(_printed_slots(tree))
        if slot in gaps and slot in printed:
            problem = f"slot '{slot}' has no phrase in '{text.language}' for {gaps[slot]}, so nothing is printed there"
            hint = f'add one without conditions, or ask first: {{% set text = phrase("{slot}") %}}{{% if text %}}'
            message = f"{problem}; {hint}"
            yield TemplateError(message, template=template, line=line, word=slot, rule="optional-without-fallback")


def _printed_slots(tree: nodes.Template) -> Iterator[str]:
    """Yield the slots that a template prints without putting them into a variable first."""
    for output in tree.find_all(nodes.Output):
        for each in output.nodes:
            if isinstance(each, nodes.Call) and isinstance(each.node, nodes.Name) and each.node.name == "phrase":
                yield from (str(argument.value) for argument in each.args if isinstance(argument, nodes.Const))
