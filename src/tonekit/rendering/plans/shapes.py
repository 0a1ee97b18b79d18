"""What tells messages of one shape: the same style, the same inputs, lists as long, the same situation for phrases."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from jinja2 import nodes

from ..contracts.contract import Contract
from ..contracts.contract_file import InputFile
from ..contracts.values import InputType
from ..occasion import Occasion
from ..phrases.alternatives import Looks
from ..phrases.phrase_book import PhraseBook
from .holes import NotPlannedError
from .planned_values import phrase_call


def _sizes(items: Iterable[Any]) -> tuple[int, ...]:
    return tuple(map(len, items))


_MEASURES: Mapping[InputType, Callable[[Any], object]] = {
    **dict.fromkeys(("list", "links", "turns", "examples", "facts", "datetimes"), len),
    "prices": _sizes,
    "number": bool,
    "flag": bool,
}
"""What decides about a template of a value that is there; texts and dates are never empty."""


class Shape:
    """Tells the shapes of the messages that one body is filled with, in one language.

    Args:
        contract: of the template.
        trees: body and subject.
        book: the phrases of the language.

    Raises:
        NotPlannedError: it cannot be told before which phrases are called, or which of them fit.
    """

    def __init__(self, contract: Contract, trees: Iterable[nodes.Template], book: PhraseBook) -> None:
        inputs: Mapping[str, InputFile] = contract.file.inputs
        measured = ((path, _MEASURES.get(each.type)) for path, each in inputs.items())
        self._measured = tuple([(path, measure) for path, measure in measured if measure is not None])
        slots = [slot for tree in trees for slot in _slots(tree)]
        looks = []
        for slot in slots:
            if slot not in book.slots or not book.choices[slot].by_values:
                raise NotPlannedError
            looks.append(book.choices[slot].looks_at)
        names = frozenset().union(*(each.values for each in looks))
        self._looks = Looks(names, frozenset().union(*(each.presence for each in looks)) - names)

    def of(self, values: Mapping[str, Any], occasion: Occasion) -> tuple[object, ...]:
        """Return the shape of a message, as a key.

        Args:
            values: its converted inputs.
            occasion: its style and situation.
        """
        sizes = [measure(values[path]) for path, measure in self._measured if path in values]
        return (occasion.style, self._looks.seen(occasion.values), tuple(values), *sizes)


def _slots(tree: nodes.Template) -> Iterable[str]:
    """Yield the slot of every phrase that a template calls.

    Raises:
        NotPlannedError: one is not written out.
    """
    for node in tree.find_all(nodes.Call):
        call = phrase_call(node)
        if call is None:
            raise NotPlannedError
        yield call[0]
