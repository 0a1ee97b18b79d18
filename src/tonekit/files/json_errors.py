"""What is wrong with a text that is not JSON, in plain words for people who do not program."""

from __future__ import annotations

_PLAIN = {
    "Expecting property name": "a name in double quotes belongs here; delete a comma before }, and write names as "
    '"text", with straight quotes',
    "Illegal trailing comma": "there is a comma before a closing bracket; delete it",
    "Expecting ',' delimiter": "a comma is missing before this, or a quote inside a text ends it; "
    'write a comma between entries, and \\" for a quote inside a text',
    "Expecting ':' delimiter": 'a colon is missing after a name; write "name": value',
    "Expecting value": "a value belongs here; write a text in straight double quotes, or null for nothing",
    "Extra data": "the entry ends before this; give each message a line of its own, and every quote its partner",
    "Unterminated string": "a text begins here and its quote is never closed; close it in the same line",
    "Invalid control character": "there is a line break or a tab inside a text; write \\n or \\t for it",
    "Invalid \\": "a \\ stands before a letter that it does not belong to; write \\\\ for the sign itself",
}
"""Words for the problems of Python's reader of JSON, by how its own begin."""


def plain_json_problem(error: ValueError) -> str:
    """Return what is wrong with a text that is not JSON, and behind a semicolon what to do."""
    if isinstance(error, UnicodeDecodeError):
        return f"it is not UTF-8 (byte 0x{error.object[error.start]:02x}); save the whole file as UTF-8"
    said = str(getattr(error, "msg", error))
    return next((words for sign, words in _PLAIN.items() if said.startswith(sign)), said)
