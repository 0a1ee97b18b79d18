"""What templates can ask for: the message, the customer, what was read, the thread, and the caller's facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...analysis import DIMENSIONS, Analysis
from ...argument_errors import ArgumentTypeError
from ...foreign_text.both_ends import both_ends
from ...foreign_text.pasted_data import without_data
from ...incoming import Incoming, as_message, earlier_turns
from ...language_names import english_name
from ...message import NOBODY, Customer, Thread
from ...names.customer_name import is_name_word
from ...names.firms import is_firm
from ...profile import Style, StyleProfile
from ...settings import Brand
from ...stated_facts import Span
from ...subject_line import without_answer_prefix
from ..markup.provenance import INPUT, mark
from .plain_facts import plain_fact

_WORDS_OF_A_NAME = 2
_LONG = 12_000
"""Characters of a message that prompts are given without the data that was pasted into it; reading counts as many."""
MOST_SPANS = 12
"""Order numbers, error codes or remedies that templates get."""
_RECORD = tuple((name, f"customer.{name}") for name in Customer.model_fields)
_SAID = tuple((name, path) for name, path in _RECORD if name != "address")
_LABELS = tuple((name, f"reading.{name}") for name in DIMENSIONS)
_SURE = tuple((name, f"reading.{name}_confidence") for name in DIMENSIONS)
_NOT_NOW = ("quote", "footer")
_READ = ("contact_count", "waited", "deadline", "tried", "order_numbers", "error_codes", "courtesy")
FILLED = frozenset(
    (
        *(
            "message.text",
            "message.subject",
            "thread.turns",
            "thread.left_out",
            "examples",
            "facts",
            "personal.redacted",
        ),
        *(f"reading.{name}" for name in (*_READ, *DIMENSIONS)),
        *(path for _, path in _SURE),
    )
)
"""What tonekit alone fills: who could give it would change what was said and read behind everybody's back."""


def given_inputs(
    incoming: Incoming,
    customer: Customer | None,
    analysis: Analysis,
    facts: Mapping[str, Any],
    *,
    history: int,
    longest: int,
) -> dict[str, Any]:
    """Return everything that a contract may declare, by dotted path, still unconverted.

    Args:
        incoming: the message or thread.
        customer: the customer record, or None.
        analysis: what was read.
        facts: the caller's slots by dotted path.
        history: how many earlier turns to give.
        longest: most characters of the message, and of the earlier turns together.
    """
    message, read, known = as_message(incoming), analysis.facts, customer or NOBODY
    return {
        # A message without a text was read by its subject, which stands beside it.
        "message.text": _without_furniture(analysis, longest) if message.text.strip() else "",
        "message.subject": _without_prefix(message.subject),
        "thread.turns": _turns(incoming, history, longest),
        **{path: getattr(known, name) for name, path in _RECORD},
        "customer.name": said_name(known),
        "customer.first_name": first_name(known),
        "reading.contact_count": read.contact_count,
        "reading.waited": read.waited.text if read.waited else None,
        "reading.deadline": read.deadline.text if read.deadline else None,
        "reading.tried": _few(read.already_tried),
        "reading.order_numbers": _few(read.order_numbers),
        "reading.error_codes": _few(read.error_codes),
        "reading.courtesy": read.courtesy,
        **{path: getattr(analysis, name).label for name, path in _LABELS},
        **{path: getattr(analysis, name).confidence for name, path in _SURE},
        **facts,
    }


def fact_slots(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return the caller's facts by dotted path; groups may be given as mappings, `answer` also as one text.

    Raises:
        ArgumentTypeError: a fact has a name that is no text.
        ArgumentValueError: a fact is nested deeper than any fact.
    """
    slots: dict[str, Any] = {}
    for name, value in facts.items():
        if not isinstance(name, str):
            raise ArgumentTypeError("the name of a fact", "a str", name)
        if isinstance(value, Mapping) and "." not in name:
            slots |= {f"{name}.{key}": plain_fact(f"{name}.{key}", each) for key, each in value.items()}
        else:
            path = "answer.summary" if name == "answer" else name
            slots[path] = plain_fact(path, value)
    return slots


def with_facts(customer: Customer | None, facts: Mapping[str, Any]) -> tuple[Customer | None, Mapping[str, Any]]:
    """Return the record with what the caller's facts say of the customer, which outranks it, and the other facts.

    One record, so that all who ask who the customer is are told the same: greeting, conditions, redaction, checks.
    """
    said = {name: facts[path] for name, path in _SAID if isinstance(facts.get(path), str)}
    if not said:
        return customer, facts
    others = {path: value for path, value in facts.items() if path.removeprefix("customer.") not in said}
    return (customer or NOBODY).model_copy(update=said), others


def first_name(customer: Customer) -> str | None:
    """Return the first name of a customer, or None if the name does not show it.

    It shows in a name of two words, such as `Kim Berg`, that is not a firm's; beside a title it is the family name.
    """
    words = _first_and_last(customer)
    return words[0] if words and not customer.title else None


def said_name(customer: Customer) -> str | None:
    """Return the name of a customer as a greeting says it: behind a title without the first name, where that shows."""
    words = _first_and_last(customer)
    return words[1] if words and customer.title else customer.name


def _first_and_last(customer: Customer) -> list[str]:
    """Return the two words of a person's name, or nothing if it is made otherwise."""
    words = (customer.name or "").split()
    shows = len(words) == _WORDS_OF_A_NAME and all(map(is_name_word, words))
    is_named = shows and not is_firm(" ".join(words), customer.company, titled=customer.title is not None)
    return words if is_named else []


def _without_prefix(subject: str | None) -> str | None:
    """Return a subject without the `Re:`, `AW:` or `Sv:` of earlier replies; a reply sets its own."""
    return without_answer_prefix(subject) if subject else subject


def _few(spans: Sequence[Span]) -> list[str]:
    """Return the words of spans, each once; a mail that repeats itself must not fill a prompt or a reply."""
    return list(dict.fromkeys([span.text for span in spans]))[:MOST_SPANS] if spans else []


def _without_furniture(analysis: Analysis, longest: int) -> str:
    """Return what the sender wrote now: no quoted mail, no footer, and of a long text the beginning and the end."""
    kept = [zone for zone in analysis.zones if zone.kind not in _NOT_NOW]
    if kept and len(kept) == len(analysis.zones):
        # Zones have no gaps between them.
        now = analysis.text[kept[0].start : kept[-1].end].strip()
    else:
        now = "".join([analysis.text[zone.start : zone.end] for zone in kept]).strip()
    now = now or analysis.text.strip()
    # A page of base64 would take the place of the customer's words; a key in a short mail may be what they write about.
    return both_ends(without_data(now) if len(now) > _LONG else now, most=longest)


ALWAYS = (
    *(f"brand.{name}" for name in ("name", "industry", "signature", "never")),
    *(f"reply_language.{name}" for name in ("code", "name")),
    *(f"style.{name}" for name in (*Style.model_fields, "instructions")),
)
"""Inputs that every template has without declaring them."""
ALWAYS_MARKS = {path: mark(INPUT, number) for number, path in enumerate(ALWAYS)}


def brand_inputs(brand: Brand, language: str) -> dict[str, Any]:
    """Return what templates see of the brand; what it does not say is not there."""
    about = {"name": brand.name, "industry": brand.industry, "signature": brand.signature_in(language)}
    return {**{name: value for name, value in about.items() if value}, "never": list(brand.never)}


def language_inputs(language: str) -> dict[str, str]:
    """Return code and English name of the language of the reply."""
    return {"code": language, "name": english_name(language)}


def style_inputs(profile: StyleProfile, instructions: Sequence[str]) -> dict[str, Any]:
    """Return the fields of the style, and the sentences that say what they mean."""
    style = {name: getattr(profile, name) for name in Style.model_fields}
    focus = [item.replace("_", " ") for item in profile.focus]
    return {**style, "focus": focus, "instructions": list(instructions)}


def _turns(incoming: Incoming, most: int, longest: int) -> list[dict[str, str]]:
    if not isinstance(incoming, Thread):
        return []
    turns = earlier_turns(incoming, most)
    each = longest // max(1, len(turns))
    return [{"author": turn.author, "text": _cut(turn.message.text, each)} for turn in turns]


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[:longest].rstrip()} […]"
