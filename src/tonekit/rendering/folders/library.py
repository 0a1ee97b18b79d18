"""The template library: finds contracts, bodies, subjects and phrases, and keeps what was made of them once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from threading import RLock
from typing import Any, TypeVar

from jinja2 import nodes

from ...errors import DataFileError, Problems, TemplateError, UnknownNameError
from ...files.data_text import data_text
from ...files.datafile import DataFile
from ...loading.garbage_collection import uncollected
from ...loading.sharing import Shared
from ..body import Body
from ..contracts.contract import Contract
from ..contracts.contract_file import DEFAULT_VARIANT, Kind
from ..contracts.contract_reading import read_contract
from ..environment import Sandbox
from ..phrases.alternatives import Phrase
from ..phrases.phrase_book import PhraseBook, read_phrases
from ..syntax.checked_compiling import CheckedCompiler
from ..syntax.compiling import Compiled
from ..syntax.parsed_file import ParsedFile
from ..syntax.text_errors import inside, parsed, refuse_marks
from .sources import TemplateFolders

Made = TypeVar("Made")
BODY = re.compile(r"([a-z]{2,3})(?:--([a-z0-9_-]+))?\.(md\.)?j2")
"""What bodies are called: language, variant, and `md.` for a reply."""
_BOOK = re.compile(r"[a-z]{2,3}\.yaml")
ANY = "any"
"""A body of this name serves all languages: it is structure, and its words come from phrases."""
FOLDERS: Mapping[Kind, str] = {"reply": "replies", "prompt": "prompts"}
_CONTRACTS = Shared[Contract]()
_PHRASE_BOOKS = Shared[PhraseBook]()


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
        self._compiler = CheckedCompiler(folders, environments, part=self._part, phrases=self.phrases)
        self._compiled: dict[object, Any] = {}
        self._lock = RLock()
        self._books = frozenset(f"phrases/{name}" for name in folders.names("phrases") if _BOOK.fullmatch(name))
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
            problem = f"has no subject in '{language}'; {self._folders.copying(name)}add one under 'subject'"
            line = min(filter(None, contract.subject_lines.values()), default=None)
            raise TemplateError(problem, template=name, line=line, rule="missing-subject")
        return self._once(("subject", name, language), lambda: self._compiler.subject(contract, language))

    def phrases(self, language: str) -> PhraseBook:
        """Return the phrase book of a language, an empty one if there is no file."""
        return self._once(("phrases", language), lambda: self._read_phrases(language))

    def phrase_template(self, language: str, phrase: Phrase, kind: Kind) -> Compiled:
        """Return a compiled phrase; it may print what it needs and what every template has.

        Raises:
            TemplateError: it cannot be parsed, or prints an input that it does not need.
        """
        name = f"phrases/{language}.yaml"
        return self._once((name, phrase.file.id, kind), lambda: self._compiler.phrase(phrase, name, kind))

    def check(self, wanted: Callable[[Contract, str], bool] = lambda *_: True) -> None:
        """Compile bodies, all or those of the `wanted` contracts and languages, and every phrase and part, once.

        Raises:
            ToneKitError: the first template that is wrong, with its file and line; it carries all others.
        """
        problems = Problems()
        for contract in self.contracts.values():
            for language in sorted(self.languages(contract)):
                for variant, _ in contract.selection if wanted(contract, language) else ():
                    with problems.collecting():
                        self.body(contract, language, variant)
        for language in sorted(name.removeprefix("phrases/").split(".")[0] for name in self._books):
            with problems.collecting():
                for phrase in self.phrases(language).all():
                    with problems.collecting():
                        self._check_phrase(language, phrase)
        for part in self._folders.names("parts"):
            if part.endswith(".j2"):
                with problems.collecting():
                    self._once(("alone", part), partial(self._compiler.part_alone, f"parts/{part}"))
        problems.raise_first()

    def _check_phrase(self, language: str, phrase: Phrase) -> None:
        if phrase.prints:
            self.phrase_template(language, phrase, "reply")
            return
        # Most phrases are words alone, and written as they stand.
        name = f"phrases/{language}.yaml"
        with inside(name, phrase.line):
            refuse_marks(phrase.file.text, name)

    def tree(self, kind: Kind, name: str) -> nodes.Template:
        """Return the parsed template called `name`.

        Raises:
            TemplateError: there is no such file, or it cannot be parsed.
        """
        return self._part(kind, name).tree

    def tree_of(self, kind: Kind, text: str, name: str) -> nodes.Template:
        """Return the parsed text, which stands in the file `name`.

        Raises:
            TemplateError: it cannot be parsed.
        """
        return self._once(("text", kind, name, text), lambda: parsed(self._environments[kind], text, name))

    def _add(self, kind: Kind, name: str) -> None:
        if self._folders.find(f"{FOLDERS[kind]}/{name}/template.yaml"):
            self.broken.add((kind, name))
            self.contracts[kind, name] = self._contract(kind, name)
            self.broken.remove((kind, name))

    def check_subjects(self) -> None:
        """Compile the subject of every reply in every language that it has a body in.

        Raises:
            ToneKitError: the first subject that is wrong or missing, with its file and line.
        """
        problems = Problems()
        for (kind, _), contract in self.contracts.items():
            for language in sorted(self.languages(contract)) if kind == "reply" else ():
                with problems.collecting():
                    self.subject(contract, language)
        problems.raise_first()

    def _once(self, key: object, make: Callable[[], Made]) -> Made:
        made: Made | None = self._compiled.get(key)
        if made is None:
            with uncollected(), self._lock:
                made = self._compiled.get(key)
                if made is None:
                    made = self._compiled[key] = make()
        return made

    def _part(self, kind: Kind, name: str) -> ParsedFile:
        # Kept, because every body asks for the same few parts several times.
        return self._once(("part", kind, name), lambda: self._compiler.file(kind, name))

    def _contract(self, kind: Kind, name: str) -> Contract:
        folder = f"{FOLDERS[kind]}/{name}"
        text, path = self._folders.read(f"{folder}/template.yaml")
        return _CONTRACTS.once((kind, name, text), lambda: self._read_contract(kind, name, DataFile(path, text)))

    def _read_contract(self, kind: Kind, name: str, file: DataFile) -> Contract:
        if file.data is None:
            problem = "is empty; write the contract, or delete the file where one of this name ships"
            raise DataFileError(problem, path=file.path, line=1)
        contract = read_contract(file, f"{FOLDERS[kind]}/{name}")
        if contract.file.id != name or contract.file.kind != kind:
            raise file.error(f"id and kind are those of the folder; write id: {name} and kind: {kind}", ("id",))
        return contract

    def _read_phrases(self, language: str) -> PhraseBook:
        name = f"phrases/{language}.yaml"
        path = self._folders.find(name) if name in self._books else None
        if path is None:
            return _PHRASE_BOOKS.once(name, lambda: PhraseBook(Path(name), {}))
        text = data_text(path)
        return _PHRASE_BOOKS.once((path, text), lambda: read_phrases(DataFile(path, text)))

    def _find_languages(self, contract: Contract) -> frozenset[str]:
        names = map(BODY.fullmatch, self._folders.names(contract.folder))
        written = {match[1] for match in names if match}
        shared = {each for each in contract.file.subject if f"phrases/{each}.yaml" in self._books}
        return frozenset((written - {ANY}) | (shared if ANY in written else set()))

    def _find_body(self, contract: Contract, language: str, variant: str) -> Body:
        suffix = "md.j2" if contract.file.kind == "reply" else "j2"
        names = [
            (f"{contract.folder}/{code}{ending}.{suffix}", found)
            for code in (language, ANY)
            for ending, found in ((f"--{variant}", variant), ("", DEFAULT_VARIANT))
        ]
        named, found = next((each for each in names if self._folders.find(each[0])), ("", DEFAULT_VARIANT))
        if not named:
            needed = f"{contract.folder}/{language}.{suffix}"
            problem = f"'{language}' has no body for '{variant}' and no default one; write {needed}"
            raise TemplateError(problem, template=f"{contract.folder}/template.yaml", rule="missing-body")
        return self._once(("body", named, language), lambda: self._compiler.body(contract, named, language, found))
