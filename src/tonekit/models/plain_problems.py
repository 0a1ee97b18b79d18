"""What a model refuses in a data file, and where, in plain words for people who do not program."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from ..language_names import code_named, is_language
from .meant_values import how_to_write

_LONGEST_SHOWN = 60
_PLAIN = {
    **dict.fromkeys(("dict_type", "model_type", "model_attributes_type"), "needs entries, such as {name: value}"),
    **dict.fromkeys(("tuple_type", "list_type"), "needs a list, such as [one, two]"),
    "string_type": "needs a text",
    "too_short": "needs at least one entry",
    **dict.fromkeys(("bool_parsing", "bool_type"), "needs true or false"),
    **dict.fromkeys(("int_parsing", "int_type", "int_from_float"), "needs a whole number"),
    **dict.fromkeys(("float_parsing", "float_type", "finite_number"), "needs a number, such as 200 or 0.5"),
}
_PATTERNS = {
    r"\S": "needs a text that is not empty",
    "^[a-z]{2,3}$": "needs the code of a language, such as de",
    "^(default|[a-z]{2,3})$": "needs the code of a language, such as de, or default",
    "^(default|[A-Z]{3})$": "needs the code of a currency, such as EUR, or default",
    r"^[a-z_]+(\.[a-z_]+)?$": "needs a name of one or two parts in small letters from a to z, such as order.number",
    r"^[\w-]+(\.[\w-]+)+$": "needs the name of a host alone, such as www.example.com",
    r"^[a-z0-9_-]+$": "needs a name in small letters without spaces, such as angry_expert",
    r"^[a-z][a-z_]*[a-z]$": "needs a name in small letters, such as customer_number",
}
"""What pydantic says in terms of Python."""
_BOUNDS = {
    "greater_than_equal": ("ge", "needs a number of at least {}"),
    "greater_than": ("gt", "needs a number above {}"),
    "less_than_equal": ("le", "needs a number of at most {}"),
    "less_than": ("lt", "needs a number below {}"),
}
_NAMES = ("id", "topic", "template", "name", "use")
"""Keys under which an entry of a list says what it is called."""
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_CURRENCIES = {"€": "EUR", "euro": "EUR", "$": "USD", "£": "GBP"}
_YES = frozenset({"ja", "oui", "sí", "wahr", "sant", "sand"})
_OFF = frozenset({"no", "false", "none", "never", "disabled", "disable"})
"""What people write to switch something off."""
_NO = frozenset({"nein", "nej", "nei", "non", "falsch", "falskt", "falsk"})


def plain_problem(problem: Any, *, keys: Collection[str] = (), in_file: bool = False) -> str:
    """Return what a model refuses, as pydantic describes it.

    Args:
        problem: an entry of `ValidationError.errors()`.
        keys: what can stand where it found an unknown key.
        in_file: whether it stands in a file of YAML, so that it can be said how to write it there.
    """
    if problem["type"] == "extra_forbidden":
        if problem["loc"] == ("use",):
            return "is an entry of a list, such as safeguards; leave it out here: what you do not change holds anyway"
        return f"is not a known key here; {_meant(str(problem['loc'][-1]), keys)}"
    if problem["type"] == "missing":
        return "is needed and missing"
    context = problem.get("ctx", {})
    message = (
        _PLAIN.get(problem["type"])
        or _choice_or_bound(problem["type"], context)
        or _PATTERNS.get(context.get("pattern"))
        or str(problem["msg"]).removeprefix("Value error, ")
    )
    kind, value = problem["type"], problem["input"]
    typing = how_to_write(kind, problem["loc"], value) if in_file else ""
    hint = typing or _hint(kind, context, value)
    return f"{message} ({_shown(value)}){hint}"


def is_misspelt(missing: tuple[str | int, ...], unknown: Collection[tuple[str | int, ...]]) -> bool:
    """Return whether a key that is missing stands there misspelt.

    Args:
        missing: the place of the key.
        unknown: the places of the keys that are not known.
    """
    there = [str(place[-1]) for place in unknown if place[:-1] == missing[:-1]]
    return any(meant_among(key, [str(missing[-1])]) for key in there)


def place_in_words(place: tuple[str | int, ...], data: Any) -> str:
    """Return a place in a file: `limits.amounts.DKK`, `safeguards, entry 'vip', action`, `topics, 2nd entry`.

    Args:
        place: keys, and numbers of entries from 0 on.
        data: the content of the file.
    """
    parts: list[str] = []
    for part in place:
        data = _inside(data, part)
        if isinstance(part, int):
            name = next((data[key] for key in _NAMES if isinstance(data, dict) and isinstance(data.get(key), str)), "")
            parts.append(f", entry '{name}', " if name else f", {ordinal(part + 1)} entry, ")
        else:
            parts.append(part if not parts or parts[-1].endswith(", ") else f".{part}")
    return "".join(parts).strip(", ") or "the file"


def ordinal(number: int) -> str:
    """Return a number as 1st, 2nd, 3rd, 4th."""
    teen = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teen else _ENDINGS.get(number % 10, 'th')}"


def keys_at(root: Any, place: tuple[str | int, ...]) -> tuple[str, ...]:
    """Return the keys that a type allows at a place, none where the place has no fixed keys."""
    kinds = [root]
    for part in place:
        kinds = [inner for kind in kinds for inner in _below(kind, part)]
    models = [model for kind in kinds for model in _models(kind)]
    return tuple(name for model in models for name in model.model_fields)


def meant_among(word: str, names: Collection[str]) -> str | None:
    """Return the name that somebody meant who wrote this word, whatever its capitals and dashes; None if none is near.

    Args:
        word: what was written.
        names: the names that there are.
    """
    written = _plainly(word)
    plain = {_plainly(name): name for name in names}
    close = get_close_matches(written, plain, n=1)
    return plain[close[0]] if close else None


def _plainly(name: str) -> str:
    return re.sub(r"[\s_-]+", "_", name.strip().casefold())


def _shown(value: Any) -> str:
    if value is None:
        return "nothing is given"
    if isinstance(value, (list, dict)):
        return f"found {'a list' if isinstance(value, list) else 'entries'}"
    shown = repr(value)
    return f"found {shown if len(shown) <= _LONGEST_SHOWN else shown[:_LONGEST_SHOWN] + '…'}"


def _hint(kind: str, context: Any, value: Any) -> str:
    """Return what was probably meant, behind a semicolon; empty where that cannot be told."""
    if kind == "string_type" and isinstance(value, dict) and len(value) == 1:
        return "; put the whole text in quotes, since it contains a colon"
    if not isinstance(value, str):
        return ""
    meant: str | None = None
    if kind == "literal_error":
        names = re.findall("'([^']*)'", str(context["expected"]))
        meant = "off" if "off" in names and value in _OFF else meant_among(value, names)
    elif kind.startswith("bool"):
        word = value.strip().casefold()
        meant = "true" if word in _YES else "false" if word in _NO else None
    elif "[a-z]{2,3}" in (pattern := str(context.get("pattern", ""))):
        meant = language_meant(value)
    elif "[A-Z]{3}" in pattern:
        meant = _CURRENCIES.get(value.casefold()) or (value.upper() if re.fullmatch("[A-Za-z]{3}", value) else None)
    return f"; did you mean '{meant}'?" if meant else ""


def language_meant(word: str) -> str | None:
    """Return the code of the language that somebody meant by a name or a locale, such as `German` or `de-AT`."""
    first = re.split("[-_]", word.strip().casefold(), maxsplit=1)[0]
    code = code_named(word.strip()) or first
    return "nb" if code in ("no", "norwegian") else code if is_language(code) else None


def _meant(key: str, keys: Collection[str]) -> str:
    if (bare := key.strip()) != key and bare:
        return f"there is another kind of space around '{bare}', as web pages use it: delete it, type ordinary spaces"
    if close := meant_among(key, keys):
        return f"did you mean '{close}'?"
    return f"known are {', '.join(keys)}" if keys else "check the spelling"


def _choice_or_bound(kind: str, context: Any) -> str:
    if kind == "literal_error":
        return f"needs one of {context['expected']}"
    if kind in _BOUNDS:
        key, words = _BOUNDS[kind]
        return words.format(f"{context[key]:g}" if isinstance(context[key], (int, float)) else context[key])
    return ""


def _inside(data: Any, part: str | int) -> Any:
    if isinstance(part, int):
        return data[part] if isinstance(data, (list, tuple)) and part < len(data) else None
    return data.get(part) if isinstance(data, dict) else None


def _below(kind: Any, part: str | int) -> Iterator[Any]:
    """Yield the types that stand under a key or number of a type."""
    for model in _models(kind):
        if part in model.model_fields:
            yield model.model_fields[str(part)].annotation
    origin, inner = get_origin(kind), get_args(kind)
    if origin is dict:
        yield inner[1]
    elif origin in (list, tuple):
        yield inner[0]
    elif inner:
        # Annotated, or a union of types.
        yield from (
            deeper for each in inner if isinstance(each, type) or get_args(each) for deeper in _below(each, part)
        )


def _models(kind: Any) -> Iterator[type[BaseModel]]:
    if isinstance(kind, type) and get_origin(kind) is None:
        if issubclass(kind, BaseModel):
            yield kind
    elif get_origin(kind) not in (dict, list, tuple):
        for each in get_args(kind):
            yield from _models(each)
