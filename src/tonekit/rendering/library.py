"""The template library: contracts, bodies, subjects and phrases, checked when loaded and compiled once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import Any, Literal, TypeVar

from jinja2 import Template, nodes

from ..datafile import read_data_file
from ..errors import TemplateError, UnknownNameError
from ..fingerprint import fingerprint
from ..profile import Style
from .contract import DEFAULT_VARIANT, Contract, read_contract
from .environment import Sandbox
from .phrases import Phrase, PhraseBook, missing_slot, read_phrases
from .sources import TemplateFolders
from .structure import check_structure, check_tags
from .text_errors import inside, refuse_role_marks, syntax_errors
from .variables import Parse, check_uses, find_slots, find_uses

Kind = Literal["reply", "prompt"]
Made = TypeVar("Made")
ANY = "any"
"""A body of this name serves all languages: it is structure, and its words come from phrases."""
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

    Raises:
        DataFileError: a contract is not valid.
    """

    def __init__(self, folders: TemplateFolders, environments: Mapping[Kind, Sandbox]) -> None:
        self._folders = folders
        self._environments = environments
        self._compiled: dict[object, Any] = {}
        self._lock = RLock()
        self.contracts: dict[tuple[Kind, str], Contract] = {
            (kind, name): self._contract(kind, name)
            for kind, folder in FOLDERS.items()
            for name in folders.names(folder)
            if folders.find(f"{folder}/{name}/template.yaml")
        }

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
        """Return the languages for which a template has a body.

        A body `any` is one for every language that the contract has a subject in and that has phrases.
        """
        endings = self._folders.names(contract.folder)
        written = {name.split(".")[0].split("--")[0] for name in endings if name.endswith(".j2")}
        shared = {each for each in contract.file.subject if self._folders.find(f"phrases/{each}.yaml")}
        return frozenset((written - {ANY}) | (shared if ANY in written else set()))

    def body(self, contract: Contract, language: str, variant: str) -> Body:
        """Return the body in a language; without a body for the variant, the default one.

        Language outranks variant: the body `any`, which all languages share, comes last.

        Raises:
            TemplateError: it cannot be parsed, or uses what its contract does not declare.
        """
        suffix = "md.j2" if contract.file.kind == "reply" else "j2"
        names = [
            (f"{contract.folder}/{code}{ending}.{suffix}", found)
            for code in (language, ANY)
            for ending, found in ((f"--{variant}", variant), ("", DEFAULT_VARIANT))
        ]
        there = (each for each in names if self._folders.find(each[0]))
        named, found = next(there, (f"{contract.folder}/{language}.{suffix}", DEFAULT_VARIANT))
        return self._once(("body", named, language), lambda: self._compile_body(contract, named, language, found))

    def subject(self, contract: Contract, language: str) -> Template:
        """Return the subject line of a reply in a language.

        Raises:
            TemplateError: the contract has no subject in this language, or it cannot be parsed.
        """
        text = contract.file.subject.get(language)
        name = f"{contract.folder}/template.yaml"
        if text is None:
            raise TemplateError(f"has no subject in '{language}'; add one under 'subject'", template=name)
        line = contract.subject_lines[language]
        return self._once(
            ("subject", name, language), lambda: self._compile_subject(text, name, contract, language, line)
        )

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
        """Compile every body and phrase.

        Raises:
            ToneKitError: the first template that is wrong, with its file and line.
        """
        for contract in self.contracts.values():
            for language in sorted(self.languages(contract)):
                for variant, _ in contract.selection:
                    self.body(contract, language, variant)
        for language in sorted({each for contract in self.contracts.values() for each in self.languages(contract)}):
            for phrase in self.phrases(language).all():
                self.phrase_template(language, phrase, "reply")
        for part in self._folders.names("parts"):
            if part.endswith(".j2"):
                check_tags(self._part(self._environments["reply"], f"parts/{part}"), f"parts/{part}")

    def check_subjects(self) -> None:
        """Compile the subject of every reply in every language that it has a body for.

        Raises:
            ToneKitError: the first subject that is missing or wrong, with its file and line.
        """
        for (kind, _), contract in self.contracts.items():
            for language in sorted(self.languages(contract)) if kind == "reply" else ():
                self.subject(contract, language)

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
        refuse_role_marks(text, name)
        environment = self._environments[contract.file.kind]
        tree = self._parsed(environment, text, name)
        self._check(tree, environment, contract, name)
        self._check_slots(tree, environment, name, language)
        files = [path, self._path(f"{contract.folder}/template.yaml"), *self._including(tree)]
        phrase_file = self._folders.find(f"phrases/{language}.yaml")
        reference = (
            f"{contract.folder}@{language}--{variant}#{fingerprint([*files, *([phrase_file] if phrase_file else [])])}"
        )
        return Body(name, language, variant, environment.get_template(name), reference)

    def _parsed(self, environment: Sandbox, text: str, name: str) -> nodes.Template:
        """Return the tree of a file that Jinja will load by its name."""
        with syntax_errors(name):
            tree = environment.parse(text, name, name)
            # Unknown filters and tests show only when code is made of the tree.
            environment.compile(text, name, name)
        return tree

    def _compiled_text(self, environment: Sandbox, text: str, name: str) -> tuple[nodes.Template, Template]:
        """Return tree and template of a text that stands inside a YAML file."""
        with syntax_errors(name):
            tree = environment.parse(text, name, name)
            return tree, environment.from_string(tree)

    def _part(self, environment: Sandbox, name: str) -> nodes.Template:
        """Return the tree of an included file; many bodies include the same, and none of them changes it."""
        return self._once(("part", name, id(environment)), lambda: self._read_part(environment, name))

    def _read_part(self, environment: Sandbox, name: str) -> nodes.Template:
        text, _ = self._folders.read(name)
        refuse_role_marks(text, name)
        return self._parsed(environment, text, name)

    def _parse(self, environment: Sandbox) -> Parse:
        return lambda included: self._part(environment, included)

    def _check(self, tree: nodes.Template, environment: Sandbox, contract: Contract, name: str) -> None:
        parse = self._parse(environment)
        inputs = contract.file.inputs
        customer = {path for path, each in inputs.items() if each.trust in ("customer", "model")}
        check_uses(find_uses(tree, parse, name=name), declared=ALWAYS | inputs.keys(), customer=customer)
        check_structure(tree, parse, kind=contract.file.kind, template=name)

    def _check_slots(self, tree: nodes.Template, environment: Sandbox, name: str, language: str) -> None:
        book = self.phrases(language)
        for slot, where, line in find_slots(tree, self._parse(environment), name=name):
            if slot not in book.slots:
                raise missing_slot(slot, book, where, line=line)

    def _compile_phrase(self, phrase: Phrase, name: str, kind: Kind) -> Template:
        environment = self._environments[kind]
        parse = self._parse(environment)
        # A phrase that calls a phrase would call itself sooner or later.
        declared = (ALWAYS - {"phrase"}) | set(phrase.file.needs)
        with inside(name, phrase.line):
            refuse_role_marks(phrase.file.text, name)
            tree, template = self._compiled_text(environment, phrase.file.text, name)
            uses = find_uses(tree, parse, name=name)
            check_uses(uses, declared=declared, customer=(), remedy="put it into the 'needs' of the phrase")
            check_structure(tree, parse, kind="reply", template=name)
            return template

    def _including(self, tree: nodes.Template) -> list[Path]:
        names = [node.template.value for node in tree.find_all(nodes.Include) if isinstance(node.template, nodes.Const)]
        return [self._path(str(name)) for name in names]

    def _compile_subject(self, text: str, name: str, contract: Contract, language: str, line: int | None) -> Template:
        environment = self._environments[contract.file.kind]
        with inside(name, line):
            refuse_role_marks(text, name)
            tree, template = self._compiled_text(environment, text, name)
            self._check(tree, environment, contract, name)
            self._check_slots(tree, environment, name, language)
            return template

    def _path(self, name: str) -> Path:
        _, path = self._folders.read(name)
        return path
