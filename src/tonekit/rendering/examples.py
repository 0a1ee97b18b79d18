"""Examples for prompts: a team's own good answers from `templates/examples/`, the nearest ones to a situation.

Never taken: an example in another language; with another form of address; cheerful, where the style is not; with
emoji, where the style has none. A model learns a wrong word faster than it obeys a rule.

Of the others the nearest count, none that is farther than an example of which nothing is known (`FARTHEST`). Distance
is the sum over the request and the fields of the style, each difference times its weight (`WEIGHTS`). A difference is 0
where the values are the same, 1 where they are not; of fields whose values have an order (`ORDERED`), the share of the
way between them. What an example does not say counts half. At the same distance the order of ids decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import Field

from ..analysis import LABELS
from ..errors import Problems
from ..files.datafile import DataFile, read_data_file
from ..models.frozen_model import FrozenModel
from ..profile import Style, StyleProfile
from ..settings import LanguageCode
from .folders.sources import TemplateFolders

WEIGHTS: Mapping[str, float] = {
    "request": 4,
    "tone": 3,
    "empathy": 3,
    "detail": 2,
    "jargon": 2,
    "structure": 2,
    "length": 2,
    "greeting": 1,
    "order": 1,
    "pressure": 1,
    "urgency_first": 1,
}
"""What matters most in an example: the same kind of request, then the tone, then the form. Set by hand."""
ORDERED: Mapping[str, tuple[str, ...]] = {
    field: get_args(Style.model_fields[field].annotation) for field in ("tone", "empathy", "detail", "jargon", "length")
}
_UNSAID = 0.5
FARTHEST = _UNSAID * sum(WEIGHTS.values())
"""Farther examples show more that is wrong here than right."""


class ExampleFile(FrozenModel):
    """One good answer.

    Attributes:
        id: its name; unique over all files.
        language: language of message and answer.
        request: the kind of request that it answers, where it is good for one kind.
        style: the fields of the style that the answer shows.
        message: what the customer wrote, without names and numbers of real people.
        answer: what the team answered.
    """

    id: str = Field(pattern=r"^[a-z0-9_-]+$")
    language: LanguageCode
    request: str | None = None
    style: dict[str, Any] = Field(default={})
    message: str = Field(pattern=r"\S")
    answer: str = Field(pattern=r"\S")


class ExamplesFile(FrozenModel):
    """A file of `examples/`.

    Attributes:
        examples: good answers; a prompt shows the nearest ones.
    """

    examples: tuple[ExampleFile, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Example:
    """A checked example; `shows` are the fields of the style that it names, typed."""

    file: ExampleFile
    shows: Mapping[str, Any]

    def fits(self, profile: StyleProfile) -> bool:
        """Return whether it can be shown at all for an answer in this style."""
        return (
            self.file.language == profile.language
            and self.shows.get("address", profile.address) == profile.address
            and not (self.shows.get("cheer", False) and not profile.cheer)
            and not (self.shows.get("emoji", "none") != "none" and profile.emoji == "none")
        )

    def distance(self, profile: StyleProfile, request: str | None) -> float:
        """Return how far it is from a style and a request; 0 is the same in everything."""
        shown = {"request": self.file.request, **self.shows}
        wanted = {"request": request, **{field: getattr(profile, field) for field in WEIGHTS if field != "request"}}
        return sum(weight * _difference(field, shown.get(field), wanted[field]) for field, weight in WEIGHTS.items())


class ExampleBook:
    """All examples, the nearest of which a prompt shows.

    Args:
        examples: in any order.
    """

    def __init__(self, examples: Iterable[Example] = ()) -> None:
        self.examples: Sequence[Example] = tuple(sorted(examples, key=lambda each: each.file.id))

    def nearest(self, profile: StyleProfile, request: str | None) -> list[Example]:
        """Return the examples that fit, the nearest first.

        Args:
            profile: style and language of the answer.
            request: the kind of request, where it is known.
        """
        fitting = [(each.distance(profile, request), each) for each in self.examples if each.fits(profile)]
        near = [(distance, each) for distance, each in fitting if distance <= FARTHEST]
        return [each for _, each in sorted(near, key=lambda pair: pair[0])]


def load_examples(folders: TemplateFolders) -> ExampleBook:
    """Return the checked examples of template folders.

    Raises:
        DataFileError: the first file that is no YAML, or as for `read_examples`; it carries the others.
    """
    problems = Problems()
    files = []
    for name in folders.names("examples"):
        if name.endswith(".yaml"):
            with problems.collecting():
                files.append(read_data_file(folders.path(f"examples/{name}")))
    book = ExampleBook()
    with problems.collecting():
        book = read_examples(files)
    problems.raise_first()
    return book


def read_examples(files: Iterable[DataFile]) -> ExampleBook:
    """Return the checked examples of the files.

    Raises:
        DataFileError: the first wrong key or value, or id that stands twice; it carries the others.
    """
    problems = Problems()
    found: dict[str, Example] = {}
    for file in files:
        with problems.collecting():
            for index, each in enumerate(file.into(ExamplesFile).examples):
                with problems.collecting():
                    if each.id in found:
                        problem = f"two examples are called '{each.id}'; give one of them another id"
                        raise file.error(problem, ("examples", index, "id"))
                    found[each.id] = _checked(each, file, index)
    problems.raise_first()
    return ExampleBook(found.values())


def _checked(each: ExampleFile, file: DataFile, index: int) -> Example:
    place = ("examples", index, "style")
    if each.request not in (None, *LABELS["request"]):
        known = ", ".join(LABELS["request"])
        problem = f"'{each.request}' is not a kind of request; it is one of {known}"
        raise file.error(problem, ("examples", index, "request"))
    for field in each.style:
        if field not in Style.model_fields or field == "focus":
            known = ", ".join(name for name in Style.model_fields if name != "focus")
            raise file.error(f"'{field}' is not a style field that examples show; those are {known}", (*place, field))
    style = file.part_into(Style, each.style, place)
    return Example(each, {field: getattr(style, field) for field in each.style})


def _difference(field: str, shown: Any, wanted: Any) -> float:
    if shown is None or wanted is None:
        return _UNSAID
    if shown == wanted or field not in ORDERED:
        return float(shown != wanted)
    values = ORDERED[field]
    return abs(values.index(shown) - values.index(wanted)) / (len(values) - 1)
