"""`ToneKit`, the configured object behind the module functions: it combines reading, style, rendering and decision."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from os import PathLike
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, Unpack

from .analysis import Analysis
from .conversation import plain_turns, read_incoming
from .finding import Finding
from .incoming import Incoming, as_message
from .kept_templates import kept_templates
from .message import Channel, Customer
from .options import AnalyzeOptions, PersonalizeOptions, check_channel, check_given, host_names, texts
from .reading.heads.head_file import WEIGHTS
from .reading.shared_reader import shared_reader
from .result import Result
from .settings import Brand, Settings
from .toolkit_options import checked_toolkit

if TYPE_CHECKING:
    from .answer import Answer
    from .batch.call import Item
    from .batch.outcome import Outcome
    from .guard.identifiers.page import Recogniser
    from .guard.redact import Redaction


class ToneKit:
    """Reads messages and fills templates. Build one and keep it; it is safe to share between threads.

    Args:
        templates: your own template folder; its files override the shipped ones one by one.
        languages: codes of the language packs to use, such as `["en", "de"]`; by default all of them.
        weights: your own weights: the file that `tonekit calibrate` wrote (.toml), or a complete one (.yaml).
        count_tokens: counts the tokens of a text as your model does, for the budget of prompts; by default an estimate.
        recognisers: find further personal data to redact, such as `guard.presidio.PresidioRecogniser`.
        reload: whether changed template files are picked up; while they are invalid, the earlier ones stay in use.
        reload_seconds: with `reload`, the least number of seconds between two looks at the files, 0 or more.
        clock: with `reload`, a clock in seconds that never goes back.

    Raises:
        DataFileError: a data file is invalid (the message has file and line), or `templates` is not a folder.
        TemplateError: a template in your folder is invalid; the message has file and line, its note the folder.
        UnknownNameError: there is no pack for a language.
        ArgumentTypeError, ArgumentValueError: an option has the wrong type, or a value that is not allowed.
    """

    def __init__(
        self,
        *,
        templates: str | PathLike[str] | None = None,
        languages: Iterable[str] | None = None,
        weights: str | PathLike[str] | None = None,
        count_tokens: Callable[[str], int] | None = None,
        recognisers: Sequence[Recogniser] = (),
        reload: bool = False,
        reload_seconds: float = 2.0,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        # All options by name: a worker process builds the same toolkit from them.
        self._options = checked_toolkit(**{name: value for name, value in locals().items() if name != "self"})
        self._reader = shared_reader(self._options["languages"], weights=WEIGHTS if weights is None else Path(weights))
        self._kept = kept_templates(self._options, read_by=self._reader.ruleset)

    def __repr__(self) -> str:
        # Says which of many tenants this is. `ruleset` is left out: it would look at files, and may wait for them.
        return f"ToneKit(templates={self._options['templates']!r}, languages={self._options['languages']!r})"

    @property
    def settings(self) -> Settings:
        """The settings of `tonekit.yaml`."""
        return self._kept.current().settings

    @property
    def ruleset(self) -> str:
        """Short hash over weights, cues, lexicons, rules and templates."""
        return self._kept.current().ruleset

    @property
    def reload_error(self) -> Exception | None:
        """With `reload`: why the template files as they are now are not in use, or None; its note names the folder."""
        # A monitor may ask while no messages come in.
        self._kept.current()
        return self._kept.error

    def warm_up(self) -> None:
        """Load what the first message and the first check would wait for: about a second for each language."""
        from .warming import load_all

        load_all(self, self._reader.languages)

    def analyze(self, message: Incoming, *, locale: str | None = None) -> Analysis:
        """Return how the sender of a message communicates.

        Args:
            message: text, message or thread. In a thread, the customer's latest turns are read as one message;
                earlier turns decide the language and form of address where these leave them open.
            locale: a language the sender is known to use; it decides where the text leaves the language open.

        Raises:
            ArgumentTypeError: message or locale has the wrong type.
        """
        check_given(locale=locale)
        return read_incoming(self._reader, plain_turns(message), locale=locale)

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
        style: Mapping[str, Any] | None = None,
    ) -> Result:
        """Return analysis, style profile, prompt, reply and decision for a message.

        Args:
            message: text, message or thread.
            customer: what the helpdesk knows about the sender.
            template: the reply template to use; by default the first line of `replies:` in `tonekit.yaml` that fits.
            prompt: the prompt template to use; `reply` by default.
            facts: what the answer has to say: inputs that the contracts of templates declare, nested or by dotted path.
            locale: a language the sender is known to use.
            channel: how the message came.
            brand: who answers, instead of the brand of `tonekit.yaml`.
            recent: ids of phrases used lately with this customer, oldest first; others are preferred.
            style: fields of the style that a person chose for this answer, such as `{"tone": "warm"}`.

        Raises:
            UnknownNameError: there is no such template, fact, channel or style field.
            WrongInputError: a fact does not fit its type; also a TemplateError.
            TemplateError: a template cannot be filled.
            PromptTooLongError: the prompt is over its token budget.
            ArgumentTypeError, ArgumentValueError: the message or an option has the wrong type, or a value not allowed.
        """
        check_given(customer=customer, template=template, prompt=prompt, facts=facts)
        check_given(locale=locale, brand=brand, style=style)
        check_channel(channel)
        templates = self._kept.current()
        from .personalizing import CallOptions, personalized

        incoming = as_message(message := plain_turns(message))
        analysis = read_incoming(self._reader, message, locale=locale)
        options = CallOptions(
            customer=customer,
            template=template,
            prompt="reply" if prompt is None else prompt,
            facts=facts,
            locale=locale or incoming.locale,
            channel=channel or incoming.channel,
            brand=brand,
            recent=texts("recent", recent),
            style=style,
        )
        with templates.naming_files():
            return personalized(analysis, message, templates, options, reader=self._reader)

    def check(self, draft: str, result: Result, *, today: date | None = None) -> tuple[Finding, ...]:
        """Return what is wrong with a draft of the reply, in the order of its text.

        Args:
            draft: the draft, plain text or Markdown, by a model or a person.
            result: what `personalize` returned; its style, facts, customer, brand and conversation are looked at.
            today: the day on which the draft goes out; with it, "tomorrow" is checked like any other date.

        Raises:
            ArgumentTypeError: draft, result or today has the wrong type.
        """
        check_given(draft=draft, result=result, today=today)
        read = partial(self._reader.glance, locale=result.profile.language)
        return self._kept.current().checker.check(draft, result, read=read, today=today)

    def analyze_many(
        self, messages: Iterable[Item], *, workers: int = 0, **options: Unpack[AnalyzeOptions]
    ) -> Generator[Outcome[Analysis], None, None]:
        """Return a generator of one outcome per message, in order; docs/batch.md describes it.

        Args:
            messages: any iterable of messages, pairs `(message, its own options)`, or errors in place of a message.
            workers: number of worker processes; 0 reads in this process.
            options: the options of `analyze`, for all messages.

        Raises:
            TypeError: there is no such option, or `messages` is a single message (ArgumentTypeError).
            ArgumentValueError: `workers` is negative.
            WorkerError: the toolkit cannot be sent to a worker process, or a worker process cannot start.
        """
        return self._stream(self.analyze, messages, options, workers)

    def personalize_many(
        self, messages: Iterable[Item], *, workers: int = 0, **options: Unpack[PersonalizeOptions]
    ) -> Generator[Outcome[Result], None, None]:
        """Return a generator of one outcome per message: as `analyze_many`, with the options of `personalize`."""
        return self._stream(self.personalize, messages, options, workers)

    def _stream(
        self, method: Callable[..., Any], messages: Iterable[Item], options: Any, workers: int
    ) -> Generator[Outcome[Any], None, None]:
        from .batch.call import Call
        from .batch.stream import stream

        return stream(messages, Call(method, options, repeatable=not self._options["reload"]), workers=workers)

    def __reduce__(self) -> tuple[Any, ...]:
        return partial(type(self), **self._options), ()

    def redact(self, text: str, *, customer: Customer | None = None, language: str | None = None) -> Redaction:
        """Return a text with placeholders for personal data, for logs or tickets; `tonekit.yaml` says what to replace.

        Args:
            text: any text.
            customer: the customer record, whose names are replaced as well.
            language: ISO 639-1 code of the text's language, for recognisers that need it.

        Raises:
            ArgumentTypeError: text or customer has the wrong type.
        """
        check_given(text=text, customer=customer, language=language)
        return self._kept.current().redactor.redact(text, customer=customer, language=language or "und")

    def safe_answer(self, answer: str, result: Result, *, hosts: Iterable[str] = ()) -> Answer:
        """Return a model's answer to `result.prompt` as text and HTML that can be sent, with personal data put back.

        Links stay if their address is among the facts of the prompt, or on a host in `answers.hosts` of
        `tonekit.yaml`; docs/security.md says what else is taken out.

        Args:
            answer: what the model wrote, in Markdown or HTML; any text is legal.
            result: the result of the message that it answers.
            hosts: further hosts that it may link to, including their subdomains.

        Raises:
            ArgumentTypeError: answer or result has the wrong type, or `hosts` is a single text.
            ArgumentValueError: an item of `hosts` is not a bare host name.
        """
        check_given(answer=answer, result=result)
        from .guard.sanitise import sanitised

        return sanitised(answer, result, self.settings, hosts=host_names(hosts))
