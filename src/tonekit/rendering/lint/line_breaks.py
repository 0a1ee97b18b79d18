"""A rule on line breaks behind a tag, which Jinja leaves out: what follows is glued to what stands before the tag."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...errors import TemplateError, ToneKitError
from .finding import Rule
from .linted_folder import LintedFolder, TemplateText

RULES = (
    Rule(
        "swallowed-line-break",
        "warning",
        "a line that ends with a tag, whose line break is dropped, so that the next line or paragraph sticks to it",
        "Put the tag on a line of its own, or end it with +%}, which keeps the line break.",
    ),
)
_TAG = re.compile(r"\{%.*?%\}|\{#.*?#\}")
_ENDS = re.compile(r"\{%-? *(?:endif|endfor) *%\}$")
_GOES_ON = re.compile(r"\s*\{(?:#|%[-+]? *(?:end|else|elif))")
"""A line that writes nothing here: the end of a branch, or a remark."""


def check_line_breaks(linted: LintedFolder) -> Iterator[ToneKitError]:
    """Yield the lines of replies whose line break is lost."""
    for contract in linted.contracts():
        if contract.file.kind == "reply":
            for text in linted.bodies(contract):
                yield from _glued(text)
    for text in linted.parts():
        if text.name.endswith(".md.j2"):
            yield from _glued(text)


def _glued(text: TemplateText) -> Iterator[TemplateError]:
    lines = text.source.split("\n")
    for number, line in enumerate(lines):
        words = _TAG.sub("\0", line).rstrip("\0")
        # A space before the tag says that the author wants the next line to go on in this one.
        if not _ENDS.search(line) or not words.strip(" \0") or words.endswith(" "):
            continue
        following = [*lines[number + 1 : number + 3], "", ""]
        blank = not following[0].strip()
        onward = following[1] if blank else following[0]
        if onward.strip() and not _GOES_ON.match(onward):
            what = (
                "the next paragraph follows without an empty line" if blank else "the next line follows without a space"
            )
            yield TemplateError(
                f"the line break after this tag is left out: {what}",
                template=text.name,
                line=text.line + number,
                rule="swallowed-line-break",
            )
