"""Errors: what one carries, and how many are collected into one."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from tonekit.argument_errors import ArgumentTypeError, WrongInputError
from tonekit.errors import DataFileError, MessageSourceError, Problems, TemplateError, ToneKitError, UnknownNameError


def test_what_is_found_twice_is_told_once() -> None:
    """Bodies that share a part each find what is wrong in it; the error that is raised names it once, in order."""
    problems = Problems()
    for line in (3, 1, 3, 1, 2):
        with problems.collecting():
            raise DataFileError("is wrong", path=Path("x.yaml"), line=line)

    with pytest.raises(ToneKitError) as caught:
        problems.raise_first()

    assert [str(each) for each in (caught.value, *caught.value.more)] == [f"x.yaml:{n}: is wrong" for n in (3, 1, 2)]


def test_a_source_error_tells_its_parts() -> None:
    """Source and problem can be had by themselves, as of every error about a file, also out of another process."""
    error = pickle.loads(pickle.dumps(MessageSourceError("is empty", source="mail.eml")))

    assert (error.source, error.problem, str(error)) == ("mail.eml", "is empty", "mail.eml: is empty")


@pytest.mark.parametrize(
    ("error", "shown"),
    [
        (DataFileError("is wrong", path=Path("x.yaml"), line=3), "DataFileError('x.yaml:3: is wrong')"),
        (TemplateError("is wrong", template="en.md.j2", line=2), "TemplateError('en.md.j2:2: is wrong')"),
        (
            WrongInputError("a.b", "needs a date", template="replies/a/template.yaml"),
            "WrongInputError(\"replies/a/template.yaml: input 'a.b' needs a date\")",
        ),
        (ArgumentTypeError("facts", "a Mapping", []), "ArgumentTypeError('facts is a Mapping, not list')"),
    ],
)
def test_repr_says_what_the_text_says(error: ToneKitError, shown: str) -> None:
    """A log line, a list of outcomes and a debugger show class, place and problem, also out of another process."""
    assert repr(error) == repr(pickle.loads(pickle.dumps(error))) == shown


@pytest.mark.parametrize(
    ("name", "count", "told"),
    [
        ("fact 1", 12, "there is no fact 'fact 1'. Did you mean 'fact_1'? Available: fact_0, fact_1, "),
        ("fact 1", 13, "there is no fact 'fact 1'. Did you mean 'fact_1'? There are 13; `available` lists them"),
        ("zzz", 13, "there is no fact 'zzz'. Available: fact_0, fact_1, "),
    ],
)
def test_where_one_is_meant_the_others_are_no_wall(name: str, count: int, told: str) -> None:
    """Behind the name that was probably meant sixty others are counted; where none is near, all are named."""
    error = UnknownNameError("fact", name, available=[f"fact_{number}" for number in range(count)])

    assert str(error).startswith(told)
    assert len(error.available) == count
