"""The configured object behind the module functions: it composes reading, profile, rendering and decision."""

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
        templates: your own template folder; it overrides the shipped one file by file.
        languages: codes of the language packs to use; all of them by default.
        weights: your own weights: what `tonekit calibrate` has written (.toml), or a whole file (.yaml).
        count_tokens: the tokenizer of your model, for the budget of prompts; by default an upper estimate.
        recognisers: find what else identifies a person, such as `guard.presidio.PresidioRecogniser`.
        reload: whether changed template files are picked up; while they are not valid the earlier ones stay.
        reload_seconds: least time between two looks at the files, with `reload`.
        clock: returns seconds that never go back, with `reload`.

    Raises:
        DataFileError: a data file is not valid, with file and line; `templates` is no folder.
        TemplateError: a template of your own folder is not valid, with file and line; its note names the folder.
        UnknownNameError: a language without a pack.
        ArgumentTypeError, ArgumentValueError: an option is something else, or has a value that does not fit.
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
        # Whatever options there are: a worker process builds the same toolkit from them.
        self._options = checked_toolkit(**{name: value for name, value in locals().items() if name != "self"})
        self._reader = shared_reader(self._options["languages"], weights=WEIGHTS if weights is None else Path(weights))
        self._kept = kept_templates(self._options, read_by=self._reader.ruleset)

    def __repr__(self) -> str:
        # Of many tenants: which one. `ruleset` would look at files, and may wait for them.
        return f"ToneKit(templates={self._options['templates']!r}, languages={self._options['languages']!r})"

    @property
    def settings(self) -> Settings:
        """What `tonekit.yaml` says."""
        return self._kept.current().settings

    @property
    def ruleset(self) -> str:
        """Short hash over weights, cues, lexicons, rules and templates."""
        return self._kept.current().ruleset

    @property
    def reload_error(self) -> Exception | None:
        """Why the template files as they are now are not in use, with `reload`; its note names the folder."""
        # A monitor may ask while no message comes in.
        self._kept.current()
        return self._kept.error

    def warm_up(self) -> None:
        """Load all that answers and checks in its languages need, about a second for each, so that nobody waits."""
        from .warming import load_all

        load_all(self, self._reader.languages)

    def analyze(self, message: Incoming, *, locale: str | None = None) -> Analysis:
        """Return how the sender of a message communicates.

        Args:
            message: text, message or thread; of a thread the customer's last turns are read as one message; earlier
                ones count where these leave language or form of address open.
            locale: a language the sender is known to use; it counts where the text leaves the language open.

        Raises:
            ArgumentTypeError: message or locale is something else altogether.
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
            template: the reply template to use; else the first line of `tonekit.yaml` that fits.
            prompt: the prompt template to use.
            facts: what the answer has to say, as the contracts of the templates declare it.
            locale: a language the sender is known to use.
            channel: how the message came.
            brand: who answers, instead of the brand of `tonekit.yaml`.
            recent: ids of phrases used lately with this customer; others are preferred.
            style: fields of the style that somebody chose for this answer, such as `{"tone": "warm"}`.

        Raises:
            UnknownNameError: a template, a fact, a channel or a field of the style that does not exist.
            WrongInputError: a fact is of the wrong type; it is a TemplateError as well.
            TemplateError: a template cannot be filled.
            PromptTooLongError: the prompt is over its token budget.
            ArgumentTypeError: the message or an option is something else altogether.
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
        """Return what does not fit in a draft of the reply, whoever wrote it, in the order of its text.

        Args:
            draft: the draft, plain text or Markdown, whatever it holds; it is read by the analyzer of the message.
            result: what `personalize` said about the message; style, facts, customer, brand and conversation count.
            today: the day on which the draft goes out: with it "tomorrow" is a date like any other.

        Raises:
            ArgumentTypeError: draft, result or today is something else altogether.
        """
        check_given(draft=draft, result=result, today=today)
        read = partial(self._reader.glance, locale=result.profile.language)
        return self._kept.current().checker.check(draft, result, read=read, today=today)

    def analyze_many(
        self, messages: Iterable[Item], *, workers: int = 0, **options: Unpack[AnalyzeOptions]
    ) -> Generator[Outcome[Analysis], None, None]:
        """Return a generator of one outcome for each message, in their order; docs/batch.md tells how it behaves.

        Args:
            messages: any iterable of messages, of pairs of a message and its own options, or of errors in place of one.
            workers: worker processes; 0 reads in this process.
            options: those of `analyze`, for all messages.

        Raises:
            TypeError: there is no such option, or `messages` is a single message (ArgumentTypeError).
            ArgumentValueError: `workers` is negative.
            WorkerError: the toolkit cannot be sent to a worker process, or a worker cannot start.
        """
        return self._stream(self.analyze, messages, options, workers)

    def personalize_many(
        self, messages: Iterable[Item], *, workers: int = 0, **options: Unpack[PersonalizeOptions]
    ) -> Generator[Outcome[Result], None, None]:
        """Return a generator of one outcome for each message; as `analyze_many`, with the options of `personalize`."""
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
        """Return a text with placeholders for what identifies a person, as `tonekit.yaml` says; for a log, a ticket.

        Args:
            text: any text.
            customer: a record whose names are replaced as well.
            language: of the text, for recognisers that look at it.

        Raises:
            ArgumentTypeError: text or customer is something else altogether.
        """
        check_given(text=text, customer=customer, language=language)
        return self._kept.current().redactor.redact(text, customer=customer, language=language or "und")

    def safe_answer(self, answer: str, result: Result, *, hosts: Iterable[str] = ()) -> Answer:
        """Return what a model wrote to `result.prompt` as text and HTML that can be sent, with personal data put back.

        Links lead to the addresses among the facts of the prompt and to `answers.hosts` of `tonekit.yaml`; see
        docs/security.md for what else is taken out.

        Args:
            answer: what the model wrote, in Markdown or HTML; any text is legal.
            result: of the message that it answers.
            hosts: further hosts that it may link to, with their subdomains.

        Raises:
            ArgumentTypeError: answer or result is something else altogether, or `hosts` a single text.
            ArgumentValueError: one of `hosts` is not the name of a host alone.
        """
        check_given(answer=answer, result=result)
        from .guard.sanitise import sanitised

        return sanitised(answer, result, self.settings, hosts=host_names(hosts))
