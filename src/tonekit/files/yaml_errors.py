"""What is wrong with a text that is not YAML, and where, in plain words for people who do not program."""

from __future__ import annotations

import re

import yaml

from .curly_quotes import REMEDY, curly_value

_OPENED = ("while parsing a flow", "while scanning a quoted scalar")
"""What the parser was at when something that was opened does not end: it notices that lines later."""
_PLAIN = {
    "cannot start any token": "there is a special character here; put a text with special characters in quotes",
    "mapping values are not allowed": "there is a colon inside a text, or the indentation is wrong; put a text with a "
    "colon in quotes, and begin a line exactly below the one that it belongs with",
    "found a tab character": "there is a tab here; indent with spaces",
    "could not find expected ':'": "a colon is missing after a key, here or in the line before; write key: value",
    "did not find expected '-' indicator": "this line does not belong to the list above it; put it as far to the "
    "right as the other entries, each with - and a space before it",
    "did not find expected key": "this line does not belong to what is above it; put it exactly as far to the "
    "right as the keys beside it",
    "unknown escape character": "in double quotes a backslash is a sign of YAML; put the text in single quotes",
    "another document": "a line of --- begins a second document; delete it",
}
_GLUED = re.compile(r"^\s*(?:- )?[A-Za-z_]+:(?=[^\s:/])")
"""A key whose colon has no blank behind it, so that YAML takes the line for a text."""
_DASHED = re.compile(r"^\s*-(?=[A-Za-z_]+:)")
_STRANGE_BLANKS = re.compile("[\u00a0\u2000-\u200b\u202f\u2060\u3000\ufeff]")
"""Blanks of web pages and word processors, and what has no width: letters to YAML."""
_FILLED = re.compile(r"(?:: |- )(\{[{%])")
"""A text without quotes that begins with a tag of a template, which YAML takes for a mapping."""
_ENDS_EARLY = {
    **dict.fromkeys(
        "\"'", "the text in quotes ends before this; put the other kind of quotes around a text that holds some"
    ),
    "]": "a text that begins with [ is taken for a list; put it in quotes",
    "}": "a text that begins with { is taken for entries; put it in quotes",
}
"""What has ended in a line in which something else follows, by its last sign."""
_NOT_CLOSED = "what is opened here does not end; close the quote or the bracket, and put a comma between entries"
_QUOTE = "a quote is opened in this line and not closed; close it"


def explained(error: yaml.MarkedYAMLError, text: str) -> tuple[str, int | None, int | None]:
    """Return what is wrong and the 1-based line and column where it begins, as far as that is known."""
    mark = error.problem_mark
    if mark is None:
        return str(error.problem), None, None
    begun = min(error.context_mark.line, mark.line) if error.context_mark else mark.line
    if curly := curly_value(text.splitlines(), begun, mark.line):
        sign, line, column = curly
        return f"{sign} is a quote of a word processor, which YAML takes for a letter; {REMEDY}", line, column
    if slip := _slip(text.splitlines(), begun, mark.line):
        return slip
    if str(error.context).startswith(_OPENED) and error.context_mark:
        return _NOT_CLOSED, error.context_mark.line + 1, error.context_mark.column + 1
    if found := _around(text.splitlines(), str(error.problem), mark):
        return found
    plain = next((words for sign, words in _PLAIN.items() if sign in str(error.problem)), str(error.problem))
    return plain, mark.line + 1, mark.column + 1


def _tab(lines: list[str], noticed: int) -> tuple[int, int] | None:
    """Return line and column of a tab that begins the line in which the parser stumbled."""
    line = lines[noticed] if noticed < len(lines) else ""
    blanks = line[: len(line) - len(line.lstrip())]
    return (noticed + 1, blanks.index("\t") + 1) if "\t" in blanks else None


def _around(lines: list[str], problem: str, mark: yaml.Mark) -> tuple[str, int, int] | None:
    """Return what is wrong with the quotes and brackets around the place where the parser stumbled, and where."""
    if opened := _open_quote(lines, mark.line, mark.column):
        return _QUOTE, *opened
    sign = lines[mark.line][: mark.column].rstrip()[-1:] if mark.line < len(lines) else ""
    words = _ENDS_EARLY.get(sign) if "did not find expected" in problem else None
    return (words, mark.line + 1, mark.column + 1) if words else None


def _slip(lines: list[str], begun: int, noticed: int) -> tuple[str, int, int] | None:
    """Return a slip of typing, with line and column: a tag without quotes, a strange blank, no blank where one belongs.

    The parser notices it in the line or the next one.
    """
    if tab := _tab(lines, noticed):
        return "there is a tab here; indent with spaces", *tab
    if filled := _FILLED.search(lines[begun] if begun < len(lines) else ""):
        problem = (
            f"a text that begins with {filled[1]} is taken for something else by YAML; put the whole text in quotes"
        )
        return problem, begun + 1, filled.start(1) + 1
    for number in range(max(begun - 1, 0), min(noticed + 1, len(lines))):
        line = lines[number]
        if found := _STRANGE_BLANKS.search(line):
            problem = f"this is another kind of space (U+{ord(found[0]):04X}), as web pages and word processors"
            return f"{problem} use it; delete it and type an ordinary one", number + 1, found.start() + 1
        for pattern, sign in ((_GLUED, "colon"), (_DASHED, "dash")):
            if found := pattern.search(line):
                return f"a space is missing after the {sign}; type one", number + 1, found.end() + 1
    return None


def _open_quote(lines: list[str], line: int, column: int) -> tuple[int, int] | None:
    """Return line and column of a quote that ran on up to where another one was opened, as the parser took it."""
    quote = lines[line][column - 1 : column] if line < len(lines) else ""
    if quote not in ('"', "'") or not quote:
        return None
    for number in range(line - 1, -1, -1):
        if lines[number].count(quote) % 2:
            return number + 1, lines[number].rfind(quote) + 1
        if quote in lines[number]:
            return None
    return None
