"""The options that a toolkit is built from, checked at once: a mistake in them would show with some customer later."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from os import PathLike
from pathlib import Path
from typing import Any, TypedDict

from .argument_errors import ArgumentTypeError, ArgumentValueError
from .errors import DataFileError
from .guard.identifiers.page import Recogniser
from .languages.loading import available_languages
from .options import check_given, check_several, texts


class ToolkitOptions(TypedDict):
    """The options of `ToneKit`, as its worker processes get them too."""

    templates: str | PathLike[str] | None
    languages: tuple[str, ...]
    weights: str | PathLike[str] | None
    count_tokens: Callable[[str], int] | None
    recognisers: tuple[Recogniser, ...]
    reload: bool
    reload_seconds: float
    clock: Callable[[], float]


def checked_toolkit(
    *,
    templates: str | PathLike[str] | None,
    languages: Iterable[str] | None,
    weights: str | PathLike[str] | None,
    count_tokens: Callable[[str], int] | None,
    recognisers: Sequence[Recogniser],
    reload: bool,
    reload_seconds: float,
    clock: Callable[[], float],
) -> ToolkitOptions:
    """Return the options of a toolkit, as far as no file has to be read.

    Raises:
        ArgumentTypeError, ArgumentValueError: an option is not what it has to be.
        DataFileError: `templates` or `weights` is empty.
    """
    check_given(templates=templates, weights=weights)
    for path, wanted in ((templates, "the folder of your templates"), (weights, "the file of your weights")):
        if path == "":
            # A variable that was never set; pathlib takes it for the current folder, and whatever lies there.
            raise DataFileError(f"is not what an empty name means; give {wanted}", path=Path())
    if not isinstance(reload, bool):
        raise ArgumentTypeError("reload", "True or False", reload)
    _check_called("clock", clock)
    if count_tokens is not None:
        _check_called("count_tokens", count_tokens)
    return ToolkitOptions(
        templates=templates,
        languages=_languages(languages),
        weights=weights,
        count_tokens=count_tokens,
        recognisers=_recognisers(recognisers),
        reload=reload,
        reload_seconds=_seconds(reload_seconds),
        clock=clock,
    )


def _languages(languages: Iterable[str] | None) -> tuple[str, ...]:
    if languages is None:
        return available_languages()
    if not (chosen := texts("languages", languages)):
        raise ArgumentValueError("languages", "is empty; name at least one language pack, or leave it out for all")
    return chosen


def _recognisers(recognisers: Iterable[Recogniser]) -> tuple[Recogniser, ...]:
    check_several("recognisers", recognisers)
    taken = tuple(recognisers)
    for place, each in enumerate(taken):
        if not callable(getattr(each, "find", None)):
            raise ArgumentTypeError(f"recognisers[{place}]", "an object with a method `find`", each)
    return taken


def _seconds(seconds: Any) -> float:
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        raise ArgumentTypeError("reload_seconds", "a number of seconds", seconds)
    # Not a number is not 0 or more either.
    if not seconds >= 0:
        raise ArgumentValueError("reload_seconds", f"is a number of seconds, 0 or more, not {seconds}")
    return float(seconds)


def _check_called(name: str, function: object) -> None:
    if not callable(function):
        raise ArgumentTypeError(name, "a function", function)
