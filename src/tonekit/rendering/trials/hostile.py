"""Render every template with hostile inputs, and check that they stay what they are: text."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ...conditions.situation import NEUTRAL_LABELS
from ...errors import ToneKitError
from ..contracts.contract import Contract
from ..contracts.contract_file import InputFile
from ..markup.inert import is_blank
from ..renderer import Renderer
from .attacks import LONG, attacks
from .containment import Rendered, breaches
from .rehearsal import rehearse
from .trial import filled

_PLAIN = "Anna"
_PRICE = {"amount": "12.50", "currency": "EUR"}
_READ = frozenset(f"reading.{name}" for name in (*NEUTRAL_LABELS, "courtesy"))
"""Inputs that tonekit fills with labels of its own."""
_LINK = "https://docs.example.com/help"
_STYLES: tuple[Mapping[str, Any], ...] = (
    {},
    {
        "tone": "warm",
        "address": "informal",
        "greeting": "casual",
        "empathy": "acknowledge",
        "order": "acknowledge_first",
        "detail": "details",
        "structure": "steps",
    },
)
"""Two styles that lead through most branches of a template."""

_SAMPLES: Mapping[str, Callable[[str], Any]] = {
    "line": lambda text: text,
    "text": lambda text: text,
    "list": lambda text: [text, text],
    "links": lambda text: [{"url": _LINK, "text": text}],
    "turns": lambda text: [{"author": "customer", "text": text}],
    "examples": lambda _: None,  # tonekit fills it from a file of the author's; nobody can give it
    "facts": lambda _: None,  # nor this, which it fills from the facts that replies declare
    "number": lambda _: 3,
    "flag": lambda _: True,
    "code": lambda text: text,
    "date": lambda _: "2030-03-01",
    "time": lambda _: "14:30",
    "datetime": lambda _: "2030-03-01T14:30",
    "datetimes": lambda _: ["2030-03-01T14:30"],
    "money": lambda _: _PRICE,
    "prices": lambda text: [{"text": _PLAIN if is_blank(text) else text, "quantity": 2, "price": _PRICE}],
}
"""Type of an input → a value of it that holds a text where it can."""


@dataclass(frozen=True, slots=True)
class Breach:
    """An attack that was not contained.

    Attributes:
        template: folder of the template.
        language: language of the text.
        attack: name of the attack.
        problem: what came of it.
    """

    template: str
    language: str
    attack: str
    problem: str


@dataclass(frozen=True, slots=True)
class Assault:
    """All attacks on one template in one language.

    Attributes:
        template, language: what was attacked.
        tried: number of renderings.
        breaches: what was not contained; empty where all is well.
    """

    template: str
    language: str
    tried: int
    breaches: tuple[Breach, ...]


def attack_all(renderer: Renderer, *, longest: int, languages: Collection[str] | None = None) -> Iterator[Assault]:
    """Yield the outcome for each template and language.

    Args:
        renderer: renders the templates.
        longest: most characters that a text may have.
        languages: the languages to attack, all by default.
    """
    for contract in renderer.library.contracts.values():
        written = renderer.library.languages(contract)
        for number, language in enumerate(sorted(written if languages is None else written & set(languages))):
            # How a huge text is cut does not depend on the language: once for each template is enough.
            yield _attack(renderer, contract, language, longest=longest, huge=number == 0)


def _attack(renderer: Renderer, contract: Contract, language: str, *, longest: int, huge: bool) -> Assault:
    found: list[Breach] = []
    tried = 0
    for style in _STYLES:
        harmless = _render(renderer, contract, language, style, _PLAIN)
        for name, text in attacks(huge=huge):
            tried += 1
            try:
                made = _render(renderer, contract, language, style, text)
            except ToneKitError as error:
                problems = [f"it cannot be rendered: {error}"]
            else:
                problems = list(breaches(made, harmless, text, longest=longest)) if made and harmless else []
            found += [Breach(contract.folder, language, name, problem) for problem in problems]
    return Assault(contract.folder, language, tried, tuple(dict.fromkeys(found)))


def _render(
    renderer: Renderer, contract: Contract, language: str, style: Mapping[str, Any], text: str
) -> Rendered | None:
    """Return what a template makes of a text in every input, or None if it is not eligible then."""
    facts = {path: value_of(each, text) for path, each in contract.file.inputs.items() if path not in _READ}
    occasion = rehearse(contract, language=language, profile=style, labels={}, facts=facts, key="hostile")
    if contract.missing(contract.take(occasion.given)):
        return None
    return filled(renderer, contract, occasion)


def value_of(declared: InputFile, text: str) -> Any:
    """Return a value of the declared type that holds a text where it can.

    A text of any length comes from customers and models alone: one's own people are told when theirs is too long.
    """
    own = declared.trust in ("agent", "system") and len(text) >= LONG
    value = _SAMPLES[declared.type](_PLAIN if own else text)
    if declared.min is None:
        return value
    if declared.type == "money":
        return {**value, "amount": max(float(value["amount"]), math.ceil(declared.min))}
    return max(value, math.ceil(declared.min))
