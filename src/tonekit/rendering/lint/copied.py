"""Rules on what was copied: from another language, and not translated; from a mail, a page or a word processor."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from ...errors import TemplateError, ToneKitError
from ...files.data_text import data_text
from ...foreign_text.letter_runs import LETTER_RUN
from ...foreign_text.mojibake import is_garbled
from ...language_names import english_name
from ...languages.loading import available_languages, load_language_file
from ..folders.library import ANY
from ..phrases.phrase_book import PhraseBook
from .finding import Rule
from .linted_folder import AuthorText, LintedFolder, TemplateText

RULES = (
    Rule(
        "wrong-language",
        "warning",
        "a text of a reply in another language than its file says, or identical to the text in another language",
        "Translate it, or delete it: the fallback language of tonekit.yaml is used without it.",
    ),
    Rule(
        "pasted-text",
        "warning",
        "leftovers of a pasted mail, page or document, and notes that would be sent",
        "Delete it, or type it again.",
    ),
)
_FEWEST_COPIED = 4
"""Words below which two languages may well say the same, as Norwegian and Danish do: "Din faktura"."""
_FEWEST_COPIED_BY_KIN = 9
"""The same for Norwegian and Danish, which share whole sentences."""
_FEWEST_PHRASES = 3
"""Phrases of another language from which on a book is told to be a copy: one or two may be the same by chance."""
_KIN = frozenset({"nb", "nn", "da"})
_FEWEST_FUNCTIONAL = 2
"""Different function words in a sentence of any language; an address has none."""
_FEWEST_TELLING = 3
"""Different function words of one language alone that tell it, if there is none of the language that was meant."""
_TAG = re.compile(r"\{[{%][^{}]*\}")
_APART = re.compile(r"[„“”\"«»][^„“”\"«»\n]{1,80}[„“”\"«»]|\*\*[^*\n]{1,80}\*\*|https?://\S+")
"""What stands in quotes or in bold may be the name of a button, in the language of a program."""
_HEAD = (
    r"^(?:From|Von|Från|Fra)[ \t]*:[^\n]*\n\s*(?:(?:To|An|Till?|Cc|Date|Datum|Dato)[ \t]*:[^\n]*\n\s*){0,3}"
    r"(?:Sent|Subject|Gesendet|Betreff|Skickat|Ämne|Sendt|Emne)[ \t]*:"
)
"""Somebody who travels has a From and a To as well."""
_PHONE = r"^(?:Sent from my|Von meinem|Skickat från min|Sendt fra min) [^\n]*$(?=[\s\ufffc-]*\Z)"
"""In the middle of a text it is what the text is about."""
_PASTED = (
    (re.compile(_HEAD, re.MULTILINE), "the head of a mail", "delete its lines"),
    (re.compile(r"^-- ?$", re.MULTILINE), "the line above the signature of a mail", "delete it"),
    (re.compile(_PHONE, re.MULTILINE), "the line of a phone under its mails", "delete it"),
    (re.compile(r"&(?:nbsp|amp|lt|gt|quot|apos|#\d{2,5}|[a-zA-Z]+uml);"), "a sign of HTML", "type the sign itself"),
    (
        re.compile(r"https?://[^\s)>]*[?&](?:utm_[a-z]+|gclid|fbclid|msclkid|mc_[ce]id|_hsenc|_hsmi)="),
        "a link with a mark of advertising",
        "delete the part from ? or & that only says where the link was clicked",
    ),
    (re.compile("[\u00ad\u200b\u2060\ufeff]"), "an invisible sign", "type the words around it again"),
    (re.compile("[｛｝]"), "a brace of another alphabet", "type { or }"),
    (re.compile(r"^[ \t]*[•·▪◦‣]", re.MULTILINE), "a bullet of a word processor", "begin the line with - and a space"),
)
"""What is looked for, what it is, and what to do."""
_NOTE = re.compile(r"^(?:(#)(?= [^\n]*(?:\n[^\s#]|\s*\Z))|(//)(?=[ \t]))", re.MULTILINE)
"""What begins a note in YAML and in programs; above an empty line, and text below it, it is a heading of Markdown."""


def check_copied(linted: LintedFolder) -> Iterator[ToneKitError]:
    """Yield the texts of replies that are in the wrong language, and what was pasted into them."""
    for contract in linted.contracts():
        if contract.file.kind == "reply":
            for texts in (list(linted.bodies(contract)), list(linted.subjects(contract))):
                yield from _between(texts)
                for text in texts:
                    yield from _pasted(text)
    yield from _copied_books(list(linted.phrases()))
    for book in linted.phrases():
        yield from _cut_off(book)
        for _, text in linted.phrase_texts(book):
            yield from _read_as_another(text)
            yield from _pasted(text)


def _cut_off(book: PhraseBook) -> Iterator[TemplateError]:
    """Yield the phrases whose end YAML takes for a note, as in `Order #5 has left`."""
    lines = data_text(book.path).splitlines() if book.slots else []
    for phrase in book.all():
        before, _, behind = (lines[phrase.line - 1] if phrase.line else "").partition(" #")
        if behind[:1].strip() and before.rstrip().endswith(phrase.file.text.strip()):
            problem = f"'#{behind.strip()}' is taken for a note and is not sent; put the whole text in quotes"
            yield TemplateError(problem, template=f"phrases/{book.path.name}", line=phrase.line, rule="pasted-text")


def _copied_books(books: Iterable[PhraseBook]) -> Iterator[TemplateError]:
    """Yield that a phrase book holds phrases of another language, once for each; English comes first."""
    met: dict[str, frozenset[tuple[str, ...]]] = {}
    for book in sorted(books, key=lambda each: (each.path.stem != "en", each.path.stem)):
        code = book.path.stem
        lines = {
            tuple(LETTER_RUN.findall(_TAG.sub(" ", each.file.text).casefold())): each.line
            for each in reversed([*book.all()])
        }
        long = frozenset(words for words in lines if len(words) >= _FEWEST_COPIED)
        for other, texts in met.items():
            same = long & texts
            if len(same) >= _FEWEST_PHRASES and not {code, other} <= _KIN:
                where = f"phrases/{other}.yaml, the first of them here"
                problem = f"{len(same)} phrases have the very words of {where}; translate them"
                first = min(lines[words] or 1 for words in same)
                yield TemplateError(problem, template=f"phrases/{code}.yaml", line=first, rule="wrong-language")
                break
        met[code] = long


def _between(texts: Iterable[TemplateText]) -> Iterator[TemplateError]:
    rest: list[TemplateText] = []
    for text in texts:
        found = list(_read_as_another(text))
        yield from found
        if not found and f"/{ANY}." not in text.name:
            rest.append(text)
    yield from _copies(rest)


def _read_as_another(text: TemplateText) -> Iterator[TemplateError]:
    """Yield that a text has function words of another language, and none of its own."""
    words = frozenset(_words(text))
    told = {code: words & _telling(code) for code in available_languages()}
    if told.get(text.language, words):
        return
    code, found = max(told.items(), key=lambda each: len(each[1]))
    if len(found) >= _FEWEST_TELLING:
        shown = ", ".join(sorted(found)[:_FEWEST_TELLING])
        problem = f"this reads like {english_name(code)} ({shown}), in a text for {english_name(text.language)}"
        yield TemplateError(problem, template=text.name, line=text.line, rule="wrong-language")


def _pasted(text: TemplateText) -> Iterator[TemplateError]:
    written = text.written()
    for pattern, what, remedy in _PASTED:
        problem = f"{what} was pasted in here; {remedy}"
        yield from _first_of_each(pattern, written, problem, text)
    problem = "this line is sent like any other, though it begins like a note; write a note as {# … #}"
    yield from _first_of_each(_NOTE, written, problem, text)
    for _, data in written.pieces:
        if is_garbled(data.data):
            problem = "letters were lost here, as in fÃ¼r for für; type the words again, and save the file as UTF-8"
            yield TemplateError(problem, template=text.name, line=text.line, rule="pasted-text")


def _first_of_each(
    pattern: re.Pattern[str], written: AuthorText, problem: str, text: TemplateText
) -> Iterator[TemplateError]:
    """Yield a problem for each piece in which something is found."""
    starts = {written.piece(found.start())[0]: found.start() for found in reversed([*pattern.finditer(written.text)])}
    for start in sorted(starts.values()):
        line = text.line - 1 + written.line(start)
        yield TemplateError(problem, template=text.name, line=line, rule="pasted-text")


def _copies(texts: Iterable[TemplateText]) -> Iterator[TemplateError]:
    """Yield the texts with the very words of another; English comes first, and what says the same is the copy."""
    met: dict[tuple[str, ...], TemplateText] = {}
    for text in sorted(texts, key=lambda each: (each.language != "en", each.language, each.variant)):
        words = tuple(_words(text))
        first = met.setdefault(words, text)
        if first.language != text.language and _tells_a_copy(words, first.language, text.language):
            problem = f"these are the words of the text for {english_name(first.language)}"
            yield TemplateError(problem, template=text.name, line=text.line, rule="wrong-language")


def _tells_a_copy(words: tuple[str, ...], first: str, second: str) -> bool:
    """Return whether words that two texts share are those of one language: names and addresses are of none."""
    if {first, second} <= _KIN:
        apart = _function_words(first) ^ _function_words(second)
        return len(words) >= _FEWEST_COPIED_BY_KIN and not apart.isdisjoint(words)
    functional = {*words} & (_function_words(first) | _function_words(second))
    return len(words) >= _FEWEST_COPIED and len(functional) >= _FEWEST_FUNCTIONAL


def _words(text: TemplateText) -> list[str]:
    return LETTER_RUN.findall(_APART.sub(" ", text.written().text).casefold())


@lru_cache(maxsize=32)
def _telling(code: str) -> frozenset[str]:
    """Return the function words that no other language has."""
    others = (_function_words(other) for other in available_languages() if other != code)
    return _function_words(code).difference(*others)


@lru_cache(maxsize=32)
def _function_words(code: str) -> frozenset[str]:
    return frozenset(load_language_file(code).function_words) if code in available_languages() else frozenset()
