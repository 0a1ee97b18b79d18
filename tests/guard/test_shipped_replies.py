"""The shipped replies pass the check that drafts have to pass."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tonekit import Customer, Message, Reply, Result, ToneKit
from tonekit.conditions.condition import Observed
from tonekit.conditions.situation import with_style
from tonekit.files.datafile import read_data_file
from tonekit.profile import Style, StyleProfile
from tonekit.rendering.contracts.inputs import first_name
from tonekit.rendering.folders.sources import TemplateFolders
from tonekit.rendering.occasion import Occasion
from tonekit.rendering.renderer import Renderer
from tonekit.result import Decision, Reason
from tonekit.settings import Settings

GOLDEN = Path(__file__).parents[1] / "golden"
PROFILES: dict[str, dict[str, Any]] = read_data_file(GOLDEN / "profiles.yaml").data
FACTS: dict[str, dict[str, dict[str, Any]]] = read_data_file(GOLDEN / "facts.yaml").data
REQUESTS = {
    "en": "Hello, could you please help me with this?",
    "de": "Guten Tag, können Sie mir bitte weiterhelfen?",
    "sv": "Hej, kan ni hjälpa mig med det här?",
    "nb": "Hei, kan dere hjelpe meg med dette?",
    "da": "Hej, kan I hjælpe mig med det her?",
}
DECISION = Decision(action="approve", reasons=(Reason(rule="test", action="approve", text="A test."),))


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    """A renderer on the shipped templates."""
    folders = TemplateFolders(None)
    return Renderer(folders, read_data_file(folders.path("tonekit.yaml")).into(Settings))


def occasions(
    form: str, template: str, *, facts: dict[str, Any], headings: list[str]
) -> Iterator[tuple[Occasion, Message, Customer]]:
    """Yield occasion, message and customer of a reply in profiles of the golden files."""
    for heading in headings:
        entry = PROFILES[heading]
        style = Style.model_validate({"address": "informal" if form == "de-du" else "formal", **entry.get("style", {})})
        read = {"mood": "neutral", "request": "other", **entry.get("read", {})}
        read |= {name: int(value) for name, value in read.items() if name.endswith("_count")}
        customer = Customer(**entry.get("customer", {}))
        situation = {name: Observed(value) for name, value in read.items()}
        situation |= {f"customer.{name}": Observed(value) for name, value in customer}
        given = {
            **{f"customer.{name}": value for name, value in customer},
            **{f"reading.{name}": value for name, value in read.items()},
            **facts,
            "customer.first_name": first_name(customer),
        }
        profile = StyleProfile(language=form[:2], **style.model_dump())
        # What was read stands in the message, and so may be said again.
        message = Message(text=f"{REQUESTS[form[:2]]} {entry.get('read', {}).get('waited', '')}")
        yield Occasion(given, with_style(situation, profile), profile, f"{template} {heading}"), message, customer


def result_of(
    toolkit: ToneKit, renderer: Renderer, reply: Reply, made: tuple[Occasion, Message, Customer], facts: dict[str, Any]
) -> Result:
    """Return the result that a reply belongs to."""
    occasion, message, customer = made
    result = Result(
        analysis=toolkit.analyze(REQUESTS[reply.language]),
        profile=occasion.profile,
        prompt=renderer.prompt("reply", occasion),
        reply=reply,
        decision=DECISION,
        ruleset="test",
    )
    material = renderer.material(message, customer, facts, reply=reply.name)
    return Result.made_of(dict(result), material=material)


@pytest.mark.parametrize("sparse", [False, True], ids=["all facts", "required facts"])
@pytest.mark.parametrize("form", FACTS)
def test_shipped_replies_pass(toolkit: ToneKit, renderer: Renderer, form: str, sparse: bool) -> None:
    """No shipped reply has a finding: in any style, nor with those facts alone that its contract requires."""
    headings = ["neutral"] if sparse else list(PROFILES)
    findings = []
    for template, facts in FACTS[form].items():
        inputs = renderer.library.contract("reply", template).file.inputs
        given = {path: value for path, value in facts.items() if inputs[path].required or not sparse}
        for made in occasions(form, template, facts=given, headings=headings):
            reply = renderer.reply(template, made[0], language=form[:2])
            result = result_of(toolkit, renderer, reply, made, given)
            findings += [(template, str(each), each.text) for each in toolkit.check(reply.text, result)]

    assert findings == []
