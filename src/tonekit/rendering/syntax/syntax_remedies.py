"""What Jinja says of a mistake, in the words of people who do not program, and with what to write instead."""

from __future__ import annotations

import re
from difflib import get_close_matches

from ...files.curly_quotes import CURLY, REMEDY
from .roles import ROLES

_TAGS = ("if", "elif", "else", "endif", "for", "endfor", "set", "endset", "include", "macro", "endmacro")
_ELSEWHERE = {
    **dict.fromkeys(("elseif", "elsif"), "{% elif … %}"),
    "end": "{% endif %} or {% endfor %}",
    "unless": "{% if not … %}…{% endif %}",
    "assign": "{% set name = … %}",
    **dict.fromkeys(("case", "when", "switch"), "{% if … %}…{% elif … %}…{% endif %}"),
    **dict.fromkeys(("foreach", "each"), "{% for each in … %}…{% endfor %}"),
}
"""Tags of other tools, and what is written here."""
_SIGNS = {"&": "and", "!": "not", "?": '{{ "a" if … else "b" }}', "^": "{% if not … %}"}
_MUSTACHE = re.compile(r"\{\{\s*[#/^>!]")
_UNEXPECTED = re.compile(r"unexpected char '(.)' at \d+", re.DOTALL)
_UNKNOWN = re.compile(r"Encountered unknown tag '(\w+)'")
_GOT = re.compile(r"expected token '.+', got '(.+)'", re.DOTALL)
_GOT_INSTEAD = {
    "=": "one = sets a value; two compare: ==",
    "}": "three braces in a row mean nothing here; write two: {{ customer.name }}",
    ":": 'a colon has no meaning here; a filter takes its value in brackets: default("x")',
    "|": "| stands alone before a filter; write 'or' between two conditions",
    "contains": "'contains' is not known here; write \"word\" in value",
    "of": "'of' is not known here; write {% for each in … %}",
}


def explained(message: str, line: str) -> tuple[str, str]:
    """Return what is wrong and what to do, parted by a semicolon, and the word or sign that is meant, if any.

    Args:
        message: what Jinja says.
        line: the line that it names.
    """
    if found := _UNEXPECTED.fullmatch(message):
        return _of_sign(found[1], line), found[1]
    if _MUSTACHE.search(line):
        return _of_sign("#", line), ""
    if found := _UNKNOWN.match(message):
        return _of_tag(found[1]), found[1]
    if found := _GOT.fullmatch(message):
        return _of_word(found[1], line), "" if found[1].startswith("end of") else found[1]
    return _of_end(message), ""


def _of_sign(sign: str, line: str) -> str:
    if sign in CURLY:
        return f"{sign} is a quote of a word processor, which templates do not read as one; {REMEDY}"
    if _MUSTACHE.search(line):
        instead = 'write {% if … %}…{% endif %}, {% for each in … %}…{% endfor %} or {% include "…" %}'
        return f"this is the syntax of Mustache or Handlebars; {instead}"
    if sign in _SIGNS:
        return f"the sign {sign} has no meaning between the braces; write {_SIGNS[sign]}"
    return f"the sign {sign} has no meaning between the braces; delete it, or put the text it stands in in quotes"


def _of_tag(tag: str) -> str:
    if tag in _ELSEWHERE:
        return f"there is no tag '{tag}' here; write {_ELSEWHERE[tag]}"
    if tag in _TAGS or tag.removeprefix("end") in ROLES:
        return f"'{tag}' has no beginning before it, or another tag is still open; delete it, or close that tag first"
    close = get_close_matches(tag, _TAGS, n=1)
    hint = f"did you mean '{close[0]}'?" if close else f"tags are {', '.join(_TAGS)}"
    return f"there is no tag '{tag}' here; {hint}"


def _of_word(word: str, line: str) -> str:
    if word == "if" and re.search(r"\belse\s+if\b", line):
        return "'else if' is one word here; write {% elif … %}"
    if word in _GOT_INSTEAD:
        return _GOT_INSTEAD[word]
    if word.startswith("end of"):
        return "something is missing before the end of this tag; write a name or a value"
    return (
        f"'{word}' does not belong here; write one value between the braces, with filters after | and texts in quotes"
    )


def _of_end(message: str) -> str:
    if message == "Missing end of comment tag":
        return "the remark that {# opens is not closed; write #} where it ends"
    if message == "unexpected '%'":
        return "a tag begins with two braces and %; write {% … %} with one brace, or {{ … }} without %"
    if message == "unexpected '}'":
        return "a tag does not end with one brace; write }} or %}"
    if message.startswith("unexpected end of template"):
        return "the tag is not closed; write }} or %} where it ends"
    if message.endswith(("'end of statement block'", "'end of print statement'")):
        return "something is missing before the end of this tag; write a name or a value"
    return message
