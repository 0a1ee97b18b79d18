"""The options of a toolkit, checked when it is built, so that a mistake does not surface only with a later message."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from os import PathLike
from typing import TYPE_CHECKING, Any, TypedDict

from .argument_errors import ArgumentTypeError, ArgumentValueError
from .languages.loading import available_languages
from .options import check_given, check_several, texts

if TYPE_CHECKING:
    from .guard.identifiers.page import Recogniser


class ToolkitOptions(TypedDict):
    """The options of `ToneKit`; its worker processes get the same ones."""

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
    """Return the options of a toolkit, checked as far as possible without reading files.

    Raises:
        ArgumentTypeError, ArgumentValueError: an option has the wrong type or value.
    """
    check_given(templates=templates, weights=weights)
    for name, path, wanted in (("templates", templates, "folder"), ("weights", weights, "file")):
        if path == "":
            # Probably a variable that was never set; pathlib would take it for the current folder.
            raise ArgumentValueError(
                name, f"is empty; give the {wanted} of your {name}, or leave it out to use what ships"
            )
    if not isinstance(reload, bool):
        raise ArgumentTypeError("reload", "True or False", reload)
    _check_callable("clock", clock)
    if count_tokens is not None:
        _check_callable("count_tokens", count_tokens)
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
    # NaN is rejected too, because it compares as false.
    if not seconds >= 0:
        raise ArgumentValueError("reload_seconds", f"is a number of seconds, 0 or more, not {seconds}")
    return float(seconds)


def _check_callable(name: str, function: object) -> None:
    if not callable(function):
        raise ArgumentTypeError(name, "a function", function)
