"""Rules on the frame of a reply: it greets once, closes once and is signed once, and what has a greeting has an end."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from jinja2 import nodes

from ...errors import TemplateError, ToneKitError
from ..syntax.variables import path_of
from .finding import Rule
from .linted_folder import LintedFolder, TemplateText
from .paths import Trail, heaviest_path
from .words import Words, line_starts, words_of

RULES = (
    Rule(
        "duplicate-greeting-or-signature",
        "warning",
        "a reply that greets, thanks, closes or signs twice, included files counted",
        "Keep one of them.",
    ),
    Rule(
        "missing-closing",
        "warning",
        "a reply that greets with a phrase, and neither closes nor is signed",
        'Write {% include "parts/frame_close.md.j2" %} as its last line.',
    ),
)
_SLOTS = ("greeting", "opening", "closing")
_TWICE = {
    "greeting": "greets twice",
    "opening": "opens twice",
    "closing": "closes twice",
    "signature": "is signed twice",
}


def check_frame(linted: LintedFolder) -> Iterator[ToneKitError]:
    """Yield the replies in which a part of the frame can stand twice."""
    for contract in linted.contracts():
        if contract.file.kind == "reply":
            for text in linted.bodies(contract):
                yield from _twice(text)
                yield from _open_ended(text)


def _open_ended(text: TemplateText) -> Iterator[TemplateError]:
    # Where the greeting is typed out, so may be the end, in words that nobody has listed.
    trail, weights = Trail(text.parse, (text.name,)), _weights(words_of(text.language))
    if not heaviest_path(text.tree, partial(_slot, slot="greeting", literal=()), trail):
        return
    if not any(heaviest_path(text.tree, weights[part], trail) for part in ("closing", "signature")):
        problem = "the reply greets, but nobody says goodbye or signs at its end"
        line = text.source.rstrip().count("\n") + 1
        yield TemplateError(problem, template=text.name, line=line, rule="missing-closing")


def _twice(text: TemplateText) -> Iterator[TemplateError]:
    for part, weigh in _weights(words_of(text.language)).items():
        marks = heaviest_path(text.tree, weigh, Trail(text.parse, (text.name,)))
        if sum(mark.amount for mark in marks) < 2:  # noqa: PLR2004 - once is right, twice is one too many
            continue
        first, last = marks[0], marks[-1]
        again = f", here through {last.template}" if last.template != text.name else ""
        problem = f"the reply {_TWICE[part]}{again}: first in {first.template}, line {first.line}"
        yield TemplateError(problem, template=text.name, line=last.outer, rule="duplicate-greeting-or-signature")


def _weights(words: Words) -> Mapping[str, Callable[[nodes.Node], int]]:
    literal = {"greeting": words.greeting, "closing": words.closing}
    slots = {slot: partial(_slot, slot=slot, literal=literal.get(slot, ())) for slot in _SLOTS}
    return {**slots, "signature": _signature}


def _slot(node: nodes.Node, *, slot: str, literal: tuple[str, ...]) -> int:
    if isinstance(node, nodes.TemplateData):
        return len(line_starts(literal).findall(node.data)) if literal else 0
    called = isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name == "phrase"
    return int(called and bool(node.args) and getattr(node.args[0], "value", None) == slot)  # type: ignore[attr-defined]


def _signature(node: nodes.Node) -> int:
    return int(isinstance(node, nodes.Getattr) and path_of(node) == "brand.signature")
