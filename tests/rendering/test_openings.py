"""No two of ten replies to one customer begin alike, in any language, tone and mood."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonekit.analysis import LABELS
from tonekit.conditions.condition import Observed
from tonekit.conditions.situation import with_style
from tonekit.message import Customer
from tonekit.profile import Style, StyleProfile
from tonekit.rendering.contracts.inputs import first_name
from tonekit.rendering.occasion import Occasion
from tonekit.rendering.phrases.phrase_book import VariationKey
from tonekit.rendering.renderer import Renderer
from tonekit.result import Reply

FORMS = ("en", "de", "de-du", "sv", "nb", "da")
TONES = ("formal", "professional", "friendly", "warm")
REPLIES = 10
ONCE = {"reply_subject", "greeting", "greeting_alone", "place", "duration"}
"""Slots that need no variety: a subject, a greeting and a label sound best when they are always the same."""
LEAST = 4
OPENINGS = ("thanks", "sorry", "welcome", "feedback", "praise", "condolence")
SORRY = {"empathy": "acknowledge", "order": "acknowledge_first"}
MOODS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "plain": ({}, {}),
    "enthusiastic": ({"cheer": True}, {"mood": "enthusiastic"}),
    "long story": ({"empathy": "brief", "order": "context_first"}, {}),
    "frustrated": (SORRY, {"mood": "frustrated"}),
    "second contact": (SORRY, {"contact_count": 2}),
    "third contact": (SORRY, {"mood": "frustrated", "contact_count": 3}),
    "waited": (SORRY, {"mood": "frustrated", "waited_days": 14}),
    "waited and wrote again": (SORRY, {"mood": "frustrated", "waited_days": 14, "contact_count": 2}),
    "waited and wrote three times": (SORRY, {"mood": "frustrated", "waited_days": 14, "contact_count": 3}),
    "tried": (SORRY, {"mood": "frustrated", "tried_count": 2}),
}


CUSTOMERS: tuple[dict[str, str], ...] = (
    {},
    {"name": "Berg"},
    {"name": "Kim Berg"},
    {"name": "Berg", "title": "Dr."},
    {"name": "Berg", "title": "Frau"},
)
STYLES = st.fixed_dictionaries(
    {
        name: st.booleans() if field.annotation is bool else st.sampled_from(get_args(field.annotation))
        for name, field in Style.model_fields.items()
        if name != "focus"
    }
)


def conversation(renderer: Renderer, form: str, style: dict[str, Any], read: dict[str, Any]) -> Iterator[Reply]:
    """Yield ten replies to one customer, each told which phrases were used before."""
    address = "informal" if form == "de-du" else "formal"
    profile = StyleProfile(language=form[:2], **Style.model_validate({"address": address, **style}).model_dump())
    seen = {"request": "question", "mood": "neutral", **read}
    situation = with_style({name: Observed(value) for name, value in seen.items()}, profile)
    given = {"answer.summary": "42.", "reading.contact_count": read.get("contact_count")}
    recent: list[str] = []
    for _ in range(REPLIES):
        occasion = Occasion(given, situation, profile, "one conversation", tuple(recent))
        reply = renderer.reply("product_information", occasion, language=form[:2])
        recent.extend(reply.phrase_ids)
        yield reply


@pytest.mark.parametrize("mood", MOODS)
@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("form", FORMS)
def test_ten_replies_begin_in_ten_ways(renderer: Renderer, form: str, tone: str, mood: str) -> None:
    """Ten replies in one conversation have ten different openings."""
    style, read = MOODS[mood]
    openings = [reply.text.split("\n\n")[1] for reply in conversation(renderer, form, {"tone": tone, **style}, read)]

    assert len(set(openings)) == REPLIES, sorted(openings)


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("form", FORMS)
def test_no_phrase_twice_in_a_row(renderer: Renderer, form: str, tone: str) -> None:
    """Where a slot has more than one alternative, the same one never comes twice in a row."""
    used = [reply.phrase_ids for reply in conversation(renderer, form, {"tone": tone}, {})]
    book = renderer.library.phrases(form[:2])
    alone = {phrases[0].file.id for phrases in book.slots.values() if len(phrases) == 1}

    for before, after in pairwise(used):
        repeated = {name for name in set(before) & set(after) if not name.startswith("greet")}
        assert repeated <= alone


@pytest.mark.parametrize("mood", ["third contact", "waited and wrote three times"])
@pytest.mark.parametrize("form", FORMS)
def test_specific_acknowledgement_comes_first(renderer: Renderer, form: str, mood: str) -> None:
    """What the facts tell is said before anything general."""
    style, read = MOODS[mood]
    first = next(conversation(renderer, form, style, read))

    assert any("third" in name for name in first.phrase_ids)
    assert any(word in first.text for word in ("three times", "dreimal", "tre gånger", "tre ganger", "tre gange"))


@pytest.mark.parametrize("jargon", ["avoid", "ordinary", "technical"])
@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("form", FORMS)
def test_four_alternatives_for_each_slot_and_tone(renderer: Renderer, form: str, tone: str, jargon: str) -> None:
    """Every slot has at least four alternatives in every tone."""
    address = "informal" if form == "de-du" else "formal"
    style = Style.model_validate({"tone": tone, "address": address, "jargon": jargon, "pressure": "reassure"})
    profile = StyleProfile(language=form[:2], **style.model_dump())
    situation = with_style({"request": Observed("question"), "waited_days": Observed(14)}, profile)
    book = renderer.library.phrases(form[:2])
    for slot in book.slots.keys() - ONCE:
        texts: set[str] = set()
        recent: list[str] = []
        for _ in range(LEAST):
            phrase = book.choose(slot, situation, there=(), key=VariationKey("k"), recent=recent)
            assert phrase is not None, slot
            recent.append(phrase.file.id)
            texts.add(phrase.file.text)
        assert len(texts) == LEAST, slot


@settings(max_examples=200)
@given(
    STYLES,
    st.sampled_from(["en", "de", "sv", "nb", "da"]),
    st.sampled_from(CUSTOMERS),
    st.sampled_from(LABELS["request"]),
    st.sampled_from(LABELS["mood"]),
)
def test_every_style_has_a_frame(
    renderer: Renderer, style: dict[str, Any], language: str, customer: dict[str, str], asked: str, mood: str
) -> None:
    """In every combination of style, customer, request and mood a reply greets, closes and acknowledges once."""
    profile = StyleProfile(language=language, **style)
    known = Customer.model_validate(customer)
    seen = {name: Observed(value) for name, value in {"request": asked, "mood": mood}.items()}
    seen |= {f"customer.{name}": Observed(value) for name, value in known}
    given_values = {f"customer.{name}": value for name, value in known} | {
        "answer.summary": "42.",
        "customer.first_name": first_name(known),
        "reading.mood": mood,
        "redress.measure": "43.",
        "welcome.product": "CRM",
    }
    for template in ("product_information", "apology_and_redress", "thanks_for_feedback", "onboarding_welcome"):
        occasion = Occasion(given_values, with_style(seen, profile), profile, "k")
        reply = renderer.reply(template, occasion, language=language)
        kinds = [name.split("-")[0] for name in reply.phrase_ids]
        assert kinds.count("greet") + kinds.count("alone") == 1
        assert kinds.count("close") == 1
        openings = [kind for kind in kinds if kind in OPENINGS]
        assert len(openings) <= 1
        assert "sorry" in kinds or template != "apology_and_redress" or style["empathy"] == "condole"
        assert (openings == ["condolence"]) is (style["empathy"] == "condole")
