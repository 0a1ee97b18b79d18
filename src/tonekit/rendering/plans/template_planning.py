"""Plan one template for messages of one shape: see `planning` for what is decided, `kept_plans` for what is kept."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import nodes

from ...errors import TemplateError
from ..contracts.contract_file import Kind
from ..environment import Inert
from ..folders.library import TemplateLibrary
from ..occasion import Occasion
from ..phrases.alternatives import Phrase
from .holes import NotPlannedError
from .kept_plans import Asked
from .pieces import Called, Piece, Walk
from .planned_phrases import Call, Spoken, spoken, taking_jinja
from .planning import Planner


@dataclass(frozen=True, slots=True)
class Planned:
    """A planned template.

    Attributes:
        pieces: what it writes.
        calls: its phrases.
        asked: the questions that led here, with their answers.
    """

    pieces: tuple[Piece, ...]
    calls: tuple[Call, ...]
    asked: Asked


@dataclass(frozen=True, slots=True)
class TemplatePlanner:
    """Plans templates of one kind.

    Attributes:
        library: the phrases.
        kind: of the templates.
        language: of the phrases.
        inert: what makes a printed value inert.
    """

    library: TemplateLibrary
    kind: Kind
    language: str
    inert: Inert

    def plan(
        self, tree: nodes.Template, values: Mapping[str, Any], occasion: Occasion, context: Mapping[str, Any]
    ) -> Planned:
        """Return the plan of a template.

        Args:
            tree: the template.
            values: the inputs of the message that it is planned from.
            occasion: that message.
            context: what the template sees, with holes for inputs.

        Raises:
            NotPlannedError: it does what plans do not know.
        """
        calls: list[Call] = []

        def says(called: Called) -> bool | None:
            calls.append(self._call(called, occasion, context, walk))
            return calls[-1].truth

        walk = Walk(values, says)
        pieces = Planner(context, self.inert, walk).pieces(tree)
        return Planned(pieces, tuple(calls), tuple(walk.asked))

    def _call(self, called: Called, occasion: Occasion, context: Mapping[str, Any], walk: Walk) -> Call:
        slot, widen = called
        closest = self._eligible(slot, occasion, walk.values, widen=False)
        wider = self._eligible(slot, occasion, walk.values, widen=True) if widen else closest
        phrases = {phrase.file.id: self._spoken(phrase, context, walk) for phrase in (*closest, *wider)}
        return Call(slot, slot.encode(), closest, wider, phrases)

    def _eligible(self, slot: str, occasion: Occasion, there: Collection[str], *, widen: bool) -> Sequence[Phrase]:
        choices = self.library.phrases(self.language).choices[slot]
        return choices.eligible(occasion.situation, occasion.values, there, widen=widen)

    def _spoken(self, phrase: Phrase, context: Mapping[str, Any], walk: Walk) -> Spoken:
        """Return a phrase; what it asks about values is a question to every message of the shape."""
        if not phrase.prints:
            return spoken(phrase, (phrase.file.text,))
        own = Walk(walk.values, _no_phrase)
        try:
            tree = self.library.phrase_template(self.language, phrase, self.kind).tree
            planned = spoken(phrase, Planner(context, self.inert, own).pieces(tree))
        except (NotPlannedError, TemplateError):
            # Whatever is wrong is said where the phrase is written. With another answer it may be planned.
            planned = taking_jinja(phrase)
        walk.asked += [each for each in own.asked if each not in walk.asked]
        return planned


def _no_phrase(called: Called) -> bool | None:
    """Refuse a phrase inside a phrase."""
    del called
    raise NotPlannedError
