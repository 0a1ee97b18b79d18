"""Fill prompts and replies: the one class that the toolkit talks to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import replace
from typing import Any

from ..analysis import Analysis
from ..errors import Problems, UnknownNameError
from ..files.datafile import DataFile
from ..files.fingerprint import digest
from ..incoming import Incoming
from ..material import Material
from ..message import Customer
from ..prompt import Prompt
from ..result import Reply
from ..settings import Brand, Settings
from .budget import TokenCounter, estimate_tokens
from .contexts import Contexts
from .contracts.contract import FIGURES, OWN
from .contracts.inputs import FILLED, fact_slots, given_inputs
from .contracts.told_facts import ToldFacts
from .environment import inert_in_header, inert_in_markdown, inert_in_prompt, shared_environment
from .examples import load_examples
from .folders.folder_check import check_choice, check_folder
from .folders.library import TemplateLibrary
from .folders.reference import References
from .folders.sources import TemplateFolders
from .kept_messages import KeptMessages
from .markup.markdown import ReplyMarkdown
from .occasion import Occasion
from .prompt_writing import PromptWriter
from .reply_writing import ReplyWriter
from .shown_examples import ShownExamples
from .style_words import StyleWords

_FIGURES_ALONE = FIGURES - {"prices"}
_BY_ITSELF = "tonekit fills it by itself, from the message and from what it reads there."


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
        self._folders = folders
        limits = settings.limits
        # Message, history and draft take a quarter of a prompt each at most: nobody can write it full from outside.
        self._longest = min(limits.max_message, limits.max_output // 4)
        prompts = shared_environment(inert_in_prompt(longest=self._longest))
        replies = shared_environment(inert_in_markdown)
        subjects = shared_environment(inert_in_header)
        self.library = TemplateLibrary(folders, {"prompt": prompts, "reply": replies})
        self._subjects = TemplateLibrary(folders, {"prompt": prompts, "reply": subjects})
        self._words = StyleWords(folders.path("style.yaml"))
        self._examples = load_examples(folders)
        self._markdown = ReplyMarkdown()
        self._count = count_tokens or estimate_tokens
        inputs = [item for each in self.library.contracts.values() for item in each.file.inputs.items()]
        self._facts = frozenset(path for path, _ in inputs) - FILLED
        self._told = ToldFacts(self.library.contracts.values(), inert_in_prompt(longest=self._longest))
        self.own = self._facts - {path for path, each in inputs if each.trust not in OWN}
        """Facts that our own people and programs give, as every contract says that declares them."""
        self.figures = self._facts - {path for path, each in inputs if each.type not in _FIGURES_ALONE}
        """Facts that are nothing but dates, amounts and numbers."""
        self._write_as(settings)

    def branded(self, brand: Brand) -> Renderer:
        """Return a renderer for another brand; it shares all that is compiled."""
        other = copy(self)
        other._write_as(self._settings.model_copy(update={"brand": brand}))  # noqa: SLF001 - of this class
        return other

    def check(self, file: DataFile) -> None:
        """Check every template, and what `tonekit.yaml` (`file`) names of them.

        Raises:
            ToneKitError: the first mistake, with its file and line.
        """
        problems = Problems()
        with problems.collecting():
            check_folder(self._folders, self.library)
        with problems.collecting():
            self.library.check()
        with problems.collecting():
            self._subjects.check_subjects()
        with problems.collecting():
            check_choice(self._settings, file, self.library)
        problems.raise_first()

    def facts(self, facts: Mapping[str, Any] | None) -> dict[str, Any]:
        """Return the caller's facts by dotted path.

        Raises:
            TypeError: `facts` is not a mapping.
            UnknownNameError: a fact that no contract declares, or that tonekit fills by itself.
        """
        if not isinstance(facts or {}, Mapping):
            raise TypeError(f"facts are a mapping of names to values, not {type(facts).__name__}")
        slots = fact_slots(facts or {})
        for path in slots:
            if path not in self._facts:
                hint = _BY_ITSELF if path in FILLED else ""
                raise UnknownNameError("fact", str(path), available=self._facts, hint=hint)
        return slots

    def given(
        self, incoming: Incoming, customer: Customer | None, analysis: Analysis, facts: Mapping[str, Any]
    ) -> dict[str, Any]:
        """Return the inputs that contracts may declare, by dotted path; `facts` are so already."""
        history = self._settings.limits.history
        return given_inputs(incoming, customer, analysis, facts, history=history, longest=self._longest)

    def material(
        self, incoming: Incoming, customer: Customer | None, facts: Mapping[str, Any], *, reply: str | None
    ) -> Material:
        """Return what a draft may lean on, for the check of drafts.

        Args:
            incoming: the message or thread.
            customer: the customer record, or None.
            facts: the caller's facts by dotted path.
            reply: name of the reply whose contract says which facts are required, or None.

        Raises:
            UnknownNameError: there is no such reply.
        """
        material = Material(incoming, customer, company=self._company, facts=facts)
        if reply is None:
            return material
        contract = self.library.contract("reply", reply)
        untaken = frozenset(facts.keys() - contract.file.inputs.keys())
        return replace(material, required=contract.required, untaken=untaken)

    def prompt(self, name: str, occasion: Occasion) -> Prompt:
        """Return a filled prompt; its body may be in another language than the reply.

        Raises:
            UnknownNameError: there is no such prompt.
            MissingInputError: an input that it requires is missing or blank.
            PromptTooLongError: it is over its token budget.
            TemplateError: it cannot be filled.
        """
        return self._prompts.prompt(name, occasion)

    def reply(
        self, name: str, occasion: Occasion, *, language: str, why: Callable[[], tuple[str, ...]] = tuple
    ) -> Reply:
        """Return a filled reply as text and HTML, with its subject.

        Args:
            name: the reply.
            occasion: what it is about.
            language: of the reply.
            why: tells why this reply was taken, when somebody asks.

        Raises:
            UnknownNameError: there is no such reply.
            TemplateError: it cannot be filled.
        """
        return self._replies.reply(name, occasion, language=language, why=why)

    def _write_as(self, settings: Settings) -> None:
        """Set what depends on brand and limits."""
        self._settings = settings
        brand, limits = settings.brand, settings.limits
        self._company = tuple(filter(None, (brand.name, brand.industry, *brand.signature.values())))
        made_of = digest([brand.model_dump_json(), limits.model_dump_json()])
        prompt_inert = inert_in_prompt(longest=self._longest)
        self._prompts = PromptWriter(
            library=self.library,
            contexts=Contexts(brand, self._words, prompt_inert),
            shown=ShownExamples(self._examples, limits, self._count, prompt_inert),
            told=self._told,
            kept=KeptMessages(self._count),
            limits=limits,
            fallback=settings.languages.fallback["default"],
            references=References(made_of, self._words, self._examples, self._told),
            inert=prompt_inert,
        )
        self._replies = ReplyWriter(
            library=self.library,
            subjects=self._subjects,
            contexts=Contexts(brand, self._words, inert_in_markdown),
            marked_contexts=Contexts(brand, self._words, inert_in_markdown, marks=True),
            subject_contexts=Contexts(brand, self._words, inert_in_header),
            markdown=self._markdown,
            limits=limits,
            references=References(made_of, self._words, self._examples, self._told),
        )
