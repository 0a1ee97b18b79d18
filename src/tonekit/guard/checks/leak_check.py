"""Does the draft leak how it was made: placeholders, template syntax, the prompt, a model talking about itself?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from ...foreign_text.fencing import FENCES
from ..draft import Draft
from ..wording.figure_words import load_figure_words
from ..wording.words import words_of
from .format_check import TAGS
from .leftovers import directions, wrapping
from .rules import Breach, Span, said
from .technical_terms import is_technical

_TEMPLATE = re.compile(
    r"\{\{[^{}\n]{0,200}\}?\}?|\{%[^{}\n]{0,200}%?\}?|\{#[^{}\n]{0,200}#?\}?|\$\{[^{}\n]{1,100}\}|%[A-Za-z_]{3,30}%|<%[^<>\n]{0,100}%>"
)
_OPENING = re.compile(r"[{<%$\[_]")
"""Signs of which template syntax and placeholders have one."""
_UNFINISHED = frozenset({"todo", "fixme", "tbd", "tbc", "lorem"})
_X = re.compile("x{3,}|(?:tt|dd)[.]mm(?:[.](?:jj|jjjj|yy|yyyy|åååå|aaaa))?|yyyy|jjjj|åååå")
_TWO_X = re.compile(r"(?<![\w-])XX(?![\w-])")
_IN_X = ("xxx", ".mm", "yyyy", "jjjj", "åååå")
"""Each word that `_X` matches holds one of these; "Åååå" with one capital is a cry of delight, no year."""
_ASIDE = re.compile(r"[(\[][^()\[\]\n]{3,90}[)\]](?!\()")
"""What stands in brackets, and may say what has still to be written there; a link's text is none."""
_BRACKETS = re.compile(
    r"\[[^\W\d_][\w .,'’/-]{1,40}\](?![(\[:])|(?<![\w.])\{[A-Za-z_][\w.]{1,40}\}|<[^\W\d_][\w '’-]{1,40}>"
    r"|\[(?:…|\.{2,3})\]|_{3,}"
)
_MOST_OF_ASIDE, _MOST_IN_CAPITALS = 5, 10
_HTML = frozenset(
    "a b i u p br hr em strong ul ol li div span table thead tbody tr td th pre code blockquote h1 h2 h3 h4 h5 h6 html "
    "body head title meta style script font center small sub sup s".split()
)
_TOKEN = re.compile(r"<\|[A-Za-z_]{1,40}\|>|\[/?INST\]|<</?SYS>>|</?s>|(?m:^(?:Assistant|User|Human):)")
_ROLES = ("Assistant:", "User:", "Human:")
_FENCE = re.compile(
    "</?(?:" + "|".join(FENCES.values()).replace("_", "[_ \uff3f]") + ")[^<>\n]{0,40}>?|" + "|".join(FENCES.values()),
    re.IGNORECASE,
)
_BEHIND_PREAMBLE = 3
"""Parts that a draft has at least if it continues after its greeting."""
_FEWEST_OF_PREAMBLE = 3
"""Words that a preamble has at least; fewer are a heading or an exclamation."""
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_RUN = 6
"""Words in a row that a draft does not share with the instructions by chance."""
_STEP = _RUN - 2
"""Of so many places in a row one is followed, within a run, by the two words behind it."""


def check_leaks(draft: Draft) -> Iterator[Breach]:
    """Yield everything that leaks how the draft was made."""
    text = draft.text
    if _OPENING.search(text):
        yield from (Breach("template-syntax", match.span()) for match in _TEMPLATE.finditer(text))
        yield from _placeholders(text)
    if "<" in text or "[" in text or (":" in text and any(role in text for role in _ROLES)):
        yield from (Breach("leaked-fence", match.span()) for match in _TOKEN.finditer(text))
    if "<" in text or "_" in text:
        yield from (Breach("leaked-fence", match.span()) for match in _FENCE.finditer(text))
    if fence := wrapping(text):
        yield Breach("leaked-fence", fence)
    yield from _unfinished(draft)
    yield from _talk(draft)
    yield from _instructions(draft)
    yield from (Breach("leaked-instructions", span) for span in directions(text))


def _talk(draft: Draft) -> Iterator[Breach]:
    talk = [replace(each, taste=_may_be_matter(draft, each)) for each in said(draft, "model_talk", "model-talk")]
    preamble = _preamble(draft)
    # A sentence before the greeting is a model's, whatever its words say.
    if preamble and not any(hit.start < preamble[1] for hit in draft.hits["model_talk"]):
        yield Breach("model-talk", preamble)
        talk = [each for each in talk if each.span is None or each.span[0] >= preamble[1]]
    yield from talk


def _may_be_matter(draft: Draft, breach: Breach) -> bool:
    """Return whether a sentence that only all its words together make a model's talk may be the matter itself.

    A model speaks of its task before the matter or after it. Of texts and formats a sentence to an expert may tell
    anywhere: "as requested, the JSON response leaves out the price".
    """
    if not breach.doubtful or breach.span is None:
        return False
    if draft.profile.jargon == "technical" and is_technical(draft.text[slice(*breach.span)]):
        return True
    return _stands_within(breach.span, draft)


def _stands_within(span: Span, draft: Draft) -> bool:
    """Return whether further sentences of the matter stand on either side of a sentence, one in its own paragraph.

    A remark of a model stands alone, wherever it is.
    """
    start, end = draft.body
    if not start <= span[0] < end:
        return False
    before, behind = draft.text[start : span[0]], draft.text[span[1] : end]
    beside = _PARAGRAPH.split(before)[-1] + _PARAGRAPH.split(behind, maxsplit=1)[0]
    return all(len(words_of(each)) > 0 for each in (before, behind, beside))


def _preamble(draft: Draft) -> Span | None:
    """Return the text before the greeting in which a model announces its answer; a heading does not count."""
    zones = draft.read.zones
    if len(zones) < _BEHIND_PREAMBLE or (zones[0].kind, zones[1].kind) != ("body", "greeting"):
        return None
    said = draft.text[: zones[0].end].rstrip()
    start = len(said) - len(said.lstrip())
    announces = said.endswith((".", ":", "!", "…")) and len(said.split()) >= _FEWEST_OF_PREAMBLE
    return (start, len(said)) if announces and draft.read.text == draft.text else None


def _unfinished(draft: Draft) -> Iterator[Breach]:
    words, text = draft.words, draft.text
    if not _UNFINISHED.isdisjoint(words.among) or any(map(text.lower().__contains__, _IN_X)):
        for index, form in enumerate(words.forms):
            span = words.spans[index]
            if form in _UNFINISHED or (_X.fullmatch(form) and not text[span[0] : span[1]].istitle()):
                yield Breach("placeholder", span)
    if "XX" in text:
        yield from (Breach("placeholder", match.span()) for match in _TWO_X.finditer(text))
    if "(" in text or "[" in text:
        yield from (Breach("placeholder", match.span()) for match in _ASIDE.finditer(text) if _is_open(match[0]))


def _is_open(aside: str) -> bool:
    """Return whether an aside says what has still to be written: "(Datum einfügen)", not "(insert the battery)".

    What one colleague says to another there is as open: "(check with Tom before this goes out)".
    """
    words, known = words_of(aside), load_figure_words()
    inner = f" {' '.join(words.forms)} "
    if any(f" {phrase} " in inner for phrase in known.colleagues):
        return True
    told = any(f" {word} " in inner for word in known.unfinished)
    most = _MOST_IN_CAPITALS if aside.isupper() else _MOST_OF_ASIDE
    return told and len(words) <= most and not known.things.isdisjoint(words.among)


def _placeholders(text: str) -> Iterator[Breach]:
    for match in _BRACKETS.finditer(text):
        if not _is_markup(match[0]) and text[match.start() - 1 : match.start()] not in ("{", "$", "%"):
            yield Breach("placeholder", match.span())


def _is_markup(found: str) -> bool:
    # What a model thinks aloud or calls is not a placeholder; `format_check` names it.
    name = found[1:-1].split(maxsplit=1)[0].lower() if found[0] == "<" else ""
    return name in _HTML or name in TAGS or name.startswith(tuple(FENCES.values()))


def _instructions(draft: Draft) -> Iterator[Breach]:
    """Yield runs of words that the draft shares with the system messages of the prompt."""
    if draft.result.prompt is None:
        return
    systems = [message.content for message in draft.result.prompt.messages if message.role == "system"]
    runs, starts = _runs("\n\n".join(systems))
    words, forms = draft.words, draft.words.forms
    # Every such run contains one of these shorter ones, wherever it begins.
    if starts.isdisjoint(zip(forms[::_STEP], forms[1::_STEP], forms[2::_STEP], strict=False)):
        return
    index = 0
    while index + _RUN <= len(forms):
        length = 0
        while tuple(forms[index + length : index + length + _RUN]) in runs:
            length += 1
        if length:
            last = index + length + _RUN - 2
            yield Breach("leaked-instructions", (words.spans[index][0], words.spans[last][1]))
            index = last
        index += 1


@lru_cache(maxsize=64)
def _runs(text: str) -> tuple[frozenset[tuple[str, ...]], frozenset[tuple[str, ...]]]:
    """Return every run of words of a text, and every three words in a row.

    The system message is the same for every message in the same style.
    """
    forms = words_of(text).forms
    runs = (tuple(forms[index : index + _RUN]) for index in range(len(forms) - _RUN + 1))
    return frozenset(runs), frozenset(zip(forms, forms[1:], forms[2:], strict=False))
