"""The configured object behind the module functions: it composes reading, profile, rendering and decision."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from .analysis import Analysis
from .conditions import Condition, read_condition
from .datafile import read_data_file
from .fingerprint import fingerprint
from .guard.decision import decide, read_safeguards
from .incoming import Incoming, as_message, conversation_key
from .languages.loading import available_languages
from .message import Channel, Customer, Thread
from .profiles.choosing import choose_profile
from .profiles.rules import load_rules
from .reading.heads import WEIGHTS
from .reading.html_text import plain_text
from .reading.language import UNDETERMINED, language_code
from .reading.reader import Reader
from .result import Reply, Result
from .settings import Brand, Settings
from .situation import READ_NAMES, situation_of, with_style

if TYPE_CHECKING:
    from .rendering.occasion import Occasion
    from .rendering.renderer import Renderer

DEFAULT_PROMPT = "reply"
MOST_BRANDS = 32
"""Brands whose compiled templates are kept; a helpdesk has a handful."""


class ToneKit:
    """Reads messages and fills templates. Build one and keep it; it is safe to share between threads.

    Args:
        templates: your own template folder; it overrides the shipped one file by file.
        languages: codes of the language packs to use; all of them by default.
        weights: your own weights file.
        count_tokens: returns the tokens of a text, for the budget of prompts (`limits.prompt_tokens`): the counter of
            your model's tokenizer; by default an upper estimate from the characters.

    Raises:
        DataFileError: a data file is not valid, with file and line.
        TemplateError: a template of your own folder is not valid, with file and line.
        UnknownNameError: a language without a pack.
    """

    def __init__(
        self,
        *,
        templates: str | Path | None = None,
        languages: Iterable[str] | None = None,
        weights: str | Path | None = None,
        count_tokens: Callable[[str], int] | None = None,
    ) -> None:
        from .rendering.renderer import Renderer
        from .rendering.sources import TemplateFolders

        self._folders = TemplateFolders(Path(templates) if templates is not None else None)
        self._reader = Reader(
            available_languages() if languages is None else languages,
            weights=Path(weights) if weights is not None else WEIGHTS,
        )
        file = read_data_file(self._folders.path("tonekit.yaml"))
        self.settings = file.into(Settings)
        self._lines: tuple[tuple[str, Condition], ...] = tuple(
            (line.template, read_condition(line.when, file, ("replies", index, "when"), known=READ_NAMES))
            for index, line in enumerate(self.settings.replies)
        )
        self._safeguards = read_safeguards(self.settings, file)
        self._rules = load_rules(self._folders.path("profiles.yaml"))
        self.ruleset = fingerprint(self._folders.files(), more=self._reader.ruleset)
        self._shared = Renderer(self._folders, self.settings, count_tokens=count_tokens)
        self._renderers: dict[str, Renderer] = {}
        self._lock = Lock()
        if templates is not None:
            # A mistake in a folder of one's own shows at start, not with the first Danish customer.
            self._renderer(self.settings.brand).check(file)

    def analyze(self, message: Incoming, *, locale: str | None = None) -> Analysis:
        """Return how the sender of a message communicates.

        Args:
            message: text, message or thread; of a thread the customer's last turns are read as one message.
            locale: a language the sender is known to use; it counts where the text leaves the language open.
        """
        incoming = as_message(_plain(message))
        return self._reader.read(incoming.text, locale=locale or incoming.locale)

    def personalize(
        self,
        message: Incoming,
        *,
        customer: Customer | None = None,
        template: str | None = None,
        prompt: str | None = None,
        facts: Mapping[str, Any] | None = None,
        locale: str | None = None,
        channel: Channel | None = None,
        brand: Brand | None = None,
        recent: Sequence[str] = (),
    ) -> Result:
        """Return analysis, style profile, prompt, reply and decision for a message.

        Args:
            message: text, message or thread.
            customer: what the helpdesk knows about the sender.
            template: the reply template to use; else the first line of `tonekit.yaml` that fits.
            prompt: the prompt template to use.
            facts: what the answer has to say, as the contracts of the templates declare it.
            locale: a language the sender is known to use.
            channel: how the message came.
            brand: who answers, instead of the brand of `tonekit.yaml`.
            recent: ids of phrases used lately with this customer; others are preferred.

        Raises:
            UnknownNameError: a template or a fact that does not exist.
            TemplateError: a template cannot be filled, or a fact is of the wrong type.
            PromptTooLongError: the prompt is over its token budget.
            TypeError: message, customer, facts or brand is something else altogether.
        """
        from .rendering.occasion import Occasion

        _check_types(customer, brand)
        message = _plain(message)
        incoming = as_message(message)
        analysis = self.analyze(incoming, locale=locale)
        situation = situation_of(analysis, customer, channel or incoming.channel)
        language = self._language(analysis, locale or incoming.locale)
        profile = choose_profile(situation, self._rules, language=language)
        renderer = self._renderer(brand or self.settings.brand)
        occasion = Occasion(
            given=renderer.given(message, customer, analysis, facts),
            situation=with_style(situation, profile),
            profile=profile,
            key=conversation_key(message, customer),
            recent=recent,
        )
        reply, why = self._reply(renderer, occasion, template)
        filled = renderer.prompt(prompt or DEFAULT_PROMPT, occasion)
        return Result(
            analysis=analysis,
            profile=profile,
            prompt=filled,
            reply=reply,
            decision=decide(self._safeguards, situation, analysis, reply, language=language),
            notes=(*analysis.notes, *filled.notes, *(why if reply is None else ())),
            ruleset=self.ruleset,
        )

    def _language(self, analysis: Analysis, locale: str | None) -> str:
        """Return the language to answer in: the sender's, where the text tells it."""
        found = analysis.language.label
        if found != UNDETERMINED:
            return found
        return language_code(locale) or self.settings.languages.fallback["default"]

    def _reply(
        self, renderer: Renderer, occasion: Occasion, template: str | None
    ) -> tuple[Reply | None, tuple[str, ...]]:
        from .rendering.choosing import choose_reply

        language = occasion.profile.language
        choice = choose_reply(
            ((template, Condition({})),) if template else self._lines,
            occasion,
            renderer.library,
            language=language,
            fallback=self.settings.fallback_for(language),
        )
        if choice.template is None or choice.language is None:
            return None, choice.why
        return renderer.reply(choice.template, occasion, language=choice.language, why=choice.why), choice.why

    def _renderer(self, brand: Brand) -> Renderer:
        key = brand.model_dump_json()
        with self._lock:
            if key not in self._renderers:
                if len(self._renderers) >= MOST_BRANDS:
                    self._renderers.clear()
                self._renderers[key] = self._shared.branded(brand)
            return self._renderers[key]


def _plain(message: Incoming) -> Incoming:
    """Return a thread with HTML turns as text, so that turns of both kinds can be read as one message."""
    if not isinstance(message, Thread):
        return message
    turns = [
        turn.model_copy(update={"message": turn.message.model_copy(update={"text": plain_text(turn.message.text)})})
        for turn in message.turns
    ]
    return message.model_copy(update={"turns": tuple(turns)})


def _check_types(customer: object, brand: object) -> None:
    for name, value, wanted in (("customer", customer, Customer), ("brand", brand, Brand)):
        if value is not None and not isinstance(value, wanted):
            raise TypeError(f"{name} is a {wanted.__name__}, not {type(value).__name__}")
