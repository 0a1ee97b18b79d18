"""What options of the command line stand for: the toolkit of a template folder, facts as name=value."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import MessageSourceError

if TYPE_CHECKING:
    from ..toolkit import ToneKit


def toolkit_of(templates: Path | None) -> ToneKit:
    """Return the toolkit of a template folder, or of the shipped one.

    Raises:
        MessageSourceError: it is no folder.
    """
    from ..toolkit import ToneKit

    if templates is not None and not templates.is_dir():
        raise MessageSourceError("is not a folder; give the folder that holds your templates", source=str(templates))
    return ToneKit(templates=templates)


def fact_pairs(pairs: list[str]) -> dict[str, Any]:
    """Return `name=value` pairs as facts; a name that comes again makes a list.

    Raises:
        MessageSourceError: a pair has no `=`.
    """
    facts: dict[str, Any] = {}
    for pair in pairs:
        path, equals, value = pair.partition("=")
        if not equals:
            raise MessageSourceError(
                f"--fact needs name=value, such as answer.summary='…', not '{pair}'", source="command line"
            )
        key = "answer.summary" if path == "answer" else path
        if key in facts:
            earlier = facts[key] if isinstance(facts[key], list) else [facts[key]]
            facts[key] = [*earlier, value]
        else:
            facts[key] = value
    return facts
