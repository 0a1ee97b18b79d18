"""Rules on forms of address: du in a text for Sie, Sie in a text for du, polite forms that nobody uses today."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jinja2 import nodes

from ...conditions.condition import Condition
from ...errors import TemplateError, ToneKitError
from ...foreign_text.letter_runs import LETTER_RUN
from ..contracts.contract import Contract
from ..phrases.phrase_book import PhraseBook
from .condition_cases import cases
from .finding import Rule
from .linted_folder import LintedFolder, TemplateText
from .words import Words, words_of

RULES = (
    Rule(
        "register-slip",
        "error",
        "du in a text for customers who are addressed as Sie, or the other way round",
        "Use the form that the text is for, or say the sentence without it.",
    ),
    Rule(
        "polite-form",
        "warning",
        "a polite form of address where customers are called du today (Swedish Ni, Norwegian and Danish De)",
        "Write du, or say the sentence without it.",
    ),
)
_NAME = "style.address"
_FORMS = ("formal", "informal")
_OPENS = re.compile(r"(?:^|[.!?:;\n„“\"»(–-])\s*$")
_TO_WHOM = {
    frozenset({"formal"}): "Sie",
    frozenset({"informal"}): "du",
    frozenset(_FORMS): "both Sie and du",
}

_BODY = (
    "write {folder}/de--informal.md.j2 with du, and above the default line in select of template.yaml: "
    "- {{use: informal, when: {{style.address: informal}}}}"
)
_SUBJECT = "a subject is the same for both; say it without"
_PHRASE = "write a phrase for each, with when: {style.address: formal} and when: {style.address: informal}"

Forms = frozenset[str]
"""The forms of address that a text is sent with."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of the author's text, and the forms of address that it is sent with."""

    text: str
    line: int
    forms: Forms


def check_register(linted: LintedFolder) -> Iterator[ToneKitError]:
    """Yield the words of address that do not fit their text."""
    for contract in linted.contracts():
        if contract.file.kind == "prompt":
            continue  # a prompt speaks to a model
        bodies = list(linted.bodies(contract))
        for text in bodies:
            yield from _slips(text, _served(contract, text, bodies), _BODY.format(folder=contract.folder))
        for text in linted.subjects(contract):
            yield from _slips(text, frozenset(_FORMS), _SUBJECT)
    for book in linted.phrases():
        forms = _phrase_forms(book)
        for _, text in linted.phrase_texts(book):
            yield from _slips(text, forms[text.line, text.source], _PHRASE)


def _served(contract: Contract, body: TemplateText, bodies: list[TemplateText]) -> Forms:
    """Return the forms of address for which a body is used."""
    there = {each.variant for each in bodies if each.language == body.language}
    conditions = [*(when for _, when in contract.selection), *(Condition({_NAME: form}) for form in _FORMS)]
    lines = len(contract.selection)
    served = set()
    for case in cases(conditions):
        use, _ = contract.selection[min(case.holds)]
        if body.variant == (use if use in there else "default"):
            served |= {form for index, form in enumerate(_FORMS) if lines + index in case.holds}
    return frozenset(served)


def _phrase_forms(book: PhraseBook) -> Mapping[tuple[int, str], Forms]:
    """Return the forms of address for which each phrase is used, by its line and text."""
    forms = {}
    for phrase in book.all():
        extra = [Condition({_NAME: form}) for form in _FORMS]
        holding = [case.holds for case in cases([phrase.when, *extra]) if 0 in case.holds]
        served = frozenset(form for index, form in enumerate(_FORMS) if any(index + 1 in each for each in holding))
        forms[phrase.line or 1, phrase.file.text] = served
    return forms


def _slips(text: TemplateText, forms: Forms, remedy: str) -> Iterator[TemplateError]:
    """Yield the wrong words of address in a text; `remedy` says how to write it for each form separately."""
    words = words_of(text.language)
    if not (words.polite or words.familiar):
        return
    for piece in _pieces(text.tree, forms):
        for match in LETTER_RUN.finditer(piece.text):
            if problem := _problem(match, piece, words):
                line = text.line - 1 + piece.line + piece.text.count("\n", 0, match.start())
                rule = "register-slip" if words.strict else "polite-form"
                if words.strict and piece.forms == frozenset(_FORMS):
                    problem = f"{problem}; {remedy}"
                yield TemplateError(problem, template=text.name, line=line, rule=rule, word=match[0])


def _problem(match: re.Match[str], piece: _Piece, words: Words) -> str:
    word = match[0]
    polite = word in words.polite
    if polite and word in words.also_they and _OPENS.search(piece.text[: match.start()]):
        return ""
    if not words.strict:
        return f"'{word}' is a polite form that customers are not called by today" if polite else ""
    if polite and "informal" in piece.forms:
        return f"'{word}' is in a text for {_TO_WHOM[piece.forms]}"
    if word in words.familiar and "formal" in piece.forms:
        return f"'{word}' is in a text for {_TO_WHOM[piece.forms]}"
    return ""


def _pieces(node: nodes.Node, forms: Forms) -> Iterator[_Piece]:
    """Yield the pieces of a template, each with the forms that the conditions around it allow."""
    if isinstance(node, nodes.If):
        for children, served in _branches(node, forms):
            for child in children:
                yield from _pieces(child, served)
    elif isinstance(node, nodes.CondExpr):
        when, unless = _split(node.test, forms)
        yield from _pieces(node.expr1, when)
        if node.expr2 is not None:
            yield from _pieces(node.expr2, unless)
    elif isinstance(node, nodes.TemplateData):
        yield _Piece(node.data, node.lineno, forms)
    elif isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield _Piece(node.value, node.lineno, forms)
    elif not isinstance(node, (nodes.Compare, nodes.Call)):
        for child in node.iter_child_nodes():
            yield from _pieces(child, forms)


def _branches(node: nodes.If, forms: Forms) -> Iterator[tuple[list[nodes.Node], Forms]]:
    for branch in (node, *node.elif_):
        when, forms = _split(branch.test, forms)
        yield branch.body, when
    yield node.else_, forms


def _split(test: nodes.Node, forms: Forms) -> tuple[Forms, Forms]:
    """Return the forms of address that are left when a condition holds, and when it does not."""
    if isinstance(test, nodes.Not):
        return tuple(reversed(_split(test.node, forms)))  # type: ignore[return-value]
    if isinstance(test, nodes.And):
        return _split(test.left, forms)[0] & _split(test.right, forms)[0], forms
    if isinstance(test, nodes.Compare) and len(test.ops) == 1:
        operand = test.ops[0]
        named = isinstance(test.expr, nodes.Getattr) and test.expr.attr == "address"
        if named and isinstance(operand.expr, nodes.Const) and operand.op in ("eq", "ne"):
            same = forms & {str(operand.expr.value)}
            return (same, forms - same) if operand.op == "eq" else (forms - same, same)
    return forms, forms
