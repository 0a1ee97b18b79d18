"""Rules on selection, proved over every combination: which body, reply and phrase can be taken at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...conditions.situation import READ_NAMES
from ...errors import DataFileError, TemplateError, ToneKitError
from ...files.datafile import DataFile, Place
from ...models.plain_problems import meant_among
from ..contracts.contract import Contract
from ..contracts.contract_file import DEFAULT_VARIANT
from ..folders.library import ANY
from ..phrases.alternatives import Phrase
from ..phrases.phrase_book import PhraseBook
from .condition_cases import Case, cases
from .finding import Rule
from .linted_folder import LintedFolder

RULES = (
    Rule(
        "no-default-variant",
        "error",
        "a combination of profile values has no body: the last line of select has a condition, or a body is missing",
        "Let the last line of select be {use: default}, and write the default body.",
    ),
    Rule(
        "shadowed-variant",
        "error",
        "a line that never gets its turn: wherever it fits, lines above it fit as well",
        "Move the line up, or delete it.",
    ),
    Rule(
        "unreachable-variant",
        "error",
        "a body or line that can never be reached: its condition can never hold, or no line names it",
        "Change the condition, or delete the line and its body.",
    ),
    Rule(
        "selection-gap",
        "error",
        "a combination for which no line of replies in tonekit.yaml is sure to give a reply",
        "Add a last line without 'when', with a template that needs nothing, such as acknowledgement.",
    ),
    Rule(
        "unnamed-reply",
        "warning",
        "a reply of your own that no line of replies in tonekit.yaml names",
        "Add a line for it, or write by_name: true into its contract where the team takes it by its name.",
    ),
    Rule(
        "dead-phrase",
        "warning",
        "a phrase that is never taken: wherever it fits, a more specific one fits as well, or it never fits",
        "Change its condition, or delete it.",
    ),
)
_NEED_NAMES = {
    "reading.waited": "waited",
    "reading.deadline": "deadline",
    "reading.contact_count": "contact_count",
}
"""Inputs that phrases need and that conditions look at under another name."""


def check_selection(linted: LintedFolder) -> Iterator[ToneKitError]:
    """Yield what is wrong with `select`, `replies:` and the conditions of phrases."""
    for contract in linted.contracts():
        yield from _select(contract, linted)
    yield from _replies(linted)
    yield from _unnamed(linted)
    for book in linted.phrases():
        yield from _phrases(book)


def _select(contract: Contract, linted: LintedFolder) -> Iterator[ToneKitError]:
    file = linted.contract_file(contract)
    conditions = [when for _, when in contract.selection]
    met = cases(conditions)
    for index, (use, _) in enumerate(contract.selection):
        holding = [case for case in met if index in case.holds]
        if all(min(case.holds) < index for case in holding):
            yield _never(f"'{use}'", index, holding, file, ("select", index))
    for language in sorted(linted.library.languages(contract)):
        yield from _bodies(contract, language, met, linted)


def _never(line: str, index: int, holding: Sequence[Case], file: DataFile, place: Place) -> DataFileError:
    """Return the error for a line that never gets its turn: nothing fits it, or others come first."""
    if not holding:
        return file.error(f"no combination of values fits the condition of {line}", place, rule="unreachable-variant")
    before = sorted({min(case.holds) for case in holding} - {index})
    lines = f"line {before[0] + 1}" if len(before) == 1 else f"lines {_and([number + 1 for number in before])}"
    fits = "fits as well and comes first" if len(before) == 1 else "fit as well and come first"
    problem = f"{line} is never taken: wherever it fits, {lines} of the list {fits}, as with {holding[0]}"
    return file.error(problem, place, rule="shadowed-variant")


def _bodies(contract: Contract, language: str, met: Sequence[Case], linted: LintedFolder) -> Iterator[TemplateError]:
    suffix = "md.j2" if contract.file.kind == "reply" else "j2"
    there = {text.variant for text in linted.bodies(contract) if text.language == language}
    names = set(linted.sources.names(contract.folder))
    if {f"{language}.{suffix}", f"{ANY}.{suffix}"} & names:
        return
    for index, (use, _) in enumerate(contract.selection):
        taking = [case for case in met if min(case.holds) == index]
        if taking and use not in there:
            needed = f"{language}--{use}.{suffix}" if use != DEFAULT_VARIANT else f"{language}.{suffix}"
            problem = f"'{language}' has no body for '{use}', which is taken with {taking[0]}"
            hint = f"write {contract.folder}/{language}.{suffix}" if use != DEFAULT_VARIANT else f"write {needed}"
            yield TemplateError(
                f"{problem}; {hint}", template=f"{contract.folder}/template.yaml", rule="no-default-variant"
            )


def _replies(linted: LintedFolder) -> Iterator[ToneKitError]:
    file = linted.settings_file
    contracts = {name: each for (kind, name), each in linted.library.contracts.items() if kind == "reply"}
    lines = linted.choices
    if file is None or linted.settings is None or not lines or any(name and name not in contracts for name, _ in lines):
        return
    met = cases([when for _, when in lines])
    # Where no reply is wanted, none is missing, whatever the language.
    sure = [name is None or not contracts[name].required for name, _ in lines]
    everywhere = frozenset(linted.languages())
    bodies = [linted.library.languages(contracts[name]) if name else everywhere for name, _ in lines]
    for index, (name, _) in enumerate(lines):
        holding = [case for case in met if index in case.holds]
        before = [j for j in range(index) if sure[j] and bodies[j] >= bodies[index]]
        first = [min((j for j in before if j in case.holds), default=index) for case in holding]
        if all(each < index for each in first):
            taken = [Case(frozenset({each, index}), case.example) for each, case in zip(first, holding, strict=True)]
            yield _never(f"'{name or 'reply: none'}'", index, taken, file, ("replies", index))
    yield from _gaps(linted, file, met, sure, bodies)


def _unnamed(linted: LintedFolder) -> Iterator[DataFileError]:
    names = [name for kind, name in linted.library.contracts if kind == "reply"]
    named = {line.template for line in linted.settings.replies} if linted.settings else set()
    # A line that is misspelt is named itself, and was meant to name one of them.
    named |= {meant_among(str(each), names) for each in named - set(names)}
    for (kind, name), contract in linted.library.contracts.items():
        file = linted.contract_file(contract)
        # Whoever names few replies does without the others that ship; one's own is meant to be sent.
        own = file.path.is_relative_to(linted.sources.folders[0])
        if kind == "reply" and named and name not in named and own and not contract.file.by_name:
            problem = f"no line of 'replies' in tonekit.yaml names '{name}', so it is taken for no message"
            line = f"- {{template: {name}, when: {{request: question}}}}"
            hint = f"write one, such as {line}, or by_name: true into this file where the team takes it by its name"
            yield file.error(f"{problem}; {hint}", ("id",), rule="unnamed-reply")


def _gaps(
    linted: LintedFolder, file: DataFile, met: Sequence[Case], sure: Sequence[bool], bodies: Sequence[frozenset[str]]
) -> Iterator[DataFileError]:
    assert linted.settings is not None  # noqa: S101 - the caller has looked; this is for the type checker
    missing: dict[str, list[str]] = {}
    for language in linted.languages():
        readable = {language, linted.settings.fallback_for(language)}
        gap = next((c for c in met if not any(sure[i] and bodies[i] & readable for i in c.holds)), None)
        if gap is not None:
            missing.setdefault(str(gap), []).append(language)
    for example, languages in missing.items():
        where = "" if languages == linted.languages() else f" in {_and(languages)}"
        problem = f"no line that is sure to give a reply{where} fits {example}"
        yield file.error(problem, ("replies",), rule="selection-gap")


def _phrases(book: PhraseBook) -> Iterator[DataFileError]:
    for slot, phrases in book.slots.items():
        met = phrase_cases(phrases)
        best = set()
        for case in met:
            closest = max((phrases[index].closeness for index in case.holds), default=0)
            best |= {index for index in case.holds if phrases[index].closeness == closest}
        for index, phrase in enumerate(phrases):
            if index not in best:
                holding = [case for case in met if index in case.holds]
                reason = f"closer ones always fit as well, as with {holding[0]}" if holding else "it can never fit"
                problem = f"'{phrase.file.id}' of '{slot}' is never taken: {reason}"
                yield DataFileError(problem, path=book.path, line=phrase.line, rule="dead-phrase")


def phrase_cases(phrases: Sequence[Phrase]) -> tuple[Case, ...]:
    """Return all cases that the phrases of a slot can meet: their conditions, and what they need is there."""
    needs = [[_need(path) for path in phrase.file.needs] for phrase in phrases]
    return cases([phrase.when for phrase in phrases], needs=needs)


def _need(path: str) -> str:
    """Return the name under which conditions look at an input; others are looked at by nothing else."""
    name = _NEED_NAMES.get(path, path)
    return name if name in READ_NAMES else f"input {name}"


def _and(items: Sequence[object]) -> str:
    *most, last = map(str, items)
    return f"{', '.join(most)} and {last}" if most else last
