"""A model whose fields may come late is a model like any other."""

from __future__ import annotations

import copy
import pickle
from functools import partial
from threading import Lock
from typing import ClassVar

import pytest
from pydantic import BaseModel, ValidationError

from tonekit.models.deferred import Deferred


class Page(Deferred):
    """A page whose body comes late."""

    late: ClassVar = ("body",)

    title: str
    body: str
    length: int = 0


class Book(BaseModel):
    """Holds a page."""

    page: Page


def late(body: str = "words") -> tuple[Page, list[str]]:
    """Make a page, and a list of how often its body was made."""
    calls: list[str] = []
    return Page.made({"body": partial(made, body, calls, Lock())}, {"title": "t", "length": 1}), calls


def made(body: str, calls: list[str], lock: Lock) -> str:
    """Return a body; as with compiled templates, what it is made with can be neither copied nor pickled."""
    with lock:
        calls.append(body)
    return body


PLAIN = Page(title="t", body="words", length=1)


def test_made_once_and_late() -> None:
    """The value is made at the first reading and kept."""
    page, calls = late()
    assert calls == []

    assert (page.body, page.body, calls) == ("words", "words", ["words"])


def test_like_a_plain_one() -> None:
    """Equal, of the same hash, of the same JSON and the same repr as a page that was given its body."""
    assert late()[0] == PLAIN
    assert late()[0] == PLAIN
    assert late()[0] != late("other")[0]
    assert PLAIN != "t"
    assert hash(late()[0]) == hash(PLAIN)
    assert repr(late()[0]) == repr(PLAIN)
    assert dict(late()[0]) == dict(PLAIN)
    assert late()[0].model_dump() == PLAIN.model_dump() == {"title": "t", "body": "words", "length": 1}
    assert list(late()[0].model_dump()) == ["title", "body", "length"]
    assert Book(page=late()[0]).model_dump_json() == Book(page=PLAIN).model_dump_json()
    assert Page.model_validate_json(late()[0].model_dump_json()) == PLAIN


def test_copies() -> None:
    """Pickled and copied it is the same; a copy with a change keeps the late value."""
    assert pickle.loads(pickle.dumps(late()[0])) == PLAIN
    assert copy.copy(late()[0]) == copy.deepcopy(late()[0]) == late()[0].model_copy(deep=True) == PLAIN
    assert copy.deepcopy(Book(page=late()[0])) == Book(page=PLAIN)
    assert late()[0].model_copy(update={"title": "u"}).body == "words"


def test_schema() -> None:
    """What a web service says of its answers names every field, as for what it takes."""
    assert Book.model_json_schema(mode="serialization") == Book.model_json_schema(mode="validation")
    assert list(Page.model_json_schema(mode="serialization")["properties"]) == ["title", "body", "length"]


def test_frozen() -> None:
    """It cannot be changed, and has no other attributes."""
    page, _ = late()

    with pytest.raises(ValidationError):
        page.body = "x"
    with pytest.raises(AttributeError):
        page.nothing  # noqa: B018 - reading it is what raises
