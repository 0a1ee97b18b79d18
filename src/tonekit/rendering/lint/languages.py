"""Rules on languages: which are missing, which bodies have drifted apart, which translations are behind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from jinja2 import nodes

from ...errors import DataFileError, TemplateError, ToneKitError
from ...files.datafile import DataFile, Place
from ...language_names import english_name
from ...settings import Settings
from ..contracts.contract import Contract
from ..contracts.contract_file import DEFAULT_VARIANT
from ..folders.translation import mark_of, standings
from ..syntax.variables import find_slots, find_uses, included, path_of
from .finding import Rule
from .guards import CONDITIONS
from .linted_folder import LintedFolder, TemplateText

RULES = (
    Rule(
        "missing-language",
        "warning",
        "a reply without a body in a language that other replies have",
        "Write the body, or rely on the fallback language of tonekit.yaml.",
    ),
    Rule(
        "parity-drift",
        "warning",
        "a body that uses other inputs, slots or parts than the body in the source language",
        "Bring both to the same content.",
    ),
    Rule(
        "stale-translation",
        "warning",
        "a translation whose source has changed since it was marked as translated",
        "Compare with the source, then run: tonekit i18n mark TEMPLATE",
    ),
    Rule(
        "yaml-bool-language",
        "error",
        "a language code that YAML readers take for yes or no",
        "Norwegian Bokmål is 'nb'.",
    ),
)
_SHOWN = 3
"""How many names a warning lists; `tonekit i18n status` shows them all."""
_BOOLEANS = frozenset({"no", "on", "off", "yes", "y", "n", "true", "false"})


def check_languages(linted: LintedFolder) -> Iterator[ToneKitError]:
    """Yield what is wrong between the languages of a folder."""
    yield from _missing(linted)
    for contract in linted.contracts():
        yield from _drift(contract, linted)
    yield from _booleans(linted)


def _missing(linted: LintedFolder) -> Iterator[TemplateError]:
    written = [each for each in linted.languages() if linted.is_language(each) and each not in _BOOLEANS]
    replies = [each for each in linted.library.contracts.values() if each.file.kind == "reply"]
    lacking = {
        language: [each for each in replies if language not in linted.library.languages(each)] for language in written
    }
    # Nobody who begins a language means to be told so once for each of the other replies.
    together = {language for language, others in lacking.items() if len(others) > _SHOWN and _begun(language, linted)}
    for each in replies:
        if missing := [language for language in written if each in lacking[language] and language not in together]:
            problem = f"has no body in {', '.join(missing)}, which other replies have"
            yield TemplateError(problem, template=f"{each.folder}/template.yaml", rule="missing-language")
    for language in sorted(together):
        names = [Path(each.folder).name for each in lacking[language]]
        yield _unwritten(language, names, _begun(language, linted))


def _begun(language: str, linted: LintedFolder) -> str:
    """Return the first reply of the user's own folder in a language; empty if there is none."""
    folders = sorted(each.folder for each in linted.library.contracts.values() if each.file.kind == "reply")
    files = (f"{folder}/{name}" for folder in folders for name in linted.sources.names(folder))
    body = re.compile(rf"{re.escape(language)}(--\w+)?\.md\.j2")
    return next((each for each in files if body.fullmatch(Path(each).name) and linted.sources.is_own(each)), "")


def _unwritten(language: str, names: list[str], begun: str) -> TemplateError:
    listed = f"{', '.join(names[:_SHOWN])} and {len(names) - _SHOWN} more"
    problem = f"{len(names)} other replies have no body in {english_name(language)}: {listed}"
    remedy = "write those that your customers should get in it, or rely on the fallback language of tonekit.yaml"
    return TemplateError(f"{problem}; {remedy}", template=begun, rule="missing-language")


def _drift(contract: Contract, linted: LintedFolder) -> Iterator[TemplateError]:
    # What a body with an error writes besides is not known for sure.
    wrong = {each.template for each in linted.problems.found if isinstance(each, TemplateError)}
    bodies = {(text.language, text.variant): text for text in linted.bodies(contract)}
    source = contract.file.source_language
    for (language, variant), text in bodies.items():
        origin = bodies.get((source, variant)) or bodies.get((source, DEFAULT_VARIANT))
        if origin is None or language == source or {text.name, origin.name} & wrong:
            continue
        yield from _difference(text, origin, contract)
    texts = {key: (text.name, text.source) for key, text in bodies.items()}
    for each in standings(texts, source_language=source):
        if each.state == "stale" and each.source:
            remedy = f"compare the two, then run: tonekit i18n mark {contract.folder} --language {each.language}"
            problem = f"{Path(each.source).name} has changed since this was translated from it; {remedy}"
            mark = mark_of(texts[each.language, each.variant][1])
            line = mark.line if mark else None
            yield TemplateError(problem, template=each.name, line=line, rule="stale-translation")


def _difference(text: TemplateText, origin: TemplateText, contract: Contract) -> Iterator[TemplateError]:
    try:
        here, there = _content(text, contract), _content(origin, contract)
    except TemplateError:
        return  # an include that cannot be read may use any input
    source = Path(origin.name).name
    for name, (template, line) in there.items():
        if name not in here:
            where = f"{source}, line {line}" if template == origin.name else template
            problem = f"does not use {name}, which {where} does; use it here, or take it out there"
            yield TemplateError(problem, template=text.name, rule="parity-drift")
    for name, (template, line) in here.items():
        if name not in there:
            yield _only_here(name, text, template, line, source)


def _only_here(name: str, text: TemplateText, template: str, line: int, source: str) -> TemplateError:
    if template == text.name:
        word = name.split("'")[1]
        problem = f"uses {name}, which {source} does not; use it there, or take it out here"
        return TemplateError(problem, template=template, line=line, rule="parity-drift", word=word)
    # A part serves other replies as well: what differs is which body includes it.
    problem = f"uses {name} by its include of {template}, and {source} does not; include it there too, or not here"
    return TemplateError(problem, template=text.name, rule="parity-drift")


def _content(text: TemplateText, contract: Contract) -> Mapping[str, tuple[str, int]]:
    """Return the inputs and slots that a body writes, each with its first place.

    Inputs that are used in conditions alone do not count: one language may need a distinction that another does not.
    """
    content: dict[str, tuple[str, int]] = {}
    asked = _asked(text)
    for use in find_uses(text.tree, text.parse, name=text.name):
        if use.path in contract.file.inputs and (use.template, use.line, use.path) not in asked:
            content.setdefault(f"'{use.path}'", (use.template, use.line))
    for slot, template, line in find_slots(text.tree, text.parse, name=text.name):
        content.setdefault(f"the slot '{slot}'", (template, line))
    return content


def _asked(text: TemplateText) -> set[tuple[str, int, str]]:
    """Return file, line and path of the inputs that are used in conditions alone."""
    asked: Counter[tuple[str, int, str]] = Counter()
    for name, tree in {text.name: text.tree, **dict(included(text.tree, text.parse, name=text.name))}.items():
        conditions: list[nodes.Node] = [each.test for each in tree.find_all(nodes.If)]
        conditions += [each.test for each in tree.find_all(nodes.CondExpr)]
        conditions += [each.node for each in tree.find_all(nodes.Assign) if isinstance(each.node, CONDITIONS)]
        asked.update((name, node.lineno, path) for each in conditions for node, path in _paths(each))
    used = Counter((use.template, use.line, use.path) for use in find_uses(text.tree, text.parse, name=text.name))
    return {each for each, count in asked.items() if used[each] <= count}


def _paths(node: nodes.Node) -> Iterator[tuple[nodes.Node, str]]:
    """Yield the inputs that an expression names."""
    if path := path_of(node):
        yield node, path
        return
    for child in node.iter_child_nodes():
        yield from _paths(child)


def _booleans(linted: LintedFolder) -> Iterator[ToneKitError]:
    for contract in linted.library.contracts.values():
        file = linted.contract_file(contract)
        yield from _keys(file, contract.file.subject, ("subject",))
        for name in linted.sources.names(contract.folder):
            language = re.split(r"--|\.", name)[0]
            if language in _BOOLEANS:
                yield _boolean(DataFileError("", path=Path(contract.folder, name)), language)
    for name in linted.sources.names("phrases"):
        if name.partition(".")[0] in _BOOLEANS:
            yield _boolean(DataFileError("", path=Path("phrases", name)), name.partition(".")[0])
    if linted.settings and linted.settings_file:
        yield from _in_settings(linted.settings, linted.settings_file)


def _in_settings(settings: Settings, file: DataFile) -> Iterator[DataFileError]:
    yield from _keys(file, settings.brand.signature, ("brand", "signature"))
    for number, entry in enumerate(settings.never_say):
        for key, words in (("words", entry.words), ("unless", entry.unless), ("only_upset", entry.only_upset)):
            yield from _keys(file, words, ("never_say", number, key))
    for sender, language in settings.languages.fallback.items():
        if {sender, language} & _BOOLEANS:
            place = file.error("", ("languages", "fallback", sender))
            yield _boolean(place, next(iter(sorted({sender, language} & _BOOLEANS))))


def _keys(file: DataFile, content: Mapping[str, object], place: Place) -> Iterator[DataFileError]:
    for key in content:
        if key in _BOOLEANS:
            yield _boolean(file.error("", (*place, key)), key)


def _boolean(place: DataFileError, code: str) -> DataFileError:
    truth = "true" if code in _YES else "false"
    problem = f"'{code}' is not a language here, and other YAML readers take it for {truth}"
    remedy = "; Norwegian Bokmål is 'nb'" if code == "no" else "; write the code of a language, such as de"
    return DataFileError(
        problem + remedy, path=place.path, line=place.line, column=place.column, rule="yaml-bool-language"
    )


_YES = frozenset({"on", "yes", "y", "true"})
