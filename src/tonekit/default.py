"""The module functions `tonekit.personalize`, `analyze` and `check`: one ToneKit with default options, built once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from .analysis import Analysis
from .finding import Finding
from .incoming import Incoming
from .loading.garbage_collection import uncollected
from .message import Channel, Customer
from .result import Result
from .settings import Brand
from .toolkit import ToneKit


def personalize(
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
    """Return analysis, style profile, prompt, reply and decision for a message, using the shipped templates.

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
    # Named one by one: editors and `help` show these, and would show nothing of `**options`.
    return _default().personalize(
        message,
        customer=customer,
        template=template,
        prompt=prompt,
        facts=facts,
        locale=locale,
        channel=channel,
        brand=brand,
        recent=recent,
        style=style,
    )


def analyze(message: Incoming, *, locale: str | None = None) -> Analysis:
    """Return how the sender of a message communicates.

    Args:
        message: text, message or thread. In a thread, the customer's latest turns are read as one message;
            earlier turns decide the language and form of address where these leave them open.
        locale: a language the sender is known to use; it decides where the text leaves the language open.

    Raises:
        ArgumentTypeError: message or locale has the wrong type.
    """
    return _default().analyze(message, locale=locale)


def check(draft: str, result: Result, *, today: date | None = None) -> tuple[Finding, ...]:
    """Return what is wrong with a draft of the reply, in the order of its text.

    Args:
        draft: the draft, plain text or Markdown, by a model or a person.
        result: what `personalize` returned; its style, facts, customer, brand and conversation are looked at.
        today: the day on which the draft goes out; with it, "tomorrow" is checked like any other date.

    Raises:
        ArgumentTypeError: draft, result or today has the wrong type.
    """
    return _default().check(draft, result, today=today)


def _default() -> ToneKit:
    if _built.cache_info().currsize:
        return _built()
    # A starting server gets its first requests all at once: without the lock, each thread would build a toolkit of its
    # own and load templates into it.
    with uncollected():
        return _built()


@lru_cache(maxsize=1)
def _built() -> ToneKit:
    return ToneKit()
