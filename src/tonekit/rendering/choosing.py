"""Which reply template is taken: the first line of `tonekit.yaml` that fits and whose inputs are there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ..conditions import Condition
from .library import TemplateLibrary
from .occasion import Occasion


@dataclass(frozen=True, slots=True)
class Choice:
    """The outcome.

    Attributes:
        template: the template, or None where no line fits.
        language: the language that it has a body for.
        why: a sentence for each line that was looked at.
        depends_on: what the choice hangs on: what the line and its body look at, and what kept lines before it from
            being taken whose inputs are there.
    """

    template: str | None
    language: str | None
    why: tuple[str, ...]
    depends_on: tuple[str, ...] = ()


def choose_reply(
    lines: Sequence[tuple[str, Condition]],
    occasion: Occasion,
    library: TemplateLibrary,
    *,
    language: str,
    fallback: str | None,
    unsure: Collection[str] = (),
) -> Choice:
    """Return the template for this situation.

    Args:
        lines: template and condition, in the order of the file.
        occasion: inputs, situation and style.
        library: the templates.
        language: the language wanted.
        fallback: the language to take where a template has no body in it, or None to refuse.
        unsure: names that are not certain; with them it is looked into which lines they kept from being taken.
    """
    why: list[str] = []
    hanging: list[str] = []
    for name, condition in lines:
        if not condition.holds(occasion.situation):
            if unsure and not set(condition.names()).isdisjoint(unsure) and _has_inputs(name, occasion, library):
                hanging += condition.names()
            continue
        contract = library.contract("reply", name)
        if missing := contract.lacking(occasion.given, known=occasion.converted):
            why.append(f"'{name}' fits, but needs {', '.join(missing)}.")
            continue
        bodies = library.languages(contract)
        used = language if language in bodies else fallback
        if used is None or used not in bodies:
            why.append(f"'{name}' fits, but has no body in '{language}'.")
            continue
        because = ", ".join(condition.because(occasion.situation)) or "it fits every message"
        why.append(f"'{name}' taken: {because}.")
        if used != language:
            why.append(f"It has no body in '{language}'; '{used}' is the fallback language.")
        names = [*hanging, *condition.names(), *(each for _, when in contract.selection for each in when.names())]
        return Choice(name, used, tuple(why), tuple(dict.fromkeys(names)))
    return Choice(None, None, tuple(why) or ("No line of 'replies' in tonekit.yaml fits.",))


def _has_inputs(name: str, occasion: Occasion, library: TemplateLibrary) -> bool:
    return not library.contract("reply", name).lacking(occasion.given, known=occasion.converted)
