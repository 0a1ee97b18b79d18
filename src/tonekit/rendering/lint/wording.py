"""Rules on the texts of authors: forgotten placeholders, excessive length, line breaks in subjects, nested loops."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import inf

from jinja2 import nodes

from ...errors import TemplateError, ToneKitError
from ...settings import Limits
from ..contracts.contract import Contract
from ..contracts.contract_file import LimitsFile
from .finding import Rule
from .linted_folder import LintedFolder, TemplateText
from .paths import Trail, heaviest_path

RULES = (
    Rule(
        "placeholder-left",
        "error",
        "a placeholder that would be sent as it stands: TODO, [name], <name>, {{ in plain text",
        "Write what belongs there; what changes from customer to customer is an input: {{ customer.name }}.",
    ),
    Rule(
        "subject-newline",
        "error",
        "a subject of several lines, or one that prints an input of several lines",
        "A subject is one line: use inputs of type line.",
    ),
    Rule(
        "too-long",
        "warning",
        "a subject, phrase or reply whose fixed text alone is too long to be read, or longer than its limits",
        "Shorten it.",
    ),
    Rule(
        "nested-loop",
        "warning",
        "a loop in a loop, which can write thousands of lines",
        "Take the inner loop out, or give each item as one line.",
    ),
)
MOST_WORDS = 350
"""Words of fixed text on one path through a reply; the longest style asks for about 220 in all."""
MOST_PHRASE = 400
"""Characters of a phrase: a sentence or three."""
_UNFINISHED = re.compile(r"\b(?:TODO|FIXME|TBD|XX+)\b|\b[Ll]orem ipsum\b")
_BRACES = re.compile(
    r"[$#]?\{\{?\s*!?[A-Za-z_][\w.]*\s*\}?\}|(?<![\w/=&?.%-])%%?[A-Za-z_][\w.]+%%?|\*\|[A-Z_][A-Z0-9_:]*\|\*"
    r"|(?<![\w$])\$(?:name|vorname|nachname|first_?name|last_?name|ticket_?id)\b",
    re.IGNORECASE,
)
"""Of helpdesks and mailing programs: {name}, ${name}, #{name}, {!Name}, %name%, %%name%%, *|NAME|*, $name.

In the middle of a link, % stands before the number of a letter: `gr%C3%BC%C3%9Fe`.
"""
_BRACKETS = re.compile(r"\[[^\W\d_][\w .,:;!?'’/&-]{1,80}\](?![(\[:])|<[^\W\d_][\w '/-]{1,40}>|_{4,}")
_HTML = re.compile(
    r"</?(?:html|body|p|br|div|span|b|i|u|strong|em|a|font|table|tr|td|th|ul|ol|li|h[1-6]|img|style|center|hr|o:p)"
    r"\b[^<>]*>|<!--",
    re.IGNORECASE,
)
"""Tags of HTML; of several in a row the first one says enough."""
_WRITTEN_BREAK = re.compile(r"(?<![\\\w]:)\\n(?![a-zäöüæøå])")
"""The sign for a line break, which only double quotes of YAML turn into one; in C:\\new it is a path."""
_TAGS = re.compile(r"\{(?:\{[^{}]*\}|%[^{}]*%|#[^{}]*#)\}")
_SEVERAL_LINES = ("text", "list", "links", "turns")


def check_wording(linted: LintedFolder) -> Iterator[ToneKitError]:
    """Yield what is wrong with the author's texts."""
    limits = linted.settings.limits if linted.settings else Limits()
    for contract in linted.library.contracts.values():
        reply = contract.file.kind == "reply"
        for text in linted.bodies(contract) if linted.touched(contract) else ():
            yield from _placeholders(text, brackets=reply)
            yield from _loops(text.tree, text.name, inside=False)
            yield from _quoted(text, contract)
            if reply:
                yield from _long_body(text, contract.file.limits)
        for text in linted.subjects(contract):
            yield from _placeholders(text, brackets=True)
            longest = contract.file.limits.max_subject or limits.max_subject
            yield from _subject(text, contract, min(longest, limits.max_subject))
    for book in linted.phrases():
        for _, text in linted.phrase_texts(book):
            yield from _placeholders(text, brackets=True)
            if len(text.source) > MOST_PHRASE:
                problem = f"this phrase has {len(text.source)} characters, more than {MOST_PHRASE}"
                yield TemplateError(problem, template=text.name, line=text.line, rule="too-long")
    yield from _parts(linted)
    yield from _brand(linted)


def _placeholders(text: TemplateText, *, brackets: bool) -> Iterator[TemplateError]:
    written = text.written()
    for start, data in written.pieces:
        plain = written.text[start : start + len(data.data)]
        for match in _forgotten(data.data, plain, brackets=brackets):
            line = text.line - 1 + data.lineno + data.data.count("\n", 0, match.start())
            yield _placeholder(match[0], text.name, line)


def _quoted(text: TemplateText, contract: Contract) -> Iterator[TemplateError]:
    """Yield the inputs that are printed in quotes, which writes their name in place of their value."""
    for node in text.tree.find_all(nodes.Output):
        for each in node.nodes:
            if isinstance(each, nodes.Const) and each.value in contract.file.inputs:
                problem = f"'{each.value}' would be sent as it stands; remove the quotes: {{{{ {each.value} }}}}"
                name, line, word = text.name, text.line - 1 + each.lineno, str(each.value)
                yield TemplateError(problem, template=name, line=line, rule="placeholder-left", word=word)


def _forgotten(text: str, plain: str, *, brackets: bool) -> Iterator[re.Match[str]]:
    """Yield what was forgotten in a text; `plain` is the same with blanks for code, which may hold HTML."""
    for pattern in (_UNFINISHED, *((_BRACES,) if brackets else ())):
        yield from pattern.finditer(text)
    if brackets:
        yield from _WRITTEN_BREAK.finditer(plain)
        html = _HTML.search(plain)
        yield from [html] if html else ()
        yield from (each for each in _BRACKETS.finditer(text) if not _HTML.match(each[0]))


def _placeholder(found: str, name: str, line: int | None) -> TemplateError:
    hint = ""
    if found == r"\n":
        hint = "; break the line there, or put a text in YAML in double quotes"
    elif _HTML.match(found):
        hint = "; this is HTML, and replies are Markdown: an empty line between paragraphs, **bold**, [text](link)"
    return TemplateError(
        f"'{found}' would be sent as it stands{hint}", template=name, line=line, rule="placeholder-left", word=found
    )


def _parts(linted: LintedFolder) -> Iterator[TemplateError]:
    for text in linted.parts():
        yield from _placeholders(text, brackets=True)
        yield from _loops(text.tree, text.name, inside=False)


def _brand(linted: LintedFolder) -> Iterator[ToneKitError]:
    """Yield the placeholders in the brand, whose texts are printed without being filled."""
    if not (linted.settings and linted.settings_file):
        return
    brand = linted.settings.brand
    for language, lines in brand.signature.items():
        for match in _forgotten(lines, lines, brackets=True):
            quotes = "put the text in double quotes, so that it becomes a line break"
            hint = quotes if match[0] == r"\n" else "a signature is not filled, write the words themselves"
            problem = f"'{match[0]}' would be sent as it stands; {hint}"
            yield linted.settings_file.error(problem, ("brand", "signature", language), rule="placeholder-left")
    for match in _forgotten(brand.name, brand.name, brackets=True):
        problem = f"'{match[0]}' would be sent as it stands; write your name"
        yield linted.settings_file.error(problem, ("brand", "name"), rule="placeholder-left")


def _subject(text: TemplateText, contract: Contract, longest: int) -> Iterator[TemplateError]:
    if "\n" in _TAGS.sub("x", text.source).strip():
        problem = f"the subject in '{text.language}' has a line break; write it in one line"
        yield TemplateError(problem, template=text.name, line=text.line, rule="subject-newline")
    for node in text.tree.find_all(nodes.Output):
        for each in node.nodes:
            path = f"{each.node.name}.{each.attr}" if _is_path(each) else ""  # type: ignore[attr-defined]
            declared = contract.file.inputs.get(path)
            if declared and declared.type in _SEVERAL_LINES:
                problem = f"the subject in '{text.language}' prints '{path}', which may have several lines"
                hint = f"declare it as type: line, not {declared.type}"
                message = f"{problem}; {hint}"
                yield TemplateError(message, template=text.name, line=text.line, word=path, rule="subject-newline")
    marks = heaviest_path(text.tree, _characters, Trail(text.parse, (text.name,)))
    if (size := sum(mark.amount for mark in marks)) > longest:
        problem = f"the subject in '{text.language}' has {size} characters of its own, and at most {longest} are sent"
        yield TemplateError(problem, template=text.name, line=text.line, rule="too-long")


def _is_path(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name)


def _characters(node: nodes.Node) -> int:
    return len(node.data.strip()) if isinstance(node, nodes.TemplateData) else 0


def _words(node: nodes.Node) -> int:
    return len(node.data.split()) if isinstance(node, nodes.TemplateData) else 0


def _long_body(text: TemplateText, limits: LimitsFile) -> Iterator[TemplateError]:
    most_words = limits.max_words or MOST_WORDS
    for unit, amount, most in (("words", _words, most_words), ("characters", _characters, limits.max_chars or inf)):
        marks = heaviest_path(text.tree, amount, Trail(text.parse, (text.name,)))
        if (size := sum(mark.amount for mark in marks)) > most:
            problem = f"this reply has up to {size} {unit} of its own, more than {most}"
            yield TemplateError(problem, template=text.name, rule="too-long")


def _loops(node: nodes.Node, name: str, *, inside: bool) -> Iterator[TemplateError]:
    for child in node.iter_child_nodes():
        loop = isinstance(child, nodes.For)
        if loop and inside:
            problem = "there is a loop inside a loop; take it out, or give each item as one line"
            yield TemplateError(problem, template=name, line=child.lineno, rule="nested-loop")
        yield from _loops(child, name, inside=inside or loop)
