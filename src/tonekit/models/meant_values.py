"""How to write in YAML what somebody meant who wrote something of another kind."""

from __future__ import annotations

import re
from typing import Any

_LONGEST_SHOWN = 60
_LISTS = ("tuple_type", "list_type")
_MAPPINGS = ("dict_type", "model_type", "model_attributes_type")
_BY_LANGUAGE = frozenset({"subject", "words", "unless", "only_upset", "signature"})
"""Keys under which texts stand by language, wherever entries are wanted there."""
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
"""What web pages bring along and no editor shows."""
_SIGNS = re.compile(r"[\[\]{}\"'#]")
"""What would make something else of a list that is written in brackets."""
_FIGURE = re.compile(r"(\d+(?:\.\d+)?)\s*[^\W\d_]+$")
"""A number with a unit behind it."""
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,' ]\d{3})+")
_NOT_ID = re.compile("[^a-z0-9]+")
_EQUATION = re.compile(r"([a-z_]+(?:\.[a-z_]+)?)\s*={1,2}\s*([\w.-]+)")
"""A condition as programs and search fields write it."""


def how_to_write(kind: str, place: tuple[str | int, ...], value: Any) -> str:
    """Return how to write in YAML what was meant, behind a semicolon; empty where that cannot be told.

    Args:
        kind: the kind of mistake, as pydantic calls it.
        place: keys, and numbers of entries.
        value: what stands there.
    """
    key = place[-1] if place else ""
    if place[:1] == ("never_say",) and kind in _MAPPINGS and isinstance(key, int) and _is_plain(value):
        return f"; write {{id: {_NOT_ID.sub('_', value.casefold()).strip('_') or 'own'}, words: {{en: [{value}]}}}}"
    return _missing_text(kind, key, value) or _typed(kind, key, value)


def _is_plain(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST_SHOWN and not _SIGNS.search(value)


def _missing_text(kind: str, key: str | int, value: Any) -> str:
    """Return how to write what was meant where a text, or texts by language, are something else."""
    if kind == "string_type" and value is None:
        return f"; write it behind {key}: and put a text with # in quotes, since # begins a note"
    if kind == "string_type" and isinstance(value, list):
        return "; write one text: double quotes around it, and \\n where a line ends"
    if kind in _LISTS and isinstance(value, dict) and any(str(each).startswith("-") for each in value):
        return "; type a space after the - that begins each entry"
    if kind in _MAPPINGS and value is None:
        return f"; write its keys below {key}: two spaces further to the right, or leave {key}: out"
    if kind in _MAPPINGS and key in _BY_LANGUAGE:
        return f"; write a line for each language below {key}: such as en: …"
    return ""


def _typed(kind: str, key: str | int, value: Any) -> str:
    """Return how to write what was meant where a text stands in the place of something else, or of a plain name."""
    if not isinstance(value, str):
        return ""
    if kind in _LISTS and _is_plain(value):
        return f"; write [{value}]"
    if kind in _MAPPINGS and (found := _EQUATION.fullmatch(value.strip())):
        return f"; write {{{found[1]}: {found[2]}}}"
    if kind in _MAPPINGS and key == "brand":
        return f"; write brand: {{name: {value}}}"
    if found := _UNSEEN.search(value):
        return f"; it holds an invisible character (U+{ord(found[0]):04X}): delete it, and type the word again"
    return _figures(kind, value.strip())


def _figures(kind: str, text: str) -> str:
    if kind == "value_error" and _THOUSANDS.fullmatch(text):
        return "; write " + re.sub("[^0-9]", "", text)
    if not kind.startswith(("float", "int")):
        return ""
    if figure := _FIGURE.match(text):
        return f"; write the number alone: {figure[1]}"
    return "; write it in figures, such as 2" if text.isalpha() else ""
