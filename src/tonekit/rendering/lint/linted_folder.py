"""A template folder as the linter sees it: whatever can be read, and the errors of whatever cannot."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from jinja2 import nodes

from ...conditions.condition import Condition
from ...errors import DataFileError, Problems, TemplateError
from ...files.datafile import DataFile, read_data_file
from ...language_names import is_language
from ...settings import Settings
from ...settings_file import read_choices, read_settings
from ..contracts.contract import Contract
from ..contracts.contract_file import DEFAULT_VARIANT, Kind
from ..environment import build_environment, inert_in_markdown
from ..examples import load_examples
from ..folders.folder_check import check_choice, check_folder
from ..folders.library import ANY, BODY, FOLDERS, TemplateLibrary
from ..folders.sources import TemplateFolders
from ..folders.touched import Touched
from ..markup.code_spans import without_code
from ..phrases.phrase_book import PhraseBook
from ..style_words import StyleWords
from ..syntax.parsed_file import writes_nothing
from ..syntax.variables import Parse

_VALUE = "\ufffc"
"""What stands for a value among the words of an author."""


@dataclass(frozen=True, slots=True)
class AuthorText:
    """The words of an author, with blanks for code and a sign for each value.

    Attributes:
        text: the words.
        pieces: where each piece begins, and what it is in the syntax tree.
    """

    text: str
    pieces: tuple[tuple[int, nodes.TemplateData], ...]

    def line(self, at: int) -> int:
        """Return the line of the template in which a place of the text stands, from 1."""
        start, data = self.piece(at)
        return data.lineno + data.data.count("\n", 0, at - start)

    def piece(self, at: int) -> tuple[int, nodes.TemplateData]:
        """Return where the piece begins in which a place of the text stands, and what it is."""
        return self.pieces[max(0, bisect_right(self.pieces, at, key=lambda piece: piece[0]) - 1)]


@dataclass(frozen=True, slots=True)
class TemplateText:
    """A text with template syntax: a body, a subject or a phrase.

    Attributes:
        name: the file it stands in.
        line: line of its first line in that file.
        language, variant: which body it is; subjects and phrases have the default variant.
        source: the text as written.
        tree: its syntax tree.
        parse: parses the files that it includes.
    """

    name: str
    line: int
    language: str
    variant: str
    source: str
    tree: nodes.Template
    parse: Parse

    def written(self) -> AuthorText:
        """Return what the author wrote."""
        text, pieces = "", []
        for output in self.tree.find_all(nodes.Output):
            for node in output.nodes:
                if isinstance(node, nodes.TemplateData):
                    pieces.append((len(text), node))
                text += node.data if isinstance(node, nodes.TemplateData) else _VALUE
        return AuthorText(without_code(text), tuple(pieces))


@dataclass(frozen=True, slots=True)
class LintedFolder:
    """Whatever could be read of a folder.

    Attributes:
        sources: where the files are.
        library: contracts and phrases.
        settings, settings_file: `tonekit.yaml`, or None if it cannot be read.
        choices: for each line of `replies:` its template (None for `reply: none`) and condition; empty if one is wrong.
        problems: what the checks at start found.
        touched: whether a file of the user's has a part in a template.
    """

    sources: TemplateFolders
    library: TemplateLibrary
    settings: Settings | None
    settings_file: DataFile | None
    choices: tuple[tuple[str | None, Condition], ...]
    problems: Problems
    touched: Touched

    def contracts(self) -> list[Contract]:
        """Return the contracts of the templates in which a file of the user's has a part."""
        return [each for each in self.library.contracts.values() if self.touched(each)]

    def contract_file(self, contract: Contract) -> DataFile:
        """Return the YAML of a contract, with positions."""
        return read_data_file(self.sources.path(f"{contract.folder}/template.yaml"))

    def languages(self) -> list[str]:
        """Return the languages in which there is any reply."""
        replies = [each for (kind, _), each in self.library.contracts.items() if kind == "reply"]
        return sorted({language for contract in replies for language in self.library.languages(contract)})

    def is_language(self, code: str) -> bool:
        """Return whether a code is that of a language: a known one, or one that the folder has phrases for."""
        return is_language(code) or f"{code}.yaml" in self.sources.names("phrases")

    def bodies(self, contract: Contract) -> Iterator[TemplateText]:
        """Yield the bodies of a template that can be parsed and hold a text; that one is empty, is told at start."""
        kind = contract.file.kind
        names = [(name, BODY.fullmatch(name)) for name in self.sources.names(contract.folder)]
        own = {match[1] for _, match in names if match}
        for name, match in names:
            if match and bool(match[3]) == (kind == "reply"):
                # A body shared by all languages is read for each language that has none of its own.
                shared = match[1] == ANY
                languages = sorted(self.library.languages(contract) - own) if shared else [match[1]]
                for language in languages:
                    yield from self._body(f"{contract.folder}/{name}", language, match[2] or DEFAULT_VARIANT, kind)

    def subjects(self, contract: Contract) -> Iterator[TemplateText]:
        """Yield the subjects of a template that can be parsed."""
        kind = contract.file.kind
        name = f"{contract.folder}/template.yaml"
        for language, source in contract.file.subject.items():
            with suppress(TemplateError):
                tree = self.library.tree_of(kind, source, name)
                line = contract.subject_lines[language] or 1
                yield self._text(kind, name, source, tree, language=language, line=line)

    def phrases(self) -> Iterator[PhraseBook]:
        """Yield the phrase books that can be read."""
        yield from (book for book in self._books().values() if book)

    def unread(self) -> set[str]:
        """Return the names of the files whose content is unknown because they contain an error."""
        contracts = {f"{FOLDERS[kind]}/{name}/template.yaml" for kind, name in self.library.broken}
        books = {f"phrases/{language}.yaml" for language, book in self._books().items() if book is None}
        return contracts | books | ({"tonekit.yaml"} if self.settings is None else set())

    def _books(self) -> dict[str, PhraseBook | None]:
        """Return the phrase book of each language that has one, None if it cannot be read."""
        books: dict[str, PhraseBook | None] = {}
        for language in self.languages():
            if f"{language}.yaml" in self.sources.names("phrases"):
                books[language] = None
                with suppress(DataFileError, TemplateError):
                    books[language] = self.library.phrases(language)
        return books

    def phrase_texts(self, book: PhraseBook) -> Iterator[tuple[str, TemplateText]]:
        """Yield slot and text of the phrases that can be parsed, in the order of the book."""
        name = f"phrases/{book.path.name}"
        for slot, phrases in book.slots.items():
            for phrase in phrases:
                with suppress(TemplateError):
                    source, line = phrase.file.text, phrase.line or 1
                    tree = self.library.tree_of("reply", source, name)
                    yield slot, self._text("reply", name, source, tree, language=book.path.stem, line=line)

    def parts(self) -> Iterator[TemplateText]:
        """Yield the files of `parts/` that can be parsed, whatever their language."""
        for part in self.sources.names("parts"):
            name = f"parts/{part}"
            with suppress(TemplateError):
                yield self._text("reply", name, "", self.library.tree("reply", name), language="")

    def _body(self, name: str, language: str, variant: str, kind: Kind) -> Iterator[TemplateText]:
        with suppress(TemplateError):
            source, _ = self.sources.read(name)
            tree = self.library.tree(kind, name)
            if not writes_nothing(tree):
                yield self._text(kind, name, source, tree, language=language, variant=variant)

    def _text(
        self,
        kind: Kind,
        name: str,
        source: str,
        tree: nodes.Template,
        *,
        language: str,
        line: int = 1,
        variant: str = DEFAULT_VARIANT,
    ) -> TemplateText:
        parse = partial(self.library.tree, kind)
        return TemplateText(name, line, language, variant, source, tree, parse)


def open_folder(folders: TemplateFolders) -> LintedFolder:
    """Read a folder with all checks that the library makes at start, and go on after each error."""
    problems = Problems()
    # Any escaping will do, since nothing is rendered.
    environment = build_environment(inert_in_markdown)
    library = TemplateLibrary(folders, {"reply": environment, "prompt": environment}, problems=problems)
    with problems.collecting():
        check_folder(folders, library)
    touched = Touched(folders)
    for check in (partial(library.check, touched), library.check_subjects):
        with problems.collecting():
            check()
    with problems.collecting():
        StyleWords(folders.path("style.yaml"))
    with problems.collecting():
        load_examples(folders)
    settings, file = _settings(folders, problems)
    choices: tuple[tuple[str | None, Condition], ...] = ()
    if settings and file:
        with problems.collecting():
            check_choice(settings, file, library)
        with problems.collecting():
            choices = read_choices(settings, file)
    return LintedFolder(folders, library, settings, file, choices, problems, touched)


def _settings(folders: TemplateFolders, problems: Problems) -> tuple[Settings | None, DataFile | None]:
    found: tuple[Settings | None, DataFile | None] = (None, None)
    with problems.collecting():
        found = read_settings(folders.path("tonekit.yaml"), shipped=folders.path("!tonekit.yaml"))
    return found  # noqa: RET504 - a `return` inside the block would hide that it may be left by an error
