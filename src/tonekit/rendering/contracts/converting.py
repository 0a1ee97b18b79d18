"""Convert what the caller gives into the declared type of an input, cleaned and cut to its longest."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, NoReturn
from urllib.parse import urlsplit

from ...foreign_text.fencing import one_line, visible
from ..markup.inert import SAFE_SCHEMES, is_blank
from .given_figures import WrongFigureError, as_date, as_moment, as_money, as_number, as_time, check_least
from .ready_texts import ready_line, ready_text
from .values import Code, InputType, Section, Text, Trust

MOST_RAW = 1_000_000
"""Characters that are read of an input without `max`; no rendered text comes near it."""
_CLEANED_OF = 100
"""Of an input with `max` so many times as many characters are read, as some of them may be blank or invisible."""

_SIGNS = "<>()\"' \\`"
"""Signs at which an address ends where it stands in a text."""
_ORDINARY_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+[A-Za-z0-9/.,:;?#=&%_~+@-]*")
"""Most addresses; others are taken apart."""


class WrongTypeError(ValueError):
    """A value does not fit the declared type; the message says what is needed."""


def converter(
    kind: InputType, trust: Trust, *, longest: int | None, least: float | None = None
) -> Callable[[Any], Any]:
    """Return what converts values of one input as `converted` does, which the arguments are described at."""

    def convert(value: Any) -> Any:
        return converted(value, kind, trust, longest=longest, least=least)

    def convert_line(value: Any) -> Any:
        return ready_line(value, trust, most) or convert(value)

    def convert_text(value: Any) -> Any:
        return ready_text(value, trust, most) or convert(value)

    most = MOST_RAW if longest is None else longest
    if least is not None:
        return convert
    return convert_line if kind == "line" else convert_text if kind == "text" else convert


def converted(value: Any, kind: InputType, trust: Trust, *, longest: int | None, least: float | None = None) -> Any:
    """Return `value` as plain data of the declared type, or None if it is missing or blank.

    Args:
        value: what was given.
        kind: the declared type.
        trust: who wrote it.
        longest: most characters of a text.
        least: the least that a number or an amount of money may be.

    Raises:
        WrongTypeError: it is of another type, or less than `least`.
    """
    if value is None or (isinstance(value, str) and is_blank(value)):
        return None
    try:
        made = _FIGURES[kind](value) if kind in _FIGURES else _CONVERTERS[kind](value, trust, longest)
        if least is not None:
            check_least(made, least)
    except WrongFigureError as error:
        raise WrongTypeError(str(error)) from error
    return made if made or made is False or made == 0 else None


def _line(value: Any, trust: Trust, longest: int | None) -> str:
    if (ready := ready_line(value, trust, MOST_RAW if longest is None else longest)) is not None:
        return ready
    if not isinstance(value, (str, int, float)) or isinstance(value, bool):
        raise WrongTypeError(f"needs a text, not {type(value).__name__}")
    text = one_line(_cut(str(value), longest))[:longest].rstrip()
    return "" if is_blank(text) else Text.of(text, trust)


def _text(value: Any, trust: Trust, longest: int | None) -> str:
    if (ready := ready_text(value, trust, MOST_RAW if longest is None else longest)) is not None:
        return ready
    if not isinstance(value, str):
        raise WrongTypeError(f"needs a text, not {type(value).__name__}")
    text = visible(_cut(value, longest)).strip()[:longest].rstrip()
    return "" if is_blank(text) else Text.of(text, trust, lines=True)


def _cut(text: str, longest: int | None) -> str:
    """Return as much of a text as may be needed: what is cleaned costs time, and messages may have megabytes."""
    return text[: MOST_RAW if longest is None else min(MOST_RAW, longest * _CLEANED_OF + _CLEANED_OF)]


def _list(value: Any, trust: Trust, longest: int | None) -> list[str]:
    if isinstance(value, str):
        return [line for part in value.splitlines() if (line := _line(part, trust, longest))]
    if not isinstance(value, (list, tuple)):
        raise WrongTypeError(f"needs a list of texts, not {type(value).__name__}")
    most = MOST_RAW if longest is None else longest
    return [line for item in value if (line := ready_line(item, trust, most) or _line(item, trust, longest))]


def _flag(value: Any, _: Trust, __: int | None) -> bool:
    # The truth values of NumPy, which stand in rows of data frames, are called bool and are none.
    plain = value.item() if type(value).__module__ == "numpy" and hasattr(value, "item") else value
    if not isinstance(plain, bool):
        raise WrongTypeError(f"needs true or false, not {type(value).__name__}")
    return plain


def _links(value: Any, trust: Trust, longest: int | None) -> list[Section]:
    if not isinstance(value, (list, tuple, str, Mapping)):
        raise WrongTypeError(f"needs a list of links, such as {{url: …, text: …}}, not {type(value).__name__}")
    return [_link(each, trust, longest) for each in (value if isinstance(value, (list, tuple)) else [value])]


def _link(item: Any, trust: Trust, longest: int | None) -> Section:
    link = item if isinstance(item, (dict, Mapping)) else {"url": item}
    url = link.get("url", "")
    ordinary = url.__class__ is str and _ORDINARY_ADDRESS.fullmatch(url)
    address = (ready_line(url, "system", MOST_RAW) if ordinary else None) or _address(str(url))
    label = _line(link.get("text") or address, trust, longest) or address
    return Section("link", {"url": address, "text": label})


def _address(raw: str) -> Text:
    """Return an address that is not an ordinary one, on one line.

    Raises:
        WrongTypeError: it is none.
    """
    url = one_line(raw)
    if not _ORDINARY_ADDRESS.fullmatch(url) and not _is_address(url):
        raise WrongTypeError(f"'{url[:60]}' {_what_is_wrong(url)}")
    return Text.of(url, "system")


def _is_address(url: str) -> bool:
    return _scheme(url) in SAFE_SCHEMES and not any(sign in url for sign in _SIGNS)


def _scheme(url: str) -> str:
    try:
        return urlsplit(url).scheme
    except ValueError:
        return ""


def _what_is_wrong(url: str) -> str:
    if _scheme(url) not in SAFE_SCHEMES:
        return "is not an address that begins with https:, http: or mailto:"
    return "has signs that end an address; write brackets, quotes and blanks in it as %28"


def _turns(value: Any, trust: Trust, longest: int | None) -> list[Section]:
    turns = list(value) if isinstance(value, (list, tuple)) else [value]
    if not all(isinstance(turn, (dict, Mapping)) and {"author", "text"} <= turn.keys() for turn in turns):
        raise WrongTypeError("needs a list of turns, each with author and text")
    written = [_turn(turn["author"], turn["text"], trust, longest) for turn in turns]
    return [Section("turn", turn) for turn in written if turn["text"]]


def _turn(author: Any, text: Any, trust: Trust, longest: int | None) -> dict[str, str]:
    """Return a turn; what others than the customer wrote is quoted as theirs, and no less foreign."""
    by: Trust = trust if author == "customer" else "model"
    return {"author": _line(author, "system", longest), "text": _text(text, by, longest)}


def _examples(_: Any, __: Trust, ___: int | None) -> NoReturn:
    raise WrongTypeError("is filled from templates/examples/; it cannot be given as a fact")


def _facts(_: Any, __: Trust, ___: int | None) -> NoReturn:
    raise WrongTypeError("is filled from the facts that replies declare; it cannot be given as one")


def _code(value: Any, trust: Trust, longest: int | None) -> str:
    if not isinstance(value, str):
        raise WrongTypeError(f"needs the lines of code as one text, not {type(value).__name__}")
    return Code.of(visible(value).strip("\n")[:longest].rstrip(), trust, lines=True)


def _moments(value: Any, _: Trust, __: int | None) -> list[datetime]:
    return [as_moment(each) for each in (value if isinstance(value, (list, tuple)) else [value])]


def _prices(value: Any, trust: Trust, longest: int | None) -> list[Section]:
    items = value if isinstance(value, (list, tuple)) else [value]
    return [Section("item", _priced(item, trust, longest)) for item in items]


def _priced(item: Any, trust: Trust, longest: int | None) -> dict[str, Any]:
    if not isinstance(item, Mapping) or not item.keys() <= {"text", "quantity", "price", "each"}:
        raise WrongTypeError("needs a list of items, such as {text: …, quantity: 2, price: {amount: …, currency: …}}")
    read = {
        "text": converted(item.get("text"), "line", trust, longest=longest),
        "quantity": converted(item.get("quantity"), "number", trust, longest=None),
        "price": converted(item.get("price"), "money", trust, longest=None),
        "each": converted(item.get("each"), "money", trust, longest=None),
    }
    if read["text"] is None or (read["price"] is None and read["each"] is None):
        raise WrongTypeError("needs a text and a price for each item: 'price' of the line, or 'each' of one piece")
    return {name: each for name, each in read.items() if each is not None}


_FIGURES: Mapping[str, Any] = {
    "number": as_number,
    "date": as_date,
    "time": as_time,
    "datetime": as_moment,
    "money": as_money,
}
_CONVERTERS: Mapping[str, Any] = {
    "line": _line,
    "text": _text,
    "list": _list,
    "flag": _flag,
    "links": _links,
    "turns": _turns,
    "examples": _examples,
    "facts": _facts,
    "code": _code,
    "datetimes": _moments,
    "prices": _prices,
}
