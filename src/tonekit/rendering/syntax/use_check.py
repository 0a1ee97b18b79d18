"""Check what a template uses: declared inputs, functions that there are, customer text outside the system role only."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches

from ...errors import Problems, TemplateError
from .variables import Use

_CALLED = frozenset({"caller", "phrase", "range"})
"""Functions, which nobody prints by mistake."""
_FUNCTIONS = {"phrase": 'phrase("slot")', "range": "range(3)"}
"""Functions that a template calls, and how."""
_ALWAYS = ("brand.", "reply_language.", "style.")
"""Groups that are there without being declared; a list of what is there names them only."""


def check_uses(
    uses: Iterator[Use],
    *,
    declared: Collection[str],
    customer: Collection[str],
    remedy: str = "declare it under 'inputs' in template.yaml",
) -> None:
    """Check that a template uses what is declared, and customer text outside the system role only.

    Raises:
        TemplateError: an input that nobody declared, with the line and what may be meant.
    """
    problems = Problems()
    groups = {path.split(".")[0] for path in declared}
    from_customers = {*customer, *(path.split(".")[0] for path in customer), *(["phrase"] if customer else [])}
    with problems.collecting():
        for use in uses:
            if use.path not in declared and use.path not in groups:
                problems.add(_error(_undeclared(use, declared, remedy), use, "undeclared-variable"))
            if use.role == "system" and use.path in from_customers:
                problem = f"'{use.path}' is written by customers and may not be in the system role"
                problems.add(_error(f"{problem}; move it to a user block", use, "customer-text-in-system"))
    problems.raise_first()


def _undeclared(use: Use, declared: Collection[str], remedy: str) -> str:
    if use.called:
        return _uncallable(use.path, {name: form for name, form in _FUNCTIONS.items() if name in declared})
    # A part takes its words from what includes it, and which of the two is wrong nobody knows.
    setting = f"set it in {use.within}, which includes this, or " if use.within else ""
    return f"'{use.path}' is not declared{_meant(use.path, declared, f'{setting}{remedy}')}"


def _uncallable(name: str, functions: Mapping[str, str]) -> str:
    if name in _FUNCTIONS:
        return f"a phrase cannot call '{name}', for it would call itself sooner or later; write the words here"
    close = get_close_matches(name, functions, n=1)
    hint = f"did you mean '{close[0]}'? " if close else ""
    problem = f"'{name}' is not a function here; {hint}What can be called: {', '.join(functions.values())}"
    return f"{problem} and a macro of the same file. What a program works out is given as an input"


def _meant(path: str, declared: Collection[str], remedy: str) -> str:
    close = get_close_matches(path, declared, n=1)
    hint = f"; did you mean '{close[0]}'?" if close else f"; {remedy}."
    groups = sorted({each.split(".")[0] for each in declared if each.startswith(_ALWAYS)})
    inputs = sorted(each for each in declared if not each.startswith(_ALWAYS) and each not in _CALLED)
    return f"{hint} Declared: {', '.join([*inputs, *(f'{group}.…' for group in groups)])}"


def _error(problem: str, use: Use, rule: str) -> TemplateError:
    return TemplateError(problem, template=use.template, line=use.line, rule=rule, word=use.path)
