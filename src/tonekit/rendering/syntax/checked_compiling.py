"""Compile bodies, subjects and phrases, each checked first: what it uses, its tags and the slots of its phrases."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from jinja2 import nodes

from ...errors import Problems, TemplateError
from ...files.fingerprint import digest
from ...loading.sharing import Shared
from ..body import Body
from ..contracts.contract import Contract
from ..contracts.contract_file import Kind
from ..contracts.inputs import ALWAYS as ALWAYS_GIVEN
from ..environment import Sandbox
from ..folders.sources import TemplateFolders
from ..phrases.alternatives import Phrase
from ..phrases.phrase_book import PhraseBook, missing_slot
from ..prompt_blocks import Block, role_blocks
from .compared_labels import check_compared
from .compiling import Compiled, compiled
from .parsed_file import ParsedFile, parsed_file, with_parts, writes_nothing
from .structure import check_structure, check_tags
from .text_errors import inside, parsed
from .use_check import check_uses
from .value_check import check_values
from .variables import find_slots, find_uses

Files = tuple[ParsedFile, ...]
"""A template and all that it includes."""
ALWAYS = frozenset({"phrase", "range", "caller", *ALWAYS_GIVEN})
"""What every template may use without declaring it."""
# By all that each depends on, for every toolkit of the process: what is here has been checked.
_BODIES = Shared[Body]()
_SUBJECTS = Shared[Compiled]()
_PHRASES = Shared[Compiled]()
_PARTS = Shared[Compiled]()
# A body is compiled alike for all languages and contracts.
_COMPILED = Shared[Compiled]()


class CheckedCompiler:
    """Makes what is ready to render out of files, or finds what has been made of the same texts.

    It keeps nothing, as the library does that.

    Args:
        folders: where the files are.
        environments: the environment for replies and the one for prompts.
        part: returns a parsed file by name, one object as long as the compiler is used.
        phrases: returns the phrase book of a language.
    """

    def __init__(
        self,
        folders: TemplateFolders,
        environments: Mapping[Kind, Sandbox],
        *,
        part: Callable[[Kind, str], ParsedFile],
        phrases: Callable[[str], PhraseBook],
    ) -> None:
        self._folders = folders
        self._environments = environments
        self._part = part
        self._phrases = phrases

    def file(self, kind: Kind, name: str) -> ParsedFile:
        """Return the parsed template called `name`.

        Raises:
            TemplateError: there is no such file, or it cannot be parsed.
        """
        text, _ = self._folders.read(name)
        return parsed_file(self._environments[kind], text, name)

    def body(self, contract: Contract, name: str, language: str, variant: str) -> Body:
        """Return the body in the file `name`, as it is in a language.

        Raises:
            TemplateError: it cannot be parsed, uses what its contract does not declare, or a slot without phrases.
        """
        files = self._files(contract.file.kind, self._part(contract.file.kind, name))
        asks = any(each.slots or each.computes_slot for each in files)
        key = (contract, files, language, variant, self._phrases(language) if asks else None)
        return _BODIES.once(key, lambda: self._body(contract, files, language, variant))

    def subject(self, contract: Contract, language: str) -> Compiled:
        """Return the subject line that a contract has in a language.

        Raises:
            TemplateError: as for a body, with the line in the contract.
        """
        kind, name = contract.file.kind, f"{contract.folder}/template.yaml"
        with inside(name, contract.subject_lines[language]):
            files = self._files(kind, parsed_file(self._environments[kind], contract.file.subject[language], name))
            key = (contract, files, self._has_slots(files, language))
            return _SUBJECTS.once(key, lambda: self._subject(contract, files, language))

    def phrase(self, phrase: Phrase, name: str, kind: Kind) -> Compiled:
        """Return a phrase of the file `name`.

        Raises:
            TemplateError: it cannot be parsed, or prints an input that it does not need.
        """
        with inside(name, phrase.line):
            files = self._files(kind, parsed_file(self._environments[kind], phrase.file.text, name))
            needs = phrase.file.needs
            return _PHRASES.once((files, needs), lambda: self._phrase(files, needs, kind))

    def part_alone(self, name: str) -> Compiled | None:
        """Return a part compiled by itself, which checks it; None if it includes others.

        Raises:
            TemplateError: it cannot be parsed, or has a tag, filter or test that does not exist.
        """
        file = self._part("reply", name)
        if file.includes:
            # What includes others is compiled with the bodies that include it: there a circle is seen.
            check_tags(file.tree, name)
            return None
        return _PARTS.once(file, lambda: self._part_alone(file))

    def _files(self, kind: Kind, file: ParsedFile) -> Files:
        return with_parts(file, partial(self._part, kind))

    def _tree(self, files: Files, kind: Kind, name: str) -> nodes.Template:
        for each in files:
            if each.name == name:
                return each.tree
        # What could not be included when the files were gathered: this says why.
        self._part(kind, name)
        raise TemplateError("was written while it was being read; read the templates again", template=name)

    def _body(self, contract: Contract, files: Files, language: str, variant: str) -> Body:
        kind, file = contract.file.kind, files[0]
        if writes_nothing(file.tree):
            problem = "is empty: nothing would be written; write the text, or delete the file"
            raise TemplateError(problem, template=file.name, line=1)
        problems = Problems()
        with problems.collecting():
            self._check(files, contract)
        with problems.collecting():
            self._check_slots(files, kind, language)
        problems.raise_first()
        made_of = self._made_of(files, contract, language)
        blocks = self._blocks(files) if kind == "prompt" else ()
        uses = frozenset(use.path for use in find_uses(file.tree, partial(self._tree, files, kind), name=file.name))
        whole = _COMPILED.once(files, lambda: self._newly_compiled(files, kind))
        return Body(file.name, language, variant, whole, made_of, uses, blocks)

    def _subject(self, contract: Contract, files: Files, language: str) -> Compiled:
        self._check(files, contract)
        self._check_slots(files, contract.file.kind, language)
        return self._newly_compiled(files, contract.file.kind)

    def _part_alone(self, file: ParsedFile) -> Compiled:
        check_tags(file.tree, file.name)
        return self._newly_compiled((file,), "reply")

    def _phrase(self, files: Files, needs: tuple[str, ...], kind: Kind) -> Compiled:
        tree, name, parse = files[0].tree, files[0].name, partial(self._tree, files, kind)
        # A phrase that calls a phrase would call itself sooner or later.
        declared = (ALWAYS - {"phrase"}) | set(needs)
        problems = Problems()
        with problems.collecting():
            uses = find_uses(tree, parse, name=name)
            check_uses(uses, declared=declared, customer=(), remedy="put it into the 'needs' of the phrase")
        with problems.collecting():
            # Which contract a phrase will be said for is not known, and so are the types of what it needs.
            check_values(tree, parse, name=name, inputs=dict.fromkeys(needs))
        with problems.collecting():
            check_structure(tree, parse, kind="reply", template=name)
        with problems.collecting():
            check_compared(files)
        problems.raise_first()
        return self._newly_compiled(files, kind)

    def _newly_compiled(self, files: Files, kind: Kind) -> Compiled:
        environment, name, parse = self._environments[kind], files[0].name, partial(self._anew, files, kind)
        return compiled(parse(name), environment, parse, name=name)

    def _anew(self, files: Files, kind: Kind, name: str) -> nodes.Template:
        # Compiling changes trees, so it has its own. Of the same texts: the files may have changed meanwhile.
        text = next(each.text for each in files if each.name == name)
        return parsed(self._environments[kind], text, name)

    def _made_of(self, files: Files, contract: Contract, language: str) -> str:
        book = self._phrases(language)
        slots = frozenset[str]().union(*(each.slots for each in files))
        spoken = sorted(book.slots if any(each.computes_slot for each in files) else slots)
        first, *parts = (each.text for each in files)
        return digest([first, contract.text, *parts, *(text for slot in spoken for text in book.written(slot))])

    def _blocks(self, files: Files) -> tuple[Block, ...]:
        environment, name = self._environments["prompt"], files[0].name
        parse = partial(self._anew, files, "prompt")
        return role_blocks(
            parse(name),
            partial(self._tree, files, "prompt"),
            lambda block: compiled(block, environment, parse, name=name),
            name=name,
        )

    def _check(self, files: Files, contract: Contract) -> None:
        tree, name, parse = files[0].tree, files[0].name, partial(self._tree, files, contract.file.kind)
        inputs = contract.file.inputs
        customer = {path for path, each in inputs.items() if each.trust in ("customer", "model")}
        problems = Problems()
        with problems.collecting():
            check_uses(find_uses(tree, parse, name=name), declared=ALWAYS | inputs.keys(), customer=customer)
        with problems.collecting():
            types = {path: each.type for path, each in inputs.items()}
            check_values(tree, parse, name=name, inputs=types)
        with problems.collecting():
            check_structure(tree, parse, kind=contract.file.kind, template=name)
        with problems.collecting():
            check_compared(files)
        problems.raise_first()

    def _check_slots(self, files: Files, kind: Kind, language: str) -> None:
        if self._has_slots(files, language):
            return
        book = self._phrases(language)
        own = self._folders.is_own(f"phrases/{language}.yaml")
        problems = Problems()
        for slot, where, line in find_slots(files[0].tree, partial(self._tree, files, kind), name=files[0].name):
            if slot not in book.slots:
                blame = own and not self._folders.is_own(where)
                problems.add(missing_slot(slot, book, where, line=line, blame_book=blame))
        problems.raise_first()

    def _has_slots(self, files: Files, language: str) -> bool:
        slots = self._phrases(language).slots.keys()
        return all(each.slots <= slots for each in files)
