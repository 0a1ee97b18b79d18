"""The steps of `personalize` after reading, in order: style, reply, prompt, decision."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from .analysis import Analysis
from .conditions.condition import Situation
from .conditions.situation import situation_of, with_style
from .foreign_text.fencing import hidden_in
from .guard.decision import decide
from .guard.fact_fit import Misfit, misfits
from .guard.observed import Outgoing
from .guard.prompt_inputs import write_prompt
from .incoming import (
    Incoming,
    as_message,
    beside_the_answered,
    conversation_key,
    nothing_to_answer,
    unanswered_contacts,
)
from .language_names import language_code
from .message import Channel, Customer
from .names.customer_name import printable_name
from .profile import StyleProfile
from .profiles.choosing import choose_profile
from .profiles.wishes import as_wished
from .prompt import Prompt
from .reading.language.recognition import UNDETERMINED
from .reading.reader import Reader
from .result import Reply, Result
from .settings import Brand, Settings
from .template_set import TemplateSet

if TYPE_CHECKING:
    from .rendering.choosing import Choice
    from .rendering.occasion import Occasion
    from .rendering.renderer import Renderer


@dataclass(frozen=True, slots=True)
class CallOptions:
    """What the caller of `ToneKit.personalize` passed besides the message, with defaults filled in.

    Attributes:
        customer, template, facts, brand, recent, style: as in `ToneKit.personalize`.
        prompt: name of the prompt template.
        locale: a language that the sender is known to use: the caller's, else that of the message.
        channel: how the message came: as the caller says, else as the message says.
    """

    customer: Customer | None
    template: str | None
    prompt: str
    facts: Mapping[str, Any] | None
    locale: str | None
    channel: Channel | None
    brand: Brand | None
    recent: Sequence[str]
    style: Mapping[str, Any] | None = None


def personalized(
    analysis: Analysis,
    message: Incoming,
    templates: TemplateSet,
    options: CallOptions,
    *,
    reader: Reader,
) -> Result:
    """Return everything that follows from an analysis.

    Args:
        analysis: how the message was read.
        message: the message, the turns of a thread as plain text.
        templates: the template folder.
        options: what the caller passed besides the message.
        reader: the reader that made `analysis`; it also looks at earlier turns, the customer record and the facts.

    Raises:
        ToneKitError: as `ToneKit.personalize`.
    """
    renderer = templates.renderer(options.brand)
    options = _with_facts(options, renderer)
    printable = _with_printable_name(options)
    topics = templates.safeguards.topics.find(analysis)
    contacts = unanswered_contacts(message)
    situation = situation_of(analysis, printable.customer, options.channel, contacts=contacts, topics=tuple(topics))
    language, on_language = _language(analysis, options.locale, templates.settings)
    profile = as_wished(choose_profile(situation, templates.rules, language=language), options.style)
    styled = with_style(situation, profile)
    occasion = _occasion(analysis, message, renderer, printable, situation=styled, profile=profile)
    unsure = [name for name, verdict in analysis.verdicts() if verdict.unsure]
    reply, choice = _reply(templates, renderer, occasion, options.template, unsure)
    prompt = _prompt(templates, renderer, occasion, message, options)
    orders = reader.orders(beside_the_answered(message, options.customer, history=templates.settings.limits.history))
    reply, unfit = _with_misfits(reply, options, renderer, profile, reader)
    whole, pointless = reader.reads(analysis, locale=options.locale), nothing_to_answer(message)
    # What the choice of the reply depends on only matters if some of it is unsure.
    depends_on = choice.depends_on if unsure else ()
    outgoing = Outgoing(reply, language, depends_on, read=whole, pointless=pointless, orders=orders, misfits=unfit)
    made = {
        "analysis": analysis,
        "profile": profile,
        "prompt": prompt,
        "reply": reply,
        "decision": decide(templates.safeguards, situation, analysis, outgoing, topics=topics),
        "notes": (*analysis.notes, *on_language, *_hidden(message), *prompt.notes, *_reply_notes(reply, choice)),
        "ruleset": templates.ruleset,
    }
    material = renderer.material(message, options.customer, options.facts or {}, reply=reply.name if reply else None)
    return Result.made_of(made, material=material)


def _language(analysis: Analysis, locale: str | None, settings: Settings) -> tuple[str, tuple[str, ...]]:
    """Return the language to answer in, and a note if it is not certainly the sender's."""
    found = analysis.language
    if found.label != UNDETERMINED and not found.unsure:
        return found.label, ()
    if known := language_code(locale):
        return known, ()
    fallback = settings.languages.fallback["default"]
    return fallback, (f"The sender's language is not certain; the answer is in '{fallback}', the fallback.",)


def _with_facts(options: CallOptions, renderer: Renderer) -> CallOptions:
    """Return the options with facts by dotted path; those about the customer are moved into the customer record."""
    from .rendering.contracts.inputs import with_facts

    if not options.facts:
        return options
    customer, facts = with_facts(options.customer, renderer.facts(options.facts))
    return replace(options, customer=customer, facts=facts)


def _with_printable_name(options: CallOptions) -> CallOptions:
    """Return the options with the customer's name as a letter can print it."""
    customer = printable_name(options.customer) if options.customer else None
    return options if customer is options.customer else replace(options, customer=customer)


def _occasion(
    analysis: Analysis,
    message: Incoming,
    renderer: Renderer,
    options: CallOptions,
    *,
    situation: Situation,
    profile: StyleProfile,
) -> Occasion:
    from .rendering.occasion import Occasion

    return Occasion(
        given=renderer.given(message, options.customer, analysis, options.facts or {}),
        situation=situation,
        profile=profile,
        key=conversation_key(message, options.customer),
        recent=options.recent,
    )


def _prompt(
    templates: TemplateSet, renderer: Renderer, occasion: Occasion, message: Incoming, options: CallOptions
) -> Prompt:
    settings = templates.settings
    return write_prompt(
        renderer,
        options.prompt,
        occasion,
        redactor=templates.redactor if settings.redaction.prompt else None,
        incoming=message,
        customer=options.customer,
        longest=settings.limits.max_message,
    )


def _reply(
    templates: TemplateSet, renderer: Renderer, occasion: Occasion, template: str | None, unsure: Collection[str]
) -> tuple[Reply | None, Choice]:
    from .rendering.choosing import choose_reply

    language = occasion.profile.language
    choice = choose_reply(
        templates.lines if template is None else templates.lines.only(template),
        occasion,
        renderer.library,
        language=language,
        fallback=templates.settings.fallback_for(language),
        unsure=unsure,
    )
    if choice.template is None or choice.language is None:
        return None, choice
    return renderer.reply(choice.template, occasion, language=choice.language, why=lambda: choice.why), choice


def _reply_notes(reply: Reply | None, choice: Choice) -> tuple[str, ...]:
    """Return the notes on a reply, or why there is none: what ended the choice first, then what was passed over."""
    return choice.why[-1:] + choice.why[:-1] if reply is None else reply.notes


def _with_misfits(
    reply: Reply | None, options: CallOptions, renderer: Renderer, profile: StyleProfile, reader: Reader
) -> tuple[Reply | None, tuple[Misfit, ...]]:
    """Return the reply with a note on each fact in another language or form of address, and those facts."""
    if reply is None or not options.facts:
        return reply, ()
    paths = renderer.library.contract("reply", reply.name).free_texts
    unfit = misfits(reply, options.facts, paths, profile=profile, tell=reader.language_of)
    if unfit:
        reply = reply.model_copy(update={"notes": (*reply.notes, *[misfit.note for misfit in unfit])})
    return reply, unfit


def _hidden(message: Incoming) -> tuple[str, ...]:
    """Return a note on invisible characters, which could carry text that only a model reads."""
    count = hidden_in(as_message(message).text)
    noun = "characters were" if count > 1 else "character was"
    return (f"{count} invisible {noun} left out of prompt and reply.",) if count else ()
