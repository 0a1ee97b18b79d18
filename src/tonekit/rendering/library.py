"""The template library: contracts, bodies, subjects and phrases, checked when loaded and compiled once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import Any, Literal, TypeVar

from jinja2 import Template, TemplateSyntaxError, nodes

from ..datafile import read_data_file
from ..errors import Problems, TemplateError, UnknownNameError
from ..fingerprint import fingerprint
from ..profile import Style
from .contract import Contract, read_contract
from .environment import Sandbox
from .inert import ROLE_CLOSE, ROLE_NAMED, ROLE_OPEN
from .phrases import Phrase, PhraseBook, missing_slot, read_phrases
from .sources import TemplateFolders
from .structure import check_structure, check_tags, unknown_filters
from .variables import Parse, check_uses, find_slots, find_uses

Kind = Literal["reply", "prompt"]
Made = TypeVar("Made")
BODY = re.compile(r"([a-z]{2,3})(?:--([a-z0-9_-]+))?\.(md\.)?j2")
"""What bodies are called: language, variant, and `md.` for a reply."""
FOLDERS: Mapping[Kind, str] = {"reply": "replies", "prompt": "prompts"}
ALWAYS = frozenset(
    {"phrase", "range", "caller", "brand.name", "brand.industry", "brand.signature", "brand.never"}
    | {"reply_language.code", "reply_language.name", "style.instructions"}
    | {f"style.{name}" for name in Style.model_fields}
)
"""What every template may use without declaring it."""


@dataclass(frozen=True, slots=True)
class Body:
    """A compiled body.

    Attributes:
        name: its file, relative to the template folders.
        language, variant: which body it is.
        template: ready to render.
        reference: name and hash of body, contract and phrases.
    """

    name: str
    language: str
    variant: str
    template: Template
    reference: str


class TemplateLibrary:
    """All templates of the folders. Safe to share between threads.

    Args:
        folders: where the files are.
        environments: the environment for replies and the one for prompts.
        problems: takes the errors of contracts, whose templates are then left out; without it the first is raised.

    Raises:
        DataFileError: a contract is not valid.
    """

    def __init__(
        self, folders: TemplateFolders, environments: Mapping[Kind, Sandbox], *, problems: Problems | None = None
    ) -> None:
        self._folders = folders
        self._environments = environments
        self._compiled: dict[object, Any] = {}
        self._lock = RLock()
        self.contracts: dict[tuple[Kind, str], Contract] = {}
        self.broken: set[tuple[Kind, str]] = set()
        found = Problems() if problems is None else problems
        for kind, folder in FOLDERS.items():
            for name in folders.names(folder):
                with found.collecting():
                    self._add(kind, name)
        if problems is None:
            found.raise_first()

    def contract(self, kind: Kind, name: str) -> Contract:
        """Return a contract.

        Raises:
            UnknownNameError: there is no such template.
        """
        if (kind, name) not in self.contracts:
            names = [each for other, each in self.contracts if other == kind]
            raise UnknownNameError(f"{kind} template", name, available=names)
        return self.contracts[kind, name]

    def languages(self, contract: Contract) -> frozenset[str]:
        """Return the languages for which a template has a body."""
        names = map(BODY.fullmatch, self._folders.names(contract.folder))
        return frozenset(match[1] for match in names if match)

    def body(self, contract: Contract, language: str, variant: str) -> Body:
        """Return the body in a language; without a body for the variant, the default one.

        Raises:
            TemplateError: it cannot be parsed, or uses what its contract does not declare.
        """
        suffix = "md.j2" if contract.file.kind == "reply" else "j2"
        named = f"{contract.folder}/{language}--{variant}.{suffix}"
        if self._folders.find(named) is None:
            wanted, named, variant = variant, f"{contract.folder}/{language}.{suffix}", "default"
            if self._folders.find(named) is None:
                problem = f"'{language}' has no body for '{wanted}' and no default one; write {named}"
                raise TemplateError(problem, template=f"{contract.folder}/template.yaml", rule="missing-body")
        return self._once(("body", named), lambda: self._compile_body(contract, named, language, variant))

    def subject(self, contract: Contract, language: str) -> Template:
        """Return the subject line of a reply in a language.

        Raises:
            TemplateError: the contract has no subject in this language, or it cannot be parsed.
        """
        text = contract.file.subject.get(language)
        name = f"{contract.folder}/template.yaml"
        if text is None:
            problem = f"has no subject in '{language}'; add one under 'subject'"
            line = min(filter(None, contract.subject_lines.values()), default=None)
            raise TemplateError(problem, template=name, line=line, rule="missing-subject")
        line = contract.subject_lines[language]
        return self._once(("subject", name, language), lambda: self._compile_subject(text, name, contract, line))

    def phrases(self, language: str) -> PhraseBook:
        """Return the phrase book of a language, an empty one where there is no file."""
        return self._once(("phrases", language), lambda: self._read_phrases(language))

    def phrase_template(self, language: str, phrase: Phrase, kind: Kind) -> Template:
        """Return a compiled phrase; it may print what it needs and what every template has.

        Raises:
            TemplateError: it cannot be parsed, or prints an input that it does not need.
        """
        name = f"phrases/{language}.yaml"
        return self._once((name, phrase.file.id, kind), lambda: self._compile_phrase(phrase, name, kind))

    def check(self) -> None:
        """Compile every body, subject and phrase.

        Raises:
            ToneKitError: the first template that is wrong, with its file and line; it carries all others.
        """
        problems = Problems()
        for contract in self.contracts.values():
            for language in sorted(self.languages(contract)):
                self._check_language(contract, language, problems)
        for language in sorted({each for contract in self.contracts.values() for each in self.languages(contract)}):
            with problems.collecting():
                for phrase in self.phrases(language).all():
                    with problems.collecting():
                        self.phrase_template(language, phrase, "reply")
        for part in self._folders.names("parts"):
            if part.endswith(".j2"):
                with problems.collecting():
                    check_tags(self.tree("reply", f"parts/{part}"), f"parts/{part}")
        problems.raise_first()

    def tree(self, kind: Kind, name: str) -> nodes.Template:
        """Return the parsed template called `name`.

        Raises:
            TemplateError: there is no such file, or it cannot be parsed.
        """
        return self._part(self._environments[kind], name)

    def tree_of(self, kind: Kind, text: str, name: str) -> nodes.Template:
        """Return the parsed text, which stands in the file `name`.

        Raises:
            TemplateError: it cannot be parsed.
        """
        return self._once(("text", kind, name, text), lambda: self._parsed(self._environments[kind], text, name))

    def _check_language(self, contract: Contract, language: str, problems: Problems) -> None:
        for variant, _ in contract.selection:
            with problems.collecting():
                self.body(contract, language, variant)
        if contract.file.kind == "reply":
            with problems.collecting():
                self.subject(contract, language)

    def _add(self, kind: Kind, name: str) -> None:
        if self._folders.find(f"{FOLDERS[kind]}/{name}/template.yaml"):
            self.broken.add((kind, name))
            self.contracts[kind, name] = self._contract(kind, name)
            self.broken.remove((kind, name))

    def _once(self, key: object, make: Callable[[], Made]) -> Made:
        with self._lock:
            if key not in self._compiled:
                self._compiled[key] = make()
            made: Made = self._compiled[key]
            return made

    def _contract(self, kind: Kind, name: str) -> Contract:
        folder = f"{FOLDERS[kind]}/{name}"
        file = read_data_file(self._path(f"{folder}/template.yaml"))
        contract = read_contract(file, folder)
        if contract.file.id != name or contract.file.kind != kind:
            raise file.error(f"id and kind must be '{name}' and '{kind}', as the folder says", ("id",))
        return contract

    def _read_phrases(self, language: str) -> PhraseBook:
        path = self._folders.find(f"phrases/{language}.yaml")
        return read_phrases(read_data_file(path)) if path else PhraseBook(Path(f"phrases/{language}.yaml"), {})

    def _compile_body(self, contract: Contract, name: str, language: str, variant: str) -> Body:
        text, path = self._folders.read(name)
        _refuse_role_marks(text, name)
        environment = self._environments[contract.file.kind]
        tree = self._parsed(environment, text, name)
        problems = Problems()
        with problems.collecting():
            self._check(tree, environment, contract, name)
        with problems.collecting():
            book = self.phrases(language)
            for slot, where, line in find_slots(tree, self._parse(environment), name=name):
                if slot not in book.slots:
                    problems.add(missing_slot(slot, book, where, line=line))
        problems.raise_first()
        files = [path, self._path(f"{contract.folder}/template.yaml"), *self._including(tree)]
        phrase_file = self._folders.find(f"phrases/{language}.yaml")
        reference = (
            f"{contract.folder}@{language}--{variant}#{fingerprint([*files, *([phrase_file] if phrase_file else [])])}"
        )
        return Body(name, language, variant, environment.get_template(name), reference)

    def _parsed(self, environment: Sandbox, text: str, name: str) -> nodes.Template:
        try:
            tree = environment.parse(text, name, name)
            if not unknown_filters(tree):
                # Unknown tests show only when code is made of the tree; unknown filters are reported with the tags.
                environment.compile(text, name, name)
        except TemplateSyntaxError as error:
            raise TemplateError(error.message or "cannot be parsed", template=name, line=error.lineno) from error
        return tree

    def _part(self, environment: Sandbox, name: str) -> nodes.Template:
        return self._once(("part", id(environment), name), lambda: self._read_part(environment, name))

    def _read_part(self, environment: Sandbox, name: str) -> nodes.Template:
        text, _ = self._folders.read(name)
        _refuse_role_marks(text, name)
        return self._parsed(environment, text, name)

    def _parse(self, environment: Sandbox) -> Parse:
        return lambda included: self._part(environment, included)

    def _check(self, tree: nodes.Template, environment: Sandbox, contract: Contract, name: str) -> None:
        parse = self._parse(environment)
        inputs = contract.file.inputs
        customer = {path for path, each in inputs.items() if each.trust in ("customer", "model")}
        problems = Problems()
        with problems.collecting():
            check_uses(find_uses(tree, parse, name=name), declared=ALWAYS | inputs.keys(), customer=customer)
        with problems.collecting():
            check_structure(tree, parse, kind=contract.file.kind, template=name)
        problems.raise_first()

    def _compile_phrase(self, phrase: Phrase, name: str, kind: Kind) -> Template:
        environment = self._environments[kind]
        parse = self._parse(environment)
        # A phrase that calls a phrase would call itself sooner or later.
        declared = (ALWAYS - {"phrase"}) | set(phrase.file.needs)
        with inside(name, phrase.line):
            _refuse_role_marks(phrase.file.text, name)
            tree = self._parsed(environment, phrase.file.text, name)
            problems = Problems()
            with problems.collecting():
                uses = find_uses(tree, parse, name=name)
                check_uses(uses, declared=declared, customer=(), remedy="put it into the 'needs' of the phrase")
            with problems.collecting():
                check_structure(tree, parse, kind="reply", template=name)
            problems.raise_first()
            return environment.from_string(tree)

    def _including(self, tree: nodes.Template) -> list[Path]:
        names = [node.template.value for node in tree.find_all(nodes.Include) if isinstance(node.template, nodes.Const)]
        return [self._path(str(name)) for name in names]

    def _compile_subject(self, text: str, name: str, contract: Contract, line: int | None) -> Template:
        environment = self._environments[contract.file.kind]
        with inside(name, line):
            _refuse_role_marks(text, name)
            tree = self._parsed(environment, text, name)
            self._check(tree, environment, contract, name)
            return environment.from_string(tree)

    def _path(self, name: str) -> Path:
        _, path = self._folders.read(name)
        return path


@contextmanager
def inside(name: str, line: int | None) -> Iterator[None]:
    """Give errors of a text that stands inside the YAML file `name` the line of that text."""
    try:
        yield
    except TemplateError as error:
        for each in (error, *error.more):
            if isinstance(each, TemplateError) and each.template == name and line is not None:
                each.line = line + (each.line or 1) - 1
        raise


def _refuse_role_marks(text: str, name: str) -> None:
    for mark in (ROLE_OPEN, ROLE_NAMED, ROLE_CLOSE):
        if mark in text:
            line = text[: text.index(mark)].count("\n") + 1
            problem = f"holds the noncharacter U+{ord(mark):04X}, which is reserved; delete it"
            raise TemplateError(problem, template=name, line=line)
