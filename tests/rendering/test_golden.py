"""Whole replies, as a person read them.

`pytest tests/rendering/test_golden.py --update-golden` writes them anew; read the difference before it is committed.
Profiles and facts stand in `tests/golden/`; what a message is read as plays no part here.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.conditions.condition import Observed
from tonekit.conditions.situation import with_style
from tonekit.files.datafile import read_data_file
from tonekit.message import Customer
from tonekit.profile import Style, StyleProfile
from tonekit.rendering.contracts.inputs import first_name
from tonekit.rendering.occasion import Occasion
from tonekit.rendering.renderer import Renderer

GOLDEN = Path(__file__).parents[1] / "golden"
PROFILES: dict[str, dict[str, Any]] = read_data_file(GOLDEN / "profiles.yaml").data
FACTS: dict[str, dict[str, dict[str, Any]]] = read_data_file(GOLDEN / "facts.yaml").data
FORMS = tuple(FACTS)
REQUESTS = {
    "acknowledgement": "problem",
    "support_solution": "problem",
    "status_update": "problem",
    "escalation_handover": "problem",
    "apology_and_redress": "complaint",
    "quote": "purchase",
    "quote_follow_up": "purchase",
    "appointment_propose": "appointment",
    "appointment_confirm": "appointment",
    "appointment_move": "appointment",
    "cancellation": "cancellation",
    "thanks_for_feedback": "feedback",
    "clarifying_question": "question",
    "product_information": "question",
    "onboarding_welcome": "other",
}
DU = re.compile(r"\b(?:[Dd]u|[Dd]ich|[Dd]ir|[Dd]ein\w*)\b")
SIE = re.compile(r"(?<![.:?!-] )(?<!^)\b(?:Sie|Ihnen|Ihr|Ihre[mnrs]?)\b", re.MULTILINE)

GAP = re.compile(r"(?<=\S)  |\n\n\n| [.,;:](?= |$)|\.\.|,\.|\(\)|: *\n\n(?![\d-]|curl|\S.*\?)", re.MULTILINE)
"""What a missing fact would leave behind: two blanks, a stop alone, empty brackets, a label with nothing under it."""


def occasion(form: str, heading: str, template: str) -> Occasion:
    """Make the occasion of a reply: a profile of `profiles.yaml`, the facts of `facts.yaml`."""
    entry = PROFILES[heading]
    address = "informal" if form == "de-du" else "formal"
    style = Style.model_validate({"address": address, **entry.get("style", {})})
    profile = StyleProfile(language=form[:2], **style.model_dump())
    read: dict[str, Any] = {"mood": "neutral", "request": REQUESTS[template], **entry.get("read", {})}
    read |= {name: int(value) for name, value in read.items() if name.endswith(("_count", "_days"))}
    customer = Customer(**entry.get("customer", {}))
    situation = {name: Observed(value) for name, value in read.items()}
    situation |= {f"customer.{name}": Observed(value) for name, value in customer}
    given = {
        **{f"customer.{name}": value for name, value in customer},
        **{f"reading.{name}": value for name, value in read.items()},
        **FACTS[form][template],
        "customer.first_name": first_name(customer),
        "message.subject": None if entry.get("subject") == "none" else "Export",
    }
    return Occasion(given, with_style(situation, profile), profile, f"golden {template} {heading}")


def compare(name: str, text: str, request: pytest.FixtureRequest) -> None:
    """Compare with the golden file, or write it."""
    path = GOLDEN / name
    if request.config.getoption("--update-golden"):
        path.write_text(text, encoding="utf-8")

    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("template", REQUESTS)
@pytest.mark.parametrize("form", FORMS)
def test_replies(renderer: Renderer, form: str, template: str, request: pytest.FixtureRequest) -> None:
    """Every reply in every form of address reads as it was read by a person, in all profiles."""
    texts = []
    for heading in PROFILES:
        reply = renderer.reply(template, occasion(form, heading, template), language=form[:2])
        texts.append(f"=== {heading}\nSubject: {reply.subject}\n\n{reply.text}\n")

    compare(f"{template}.{form}.txt", "\n".join(texts), request)


@pytest.mark.parametrize("form", FORMS)
def test_sparse_replies(renderer: Renderer, form: str, request: pytest.FixtureRequest) -> None:
    """With nothing but what its contract requires, one entry in each list, every reply is still a whole letter."""
    texts = []
    for template in REQUESTS:
        made = occasion(form, "neutral", template)
        inputs = renderer.library.contract("reply", template).file.inputs
        left_out = FACTS[form][template].keys() - {path for path, each in inputs.items() if each.required}
        given = {path: value[:1] if isinstance(value, list) else value for path, value in made.given.items()}
        given = {path: value for path, value in given.items() if path not in left_out}
        reply = renderer.reply(template, replace(made, given=given), language=form[:2])
        texts.append(f"=== {template}\n{reply.text}\n")

    compare(f"sparse.{form}.txt", "\n".join(texts), request)


def test_every_shipped_reply_is_here(renderer: Renderer) -> None:
    """No reply ships that has no golden file."""
    assert {name for kind, name in renderer.library.contracts if kind == "reply"} == set(REQUESTS)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("heading", PROFILES)
def test_no_emoji_and_no_cheer_unasked(renderer: Renderer, form: str, heading: str) -> None:
    """No reply has an emoji or an exclamation mark where the style does not allow it."""
    style = PROFILES[heading].get("style", {})
    for template in REQUESTS:
        text = renderer.reply(template, occasion(form, heading, template), language=form[:2]).text
        assert style.get("emoji") == "mirror" or not any(ord(sign) > 0x2600 for sign in text)
        assert ("cheer" in style and style.get("tone") != "formal") or "!" not in text
        assert "None" not in text


@pytest.mark.parametrize("heading", PROFILES)
def test_german_never_mixes_address(renderer: Renderer, heading: str) -> None:
    """A German reply says either Sie or du throughout."""
    for template in REQUESTS:
        formal = renderer.reply(template, occasion("de", heading, template), language="de")
        informal = renderer.reply(template, occasion("de-du", heading, template), language="de")
        assert DU.findall(formal.text + formal.subject) == []
        assert SIE.findall(informal.text + informal.subject) == []


@pytest.mark.parametrize("template", REQUESTS)
@pytest.mark.parametrize("form", FORMS)
def test_no_phrase_stands_twice(renderer: Renderer, form: str, template: str) -> None:
    """No line of a reply stands in it twice, and it thanks and closes once."""
    for heading in PROFILES:
        reply = renderer.reply(template, occasion(form, heading, template), language=form[:2])
        lines = [line for line in reply.text.splitlines() if line.strip()]
        closings = [name for name in reply.phrase_ids if name.startswith("close")]
        openings = [
            name for name in reply.phrase_ids if name.startswith(("thanks", "sorry", "welcome", "feedback", "praise"))
        ]
        assert len(lines) == len(set(lines))
        assert len(closings) == 1
        assert len(openings) <= 1


@given(st.sampled_from(FORMS), st.sampled_from(list(PROFILES)), st.sampled_from(list(REQUESTS)), st.data())
def test_any_selection_of_facts_is_a_whole_letter(
    renderer: Renderer, form: str, heading: str, template: str, data: st.DataObject
) -> None:
    """Whichever optional facts are missing, a reply has no gap: no label without value, no blank or stop too many."""
    made = occasion(form, heading, template)
    inputs = renderer.library.contract("reply", template).file.inputs
    optional = [path for path in FACTS[form][template] if not inputs[path].required]
    left_out = set(data.draw(st.lists(st.sampled_from(optional), unique=True)) if optional else [])
    given = {path: value for path, value in made.given.items() if path not in left_out}
    text = renderer.reply(template, replace(made, given=given), language=form[:2]).text
    paragraphs = text.split("\n\n")

    assert not GAP.search(text)
    assert not paragraphs[-2].endswith(":")
    assert not any(line.endswith(": ") for line in text.splitlines())
