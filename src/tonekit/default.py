"""The module functions `tonekit.personalize`, `analyze` and `check`: a ToneKit with its defaults, built once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from .analysis import Analysis
from .finding import Finding
from .garbage_collection import uncollected
from .incoming import Incoming
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
    """Return analysis, style profile, prompt, reply and decision for a message, by the shipped templates.

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
    # Named one by one: editors and `help` show them, and of `**options` nothing.
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
        message: text, message or thread; of a thread the customer's last turns are read as one message; earlier
            ones count where these leave language or form of address open.
        locale: a language the sender is known to use; it counts where the text leaves the language open.

    Raises:
        ArgumentTypeError: message or locale is something else altogether.
    """
    return _default().analyze(message, locale=locale)


def check(draft: str, result: Result, *, today: date | None = None) -> tuple[Finding, ...]:
    """Return what does not fit in a draft of the reply, whoever wrote it, in the order of its text.

    Args:
        draft: the draft, plain text or Markdown, whatever it holds; it is read by the analyzer of the message.
        result: what `personalize` said about the message; style, facts, customer, brand and conversation count.
        today: the day on which the draft goes out: with it "tomorrow" is a date like any other.

    Raises:
        ArgumentTypeError: draft, result or today is something else altogether.
    """
    return _default().check(draft, result, today=today)


def _default() -> ToneKit:
    if _built.cache_info().currsize:
        return _built()
    # A server that starts gets its first requests at once: each thread would build a toolkit, and load templates of its
    # own into it.
    with uncollected():
        return _built()


@lru_cache(maxsize=1)
def _built() -> ToneKit:
    return ToneKit()
