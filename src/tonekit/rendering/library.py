"""The template library: contracts, bodies, subjects and phrases, checked when loaded and compiled once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from threading import RLock
from typing import Any, Literal, TypeVar

from jinja2 import nodes

from ..datafile import read_data_file
from ..errors import TemplateError, UnknownNameError
from ..fingerprint import digest
from . import inputs
from .alternatives import Phrase
from .body import Body
from .compiling import Compiled, compiled, included
from .contract import DEFAULT_VARIANT, Contract, read_contract
from .environment import Sandbox
from .phrases import PhraseBook, missing_slot, read_phrases
from .prompt_blocks import Block, role_blocks
from .sources import TemplateFolders
from .structure import check_structure, check_tags
from .text_errors import inside, parsed
from .variables import Parse, check_uses, find_slots, find_uses

Kind = Literal["reply", "prompt"]
Made = TypeVar("Made")
ANY = "any"
"""A body of this name serves all languages: it is structure, and its words come from phrases."""
FOLDERS: Mapping[Kind, str] = {"reply": "replies", "prompt": "prompts"}
ALWAYS = frozenset({"phrase", "range", "caller", *inputs.ALWAYS})
"""What every template may use without declaring it."""


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
        self._books = frozenset(f"phrases/{name}" for name in folders.names("phrases") if name.endswith(".yaml"))
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
        return self._once(("languages", contract.folder), lambda: self._find_languages(contract))

    def body(self, contract: Contract, language: str, variant: str) -> Body:
        """Return the body in a language; without a body for the variant, the default one.

        Language outranks variant: the body `any`, which all languages share, comes last.

        Raises:
            TemplateError: it cannot be parsed, or uses what its contract does not declare.
        """
        key = ("body", contract.folder, language, variant)
        return self._once(key, lambda: self._find_body(contract, language, variant))

    def subject(self, contract: Contract, language: str) -> Compiled:
        """Return the subject line of a reply in a language.

        Raises:
            TemplateError: the contract has no subject in this language, or it cannot be parsed.
        """
        text = contract.file.subject.get(language)
        name = f"{contract.folder}/template.yaml"
        if text is None:
            raise TemplateError(f"has no subject in '{language}'; add one under 'subject'", template=name)
        return self._once(("subject", name, language), lambda: self._compile_subject(text, name, contract, language))

    def phrases(self, language: str) -> PhraseBook:
        """Return the phrase book of a language, an empty one where there is no file."""
        return self._once(("phrases", language), lambda: self._read_phrases(language))

    def phrase_template(self, language: str, phrase: Phrase, kind: Kind) -> Compiled:
        """Return a compiled phrase; it may print what it needs and what every template has.

        Raises:
            TemplateError: it cannot be parsed, or prints an input that it does not need.
        """
        name = f"phrases/{language}.yaml"
        return self._once((name, phrase.file.id, kind), lambda: self._compile_phrase(phrase, name, kind))

    def check(self) -> None:
        """Compile every body, phrase and part.

        Raises:
            ToneKitError: the first template that is wrong, with its file and line.
        """
        for contract in self.contracts.values():
            for language in sorted(self.languages(contract)):
                for variant, _ in contract.selection:
                    self.body(contract, language, variant)
        for language in sorted(name.removeprefix("phrases/").split(".")[0] for name in self._books):
            for phrase in self.phrases(language).all():
                self.phrase_template(language, phrase, "reply")
        for part in self._folders.names("parts"):
            if part.endswith(".j2"):
                self._check_part(f"parts/{part}")

    def check_subjects(self) -> None:
        """Compile the subject of every reply in every language that it has a body in.

        Raises:
            ToneKitError: the first subject that is wrong or missing, with its file and line.
        """
        for contract in self.contracts.values():
            for language in sorted(self.languages(contract)):
                if contract.file.kind == "reply":
                    self.subject(contract, language)

    def _once(self, key: object, make: Callable[[], Made]) -> Made:
        made: Made | None = self._compiled.get(key)
        if made is None:
            with self._lock:
                made = self._compiled.get(key)
                if made is None:
                    made = self._compiled[key] = make()
        return made

    def _contract(self, kind: Kind, name: str) -> Contract:
        folder = f"{FOLDERS[kind]}/{name}"
        file = read_data_file(self._path(f"{folder}/template.yaml"))
        contract = read_contract(file, folder)
        if contract.file.id != name or contract.file.kind != kind:
            raise file.error(f"id and kind must be '{name}' and '{kind}', as the folder says", ("id",))
        return contract

    def _read_phrases(self, language: str) -> PhraseBook:
        name = f"phrases/{language}.yaml"
        path = self._folders.find(name) if name in self._books else None
        return read_phrases(read_data_file(path)) if path else PhraseBook(Path(f"phrases/{language}.yaml"), {})

    def _find_languages(self, contract: Contract) -> frozenset[str]:
        endings = self._folders.names(contract.folder)
        written = {name.split(".")[0].split("--")[0] for name in endings if name.endswith(".j2")}
        shared = {each for each in contract.file.subject if f"phrases/{each}.yaml" in self._books}
        return frozenset((written - {ANY}) | (shared if ANY in written else set()))

    def _find_body(self, contract: Contract, language: str, variant: str) -> Body:
        suffix = "md.j2" if contract.file.kind == "reply" else "j2"
        names = [
            (f"{contract.folder}/{code}{ending}.{suffix}", found)
            for code in (language, ANY)
            for ending, found in ((f"--{variant}", variant), ("", DEFAULT_VARIANT))
        ]
        there = (each for each in names if self._folders.find(each[0]))
        named, found = next(there, (f"{contract.folder}/{language}.{suffix}", DEFAULT_VARIANT))
        return self._once(("body", named, language), lambda: self._compile_body(contract, named, language, found))

    def _compile_body(self, contract: Contract, name: str, language: str, variant: str) -> Body:
        text, _ = self._folders.read(name)
        environment = self._environments[contract.file.kind]
        parse = self._parse(environment)
        tree = parsed(environment, text, name)
        uses = self._check(tree, environment, contract, name)
        slots = self._check_slots(tree, environment, name, language)
        book = self.phrases(language)
        files = [name, f"{contract.folder}/template.yaml", *dict.fromkeys(included(tree, parse))]
        spoken = sorted(book.slots if "" in slots else slots)
        phrases = [repr(phrase.file) for slot in spoken for phrase in book.slots[slot]]
        made_of = digest([*(self._folders.read(file)[0] for file in files), *phrases])
        blocks = self._blocks(environment, text, name) if contract.file.kind == "prompt" else ()
        whole = compiled(tree, environment, partial(self._part, environment), name=name)
        return Body(name, language, variant, whole, made_of, uses, blocks)

    def _blocks(self, environment: Sandbox, text: str, name: str) -> tuple[Block, ...]:
        def compile_block(tree: nodes.Template) -> Compiled:
            return compiled(tree, environment, partial(self._part, environment), name=name)

        return role_blocks(parsed(environment, text, name), self._parse(environment), compile_block, name=name)

    def _part(self, environment: Sandbox, name: str) -> nodes.Template:
        text, _ = self._folders.read(name)
        return parsed(environment, text, name)

    def _parse(self, environment: Sandbox) -> Parse:
        # Kept, because every body asks for the same few parts several times.
        return lambda part: self._once(("part", id(environment), part), lambda: self._part(environment, part))

    def _check(self, tree: nodes.Template, environment: Sandbox, contract: Contract, name: str) -> frozenset[str]:
        """Check a body or subject against its contract; return the paths that it uses."""
        parse = self._parse(environment)
        declared = contract.file.inputs
        customer = {path for path, each in declared.items() if each.trust in ("customer", "model")}
        uses = list(find_uses(tree, parse, name=name))
        check_uses(iter(uses), declared=ALWAYS | declared.keys(), customer=customer)
        check_structure(tree, parse, kind=contract.file.kind, template=name)
        return frozenset(use.path for use in uses)

    def _check_slots(self, tree: nodes.Template, environment: Sandbox, name: str, language: str) -> frozenset[str]:
        """Check that the slots which a template names are there; return them, no name for one that is computed."""
        book = self.phrases(language)
        slots = list(find_slots(tree, self._parse(environment), name=name))
        for slot, where, line in slots:
            if slot and slot not in book.slots:
                raise missing_slot(slot, book, where, line=line)
        return frozenset(slot for slot, *_ in slots)

    def _compile_phrase(self, phrase: Phrase, name: str, kind: Kind) -> Compiled:
        environment = self._environments[kind]
        parse = self._parse(environment)
        # A phrase that calls a phrase would call itself sooner or later.
        declared = (ALWAYS - {"phrase"}) | set(phrase.file.needs)
        with inside(name, phrase.line):
            tree = parsed(environment, phrase.file.text, name)
            uses = find_uses(tree, parse, name=name)
            check_uses(uses, declared=declared, customer=(), remedy="put it into the 'needs' of the phrase")
            check_structure(tree, parse, kind="reply", template=name)
            return compiled(tree, environment, partial(self._part, environment), name=name)

    def _compile_subject(self, text: str, name: str, contract: Contract, language: str) -> Compiled:
        environment = self._environments[contract.file.kind]
        with inside(name, contract.subject_lines[language]):
            tree = parsed(environment, text, name)
            self._check(tree, environment, contract, name)
            self._check_slots(tree, environment, name, language)
            return compiled(tree, environment, partial(self._part, environment), name=name)

    def _check_part(self, name: str) -> None:
        environment = self._environments["reply"]
        tree = self._part(environment, name)
        check_tags(tree, name)
        compiled(tree, environment, partial(self._part, environment), name=name)

    def _path(self, name: str) -> Path:
        _, path = self._folders.read(name)
        return path
