"""Verdicts and styles in lines for a person: which words led to which verdict, which rule to which style."""

from __future__ import annotations

from collections.abc import Iterator

from .analysis import Analysis, Verdict
from .profile import StyleProfile
from .shown_evidence import WORDS, ShownTerm, shown_terms

STRONGEST = 5
"""Terms shown for a verdict; the rest is in `Verdict.evidence`."""


def explain_analysis(analysis: Analysis) -> Iterator[str]:
    """Yield the lines that explain how the message was read."""
    language = analysis.language
    also = f", or {', '.join(language.alternatives)}" if language.alternatives else ""
    yield f"language: {language.label}{also} ({language.confidence:.2f}, by {language.method})"
    for dimension, verdict in analysis.verdicts():
        unsure = f", unsure; leaning to {verdict.leaning}" if verdict.unsure else ""
        yield f"{dimension}: {verdict.label} ({verdict.confidence:.2f}{unsure})"
        yield from (f"    {line}" for line in _terms(verdict))
    yield from (f"fact: {line}" for line in fact_lines(analysis))


def turning_point(verdict: Verdict) -> tuple[ShownTerm, str] | None:
    """Return the one term without which the verdict would lean elsewhere, and to where; None where it takes more.

    All single words together are one term.
    """
    for term in _by_strength(verdict):
        if term.pull <= 0 or term.cue == "bias":
            continue
        scores = {label: score - term.weights.get(label, 0.0) for label, score in verdict.scores.items()}
        other = max(scores, key=lambda label: scores[label])
        if other != verdict.leaning:
            return term, other
    return None


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


def _terms(verdict: Verdict) -> Iterator[str]:
    shown = [term for term in _by_strength(verdict) if term.pull and term.cue != "bias"][:STRONGEST]
    for term in shown:
        yield f"{term.pull:+.2f}  {term.cue}" + (f"  {_quoted(term)}" if term.text else "")
    if found := turning_point(verdict):
        term, other = found
        single = "the words " if term.cue == WORDS else ""
        yield f"without {single}{_quoted(term) if term.text else term.cue}: {other}"


def _by_strength(verdict: Verdict) -> list[ShownTerm]:
    return shown_terms(verdict, lambda weights: weights.get(verdict.leaning, 0.0))


def _quoted(term: ShownTerm) -> str:
    text = " ".join(term.text.split())
    return text if term.cue == WORDS else f'"{text}"'


def explain_profile(profile: StyleProfile) -> Iterator[str]:
    """Yield the lines that say which rule set which field of a style."""
    yield f"style: {profile.language}, {profile.tone}"
    for setting in profile.why:
        because = f", because {', '.join(setting.because)}" if setting.because else ""
        yield f"    {setting.field} = {setting.value}  (rule {setting.rule}{because})"
