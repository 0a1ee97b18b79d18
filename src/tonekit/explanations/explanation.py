"""Verdicts and styles in lines for a person: which words led to which verdict, which rule to which style."""

from __future__ import annotations

from collections.abc import Iterator

from ..analysis import Analysis, Verdict
from ..profile import StyleProfile
from .counterfactual import counterfactual
from .shown_evidence import WORDS, ShownTerm, contrast, runner_up, shown_terms

STRONGEST = 5
"""Terms shown for a verdict; the rest is one line, and each of it is in `Verdict.evidence`."""
_BIAS = "bias"


def explain_analysis(analysis: Analysis) -> Iterator[str]:
    """Yield the lines that explain how the message was read."""
    language = analysis.language
    also = f", or {', '.join(language.alternatives)}" if language.alternatives else ""
    yield f"language: {language.label}{also} ({language.confidence:.2f}, by {language.method})"
    for dimension, verdict in analysis.verdicts():
        other = runner_up(verdict)
        yield f"{dimension}: {_verdict(verdict, other)}"
        yield from (f"    {line}" for line in _terms(verdict, other))
    yield from (f"fact: {line}" for line in fact_lines(analysis))


def doubt(verdict: Verdict) -> str:
    """Return that a verdict is unsure, and where it leans if not to its label; nothing if it is sure."""
    if not verdict.unsure:
        return ""
    return "unsure" if verdict.leaning == verdict.label else f"unsure; leaning to {verdict.leaning}"


def fact_lines(analysis: Analysis) -> Iterator[str]:
    """Yield the typed facts that were found, each as one line."""
    for name, value in analysis.facts.model_dump(exclude_defaults=True, exclude={"delicate"}).items():
        for item in value if isinstance(value, (list, tuple)) else [value]:
            yield f"{name} = {_fact(item)}"


def _fact(item: object) -> str:
    if not isinstance(item, dict):
        return str(item)
    more = ", ".join(f"{key} {value}" for key, value in item.items() if key not in ("text", "start", "end") and value)
    return f'"{item["text"]}"' + (f" ({more})" if more else "")


def _verdict(verdict: Verdict, other: str) -> str:
    if verdict.leaning == verdict.label:
        return f"{verdict.label} rather than {other} ({verdict.confidence:.2f}{', unsure' if verdict.unsure else ''})"
    return f"{verdict.label} ({verdict.confidence:.2f}, {doubt(verdict)} rather than {other})"


def _terms(verdict: Verdict, other: str) -> Iterator[str]:
    """Yield the terms between `leaning` and the label that came next; their pulls sum up to its lead."""
    terms = [term for term in shown_terms(verdict, contrast(verdict.leaning, other)) if term.pull]
    yield from (f"{term.pull:+.2f}  {term.cue}{_words(term)}" for term in terms[:STRONGEST])
    if rest := terms[STRONGEST:]:
        yield f"{sum(term.pull for term in rest):+.2f}  {len(rest)} more"
    if found := counterfactual(verdict):
        term, instead = found
        yield f"without {_quoted(term.text)} it would lean to {instead}"


def _words(term: ShownTerm) -> str:
    if term.cue == _BIAS:
        return "  before any word"
    if term.cue == WORDS:
        return f"  {term.text}"
    return f"  {_quoted(term.text)}" if term.text else ""


def _quoted(text: str) -> str:
    return f'"{" ".join(text.split())}"'


def explain_profile(profile: StyleProfile) -> Iterator[str]:
    """Yield the lines that say which rule set which field of a style."""
    yield f"style: {profile.language}, {profile.tone}"
    for setting in profile.why:
        because = f", because {', '.join(setting.because)}" if setting.because else ""
        yield f"    {setting.field} = {setting.value}  (rule {setting.rule}{because})"
