"""Fill prompts and replies: the one class that the toolkit talks to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..analysis import Analysis
from ..datafile import DataFile, read_data_file
from ..errors import UnknownNameError
from ..incoming import Incoming
from ..message import Customer
from ..result import ChatMessage, Prompt, Reply
from ..settings import Settings
from .budget import TokenCounter, estimate_tokens
from .contract import Contract
from .environment import build_environment, inert_in_header, inert_in_markdown, inert_in_prompt
from .examples import read_examples
from .filling import empty_sections, fill, sections
from .folder_check import check_choice, check_folder
from .inert import header_text
from .inputs import always_there, fact_slots, given_inputs
from .library import Body, TemplateLibrary, inside
from .markdown import ReplyMarkdown
from .occasion import Occasion
from .phrase_writing import PhraseWriter
from .prompt_writing import PromptWriter
from .roles import split_roles
from .sources import TemplateFolders
from .style_words import StyleWords


class Renderer:
    """Renders the templates of a folder. Safe to share between threads.

    Args:
        folders: where the templates are.
        settings: brand and limits.
        count_tokens: counts the tokens of a text, for the budget of prompts.

    Raises:
        DataFileError: a contract, an example or `style.yaml` is not valid.
    """

    def __init__(
        self, folders: TemplateFolders, settings: Settings, *, count_tokens: TokenCounter | None = None
    ) -> None:
        self._settings = settings
        self._folders = folders
        limits = settings.limits
        # Message and history take a third of a prompt each at most: no customer can write it full.
        self._longest = min(limits.max_message, limits.max_output // 3)
        prompts = build_environment(folders, inert_in_prompt(longest=self._longest))
        replies = build_environment(folders, inert_in_markdown)
        subjects = build_environment(folders, inert_in_header)
        self.library = TemplateLibrary(folders, {"prompt": prompts, "reply": replies})
        self._subjects = TemplateLibrary(folders, {"prompt": prompts, "reply": subjects})
        self._words = StyleWords(folders.path("style.yaml"))
        self._markdown = ReplyMarkdown()
        names = [name for name in folders.names("examples") if name.endswith(".yaml")]
        book = read_examples(read_data_file(folders.path(f"examples/{name}")) for name in names)
        self._prompts = PromptWriter(book, limits, count_tokens or estimate_tokens)

    def check(self, file: DataFile) -> None:
        """Check every template, and what `tonekit.yaml` (`file`) names of them.

        Raises:
            ToneKitError: the first mistake, with its file and line.
        """
        check_folder(self._folders, self.library)
        self.library.check()
        self._subjects.check()
        check_choice(self._settings, file, self.library)

    def given(
        self, incoming: Incoming, customer: Customer | None, analysis: Analysis, facts: Mapping[str, Any] | None
    ) -> dict[str, Any]:
        """Return the inputs that contracts may declare, by dotted path.

        Raises:
            TypeError: `facts` is not a mapping.
            UnknownNameError: a fact that no contract declares.
        """
        if not isinstance(facts or {}, Mapping):
            raise TypeError(f"facts are a mapping of names to values, not {type(facts).__name__}")
        slots = fact_slots(facts or {})
        declared = {path for contract in self.library.contracts.values() for path in contract.file.inputs}
        for path in slots:
            if path not in declared:
                raise UnknownNameError("fact", str(path), available=declared)
        history = self._settings.limits.history
        return given_inputs(incoming, customer, analysis, slots, history=history, longest=self._longest)

    def prompt(self, name: str, occasion: Occasion) -> Prompt:
        """Return a filled prompt; its body may be in English whatever the language of the reply.

        Raises:
            UnknownNameError: there is no such prompt.
            MissingInputError: an input that it requires is missing or blank.
            PromptTooLongError: it is over its token budget.
            TemplateError: it cannot be filled.
        """
        contract = self.library.contract("prompt", name)
        contract.require(occasion.given)
        language = occasion.profile.language
        bodies = self.library.languages(contract)
        body = self.library.body(
            contract, language if language in bodies else "en", contract.variant(occasion.situation)
        )

        def write(given: Mapping[str, Any]) -> tuple[ChatMessage, ...]:
            context, _ = self._context(contract, replace(occasion, given=given), language)
            rendered = fill(body.template, context, name=body.name, longest=self._settings.limits.max_output)
            return split_roles(rendered, template=body.name)

        return self._prompts.prompt(contract, body, occasion, write)

    def reply(self, name: str, occasion: Occasion, *, language: str, why: tuple[str, ...] = ()) -> Reply:
        """Return a filled reply as text and HTML, with its subject.

        Raises:
            UnknownNameError: there is no such reply.
            TemplateError: it cannot be filled.
        """
        contract = self.library.contract("reply", name)
        body = self.library.body(contract, language, contract.variant(occasion.situation))
        context, writer = self._context(contract, occasion, language)
        limits = self._settings.limits
        text, html = self._markdown.render(fill(body.template, context, name=body.name, longest=limits.max_output))
        return Reply(
            name=name,
            text=text,
            html=html,
            subject=self._subject(contract, occasion, language),
            language=language,
            variant=body.variant,
            phrase_ids=tuple(writer.used),
            template_ref=body.reference,
            why=(*why, _body_reason(body)),
        )

    def _subject(self, contract: Contract, occasion: Occasion, language: str) -> str:
        template = self._subjects.subject(contract, language)
        context, _ = self._context(contract, occasion, language)
        limits = self._settings.limits
        name = f"{contract.folder}/template.yaml"
        with inside(name, contract.subject_lines.get(language)):
            written = fill(template, context, name=name, longest=limits.max_output)
        return header_text(written, longest=limits.max_subject)

    def _context(self, contract: Contract, occasion: Occasion, language: str) -> tuple[dict[str, Any], PhraseWriter]:
        """Return what the template sees, and what writes its phrases."""
        instructions = self._words.instructions(occasion.profile)
        values = {
            **always_there(self._settings.brand, occasion.profile, language, instructions),
            **contract.take(occasion.given),
        }
        context = {**empty_sections(contract.file.inputs), **sections(values)}
        longest = self._settings.limits.max_output
        writer = PhraseWriter(self.library, contract, occasion, values, language=language, longest=longest)
        writer.context = context | {"phrase": writer}
        return writer.context, writer


def _body_reason(body: Body) -> str:
    return f"Body '{body.variant}' in '{body.language}'."
