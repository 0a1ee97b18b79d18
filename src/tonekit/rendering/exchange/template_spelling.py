"""Names of inputs as contracts allow them, and text that is kept from looking like the syntax of a template."""

from __future__ import annotations

import re

ASCII_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "a", "æ": "ae", "ø": "o", "é": "e"})
"""How the letters of our five languages are spelled in names."""
_RESERVED = frozenset({"brand", "style", "reply_language", "phrase", "range", "caller", "loop", "examples", "facts"})
"""Names that mean something else in every template."""
_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def input_name(raw: str) -> str:
    """Return a name that a contract allows: one or two parts of lower-case letters, joined by a dot."""
    parts = [_snake_case(part) for part in raw.split(".")]
    parts = [part for part in parts if part][-2:] or ["value"]
    if parts[0] in _RESERVED:
        parts[0] = f"given_{parts[0]}"
    return ".".join(parts)


def _snake_case(part: str) -> str:
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", part)
    # Names of inputs have no digits; dropping them would make question1 and question2 the same input.
    spaced = re.sub(r"[0-9]", lambda digit: f"_{_DIGITS[int(digit[0])]}_", spaced)
    return re.sub(r"[^a-z]+", "_", spaced.lower().translate(ASCII_LETTERS)).strip("_")


def literal_text(text: str) -> str:
    """Return text with every brace sequence escaped that Jinja or Nunjucks would read as template syntax."""
    # What a template writes next may open with a brace, so that the last one of a text is escaped as well.
    return re.sub(r"\{([{%#]|\Z)", r"{{ '{\1' }}", text)
