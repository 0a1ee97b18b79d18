"""From a message that was read to style, prompt, reply and decision: the steps of `personalize`, in order."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from .analysis import Analysis
from .conditions.condition import Situation
from .conditions.situation import situation_of, with_style
from .fencing import hidden_in
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
class Wanted:
    """What a caller hands over beside the message; see `ToneKit.personalize`.

    Attributes:
        customer, template, facts, channel, brand, recent, style: as there.
        prompt: name of the prompt template.
        locale: a language that the sender is known to use.
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
    wanted: Wanted,
    *,
    reader: Reader,
) -> Result:
    """Return everything that follows from an analysis; what is raised says `ToneKit.personalize`.

    Args:
        analysis: how the message was read.
        message: the message, the turns of a thread as plain text.
        templates: the template folder.
        wanted: what the caller hands over beside it.
        reader: has read the message, and looks at what stands beside it.
    """
    renderer = templates.renderer(wanted.brand)
    wanted = _with_facts(wanted, renderer)
    customer = printable_name(wanted.customer) if wanted.customer else None
    topics = templates.safeguards.topics.find(analysis)
    contacts = unanswered_contacts(message)
    situation = situation_of(analysis, customer, wanted.channel, contacts=contacts, topics=tuple(topics))
    language, on_language = _language(analysis, wanted.locale, templates.settings)
    profile = as_wished(choose_profile(situation, templates.rules, language=language), wanted.style)
    said = wanted if customer is wanted.customer else replace(wanted, customer=customer)
    occasion = _occasion(analysis, message, renderer, said, situation=with_style(situation, profile), profile=profile)
    unsure = [name for name, verdict in analysis.verdicts() if verdict.unsure]
    reply, choice = _reply(templates, renderer, occasion, wanted.template, unsure)
    prompt = _prompt(templates, renderer, occasion, message, wanted)
    told = reader.orders(beside_the_answered(message, wanted.customer, history=templates.settings.limits.history))
    reply, unfit = _held_against_facts(reply, wanted, renderer, profile, reader)
    whole, pointless = reader.reads(analysis, locale=wanted.locale), nothing_to_answer(message)
    # What the reply hangs on counts only where something is unsure.
    hangs_on = choice.depends_on if unsure else ()
    outgoing = Outgoing(reply, language, hangs_on, read=whole, pointless=pointless, orders=told, misfits=unfit)
    made = {
        "analysis": analysis,
        "profile": profile,
        "prompt": prompt,
        "reply": reply,
        "decision": decide(templates.safeguards, situation, analysis, outgoing, topics=topics),
        "notes": (*analysis.notes, *on_language, *_hidden(message), *prompt.notes, *_on(reply, choice)),
        "ruleset": templates.ruleset,
    }
    material = renderer.material(message, wanted.customer, wanted.facts or {}, reply=reply.name if reply else None)
    return Result.made_of(made, material=material)


def _language(analysis: Analysis, locale: str | None, settings: Settings) -> tuple[str, tuple[str, ...]]:
    """Return the language to answer in, and a note on it: the sender's, where the text tells it."""
    found = analysis.language
    if found.label != UNDETERMINED and not found.unsure:
        return found.label, ()
    if known := language_code(locale):
        return known, ()
    fallback = settings.languages.fallback["default"]
    return fallback, (f"The sender's language is not certain; the answer is in '{fallback}', the fallback.",)


def _with_facts(wanted: Wanted, renderer: Renderer) -> Wanted:
    """Return what is wanted, the facts by dotted path, and those of the customer in the record."""
    from .rendering.contracts.inputs import with_facts

    if not wanted.facts:
        return wanted
    customer, facts = with_facts(wanted.customer, renderer.facts(wanted.facts))
    return replace(wanted, customer=customer, facts=facts)


def _occasion(
    analysis: Analysis,
    message: Incoming,
    renderer: Renderer,
    wanted: Wanted,
    *,
    situation: Situation,
    profile: StyleProfile,
) -> Occasion:
    from .rendering.occasion import Occasion

    return Occasion(
        given=renderer.given(message, wanted.customer, analysis, wanted.facts or {}),
        situation=situation,
        profile=profile,
        key=conversation_key(message, wanted.customer),
        recent=wanted.recent,
    )


def _prompt(
    templates: TemplateSet, renderer: Renderer, occasion: Occasion, message: Incoming, wanted: Wanted
) -> Prompt:
    settings = templates.settings
    return write_prompt(
        renderer,
        wanted.prompt,
        occasion,
        redactor=templates.redactor if settings.redaction.prompt else None,
        incoming=message,
        customer=wanted.customer,
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


def _on(reply: Reply | None, choice: Choice) -> tuple[str, ...]:
    return choice.why if reply is None else reply.notes


def _held_against_facts(
    reply: Reply | None, wanted: Wanted, renderer: Renderer, profile: StyleProfile, reader: Reader
) -> tuple[Reply | None, tuple[Misfit, ...]]:
    """Return the reply with a note on each fact that does not fit it, and those facts."""
    if reply is None or not wanted.facts:
        return reply, ()
    paths = renderer.library.contract("reply", reply.name).free_texts
    unfit = misfits(reply, wanted.facts, paths, profile=profile, tell=reader.language_of)
    if unfit:
        reply = reply.model_copy(update={"notes": (*reply.notes, *[misfit.note for misfit in unfit])})
    return reply, unfit


def _hidden(message: Incoming) -> tuple[str, ...]:
    """Return a note on characters that nobody sees: they may carry what a model would read."""
    count = hidden_in(as_message(message).text)
    noun = "characters were" if count > 1 else "character was"
    return (f"{count} invisible {noun} left out of prompt and reply.",) if count else ()
