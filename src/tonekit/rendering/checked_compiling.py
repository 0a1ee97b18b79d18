"""Compile bodies, subjects and phrases, each checked first: what it uses, its tags and the slots of its phrases."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from jinja2 import nodes

from ..errors import Problems, TemplateError
from ..fingerprint import digest
from .alternatives import Phrase
from .body import Body
from .compiling import Compiled, compiled
from .contract import Contract
from .contract_file import Kind
from .environment import Sandbox
from .inputs import ALWAYS as ALWAYS_GIVEN
from .phrases import PhraseBook, missing_slot
from .prompt_blocks import Block, role_blocks
from .sources import TemplateFolders
from .structure import check_structure, check_tags
from .text_errors import inside, parsed
from .variables import Parse, check_uses, computes_slot, find_slots, find_uses, included

ALWAYS = frozenset({"phrase", "range", "caller", *ALWAYS_GIVEN})
"""What every template may use without declaring it."""


class CheckedCompiler:
    """Makes what is ready to render out of files; keeps nothing, as the library does that.

    Args:
        folders: where the files are.
        environments: the environment for replies and the one for prompts.
        parse: returns a parsed part, which is looked at and not changed, so that it may be kept.
        phrases: returns the phrase book of a language.
    """

    def __init__(
        self,
        folders: TemplateFolders,
        environments: Mapping[Kind, Sandbox],
        *,
        parse: Callable[[Kind, str], nodes.Template],
        phrases: Callable[[str], PhraseBook],
    ) -> None:
        self._folders = folders
        self._environments = environments
        self._parse = parse
        self._phrases = phrases

    def body(self, contract: Contract, name: str, language: str, variant: str) -> Body:
        """Return the body in the file `name`, as it is in a language.

        Raises:
            TemplateError: it cannot be parsed, uses what its contract does not declare, or a slot without phrases.
        """
        kind = contract.file.kind
        text, _ = self._folders.read(name)
        parse = partial(self._parse, kind)
        tree = parsed(self._environments[kind], text, name)
        if all(_is_blank(node) for node in tree.body):
            problem = "is empty: nothing would be written; write the text, or delete the file"
            raise TemplateError(problem, template=name, line=1)
        problems = Problems()
        with problems.collecting():
            self._check(tree, contract, name)
        with problems.collecting():
            self._check_slots(tree, kind, name, language)
        problems.raise_first()
        made_of = self._made_of(tree, contract, name, language)
        blocks = self._blocks(text, name) if kind == "prompt" else ()
        uses = frozenset(use.path for use in find_uses(tree, parse, name=name))
        return Body(name, language, variant, self._compiled(tree, kind, name), made_of, uses, blocks)

    def subject(self, contract: Contract, language: str) -> Compiled:
        """Return the subject line that a contract has in a language.

        Raises:
            TemplateError: as for a body, with the line in the contract.
        """
        kind, name = contract.file.kind, f"{contract.folder}/template.yaml"
        with inside(name, contract.subject_lines[language]):
            tree = parsed(self._environments[kind], contract.file.subject[language], name)
            self._check(tree, contract, name)
            self._check_slots(tree, kind, name, language)
            return self._compiled(tree, kind, name)

    def phrase(self, phrase: Phrase, name: str, kind: Kind) -> Compiled:
        """Return a phrase of the file `name`.

        Raises:
            TemplateError: it cannot be parsed, or prints an input that it does not need.
        """
        # A phrase that calls a phrase would call itself sooner or later.
        declared = (ALWAYS - {"phrase"}) | set(phrase.file.needs)
        parse = partial(self._parse, kind)
        with inside(name, phrase.line):
            tree = parsed(self._environments[kind], phrase.file.text, name)
            problems = Problems()
            with problems.collecting():
                uses = find_uses(tree, parse, name=name)
                check_uses(uses, declared=declared, customer=(), remedy="put it into the 'needs' of the phrase")
            with problems.collecting():
                check_structure(tree, parse, kind="reply", template=name)
            problems.raise_first()
            return self._compiled(tree, kind, name)

    def part(self, kind: Kind, name: str) -> nodes.Template:
        """Return the parsed template called `name`.

        Raises:
            TemplateError: there is no such file, or it cannot be parsed.
        """
        text, _ = self._folders.read(name)
        return parsed(self._environments[kind], text, name)

    def check_part(self, name: str) -> None:
        """Check a part by itself.

        Raises:
            TemplateError: it cannot be parsed, or has a tag, filter or test that does not exist.
        """
        tree = self.part("reply", name)
        check_tags(tree, name)
        if next(tree.find_all(nodes.Include), None) is None:
            # What includes others is compiled with the bodies that include it: there a circle is seen.
            self._compiled(tree, "reply", name)

    def _compiled(self, tree: nodes.Template, kind: Kind, name: str) -> Compiled:
        # Compiling changes the trees of parts, so it has its own, parsed anew.
        return compiled(tree, self._environments[kind], partial(self.part, kind), name=name)

    def _made_of(self, tree: nodes.Template, contract: Contract, name: str, language: str) -> str:
        parse: Parse = partial(self._parse, contract.file.kind)
        book = self._phrases(language)
        files = [name, f"{contract.folder}/template.yaml", *dict(included(tree, parse, name=name))]
        slots = {slot for slot, *_ in find_slots(tree, parse, name=name)}
        spoken = sorted(book.slots if computes_slot(tree, parse, name=name) else slots)
        phrases = [repr(phrase.file) for slot in spoken for phrase in book.slots[slot]]
        return digest([*(self._folders.read(file)[0] for file in files), *phrases])

    def _blocks(self, text: str, name: str) -> tuple[Block, ...]:
        tree = parsed(self._environments["prompt"], text, name)
        return role_blocks(
            tree, partial(self._parse, "prompt"), lambda block: self._compiled(block, "prompt", name), name=name
        )

    def _check(self, tree: nodes.Template, contract: Contract, name: str) -> None:
        parse = partial(self._parse, contract.file.kind)
        inputs = contract.file.inputs
        customer = {path for path, each in inputs.items() if each.trust in ("customer", "model")}
        problems = Problems()
        with problems.collecting():
            check_uses(find_uses(tree, parse, name=name), declared=ALWAYS | inputs.keys(), customer=customer)
        with problems.collecting():
            check_structure(tree, parse, kind=contract.file.kind, template=name)
        problems.raise_first()

    def _check_slots(self, tree: nodes.Template, kind: Kind, name: str, language: str) -> None:
        book = self._phrases(language)
        problems = Problems()
        for slot, where, line in find_slots(tree, partial(self._parse, kind), name=name):
            if slot not in book.slots:
                problems.add(missing_slot(slot, book, where, line=line))
        problems.raise_first()


def _is_blank(node: nodes.Node) -> bool:
    """Return whether a statement of a template writes nothing but white space."""
    if not isinstance(node, nodes.Output):
        return False
    return all(isinstance(part, nodes.TemplateData) and not part.data.strip() for part in node.nodes)
